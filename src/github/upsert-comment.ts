import type { Log } from '../context.ts';
import type { CallContext } from '../lib/call-context.ts';
import { type CheckingRun, refuteClaim } from './claimed-run.ts';
import { createRest, type Rest, type RestAccess } from './client.ts';
import {
  type CommentHeader,
  type CommentKey,
  type CommentPhase,
  type CommentRun,
  compareHeaders,
  writeComment,
} from './comment-marker.ts';
import { type BotComment, type CommentsApi, createCommentsApi } from './comments-api.ts';
import { problemOf } from './errors.ts';
import { GitHubError } from './response.ts';
import { retryAtGitHub } from './retry.ts';

/** What to write, where, and for which run. */
export interface CommentRequest extends RestAccess {
  /** `owner/name`. */
  readonly repository: string;
  readonly pullNumber: number;
  readonly key: CommentKey;
  readonly run: CommentRun;
  /** The run started no earlier, in milliseconds; undefined where its event has no time. */
  readonly eventTime: number | undefined;
  readonly phase: CommentPhase;
  /** Markdown without the marker, at most `commentRoom` characters. */
  readonly body: string;
}

/** The result of writing a comment; `newer` means that a newer run's was left in place. */
type PostedComment =
  | { readonly status: 'created' | 'updated' | 'unchanged' | 'newer'; readonly url: string }
  | { readonly status: 'failed'; readonly problem: string };

/** What writing a comment needs. */
export type CommentContext = CallContext & { readonly log: Pick<Log, 'line' | 'warning'> };

/**
 * Creates or updates the one comment of a key, recognized by its marker and author. An older run
 * never overwrites a newer one's; where runs that race create two, the newest run's stays. It is
 * unchanged only if the marker is the same too: a newer run's marker is written even with the same
 * body, because it keeps out the runs between. A marker whose newer run cannot have written it is
 * overwritten, with a warning. Throws the cancellation's Failure, and nothing for GitHub's errors.
 */
export async function postComment(
  request: CommentRequest,
  context: CommentContext,
): Promise<PostedComment> {
  try {
    const post = createPost(createRest(request, context), request, context.log);
    return await retryAtGitHub(() => upsert(post), context);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { status: 'failed', problem: problemOf(error.result, 'write comments') };
  }
}

/** A comment that is being written. */
interface Post {
  readonly api: CommentsApi;
  readonly header: CommentHeader;
  readonly text: string;
  readonly log: CommentContext['log'];
  /** The comment, with the oldest header if its newer run cannot have written it. */
  readonly checkMarker: (comment: BotComment) => Promise<BotComment>;
  /** The last write that was tried: after an ambiguous response, the next listing shows its effect. */
  lastAttempt: 'created' | 'updated' | undefined;
}

function createPost(rest: Rest, request: CommentRequest, log: CommentContext['log']): Post {
  const { key, run, phase, body } = request;
  const header = { key, run, phase };
  return {
    api: createCommentsApi(rest, request),
    header,
    text: writeComment(header, body),
    log,
    checkMarker: createMarkerCheck(header, request, rest, log),
    lastAttempt: undefined,
  };
}

/** Asks GitHub about each claim once. */
function createMarkerCheck(
  own: CommentHeader,
  checking: CheckingRun,
  rest: Rest,
  log: CommentContext['log'],
): Post['checkMarker'] {
  const refuted = new Map<string, boolean>();
  return async (comment) => {
    const { header, url, writtenAt } = comment;
    if (compareHeaders(header, own) <= 0) return comment;
    const { runId, attempt } = header.run;
    const claim = JSON.stringify([url, runId, attempt, writtenAt]);
    if (!refuted.has(claim)) {
      const why = await refuteClaim({ run: header.run, writtenAt }, checking, rest);
      if (why !== undefined) {
        log.warning(
          `The marker of the comment ${url} names run ${runId}, attempt ${attempt}, ${why}. Somebody edited it, so the comment is overwritten.`,
        );
      }
      refuted.set(claim, why !== undefined);
    }
    return refuted.get(claim) ? { ...comment, header: { ...header, run: oldest } } : comment;
  };
}

const oldest: CommentRun = { runId: -1, attempt: 0 };

/** Lists first on each attempt, so that an ambiguous create makes no second comment. */
async function upsert(post: Post): Promise<PostedComment> {
  const { api, text } = post;
  const posted = await updateAmong(await api.list(), post);
  if (posted) return posted;
  post.lastAttempt = 'created';
  const url = await api.create(text);
  // A run that listed at the same time found nothing either, and created one as well.
  return (await updateAmong(await api.list(), post)) ?? { status: 'created', url };
}

/** Updates the newest comment and removes the others; undefined where there are none. */
async function updateAmong(
  found: readonly BotComment[],
  post: Post,
): Promise<PostedComment | undefined> {
  const checked: BotComment[] = [];
  for (const comment of found) checked.push(await post.checkMarker(comment));
  const [newest, ...others] = checked.toSorted(newestFirst);
  if (newest === undefined) return undefined;
  const posted = resultWithoutUpdate(newest, post) ?? (await update(newest, post));
  for (const comment of others) await removeOlder(comment, post);
  return posted;
}

/** Of the same run's, the first that was created counts, so that all runs agree on one. */
function newestFirst(a: BotComment, b: BotComment): number {
  return compareHeaders(b.header, a.header) || a.id - b.id;
}

/** Undefined where the comment must be updated. */
function resultWithoutUpdate(
  comment: BotComment,
  { header, text, lastAttempt }: Post,
): PostedComment | undefined {
  const { url } = comment;
  if (compareHeaders(comment.header, header) > 0) return { status: 'newer', url };
  return sameText(comment.text, text) ? { status: lastAttempt ?? 'unchanged', url } : undefined;
}

async function update(comment: BotComment, post: Post): Promise<PostedComment> {
  const { api, text } = post;
  // The listing may be outdated by now: pages, waits and other runs lie between.
  const current = await post.checkMarker(await api.get(comment));
  const posted = resultWithoutUpdate(current, post);
  if (posted) return posted;
  post.lastAttempt = 'updated';
  return { status: 'updated', url: await api.update(comment, text) };
}

async function removeOlder(comment: BotComment, { api, header, log }: Post) {
  if (compareHeaders(comment.header, header) > 0) return;
  try {
    await api.remove(comment);
  } catch (error) {
    if (!(error instanceof GitHubError) || error.result.kind !== 'rejected') throw error;
    log.line(`Could not delete the outdated comment ${comment.url}: ${error.message}`);
  }
}

/** GitHub's editor changes line ends. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.replaceAll('\r\n', '\n').trimEnd());
  return left === right;
}
