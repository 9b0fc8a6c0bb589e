import { type PairStatus, statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { countUnmanaged } from '../plan/unmanaged.ts';
import type { FailureReason, Reason } from '../reasons.ts';
import { asnRemark } from './evidence.ts';

/** Of each success, and of the rules that refuse a run; those that refuse a pair show in its step. */
const runStatuses: Readonly<
  Record<Exclude<Reason, FailureReason>, string> & Partial<Record<FailureReason, string>>
> = {
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
  'invalid-input': 'refused',
  'account-not-allowed': 'refused',
  refused: 'refused',
  'plan-changed': 'refused',
  'too-many-changes': 'refused',
  unmanaged: 'refused',
};

/** A run's status for a heading: `refused` if a rule stopped it before any change, else `failed`. */
export function runStatus({ reason, pairs }: Outcome): string {
  const isRefused = pairs.some(({ step }) => step === 'refuse');
  return runStatuses[reason] ?? (isRefused ? 'refused' : 'failed');
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
export function pairsByStatus({ pairs, inputs }: Outcome): [PairStatus, PairOutcome[]][] {
  const order = Object.keys(statusViews);
  const found = [...Map.groupBy(pairs, (pair) => statusOf(pair, inputs?.mode))];
  return found.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** `1 failed, 2 associated, 12 unchanged, 1 unmanaged association`; empty without pairs. */
export function countText(outcome: Outcome): string {
  const pairs = pairsByStatus(outcome).map(
    ([status, { length }]) => `${length} ${statusViews[status].counted}`,
  );
  return [...pairs, ...remarkCounts(outcome)].join(', ');
}

/** What a plan has beyond its steps: `1 ASN not found in IPAM`, `2 unmanaged associations`. */
export function remarkCounts({ pairs, plan }: Outcome): string[] {
  const asns = pairs.filter((pair) => asnRemark(pair) !== undefined);
  const count = new Set(asns.map(({ association }) => association.asn)).size;
  const unmanaged = plan ? countUnmanaged(plan) : '';
  return [
    ...(count > 0 ? [`${count} ${count === 1 ? 'ASN' : 'ASNs'} not found in IPAM`] : []),
    ...(unmanaged === '' ? [] : [unmanaged]),
  ];
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
