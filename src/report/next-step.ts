import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { reasons } from '../reasons.ts';

/** What to do next, true for where it is read: on a pull request, or in a run that can be approved. */
export function nextStepOf(
  { reason, failure, inputs }: Outcome,
  { isPullRequest }: Pick<Links, 'isPullRequest'>,
): string {
  if (failure) return failure.next;
  const environment = inputs?.environment;
  if (reason !== 'planned' || environment === undefined) return reasons[reason].next;
  const reviewers = `the reviewers of the environment ${environment}`;
  return isPullRequest
    ? `Review and merge. The run on the default branch then waits for ${reviewers}.`
    : `Let ${reviewers} approve this run: "Review deployments" on its page.`;
}
