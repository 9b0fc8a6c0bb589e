import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { immutableSubject } from '../../fakes/issuer.ts';
import { preload } from './cancelled.ts';
import type { Scenario } from './scenario.ts';
import { runScenario } from './scenario.ts';

const dryRun = { 'dry-run': 'true' };
const forked = {
  env: { GITHUB_EVENT_NAME: 'pull_request' },
  event: { pull_request: { head: { repo: { full_name: 'mallory/prefixes' } } } },
} satisfies Partial<Scenario>;
const withoutToken = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };

describe.concurrent('a role', () => {
  test("is assumed with GitHub's ID token, for the run and the requested time", async () => {
    const { outputs, fakes, masks } = await runScenario({
      with: { ...dryRun, 'role-duration-seconds': '1800' },
    });
    expect(outputs).toMatchObject({ reason: 'dry-run-permitted', 'account-id': fakes.account });
    const [call] = fakes.requestLog.of('AssumeRoleWithWebIdentity');
    expect(call?.params).toMatchObject({
      RoleArn: fakes.roleArn,
      RoleSessionName: 'byoasn-1234567890-1',
      DurationSeconds: '1800',
    });
    expect(fakes.issuer.tokens).toMatchObject([{ audience: 'sts.amazonaws.com' }]);
    // The static key and GitHub's token are never in this process; all that was issued to it is masked.
    const absent = [...Object.values(fakes.env.credentials), ...fakes.github.tokens()];
    const secrets = fakes.secrets().filter((secret) => !absent.includes(secret));
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    expect(masks).toEqual(expect.arrayContaining(secrets));
  });

  test('has the requested session name and audience', async () => {
    const { outputs, fakes } = await runScenario({
      with: { ...dryRun, 'role-session-name': 'edge-pop', audience: 'https://example.com' },
      given: ({ sts, issuer, account }) =>
        sts.setProvider({ account, issuer: issuer.url, clientIds: ['https://example.com'] }),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
    expect(fakes.requestLog.of('AssumeRoleWithWebIdentity')[0]?.params.RoleSessionName).toBe(
      'edge-pop',
    );
  });

  test('in China is requested with the audience of China', async () => {
    const role = 'arn:aws-cn:iam::111122223333:role/byoasn-apply';
    const { fakes } = await runScenario({
      with: { ...dryRun, 'aws-region': 'cn-north-1', 'role-to-assume': role },
    });
    const audiences = new Set(fakes.issuer.tokens.map(({ audience }) => audience));
    expect([...audiences]).toEqual(['sts.amazonaws.com.cn']);
  });

  test.each([
    ['classic', 'repo:octo-org/prefixes:pull_request'],
    ['immutable', immutableSubject.replace(/environment:.*$/, 'pull_request')],
  ])(
    'whose trust policy does not match is denied with the claims and a %s condition to paste',
    async (form, sub) => {
      const { outputs, log, fakes, milliseconds } = await runScenario({
        fakes: { claims: { sub } },
      });
      expect(outputs).toMatchObject({ reason: 'oidc-denied', state: 'unknown' });
      expect(log).toContain('Not authorized to perform sts:AssumeRoleWithWebIdentity');
      expect(log).toContain(`  sub: ${sub}`);
      expect(log).toContain(`(sub in the ${form} form)`);
      const condition = /form\):\n([\s\S]*?\n {2}\})/.exec(log)?.[1] ?? '';
      const issuer = fakes.issuer.url.replace('http://', '');
      expect(JSON.parse(condition)).toEqual({
        StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: sub },
      });
      expect(fakes.requestLog.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
      expect(milliseconds).toBeLessThan(10_000);
    },
  );

  test('in an account without the OIDC provider is denied, with the provider to create', async () => {
    const { outputs, log } = await runScenario({
      given: ({ sts, issuer, account }) => sts.removeProvider(account, issuer.url),
    });
    expect(outputs.reason).toBe('oidc-denied');
    expect(log).toContain('InvalidIdentityToken (HTTP 400)');
    expect(log).toContain('Create the IAM OIDC provider');
  });

  test.each([
    ['token', '503-unavailable'],
    ['token', 'hangup'],
    ['AssumeRoleWithWebIdentity', 'status500'],
    ['AssumeRoleWithWebIdentity', 'hangup'],
    ['AssumeRoleWithWebIdentity', 'throttle'],
  ] as const)('is requested again, with a fresh token, after %s %s', async (operation, fault) => {
    const { outputs, fakes } = await runScenario({
      with: dryRun,
      given: ({ faults }) => faults.add({ operation, fault }),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
    const presented = fakes.requestLog
      .of('AssumeRoleWithWebIdentity')
      .map(({ params }) => params.WebIdentityToken);
    expect(new Set(presented).size).toBe(presented.length);
  });

  test('is requested again if STS throttles', async () => {
    const { outputs } = await runScenario({
      with: dryRun,
      given: ({ faults }) =>
        faults.add({ operation: 'AssumeRoleWithWebIdentity', fault: 'throttle', times: 4 }),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
  });

  test('is requested again if STS cannot reach the issuer', async () => {
    const { outputs } = await runScenario({
      with: dryRun,
      given: ({ faults }) =>
        faults.add({
          operation: 'AssumeRoleWithWebIdentity',
          fault: 'error',
          status: 400,
          code: 'IDPCommunicationError',
          message: 'Timed out.',
        }),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
  });

  test('cannot be assumed if GitHub gives no token', async () => {
    const { outputs, log } = await runScenario({
      env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'expired' },
    });
    expect(outputs.reason).toBe('no-credentials');
    expect(log).toContain("GitHub's ID token endpoint");
  });
});

describe.concurrent('a job without credentials', () => {
  test('without id-token: write gets an error that says so', async () => {
    const { outputs, log } = await runScenario({ env: withoutToken });
    expect(outputs.reason).toBe('no-credentials');
    expect(log).toContain('permissions: { id-token: write, contents: read }');
  });

  test('without a role gets an error that lists the sources of credentials', async () => {
    const { outputs, log } = await runScenario({ credentials: 'none' });
    expect(outputs.reason).toBe('no-credentials');
    expect(log).toContain('Neither role-to-assume, nor an earlier step');
  });

  test.each([
    ['github-hosted', 'is not asked'],
    ['self-hosted', 'is asked'],
  ])('on a %s runner: the instance metadata service %s', async (runner, asked) => {
    const metadata = createServer((_, response) => response.writeHead(404).end());
    const urls: string[] = [];
    metadata.on('request', ({ url = '' }) => urls.push(url));
    await once(metadata.listen(0, '127.0.0.1'), 'listening');
    const address = metadata.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { outputs } = await runScenario({
      credentials: 'none',
      env: {
        RUNNER_ENVIRONMENT: runner,
        AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${port}`,
      },
    });
    metadata.close();
    expect(outputs.reason).toBe('no-credentials');
    expect(urls.length > 0).toBe(asked === 'is asked');
  });

  test.each([
    ['a role', 'role'],
    ['the chain', 'none'],
  ] as const)('from a fork plans offline and succeeds (%s)', async (_, credentials) => {
    const { outputs, printed, fakes } = await runScenario({
      credentials,
      with: dryRun,
      event: forked.event,
      env: { ...forked.env, ...withoutToken },
    });
    expect(outputs).toMatchObject({
      reason: 'fork-no-credentials',
      state: 'unknown',
      asn: '64500',
    });
    expect(printed.filter(({ level }) => level === 'notice')).toMatchObject([
      { text: expect.stringContaining('pull request from a fork') },
    ]);
    expect(fakes.requestLog.requests).toEqual([]);
  });

  test('from a deleted fork counts as from a fork', async () => {
    const { outputs } = await runScenario({
      with: dryRun,
      event: { pull_request: { head: { repo: null } } },
      env: { ...forked.env, ...withoutToken },
    });
    expect(outputs.reason).toBe('fork-no-credentials');
  });

  test('from a fork still fails for invalid inputs', async () => {
    const { outputs } = await runScenario({
      with: { ...dryRun, asn: '0' },
      event: forked.event,
      env: { ...forked.env, ...withoutToken },
    });
    expect(outputs.reason).toBe('invalid-input');
  });

  test('from a fork cannot apply, and the error says why', async () => {
    const { outputs, log } = await runScenario({
      event: forked.event,
      env: { ...forked.env, ...withoutToken },
    });
    expect(outputs.reason).toBe('no-credentials');
    expect(log).toContain('pull request from a fork');
  });

  test('that Dependabot triggered has its own message', async () => {
    const env = { GITHUB_ACTOR: 'dependabot[bot]', ...withoutToken };
    const planned = await runScenario({ with: dryRun, env });
    expect(planned.outputs.reason).toBe('fork-no-credentials');
    expect(planned.log).toContain('Dependabot started');
    const applied = await runScenario({ env });
    expect(applied.outputs.reason).toBe('no-credentials');
    expect(applied.log).toContain("github.actor != 'dependabot[bot]'");
  });
});

test('with id-token: write from Dependabot fails if GitHub gives no token', async () => {
  const { outputs, log } = await runScenario({
    with: dryRun,
    env: { GITHUB_ACTOR: 'dependabot[bot]', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'expired' },
  });
  expect(outputs.reason).toBe('no-credentials');
  expect(log).toContain('Could not get an ID token from GitHub');
});

describe.concurrent('the default credential chain', () => {
  test('uses the credentials that an earlier step left in the environment', async () => {
    const { outputs, masks, fakes } = await runScenario({ credentials: 'env', with: dryRun });
    expect(outputs).toMatchObject({ reason: 'dry-run-permitted', 'account-id': fakes.account });
    expect(masks).toContain(fakes.env.credentials.AWS_SECRET_ACCESS_KEY);
  });

  test('does not trust AWS_ACCOUNT_ID', async () => {
    const { outputs, fakes } = await runScenario({
      credentials: 'env',
      with: dryRun,
      env: { AWS_ACCOUNT_ID: '999999999999' },
    });
    expect(outputs['account-id']).toBe(fakes.account);
  });

  test('leaves a plan without a digest if STS does not return the account', async () => {
    const { outputs, log } = await runScenario({
      credentials: 'env',
      with: dryRun,
      given: ({ faults }) =>
        faults.add({
          operation: 'GetCallerIdentity',
          fault: 'error',
          status: 403,
          code: 'AccessDenied',
          message: 'denied by an endpoint policy',
        }),
    });
    expect(outputs).toMatchObject({ reason: 'dry-run-permitted', 'plan-digest': '' });
    expect(log).toContain('No plan digest: Could not ask STS which account');
  });
});

describe.concurrent('the account guard', () => {
  test('accepts a listed account', async () => {
    const { outputs, fakes } = await runScenario({
      credentials: 'env',
      with: { ...dryRun, 'allowed-account-ids': '999999999999, 111122223333' },
    });
    expect(outputs).toMatchObject({ reason: 'dry-run-permitted', 'account-id': fakes.account });
  });

  test('refuses any other account before any request to EC2', async () => {
    const { outputs, log, fakes } = await runScenario({
      with: { 'allowed-account-ids': '999999999999' },
    });
    expect(outputs).toMatchObject({ reason: 'account-not-allowed', 'account-id': fakes.account });
    expect(log).toContain('belong to account 111122223333');
    expect(fakes.requestLog.requests.filter(({ service }) => service === 'ec2')).toEqual([]);
  });
});

/** Fails when the plan is made, with an unexpected error. */
const brokenPlan = `
  const { toSorted } = Array.prototype;
  Array.prototype.toSorted = function (order) {
    if (this[0]?.observed) throw new RangeError('out of all bounds');
    return toSorted.call(this, order);
  };
`;

test('an unexpected error is an internal error, with all outputs set', async () => {
  const { outputs, log } = await runScenario({ env: preload(brokenPlan) });
  expect(outputs.reason).toBe('internal-error');
  expect(log).toContain('Unexpected: RangeError: out of all bounds');
});
