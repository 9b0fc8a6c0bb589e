import { type PairStatus, statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { type FailureReason, type Reason, reasons } from '../reasons.ts';

/** How far what is desired has come, in the words of a heading. */
export type Status =
  | 'planned'
  | 'refused'
  | 'applied'
  | 'accepted'
  | 'failed'
  | 'no changes'
  | 'checked offline';

const successes: Readonly<Record<Exclude<Reason, FailureReason>, Status>> = {
  associated: 'applied',
  'already-associated': 'no changes',
  'already-pending': 'no changes',
  accepted: 'accepted',
  'dry-run-permitted': 'planned',
  'dry-run-unchecked': 'planned',
  planned: 'planned',
  'no-changes': 'no changes',
  applied: 'applied',
  'fork-no-credentials': 'checked offline',
};

/** The rules that say no to a whole run; those to a pair show in its step. */
const refusals: ReadonlySet<Reason> = new Set<FailureReason>([
  'invalid-input',
  'account-not-allowed',
  'refused',
  'plan-changed',
  'too-many-changes',
]);

/** The status of a run: `refused` when a rule said no before any write, `failed` after all else. */
export function runStatus({ reason, pairs }: Outcome): Status {
  if (isSuccess(reason)) return successes[reason];
  const refused = refusals.has(reason) || pairs.some(({ step }) => step === 'refuse');
  return refused ? 'refused' : 'failed';
}

/** What needs attention comes first. */
const endsInOrder = [
  'failed',
  'refused',
  'skipped',
  'unknown',
  'planned',
  'pending',
  'associated',
  'kept',
] as const satisfies readonly PairStatus[];

const counted: Readonly<Record<PairStatus, string>> = {
  failed: 'failed',
  refused: 'refused',
  skipped: 'skipped',
  unknown: 'unknown',
  planned: 'to associate',
  pending: 'pending',
  associated: 'associated',
  kept: 'unchanged',
};

/** The pairs by how the run left them, what needs attention first; ends of no pair are left out. */
export function pairsByEnd({
  pairs,
  inputs,
}: Outcome): ReadonlyMap<PairStatus, readonly PairOutcome[]> {
  const byEnd = Map.groupBy(pairs, (pair) => statusOf(pair, inputs?.mode));
  return new Map(
    endsInOrder.flatMap((end) => {
      const found = byEnd.get(end);
      return found ? [[end, found] as const] : [];
    }),
  );
}

/** `1 failed, 2 associated, 12 unchanged`; empty without pairs. */
export function countText(outcome: Outcome): string {
  return [...pairsByEnd(outcome)]
    .map(([end, pairs]) => `${pairs.length} ${counted[end]}`)
    .join(', ');
}

function isSuccess(reason: Reason): reason is keyof typeof successes {
  return reasons[reason].ending === 'success';
}
