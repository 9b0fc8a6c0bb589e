import { type PairStatus, statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { type FailureReason, type Reason, reasons } from '../reasons.ts';

/** The status of a run in a heading. */
type Status =
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

/** The rules that refuse a run; those that refuse a pair show in its step. */
const refusals: ReadonlySet<Reason> = new Set<FailureReason>([
  'invalid-input',
  'account-not-allowed',
  'refused',
  'plan-changed',
  'too-many-changes',
]);

/** The status of a run: `refused` if a rule stopped it before any change, `failed` for all else. */
export function runStatus({ reason, pairs }: Outcome): Status {
  if (isSuccess(reason)) return successes[reason];
  const refused = refusals.has(reason) || pairs.some(({ step }) => step === 'refuse');
  return refused ? 'refused' : 'failed';
}

/** How reports show a pair. */
interface StatusView {
  /** In the first column of a table. */
  readonly label: string;
  /** After a number. */
  readonly counted: string;
  /** Bold in a table. */
  readonly attention: boolean;
  readonly color: 'red' | 'yellow' | 'green' | 'cyan' | 'dim';
}

/** Every status of a pair as reports show it; what needs attention comes first. */
export const statusViews: Readonly<Record<PairStatus, StatusView>> = {
  failed: { label: 'failed', counted: 'failed', attention: true, color: 'red' },
  refused: { label: 'refused', counted: 'refused', attention: true, color: 'red' },
  skipped: { label: 'skipped', counted: 'skipped', attention: true, color: 'yellow' },
  unknown: { label: 'unknown', counted: 'unknown', attention: true, color: 'yellow' },
  planned: { label: 'associate', counted: 'to associate', attention: true, color: 'green' },
  pending: { label: 'pending', counted: 'pending', attention: false, color: 'cyan' },
  associated: { label: 'associated', counted: 'associated', attention: false, color: 'green' },
  kept: { label: 'unchanged', counted: 'unchanged', attention: false, color: 'dim' },
};

/** The pairs by status, in the order of `statusViews`; a status that no pair has is left out. */
export function pairsByStatus({
  pairs,
  inputs,
}: Outcome): ReadonlyMap<PairStatus, readonly PairOutcome[]> {
  const order = Object.keys(statusViews);
  const found = Map.groupBy(pairs, (pair) => statusOf(pair, inputs?.mode));
  return new Map([...found].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** `1 failed, 2 associated, 12 unchanged`; empty without pairs. */
export function countText(outcome: Outcome): string {
  return [...pairsByStatus(outcome)]
    .map(([status, pairs]) => `${pairs.length} ${statusViews[status].counted}`)
    .join(', ');
}

function isSuccess(reason: Reason): reason is keyof typeof successes {
  return reasons[reason].ending === 'success';
}
