import * as v from 'valibot';
import type { Rest } from './client.ts';
import { type CommentHeader, type CommentKey, readComment, sameKey } from './comment-marker.ts';
import { ambiguousError, GitHubError } from './response.ts';

/** A comment of ours. */
export interface BotComment {
  readonly id: number;
  readonly url: string;
  readonly text: string;
  readonly header: CommentHeader;
  /** When it was last written, in milliseconds by GitHub's clock; NaN where it does not say. */
  readonly writtenAt: number;
}

/**
 * The comments of ours on a pull request, for one key: they start with our marker, and the token's
 * own user wrote them. Who a GITHUB_TOKEN writes as, GitHub does not tell; there any bot will do.
 * All methods throw GitHubErrors; one that finds its comment vanished, a lost answer.
 */
export interface CommentsApi {
  /** Searches all pages. */
  find(): Promise<readonly BotComment[]>;
  reread(comment: BotComment): Promise<BotComment>;
  /** Gives back the URL of the comment, as `update` does. */
  create(text: string): Promise<string>;
  update(comment: BotComment, text: string): Promise<string>;
  /** A comment that is gone already counts as removed. */
  remove(comment: BotComment): Promise<void>;
}

/** Which pull request, `owner/name` and number, and which comment there. */
export interface PullRequestRef {
  readonly repository: string;
  readonly pullNumber: number;
  readonly key: CommentKey;
}

const user = v.object({ login: v.string(), type: v.string() });
const comment = v.object({
  id: v.number(),
  html_url: v.string(),
  body: v.nullish(v.string(), ''),
  updated_at: v.fallback(v.pipe(v.string(), v.transform(Date.parse)), Number.NaN),
  // A deleted account leaves null.
  user: v.nullish(user),
});
const comments = v.array(comment);

type Comment = v.InferOutput<typeof comment>;
type IsOurs = (author: Comment['user']) => boolean;

const pageSize = 100;

/** Opens a pull request's conversation; nothing is asked yet. */
export function createCommentsApi(
  rest: Rest,
  { repository, pullNumber, key }: PullRequestRef,
): CommentsApi {
  const [owner = '', repo = ''] = repository.split('/');
  const place = { owner, repo };
  let known: IsOurs | undefined;

  const own = async (listed: readonly Comment[]): Promise<BotComment[]> => {
    known ??= await askAuthor(rest);
    const isOurs = known;
    return listed.flatMap(({ id, html_url: url, body: text, updated_at: writtenAt, user }) => {
      const header = readComment(text);
      const ours = header !== undefined && sameKey(header.key, key) && isOurs(user);
      return ours ? { id, url, text, header, writtenAt } : [];
    });
  };

  return {
    async find() {
      const found: BotComment[] = [];
      for (let page = 1; ; page += 1) {
        const listed = await rest.ask(comments, ({ issues }, request) =>
          issues.listComments({
            ...{ ...place, issue_number: pullNumber },
            ...{ per_page: pageSize, page, request },
          }),
        );
        found.push(...(await own(listed)));
        if (listed.length < pageSize) return found;
      }
    },
    async reread({ id }) {
      const read = await unlessMissing(
        rest.ask(comment, ({ issues }, request) =>
          issues.getComment({ ...place, comment_id: id, request }),
        ),
      );
      const [again] = await own(read ? [read] : []);
      if (again === undefined) throw vanished();
      return again;
    },
    async create(body) {
      const { html_url } = await rest.ask(comment, ({ issues }, request) =>
        issues.createComment({ ...place, issue_number: pullNumber, body, request }),
      );
      return html_url;
    },
    async update({ id }, body) {
      const updated = await unlessMissing(
        rest.ask(comment, ({ issues }, request) =>
          issues.updateComment({ ...place, comment_id: id, body, request }),
        ),
      );
      if (updated === undefined) throw vanished();
      return updated.html_url;
    },
    async remove({ id }) {
      await unlessMissing(
        rest.ask(v.unknown(), ({ issues }, request) =>
          issues.deleteComment({ ...place, comment_id: id, request }),
        ),
      );
    },
  };
}

async function askAuthor(rest: Rest): Promise<IsOurs> {
  try {
    const { login } = await rest.ask(user, ({ users }, request) =>
      users.getAuthenticated({ request }),
    );
    return (author) => author?.login === login;
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return (author) => author?.type === 'Bot';
  }
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof GitHubError && error.result.kind === 'refused'
    ? error.result.status
    : undefined;
}

function vanished(): GitHubError {
  return ambiguousError('the comment vanished before it was written');
}
