import * as v from 'valibot';
import { CallError } from '../aws/errors/call-error.ts';
import type { TextResponse } from '../aws/errors/response-text.ts';
import { parseJson } from '../lib/json.ts';
import { truncate } from '../lib/text.ts';
import { TimeoutError } from '../lib/timeout.ts';

/** How a request came back that did not succeed. */
type GitHubResult =
  /** Not carried out; GitHub asks to wait that long. */
  | { readonly kind: 'throttled'; readonly waitMs: number }
  /** It may or may not have been carried out; worth repeating. */
  | { readonly kind: 'ambiguous' }
  /** Final. The status is undefined where something on the way to GitHub rejected it. */
  | { readonly kind: 'rejected'; readonly status: number | undefined };

/** A request to GitHub that did not succeed; the message is what GitHub said. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly result: GitHubResult;

  constructor(message: string, result: GitHubResult, cause?: unknown) {
    super(message, { cause });
    this.result = result;
  }
}

/** What a response means that is no success, by its status, headers and, where only it says so, text. */
export function readRejection(response: TextResponse): GitHubError {
  const status = response.statusCode;
  const message = `GitHub answered ${status}${messageIn(parseJson(response.text))}`;
  const waitMs = throttleOf(response, message);
  if (waitMs !== undefined) return new GitHubError(message, { kind: 'throttled', waitMs });
  return new GitHubError(
    message,
    status >= 500 ? { kind: 'ambiguous' } : { kind: 'rejected', status },
  );
}

/** What a failed or overdue request means; anything else that is thrown is returned as it is. */
export function readFailedRequest(error: unknown): unknown {
  if (error instanceof TimeoutError) {
    const { seconds } = error;
    const text =
      seconds === 0
        ? 'no time was left to ask GitHub'
        : `no response from GitHub within ${seconds.toFixed(1)} s`;
    return new GitHubError(text, { kind: 'ambiguous' });
  }
  if (!(error instanceof CallError)) return error;
  const { code, message } = error.result;
  return new GitHubError(
    `no usable response from GitHub (${code}: ${message})`,
    resultOf(error),
    error,
  );
}

/** A page for people in place of a response is a failure of the transport too. */
function resultOf({ result: { kind, httpStatus } }: CallError): GitHubResult {
  if (httpStatus === 429) return { kind: 'throttled', waitMs: defaultWaitMs };
  if (kind === 'unsent' || kind === 'ambiguous') return { kind: 'ambiguous' };
  return { kind: 'rejected', status: undefined };
}

/** Some secondary limits are named only in the message (REST, troubleshooting). */
const secondaryLimit = /\bsecondary rate limit\b/i;

/** GitHub's advice where it throttles without saying for how long (REST, rate limits). */
const defaultWaitMs = 60_000;

function throttleOf(
  { statusCode: status, headers }: TextResponse,
  text: string,
): number | undefined {
  const retryAfter = secondsOf(headers['retry-after']);
  const exhausted = headers['x-ratelimit-remaining'] === '0';
  const limited = headers['retry-after'] !== undefined || exhausted || secondaryLimit.test(text);
  if (status !== 429 && !(status === 403 && limited)) return undefined;
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
  errors: v.optional(v.array(v.unknown())),
});

function messageIn(data: unknown): string {
  if (!v.is(explained, data)) return '';
  const { message, errors = [] } = data;
  const details = errors.flatMap((error) => (v.is(explained, error) ? error.message : []));
  return `: ${truncate([message, ...details].join(', '), maxTextLength)}`;
}
