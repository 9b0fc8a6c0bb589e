import { createBuckets, ec2Buckets } from '../../test/peers/buckets.ts';

/** What a run has to call in one account and Region. */
export interface Work {
  /** Pages of one listing of DescribeByoipCidrs. */
  readonly pages: number;
  /** AssociateIpamByoasn calls. */
  readonly writes: number;
}

/**
 * The least time, in seconds, in which EC2's token buckets let a run through that reads every page,
 * then writes, then reads every page once more. A whole plan is judged before its first write, and
 * only a listing begun after the last write can show them all settled, so no run that keeps to both
 * is faster. Calls take no time here, and each is made in the first millisecond that has a token for
 * it; all buckets are full at the start and count on while they are not used. Targets have buckets
 * of their own, so targets that are alike, run side by side, take no longer than one of them.
 */
export function leastSeconds({ pages, writes }: Work): number {
  let now = 0;
  const buckets = createBuckets(() => now);
  const call = (operation: 'describeByoipCidrs' | 'mutating', times: number) => {
    for (let made = 0; made < times; ) {
      if (buckets.take(operation, ec2Buckets[operation], 1)) made += 1;
      else now += 1;
    }
  };
  call('describeByoipCidrs', pages);
  call('mutating', writes);
  call('describeByoipCidrs', pages);
  return now / 1000;
}
