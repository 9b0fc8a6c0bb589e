import type { CallContext } from './call-context.ts';

/** Limits the rate of calls: each waits for its turn. */
export interface RateLimiter {
  acquire(): Promise<void>;
  /** Reports a response: the server has counted the call by now, perhaps only now. */
  release(): void;
  /** Reports throttling: the bucket is empty, so waiting calls wait longer. */
  exhaust(): void;
}

/** A token bucket: `burst` calls at once, then one each interval. */
export interface Rate {
  readonly burst: number;
  readonly intervalMs: number;
}

/**
 * A limiter with a full bucket. It admits calls in the order of their requests, and all at once at the
 * deadline, after which nothing is sent.
 */
export function createRateLimiter(
  { burst, intervalMs }: Rate,
  { clock, deadline }: Pick<CallContext, 'clock' | 'deadline'>,
): RateLimiter {
  // When the bucket is full again (the generic cell rate algorithm, ITU-T I.371).
  let fullAt = clock.now();
  let previous: Promise<unknown> = Promise.resolve();
  const postpone = (milliseconds: number) => {
    fullAt = Math.max(fullAt, clock.now() + milliseconds);
  };
  const takeTurn = async () => {
    const waitMs = () =>
      Math.min(fullAt - (burst - 1) * intervalMs - clock.now(), deadline.remaining());
    for (let left = waitMs(); left > 0; left = waitMs()) await clock.sleep(left);
    fullAt = Math.max(fullAt, clock.now()) + intervalMs;
  };
  return {
    acquire: () => {
      const turn = previous.then(takeTurn, takeTurn);
      previous = turn;
      return turn;
    },
    release: () => postpone(intervalMs),
    exhaust: () => postpone(burst * intervalMs),
  };
}
