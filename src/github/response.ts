import * as v from 'valibot';
import type { CallError } from '../aws/errors/call-error.ts';
import type { WholeAnswer } from '../aws/errors/response-text.ts';
import { parseJson } from '../lib/json.ts';
import { truncate } from '../lib/text.ts';

/** How a request came back that did not succeed. */
export type GitHubResult =
  /** Not carried out; GitHub asks to wait that long. */
  | { readonly kind: 'throttled'; readonly text: string; readonly waitMs: number }
  /** It may or may not have been carried out; worth repeating. */
  | { readonly kind: 'ambiguous'; readonly text: string }
  /** Final. The status is undefined where something on the way to GitHub rejected it. */
  | { readonly kind: 'rejected'; readonly text: string; readonly status: number | undefined };

/** A request to GitHub that did not succeed. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly result: GitHubResult;

  constructor(result: GitHubResult, cause?: unknown) {
    super(result.text, { cause });
    this.result = result;
  }
}

/** No response, or one that cannot be read: the request may have been carried out. */
export function ambiguousError(text: string, cause?: unknown): GitHubError {
  return new GitHubError({ kind: 'ambiguous', text }, cause);
}

/** What a response means that is no success, by its status, headers and, where only it says so, text. */
export function readRejection({
  statusCode: status,
  headers,
  text: body,
}: WholeAnswer): GitHubError {
  const text = `GitHub answered ${status}${messageIn(parseJson(body))}`;
  const waitMs = throttleOf(status, headers, text);
  if (waitMs !== undefined) return new GitHubError({ kind: 'throttled', text, waitMs });
  if (status >= 500) return ambiguousError(text);
  return new GitHubError({ kind: 'rejected', text, status });
}

/** What a failure of the transport means. A page for people in place of a response is one too. */
export function readCallError(error: CallError): GitHubError {
  const { kind, code, message, httpStatus } = error.result;
  const text = `no usable response from GitHub (${code}: ${message})`;
  if (httpStatus === 429) {
    return new GitHubError({ kind: 'throttled', text, waitMs: defaultWaitMs }, error);
  }
  if (kind === 'unsent' || kind === 'ambiguous') return ambiguousError(text, error);
  return new GitHubError({ kind: 'rejected', text, status: undefined }, error);
}

/** Some secondary limits are named only in the message (REST, troubleshooting). */
const secondaryLimit = /\bsecondary rate limit\b/i;

/** GitHub's advice where it throttles without saying for how long (REST, rate limits). */
const defaultWaitMs = 60_000;

function throttleOf(
  status: number,
  headers: WholeAnswer['headers'],
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
  const now = Date.parse(headers.date ?? '');
  if (!exhausted || reset === undefined || Number.isNaN(now)) return defaultWaitMs;
  return Math.max(0, reset * 1000 - now);
}

function secondsOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,10}$/.test(header) ? Number(header) : undefined;
}

/** Characters of GitHub's own text that are shown. */
const maxTextLength = 1_000;

const explained = v.object({
  message: v.string(),
  errors: v.optional(v.array(v.unknown()), []),
});

function messageIn(data: unknown): string {
  const read = v.safeParse(explained, data);
  if (!read.success) return '';
  const details = read.output.errors.map((error) => v.safeParse(explained, error));
  const texts = details.flatMap(({ success, output }) => (success ? output.message : []));
  return `: ${truncate([read.output.message, ...texts].join(', '), maxTextLength)}`;
}
