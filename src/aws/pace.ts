import type { Clock } from '../clock.ts';

/** Keeps calls to a rate of AWS's: each waits until it is its turn. */
export interface Pace {
  take(): Promise<void>;
}

/**
 * EC2's bucket for DescribeByoipCidrs holds one call and gains one every two seconds, for the whole
 * account and Region (EC2 Developer Guide, request throttling). A twentieth more keeps calls that
 * the network brings closer together from being throttled.
 */
export const describeByoipCidrsIntervalMs = 2_100;

/** The first call goes at once, each further one an interval after the one before. */
export function startPace(intervalMs: number, clock: Clock): Pace {
  let next = clock.now();
  return {
    take: async () => {
      const now = clock.now();
      const turn = Math.max(now, next);
      next = turn + intervalMs;
      if (turn > now) await clock.sleep(turn - now);
    },
  };
}
