import type { Association } from './association.ts';
import type { SourceLocation } from './source-location.ts';
import { defaultTargetName } from './target-name.ts';

/** A desired association with what its author noted, and where it stands in a file. */
export interface DesiredAssociation extends Association {
  /** Free text for people, empty for none; it decides nothing. */
  readonly note: string;
  /** Undefined for the association of the inputs. */
  readonly location: SourceLocation | undefined;
}

/** One account and Region, and what is desired there. */
export interface Target {
  readonly name: string;
  /** Undefined where the inputs name none: it is the account of the credentials. */
  readonly accountId: string | undefined;
  readonly region: string;
  readonly associations: readonly DesiredAssociation[];
}

/**
 * What of account and Region is not the name of a target itself: both, but for the default name and
 * for a name that is the one or the other. A name that only holds them may hold others too.
 */
export function unnamedParts({ name, accountId, region }: TargetPlace): readonly string[] {
  if (accountId !== undefined && name === defaultTargetName(accountId, region)) return [];
  return [accountId ?? 'account not known', region].filter((part) => part !== name);
}

/** The name of a target, with what of account and Region it is not itself. */
export function targetText(target: TargetPlace): string {
  const place = unnamedParts(target);
  return place.length === 0 ? target.name : `${target.name} (${place.join(' ')})`;
}

type TargetPlace = Pick<Target, 'name' | 'accountId' | 'region'>;
