import * as v from 'valibot';
import type { CallContext } from '../lib/call-context.ts';
import { property } from '../lib/json.ts';
import { openRest, type RestAccess } from './client.ts';
import { problemOf } from './errors.ts';
import { GitHubError } from './response.ts';
import { retryAtGitHub } from './retry.ts';

/** What set off the run, as the runner tells it. */
export interface PullRequestEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** The event's payload, any JSON value. */
  readonly payload: unknown;
  /** GITHUB_SHA. */
  readonly sha: string;
}

/** Where to look for the pull request of a commit; the repository is `owner/name`. */
export interface PullRequestSearch extends RestAccess {
  readonly repository: string;
  readonly event: PullRequestEvent;
}

/** What came of looking for a pull request. */
export type FoundPull =
  | { readonly done: 'found'; readonly number: number }
  | { readonly done: 'none' }
  | { readonly done: 'failed'; readonly problem: string };

/**
 * The number of the pull request that the run belongs to. A push is asked of GitHub, other events
 * tell it themselves. Throws the cancellation's Failure, and nothing for what GitHub says.
 */
export async function findPullNumber(
  search: PullRequestSearch,
  world: CallContext,
): Promise<FoundPull> {
  const told = pullNumberOfEvent(search.event);
  if (told !== undefined) return { done: 'found', number: told };
  if (search.event.name !== 'push') return { done: 'none' };
  try {
    const number = await retryAtGitHub(() => askForPull(search, world), world);
    return number === undefined ? { done: 'none' } : { done: 'found', number };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { done: 'failed', problem: problemOf(error.result, 'find pull requests') };
  }
}

/** The number that an event's payload tells; undefined where it tells none. */
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

// A base may have slashes, and even look like the rest; only the last part is GitHub's own.
function numberInQueue(ref: unknown): number | undefined {
  if (typeof ref !== 'string') return undefined;
  const [, digits] = /(?:^|\/)gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[\da-f]+$/.exec(ref) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const pulls = v.array(
  v.object({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    state: v.string(),
    merged_at: v.nullish(v.string()),
    merge_commit_sha: v.nullish(v.string()),
  }),
);

async function askForPull(
  { repository, event: { sha }, ...access }: PullRequestSearch,
  world: CallContext,
): Promise<number | undefined> {
  const [owner = '', repo = ''] = repository.split('/');
  const rest = await openRest(access, world);
  const all = await rest.ask(pulls, ({ repos }, request) =>
    repos.listPullRequestsAssociatedWithCommit({
      ...{ owner, repo, commit_sha: sha },
      ...{ per_page: 100, request },
    }),
  );
  const alive = all.filter(({ state, merged_at }) => state === 'open' || merged_at);
  const merges = alive.filter(({ merge_commit_sha }) => merge_commit_sha === sha);
  if (merges.length > 0) return Math.max(...merges.map(({ number }) => number));
  return alive.length === 1 ? alive[0]?.number : undefined;
}
