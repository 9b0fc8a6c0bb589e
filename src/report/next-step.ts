import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { reasons } from '../reasons.ts';
import { countNeedsLook, makeRows } from './pair-row.ts';
import { isMissed } from './route-cells.ts';

const nothing = reasons['no-changes'].next;
const look = 'Check what needs a look. There is nothing else to do.';

/** What to do next, true for where it is read: on a pull request, or in a run that can be approved. */
export function nextStepOf(
  outcome: Outcome,
  { pullRequest, isOnDefaultBranch }: Pick<Links, 'pullRequest' | 'isOnDefaultBranch'>,
): string {
  const { action, reason, failure, inputs, pairs } = outcome;
  if (failure) return failure.next;
  if (pairs.some((pair) => pair.route && isMissed(pair))) return reasons['not-verified'].next;
  if (reason === 'applied' && action === 'routes') return reasons.advertised.next;
  if (reasons[reason].next === nothing && countNeedsLook(makeRows(outcome)) > 0) return look;
  const environment = inputs?.environment;
  if (reason !== 'planned' || environment === undefined) return reasons[reason].next;
  const reviewers = `the reviewers of the environment ${environment}`;
  if (isOnDefaultBranch) {
    return `Let ${reviewers} approve this run: "Review deployments" on its page.`;
  }
  const review = pullRequest === undefined ? 'Review the plan.' : 'Review and merge.';
  return `${review} After the merge, the run on the default branch waits for ${reviewers}.`;
}
