import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';

/** What bounds every request of a run. */
export interface Limits {
  readonly cancelled: AbortSignal;
  readonly deadline: Deadline;
  readonly clock: Clock;
}

/** A request whose time was up after so many seconds; after 0 it was never sent. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`no answer within ${seconds.toFixed(1)} s`);
    this.seconds = seconds;
  }
}

const longestRequestMs = 15_000;

/**
 * Sends one request with a signal that ends it after 15 s, at the deadline or when the run is
 * cancelled, whichever is first, and leaves behind what heeds no signal. Throws the cancellation's
 * Failure, TimeUp, or what the request throws.
 */
export async function withinLimits<T>(
  { cancelled, deadline, clock }: Limits,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  cancelled.throwIfAborted();
  const milliseconds = Math.ceil(Math.min(longestRequestMs, deadline.remaining()));
  if (milliseconds === 0) throw new TimeUp(0);
  const timeout = clock.timeout(milliseconds);
  const signal = AbortSignal.any([cancelled, timeout]);
  try {
    return await Promise.race([send(signal), aborted(signal)]);
  } catch (error) {
    cancelled.throwIfAborted();
    if (!timeout.aborted) throw error;
    throw new TimeUp(milliseconds / 1000);
  }
}

/** Credential providers of the SDK take no signal, so one that hangs is left behind. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
