import { stringify } from 'yaml';

/** A fleet to measure: pairs in equal parts over targets, each target an account of its own. */
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
export interface FleetTarget {
  readonly account: string;
  readonly region: string;
  readonly cidrs: readonly string[];
}

/** The ASN of all pairs; one of the peers' fixtures. */
export const fleetAsn = '64500';

/** The largest page that DescribeByoipCidrs gives. */
const pageSize = 100;

/** The targets of a fleet, of 65536 CIDRs at most: each a /48 of 2001:db8::/32 (RFC 3849). */
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

/** What a target costs in calls: the pages of one listing, and the associations to write. */
export function workOf({ pairs, targets }: Fleet): {
  readonly pages: number;
  readonly writes: number;
} {
  const writes = pairs / targets;
  return { pages: Math.ceil(writes / pageSize), writes };
}

/**
 * The calls of EC2 that a run of a fleet may make where every association settles at the first read
 * after its acceptance: a target's pages for the plan, its pages for one poll, a write a pair, and
 * one DescribeIpamByoasn.
 */
export function callsAtMost(fleet: Fleet): number {
  const { pages, writes } = workOf(fleet);
  return fleet.targets * (pages + pages + writes + 1);
}

/** The fleet in words. */
export function fleetText({ pairs, targets }: Fleet): string {
  return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'} in ${targets} ${targets === 1 ? 'target' : 'targets'}`;
}
