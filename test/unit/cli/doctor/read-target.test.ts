import { expect, test } from 'vitest';
import type { Connect, Endpoint } from '../../../../src/aws/connection.ts';
import { applyPolicy, planPolicy } from '../../../../src/aws/policies.ts';
import { readTarget } from '../../../../src/cli/doctor/read-target.ts';
import { boundedContext } from '../../../fakes/bounded-context.ts';
import { unusedClients } from '../../../fakes/clients.ts';
import { role } from '../../../fakes/connection-context.ts';
import { lastPage, memoryEc2 } from '../../../fakes/memory-ec2.ts';
import { virtualContext } from '../../../fakes/retry-context.ts';
import { targetOf } from '../../domain/target.ts';
import { inputsOf } from '../../report/outcome.ts';

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
