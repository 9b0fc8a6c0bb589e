import * as v from 'valibot';
import { property } from '../lib/json.ts';
import type { Rest } from './client.ts';
import type { CommentRun } from './comment-marker.ts';
import { GitHubError } from './response.ts';

/** Which run a comment's marker names, and when the comment was last written, in milliseconds. */
export interface Claim {
  readonly run: CommentRun;
  readonly writtenAt: number;
}

/** The run that finds a claim to be newer than itself. */
export interface AskingRun {
  /** `owner/name`. */
  readonly repository: string;
  readonly run: CommentRun;
  /** The run began no earlier, in milliseconds; undefined where its event tells no time. */
  readonly eventTime: number | undefined;
}

/**
 * Why a newer run cannot have written a comment, as a clause; undefined where it may have. GitHub
 * is asked for both runs. A token without `actions: read` is told nothing about either, and then
 * only the time of the event speaks. Throws the GitHubErrors of answers that did not come.
 */
export async function refuteClaim(
  { run, writtenAt }: Claim,
  asking: AskingRun,
  rest: Rest,
): Promise<string | undefined> {
  const own = await findRun(asking.run.runId, asking, rest);
  const began = typeof own === 'string' ? asking.eventTime : own.createdAt;
  if (began !== undefined && writtenAt < began) {
    return 'but the comment was last written before this run began, and so before any newer one';
  }
  // Where GitHub does not know this very run, that it does not know another proves nothing.
  if (typeof own === 'string') return undefined;
  const claimed = await findRun(run.runId, asking, rest);
  if (claimed === 'not told') return undefined;
  if (claimed === 'unknown') return 'which GitHub does not know';
  if (claimed.createdAt > writtenAt) return 'which began after the comment was last written';
  if (claimed.attempts < run.attempt) return 'which has not had so many attempts';
  return undefined;
}

/** The latest time in an event's payload (any JSON value) that GitHub has set, in milliseconds. */
export function readEventTime(payload: unknown): number | undefined {
  const times = [
    timeOf(property(property(payload, 'pull_request'), 'updated_at')),
    timeOf(property(property(payload, 'repository'), 'pushed_at')),
  ].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** A push tells seconds since 1970, any other event a date. */
function timeOf(value: unknown): number | undefined {
  const time =
    typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isFinite(time) ? time : undefined;
}

interface KnownRun {
  readonly createdAt: number;
  readonly attempts: number;
}

const workflowRun = v.object({
  created_at: v.pipe(v.string(), v.transform(Date.parse), v.number()),
  run_attempt: v.optional(v.number(), 1),
});

async function findRun(
  runId: number,
  { repository }: AskingRun,
  rest: Rest,
): Promise<KnownRun | 'unknown' | 'not told'> {
  const [owner = '', repo = ''] = repository.split('/');
  try {
    const found = await rest.ask(workflowRun, ({ actions }, request) =>
      actions.getWorkflowRun({ owner, repo, run_id: runId, request }),
    );
    return { createdAt: found.created_at, attempts: found.run_attempt };
  } catch (error) {
    if (!(error instanceof GitHubError) || error.result.kind !== 'refused') throw error;
    return error.result.status === 404 ? 'unknown' : 'not told';
  }
}
