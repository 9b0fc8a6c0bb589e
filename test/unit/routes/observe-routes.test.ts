import { describe, expect, test } from 'vitest';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { ConnectedTarget } from '../../../src/observe/connect-target.ts';
import { observeRoutes } from '../../../src/routes/routes.ts';
import { boundedContext } from '../../fakes/bounded-context.ts';
import { unusedClients } from '../../fakes/clients.ts';
import { lookingGlass } from '../../fakes/looking-glass.ts';
import { memoryEc2 } from '../../fakes/memory-ec2.ts';
import { memoryTransport } from '../../fakes/memory-transport.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { ripestat } from '../../fakes/rpki.ts';
import { observedCidr } from '../plan/observed-cidr.ts';
import { clientWith, defaultDiscovery, discoveriesReply, routesReply } from './ipam.ts';
import { routeOf } from './route-change.ts';

const [kept, withdrawn] = ['198.51.100.0/24', '203.0.113.0/24'];

/** Observes a target with a CIDR to advertise and one to withdraw, and says what was asked. */
async function observe(mode: Inputs['mode']) {
  const { client, transport: ec2 } = clientWith({
    DescribeIpamResourceDiscoveries: [discoveriesReply(defaultDiscovery)],
    GetIpamDiscoveredRoutes: [routesReply()],
  });
  const seen = [kept, withdrawn].map((prefix) => {
    const data = lookingGlass(prefix, [{ prefix, asn: 16_509, peers: 312 }], Date.now());
    return { status: 200, body: JSON.stringify(ripestat('looking-glass', '2.1', data)) };
  });
  const transport = memoryTransport({ IdToken: seen });
  const connected: ConnectedTarget = {
    target: {
      ...{ name: 'edge', accountId: '111122223333', region: 'us-west-2', associations: [] },
      routes: [routeOf('64500', kept), routeOf('none', withdrawn)],
    },
    connection: {
      ec2: memoryEc2({}),
      clients: { ...unusedClients, ipamClient: client },
      accountId: '111122223333',
      callerAccountId: async () => '111122223333',
    },
    observed: {
      cidrs: [kept, withdrawn].map((cidr) => observedCidr({ cidr, state: 'advertised' })),
      asns: [],
    },
    readAt: 0,
    readCidrs: async () => [],
  };
  const context = boundedContext(async () => connected.connection, virtualContext());
  const inputs = { mode, concurrency: 4 };
  const [observed] = await observeRoutes([connected], inputs, { ...context, transport });
  return {
    calls: ec2.sent.map(({ operation }) => operation),
    asked: transport.sent.map(({ query }) => query?.resource),
    evidence: [kept, withdrawn].map((cidr) => observed?.origins?.get(cidr)?.evidence.length),
  };
}

describe('the routes of a target with a withdrawal', () => {
  const bothCalls = ['DescribeIpamResourceDiscoveries', 'GetIpamDiscoveredRoutes'];

  test('are observed in a dry run with one read of IPAM for all', async () => {
    const { calls, asked, evidence } = await observe('plan');
    expect(calls).toEqual(bothCalls);
    expect(asked).toEqual([kept, withdrawn]);
    expect(evidence).toEqual([3, 3]);
  });

  test('are read only from the listing in an apply if they are withdrawn', async () => {
    const { calls, asked, evidence } = await observe('apply');
    expect(calls).toEqual(bothCalls);
    expect(asked).toEqual([kept]);
    expect(evidence).toEqual([3, 1]);
  });
});
