import type { Log } from '../context.ts';
import { type CheckingRun, refuteClaim } from './claimed-run.ts';
import type { Failed, GitHub } from './client.ts';
import { type CommentHeader, compareHeaders, writeComment } from './comment-marker.ts';
import { type BotComment, type CommentsApi, createCommentsApi } from './comments-api.ts';
import { GitHubError } from './response.ts';

/** A comment to write, its pull request and its run. */
export interface CommentRequest extends CheckingRun, CommentHeader {
  readonly pullNumber: number;
  /** What to do if there is no comment yet. */
  readonly ifMissing: 'create' | 'skip';
  /** Markdown without the marker, at most `commentRoom` characters. */
  readonly body: string;
}

/** A comment in place; `newer` is that of a newer run, which was not changed. */
interface PostedComment {
  readonly status: 'created' | 'updated' | 'unchanged' | 'newer';
  readonly url: string;
}

/** The result of a request; `skipped` means that there was no comment, and none was created. */
export type CommentResult = PostedComment | { readonly status: 'skipped' } | Failed;

/**
 * Updates the one comment of a key, recognized by its marker and author, or creates it. An older run
 * never overwrites the comment of a newer run; if runs that race create two, that of the newest run
 * stays. A newer run writes its marker even with the same body, because the marker keeps out the runs
 * between. A marker that cannot be true is overwritten, with a warning. Throws the cancellation's
 * Failure, but no GitHubErrors.
 */
export async function postComment(
  request: CommentRequest,
  gitHub: GitHub,
  log: Pick<Log, 'line' | 'warning'>,
): Promise<CommentResult> {
  const post: Post = {
    request,
    gitHub,
    api: createCommentsApi(gitHub, request.pullNumber, request.key),
    text: writeComment(request, request.body),
    log,
    claims: new Map(),
    lastAttempt: undefined,
  };
  return gitHub.attempt('write', () => upsert(post));
}

/** A comment that is being written. */
interface Post {
  readonly request: CommentRequest;
  readonly gitHub: GitHub;
  readonly api: CommentsApi;
  readonly text: string;
  readonly log: Pick<Log, 'line' | 'warning'>;
  /** Why the claims of markers are false, undefined for those that may be true: each is checked once. */
  readonly claims: Map<string, string | undefined>;
  /** The last write; if its response was ambiguous, the next listing shows its effect. */
  lastAttempt: 'created' | 'updated' | undefined;
}

/** The comment, with the oldest header if the claim of its marker is false. */
async function checkMarker(comment: BotComment, post: Post): Promise<BotComment> {
  const { header, url, writtenAt } = comment;
  const { request, gitHub, log, claims } = post;
  if (compareHeaders(header, request) <= 0) return comment;
  const { runId, attempt } = header.run;
  const claim = JSON.stringify([url, runId, attempt, writtenAt]);
  const isKnown = claims.has(claim);
  const why = isKnown ? claims.get(claim) : await refuteClaim(comment, request, gitHub);
  claims.set(claim, why);
  if (why === undefined) return comment;
  if (!isKnown) {
    log.warning(
      `The marker of the comment ${url} names run ${runId}, attempt ${attempt}, ${why}. Somebody edited it, so the comment is overwritten.`,
    );
  }
  return { ...comment, header: { ...header, run: { runId: -1, attempt: 0 } } };
}

/** Each attempt lists first, so that it does not create a second comment after an ambiguous response. */
async function upsert(post: Post): Promise<Exclude<CommentResult, Failed>> {
  const { api, request, text } = post;
  const posted = await updateAmong(await api.list(), post);
  if (posted) return posted;
  if (request.ifMissing === 'skip') return { status: 'skipped' };
  post.lastAttempt = 'created';
  const url = await api.create(text);
  // A run that listed at the same time may have created one too.
  return (await updateAmong(await api.list(), post)) ?? { status: 'created', url };
}

/** Updates the newest comment and removes the others; undefined if there are none. */
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

/** Of comments of one run, the first one counts, so that all runs agree. */
function newestFirst(a: BotComment, b: BotComment): number {
  return compareHeaders(b.header, a.header) || a.id - b.id;
}

/** Undefined if the comment must be updated. */
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
  // The listing may be outdated: other pages and waits took time.
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
