import type { Transport } from '../aws/transport.ts';
import type { Context } from '../context.ts';
import type { CommentInputs, Inputs } from '../inputs/inputs.ts';
import { startDeadline } from '../lib/deadline.ts';
import { readEventTime } from './claimed-run.ts';
import { type CommentKey, commentRoom } from './comment-marker.ts';
import { findPullNumber } from './find-pull-request.ts';
import { postComment } from './upsert-comment.ts';

/** What a comment on a plan needs. */
interface PlanCommentContext
  extends Pick<Context, 'env' | 'clock' | 'random' | 'log' | 'cancelled'> {
  /** The event's payload, any JSON value. */
  readonly event: unknown;
  readonly transport: Transport;
}

/** A little more than the minute that GitHub's secondary limits ask for. */
const timeoutSeconds = 70;

/**
 * Comments on the pull request; `format` makes Markdown of at most so many characters. Errors of
 * GitHub are warnings: the run already has its outcome.
 */
export async function commentOnPlan(
  inputs: Inputs,
  { token, pullNumber }: CommentInputs,
  format: (room: number) => string,
  context: PlanCommentContext,
): Promise<void> {
  const { env, event: payload, log, transport } = context;
  const limits = { ...context, deadline: startDeadline(context.clock, timeoutSeconds) };
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
  const access = { token, apiUrl, transport, repository: env.GITHUB_REPOSITORY ?? '' };
  const event = { name: env.GITHUB_EVENT_NAME ?? '', payload, sha: env.GITHUB_SHA ?? '' };
  const pull = pullNumber ?? (await findPullNumber({ ...access, event }, limits));
  if (pull === undefined) {
    return log.notice(
      'No comment: this event belongs to no pull request. Set pr-number to name one.',
    );
  }
  if (typeof pull !== 'number') return log.warning(`No comment: ${pull.problem}`);
  const key = keyOf(inputs);
  const posted = await postComment(
    {
      ...access,
      pullNumber: pull,
      key,
      run: { runId: parseCount(env.GITHUB_RUN_ID), attempt: parseCount(env.GITHUB_RUN_ATTEMPT) },
      eventTime: readEventTime(payload),
      phase: inputs.mode,
      body: format(commentRoom(key)),
    },
    limits,
  );
  if (posted.status === 'failed') return log.warning(`No comment: ${posted.problem}`);
  const result =
    posted.status === 'newer' ? 'the comment of a newer run is kept' : `comment ${posted.status}`;
  log.line(`${result}: ${posted.url}`);
}

/** One comment per file and filter; an association from inputs has a key of its own. */
function keyOf({ source }: Inputs): CommentKey {
  if (source.form === 'file') return { file: source.path, targets: source.only };
  const { region, associations } = source.target;
  const pairs = associations.map(({ asn, cidr }) => `${cidr} AS${asn} ${region}`);
  return { file: pairs.join(', '), targets: [] };
}

function parseCount(text: string | undefined): number {
  return text !== undefined && /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
}
