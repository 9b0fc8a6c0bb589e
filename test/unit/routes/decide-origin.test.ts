import { ByoipCidrState } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import type { ObservedCidr } from '../../../src/observe/observed.ts';
import type { Seen } from '../../../src/plan/observed-origin.ts';
import { decideOrigin } from '../../../src/routes/decide-origin.ts';
import type { DiscoveredRoute, DiscoveredRoutes } from '../../../src/routes/discovered-routes.ts';

const cidr = '198.51.100.0/24';
const now = Date.UTC(2026, 10, 29, 12);
const hour = 3_600_000;

/** The CIDR with associations such as `64500 advertised`. */
function listed(state: string, ...associations: readonly string[]): ObservedCidr {
  return {
    ...{ cidr, state, statusMessage: '', advertisementType: 'unicast', networkBorderGroup: '' },
    associations: associations.map((text) => {
      const [asn = '', associationState = ''] = text.split(' ');
      return { asn, state: associationState, statusMessage: '' };
    }),
  };
}

/** What IPAM shows: routes of the CIDR such as `64500 3`, sampled three hours ago. */
function ipamOf(...routes: readonly string[]): DiscoveredRoutes {
  return ipamWith(
    ...routes.map((text) => {
      const [asn = '', hours] = text.split(' ');
      const sampledAt = hours === undefined ? undefined : now - Number(hours) * hour;
      return { asn, sampledAt };
    }),
  );
}

function ipamWith(...routes: readonly Partial<DiscoveredRoute>[]): DiscoveredRoutes {
  const usual = { cidr, asn: '64500', state: 'advertised', sampledAt: now, discovery: undefined };
  return {
    source: 'GetIpamDiscoveredRoutes',
    routes: routes.map((route) => ({ ...usual, ...route })),
  };
}

/** What the collectors see: origins such as `64500 312`, or `64500 312 20` with 20 peers elsewhere. */
function seenOf(...origins: readonly string[]): Seen {
  const seen = origins.map((text) => {
    const [asn = '', peers, elsewhere = '0'] = text.split(' ');
    return { asn, peers: Number(peers), elsewhere: Number(elsewhere) };
  });
  return { peers: seen.reduce((sum, { peers }) => sum + peers, 0), origins: seen };
}

interface Sources {
  readonly listed?: ObservedCidr | readonly ObservedCidr[];
  readonly ipam?: DiscoveredRoutes;
  readonly seen?: Seen;
}

function decide({ listed: entries = listed('advertised'), ...others }: Sources) {
  return decideOrigin(cidr, [entries].flat(), others, now);
}

const decided = (sources: Sources) => {
  const { origin, source } = decide(sources);
  return `${origin} by ${source}`;
};

const evidence = (sources: Sources) =>
  decide(sources).evidence.map(({ grade, text }) => `${grade}: ${text}`);

const unreadIpam: DiscoveredRoutes = {
  ...{ source: 'GetIpamDiscoveredRoutes', routes: [], unread: 'AccessDenied' },
};
const unreadSeen: Seen = { unread: 'stat.ripe.net: HTTP 503' };

describe('the origin of a CIDR by its state', () => {
  const byState: Readonly<Record<ByoipCidrState, string>> = {
    advertised: '64500 by association',
    'pending-advertising': 'unknown by none',
    'pending-withdrawal': 'unknown by none',
    provisioned: 'none by state',
    'provisioned-not-publicly-advertisable': 'none by state',
    'pending-provision': 'none by state',
    'failed-provision': 'none by state',
    'pending-deprovision': 'none by state',
    'failed-deprovision': 'none by state',
    deprovisioned: 'none by state',
  };

  test.each(Object.values(ByoipCidrState))('%s', (state) => {
    const sources = {
      listed: listed(state, '64500 advertised'),
      ipam: ipamOf('64500 1'),
      seen: seenOf('64500 312'),
    };
    expect(decided(sources)).toBe(byState[state]);
  });

  test.each(['unknown', 'advertising-paused', 'constructor'])(
    '%s, which is not known, is unknown',
    (state) => expect(decided({ listed: listed(state) })).toBe('unknown by none'),
  );

  test('is none if the CIDR is not listed', () => {
    expect(decided({ listed: [] })).toBe('none by state');
  });

  test('is unknown if the listing contradicts itself', () => {
    const entries = [listed('provisioned'), listed('advertised', '64500 advertised')];
    expect(decided({ listed: entries })).toBe('unknown by none');
    expect(evidence({ listed: entries })).toEqual([
      'read: DescribeByoipCidrs: 198.51.100.0/24 is provisioned, advertised',
    ]);
  });
});

describe('the origin of an advertised CIDR', () => {
  test.each<[string, Sources, string]>([
    ['nothing was asked', {}, 'unknown by none'],
    [
      'an association is advertised',
      { listed: listed('advertised', '64500 advertised', '64501 associated') },
      '64500 by association',
    ],
    [
      'an association is listed twice',
      {
        listed: [
          listed('advertised', '64500 advertised'),
          listed('advertised', '64500 advertised'),
        ],
      },
      '64500 by association',
    ],
    [
      'two associations are advertised',
      { listed: listed('advertised', '64500 advertised', '64501 advertised') },
      'unknown by none',
    ],
    [
      'the ASN of an association cannot be read',
      { listed: listed('advertised', '64500x advertised') },
      'unknown by none',
    ],
    [
      'associations only exist',
      { listed: listed('advertised', '64500 associated') },
      'unknown by none',
    ],
    ['IPAM shows it', { ipam: ipamOf('64500 3') }, '64500 by ipam'],
    ['IPAM shows it for 24 hours', { ipam: ipamOf('64500 24') }, '64500 by ipam'],
    ['IPAM showed it before', { ipam: ipamOf('64500 24.01') }, 'unknown by none'],
    ['IPAM names no time', { ipam: ipamOf('64500') }, 'unknown by none'],
    ['IPAM showed another one before', { ipam: ipamOf('64500 3', '64501 30') }, '64500 by ipam'],
    ["IPAM shows Amazon's ASN", { ipam: ipamOf('16509 3') }, 'AWS by ipam'],
    ["IPAM shows Amazon's ASN as AWS", { ipam: ipamOf('AWS 3') }, 'AWS by ipam'],
    ["IPAM shows two of Amazon's ASNs", { ipam: ipamOf('16509 3', '14618 3') }, 'AWS by ipam'],
    ['IPAM shows two origins', { ipam: ipamOf('64500 3', '16509 3') }, 'unknown by none'],
    ['IPAM names no ASN', { ipam: ipamWith({ asn: '' }) }, 'unknown by none'],
    ['the ASN of IPAM cannot be read', { ipam: ipamWith({ asn: 'ours' }) }, 'unknown by none'],
    ['IPAM shows no state', { ipam: ipamWith({ state: 'unknown' }) }, '64500 by ipam'],
    ['IPAM shows another state', { ipam: ipamWith({ state: 'provisioned' }) }, 'unknown by none'],
    ['IPAM shows another CIDR', { ipam: ipamWith({ cidr: '203.0.113.0/24' }) }, 'unknown by none'],
    ['ten peers see it', { seen: seenOf('64500 10') }, '64500 by collectors'],
    ['nine peers see it', { seen: seenOf('64500 9') }, 'unknown by none'],
    ['no peer sees it', { seen: seenOf() }, 'unknown by none'],
    ["peers see Amazon's ASN", { seen: seenOf('16509 312') }, 'AWS by collectors'],
    [
      "ten peers see one or the other of Amazon's ASNs",
      { seen: seenOf('16509 5', '14618 5') },
      'AWS by collectors',
    ],
    ['nine peers see another one', { seen: seenOf('64500 12', '64501 9') }, '64500 by collectors'],
    ['ten peers see another one', { seen: seenOf('64500 300', '64501 10') }, 'unknown by none'],
    [
      'ten peers see an announcement that is not from AWS',
      { seen: seenOf('16509 112', '64500 200 200') },
      'AWS by collectors',
    ],
    ['peers see it, but nine through AWS', { seen: seenOf('64500 209 200') }, 'unknown by none'],
    ['nothing could be read', { ipam: unreadIpam, seen: unreadSeen }, 'unknown by none'],
  ])('if %s', (_, sources, expected) => {
    expect(decided(sources)).toBe(expected);
  });
});

describe('of the three sources', () => {
  const association = { listed: listed('advertised', '64500 advertised') };
  const ipam = { ipam: ipamOf('64500 3') };
  const seen = { seen: seenOf('64500 312') };

  test.each<[string, Sources, string]>([
    ['all agree', { ...association, ...ipam, ...seen }, '64500 by association'],
    ['IPAM and the collectors agree', { ...ipam, ...seen }, '64500 by ipam'],
    ['IPAM could not be read', { ipam: unreadIpam, ...seen }, '64500 by collectors'],
    ['IPAM is too old', { ipam: ipamOf('16509 30'), ...seen }, '64500 by collectors'],
    ['the collectors could not be read', { ...ipam, seen: unreadSeen }, '64500 by ipam'],
    ['the collectors see too little', { ...ipam, seen: seenOf('16509 9') }, '64500 by ipam'],
    [
      'IPAM contradicts the association',
      { ...association, ipam: ipamOf('16509 0.2') },
      'unknown by none',
    ],
    [
      'IPAM showed another one before the association',
      { ...association, ipam: ipamOf('16509 0.3') },
      '64500 by association',
    ],
    [
      'the collectors contradict the association',
      { ...association, ...ipam, seen: seenOf('64501 312') },
      'unknown by none',
    ],
    [
      'ten peers contradict the association',
      { ...association, seen: seenOf('64500 300', '16509 10') },
      'unknown by none',
    ],
    [
      'the collectors contradict IPAM',
      { ipam: ipamOf('64500 0.2'), seen: seenOf('16509 312') },
      'unknown by none',
    ],
    [
      'the collectors see an origin that IPAM did not show before',
      { ...ipam, seen: seenOf('16509 312') },
      'AWS by collectors',
    ],
    [
      'two contradict the association',
      { ...association, ipam: ipamOf('16509 3'), seen: seenOf('16509 312') },
      'unknown by none',
    ],
    [
      'an unreadable ASN contradicts the collectors',
      { listed: listed('advertised', '64500x advertised'), ...seen },
      'unknown by none',
    ],
  ])('%s', (_, sources, expected) => {
    expect(decided(sources)).toBe(expected);
  });

  test('each is evidence, even if they contradict each other', () => {
    const contradicting = { ...association, ipam: ipamOf('16509 3'), seen: seenOf('64501 312') };
    expect(evidence(contradicting)).toEqual([
      'read: DescribeByoipCidrs: 198.51.100.0/24 is advertised from AS64500',
      'read: GetIpamDiscoveredRoutes: 198.51.100.0/24 from AS16509, sampled 3 h ago',
      "read: RIPE's route collectors: 198.51.100.0/24 is now seen from AS64501 by 312 peers",
    ]);
    expect(decide(contradicting).seen).toBe(contradicting.seen);
  });

  test('one that could not be read says why', () => {
    expect(evidence({ ipam: unreadIpam, seen: unreadSeen })).toEqual([
      'read: DescribeByoipCidrs: 198.51.100.0/24 is advertised; no association shows the origin',
      'not read: GetIpamDiscoveredRoutes: AccessDenied',
      "not read: RIPE's route collectors: stat.ripe.net: HTTP 503",
    ]);
  });

  test('few peers are evidence that decides nothing', () => {
    expect(evidence({ seen: seenOf('64500 9') })).toContain(
      "read: RIPE's route collectors: 198.51.100.0/24 is now seen from AS64500 by 9 peers (fewer than 10 decide nothing)",
    );
  });

  test('the collectors are only evidence for a CIDR that is not advertised', () => {
    const provisioned = { listed: listed('provisioned'), seen: seenOf('64500 312 312') };
    expect(decided(provisioned)).toBe('none by state');
    expect(evidence(provisioned)).toEqual([
      'read: DescribeByoipCidrs: 198.51.100.0/24 is provisioned',
      "read: RIPE's route collectors: 198.51.100.0/24 is now not seen from AWS; another route: from AS64500 by 312 peers",
    ]);
  });

  test('only those that were asked are evidence', () => {
    expect(decide({ listed: [] })).toEqual({
      origin: 'none',
      source: 'state',
      evidence: [{ grade: 'read', text: 'DescribeByoipCidrs: 198.51.100.0/24 is not listed' }],
    });
  });
});

describe("IPAM's evidence", () => {
  test.each<[DiscoveredRoutes, string]>([
    [
      ipamWith({ sampledAt: now - 59 * 60_000 }),
      'read: 198.51.100.0/24 from AS64500, sampled 59 min ago',
    ],
    [ipamWith({ sampledAt: now + hour }), 'read: 198.51.100.0/24 from AS64500, sampled 0 min ago'],
    [
      ipamOf('64500 30'),
      'not read: 198.51.100.0/24 from AS64500, sampled 30 h ago (at most 24 h count)',
    ],
    [ipamOf('AWS 1'), 'read: 198.51.100.0/24 from AWS, sampled 1 h ago'],
    [ipamOf('64500'), 'not read: 198.51.100.0/24 from AS64500, sampled at an unknown time'],
    [ipamWith({ asn: 'ours\n' }), 'read: 198.51.100.0/24 from "ours\\n", sampled 0 min ago'],
    [ipamWith({ asn: '' }), 'not read: 198.51.100.0/24 without an ASN, sampled 0 min ago'],
    [
      ipamWith({ state: 'provisioned' }),
      'not read: 198.51.100.0/24 from AS64500 in the state provisioned, sampled 0 min ago',
    ],
    [
      ipamWith({ discovery: 'ipam-res-disco-2 of account 444455556666' }),
      'read: 198.51.100.0/24 from AS64500, sampled 0 min ago by ipam-res-disco-2 of account 444455556666',
    ],
    [
      ipamOf('64500 1', '64501 2'),
      'read: 198.51.100.0/24 from AS64500, sampled 1 h ago, from AS64501, sampled 2 h ago',
    ],
    [ipamWith({ cidr: '203.0.113.0/24' }), 'read: 198.51.100.0/24 is not listed'],
  ])('%# says source and age', (ipam, expected) => {
    const [grade, text] = expected.split(': ');
    expect(evidence({ ipam })[1]).toBe(`${grade}: GetIpamDiscoveredRoutes: ${text}`);
  });
});
