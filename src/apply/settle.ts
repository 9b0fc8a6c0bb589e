import type { FailureReason } from '../reasons.ts';

/** What the reads since an acceptance have shown of a pair. */
export interface Sightings {
  /** The state before the run wrote; `pending-association` when it only joined a wait. */
  readonly before: string;
  /** Reads since. */
  readonly reads: number;
  /** Whether a read since showed the pair in another state than before. */
  readonly moved: boolean;
  /** Reads in a row that did not list the pair. */
  readonly absences: number;
}

/** Why a pair will not be associated. */
export interface Defeat {
  readonly reason: FailureReason;
  readonly why: string;
}

/** Whether a pair has settled. */
export type Settlement =
  | { readonly settled: 'no' }
  | { readonly settled: 'associated' }
  | ({ readonly settled: 'failed' } & Defeat);

/** Reads that EC2, which is eventually consistent, may take to show what it has accepted. */
const staleReads = 3;

const no: Settlement = { settled: 'no' };
const busy: Settlement = {
  settled: 'failed',
  reason: 'association-busy',
  why: 'Someone disassociates it meanwhile',
};

/** No reads yet of a pair that was in `before` when the wait began. */
export function noSightings(before: string): Sightings {
  return { before, reads: 0, moved: false, absences: 0 };
}

/** The sightings with one more read. */
export function sight(sightings: Sightings, state: string): Sightings {
  return {
    before: sightings.before,
    reads: sightings.reads + 1,
    moved: sightings.moved || state !== sightings.before,
    absences: state === 'absent' ? sightings.absences + 1 : 0,
  };
}

/**
 * Judges the state just read. Only `associated` is success. What was there before the write counts
 * as stale for three reads, even after a newer state; a pair not yet listed, or still disassociated
 * as before, is waited for; a pair that vanishes has failed; a state that is not known is waited out.
 */
export function settle(sightings: Sightings, state: string): Settlement {
  if (state === 'associated') return { settled: 'associated' };
  if (state === sightings.before && sightings.reads <= staleReads) return no;
  switch (state) {
    case 'failed-association':
      return { settled: 'failed', reason: 'association-failed', why: 'AWS could not associate it' };
    case 'disassociated':
      return sightings.moved ? busy : no;
    case 'pending-disassociation':
    case 'failed-disassociation':
      return busy;
    case 'absent':
      return sightings.moved && sightings.absences >= staleReads
        ? { settled: 'failed', reason: 'association-failed', why: 'AWS no longer lists it' }
        : no;
    default:
      return no;
  }
}
