import type { CallContext } from './call-context.ts';
import { untilAborted } from './clock.ts';

/** Nothing is sent with fewer milliseconds left, because the response would come too late. */
export const minResponseMs = 1_000;

const defaultRequestSeconds = 15;

/** A request without a response within `seconds`; with 0, it was never sent. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`no response within ${seconds.toFixed(1)} s`);
    this.seconds = seconds;
  }
}

/**
 * Sends one request with a signal that aborts after `requestSeconds`, at the deadline or when the run
 * is cancelled; a request that ignores the signal is abandoned. Throws the cancellation's Failure, a
 * TimeoutError, or what the request throws.
 */
export async function withTimeout<T>(
  send: (signal: AbortSignal) => Promise<T>,
  {
    cancelled,
    deadline,
    requestSeconds = defaultRequestSeconds,
    clock,
  }: Omit<CallContext, 'log' | 'random'>,
): Promise<T> {
  cancelled.throwIfAborted();
  if (deadline.remaining() < minResponseMs) throw new TimeoutError(0);
  const milliseconds = Math.ceil(Math.min(requestSeconds * 1000, deadline.remaining()));
  // Not AbortSignal.any and timeout, whose signals live on after the request.
  const request = new AbortController();
  const cancel = () => request.abort(cancelled.reason);
  cancelled.addEventListener('abort', cancel, { once: true });
  const stopTimer = clock.startTimer(milliseconds, () =>
    request.abort(new TimeoutError(milliseconds / 1000)),
  );
  try {
    return await untilAborted(request.signal, send(request.signal));
  } catch (error) {
    cancelled.throwIfAborted();
    request.signal.throwIfAborted();
    throw error;
  } finally {
    stopTimer();
    cancelled.removeEventListener('abort', cancel);
  }
}
