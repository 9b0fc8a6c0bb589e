import { hasEnded, isAssociated } from '../domain/association-state.ts';
import type { FailureReason } from '../reasons.ts';

/** What the reads since an acceptance have shown of a pair. */
export interface History {
  /** The state before the run wrote; `pending-association` when it only joined a wait. */
  readonly before: string;
  /** Reads since. */
  readonly reads: number;
  /** Whether a read since has proven that the pair is in another state than before. */
  readonly moved: boolean;
  /** Reads in a row that did not list the pair. */
  readonly absences: number;
  /** Reads in a row that showed the pair as associated. */
  readonly associations: number;
}

/** Why a pair will not be associated. */
export interface Rejection {
  readonly reason: FailureReason;
  readonly why: string;
}

/** Whether a pair has settled. */
export type WaitResult =
  | { readonly settled: 'no' }
  | { readonly settled: 'associated' }
  | ({ readonly settled: 'failed' } & Rejection);

/** Reads that EC2, which is eventually consistent, may take to show what it has accepted. */
const staleReads = 3;

const no: WaitResult = { settled: 'no' };

/** No reads yet of a pair that was in `before` when the wait began. */
export function emptyHistory(before: string): History {
  return { before, reads: 0, moved: false, absences: 0, associations: 0 };
}

/** The sightings with one more read; one that is not clear shows nothing, and ends every row. */
export function addReading(sightings: History, state: string): History {
  if (state === 'unknown') return { ...sightings, absences: 0, associations: 0 };
  const seen = {
    ...sightings,
    reads: sightings.reads + 1,
    absences: state === 'absent' ? sightings.absences + 1 : 0,
    associations: isAssociated(state) ? sightings.associations + 1 : 0,
  };
  return { ...seen, moved: sightings.moved || provesMove(seen, state) };
}

/**
 * Whether the last reads prove that a pair is associated. Where it had ended before, a stale read may
 * still show the association that it was once, so that a second read must show it too.
 */
export function isConfirmed({ before, associations }: History): boolean {
  return associations >= (hasEnded(before) ? 2 : 1);
}

/** An association that has ended may vanish by itself, or be shown as it was once. */
function provesMove(sightings: History, state: string): boolean {
  const { before } = sightings;
  if (hasEnded(before) && state === 'absent') return false;
  return isAssociated(state) ? isConfirmed(sightings) && state !== before : state !== before;
}

/**
 * Judges the state just read. Only an association that is confirmed is success. What was there
 * before the write counts as stale for three reads, even after a newer state; a pair not yet listed,
 * or still disassociated as before, is waited for; a pair that vanishes has failed; a state that is
 * not known is waited out.
 */
export function evaluate(sightings: History, state: string): WaitResult {
  if (isAssociated(state)) return isConfirmed(sightings) ? { settled: 'associated' } : no;
  if (state === sightings.before && sightings.reads <= staleReads) return no;
  const defeat = findDefeat(state);
  return defeat && isLasting(sightings, state) ? { settled: 'failed', ...defeat } : no;
}

function isLasting({ moved, absences }: History, state: string): boolean {
  if (state === 'absent') return moved && absences >= staleReads;
  return state !== 'disassociated' || moved;
}

/** Why a pair in a state is not on its way to be associated; undefined where it is, or may be. */
function findDefeat(state: string): Rejection | undefined {
  switch (state) {
    case 'failed-association':
      return { reason: 'association-failed', why: 'AWS could not associate it' };
    case 'disassociated':
    case 'pending-disassociation':
    case 'failed-disassociation':
      return { reason: 'association-busy', why: 'Someone disassociates it meanwhile' };
    case 'absent':
      return { reason: 'association-failed', why: 'AWS no longer lists it' };
    default:
      return undefined;
  }
}

/**
 * Judges the last state known of a pair that is not waited for: accepted or associated is success,
 * and nothing else.
 */
export function judgeUnawaited(state: string): Rejection | undefined {
  if (isAssociated(state) || state === 'pending-association') return undefined;
  const unknown = { reason: 'unknown-state', why: 'This version does not know the state' } as const;
  return findDefeat(state) ?? unknown;
}
