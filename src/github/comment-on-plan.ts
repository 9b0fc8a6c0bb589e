import type { Transport } from '../aws/transport.ts';
import type { Context } from '../context.ts';
import type { CommentInputs, Inputs } from '../inputs/inputs.ts';
import { startDeadline } from '../lib/deadline.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { hasChanges } from '../plan/plan.ts';
import { readEventTime } from './claimed-run.ts';
import { accessOf } from './client.ts';
import { type CommentKey, commentRoom } from './comment-marker.ts';
import { findPullNumber } from './find-pull-request.ts';
import { type CommentRequest, type CommentResult, postComment } from './upsert-comment.ts';

/** What to comment on, and how. */
interface PlanComment {
  readonly outcome: Pick<Outcome, 'conclusion' | 'plan'>;
  readonly inputs: Inputs;
  readonly comment: CommentInputs;
  /** Makes Markdown of at most so many characters. */
  readonly format: (room: number) => string;
}

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
 * Comments on the pull request, and returns the URL of the comment that is there now, empty if there is
 * none. Errors of GitHub are warnings: the run already has its outcome.
 */
export async function commentOnPlan(
  { outcome, inputs, comment, format }: PlanComment,
  context: PlanCommentContext,
): Promise<string> {
  const { token, create, pullNumber } = comment;
  const { env, event: payload, log, transport } = context;
  const limits = { ...context, deadline: startDeadline(context.clock, timeoutSeconds) };
  const access = accessOf(env, token, transport);
  const event = { name: env.GITHUB_EVENT_NAME ?? '', payload, sha: env.GITHUB_SHA ?? '' };
  const pull = pullNumber ?? (await findPullNumber({ ...access, event }, limits));
  if (pull === undefined) {
    log.notice('No comment: this event belongs to no pull request. Set pr-number to name one.');
    return '';
  }
  if (typeof pull !== 'number') return reportResult(pull, log);
  const key = keyOf(inputs);
  const result = await postComment(
    {
      ...access,
      pullNumber: pull,
      key,
      run: { runId: parseCount(env.GITHUB_RUN_ID), attempt: parseCount(env.GITHUB_RUN_ATTEMPT) },
      eventTime: readEventTime(payload),
      phase: inputs.mode,
      ifMissing: ifMissing(create, outcome),
      body: format(commentRoom(key)),
    },
    limits,
  );
  return reportResult(result, log);
}

/** A run that succeeded and has nothing to change needs no comment; one without a plan does not know. */
export function ifMissing(
  create: CommentInputs['create'],
  { conclusion, plan }: PlanComment['outcome'],
): CommentRequest['ifMissing'] {
  const isUnchanged = conclusion === 'success' && plan !== undefined && !hasChanges(plan);
  return create === 'on-change' && isUnchanged ? 'skip' : 'create';
}

/** Logs the result, and returns the URL of the comment, empty if there is none. */
function reportResult(result: CommentResult, log: PlanCommentContext['log']): string {
  switch (result.status) {
    case 'failed':
      log.warning(`No comment: ${result.problem}`);
      return '';
    case 'skipped':
      log.line('no comment: nothing to do');
      return '';
    case 'newer':
      log.line(`the comment of a newer run is kept: ${result.url}`);
      return result.url;
    case 'created':
    case 'updated':
    case 'unchanged':
      log.line(`comment ${result.status}: ${result.url}`);
      return result.url;
  }
}

/** One comment per action, file and filter; what the inputs name has a key of its own. */
export function keyOf({ action, source }: Pick<Inputs, 'action' | 'source'>): CommentKey {
  const own = action === 'routes' ? { action } : {};
  if (source.form === 'file') return { ...own, file: source.path, targets: source.only };
  const { region, associations, routes = [] } = source.target;
  const entries = [
    ...associations.map(({ asn, cidr }) => `${cidr} AS${asn} ${region}`),
    ...routes.map(({ cidr }) => `${cidr} ${region}`),
  ];
  return { ...own, file: entries.join(', '), targets: [] };
}

function parseCount(text: string | undefined): number {
  return text !== undefined && /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
}
