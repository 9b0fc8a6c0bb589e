import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../fakes/faults.ts';
import { configFile, main } from './fleet.ts';
import { pair, runScenario, type Scenario } from './scenario.ts';

const atFirstPoll = { transition: { reads: 0 } } as const;
const fault = (rule: FaultRule): Pick<Scenario, 'given'> => ({
  given: ({ faults }) => faults.add(rule),
});

describe.concurrent('an associate call', () => {
  test.each([
    'applied-then-500',
    'applied-then-503',
    'applied-then-hangup',
    'cut',
    'garbled',
    'empty',
  ] as const)('that EC2 carried out succeeds if its response is lost (%s)', async (kind) => {
    const { outputs, fakes, log } = await runScenario({
      fakes: { behaviour: atFirstPoll },
      ...fault({ operation: 'AssociateIpamByoasn', fault: kind }),
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: 'associated', changed: 'true' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
    expect(log).toContain('reading back whether EC2 carried it out');
  });

  test.each(['status500', '502-html', 'hangup'] as const)(
    'that EC2 did not carry out is repeated once reads show no association (%s)',
    async (kind) => {
      const { outputs, fakes } = await runScenario({
        with: { wait: 'false' },
        ...fault({ operation: 'AssociateIpamByoasn', fault: kind }),
      });
      expect(outputs).toMatchObject({ reason: 'accepted', changed: 'true' });
      const [first, second] = fakes.requestLog.of('AssociateIpamByoasn');
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(10_000);
    },
  );

  test('that EC2 carried out succeeds even if the response is that of a DryRun', async () => {
    const code = '<Code>DryRunOperation</Code><Message>It would have succeeded.</Message>';
    const { outputs, fakes, log } = await runScenario({
      fakes: { behaviour: atFirstPoll },
      ...fault({
        operation: 'AssociateIpamByoasn',
        fault: 'applied-then-page',
        status: 412,
        body: `<Response><Errors><Error>${code}</Error></Errors></Response>`,
      }),
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: 'associated', changed: 'true' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
    expect(log).toContain('DryRunOperation (HTTP 412): It would have succeeded.; reading back');
  });

  test('that is throttled is repeated without reading back, because it was not carried out', async () => {
    const { outputs, fakes } = await runScenario({
      with: { wait: 'false' },
      ...fault({ operation: 'AssociateIpamByoasn', fault: 'throttle' }),
    });
    expect(outputs.reason).toBe('accepted');
    expect(fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(1);
  });

  test('that is denied fails immediately with code, text, request ID and policy', async () => {
    const { outputs, log, fakes, milliseconds } = await runScenario({
      fakes: { role: { actions: ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'] } },
    });
    expect(outputs).toMatchObject({ reason: 'access-denied', state: 'absent', changed: 'false' });
    const [call] = fakes.requestLog.of('AssociateIpamByoasn');
    expect(outputs['request-id']).toBe(call?.requestId);
    expect(log).toContain(`(request id ${call?.requestId})`);
    expect(log).toContain('"ec2:AssociateIpamByoasn"');
    expect(milliseconds).toBeLessThan(10_000);
  });

  test("that AWS rejects fails immediately with AWS's message", async () => {
    const { outputs, log, fakes } = await runScenario({
      given: ({ ipam }) => ipam.removeAsn('64500'),
    });
    expect(outputs).toMatchObject({ reason: 'request-rejected', state: 'absent' });
    expect(log).toContain('The ASN 64500 is not provisioned.');
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
  });

  test('that the deadline cuts off leaves the state unknown', async () => {
    const { outputs } = await runScenario({
      with: { 'wait-timeout-seconds': '5' },
      ...fault({
        operation: 'AssociateIpamByoasn',
        fault: 'status500',
        times: Number.POSITIVE_INFINITY,
      }),
    });
    expect(outputs).toMatchObject({ reason: 'service-error', state: 'unknown', changed: 'false' });
  });
});

describe.concurrent('a read', () => {
  test.each(['status500', '502-html', 'hangup', 'cut', 'garbled', 'empty', 'throttle'] as const)(
    'that fails once is repeated (%s)',
    async (kind) => {
      const { outputs } = await runScenario({
        with: { wait: 'false' },
        ...fault({ operation: 'DescribeByoipCidrs', fault: kind }),
      });
      expect(outputs.reason).toBe('accepted');
    },
  );

  test('that keeps failing fails the step before any change', async () => {
    const { outputs, fakes } = await runScenario(
      fault({
        operation: 'DescribeByoipCidrs',
        fault: 'status500',
        times: Number.POSITIVE_INFINITY,
      }),
    );
    expect(outputs).toMatchObject({ reason: 'service-error', state: 'unknown' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
  });

  test('that is throttled every time fails at the deadline', async () => {
    const { outputs } = await runScenario({
      with: { 'wait-timeout-seconds': '6' },
      ...fault({
        operation: 'DescribeByoipCidrs',
        fault: 'throttle',
        times: Number.POSITIVE_INFINITY,
      }),
    });
    expect(outputs).toMatchObject({ reason: 'throttled', state: 'unknown' });
  });

  test('that is denied fails immediately with the policy for reading', async () => {
    const { outputs, log, milliseconds } = await runScenario({ fakes: { role: { actions: [] } } });
    expect(outputs).toMatchObject({ reason: 'access-denied', state: 'unknown' });
    expect(log).toContain('"ec2:DescribeByoipCidrs"');
    expect(milliseconds).toBeLessThan(10_000);
  });

  test.each(['throttle', 'status500', 'hangup'] as const)(
    'that fails during the wait slows it down but does not fail it (%s)',
    async (kind) => {
      const { outputs } = await runScenario({
        fakes: { behaviour: atFirstPoll },
        ...fault({ operation: 'DescribeByoipCidrs', fault: kind, skip: 1, times: 2 }),
      });
      expect(outputs).toMatchObject({ reason: 'associated', state: 'associated' });
    },
  );

  test('without a response ends at the deadline', async () => {
    const { outputs, milliseconds } = await runScenario({
      with: { 'wait-timeout-seconds': '3' },
      ...fault({ operation: 'DescribeByoipCidrs', fault: 'hang', times: Number.POSITIVE_INFINITY }),
    });
    expect(outputs).toMatchObject({ reason: 'network-error', state: 'unknown' });
    expect(milliseconds).toBeLessThan(8_000);
  });
});

describe.concurrent('the network', () => {
  test('that refuses connections is named, and retried for only a few seconds', async () => {
    const { outputs, log, milliseconds } = await runScenario({
      credentials: 'env',
      env: { AWS_ENDPOINT_URL_EC2: 'http://127.0.0.1:9' },
    });
    expect(outputs).toMatchObject({ reason: 'network-error', state: 'unknown' });
    expect(log).toContain('ECONNREFUSED');
    expect(milliseconds).toBeLessThan(15_000);
  });

  test('that cannot resolve the endpoint of the Region is named', async () => {
    const { outputs, log } = await runScenario({
      credentials: 'env',
      with: { 'aws-region': 'us-west-9', 'wait-timeout-seconds': '5' },
      env: { AWS_ENDPOINT_URL_EC2: 'http://ec2.us-west-9.invalid' },
    });
    expect(outputs).toMatchObject({ reason: 'network-error', region: 'us-west-9' });
    expect(log).toContain('Check Region, DNS, proxy and firewall');
  });
});

describe.concurrent('credentials that AWS rejects', () => {
  test.each([
    ['AuthFailure', 401],
    ['RequestExpired', 400],
  ] as const)('end the run immediately (%s)', async (code, status) => {
    const { outputs, log } = await runScenario(
      fault({
        operation: 'DescribeByoipCidrs',
        fault: 'error',
        status,
        code,
        message: 'Not these.',
        times: Number.POSITIVE_INFINITY,
      }),
    );
    expect(outputs.reason).toBe('credentials-rejected');
    expect(log).toContain(`${code} (HTTP ${status}): Not these.`);
  });

  test('in one Region but not in another name the Region as the likely cause', async () => {
    const associations = [{ asn: 64500, cidr: '198.51.100.0/24' }];
    const region = 'af-south-1';
    const { log } = await runScenario({
      credentials: 'env',
      with: { config: 'byoasn.yml', concurrency: '1', 'dry-run': 'true' },
      files: {
        'byoasn.yml': configFile([
          { ...main, associations },
          { ...main, region, associations: [{ asn: 64500, cidr: '203.0.113.0/24' }] },
        ]),
      },
      given: ({ faults }) => {
        for (const operation of ['DescribeByoipCidrs', 'DescribeIpamByoasn']) {
          faults.add({
            ...{ operation, fault: 'error', status: 401, code: 'AuthFailure', skip: 1 },
            message: 'AWS was not able to validate the provided access credentials',
          });
        }
      },
    });
    expect(log).toContain(`Could not read the BYOIP CIDRs of ${region}: AuthFailure (HTTP 401)`);
    expect(log).toMatch(
      /ikely(?: cause)?: \S+ in us-west-2 accepted the same credentials in this run, so they are right\. The Region is an opt-in Region/,
    );
  });

  test('with a wrong secret key are reported as AWS does', async () => {
    const { outputs } = await runScenario({
      credentials: 'env',
      env: { AWS_SECRET_ACCESS_KEY: 'wrong' },
    });
    expect(outputs.reason).toBe('credentials-rejected');
  });
});

test('that expire during a wait are renewed with a new ID token', async () => {
  const { outputs, fakes } = await runScenario({
    fakes: { behaviour: { transition: { reads: 2 } }, role: { sessionSeconds: 4 } },
  });
  expect(outputs).toMatchObject({ reason: 'associated', ...pair });
  const tokens = new Set(fakes.issuer.tokens.map(({ jti }) => jti));
  expect(tokens.size).toBe(fakes.requestLog.of('AssumeRoleWithWebIdentity').length);
  expect(tokens.size).toBeGreaterThan(1);
});
