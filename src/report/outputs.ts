import { digestOfChanges } from '../domain/plan-digest.ts';
import { isChange } from '../domain/step.ts';
import type { Links } from '../inputs/links.ts';
import {
  currentOrigin,
  type Outcome,
  type PairOutcome,
  type RouteOutcome,
} from '../outcome/run-state.ts';
import { entryOf } from '../plan/entry.ts';
import { type Change, countPlan, hasChanges, type Plan, type PlannedChange } from '../plan/plan.ts';
import { formatPlan, formatResult, worstOf } from './result.ts';

/** All outputs of action.yml by name. */
export type Outputs = ReturnType<typeof formatOutputs>;

// GitHub's limit for the outputs of a job is 1 MiB of UTF-16, 524,288 characters. The rest is for the
// other steps of the job.
const longestOutputs = 500_000;
const longestPlan = 90_000;

/** GitHub's limit for the jobs of a matrix. */
export const largestMatrix = 256;

/** The outputs of a run of associations. */
export function formatOutputs(outcome: Outcome, links: Links) {
  const { pairs, plan } = outcome;
  return formatWith(outcome, links, {
    asn: common(pairs, ({ association }) => association?.asn ?? ''),
    matrix: JSON.stringify({ include: jobsOf(plan).slice(0, largestMatrix) }),
  });
}

/** The outputs of a run of routes: all that route/action.yml has. */
export function formatRouteOutputs(outcome: Outcome, links: Links) {
  const routes = outcome.pairs.filter((pair): pair is RouteOutcome => pair.route !== undefined);
  return formatWith(outcome, links, {
    origin: common(routes, (route) => currentOrigin(route).origin),
    'origin-source': common(routes, (route) => currentOrigin(route).source),
    rpki: common(routes, ({ rpki }) => rpki?.state ?? ''),
    verified: common(routes, ({ verification }) => verification?.verified ?? ''),
  });
}

/** The outputs of both actions and `own`; the result has the room that the others leave. */
function formatWith<O extends Readonly<Record<string, string>>>(
  outcome: Outcome,
  links: Links,
  own: O,
) {
  const { action, pairs, plan, reason } = outcome;
  const worst = worstOf(pairs);
  const planText = plan ? formatPlan(plan) : '';
  const outputs = {
    state: worst?.state ?? 'unknown',
    'status-message': worst?.statusMessage ?? '',
    changed: String(pairs.some(({ changed }) => changed)),
    'has-changes': String(plan !== undefined && hasChanges(plan)),
    reason,
    cidr: common(pairs, (pair) => entryOf(pair).cidr),
    'account-id': common(pairs, ({ target }) => target.accountId ?? ''),
    region: common(pairs, ({ target }) => target.region),
    'request-id': common(pairs, ({ requestId }) => requestId),
    'plan-digest': plan?.digest ?? '',
    counts: JSON.stringify(countPlan(plan, action)),
    plan: planText.length <= longestPlan ? planText : '',
    ...own,
  };
  const taken = Object.values(outputs).join('').length;
  return { ...outputs, result: formatResult(outcome, longestOutputs - taken, links) };
}

/** The value that all pairs share; empty if they differ. */
function common<P extends PairOutcome>(pairs: readonly P[], read: (pair: P) => string): string {
  const [value = '', ...others] = new Set(pairs.map(read));
  return others.length === 0 ? value : '';
}

/** The number of targets with changes that the `matrix` output leaves out. */
export function targetsLeftOut({ plan }: Outcome): number {
  return Math.max(0, jobsOf(plan).length - largestMatrix);
}

/** The targets with changes as jobs of a `strategy.matrix`, each with its own plan digest. */
function jobsOf(plan: Plan<PlannedChange> | undefined) {
  const planned = (plan?.changes ?? []).filter(
    (change): change is Change => change.association !== undefined,
  );
  const byTarget = [...Map.groupBy(planned, ({ target }) => target)];
  const jobs = byTarget.map(([target, changes]) => ({
    target: target.name,
    account: target.accountId ?? '',
    region: target.region,
    changes: changes.filter(({ step }) => isChange(step)).length,
    'plan-digest': digestOfChanges(changes) ?? '',
  }));
  return jobs.filter(({ changes }) => changes > 0);
}
