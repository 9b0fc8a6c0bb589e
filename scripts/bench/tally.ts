import type { RequestRecord } from '../../test/peers/journal.ts';

/** How many requests EC2 got in a run, throttled ones included. */
export interface Tally {
  readonly describeByoipCidrs: number;
  readonly associateIpamByoasn: number;
  readonly describeIpamByoasn: number;
  /** Of them, those that were throttled. */
  readonly throttles: number;
}

/** Counts a journal of the peers. */
export function tallyOf(requests: readonly RequestRecord[]): Tally {
  const count = (wanted: string) => requests.filter(({ operation }) => operation === wanted).length;
  return {
    describeByoipCidrs: count('DescribeByoipCidrs'),
    associateIpamByoasn: count('AssociateIpamByoasn'),
    describeIpamByoasn: count('DescribeIpamByoasn'),
    throttles: requests.filter(({ outcome }) => outcome === 'RequestLimitExceeded').length,
  };
}

/** All requests of a tally. */
export function totalOf(tally: Tally): number {
  return tally.describeByoipCidrs + tally.associateIpamByoasn + tally.describeIpamByoasn;
}
