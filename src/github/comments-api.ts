import * as v from 'valibot';
import type { FieldsOf, Octokit, Rest } from './client.ts';
import { type CommentHeader, type CommentKey, readComment, sameKey } from './comment-marker.ts';
import { ambiguousError, GitHubError } from './response.ts';

/** A comment that this action wrote. */
export interface BotComment {
  readonly id: number;
  readonly url: string;
  readonly text: string;
  readonly header: CommentHeader;
  /** When it was last written, in milliseconds by GitHub's clock; NaN when unknown. */
  readonly writtenAt: number;
}

/**
 * The action's comments on a pull request, for one key: they start with its marker, and the token's
 * own user wrote them. GitHub does not say who a GITHUB_TOKEN writes as; there, any bot will do.
 * All methods throw GitHubErrors, an ambiguous one where the comment was deleted meanwhile.
 */
export interface CommentsApi {
  /** Reads all pages. */
  list(): Promise<readonly BotComment[]>;
  get(comment: BotComment): Promise<BotComment>;
  /** Returns the URL of the comment, as `update` does. */
  create(text: string): Promise<string>;
  update(comment: BotComment, text: string): Promise<string>;
  /** A comment that is gone already counts as deleted. */
  remove(comment: BotComment): Promise<void>;
}

/** The pull request (`owner/name` and number) and which comment there. */
interface PullRequestRef {
  readonly repository: string;
  readonly pullNumber: number;
  readonly key: CommentKey;
}

const userFields = { login: v.string(), type: v.string() } satisfies FieldsOf<
  Octokit['users']['getByUsername']
>;
const user = v.object(userFields);
const commentFields = {
  id: v.number(),
  html_url: v.string(),
  body: v.nullish(v.string(), ''),
  updated_at: v.fallback(v.pipe(v.string(), v.transform(Date.parse)), Number.NaN),
  // A deleted account leaves null.
  user: v.nullish(user),
} satisfies FieldsOf<Octokit['issues']['getComment']>;
const comment = v.object(commentFields);
const comments = v.array(comment);

type Comment = v.InferOutput<typeof comment>;
type IsOwn = (author: Comment['user']) => boolean;

const pageSize = 100;

/** The comments of a pull request; nothing is requested yet. */
export function createCommentsApi(
  rest: Rest,
  { repository, pullNumber, key }: PullRequestRef,
): CommentsApi {
  const ofPull = `/repos/${repository}/issues/${pullNumber}/comments`;
  const pathOf = ({ id }: BotComment) => `/repos/${repository}/issues/comments/${id}`;
  let known: IsOwn | undefined;

  const ownAmong = async (listed: readonly Comment[]): Promise<BotComment[]> => {
    known ??= await readAuthor(rest);
    const isOwn = known;
    return listed.flatMap(({ id, html_url: url, body: text, updated_at: writtenAt, user }) => {
      const header = readComment(text);
      const own = header !== undefined && sameKey(header.key, key) && isOwn(user);
      return own ? { id, url, text, header, writtenAt } : [];
    });
  };

  return {
    async list() {
      const found: BotComment[] = [];
      for (let page = 1; ; page += 1) {
        const query = { per_page: String(pageSize), page: String(page) };
        const listed = await rest.send(comments, { path: ofPull, query });
        found.push(...(await ownAmong(listed)));
        if (listed.length < pageSize) return found;
      }
    },
    async get(old) {
      const read = await unlessMissing(rest.send(comment, { path: pathOf(old) }));
      const [current] = await ownAmong(read ? [read] : []);
      if (current === undefined) throw deletedError();
      return current;
    },
    async create(body) {
      const request = { method: 'POST', path: ofPull, body: { body } } as const;
      return (await rest.send(comment, request)).html_url;
    },
    async update(old, body) {
      const request = { method: 'PATCH', path: pathOf(old), body: { body } } as const;
      const updated = await unlessMissing(rest.send(comment, request));
      if (updated === undefined) throw deletedError();
      return updated.html_url;
    },
    async remove(old) {
      await unlessMissing(rest.send(v.unknown(), { method: 'DELETE', path: pathOf(old) }));
    },
  };
}

async function readAuthor(rest: Rest): Promise<IsOwn> {
  try {
    const { login } = await rest.send(user, { path: '/user' });
    return (author) => author?.login === login;
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return (author) => author?.type === 'Bot';
  }
}

async function unlessMissing<T>(response: Promise<T>): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof GitHubError && error.result.kind === 'rejected'
    ? error.result.status
    : undefined;
}

function deletedError(): GitHubError {
  return ambiguousError('The comment was deleted before it could be updated');
}
