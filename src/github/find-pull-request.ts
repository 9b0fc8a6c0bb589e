import * as v from 'valibot';
import { property } from '../lib/json.ts';
import type { Failed, FieldsOf, GitHub, Octokit } from './client.ts';

/** The event that triggered the run. */
interface TriggerEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** Any JSON value. */
  readonly payload: unknown;
  /** GITHUB_SHA. */
  readonly sha: string;
}

/**
 * The number of the run's pull request, undefined for none. It is in the payload of the event; only
 * for a push it is read from GitHub. Throws the cancellation's Failure, but no GitHubErrors.
 */
export async function findPullNumber(
  event: TriggerEvent,
  gitHub: GitHub,
): Promise<number | undefined | Failed> {
  if (event.name !== 'push') return pullNumberOfEvent(event);
  return gitHub.attempt('read', () => findPullOfCommit(event.sha, gitHub));
}

/** The number in an event's payload; undefined for none. */
export function pullNumberOfEvent({ name, payload }: TriggerEvent): number | undefined {
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

/** The pull request that the commit merged, or else the only one that has it. */
async function findPullOfCommit(sha: string, gitHub: GitHub): Promise<number | undefined> {
  const path = `${gitHub.repository}/commits/${sha}/pulls`;
  const listed = await gitHub.send(v.array(pull), { path, query: { per_page: '100' } });
  const alive = listed.filter(({ state, merged_at }) => state === 'open' || merged_at);
  const merges = alive.filter(({ merge_commit_sha }) => merge_commit_sha === sha);
  if (merges.length > 0) return Math.max(...merges.map(({ number }) => number));
  return alive.length === 1 ? alive[0]?.number : undefined;
}
