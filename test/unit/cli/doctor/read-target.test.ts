import { expect, test } from 'vitest';
import type { Connect, Endpoint } from '../../../../src/aws/connection.ts';
import { applyPolicy, planPolicy } from '../../../../src/aws/policies.ts';
import { readTarget } from '../../../../src/cli/doctor/read-target.ts';
import { boundedContext } from '../../../fakes/bounded-context.ts';
import { callErrors } from '../../../fakes/call-errors.ts';
import { unusedClients } from '../../../fakes/clients.ts';
import { role } from '../../../fakes/connection-context.ts';
import { lastPage, memoryEc2 } from '../../../fakes/memory-ec2.ts';
import { virtualContext } from '../../../fakes/retry-context.ts';
import { desiredOf } from '../../domain/association.ts';
import { targetOf } from '../../domain/target.ts';
import { inputsOf } from '../../report/outcome.ts';
import { clientWith, defaultDiscovery, discoveriesReply, routesReply } from '../../routes/ipam.ts';

/** Reads a target whose IPAM is at home elsewhere, with a session of each account in turn. */
async function readWith(...accounts: readonly string[]) {
  const endpoints: Endpoint[] = [];
  let cidrReads = 0;
  const connect: Connect = async (endpoint) => {
    const accountId = accounts[endpoints.length] ?? '';
    endpoints.push(endpoint);
    const ec2 = memoryEc2({ reads: ['absent'] });
    return {
      ec2: {
        ...ec2,
        describeByoipCidrs: (...args) => {
          cidrReads += 1;
          return ec2.describeByoipCidrs(...args);
        },
        describeIpamByoasn: async () => lastPage([{ Asn: '64500', State: 'provisioned' }]),
      },
      accountId,
      clients: unusedClients,
      callerAccountId: async () => accountId,
    };
  };
  const { read } = await readTarget(
    targetOf([], { accountId: undefined }),
    'a role',
    inputsOf({ mode: 'plan', permissionCheck: 'ask', ipamRegion: 'us-east-1', role }),
    boundedContext(connect, virtualContext()),
  );
  return { read, endpoints, cidrReads };
}

test('the ASNs of both Regions are read with least-privilege sessions', async () => {
  const { read, endpoints, cidrReads } = await readWith('111122223333', '111122223333');
  expect(read).toMatchObject({
    observed: { asns: [{ asn: '64500' }] },
    asnLists: [
      { region: 'us-west-2', asns: [{ asn: '64500' }] },
      { region: 'us-east-1', asns: [{ asn: '64500' }] },
    ],
  });
  expect(cidrReads).toBe(1);
  expect(endpoints.map(({ region, sessionPolicy }) => ({ region, sessionPolicy }))).toEqual([
    { region: 'us-west-2', sessionPolicy: applyPolicy('us-west-2', 'us-east-1') },
    { region: 'us-west-2', sessionPolicy: planPolicy('us-west-2') },
  ]);
});

test('the ASNs of the second Region are not read in another account', async () => {
  const { read } = await readWith('111122223333', '444455556666');
  expect(read).toMatchObject({ reason: 'account-not-allowed' });
});

test('a removal is planned with the origin of its CIDR, and EC2 is asked whether the role may make it', async () => {
  const sampleTime = new Date(virtualContext().clock.wallTime()).toISOString();
  const { client, transport } = clientWith({
    DescribeIpamResourceDiscoveries: [discoveriesReply(defaultDiscovery)],
    GetIpamDiscoveredRoutes: [
      routesReply({
        ...{ cidr: '198.51.100.0/24', asn: '16509', state: 'advertised', sampleTime },
      }),
    ],
  });
  const connect: Connect = async () => ({
    ec2: memoryEc2({ reads: ['associated, advertised'], dryRuns: [callErrors.denied] }),
    accountId: '111122223333',
    clients: { client, ipamClient: client },
    callerAccountId: async () => '111122223333',
  });
  const { read } = await readTarget(
    targetOf([desiredOf(undefined, undefined, { remove: true })]),
    'a role',
    inputsOf({ mode: 'plan', permissionCheck: 'ask', role }),
    boundedContext(connect, virtualContext()),
  );
  expect(transport.sent.map(({ operation }) => operation)).toEqual([
    'DescribeIpamResourceDiscoveries',
    'GetIpamDiscoveredRoutes',
  ]);
  expect(read).toMatchObject({
    pairs: [{ step: 'disassociate', origin: 'AWS', failure: { reason: 'not-permitted' } }],
  });
});
