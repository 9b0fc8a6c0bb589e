import { isGone } from '../domain/association-state.ts';
import type { ReadBack } from './associate-rules.ts';
import { type History, type Rejection, staleReads, type WaitResult } from './wait-rules.ts';

// What associate-rules.ts and wait-rules.ts say of an association to create, for one to remove.

/**
 * So many reads in a row must not show the association: AWS may still list an earlier, ended one, and a
 * listing may lack one.
 */
const provingReads = { disassociated: 2, absent: 3 };

/** What the last read says of a disassociate call; `unconfirmed` needs another read. */
export function classifyRemoval(state: string, history: History): ReadBack | 'unconfirmed' {
  if (state === 'unknown') return 'unknown';
  if (state === history.before) return 'unchanged';
  if (isGone(state)) return isConfirmed(history, state) ? 'carried out' : 'unconfirmed';
  return isFromCall(state) ? 'carried out' : 'elsewhere';
}

/**
 * What the state just read means in the wait. The state before the call counts as stale for
 * `staleReads`. Any state but a failure is waited for.
 */
export function evaluateRemoval(history: History, state: string): WaitResult {
  if (isGone(state)) return isConfirmed(history, state) ? { result: 'disassociated' } : open;
  if (state === history.before && history.reads <= staleReads) return open;
  const rejection = findRejection(state);
  return rejection ? { result: 'failed', ...rejection } : open;
}

const open: WaitResult = { result: 'open' };

/** Why the last known state of a removal that is not waited for is a failure; undefined where it is none. */
export function findRejection(state: string): Rejection | undefined {
  return state === 'failed-disassociation'
    ? { reason: 'association-failed', why: 'AWS could not disassociate it' }
    : undefined;
}

function isFromCall(state: string): boolean {
  return state === 'pending-disassociation' || state === 'failed-disassociation';
}

function isConfirmed({ removals }: History, state: string): boolean {
  return removals >= (state === 'absent' ? provingReads.absent : provingReads.disassociated);
}
