import type { Log } from '../context.ts';
import type { CallContext } from '../lib/call-context.ts';
import { type AskingRun, refuteClaim } from './claimed-run.ts';
import { openRest, type Rest, type RestAccess } from './client.ts';
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

/** What to say, where, and in whose name. */
export interface CommentRequest extends RestAccess {
  /** `owner/name`. */
  readonly repository: string;
  readonly pullNumber: number;
  readonly key: CommentKey;
  readonly run: CommentRun;
  /** The run began no earlier, in milliseconds; undefined where nothing tells. */
  readonly eventTime: number | undefined;
  readonly phase: CommentPhase;
  /** Markdown without the marker, `commentRoom` characters at most. */
  readonly body: string;
}

/** What came of a comment; `newer` means that a newer run's stands there and was left alone. */
export type PostedComment =
  | { readonly done: 'created' | 'updated' | 'unchanged' | 'newer'; readonly url: string }
  | { readonly done: 'failed'; readonly problem: string };

/**
 * Creates or updates the one comment of a key. It is ours by its marker and its author. An older run
 * never writes over a newer one's, and where runs that race make two, the newest run's stays. It is
 * unchanged where the very text stands there, marker included: a newer run's marker is written even
 * when the body is the same, because it holds off the runs between. A marker whose newer run cannot
 * have written it is written over, with a warning. Throws the cancellation's Failure, and nothing
 * for what GitHub says.
 */
export async function postComment(
  request: CommentRequest,
  world: CommentsWorld,
): Promise<PostedComment> {
  try {
    const rest = await openRest(request, world);
    const post = openPost(rest, request, world.log);
    return await retryAtGitHub(() => settle(post), world);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { done: 'failed', problem: problemOf(error.result, 'write comments') };
  }
}

/** What writing a comment needs of the world. */
export type CommentsWorld = CallContext & { readonly log: Pick<Log, 'line' | 'warning'> };

/** One comment on its way. */
interface Post {
  readonly conversation: CommentsApi;
  readonly header: CommentHeader;
  readonly text: string;
  readonly log: CommentsWorld['log'];
  /** The comment, as the oldest where its newer run cannot have written it. */
  readonly checkMarker: (comment: BotComment) => Promise<BotComment>;
  /** The write that was tried last: when its answer was lost, only the next search tells of it. */
  tried: 'created' | 'updated' | undefined;
}

function openPost(rest: Rest, request: CommentRequest, log: CommentsWorld['log']): Post {
  const { key, run, phase, body } = request;
  const header = { key, run, phase };
  return {
    conversation: createCommentsApi(rest, request),
    header,
    text: writeComment(header, body),
    log,
    checkMarker: openMarkerCheck(header, request, rest, log),
    tried: undefined,
  };
}

/** Asks GitHub about each claim once. */
function openMarkerCheck(
  own: CommentHeader,
  asking: AskingRun,
  rest: Rest,
  log: CommentsWorld['log'],
): Post['checkMarker'] {
  const refuted = new Map<string, boolean>();
  return async (comment) => {
    const { header, url, writtenAt } = comment;
    if (compareHeaders(header, own) <= 0) return comment;
    const { runId, attempt } = header.run;
    const claim = JSON.stringify([url, runId, attempt, writtenAt]);
    if (!refuted.has(claim)) {
      const why = await refuteClaim({ run: header.run, writtenAt }, asking, rest);
      if (why !== undefined) {
        log.warning(
          `The marker of the comment ${url} names run ${runId}, attempt ${attempt}, ${why}. Somebody has edited it, so it is written over.`,
        );
      }
      refuted.set(claim, why !== undefined);
    }
    return refuted.get(claim) ? { ...comment, header: { ...header, run: oldest } } : comment;
  };
}

const oldest: CommentRun = { runId: -1, attempt: 0 };

// Begins with the search each time, so that a lost answer makes no second comment.
async function settle(post: Post): Promise<PostedComment> {
  const { conversation, text } = post;
  const posted = await settleAmong(await conversation.find(), post);
  if (posted) return posted;
  post.tried = 'created';
  const url = await conversation.create(text);
  // A run that searched at the same time found nothing either, and created one as well.
  return (await settleAmong(await conversation.find(), post)) ?? { done: 'created', url };
}

/** Undefined where there is no comment to settle among. */
async function settleAmong(
  found: readonly BotComment[],
  post: Post,
): Promise<PostedComment | undefined> {
  const checked: BotComment[] = [];
  for (const comment of found) checked.push(await post.checkMarker(comment));
  const [newest, ...others] = checked.toSorted(newestFirst);
  if (newest === undefined) return undefined;
  const posted = verdict(newest, post) ?? (await writeOver(newest, post));
  for (const comment of others) await removeOlder(comment, post);
  return posted;
}

/** Of the same run's, the first that was made counts, so that all who look agree on one. */
function newestFirst(one: BotComment, other: BotComment): number {
  return compareHeaders(other.header, one.header) || one.id - other.id;
}

/** Undefined where the comment is to be written over. */
function verdict(comment: BotComment, { header, text, tried }: Post): PostedComment | undefined {
  const { url } = comment;
  if (compareHeaders(comment.header, header) > 0) return { done: 'newer', url };
  return sameText(comment.text, text) ? { done: tried ?? 'unchanged', url } : undefined;
}

async function writeOver(comment: BotComment, post: Post): Promise<PostedComment> {
  const { conversation, text } = post;
  // The listing may be old by now: pages, pauses and other runs lie between.
  const posted = verdict(await post.checkMarker(await conversation.reread(comment)), post);
  if (posted) return posted;
  post.tried = 'updated';
  return { done: 'updated', url: await conversation.update(comment, text) };
}

async function removeOlder(comment: BotComment, { conversation, header, log }: Post) {
  if (compareHeaders(comment.header, header) > 0) return;
  try {
    await conversation.remove(comment);
  } catch (error) {
    if (!(error instanceof GitHubError) || error.result.kind !== 'refused') throw error;
    log.line(`The outdated comment ${comment.url} stays: ${error.message}`);
  }
}

// GitHub's editor leaves other line ends behind.
function sameText(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.replaceAll('\r\n', '\n').trimEnd());
  return left === right;
}
