import { describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { containerAnswer, processOutput, shortKeys, startContainerEndpoint } from './container.ts';
import { type Ended, runOn, type Scenario } from './scenario.ts';

const [own, other] = ['111122223333', '444455556666'];

/** Prints the first file once, and the second from then on. */
const creds = `
  import { appendFileSync, readFileSync, statSync } from 'node:fs';
  appendFileSync('count', 'x');
  process.stdout.write(readFileSync(statSync('count').size > 1 ? 'then.json' : 'first.json'));
`;

/** Runs a step whose source of credentials gives keys of one account first, then keys of another. */
async function runSwitching(
  source: string,
  then: string,
  scenario: Omit<Scenario, 'fakes' | 'credentials'> = {},
): Promise<Ended> {
  const fakes = await startFakes();
  try {
    fakes.addAccount(other, { [fakes.region]: {} });
    const keys = [shortKeys(fakes, own), shortKeys(fakes, then)] as const;
    if (source === 'credential process') {
      return await runOn(fakes, {
        ...scenario,
        credentials: 'none',
        files: {
          'creds.mjs': creds,
          'first.json': processOutput(keys[0]),
          'then.json': processOutput(keys[1]),
          'aws-config': '[profile fleet]\ncredential_process = node creds.mjs\n',
        },
        env: { AWS_CONFIG_FILE: 'aws-config', AWS_PROFILE: 'fleet', ...scenario.env },
      });
    }
    const endpoint = await startContainerEndpoint(keys.map(containerAnswer));
    try {
      return await runOn(fakes, {
        ...scenario,
        credentials: 'none',
        env: { ...endpoint.env, ...scenario.env },
      });
    } finally {
      endpoint.close();
    }
  } finally {
    await fakes.close();
  }
}

const signedIn = ({ requestLog, credentials }: Fakes, account: string) =>
  requestLog.requests.filter(
    ({ service, accessKeyId = '' }) =>
      service === 'ec2' && credentials.find(accessKeyId)?.account === account,
  );

const fleetOfOne = `
version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    associations:
      - asn: 64500
        cidr: 198.51.100.0/24
`;

describe.concurrent('credentials that change to another account during the run', () => {
  test.each([
    ['container endpoint', 'an approved account', { with: { 'allowed-account-ids': own } }],
    ['credential process', 'an approved account', { with: { 'allowed-account-ids': own } }],
    ['container endpoint', 'no account that was named', {}],
    ['credential process', 'no account that was named', {}],
    [
      'container endpoint',
      'the account of a file',
      { with: { config: 'byoasn.yml' }, files: { 'byoasn.yml': fleetOfOne } },
    ],
    ['container endpoint', 'a dry run', { with: { 'dry-run': 'true' } }],
  ] as const)('(%s) sign no call of EC2, for %s', async (source, _, scenario) => {
    const { outputs, log, fakes } = await runSwitching(source, other, scenario);
    expect(outputs.reason).toBe('account-not-allowed');
    expect(log).toContain(`changed from account ${own} to account ${other} during the run`);
    expect(signedIn(fakes, other)).toEqual([]);
  });

  test('are checked once, not for every call', async () => {
    const { fakes } = await runSwitching('container endpoint', other);
    expect(fakes.requestLog.of('GetCallerIdentity').length).toBeLessThanOrEqual(2);
  });
});

describe.concurrent('credentials that are renewed in the same account', () => {
  test.each(['container endpoint', 'credential process'])(
    'let the run continue after one check for each key, and are masked (%s)',
    async (source) => {
      const { outputs, log, fakes, masks } = await runSwitching(source, own);
      expect(outputs).toMatchObject({ reason: 'associated', changed: 'true' });
      expect(log).toContain('the credentials were renewed, and belong to account 111122223333');
      const asked = fakes.requestLog.of('GetCallerIdentity').map(({ accessKeyId }) => accessKeyId);
      expect(new Set(asked).size).toBe(2);
      expect(asked).toHaveLength(2);
      const [, , ...secrets] = fakes.credentials.secrets();
      expect(secrets).toHaveLength(6);
      expect(masks).toEqual(expect.arrayContaining(secrets));
    },
  );

  test('are checked once while the key stays the same', async () => {
    const fakes = await startFakes();
    const endpoint = await startContainerEndpoint([containerAnswer(shortKeys(fakes, own))]);
    const { outputs } = await runOn(fakes, { credentials: 'none', env: endpoint.env });
    endpoint.close();
    await fakes.close();
    expect(outputs.reason).toBe('associated');
    // While they are valid: the next keys must belong to the same account.
    expect(fakes.requestLog.of('GetCallerIdentity')).toHaveLength(1);
  });
});

test('if credentials cannot be renewed, an associate call is not sent, and the error says why', async () => {
  const fakes = await startFakes();
  const endpoint = await startContainerEndpoint([
    containerAnswer(shortKeys(fakes, own, 3)),
    [500, 'the agent is out of order'],
  ]);
  const { outputs, log, result } = await runOn(fakes, {
    credentials: 'none',
    env: endpoint.env,
    // The plan is made with keys that have expired by the time of the associate call.
    given: ({ faults }) =>
      faults.add({ operation: 'DescribeByoipCidrs', fault: 'slow', ms: 4_000 }),
  });
  endpoint.close();
  await fakes.close();
  expect(outputs).toMatchObject({ reason: 'service-error', state: 'absent', changed: 'false' });
  expect(result.pairs).toMatchObject([{ state: 'absent', changed: false }]);
  expect(log).toContain(
    'Could not get AWS credentials from AWS_CONTAINER_CREDENTIALS_FULL_URI: HTTP 500: the agent is out of order',
  );
  expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
});
