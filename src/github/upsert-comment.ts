import type { Log } from '../context.ts';
import type { CallContext } from '../lib/call-context.ts';
import { askGitHub, type Failed } from './ask-github.ts';
import { type CheckingRun, refuteClaim } from './claimed-run.ts';
import { createRest, type Rest, type RestAccess } from './client.ts';
import { type CommentHeader, compareHeaders, writeComment } from './comment-marker.ts';
import { type BotComment, type CommentsApi, createCommentsApi } from './comments-api.ts';
import { GitHubError } from './response.ts';

/** What to write, where, and for which run. */
export interface CommentRequest extends RestAccess, CheckingRun, CommentHeader {
  readonly pullNumber: number;
  /** What to do where there is no comment yet. */
  readonly ifMissing: 'create' | 'skip';
  /** Markdown without the marker, at most `commentRoom` characters. */
  readonly body: string;
}

/** The result of writing a comment; `newer` means that a newer run's was left in place. */
interface PostedComment {
  readonly status: 'created' | 'updated' | 'unchanged' | 'newer';
  readonly url: string;
}

/** The result of a request; `skipped` means that there was no comment, and none was created. */
export type CommentResult = PostedComment | { readonly status: 'skipped' } | Failed;

/** What writing a comment needs. */
export type CommentContext = CallContext & { readonly log: Pick<Log, 'line' | 'warning'> };

/**
 * Updates the one comment of a key, recognized by its marker and author, or creates it. An older run
 * never overwrites a newer one's; where runs that race create two, the newest run's stays. It is
 * unchanged only if the marker is the same too: a newer run's marker is written even with the same
 * body, because it keeps out the runs between. A marker whose newer run cannot have written it is
 * overwritten, with a warning. Throws the cancellation's Failure, and nothing for GitHub's errors.
 */
export async function postComment(
  request: CommentRequest,
  context: CommentContext,
): Promise<CommentResult> {
  const rest = createRest(request, context);
  const post: Post = {
    request,
    rest,
    api: createCommentsApi(rest, request.pullNumber, request.key),
    text: writeComment(request, request.body),
    log: context.log,
    claims: new Map(),
    lastAttempt: undefined,
  };
  return askGitHub('write', () => upsert(post), context);
}

/** A comment that is being written. */
interface Post {
  readonly request: CommentRequest;
  readonly rest: Rest;
  readonly api: CommentsApi;
  readonly text: string;
  readonly log: CommentContext['log'];
  /** Whether each claim of a newer run was refuted: GitHub is asked once. */
  readonly claims: Map<string, boolean>;
  /** The last write that was tried: after an ambiguous response, the next listing shows its effect. */
  lastAttempt: 'created' | 'updated' | undefined;
}

/** The comment, with the oldest header if the newer run in its marker cannot have written it. */
async function checkMarker(comment: BotComment, post: Post): Promise<BotComment> {
  const { header, url, writtenAt } = comment;
  const { request, rest, log, claims } = post;
  if (compareHeaders(header, request) <= 0) return comment;
  const { runId, attempt } = header.run;
  const claim = JSON.stringify([url, runId, attempt, writtenAt]);
  if (!claims.has(claim)) {
    const why = await refuteClaim(comment, request, rest);
    claims.set(claim, why !== undefined);
    if (why !== undefined) {
      log.warning(
        `The marker of the comment ${url} names run ${runId}, attempt ${attempt}, ${why}. Somebody edited it, so the comment is overwritten.`,
      );
    }
  }
  const oldest = { ...header, run: { runId: -1, attempt: 0 } };
  return claims.get(claim) ? { ...comment, header: oldest } : comment;
}

/** Lists first on each attempt, so that an ambiguous create makes no second comment. */
async function upsert(post: Post): Promise<Exclude<CommentResult, Failed>> {
  const { api, request, text } = post;
  const posted = await updateAmong(await api.list(), post);
  if (posted) return posted;
  if (request.ifMissing === 'skip') return { status: 'skipped' };
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
  for (const comment of found) checked.push(await checkMarker(comment, post));
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
  { request, text, lastAttempt }: Post,
): PostedComment | undefined {
  const { url } = comment;
  if (compareHeaders(comment.header, request) > 0) return { status: 'newer', url };
  return sameText(comment.text, text) ? { status: lastAttempt ?? 'unchanged', url } : undefined;
}

async function update(comment: BotComment, post: Post): Promise<PostedComment> {
  const { api, text } = post;
  // The listing may be outdated by now: pages, waits and other runs lie between.
  const current = await checkMarker(await api.get(comment), post);
  const posted = resultWithoutUpdate(current, post);
  if (posted) return posted;
  post.lastAttempt = 'updated';
  return { status: 'updated', url: await api.update(comment, text) };
}

async function removeOlder(comment: BotComment, { api, request, log }: Post) {
  if (compareHeaders(comment.header, request) > 0) return;
  try {
    await api.remove(comment);
  } catch (error) {
    if (!(error instanceof GitHubError) || error.result.kind !== 'rejected') throw error;
    log.line(`Could not delete the outdated comment ${comment.url}: ${error.message}`);
  }
}

/** GitHub's editor changes line ends. */
function sameText(a: string, b: string): boolean {
  const normalize = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return normalize(a) === normalize(b);
}
