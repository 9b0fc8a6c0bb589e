import type { PairStatus } from '../outcome/pair-status.ts';
import type { PairOutcome } from '../outcome/run-state.ts';

/** The head of a table's column of states. */
export function statesHeader(mode: 'plan' | 'apply'): string {
  return mode === 'plan' ? 'Now → after' : 'Before → now';
}

/** The state of a pair now or, in a plan, after the apply. */
export function stateAfter(
  { state }: PairOutcome,
  status: PairStatus,
  mode: 'plan' | 'apply',
): string {
  const aimed = status === 'planned' || (status === 'pending' && mode === 'plan');
  return aimed ? 'associated' : state;
}

/** What the state does not say: why a pair is refused or associated again, and AWS's message. */
export function extraReasons(
  { before, statusMessage, why }: PairOutcome,
  status: PairStatus,
): readonly string[] {
  const again = status === 'planned' && before !== 'absent';
  const reason = status === 'refused' || again ? [why] : [];
  const known = statusMessage === '' || (reason.length > 0 && why.includes(statusMessage));
  return [...reason, ...(known ? [] : [`AWS says: ${statusMessage}`])];
}
