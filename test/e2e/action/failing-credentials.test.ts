import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultRule } from '../../fakes/faults.ts';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts } from './behind-proxy.ts';
import { startContainerEndpoint } from './container.ts';
import { runScenario, type Scenario } from './scenario.ts';

const role = 'arn:aws:iam::111122223333:role/byoasn-apply';
const none = { credentials: 'none', with: { 'dry-run': 'true' } } as const;

/** A pull request of a fork, where a run without any credentials succeeds. */
const forked = {
  event: { pull_request: { head: { repo: { full_name: 'mallory/prefixes' } } } },
  env: { GITHUB_EVENT_NAME: 'pull_request' },
} satisfies Partial<Scenario>;

const tokenFile = {
  files: { token: 'example-web-identity-token' },
  env: { AWS_WEB_IDENTITY_TOKEN_FILE: 'token', AWS_ROLE_ARN: role },
} satisfies Partial<Scenario>;

/** A profile of AWS's config file, in its own workspace. */
const profile = (...lines: readonly string[]) =>
  ({
    files: {
      'aws-config': [
        '[profile fleet]',
        ...lines,
        '[profile base]',
        'aws_access_key_id = AKIAEXAMPLEKEY000001',
        'aws_secret_access_key = example-secret-of-the-base',
      ].join('\n'),
    },
    env: { AWS_CONFIG_FILE: 'aws-config', AWS_PROFILE: 'fleet' },
  }) satisfies Partial<Scenario>;

const refusing = (operation: string, status: number, code: string): FaultRule => ({
  operation,
  fault: 'error',
  status,
  code,
  message: `The fake server says ${code}.`,
  times: 9,
});

const exchange = 'AssumeRoleWithWebIdentity';
const tokenName = 'AWS_WEB_IDENTITY_TOKEN_FILE';

const table = [
  {
    name: tokenName,
    what: 'STS denies the role',
    scenario: tokenFile,
    fault: refusing(exchange, 403, 'AccessDenied'),
    reason: 'access-denied',
    logged: [
      'AccessDenied (HTTP 403): The fake server says',
      'request id',
      'trust policy of the role',
    ],
  },
  {
    name: tokenName,
    what: 'STS fails',
    scenario: tokenFile,
    fault: { operation: exchange, fault: '503-unavailable', times: 9 },
    reason: 'service-error',
    logged: ['ServiceUnavailable (HTTP 503)', 'request id'],
  },
  {
    name: tokenName,
    what: 'the token has expired',
    scenario: tokenFile,
    fault: refusing(exchange, 400, 'ExpiredTokenException'),
    reason: 'credentials-rejected',
    logged: ['ExpiredTokenException (HTTP 400)'],
  },
  {
    name: tokenName,
    what: 'STS cannot be reached',
    scenario: {
      ...tokenFile,
      env: { ...tokenFile.env, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1' },
    },
    reason: 'network-error',
    logged: ['ECONNREFUSED'],
  },
  {
    name: tokenName,
    what: 'the file is missing',
    scenario: { ...tokenFile, files: {} },
    reason: 'credentials-rejected',
    logged: ['ENOENT', 'cannot be read'],
  },
  {
    name: tokenName,
    what: 'no role is named',
    scenario: { ...tokenFile, env: { AWS_WEB_IDENTITY_TOKEN_FILE: 'token' } },
    reason: 'credentials-rejected',
    logged: ['AWS_ROLE_ARN is not set'],
  },
  {
    name: 'the profile "fleet"',
    what: 'STS denies its role',
    scenario: profile(`role_arn = ${role}`, 'source_profile = base'),
    fault: refusing('AssumeRole', 403, 'AccessDenied'),
    reason: 'access-denied',
    logged: ['AccessDenied (HTTP 403): The fake server says', 'request id', 'sts:AssumeRole'],
  },
  {
    name: 'the profile "fleet"',
    what: 'STS does not know the keys for its role',
    scenario: profile(`role_arn = ${role}`, 'source_profile = base'),
    fault: refusing('AssumeRole', 403, 'InvalidClientTokenId'),
    reason: 'credentials-rejected',
    logged: ['InvalidClientTokenId (HTTP 403)', 'The access key or the session token is wrong'],
  },
  {
    name: 'the profile "fleet"',
    what: 'its credential process fails',
    scenario: profile('credential_process = node -e process.exit(3)'),
    reason: 'credentials-rejected',
    logged: ['credential_process failed'],
  },
  {
    name: 'the profile "fleet"',
    what: 'no one has signed in',
    scenario: profile(
      'sso_start_url = https://example.awsapps.com/start',
      'sso_region = us-west-2',
      'sso_account_id = 111122223333',
      'sso_role_name = planner',
    ),
    reason: 'credentials-rejected',
    logged: ['SSO session', 'aws sso login --profile fleet'],
  },
  {
    name: 'the profile "fleet"',
    what: 'it is in no file',
    scenario: { env: { AWS_PROFILE: 'fleet' } },
    reason: 'credentials-rejected',
    logged: ['in neither the config nor the credentials file'],
  },
  {
    name: 'the profile "fleet"',
    what: 'it has a Region and no credentials',
    scenario: profile('region = us-west-2'),
    reason: 'credentials-rejected',
    logged: ['no settings for credentials'],
  },
  {
    name: 'AWS_ACCESS_KEY_ID',
    what: 'the secret is empty',
    scenario: { env: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEKEY000001', AWS_SECRET_ACCESS_KEY: '' } },
    reason: 'credentials-rejected',
    logged: ['AWS_SECRET_ACCESS_KEY is not set'],
  },
  {
    name: 'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    what: 'it is not the address of a container',
    scenario: { env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://192.0.2.1/credentials' } },
    reason: 'credentials-rejected',
    logged: ['neither an https URL nor an address of this machine'],
  },
  {
    name: 'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    what: 'no server listens there',
    scenario: { env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/credentials' } },
    reason: 'network-error',
    logged: ['ECONNREFUSED', 'is missing or has none'],
  },
] satisfies readonly {
  readonly name: string;
  readonly what: string;
  readonly scenario: Partial<Scenario>;
  readonly fault?: FaultRule;
  readonly reason: string;
  readonly logged: readonly string[];
}[];

describe.concurrent('configured credentials that fail', () => {
  test.each(table)(
    'do not count as missing, even in a fork: $name, $what',
    async ({ name, scenario, reason, logged, ...row }) => {
      const { outputs, log } = await runScenario({
        ...none,
        ...forked,
        ...scenario,
        env: { ...forked.env, ...scenario.env },
        given: ({ faults }) => 'fault' in row && faults.add(row.fault),
      });
      expect(outputs.reason).toBe(reason);
      expect(log).toContain(`Could not get AWS credentials from ${name}: `);
      for (const text of logged) expect(log).toContain(text);
    },
  );

  test.each([
    [
      400,
      '{"Code":"BadRequest","Message":"No role."}',
      'request-rejected',
      'BadRequest (HTTP 400)',
    ],
    [401, 'who are you?', 'access-denied', 'HTTP 401: who are you?'],
    [403, '{"code":"AccessDeniedException"}', 'access-denied', 'AccessDeniedException (HTTP 403)'],
    [404, '', 'request-rejected', 'HTTP 404: the endpoint gave no usable credentials'],
    [500, 'out of order', 'service-error', 'HTTP 500: out of order'],
    [200, '{"AccessKeyId":"half"}', 'service-error', 'Unreadable (HTTP 200)'],
  ])(
    'are reported with the response of the container endpoint: HTTP %s %s',
    async (status, body, reason, logged) => {
      const endpoint = await startContainerEndpoint([[status, body]]);
      const { outputs, log, masks } = await runScenario({
        ...none,
        ...forked,
        env: {
          ...forked.env,
          ...endpoint.env,
          AWS_CONTAINER_AUTHORIZATION_TOKEN: 'example-token-of-the-container',
        },
      });
      endpoint.close();
      expect(outputs.reason).toBe(reason);
      expect(log).toContain(
        `Could not get AWS credentials from AWS_CONTAINER_CREDENTIALS_FULL_URI: ${logged}`,
      );
      expect(new Set(endpoint.tokens)).toEqual(new Set(['example-token-of-the-container']));
      expect(masks).toContain('example-token-of-the-container');
    },
  );

  test('are all named if there are several', async () => {
    const { outputs, log } = await runScenario({
      ...none,
      ...tokenFile,
      env: { ...tokenFile.env, AWS_PROFILE: 'fleet' },
      given: ({ faults }) => faults.add(refusing(exchange, 403, 'AccessDenied')),
    });
    expect(outputs.reason).toBe('access-denied');
    expect(log).toContain(`from the profile "fleet", then ${tokenName}: AccessDenied`);
  });
});

describe('a web identity behind a proxy', () => {
  let folder = '';
  let trust: Parameters<typeof behindProxy>[0];

  beforeAll(async () => {
    const certificate = await certify(Object.values(hosts));
    folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, certificate.ca);
    trust = { certificate, caFile };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("that opens no tunnel to STS fails with the proxy's response", () =>
    behindProxy(
      trust,
      async ({ run }) => {
        const { outputs, log } = await run({
          ...none,
          ...forked,
          files: tokenFile.files,
          env: { ...forked.env, ...tokenFile.env, AWS_REGION: 'us-west-2' },
        });
        expect(outputs.reason).toBe('network-error');
        expect(log).toContain(`Could not get AWS credentials from ${tokenName}: ProxyRefused`);
        expect(log).toContain('opened no tunnel to sts.us-west-2.amazonaws.com: HTTP 403');
      },
      { refuse: (name) => (name.startsWith('sts.') ? 403 : undefined) },
    ));
});
