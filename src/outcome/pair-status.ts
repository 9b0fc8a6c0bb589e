import { isAsWanted, pendingStateOf } from '../domain/association-state.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { PlannedChange } from '../plan/plan.ts';
import type { PairOutcome } from './run-state.ts';

/** How reports count pairs, and in which color. */
interface StatusView {
  /** After a number: `2 to create`. */
  readonly counted: string;
  readonly color: 'red' | 'yellow' | 'green' | 'cyan' | 'dim';
}

/**
 * How a run can leave a pair, the most urgent status first. `planned` and `kept` are unchanged;
 * `pending` was accepted or is still waited for; `unknown` was not read, or not since a call that was
 * in progress when the run was cancelled.
 */
export const statusViews = {
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
} as const satisfies Record<string, StatusView>;

/** A status of a pair. */
export type PairStatus = keyof typeof statusViews;

/** The statuses, the most urgent first. */
export const statuses = Object.keys(statusViews) as readonly PairStatus[];

/** The words for a step: after a number, and for a change what it does and what it would have done. */
interface StepView {
  readonly counted: string;
  readonly verb?: string;
  readonly participle?: string;
}

/** The steps of a plan in the order of reports. */
export const stepViews: Readonly<Record<PlannedChange['step'], StepView>> = {
  associate: { counted: 'to create', verb: 'create', participle: 'created' },
  disassociate: { counted: 'to remove', verb: 'remove', participle: 'removed' },
  advertise: { counted: 'to advertise', verb: 'advertise', participle: 'advertised' },
  swap: { counted: 'to swap', verb: 'swap', participle: 'swapped' },
  withdraw: { counted: 'to withdraw', verb: 'withdraw', participle: 'withdrawn' },
  wait: { counted: 'pending' },
  keep: { counted: 'unchanged' },
  refuse: { counted: 'refused' },
};

/** How reports show a status of a pair; for a planned change, they show its step. */
export function viewOf(status: PairStatus, { step }: Pick<PairOutcome, 'step'>): StatusView {
  if (status !== 'planned' || step === undefined) return statusViews[status];
  const isRemoval = step === 'disassociate' || step === 'withdraw';
  return { counted: stepViews[step].counted, color: isRemoval ? 'yellow' : 'green' };
}

/** The steps of some changes: `2 to create, 1 unchanged`. */
export function countChanges(changes: readonly Pick<PlannedChange, 'step'>[]): string {
  const counts = Map.groupBy(changes, ({ step }): string => step);
  const texts = Object.entries(stepViews).flatMap(([step, { counted }]) => {
    const count = counts.get(step)?.length ?? 0;
    return count === 0 ? [] : `${count} ${counted}`;
  });
  return texts.join(', ') || 'nothing';
}

/** The statuses of some pairs, the most urgent first: `1 failed`, `2 unchanged`. */
export function countStatuses(
  pairs: readonly PairOutcome[],
  mode: Inputs['mode'] | undefined,
): string[] {
  const byStatus = Map.groupBy(pairs, (pair) => statusOf(pair, mode));
  return statuses.flatMap((status) => {
    const texts = (byStatus.get(status) ?? []).map((pair) => viewOf(status, pair).counted);
    return [...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => `${length} ${text}`);
  });
}

/** The status of a pair; `mode` is undefined if the inputs are invalid. */
export function statusOf(pair: PairOutcome, mode: Inputs['mode'] | undefined): PairStatus {
  const { failure, step, state, changed, association } = pair;
  if (failure) return 'failed';
  if (step === undefined) return 'unknown';
  if (step === 'refuse') return 'refused';
  if (step === 'keep') return 'kept';
  if (step !== 'wait' && mode === 'plan') return 'planned';
  if (hasReachedEnd(pair)) return endOf(pair);
  if (step === 'wait') return 'pending';
  if (state === 'unknown') return state;
  const isPending = association !== undefined && state === pendingStateOf(association);
  return changed || isPending ? 'pending' : 'skipped';
}

/** A route has reached its end once its wait is over, which sets `done`. */
function hasReachedEnd(pair: PairOutcome): boolean {
  return pair.route ? pair.done === true : isAsWanted(pair.association, pair.state);
}

function endOf({ route, association }: PairOutcome): PairStatus {
  if (route) return route.origin === 'none' ? 'withdrawn' : 'advertised';
  return association.remove ? 'disassociated' : 'associated';
}

/** Whether AWS shows the desired end of a change or of a wait. */
export function isDone(status: PairStatus): boolean {
  return ['associated', 'disassociated', 'advertised', 'withdrawn'].includes(status);
}
