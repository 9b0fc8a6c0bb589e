import type { SourceLocation } from '../lib/source-location.ts';
import type { Association } from './association.ts';
import type { Cidr } from './cidr.ts';
import type { Origin } from './origin.ts';
import { defaultTargetName } from './target-name.ts';

/** What a file says beside an association or a route. */
interface Entry {
  /** Free text for people, empty for none; it decides nothing. */
  readonly note: string;
  /** Undefined for what the inputs name. */
  readonly location: SourceLocation | undefined;
}

/** A desired association, or one that is to be removed. */
export interface DesiredAssociation extends Association, Entry {
  readonly remove?: true;
}

/** The origin from which AWS is to advertise a CIDR. */
export interface DesiredRoute extends Entry {
  readonly cidr: Cidr;
  readonly origin: Origin;
}

/** One account and Region, and the associations desired there. */
export interface Target {
  readonly name: string;
  /** Undefined without a file: the account is that of the credentials. */
  readonly accountId: string | undefined;
  readonly region: string;
  /** Where the ASNs are listed, if the file says so: the home Region of the IPAM. */
  readonly ipamRegion?: string | undefined;
  readonly associations: readonly DesiredAssociation[];
  /** Changed by the action for routes alone; undefined for none. */
  readonly routes?: readonly DesiredRoute[];
}

/**
 * Account and Region, without what the name of the target is already: none for the default name, and
 * one if the name is the other.
 */
export function unnamedParts({ name, accountId, region }: TargetIdentity): readonly string[] {
  if (accountId !== undefined && name === defaultTargetName(accountId, region)) return [];
  return [accountId ?? 'account not known', region].filter((part) => part !== name);
}

/** The name of a target, with account and Region unless the name is these. */
export function targetText(target: TargetIdentity): string {
  const parts = unnamedParts(target);
  return parts.length === 0 ? target.name : `${target.name} (${parts.join(' ')})`;
}

type TargetIdentity = Pick<Target, 'name' | 'accountId' | 'region'>;
