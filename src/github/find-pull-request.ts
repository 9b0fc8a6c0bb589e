import * as v from 'valibot';
import type { CallContext } from '../lib/call-context.ts';
import { property } from '../lib/json.ts';
import { askGitHub, type Failed } from './ask-github.ts';
import { createRest, type FieldsOf, type Octokit, type RestAccess } from './client.ts';

/** Where to look, and the event that triggered the run. */
interface PullRequestSearch extends RestAccess {
  readonly event: {
    /** GITHUB_EVENT_NAME. */
    readonly name: string;
    /** The event's payload, any JSON value. */
    readonly payload: unknown;
    /** GITHUB_SHA. */
    readonly sha: string;
  };
}

/**
 * The number of the pull request that the run belongs to, undefined for none: of a push, GitHub is
 * asked for it; of other events it is in the payload. Throws the cancellation's Failure, and nothing
 * for GitHub's errors.
 */
export async function findPullNumber(
  search: PullRequestSearch,
  context: CallContext,
): Promise<number | undefined | Failed> {
  if (search.event.name !== 'push') return pullNumberOfEvent(search.event);
  return askGitHub('read', () => findPullOfCommit(search, context), context);
}

/** The number in an event's payload; undefined where there is none. */
export function pullNumberOfEvent({
  name,
  payload,
}: PullRequestSearch['event']): number | undefined {
  if (name.startsWith('pull_request')) return numberOf(property(payload, 'pull_request'));
  switch (name) {
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

const pullNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

function numberOf(value: unknown): number | undefined {
  const number = property(value, 'number');
  return v.is(pullNumber, number) ? number : undefined;
}

// The base branch may contain slashes and look like the rest; only the last part is GitHub's.
function numberInQueue(ref: unknown): number | undefined {
  if (typeof ref !== 'string') return undefined;
  const [, digits] = /(?:^|\/)gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[\da-f]+$/.exec(ref) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const pull = v.object({
  number: pullNumber,
  state: v.string(),
  merged_at: v.nullish(v.string()),
  merge_commit_sha: v.nullish(v.string()),
} satisfies FieldsOf<Octokit['pulls']['get']>);

async function findPullOfCommit(
  search: PullRequestSearch,
  context: CallContext,
): Promise<number | undefined> {
  const { sha } = search.event;
  const rest = createRest(search, context);
  const path = `${rest.repository}/commits/${sha}/pulls`;
  const listed = await rest.send(v.array(pull), { path, query: { per_page: '100' } });
  const alive = listed.filter(({ state, merged_at }) => state === 'open' || merged_at);
  const merges = alive.filter(({ merge_commit_sha }) => merge_commit_sha === sha);
  if (merges.length > 0) return Math.max(...merges.map(({ number }) => number));
  return alive.length === 1 ? alive[0]?.number : undefined;
}
