import * as v from 'valibot';
import type { CallContext } from '../lib/call-context.ts';
import { property } from '../lib/json.ts';
import { createRest, type FieldsOf, type Octokit, type RestAccess } from './client.ts';
import { problemOf } from './errors.ts';
import { GitHubError } from './response.ts';
import { retryAtGitHub } from './retry.ts';

/** The event that triggered the run. */
interface PullRequestEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** The event's payload, any JSON value. */
  readonly payload: unknown;
  /** GITHUB_SHA. */
  readonly sha: string;
}

/** Where to look for the pull request of a commit; the repository is `owner/name`. */
interface PullRequestSearch extends RestAccess {
  readonly repository: string;
  readonly event: PullRequestEvent;
}

/** The result of a search for a pull request. */
export type FoundPull =
  | { readonly status: 'found'; readonly number: number }
  | { readonly status: 'none' }
  | { readonly status: 'failed'; readonly problem: string };

/**
 * The number of the pull request that the run belongs to: of a push, GitHub is asked for it; of other
 * events it is in the payload. Throws the cancellation's Failure, and nothing for GitHub's errors.
 */
export async function findPullNumber(
  search: PullRequestSearch,
  context: CallContext,
): Promise<FoundPull> {
  const inEvent = pullNumberOfEvent(search.event);
  if (inEvent !== undefined) return { status: 'found', number: inEvent };
  if (search.event.name !== 'push') return { status: 'none' };
  try {
    const number = await retryAtGitHub(() => findPullOfCommit(search, context), context);
    return number === undefined ? { status: 'none' } : { status: 'found', number };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { status: 'failed', problem: problemOf(error.result, 'find pull requests') };
  }
}

/** The number in an event's payload; undefined where there is none. */
export function pullNumberOfEvent({ name, payload }: PullRequestEvent): number | undefined {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return numberOf(property(payload, 'pull_request'));
    case 'issues':
    case 'issue_comment': {
      const issue = property(payload, 'issue');
      return property(issue, 'pull_request') ? numberOf(issue) : undefined;
    }
    case 'merge_group':
      return numberInQueue(property(property(payload, 'merge_group'), 'head_ref'));
    case 'workflow_run': {
      const pulls = property(property(payload, 'workflow_run'), 'pull_requests');
      return numberOf(property(pulls, '0'));
    }
    default:
      return undefined;
  }
}

function numberOf(value: unknown): number | undefined {
  const number = property(value, 'number');
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0
    ? number
    : undefined;
}

// The base branch may contain slashes and look like the rest; only the last part is GitHub's.
function numberInQueue(ref: unknown): number | undefined {
  if (typeof ref !== 'string') return undefined;
  const [, digits] = /(?:^|\/)gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[\da-f]+$/.exec(ref) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const pullFields = {
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  state: v.string(),
  merged_at: v.nullish(v.string()),
  merge_commit_sha: v.nullish(v.string()),
} satisfies FieldsOf<Octokit['pulls']['get']>;
const pulls = v.array(v.object(pullFields));

async function findPullOfCommit(
  { repository, event: { sha }, ...access }: PullRequestSearch,
  context: CallContext,
): Promise<number | undefined> {
  const listed = await createRest(access, context).send(pulls, {
    path: `/repos/${repository}/commits/${sha}/pulls`,
    query: { per_page: '100' },
  });
  const alive = listed.filter(({ state, merged_at }) => state === 'open' || merged_at);
  const merges = alive.filter(({ merge_commit_sha }) => merge_commit_sha === sha);
  if (merges.length > 0) return Math.max(...merges.map(({ number }) => number));
  return alive.length === 1 ? alive[0]?.number : undefined;
}
