import { stringify } from 'yaml';
import { createBuckets, ec2Buckets } from '../test/fakes/buckets.ts';
import type { RequestRecord } from '../test/fakes/request-log.ts';

/** A fleet to measure: pairs spread evenly over targets, each target in its own account. */
export interface Fleet {
  readonly pairs: number;
  readonly targets: number;
}

/** The fleets that are measured. */
export const fleets: readonly Fleet[] = [
  { pairs: 1, targets: 1 },
  { pairs: 10, targets: 1 },
  { pairs: 100, targets: 1 },
  { pairs: 1_000, targets: 1 },
  { pairs: 1_000, targets: 20 },
];

/** One target of a fleet. */
interface FleetTarget {
  readonly account: string;
  readonly region: string;
  readonly cidrs: readonly string[];
}

/** The ASN of all pairs; one of the fake servers' fixtures. */
const fleetAsn = '64500';

/** The largest page of DescribeByoipCidrs. */
const pageSize = 100;

/** The targets of a fleet, with at most 65536 CIDRs, each a /48 of 2001:db8::/32 (RFC 3849). */
export function targetsOf({ pairs, targets }: Fleet): FleetTarget[] {
  const each = pairs / targets;
  return Array.from({ length: targets }, (_, index) => ({
    account: `1111222233${String(index).padStart(2, '0')}`,
    region: 'us-west-2',
    cidrs: Array.from({ length: each }, (_, at) => cidrOf(index * each + at)),
  }));
}

function cidrOf(index: number): string {
  return index === 0 ? '2001:db8::/48' : `2001:db8:${index.toString(16)}::/48`;
}

/** The config file of a fleet. */
export function fleetFile(fleet: Fleet): string {
  const targets = targetsOf(fleet).map(({ account, region, cidrs }) => ({
    account,
    region,
    associations: cidrs.map((cidr) => ({ asn: fleetAsn, cidr })),
  }));
  return stringify({ version: 1, targets });
}

/** The calls of a run in one account and Region. */
interface Workload {
  /** Pages of one listing of DescribeByoipCidrs. */
  readonly pages: number;
  /** AssociateIpamByoasn calls. */
  readonly associateCalls: number;
}

/** The calls of a run in each target of a fleet. */
export function workOf({ pairs, targets }: Fleet): Workload {
  const associateCalls = pairs / targets;
  return { pages: Math.ceil(associateCalls / pageSize), associateCalls };
}

/**
 * The minimum time, in seconds, that EC2's token buckets allow to a run that reads every page, then
 * associates, then reads every page once more. No run is faster: the complete plan is checked before the
 * first change, and only a listing that starts after the last call can show all end states. Calls take no
 * time here, and each is made in the first millisecond with a token for it. All buckets start full and
 * refill while unused. Each target has its own buckets, so equal targets in parallel take no longer than
 * one.
 */
export function leastSeconds({ pages, associateCalls }: Workload): number {
  let now = 0;
  const buckets = createBuckets(() => now);
  const call = (operation: 'describeByoipCidrs' | 'mutating', times: number) => {
    for (let made = 0; made < times; ) {
      if (buckets.take(operation, ec2Buckets[operation], 1)) made += 1;
      else now += 1;
    }
  };
  call('describeByoipCidrs', pages);
  call('mutating', associateCalls);
  call('describeByoipCidrs', pages);
  return now / 1000;
}

/**
 * The EC2 calls that a run of a fleet may make if every association reaches its end state at the first read
 * after its acceptance: per target, its pages for the plan and for one poll, an associate call per pair, and
 * one DescribeIpamByoasn.
 */
export function callsAtMost(fleet: Fleet): number {
  const { pages, associateCalls } = workOf(fleet);
  return fleet.targets * (pages + pages + associateCalls + 1);
}

/** The fleet as text. */
export function fleetText({ pairs, targets }: Fleet): string {
  return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'} in ${targets} ${targets === 1 ? 'target' : 'targets'}`;
}

/** How many requests EC2 received in a run, with throttled ones. */
export interface CallCounts {
  readonly describeByoipCidrs: number;
  readonly associateIpamByoasn: number;
  readonly describeIpamByoasn: number;
  readonly total: number;
  /** The throttled ones. */
  readonly throttles: number;
}

/** Counts the requests that the fake servers received. */
export function countCalls(requests: readonly RequestRecord[]): CallCounts {
  const count = (wanted: string) => requests.filter(({ operation }) => operation === wanted).length;
  const calls = {
    describeByoipCidrs: count('DescribeByoipCidrs'),
    associateIpamByoasn: count('AssociateIpamByoasn'),
    describeIpamByoasn: count('DescribeIpamByoasn'),
  };
  return {
    ...calls,
    total: Object.values(calls).reduce((sum, one) => sum + one, 0),
    throttles: requests.filter(({ outcome }) => outcome === 'RequestLimitExceeded').length,
  };
}
