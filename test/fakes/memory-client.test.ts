import {
  AdvertiseByoipCidrCommand,
  DescribeByoipCidrsCommand,
  DescribeIpamResourceDiscoveriesCommand,
  WithdrawByoipCidrCommand,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { failureOf } from './clients.ts';
import { type MemoryFault, type MemoryOptions, memoryClient } from './memory-client.ts';
import { ec2Error } from './replies.ts';
import { virtualClock } from './virtual-clock.ts';

const Cidr = '198.51.100.0/24';

function start(options: MemoryOptions = {}) {
  const clock = virtualClock();
  const cidrs = [{ cidr: Cidr, state: 'advertised' }];
  const ec2 = memoryClient(clock, { cidrs, ...options });
  const withdraw = () => ec2.client.send(new WithdrawByoipCidrCommand({ Cidr }));
  return { ...ec2, clock, withdraw };
}

test('the limits and the delays of EC2 in memory take virtual time', async () => {
  const { client, clock, memory, requestLog, withdraw } = start({
    delayMs: 50,
    behaviour: { routeTransition: { ms: 30_000, reads: 0 } },
  });
  await withdraw();
  expect(clock.now()).toBe(100);
  const advertise = () => client.send(new AdvertiseByoipCidrCommand({ Cidr, Asn: 'AWS' }));
  expect(await failureOf(advertise())).toMatchObject({ name: 'RequestLimitExceeded' });
  await clock.sleep(3_600_000);
  await advertise();
  expect(memory.advertisement(Cidr)?.state).toBe('pending-advertising');
  expect(requestLog.changes.map(({ verb, at }) => [verb, at])).toEqual([
    ['withdraw', 50],
    ['advertise', 3_600_250],
  ]);
  expect(requestLog.requests.map(({ at, outcome }) => [at, outcome])).toEqual([
    [50, 'ok'],
    [150, 'RequestLimitExceeded'],
    [3_600_250, 'ok'],
  ]);
});

test.each<[string, MemoryFault, string]>([
  ['a request that is not sent', 'unsent', '16509'],
  ['an answer that is lost', 'lost', 'none'],
  ['an error in place of the response', ec2Error(500, 'InternalError', 'An error'), '16509'],
])('%s fails, and the next request passes', async (_, fault, origin) => {
  const { client, memory, withdraw } = start({
    faults: { WithdrawByoipCidr: [fault] },
    behaviour: { routeTransition: { reads: 0 } },
  });
  await failureOf(withdraw());
  expect(memory.advertisement(Cidr)?.origin).toBe(origin);
  expect(await client.send(new DescribeByoipCidrsCommand({ MaxResults: 5 }))).toMatchObject({
    ByoipCidrs: [{ Cidr }],
  });
});

test('another actor may act before a request, and other Regions have clients', async () => {
  const { clientIn, memory, withdraw, ipam } = start({
    onRequest: (operation, state) => {
      if (operation === 'WithdrawByoipCidr') state.setOrigin(Cidr, 'none');
    },
  });
  ipam('111122223333', 'us-east-1').setAsn({
    asn: '64500',
    ipamId: 'ipam-1',
    state: 'provisioned',
  });
  expect(await failureOf(withdraw())).toMatchObject({ status: 400 });
  expect(memory.advertisement(Cidr)?.state).toBe('provisioned');
  const command = new DescribeIpamResourceDiscoveriesCommand({});
  const { IpamResourceDiscoveries } = await clientIn('us-east-1').send(command);
  expect(IpamResourceDiscoveries).toMatchObject([{ IpamResourceDiscoveryRegion: 'us-east-1' }]);
});
