import type { Clock } from './clock.ts';

/** Keeps calls to a rate of AWS's: each waits until it is its turn. */
export interface RateLimiter {
  acquire(): Promise<void>;
  /** Says that a call was answered: AWS has counted it by now, and perhaps only now. */
  release(): void;
  /** Says that AWS throttled a call: others have used up what was thought to be left. */
  exhaust(): void;
}

/** A token bucket: so many calls at once, then one an interval. */
export interface Rate {
  readonly burst: number;
  readonly intervalMs: number;
}

/** A full bucket. Turns are given in the order in which they are asked for. */
export function createRateLimiter({ burst, intervalMs }: Rate, clock: Clock): RateLimiter {
  // When the bucket will be full again, as the generic cell rate algorithm counts (ITU-T I.371).
  let full = clock.now();
  return {
    acquire: async () => {
      const now = clock.now();
      const turn = Math.max(now, full - (burst - 1) * intervalMs);
      full = Math.max(full, turn) + intervalMs;
      if (turn > now) await clock.sleep(turn - now);
    },
    release: () => {
      full = Math.max(full, clock.now() + intervalMs);
    },
    exhaust: () => {
      full = Math.max(full, clock.now() + burst * intervalMs);
    },
  };
}
