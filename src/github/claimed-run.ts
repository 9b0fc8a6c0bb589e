import * as v from 'valibot';
import { property } from '../lib/json.ts';
import type { FieldsOf, Octokit, Rest } from './client.ts';
import type { CommentRun } from './comment-marker.ts';
import type { BotComment } from './comments-api.ts';
import { GitHubError } from './response.ts';

/** The run that checks a claim to be newer than itself. */
export interface CheckingRun {
  readonly run: CommentRun;
  /** The run started no earlier, in milliseconds; undefined where its event has no time. */
  readonly eventTime: number | undefined;
}

/**
 * Why the newer run that a comment's marker names cannot have written it, as a clause; undefined where
 * it may have. Reads both runs from GitHub. A token without `actions: read` sees neither; then only the
 * event's time counts. Throws GitHubErrors.
 */
export async function refuteClaim(
  { header: { run }, writtenAt }: BotComment,
  checking: CheckingRun,
  rest: Rest,
): Promise<string | undefined> {
  const own = await findRun(checking.run.runId, rest);
  const started = typeof own === 'string' ? checking.eventTime : own.created_at;
  if (started !== undefined && writtenAt < started) {
    return 'but the comment was last written before this run started, and so before any newer run';
  }
  // If GitHub does not even show this run, another missing run proves nothing.
  if (typeof own === 'string') return undefined;
  const claimed = await findRun(run.runId, rest);
  if (claimed === 'hidden') return undefined;
  if (claimed === 'missing') return 'which does not exist';
  if (claimed.created_at > writtenAt) return 'which started after the comment was last written';
  if (claimed.run_attempt < run.attempt) return 'which has not had that many attempts';
  return undefined;
}

/** The latest time in an event's payload (any JSON value) that GitHub has set, in milliseconds. */
export function readEventTime(payload: unknown): number | undefined {
  const times = [
    property(property(payload, 'pull_request'), 'updated_at'),
    property(property(payload, 'repository'), 'pushed_at'),
  ];
  const latest = Math.max(...times.map(timeOf).filter(Number.isFinite));
  return Number.isFinite(latest) ? latest : undefined;
}

/** A push has seconds since 1970, any other event a date; NaN for anything else. */
function timeOf(value: unknown): number {
  if (typeof value === 'number') return value * 1000;
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

const workflowRun = v.object({
  /** In milliseconds. */
  created_at: v.pipe(v.string(), v.transform(Date.parse), v.number()),
  run_attempt: v.optional(v.number(), 1),
} satisfies FieldsOf<Octokit['actions']['getWorkflowRun']>);

async function findRun(
  runId: number,
  rest: Rest,
): Promise<v.InferOutput<typeof workflowRun> | 'missing' | 'hidden'> {
  try {
    return await rest.send(workflowRun, { path: `${rest.repository}/actions/runs/${runId}` });
  } catch (error) {
    if (!(error instanceof GitHubError) || error.result.kind !== 'rejected') throw error;
    return error.result.status === 404 ? 'missing' : 'hidden';
  }
}
