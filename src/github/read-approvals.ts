import * as v from 'valibot';
import { startDeadline } from '../lib/deadline.ts';
import { createGitHub, type FieldsOf, type GitHubContext, type Octokit } from './client.ts';

/** The apply has ended, and its report must not wait long. */
const timeoutSeconds = 5;

/** More than an environment needs. */
const maxApprovers = 10;

const approval = v.object({
  state: v.string(),
  environments: v.array(v.object({ name: v.optional(v.string(), '') })),
  user: v.object({ login: v.string() }),
} satisfies FieldsOf<Octokit['actions']['getReviewsForRun']>);

/**
 * The logins of the people who approved the run for the environment, with a token that may read runs.
 * Empty if no approval was needed, or if GitHub does not list them within 5 s; the log says why.
 * Throws the cancellation's Failure.
 */
export async function readApprovals(
  { environment, token }: { readonly environment: string; readonly token: string },
  context: Omit<GitHubContext, 'deadline'>,
): Promise<readonly string[]> {
  const deadline = startDeadline(context.clock, timeoutSeconds);
  const gitHub = createGitHub(token, { ...context, deadline });
  const path = `${gitHub.repository}/actions/runs/${context.env.GITHUB_RUN_ID ?? ''}/approvals`;
  const listed = await gitHub.attempt('read runs', () => gitHub.send(v.array(approval), { path }));
  if (!Array.isArray(listed)) {
    context.log.line(`the approvers are not known: ${listed.problem}`);
    return [];
  }
  // GitHub's names of environments are not case-sensitive.
  const isThis = ({ name }: { name: string }) => name.toLowerCase() === environment.toLowerCase();
  const logins = listed
    .filter(({ state, environments }) => state === 'approved' && environments.some(isThis))
    .map(({ user }) => user.login);
  return [...new Set(logins)].slice(0, maxApprovers);
}
