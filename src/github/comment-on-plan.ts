import type { Log } from '../context.ts';
import type { CommentInputs, Inputs } from '../inputs/inputs.ts';
import type { CallContext } from '../lib/call-context.ts';
import type { Clock } from '../lib/clock.ts';
import { startDeadline } from '../lib/deadline.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { formatComment } from '../report/comment.ts';
import type { Links } from '../report/links.ts';
import { readEventTime } from './claimed-run.ts';
import { type CommentKey, commentRoom } from './comment-marker.ts';
import { type FoundPull, findPullNumber } from './find-pull-request.ts';

import { postComment } from './upsert-comment.ts';

/** What a comment needs of the world. */
export interface CommentContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The event's payload, any JSON value. */
  readonly event: unknown;
  readonly links: Links;
  /** Aborts when no time is left; a run that was cancelled still has a little. */
  readonly cancelled: AbortSignal;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** A little more than the minute that GitHub's secondary limits ask for. */
const patienceSeconds = 70;

/**
 * Tells the outcome on the pull request. Whatever GitHub says is a warning at most: the run has ended
 * already as it did.
 */
export async function commentOnPlan(
  outcome: Outcome,
  inputs: Inputs,
  comment: CommentInputs,
  world: CommentContext,
): Promise<void> {
  const { env, log } = world;
  const limits = { ...world, deadline: startDeadline(world.clock, patienceSeconds) };
  const pull = await findPull(comment, limits);
  if (pull.done === 'failed') log.warning(`No comment: ${pull.problem}`);
  if (pull.done === 'none') {
    log.notice('No comment: this event belongs to no pull request; pr-number can name one.');
  }
  if (pull.done !== 'found') return;
  const key = keyOf(inputs);
  const posted = await postComment(
    {
      ...access(comment, env),
      repository: env.GITHUB_REPOSITORY ?? '',
      pullNumber: pull.number,
      key,
      run: { runId: count(env.GITHUB_RUN_ID), attempt: count(env.GITHUB_RUN_ATTEMPT) },
      eventTime: readEventTime(world.event),
      phase: inputs.mode,
      body: formatComment(outcome, commentRoom(key), world.links),
    },
    limits,
  );
  switch (posted.done) {
    case 'failed':
      return log.warning(`No comment: ${posted.problem}`);
    case 'newer':
      return log.line(`the comment of a newer run stays: ${posted.url}`);
    default:
      return log.line(`comment ${posted.done}: ${posted.url}`);
  }
}

async function findPull(
  comment: CommentInputs,
  world: CommentContext & CallContext,
): Promise<FoundPull> {
  if (comment.pullNumber !== undefined) return { done: 'found', number: comment.pullNumber };
  const { env, event: payload } = world;
  const event = { name: env.GITHUB_EVENT_NAME ?? '', payload, sha: env.GITHUB_SHA ?? '' };
  const repository = env.GITHUB_REPOSITORY ?? '';
  return findPullNumber({ ...access(comment, env), repository, event }, world);
}

function access({ token }: CommentInputs, env: CommentContext['env']) {
  const proxy = URL.parse(env.https_proxy ?? '')?.host || undefined;
  return { token, apiUrl: env.GITHUB_API_URL || 'https://api.github.com', proxy };
}

/** One comment a file and filter; the association of the inputs is a key of its own. */
function keyOf({ source }: Inputs): CommentKey {
  if (source.form === 'file') return { file: source.path, targets: source.only };
  const { region, associations } = source.target;
  const pairs = associations.map(({ asn, cidr }) => `${cidr} AS${asn} ${region}`);
  return { file: pairs.join(', '), targets: [] };
}

function count(text: string | undefined): number {
  return text !== undefined && /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
}
