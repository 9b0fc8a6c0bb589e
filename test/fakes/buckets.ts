/** Size and refill per second of a token bucket. */
export interface BucketSize {
  readonly capacity: number;
  readonly perSecond: number;
}

/** EC2's documented buckets, each per account, Region and action ("Request throttling for the Amazon EC2 API"). */
export const ec2Buckets = {
  describeByoipCidrs: { capacity: 1, perSecond: 0.5 },
  nonMutating: { capacity: 100, perSecond: 20 },
  mutating: { capacity: 50, perSecond: 5 },
  /** "Once every 10 seconds, even if you specify different address ranges" (AdvertiseByoipCidr). */
  routes: { capacity: 1, perSecond: 0.1 },
} as const satisfies Record<string, BucketSize>;

/** Token buckets by key. */
export interface Buckets {
  /** Takes a token; false when there is none; `speed` is a factor on the refill rate. */
  take(key: string, size: BucketSize, speed: number): boolean;
}

/** Full buckets on the given clock, which counts milliseconds. */
export function createBuckets(now: () => number): Buckets {
  const levels = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, { capacity, perSecond }, speed) {
      if (speed === Number.POSITIVE_INFINITY) return true;
      const at = now();
      const level = levels.get(key) ?? { tokens: capacity, at };
      const refilled = level.tokens + ((at - level.at) / 1000) * perSecond * speed;
      const tokens = Math.min(capacity, refilled);
      if (tokens < 1) return false;
      levels.set(key, { tokens: tokens - 1, at });
      return true;
    },
  };
}
