import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { type Reason, reasons } from '../reasons.ts';
import { isMissed, makeRows } from './pair-row.ts';

/** The reasons of plans with changes. */
const planned = new Set<Reason>(['planned', 'dry-run-permitted', 'dry-run-unchecked']);

/** What to do next on a pull request, in a run that can be approved, or anywhere else. */
export function nextStepOf(
  outcome: Outcome,
  { pullRequest, isOnDefaultBranch }: Pick<Links, 'pullRequest' | 'isOnDefaultBranch'>,
): string {
  const { action, reason, failure, inputs, pairs } = outcome;
  const { next } = failure ?? reasons[reason];
  if (failure) return next;
  if (pairs.some((pair) => pair.route && isMissed(pair))) return reasons['not-verified'].next;
  if (reason === 'applied' && action === 'routes') return reasons.advertised.next;
  if (next === reasons['no-changes'].next && makeRows(outcome).some(({ needsLook }) => needsLook)) {
    return 'Check what needs a look. There is nothing else to do.';
  }
  if (!planned.has(reason) || inputs?.environment === undefined) return next;
  const reviewers = `the reviewers of the environment ${inputs.environment}`;
  if (isOnDefaultBranch) {
    return `Let ${reviewers} approve this run: "Review deployments" on its page.`;
  }
  const review = pullRequest === undefined ? 'Review the plan.' : 'Review and merge.';
  return `${review} After the merge, the run on the default branch waits for ${reviewers}.`;
}
