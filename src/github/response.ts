import * as v from 'valibot';
import { truncate } from '../lib/text.ts';

/** What GitHub made of a request that did not simply succeed. */
export type GitHubResult =
  /** Not carried out; GitHub asks to wait that long. */
  | { readonly kind: 'throttled'; readonly text: string; readonly waitMs: number }
  /** Nobody knows whether it was carried out. */
  | { readonly kind: 'lost'; readonly text: string }
  /** Final. */
  | { readonly kind: 'refused'; readonly text: string; readonly status: number };

/** A request to GitHub that did not simply succeed. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly result: GitHubResult;

  constructor(answer: GitHubResult, cause?: unknown) {
    super(answer.text, { cause });
    this.result = answer;
  }
}

/** An answer that did not come, or that cannot be read: the request may have been carried out. */
export function ambiguousError(text: string, cause?: unknown): GitHubError {
  return new GitHubError({ kind: 'lost', text }, cause);
}

const answered = v.object({
  response: v.object({
    status: v.number(),
    headers: v.record(v.string(), v.unknown()),
    data: v.unknown(),
  }),
});

/** Makes a GitHubError of what Octokit throws; judged by status and headers, and by GitHub's words for what it tells by words alone. */
export function readOctokitError(thrown: unknown): GitHubError {
  const read = v.safeParse(answered, thrown);
  if (!read.success) return ambiguousError(`no answer from GitHub (${messageOf(thrown)})`, thrown);
  const { status, headers, data } = read.output.response;
  const text = `GitHub answered ${status}${messageIn(data)}`;
  const waitMs = throttleOf(status, headers, text);
  if (waitMs !== undefined) return new GitHubError({ kind: 'throttled', text, waitMs }, thrown);
  if (status >= 500) return ambiguousError(text, thrown);
  return new GitHubError({ kind: 'refused', text, status }, thrown);
}

/** A secondary limit can come with no header that tells of it, and a message that does (REST, troubleshooting). */
const secondaryLimit = /\bsecondary rate limit\b/i;

/** GitHub's advice where it throttles without saying for how long (REST, rate limits). */
const defaultWaitMs = 60_000;

function throttleOf(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  text: string,
): number | undefined {
  const retryAfter = secondsOf(headers['retry-after']);
  const exhausted = headers['x-ratelimit-remaining'] === '0';
  const limited = headers['retry-after'] !== undefined || exhausted || secondaryLimit.test(text);
  const throttled = status === 429 || (status === 403 && limited);
  if (!throttled) return undefined;
  if (retryAfter !== undefined) return retryAfter * 1000;
  const reset = secondsOf(headers['x-ratelimit-reset']);
  // By GitHub's clock, because this machine's may be wrong.
  const now = Date.parse(String(headers.date));
  if (!exhausted || reset === undefined || Number.isNaN(now)) return defaultWaitMs;
  return Math.max(0, reset * 1000 - now);
}

function secondsOf(header: unknown): number | undefined {
  return typeof header === 'string' && /^\d{1,10}$/.test(header) ? Number(header) : undefined;
}

/** Characters that are told of GitHub's own text. */
const longestText = 1_000;

const explained = v.object({
  message: v.string(),
  errors: v.optional(v.array(v.unknown()), []),
});

function messageIn(data: unknown): string {
  const read = v.safeParse(explained, data);
  if (!read.success) return '';
  const details = read.output.errors.map((error) => v.safeParse(explained, error));
  const texts = details.flatMap(({ success, output }) => (success ? output.message : []));
  return `: ${truncate([read.output.message, ...texts].join(', '), longestText)}`;
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
