import * as v from 'valibot';
import { property } from '../lib/json.ts';
import type { FieldsOf, GitHub, Octokit } from './client.ts';
import type { CommentRun } from './comment-marker.ts';
import type { BotComment } from './comments-api.ts';
import { GitHubError } from './response.ts';

/** This run. */
export interface CheckingRun {
  readonly run: CommentRun;
  /** In milliseconds; the run started later. Undefined if the event has no time. */
  readonly eventTime: number | undefined;
}

/**
 * Checks the claim of a comment's marker that a newer run wrote it. Returns a clause that says why
 * this cannot be true; undefined if it may be. Reads both runs from GitHub; for a token without
 * `actions: read`, which sees neither, only the time of the event counts. Throws GitHubErrors.
 */
export async function refuteClaim(
  { header: { run }, writtenAt }: BotComment,
  checking: CheckingRun,
  gitHub: GitHub,
): Promise<string | undefined> {
  const own = await findRun(checking.run.runId, gitHub);
  const started = typeof own === 'string' ? checking.eventTime : own.created_at;
  if (started !== undefined && writtenAt < started) {
    return 'but the comment was last written before this run started, and so before any newer run';
  }
  // If GitHub does not show this run either, a missing run proves nothing.
  if (typeof own === 'string') return undefined;
  const claimed = await findRun(run.runId, gitHub);
  if (claimed === 'hidden') return undefined;
  if (claimed === 'missing') return 'which does not exist';
  if (claimed.created_at > writtenAt) return 'which started after the comment was last written';
  if (claimed.run_attempt < run.attempt) return 'which has not had that many attempts';
  return undefined;
}

/** The latest time that GitHub has set in an event's payload (any JSON value), in milliseconds. */
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
  gitHub: GitHub,
): Promise<v.InferOutput<typeof workflowRun> | 'missing' | 'hidden'> {
  try {
    return await gitHub.send(workflowRun, { path: `${gitHub.repository}/actions/runs/${runId}` });
  } catch (error) {
    if (!(error instanceof GitHubError) || error.result.kind !== 'rejected') throw error;
    return error.result.status === 404 ? 'missing' : 'hidden';
  }
}
