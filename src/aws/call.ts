import { AsyncLocalStorage } from 'node:async_hooks';
import type { MetadataBearer, MiddlewareStack } from '@smithy/types';
import { Failure } from '../failure.ts';
import type { CallContext } from '../lib/call-context.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import { type Backoff, errorDelay, jitter, retry } from '../lib/retry.ts';
import { TimeoutError, withTimeout } from '../lib/timeout.ts';
import {
  CallError,
  hasExpired,
  isClockRefusal,
  isRetryable,
  ownError,
  unreadableError,
} from './errors/call-error.ts';
import { tooLateCode } from './errors/error-codes.ts';
import { toCallError } from './errors/sdk-error.ts';

// What happens to a call, from the outside in: paging (callPages), retry (retryCalls) and rate limit
// (call), timeout (callOnce), error mapping (throwCallErrors, in the SDK's clients), send.

/** The context of calls to AWS. */
export interface AwsCallContext extends CallContext {
  /** Replaces expired credentials; false if there are no others. */
  readonly renew?: (() => Promise<boolean>) | undefined;
  /** Attempts at a call that was not sent or whose response was lost; four by default. */
  readonly maxAttempts?: number;
}

/** One page of a listing. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
}

/** One request. It ends when the signal aborts. */
type Send<T> = (signal: AbortSignal) => Promise<T>;

/** All items of a listing. An empty page may have a token; a repeated token is a loop. */
export async function callPages<Item>(
  send: (nextToken: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
  context: AwsCallContext,
  limiter?: RateLimiter,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const tokens = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await call((signal) => send(token, signal), context, limiter);
    // Not spread, because a page may have more items than a call takes arguments.
    for (const item of page.items) items.push(item);
    token = page.nextToken;
    if (token === undefined) return items;
    if (tokens.has(token)) throw unreadableError('the listing repeats its NextToken');
    tokens.add(token);
  }
}

/** Makes a call with retries, at the rate of the limiter. Throws the last CallError. */
export function call<T>(send: Send<T>, context: AwsCallContext, limiter?: RateLimiter): Promise<T> {
  const attempt = async () => {
    await limiter?.acquire();
    return callOnce(send, context, limiter);
  };
  return retryCalls(attempt, context);
}

/** Retries an attempt of one or more calls, unless it throws a Failure. Throws the last CallError. */
export function retryCalls<T>(attempt: () => Promise<T>, context: AwsCallContext): Promise<T> {
  const backoff = createBackoff(context.maxAttempts ?? 4, context);
  let last: unknown;
  return retry(
    attempt,
    (error) => {
      // The error before says more than that no time was left.
      if (last && error instanceof CallError && error.result.code === tooLateCode) throw last;
      last = error;
      return backoff(error);
    },
    context,
  );
}

/** Whether the request of the current call still waits for credentials, so is not sent yet. */
const currentCall = new AsyncLocalStorage<{ isWaiting: boolean }>();

/** Sends one request that `acquire` has admitted, and reports the response to the limiter. */
export async function callOnce<T>(
  send: Send<T>,
  context: CallContext,
  limiter?: RateLimiter,
): Promise<T> {
  const current = { isWaiting: false };
  try {
    return await currentCall.run(current, () => withTimeout(send, context));
  } catch (thrown) {
    const error = thrown instanceof TimeoutError ? toTimeout(thrown, current.isWaiting) : thrown;
    if (error instanceof CallError && error.result.kind === 'throttled') limiter?.exhaust();
    throw error;
  } finally {
    limiter?.release();
  }
}

/**
 * Passes on the result of a request; it may throw a CallError that says more. `proves`: whether the
 * response proves that the service has accepted the request.
 */
export type Watch = <T>(request: Promise<T>, proves?: (response: T) => boolean) => Promise<T>;

/** Makes all requests of an SDK client throw CallErrors, and passes them through `watch`. */
export function throwCallErrors<Input extends object, Output extends MetadataBearer>(
  client: { readonly middlewareStack: MiddlewareStack<Input, Output> },
  watch: Watch = (request) => request,
): void {
  // A response without a request ID may come from something in between.
  const proves = ({ output }: { readonly output: Output }) =>
    output.$metadata.requestId !== undefined;
  const { middlewareStack } = client;
  middlewareStack.add(
    (next) => (args) => {
      setWaiting(true);
      return watch(mapErrors(next(args)), proves);
    },
    { step: 'initialize', priority: 'high' },
  );
  // The last step before the request is sent. By then it is signed.
  middlewareStack.add(
    (next) => (args) => {
      setWaiting(false);
      return next(args);
    },
    { step: 'deserialize', priority: 'low' },
  );
}

function setWaiting(isWaiting: boolean): void {
  const call = currentCall.getStore();
  if (call) call.isWaiting = isWaiting;
}

/** The result of a request. Any error becomes a CallError, except a Failure of the credentials. */
export async function mapErrors<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw error instanceof Failure ? error : toCallError(error);
  }
}

function toTimeout({ seconds, message }: TimeoutError, isWaiting: boolean): CallError {
  if (seconds === 0) {
    return ownError(tooLateCode, 'the deadline left no time for a response, so it was not sent');
  }
  if (!isWaiting) return ownError('Timeout', message);
  const unsent = `no credentials within ${seconds.toFixed(1)} s, so it was not sent`;
  return new CallError({ kind: 'unsent', code: 'Timeout', message: unsent });
}

/**
 * Retries a throttled call until the deadline. A call that was not sent, or whose response was lost, gets
 * `attempts` attempts in all. Retries at once, uncounted: once after a clock correction, and once with new
 * credentials. Throws the Failure of a renewal.
 */
export function createBackoff(
  attempts: number,
  { random, renew = async () => false }: AwsCallContext,
): Backoff {
  let errors = 0;
  let throttles = 0;
  let clockCorrected = false;
  let renewed = false;
  const canRetryAtOnce = async (error: CallError) => {
    if (isClockRefusal(error) && !clockCorrected) {
      clockCorrected = true;
      return true;
    }
    if (!hasExpired(error) || renewed) return false;
    renewed = true;
    return renew();
  };
  return async (error) => {
    if (!(error instanceof CallError)) return undefined;
    if (!isRetryable(error)) return (await canRetryAtOnce(error)) ? 0 : undefined;
    if (error.result.kind === 'throttled') {
      throttles += 1;
      return throttleDelay(throttles, random);
    }
    errors += 1;
    return errors < attempts ? errorDelay(errors, random) : undefined;
  };
}

/** Milliseconds after the nth throttle: three seconds, growing to twelve, before jitter. */
export function throttleDelay(nth: number, random: () => number): number {
  return jitter(Math.min(12_000, 3_000 * 1.5 ** (nth - 1)), random);
}
