import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { ObservedCidr } from '../../../src/observe/observed.ts';
import { type OriginQuery, observeOrigins } from '../../../src/routes/observe-origins.ts';
import { lookingGlass } from '../../fakes/looking-glass.ts';
import {
  memoryTransport,
  type ScriptedResponse,
  type ScriptedResponses,
} from '../../fakes/memory-transport.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { ripestat } from '../../fakes/rpki.ts';
import {
  clientWith,
  connectedTo,
  defaultDiscovery,
  discoveriesReply,
  routesReply,
} from './ipam.ts';

const listed = (cidr: string, state = 'advertised'): ObservedCidr => ({
  ...{ cidr, state, statusMessage: '', advertisementType: 'unicast' },
  ...{ networkBorderGroup: '', associations: [] },
});

const first = listed('198.51.100.0/24');
const second = listed('203.0.113.0/24');
const third = listed('2001:db8:1000::/48', 'provisioned');

const sampleTime = () => new Date(Date.now() - 3_600_000).toISOString();
const routeOf = (cidr: string, asn: string) => ({
  ...{ cidr, asn, state: 'advertised', sampleTime: sampleTime() },
});

/** A response of the collectors about a CIDR that 312 peers see from an ASN. */
const seen = ({ cidr }: ObservedCidr, asn: number): ScriptedResponse => {
  const data = lookingGlass(cidr, [{ prefix: cidr, asn, peers: 312 }], Date.now());
  return { status: 200, body: JSON.stringify(ripestat('looking-glass', '2.1', data)) };
};

const ipam: ScriptedResponses = {
  DescribeIpamResourceDiscoveries: [discoveriesReply(defaultDiscovery)],
  GetIpamDiscoveredRoutes: [
    routesReply(routeOf('198.51.100.0/24', '64500'), routeOf('203.0.113.0/24', '16509')),
  ],
};

interface Asked {
  readonly cidrs?: readonly ObservedCidr[];
  readonly ask?: OriginQuery['ask'];
  readonly ec2?: ScriptedResponses;
  readonly collectors?: readonly ScriptedResponse[];
  readonly region?: string;
  /** More queries of the same run. */
  readonly others?: readonly Partial<OriginQuery>[];
}

async function observe(asking: Asked) {
  const { cidrs = [first], ask = 'all', ec2 = ipam, collectors = [], others = [] } = asking;
  const cancelled = new AbortController();
  const cancel = () => cancelled.abort(new Failure('cancelled', 'cancelled'));
  const transport = memoryTransport({ IdToken: collectors }, () => {
    if (collectors[0] === 'never') cancel();
  });
  const { client, transport: ec2Transport } = clientWith(ec2);
  const context = { ...virtualContext(), transport, cancelled: cancelled.signal };
  const query = { cidrs, ask, connected: connectedTo(client, asking.region) };
  const origins = await observeOrigins(
    [query, ...others.map((more) => ({ ...query, ...more }))],
    4,
    context,
  );
  const decided = Object.fromEntries(
    [...origins].map(([cidr, { origin, source }]) => [cidr, `${origin} by ${source}`]),
  );
  return {
    ...{ origins, decided, context },
    sent: ec2Transport.sent.map(({ operation }) => operation),
    asked: transport.sent.map(({ query }) => query?.resource),
  };
}

const bothCalls = ['DescribeIpamResourceDiscoveries', 'GetIpamDiscoveredRoutes'];

describe('the origins of the CIDRs of a target', () => {
  test('come from one read of IPAM and one request to the collectors for each CIDR', async () => {
    const { decided, sent, asked, origins } = await observe({
      cidrs: [first, second],
      collectors: [seen(first, 64_500), seen(second, 16_509)],
    });
    expect(decided).toEqual({
      '198.51.100.0/24': '64500 by ipam',
      '203.0.113.0/24': 'AWS by ipam',
    });
    expect(sent).toEqual(bothCalls);
    expect(asked).toEqual(['198.51.100.0/24', '203.0.113.0/24']);
    expect(origins.get('203.0.113.0/24')?.seen?.peers).toBe(312);
  });

  test('come from the collectors only if no CIDR is advertised', async () => {
    const { decided, sent, origins } = await observe({
      cidrs: [third],
      collectors: [seen(third, 64_500)],
    });
    expect(decided).toEqual({ '2001:db8:1000::/48': 'none by state' });
    expect(sent).toEqual([]);
    expect(origins.get('2001:db8:1000::/48')?.seen?.peers).toBe(312);
  });

  test('have evidence of IPAM only if they are advertised', async () => {
    const { origins } = await observe({ cidrs: [first, third], ask: 'ipam' });
    const counts = [...origins.values()].map(({ evidence }) => evidence.length);
    expect(counts).toEqual([2, 1]);
  });

  test.each<[OriginQuery['ask'], readonly string[]]>([
    ['listing', []],
    ['ipam', bothCalls],
  ])('come from %s only', async (ask, calls) => {
    const { sent, asked, origins } = await observe({ ask });
    expect(sent).toEqual(calls);
    expect(asked).toEqual([]);
    expect(origins.get('198.51.100.0/24')).not.toHaveProperty('seen');
  });

  test('do not come from the collectors if the ASNs of AWS are not documented', async () => {
    const { asked, origins } = await observe({ region: 'cn-north-1' });
    expect(asked).toEqual([]);
    expect(origins.get('198.51.100.0/24')?.seen).toEqual({
      unread: 'not asked: the ASNs of AWS in this partition are not documented',
    });
  });

  test('are decided once for a CIDR that is listed twice', async () => {
    const { decided, asked } = await observe({
      cidrs: [first, first],
      collectors: [seen(first, 64_500)],
    });
    expect(decided).toEqual({ '198.51.100.0/24': '64500 by ipam' });
    expect(asked).toHaveLength(1);
  });

  test('need no IPAM', async () => {
    const { decided, origins } = await observe({
      ec2: { DescribeIpamResourceDiscoveries: [discoveriesReply()] },
      collectors: [seen(first, 64_500)],
    });
    expect(decided).toEqual({ '198.51.100.0/24': '64500 by collectors' });
    expect(origins.get('198.51.100.0/24')?.evidence).toContainEqual({
      grade: 'not read',
      text: 'GetIpamDiscoveredRoutes: the account has no resource discovery of IPAM there',
    });
  });
});

describe('the collectors', () => {
  test('that cannot be reached are not asked about further CIDRs', async () => {
    const down = { status: 503, body: 'down' };
    const others = Array.from({ length: 6 }, (_, index) => listed(`203.0.${index}.0/24`));
    const { asked, origins } = await observe({
      cidrs: others,
      collectors: Array.from({ length: 6 }, () => down),
    });
    expect(asked).toHaveLength(6);
    const unread = [...origins.values()].map((origin) => origin.seen?.unread);
    expect(unread).toEqual(Array(6).fill('stat.ripe.net: HTTP 503: "down"'));
  });

  test('that return another success than 200 are asked once, and about other CIDRs too', async () => {
    const { asked, origins } = await observe({
      cidrs: [listed('203.0.112.0/24'), listed('203.0.113.0/24')],
      collectors: [
        { status: 202, body: '' },
        { status: 202, body: '' },
      ],
    });
    expect(asked).toHaveLength(2);
    const unread = [...origins.values()].map((origin) => origin.seen?.unread);
    expect(unread).toEqual(Array(2).fill('stat.ripe.net: HTTP 202: nothing'));
  });

  test('that cannot be reached are not asked about other targets either', async () => {
    const down = { status: 503, body: 'down' };
    const { asked, origins } = await observe({
      ec2: {},
      ask: 'all',
      cidrs: [third, { ...third, cidr: '203.0.112.0/24' }],
      others: [{ cidrs: [{ ...third, cidr: '192.0.2.0/24' }] }],
      collectors: Array.from({ length: 6 }, () => down),
    });
    expect(asked).toHaveLength(6);
    expect(asked).not.toContain('192.0.2.0/24');
    expect(origins.get('192.0.2.0/24')?.seen?.unread).toContain('503');
  });

  test('are asked only about the CIDRs of queries for them', async () => {
    const { asked, origins } = await observe({
      cidrs: [third],
      others: [{ cidrs: [{ ...third, cidr: '192.0.2.0/24' }], ask: 'listing' }],
      collectors: [seen(third, 64_500)],
    });
    expect(asked).toEqual(['2001:db8:1000::/48']);
    expect(origins.get('192.0.2.0/24')).not.toHaveProperty('seen');
  });

  test('end with the run when it is cancelled', async () => {
    await expect(observe({ collectors: ['never'] })).rejects.toMatchObject({ reason: 'cancelled' });
  });
});

test('no CIDR leads to no request', async () => {
  const { sent, asked, origins } = await observe({ cidrs: [] });
  expect([sent, asked, origins.size]).toEqual([[], [], 0]);
});
