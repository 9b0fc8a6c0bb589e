import type { Context } from '../context.ts';
import type { CommentInputs, Inputs } from '../inputs/inputs.ts';
import { startDeadline } from '../lib/deadline.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { hasChanges } from '../plan/plan.ts';
import { readEventTime } from './claimed-run.ts';
import { createGitHub, type GitHubContext } from './client.ts';
import { type CommentKey, commentRoom } from './comment-marker.ts';
import { findPullNumber } from './find-pull-request.ts';
import { type CommentRequest, type CommentResult, postComment } from './upsert-comment.ts';

/** The comment to write. */
interface PlanComment {
  readonly outcome: Pick<Outcome, 'conclusion' | 'plan'>;
  readonly inputs: Inputs;
  readonly comment: CommentInputs;
  /** Returns Markdown of at most so many characters. */
  readonly format: (room: number) => string;
}

/** What a comment on a plan needs; `event` is the payload of the event, any JSON value. */
type PlanCommentContext = Omit<GitHubContext, 'deadline'> &
  Pick<Context, 'log'> & { readonly event: unknown };

/** A little more than the wait of a minute for GitHub's secondary limits. */
const timeoutSeconds = 70;

/**
 * Comments on the pull request, and returns the URL of the comment that is now there, empty for none.
 * Logs GitHub's errors as warnings, because the run already has its outcome.
 */
export async function commentOnPlan(
  { outcome, inputs, comment, format }: PlanComment,
  context: PlanCommentContext,
): Promise<string> {
  const { token, create, pullNumber } = comment;
  const { env, event: payload, log } = context;
  const deadline = startDeadline(context.clock, timeoutSeconds);
  const gitHub = createGitHub(token, { ...context, deadline });
  const event = { name: env.GITHUB_EVENT_NAME ?? '', payload, sha: env.GITHUB_SHA ?? '' };
  const pull = pullNumber ?? (await findPullNumber(event, gitHub));
  if (pull === undefined) {
    log.notice('No comment: this event belongs to no pull request. Set pr-number to name one.');
    return '';
  }
  if (typeof pull !== 'number') return reportResult(pull, log);
  const key = keyOf(inputs);
  const result = await postComment(
    {
      pullNumber: pull,
      key,
      run: { runId: parseCount(env.GITHUB_RUN_ID), attempt: parseCount(env.GITHUB_RUN_ATTEMPT) },
      eventTime: readEventTime(payload),
      phase: inputs.mode,
      ifMissing: ifMissing(create, outcome),
      body: format(commentRoom(key)),
    },
    gitHub,
    log,
  );
  return reportResult(result, log);
}

/** A successful run without changes needs no comment; without a plan, the changes are not known. */
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

/** One comment per action, file and filter; without a file, per association or CIDR of the inputs. */
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
