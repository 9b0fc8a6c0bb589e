import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import { untilAborted } from './until-aborted.ts';

/** What bounds every request of a run. */
export interface RequestLimits {
  readonly cancelled: AbortSignal;
  readonly deadline: Deadline;
  readonly clock: Clock;
}

/**
 * Milliseconds that an answer may need: with less than that left nothing is sent, because the run
 * would learn of its own hurry, and not of AWS or GitHub.
 */
export const leastAnswerMs = 1_000;

/** A request whose time was up after so many seconds; after 0 it was never sent. */
export class TimeoutError extends Error {
  override readonly name = 'TimeUp';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`no answer within ${seconds.toFixed(1)} s`);
    this.seconds = seconds;
  }
}

const longestRequestMs = 15_000;

/**
 * Sends one request, unless the deadline is too near for an answer, with a signal that ends it after 15 s, at the deadline or when the run is
 * cancelled, whichever is first, and leaves behind what heeds no signal. Throws the cancellation's
 * Failure, TimeUp, or what the request throws.
 */
export async function withTimeout<T>(
  { cancelled, deadline, clock }: RequestLimits,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  cancelled.throwIfAborted();
  if (deadline.remaining() < leastAnswerMs) throw new TimeoutError(0);
  const milliseconds = Math.ceil(Math.min(longestRequestMs, deadline.remaining()));
  const timeout = clock.timeout(milliseconds);
  const signal = AbortSignal.any([cancelled, timeout]);
  try {
    // Credential providers of the SDK take no signal, so one that hangs is left behind.
    return await untilAborted(signal, send(signal));
  } catch (error) {
    cancelled.throwIfAborted();
    if (!timeout.aborted) throw error;
    throw new TimeoutError(milliseconds / 1000);
  }
}
