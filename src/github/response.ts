import * as v from 'valibot';
import { CallError } from '../aws/errors/call-error.ts';
import type { TextResponse } from '../aws/errors/response-text.ts';
import { parseJson } from '../lib/json.ts';
import { type Backoff, errorDelay } from '../lib/retry.ts';
import { truncate } from '../lib/text.ts';
import { TimeoutError } from '../lib/timeout.ts';

/** The result of a request that did not succeed. */
type GitHubResult =
  /** Not carried out; GitHub says how long to wait. */
  | { readonly kind: 'throttled'; readonly waitMs: number }
  /** It may or may not have been carried out; worth repeating. */
  | { readonly kind: 'ambiguous' }
  /** Final. The status is undefined if a server before GitHub rejected it. */
  | { readonly kind: 'rejected'; readonly status: number | undefined };

/** A request to GitHub that did not succeed; the message has GitHub's text. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly result: GitHubResult;

  constructor(message: string, result: GitHubResult, cause?: unknown) {
    super(message, { cause });
    this.result = result;
  }
}

/** A response; undefined if GitHub rejects the request with the status. */
export async function unlessStatus<T>(
  status: number,
  response: Promise<T>,
): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    const result = error instanceof GitHubError ? error.result : undefined;
    if (result?.kind === 'rejected' && result.status === status) return undefined;
    throw error;
  }
}

/** The error of a response by its status and headers, and by its text where nothing else says it. */
export function readRejection(response: TextResponse): GitHubError {
  const status = response.statusCode;
  const message = `GitHub returned ${status}${messageIn(parseJson(response.text))}`;
  const waitMs = throttleOf(response, message);
  if (waitMs !== undefined) return new GitHubError(message, { kind: 'throttled', waitMs });
  const isFinal = status < 500;
  return new GitHubError(message, isFinal ? { kind: 'rejected', status } : { kind: 'ambiguous' });
}

/** The error of a request without a response; returns other errors unchanged. */
export function readFailedRequest(error: unknown): unknown {
  if (error instanceof TimeoutError) {
    const text =
      error.seconds === 0
        ? 'no time was left for a request to GitHub'
        : `no response from GitHub within ${error.seconds.toFixed(1)} s`;
    return new GitHubError(text, { kind: 'ambiguous' });
  }
  if (!(error instanceof CallError)) return error;
  const { code, message } = error.result;
  const text = `no usable response from GitHub (${code}: ${message})`;
  return new GitHubError(text, resultOf(error), error);
}

/** An HTML page instead of a response is a failure of the transport too. */
function resultOf({ result: { kind, httpStatus } }: CallError): GitHubResult {
  if (httpStatus === 429) return { kind: 'throttled', waitMs: defaultWaitMs };
  if (kind === 'unsent' || kind === 'ambiguous') return { kind: 'ambiguous' };
  return { kind: 'rejected', status: undefined };
}

/** Some secondary limits are named only in the message (REST, troubleshooting). */
const secondaryLimit = /\bsecondary rate limit\b/i;

/** GitHub's advice for throttling without a time (REST, rate limits). */
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

const maxAttempts = 4;
const maxWaitMs = 60_000;

/** Counts errors and waits for the backoff of `GitHub.attempt`. */
export function createBackoff(random: () => number): Backoff {
  let errors = 0;
  let waited = 0;
  let throttles = 0;
  return (error) => {
    const result = error instanceof GitHubError ? error.result : undefined;
    if (result?.kind === 'ambiguous') {
      errors += 1;
      return errors < maxAttempts ? errorDelay(errors, random) : undefined;
    }
    if (result?.kind !== 'throttled') return undefined;
    throttles += 1;
    // GitHub may say that there is nothing to wait for.
    const delay = Math.max(result.waitMs, 500 * 2 ** (throttles - 1));
    waited += delay;
    // Up to a second more, so that jobs with the same delay do not retry in step.
    return waited <= maxWaitMs ? delay + 1000 * random() : undefined;
  };
}

/** How many characters of GitHub's text a message has. */
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
