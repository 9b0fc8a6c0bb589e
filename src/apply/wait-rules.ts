import { hasEnded, isAssociated, isGone } from '../domain/association-state.ts';
import type { FailureReason } from '../reasons.ts';

/** What was read of a pair since EC2 accepted its call. */
export interface History {
  /** The state as the plan read it; `pending-association` where the run made no call. */
  readonly before: string;
  /** Reads since. */
  readonly reads: number;
  /** Whether a read has proven that the state is another than before. */
  readonly moved: boolean;
  /** Reads in a row that did not list the pair. */
  readonly absences: number;
  /** Reads in a row that listed the pair as associated. */
  readonly associations: number;
  /** Reads in a row that showed no association, or an ended one. */
  readonly removals: number;
}

/** Why a pair will not be associated. */
export interface Rejection {
  readonly reason: FailureReason;
  readonly why: string;
}

/** Whether a pair is in an end state. */
export type WaitResult =
  | { readonly result: 'open' }
  | { readonly result: 'associated' }
  | { readonly result: 'disassociated' }
  | ({ readonly result: 'failed' } & Rejection);

/** EC2 is eventually consistent: so many reads after the call may still show the state before it. */
export const staleReads = 3;

/** So many reads in a row without the pair prove that it is gone. */
export const provingAbsences = 3;

const open: WaitResult = { result: 'open' };

/** No reads yet of a pair that was in `before` when the wait began. */
export function emptyHistory(before: string): History {
  return { before, reads: 0, moved: false, absences: 0, associations: 0, removals: 0 };
}

/** The history with one more read; an unclear state proves nothing, and ends every row. */
export function addReading(history: History, state: string): History {
  if (state === 'unknown') return { ...history, absences: 0, associations: 0, removals: 0 };
  const next = {
    ...history,
    reads: history.reads + 1,
    absences: state === 'absent' ? history.absences + 1 : 0,
    associations: isAssociated(state) ? history.associations + 1 : 0,
    removals: isGone(state) ? history.removals + 1 : 0,
  };
  return { ...next, moved: history.moved || provesMove(next, state) };
}

/**
 * Whether the last reads prove that a pair is associated. Where the pair had ended before, a stale
 * read may show the former association, so a second read must agree.
 */
export function isConfirmed({ before, associations }: History): boolean {
  return associations >= (hasEnded(before) ? 2 : 1);
}

/** An ended association may vanish by itself, and a stale read may show it as it was before. */
function provesMove(history: History, state: string): boolean {
  const { before } = history;
  if (hasEnded(before) && state === 'absent') return false;
  return isAssociated(state) ? isConfirmed(history) && state !== before : state !== before;
}

/**
 * What the state just read means. Only a confirmed association is success. The state before the call
 * counts as stale for `staleReads`, even after a newer state. A pair not yet listed, still disassociated
 * as before, or in an unknown state is waited for. A pair that vanishes has failed.
 */
export function evaluate(history: History, state: string): WaitResult {
  if (isAssociated(state)) return isConfirmed(history) ? { result: 'associated' } : open;
  if (state === history.before && history.reads <= staleReads) return open;
  const rejection = findRejection(state);
  return rejection && isLasting(history, state) ? { result: 'failed', ...rejection } : open;
}

function isLasting({ moved, absences }: History, state: string): boolean {
  if (state === 'absent') return moved && absences >= provingAbsences;
  return state !== 'disassociated' || moved;
}

/** Why a pair in a state is not on its way to be associated; undefined where it is, or may be. */
function findRejection(state: string): Rejection | undefined {
  switch (state) {
    case 'failed-association':
      return { reason: 'association-failed', why: 'AWS could not associate it' };
    case 'disassociated':
    case 'pending-disassociation':
    case 'failed-disassociation':
      return { reason: 'association-busy', why: 'Someone disassociated it during the run' };
    case 'absent':
      return { reason: 'association-failed', why: 'AWS no longer lists it' };
    default:
      return undefined;
  }
}

/**
 * Why the last known state of a pair that is not waited for is no success; undefined for an accepted
 * or associated pair.
 */
export function evaluateWithoutWait(state: string): Rejection | undefined {
  if (isAssociated(state) || state === 'pending-association') return undefined;
  const unknown = { reason: 'unknown-state', why: 'This version does not know the state' } as const;
  return findRejection(state) ?? unknown;
}
