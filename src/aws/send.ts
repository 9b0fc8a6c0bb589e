import type { Deadline } from '../deadline.ts';
import { Failure } from '../failure.ts';
import { readSdkError, unanswered, unsent } from './answer.ts';

/** What bounds every request of a run. */
export interface Limits {
  readonly cancelled: AbortSignal;
  readonly deadline: Deadline;
}

const longestRequestMs = 15_000;

/**
 * Sends one request with a signal that ends it after 15 s, at the deadline or when the run is
 * cancelled, whichever is first. Throws the cancellation's Failure, else a CallError.
 */
export async function sendWithin<T>(
  { cancelled, deadline }: Limits,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  cancelled.throwIfAborted();
  const milliseconds = Math.ceil(Math.min(longestRequestMs, deadline.remaining()));
  if (milliseconds === 0) throw unsent('the deadline of the run has passed');
  const timeout = AbortSignal.timeout(milliseconds);
  try {
    const signal = AbortSignal.any([cancelled, timeout]);
    return await before(signal, send(signal));
  } catch (error) {
    cancelled.throwIfAborted();
    if (timeout.aborted) throw unanswered(`no answer within ${(milliseconds / 1000).toFixed(1)} s`);
    throw error instanceof Failure ? error : readSdkError(error);
  }
}

/** Credential providers of the SDK take no signal, so one that hangs is left behind. */
function before<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);
}
