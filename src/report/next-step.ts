import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { reasons } from '../reasons.ts';
import { countNeedsLook, makeRows } from './pair-row.ts';

const nothing = reasons['no-changes'].next;
const look = 'Look at what is marked. There is nothing else to do.';

/** What to do next, true for where it is read: on a pull request, or in a run that can be approved. */
export function nextStepOf(outcome: Outcome, { pullRequest }: Pick<Links, 'pullRequest'>): string {
  const { reason, failure, inputs } = outcome;
  if (failure) return failure.next;
  if (reasons[reason].next === nothing && countNeedsLook(makeRows(outcome)) > 0) return look;
  const environment = inputs?.environment;
  if (reason !== 'planned' || environment === undefined) return reasons[reason].next;
  const reviewers = `the reviewers of the environment ${environment}`;
  return pullRequest
    ? `Review and merge. The run on the default branch then waits for ${reviewers}.`
    : `Let ${reviewers} approve this run: "Review deployments" on its page.`;
}
