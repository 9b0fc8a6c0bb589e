import * as v from 'valibot';
import type { FieldsOf, GitHub, Octokit } from './client.ts';
import { type CommentHeader, type CommentKey, readComment, sameKey } from './comment-marker.ts';
import { GitHubError, unlessStatus } from './response.ts';

/** A comment that this action wrote. */
export interface BotComment {
  readonly id: number;
  readonly url: string;
  readonly text: string;
  readonly header: CommentHeader;
  /** The time of the last update in milliseconds, by GitHub's clock; NaN if unknown. */
  readonly writtenAt: number;
}

const user = v.object({ login: v.string(), type: v.string() } satisfies FieldsOf<
  Octokit['users']['getByUsername']
>);
const comment = v.object({
  id: v.number(),
  html_url: v.string(),
  body: v.nullish(v.string(), ''),
  updated_at: v.fallback(v.pipe(v.string(), v.transform(Date.parse)), Number.NaN),
  // A deleted account leaves null.
  user: v.nullish(user),
} satisfies FieldsOf<Octokit['issues']['getComment']>);

type Comment = v.InferOutput<typeof comment>;

const pageSize = 100;

/** The requests for the comments of one key. */
export type CommentsApi = ReturnType<typeof createCommentsApi>;

/**
 * The action's comments on a pull request for one key: they start with its marker, and the token's
 * own user wrote them. GitHub does not name the user of a GITHUB_TOKEN; for it, any bot counts. All
 * methods throw GitHubErrors, an ambiguous one if the comment has been deleted.
 */
export function createCommentsApi(gitHub: GitHub, pullNumber: number, key: CommentKey) {
  const ofPull = `${gitHub.repository}/issues/${pullNumber}/comments`;
  const pathOf = ({ id }: BotComment) => `${gitHub.repository}/issues/comments/${id}`;
  let known: Awaited<ReturnType<typeof readAuthor>> | undefined;

  const ownAmong = async (listed: readonly Comment[]): Promise<BotComment[]> => {
    known ??= await readAuthor(gitHub);
    const isOwn = known;
    return listed.flatMap(({ id, html_url: url, body: text, updated_at: writtenAt, user }) => {
      const header = readComment(text);
      const own = header !== undefined && sameKey(header.key, key) && isOwn(user);
      return own ? { id, url, text, header, writtenAt } : [];
    });
  };

  return {
    /** Reads all pages. */
    async list(): Promise<readonly BotComment[]> {
      const found: BotComment[] = [];
      for (let page = 1; ; page += 1) {
        const query = { per_page: String(pageSize), page: String(page) };
        const listed = await gitHub.send(v.array(comment), { path: ofPull, query });
        found.push(...(await ownAmong(listed)));
        if (listed.length < pageSize) return found;
      }
    },
    async get(old: BotComment): Promise<BotComment> {
      const read = await unlessStatus(404, gitHub.send(comment, { path: pathOf(old) }));
      const [current] = await ownAmong(read ? [read] : []);
      return current ?? throwDeleted();
    },
    /** Returns the URL of the comment, as `update` does. */
    async create(body: string): Promise<string> {
      const request = { method: 'POST', path: ofPull, body: { body } } as const;
      return (await gitHub.send(comment, request)).html_url;
    },
    async update(old: BotComment, body: string): Promise<string> {
      const request = { method: 'PATCH', path: pathOf(old), body: { body } } as const;
      const updated = await unlessStatus(404, gitHub.send(comment, request));
      return updated?.html_url ?? throwDeleted();
    },
    /** A comment that is gone already counts as deleted. */
    async remove(old: BotComment): Promise<void> {
      const request = { method: 'DELETE', path: pathOf(old) } as const;
      await unlessStatus(404, gitHub.send(v.unknown(), request));
    },
  };
}

/** A test for authors that are this token's user. */
async function readAuthor(gitHub: GitHub): Promise<(author: Comment['user']) => boolean> {
  const own = await unlessStatus(403, gitHub.send(user, { path: '/user' }));
  return (author) => (own ? author?.login === own.login : author?.type === 'Bot');
}

function throwDeleted(): never {
  throw new GitHubError('The comment was deleted before it could be updated', {
    kind: 'ambiguous',
  });
}
