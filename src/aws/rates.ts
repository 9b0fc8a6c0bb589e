import type { Rate } from '../lib/rate-limiter.ts';

/**
 * EC2's buckets for each account and Region (EC2 Developer Guide, request throttling), slightly below
 * the limit, because calls can arrive closer together than they were sent.
 * DescribeByoipCidrs: 1 and 0.5 a second. AssociateIpamByoasn (a mutating call): 50 and 5 a second.
 */
export const rates = {
  describeByoipCidrs: { burst: 1, intervalMs: 2_010 },
  associateIpamByoasn: { burst: 49, intervalMs: 205 },
} as const satisfies Record<string, Rate>;
