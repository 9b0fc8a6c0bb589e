import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { readDiscoveredRoutes } from '../../../src/routes/discovered-routes.ts';
import { brokenBy, type ScriptedResponses } from '../../fakes/memory-transport.ts';
import { ec2Error } from '../../fakes/replies.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import {
  clientWith,
  connectedTo,
  defaultDiscovery,
  discoveriesReply,
  routesReply,
} from './ipam.ts';

const shared = { ipamResourceDiscoveryId: 'ipam-res-disco-2', ownerId: '444455556666' };
const route = {
  cidr: '198.51.100.0/24',
  asn: '64500',
  state: 'advertised',
  sampleTime: '2026-11-29T12:00:00Z',
};
const sampledAt = Date.UTC(2026, 10, 29, 12);

async function read(responses: ScriptedResponses, ipamRegion?: string) {
  const context = virtualContext();
  const { client, transport } = clientWith(responses);
  const connected = connectedTo(client, 'us-west-2', ipamRegion);
  const routes = await readDiscoveredRoutes(connected, context);
  return { routes, transport, context };
}

describe('the routes that IPAM has discovered', () => {
  test('are those of the default discovery, in the Region of the CIDRs', async () => {
    const { routes, transport } = await read({
      DescribeIpamResourceDiscoveries: [discoveriesReply(shared, defaultDiscovery)],
      GetIpamDiscoveredRoutes: [routesReply(route)],
    });
    expect(routes).toEqual({
      source: 'GetIpamDiscoveredRoutes',
      routes: [
        {
          cidr: '198.51.100.0/24',
          asn: '64500',
          state: 'advertised',
          sampledAt,
          discovery: undefined,
        },
      ],
    });
    expect(transport.of('GetIpamDiscoveredRoutes').map(({ form }) => form)).toEqual([
      {
        IpamResourceDiscoveryId: 'ipam-res-disco-1',
        ResourceRegion: 'us-west-2',
        MaxResults: '1000',
      },
    ]);
  });

  test('are those of all discoveries if none is the default, with their owners', async () => {
    const other = { ...shared, ipamResourceDiscoveryId: 'ipam-res-disco-3' };
    const { routes } = await read({
      DescribeIpamResourceDiscoveries: [discoveriesReply(shared, other)],
      GetIpamDiscoveredRoutes: [routesReply(route), routesReply({ ...route, asn: '64501' })],
    });
    expect(routes.routes).toMatchObject([
      { asn: '64500', discovery: 'ipam-res-disco-2 of account 444455556666' },
      { asn: '64501', discovery: 'ipam-res-disco-3 of account 444455556666' },
    ]);
  });

  test('have canonical texts, and no values for missing fields', async () => {
    const { routes } = await read({
      DescribeIpamResourceDiscoveries: [discoveriesReply(defaultDiscovery)],
      GetIpamDiscoveredRoutes: [
        routesReply({ cidr: '2001:0DB8:1000:0::/48', asn: 'AS064500' }, { asn: 'none' }),
      ],
    });
    const nothing = { state: 'unknown', sampledAt: undefined, discovery: undefined };
    expect(routes.routes).toEqual([
      { cidr: '2001:db8:1000::/48', asn: '64500', ...nothing },
      { cidr: '', asn: 'none', ...nothing },
    ]);
  });

  test('name the Region of the IPAM as their source', async () => {
    const { routes } = await read(
      { DescribeIpamResourceDiscoveries: [discoveriesReply()] },
      'us-east-1',
    );
    expect(routes).toEqual({
      source: 'GetIpamDiscoveredRoutes in us-east-1',
      routes: [],
      unread: 'the account has no resource discovery of IPAM there',
    });
  });

  test.each([
    ['denied', ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.'), 1],
    ['not offered', ec2Error(400, 'InvalidAction', 'The action is not valid.'), 1],
    ['not answered', brokenBy('ECONNRESET'), 4],
    ['throttled', ec2Error(503, 'RequestLimitExceeded', 'Request limit exceeded.'), 3],
  ])('that are %s are not read, within ten seconds', async (_, response, requests) => {
    const { routes, transport, context } = await read({
      DescribeIpamResourceDiscoveries: [discoveriesReply(defaultDiscovery)],
      GetIpamDiscoveredRoutes: Array.from({ length: 9 }, () => response),
    });
    expect(routes.unread).toMatch(/UnauthorizedOperation|InvalidAction|ECONNRESET|Limit/);
    expect(routes.routes).toEqual([]);
    expect(transport.of('GetIpamDiscoveredRoutes')).toHaveLength(requests);
    expect(context.clock.now()).toBeLessThan(10_000);
  });

  test('are not read if one of several discoveries fails', async () => {
    const { routes } = await read({
      DescribeIpamResourceDiscoveries: [
        discoveriesReply(shared, { ...shared, ipamResourceDiscoveryId: 'ipam-res-disco-3' }),
      ],
      GetIpamDiscoveredRoutes: [routesReply(route), ec2Error(403, 'UnauthorizedOperation', 'No.')],
    });
    expect(routes).toMatchObject({ routes: [], unread: expect.stringContaining('Unauthorized') });
  });

  test('end with the run when it is cancelled', async () => {
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort(new Failure('cancelled', 'cancelled'));
    const { client } = clientWith({ DescribeIpamResourceDiscoveries: ['never'] }, cancel);
    const context = { ...virtualContext(), cancelled: cancelled.signal };
    const reading = readDiscoveredRoutes(connectedTo(client), context);
    await expect(reading).rejects.toMatchObject({ reason: 'cancelled' });
  });
});
