import type { FailureReason } from '../reasons.ts';

/** The state that a change leads to, and the states before it. */
export interface Goal {
  /** The state before the call; the pending state if this run made no call. */
  readonly before: string;
  readonly pending: string;
  /** The state of an entry that AWS does not list. */
  readonly absent: string;
  isEnd(state: string): boolean;
  /** Whether a listing with this state may be older than the call; `ends` as in `History`. */
  mayBeStale(state: string, ends: number): boolean;
}

/** What the listings since a call say about an entry. */
export interface History {
  /** Listings with a clear state. */
  readonly reads: number;
  /** Whether a listing proved that the entry has left the state before. */
  readonly moved: boolean;
  /** Whether a listing showed the pending state. */
  readonly pending: boolean;
  /** Listings in a row that showed the end state. */
  readonly ends: number;
  /** Listings in a row that lacked the entry. */
  readonly absences: number;
}

/** The history of a call before the first read. */
export const noReads: History = { reads: 0, moved: false, pending: false, ends: 0, absences: 0 };

/** EC2 is eventually consistent: this many listings after a call may still show the state before. */
export const staleReads = 3;

/** This many listings in a row without an entry prove that it is gone. */
export const provingAbsences = 3;

/** Adds a listing. One that contradicts itself (`unknown`) proves nothing and interrupts every row. */
export function addReading(goal: Goal, history: History, state: string): History {
  if (state === 'unknown') return { ...history, ends: 0, absences: 0 };
  const ends = goal.isEnd(state) ? history.ends + 1 : 0;
  return {
    reads: history.reads + 1,
    moved: history.moved || !goal.mayBeStale(state, ends),
    pending: history.pending || state === goal.pending,
    ends,
    absences: state === goal.absent ? history.absences + 1 : 0,
  };
}

/** What the listings after a call say about it; `unconfirmed` needs another listing. */
export type ReadBack = 'carried out' | 'unchanged' | 'conflicting' | 'unconfirmed' | 'unknown';

/** Why a change cannot reach its end state any more. */
export interface Rejection {
  readonly reason: FailureReason;
  /** A sentence without its full stop. */
  readonly why: string;
}

export const unknownState: Rejection = {
  reason: 'unknown-state',
  why: 'This version does not know the state',
};

/** Whether a change has reached its end state, or why it cannot. */
export type WaitResult = 'open' | 'done' | Rejection;
