import type { Association } from './association.ts';
import type { Place } from './place.ts';

/** A desired association with what its author noted, and where it stands in a file. */
export interface DesiredAssociation extends Association {
  /** Free text for people, empty for none; it decides nothing. */
  readonly note: string;
  /** Undefined for the association of the inputs. */
  readonly place: Place | undefined;
}

/** One account and Region, and what is desired there. */
export interface Target {
  readonly name: string;
  /** Undefined where the inputs name none: it is the account of the credentials. */
  readonly accountId: string | undefined;
  readonly region: string;
  readonly associations: readonly DesiredAssociation[];
}
