import type { SourceLocation } from '../lib/source-location.ts';
import type { Association } from './association.ts';
import type { Cidr } from './cidr.ts';
import type { Origin } from './origin.ts';
import { defaultTargetName } from './target-name.ts';

/** What a config file adds to an association or a route. */
interface Entry {
  /** Free text for people; has no effect. Empty for none. */
  readonly note: string;
  /** Undefined for an entry from the inputs. */
  readonly location: SourceLocation | undefined;
}

/** An association to create, or to remove. */
export interface DesiredAssociation extends Association, Entry {
  readonly remove?: true;
}

/** The origin that AWS should advertise a CIDR from. */
export interface DesiredRoute extends Entry {
  readonly cidr: Cidr;
  readonly origin: Origin;
}

/** One account and Region with their desired associations and routes. */
export interface Target {
  readonly name: string;
  /** Undefined without a file: then the credentials decide. */
  readonly accountId: string | undefined;
  readonly region: string;
  /** The home Region of the IPAM, where its ASNs are listed, if the file names it. */
  readonly ipamRegion?: string | undefined;
  readonly associations: readonly DesiredAssociation[];
  /** Only the routes action changes these; undefined for none. */
  readonly routes?: readonly DesiredRoute[];
}

/** Account and Region, as far as the target's name does not already say them. */
export function unnamedParts({ name, accountId, region }: TargetIdentity): readonly string[] {
  if (accountId !== undefined && name === defaultTargetName(accountId, region)) return [];
  return [accountId ?? 'account not known', region].filter((part) => part !== name);
}

/** The name of a target, with account and Region unless the name says them: `edge (111122223333 us-west-2)`. */
export function targetText(target: TargetIdentity): string {
  const parts = unnamedParts(target);
  return parts.length === 0 ? target.name : `${target.name} (${parts.join(' ')})`;
}

type TargetIdentity = Pick<Target, 'name' | 'accountId' | 'region'>;
