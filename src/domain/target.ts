import type { SourceLocation } from '../lib/source-location.ts';
import type { Association } from './association.ts';
import { defaultTargetName } from './target-name.ts';

/** A desired association with its note and its location in a file. */
export interface DesiredAssociation extends Association {
  /** Free text for people, empty for none; it decides nothing. */
  readonly note: string;
  /** Undefined for the association of the inputs. */
  readonly location: SourceLocation | undefined;
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
