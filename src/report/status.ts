import { type PairStatus, statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { countUnmanaged } from '../plan/unmanaged.ts';
import type { FailureReason, Reason } from '../reasons.ts';
import { isAsnNotFound } from './evidence.ts';

/** Of each success, and of the rules that refuse a run; those that refuse a pair show in its step. */
const runStatuses: Readonly<
  Record<Exclude<Reason, FailureReason>, RunStatus> & Partial<Record<FailureReason, RunStatus>>
> = {
  associated: 'applied',
  advertised: 'applied',
  withdrawn: 'applied',
  disassociated: 'applied',
  'already-associated': 'no changes',
  'already-pending': 'no changes',
  accepted: 'accepted',
  'dry-run-permitted': 'planned',
  'dry-run-unchecked': 'planned',
  planned: 'planned',
  'no-changes': 'no changes',
  applied: 'applied',
  'fork-no-credentials': 'checked offline',
  'invalid-input': 'refused',
  'account-not-allowed': 'refused',
  refused: 'refused',
  'plan-changed': 'refused',
  'too-many-changes': 'refused',
  unmanaged: 'refused',
  cancelled: 'cancelled',
};

type RunStatus =
  | 'planned'
  | 'applied'
  | 'accepted'
  | 'no changes'
  | 'checked offline'
  | 'refused'
  | 'cancelled'
  | 'failed';

/** A run's status in a word: `refused` if a rule stopped it before any change, else `failed`. */
export function runStatus({ reason, pairs }: Outcome): RunStatus {
  const isRefused = pairs.some(({ step }) => step === 'refuse');
  return runStatuses[reason] ?? (isRefused ? 'refused' : 'failed');
}

/** How reports show a pair. */
export interface StatusView {
  /** After a number. */
  readonly counted: string;
  readonly color: 'red' | 'yellow' | 'green' | 'cyan' | 'dim';
}

/** Every status of a pair as reports show it; what needs attention comes first. */
export const statusViews: Readonly<Record<PairStatus, StatusView>> = {
  failed: { counted: 'failed', color: 'red' },
  refused: { counted: 'refused', color: 'red' },
  skipped: { counted: 'skipped', color: 'yellow' },
  unknown: { counted: 'unknown', color: 'yellow' },
  planned: { counted: 'to create', color: 'green' },
  pending: { counted: 'pending', color: 'cyan' },
  associated: { counted: 'associated', color: 'green' },
  disassociated: { counted: 'removed', color: 'yellow' },
  advertised: { counted: 'advertised', color: 'green' },
  withdrawn: { counted: 'withdrawn', color: 'green' },
  kept: { counted: 'unchanged', color: 'dim' },
};

/** How reports show a pair: what is to be removed, or a route, is not to be created. */
export function viewOf(status: PairStatus, { association, step }: PairOutcome): StatusView {
  if (status !== 'planned') return statusViews[status];
  if (!association)
    return { counted: 'to change', color: step === 'withdraw' ? 'yellow' : 'green' };
  return association.remove ? { counted: 'to remove', color: 'yellow' } : statusViews[status];
}

/** The pairs by status, in the order of `statusViews`; a status that no pair has is left out. */
export function pairsByStatus({ pairs, inputs }: Outcome): [PairStatus, PairOutcome[]][] {
  const order = Object.keys(statusViews);
  const found = [...Map.groupBy(pairs, (pair) => statusOf(pair, inputs?.mode))];
  return found.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** The status that a headline has the number of, or says without one; none for `no changes`. */
const inHeadline: Readonly<Record<RunStatus, PairStatus | undefined>> = {
  planned: 'planned',
  applied: undefined,
  accepted: undefined,
  'no changes': undefined,
  'checked offline': 'unknown',
  refused: 'refused',
  cancelled: undefined,
  failed: 'failed',
};

/** The pairs that a headline does not count: an apply counts what it changed. */
function notInHeadline(outcome: Outcome, run: RunStatus): readonly PairOutcome[] {
  const { pairs, inputs } = outcome;
  if (run === 'applied' || run === 'accepted') {
    const hasChanged = pairs.some(({ changed }) => changed);
    return hasChanged
      ? pairs.filter(({ changed }) => !changed)
      : pairs.filter((pair) => !isDone(statusOf(pair, inputs?.mode)));
  }
  return pairs.filter((pair) => statusOf(pair, inputs?.mode) !== inHeadline[run]);
}

/** Whether AWS shows the wanted end of a change or of a wait. */
export function isDone(status: PairStatus): boolean {
  return ['associated', 'disassociated', 'advertised', 'withdrawn'].includes(status);
}

/** `2 to create`, `12 unchanged`, `1 unmanaged association`: the numbers that a headline does not have. */
export function moreCounts(outcome: Outcome): readonly string[] {
  const pairs = outcome.pairs.length > 1 ? notInHeadline(outcome, runStatus(outcome)) : [];
  const counts = pairsByStatus({ ...outcome, pairs }).flatMap(([status, some]) =>
    [...Map.groupBy(some, (pair) => viewOf(status, pair).counted)].map(
      ([counted, { length }]) => `${length} ${counted}`,
    ),
  );
  return [...counts, ...remarkCounts(outcome)];
}

/** What a plan has beyond its steps: `1 ASN not found in IPAM`, `2 unmanaged associations`. */
function remarkCounts({ pairs, plan }: Outcome): string[] {
  const asns = pairs.filter(isAsnNotFound).map(({ association }) => association?.asn);
  const count = new Set(asns).size;
  const unmanaged = plan ? countUnmanaged(plan) : '';
  return [
    ...(count > 0 ? [`${count} ${count === 1 ? 'ASN' : 'ASNs'} not found in IPAM`] : []),
    ...(unmanaged === '' ? [] : [unmanaged]),
  ];
}
