import * as v from 'valibot';
import type { Transport } from '../aws/transport.ts';
import type { Environment } from '../inputs/runner.ts';
import type { CallContext } from '../lib/call-context.ts';
import { startDeadline } from '../lib/deadline.ts';
import { askGitHub } from './ask-github.ts';
import { accessOf, createRest, type FieldsOf, type Octokit } from './client.ts';

/** The environment that the run entered, and a token that may read runs. */
interface ApprovalSearch {
  readonly environment: string;
  readonly token: string;
}

/** What reading approvals needs. */
interface ApprovalContext extends Omit<CallContext, 'deadline'> {
  readonly env: Environment;
  readonly transport: Transport;
}

/** An apply has ended by then, and must not wait long for who approved it. */
const timeoutSeconds = 5;

/** More than the reviewers that GitHub asks for. */
const maxApprovers = 10;

const approval = v.object({
  state: v.string(),
  environments: v.array(v.object({ name: v.optional(v.string(), '') })),
  user: v.object({ login: v.string() }),
} satisfies FieldsOf<Octokit['actions']['getReviewsForRun']>);

/**
 * The logins of those who approved that the run enters the environment. Empty where nobody had to, or
 * where GitHub does not say within 5 s, of which the log says why. Throws the cancellation's Failure.
 */
export async function readApprovals(
  { environment, token }: ApprovalSearch,
  context: ApprovalContext,
): Promise<readonly string[]> {
  const { env, clock, log, transport } = context;
  const limits = { ...context, deadline: startDeadline(clock, timeoutSeconds) };
  const rest = createRest(accessOf(env, token, transport), limits);
  const path = `${rest.repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/approvals`;
  const read = () => rest.send(v.array(approval), { path });
  const listed = await askGitHub('read runs', read, limits);
  if (!Array.isArray(listed)) {
    log.line(`who approved is not known: ${listed.problem}`);
    return [];
  }
  const logins = listed
    .filter(({ state }) => state === 'approved')
    .filter(({ environments }) => environments.some(({ name }) => sameName(name, environment)))
    .map(({ user }) => user.login);
  return [...new Set(logins)].slice(0, maxApprovers);
}

/** GitHub's names of environments are not case-sensitive. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
