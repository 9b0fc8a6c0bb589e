import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectVia, type Endpoint } from '../../../src/aws/connection.ts';
import { applyPolicy, planPolicy } from '../../../src/aws/policies.ts';
import { Failure } from '../../../src/failure.ts';
import { connectionContext, role } from '../../fakes/connection-context.ts';
import {
  brokenBy,
  memoryTransport,
  type ScriptedResponses,
  type Sent,
} from '../../fakes/memory-transport.ts';
import {
  asnsReply,
  associatedReply,
  assumedReply,
  callerReply,
  cidrsReply,
  ec2Error,
  idToken,
  session,
  sessionReply,
  stsError,
  tokenReply,
} from '../../fakes/replies.ts';
import { associationOf } from '../domain/association.ts';

const { signal } = new AbortController();

const region = 'us-west-2';
const token = idToken({ sub: 'repo:octo-org/prefixes:environment:byoasn' });
const unsetRun = { trigger: 'repository', idToken: undefined } as const;

/** A home without credentials, so that those of the machine are never found. */
let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'byoasn-home-'));
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  }
  vi.stubEnv('HOME', home);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
  vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

function withRole(responses: ScriptedResponses, context = connectionContext()) {
  const transport = memoryTransport({ IdToken: Array(9).fill(tokenReply(token)), ...responses });
  return { connecting: connectVia(transport)({ region, role }, context), transport, context };
}

function withChain(
  responses: ScriptedResponses = {},
  context = connectionContext({ github: unsetRun }),
) {
  const transport = memoryTransport(responses);
  const connecting = connectVia(transport)({ region, role: undefined }, context);
  return { connecting, transport, context };
}

/** The access key and scope that signed a request, and the session token with it. */
function signatureOf(sent: Sent | undefined) {
  const [, accessKeyId, scope] =
    /Credential=(\w+)\/\d{8}\/(\S+)\/aws4_request/.exec(sent?.headers.authorization ?? '') ?? [];
  return { accessKeyId, scope, sessionToken: sent?.headers['x-amz-security-token'] };
}

describe('a connection with a role', () => {
  const AssumeRoleWithWebIdentity = [sessionReply()];

  test('signs the calls of EC2 with the session of the role, in the Region', async () => {
    const responses = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(responses);
    await (await connecting).ec2.describeByoipCidrs(undefined, signal);
    const [sent] = transport.of('DescribeByoipCidrs');
    expect(sent?.url).toBe('https://ec2.us-west-2.amazonaws.com/');
    expect(signatureOf(sent)).toEqual({
      accessKeyId: session.AccessKeyId,
      scope: 'us-west-2/ec2',
      sessionToken: session.SessionToken,
    });
  });

  test('lists the ASNs in the Region of the IPAM, with the same session', async () => {
    const transport = memoryTransport({
      IdToken: [tokenReply(token)],
      AssumeRoleWithWebIdentity,
      DescribeByoipCidrs: [cidrsReply()],
      DescribeIpamByoasn: [asnsReply()],
    });
    const endpoint = { region, ipamRegion: 'us-east-1', role };
    const { ec2 } = await connectVia(transport)(endpoint, connectionContext());
    await Promise.all([
      ec2.describeByoipCidrs(undefined, signal),
      ec2.describeIpamByoasn(undefined, signal),
    ]);
    expect(transport.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
    const [cidrs] = transport.of('DescribeByoipCidrs');
    const [asns] = transport.of('DescribeIpamByoasn');
    expect([cidrs?.url, asns?.url]).toEqual([
      'https://ec2.us-west-2.amazonaws.com/',
      'https://ec2.us-east-1.amazonaws.com/',
    ]);
    expect(signatureOf(asns)).toEqual({
      accessKeyId: session.AccessKeyId,
      scope: 'us-east-1/ec2',
      sessionToken: session.SessionToken,
    });
  });

  test('lists the ASNs with the session that took the place of an expired one', async () => {
    const renewed = sessionReply(3_600, { AccessKeyId: 'ASIARENEWED000000000' });
    const transport = memoryTransport({
      IdToken: Array(2).fill(tokenReply(token)),
      AssumeRoleWithWebIdentity: [sessionReply(), renewed],
      DescribeIpamByoasn: [asnsReply()],
    });
    const endpoint = { region, ipamRegion: 'us-east-1', role };
    const { ec2, renew } = await connectVia(transport)(endpoint, connectionContext());
    await renew?.();
    await ec2.describeIpamByoasn(undefined, signal);
    const [asns] = transport.of('DescribeIpamByoasn');
    expect(signatureOf(asns).accessKeyId).toBe('ASIARENEWED000000000');
  });

  test('has its session before it exists, and uses it for all calls', async () => {
    const scripted = {
      AssumeRoleWithWebIdentity,
      GetCallerIdentity: [callerReply('111122223333')],
      AssociateIpamByoasn: [associatedReply()],
      DescribeByoipCidrs: [cidrsReply()],
    };
    const { connecting, transport } = withRole(scripted);
    const { ec2, callerAccountId } = await connecting;
    expect(transport.sent.map(({ operation }) => operation)).toEqual([
      'IdToken',
      'AssumeRoleWithWebIdentity',
    ]);
    await ec2.describeByoipCidrs(undefined, signal);
    await ec2.associate(associationOf(), signal);
    await callerAccountId(signal);
    expect(transport.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });

  test('knows the account of the role without an extra call', async () => {
    const { connecting, transport } = withRole({ AssumeRoleWithWebIdentity });
    expect((await connecting).accountId).toBe('111122223333');
    expect(transport.of('GetCallerIdentity')).toEqual([]);
  });

  test('asks STS for the account on request, with the session of the role', async () => {
    const responses = {
      AssumeRoleWithWebIdentity,
      GetCallerIdentity: [callerReply('444455556666')],
    };
    const { connecting, transport } = withRole(responses);
    await expect((await connecting).callerAccountId(signal)).resolves.toBe('444455556666');
    const [sent] = transport.of('GetCallerIdentity');
    expect(sent?.url).toBe('https://sts.us-west-2.amazonaws.com/');
    expect(signatureOf(sent)).toMatchObject({
      accessKeyId: session.AccessKeyId,
      scope: 'us-west-2/sts',
    });
  });

  test('tells AWS which action calls, and the ID of the run', async () => {
    const responses = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(responses);
    await (await connecting).ec2.describeByoipCidrs(undefined, signal);
    expect(transport.of('DescribeByoipCidrs')[0]?.headers['user-agent']).toContain(
      'associate-ipam-byoasn/1234',
    );
  });

  test('tells AWS which action calls if the run has no ID', async () => {
    const responses = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(responses, connectionContext({ env: {} }));
    await (await connecting).ec2.describeByoipCidrs(undefined, signal);
    expect(transport.of('DescribeByoipCidrs')[0]?.headers['user-agent']).toMatch(
      /associate-ipam-byoasn(?!\/)/,
    );
  });

  test('does not use credentials from the environment instead of the role', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEKEY000009');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example-secret-of-an-earlier-step');
    const responses = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(responses);
    await (await connecting).ec2.describeByoipCidrs(undefined, signal);
    const [sent] = transport.of('DescribeByoipCidrs');
    expect(signatureOf(sent).accessKeyId).toBe(session.AccessKeyId);
  });

  test('fails without an ID token, whatever the environment has', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEKEY000009');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example-secret-of-an-earlier-step');
    const { connecting, transport } = withRole({}, connectionContext({ github: unsetRun }));
    await expect(connecting).rejects.toMatchObject({ name: 'Failure', reason: 'no-credentials' });
    expect(transport.sent).toEqual([]);
  });

  test("that STS denies fails with an error that is not the chain's", async () => {
    const denied = stsError(403, 'AccessDenied', 'Not authorized.');
    const { connecting } = withRole({ AssumeRoleWithWebIdentity: [denied] });
    await expect(connecting).rejects.toMatchObject({ name: 'Failure', reason: 'oidc-denied' });
  });
});

describe('a connection with role-chaining', () => {
  const chained = { ...role, source: 'default-chain' } as const;
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEKEY000009', AWS_SECRET_ACCESS_KEY: 'first-secret' };

  /** A connection of a job with keys in its environment. */
  async function withKeys(responses: ScriptedResponses, endpoint: Partial<Endpoint> = {}) {
    for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value);
    const transport = memoryTransport({ AssumeRole: [assumedReply()], ...responses });
    const context = connectionContext({ env: keys, github: unsetRun });
    const own = { region, role: chained, ...endpoint };
    return { connection: await connectVia(transport)(own, context), transport, context };
  }

  test('assumes the role with the default chain, and signs the calls of EC2 with its session', async () => {
    const { connection, transport } = await withKeys({ DescribeByoipCidrs: [cidrsReply()] });
    await connection.ec2.describeByoipCidrs(undefined, signal);
    expect(transport.sent.map((sent) => signatureOf(sent).accessKeyId)).toEqual([
      keys.AWS_ACCESS_KEY_ID,
      session.AccessKeyId,
    ]);
    expect(connection.accountId).toBe('111122223333');
  });

  test('masks the keys that it starts with, and those of the session', async () => {
    const { context } = await withKeys({});
    expect(context.masked).toEqual([...Object.values(keys), ...Object.values(session)]);
  });

  test('gets another session with the same keys when EC2 calls one expired', async () => {
    const later = assumedReply(3_600, { AccessKeyId: 'ASIAEXAMPLEKEY000002' });
    const { connection, transport } = await withKeys({
      AssumeRole: [assumedReply(), later],
      DescribeByoipCidrs: [cidrsReply()],
    });
    await expect(connection.renew?.()).resolves.toBe(true);
    await connection.ec2.describeByoipCidrs(undefined, signal);
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      'ASIAEXAMPLEKEY000002',
    );
  });

  test('fails for lack of credentials if the chain has none', async () => {
    const transport = memoryTransport({});
    const context = connectionContext({ github: unsetRun });
    const connecting = connectVia(transport)({ region, role: chained }, context);
    await expect(connecting).rejects.toMatchObject({
      reason: 'no-credentials',
      message: expect.stringContaining('The AWS credential chain has no credentials'),
    });
  });

  test.each([
    [planPolicy(region), JSON.stringify(planPolicy(region))],
    [undefined, undefined],
  ])('sends the session policy, if there is one: %j', async (sessionPolicy, sent) => {
    const { transport } = await withKeys({}, { sessionPolicy });
    expect(transport.of('AssumeRole')[0]?.form.Policy).toBe(sent);
  });

  test('names its own session policy if that denies a call', async () => {
    const message = 'It is not authorized because no session policy allows it.';
    const { connection } = await withKeys(
      { DescribeByoipCidrs: [ec2Error(403, 'UnauthorizedOperation', message)] },
      { sessionPolicy: planPolicy(region) },
    );
    await expect(connection.ec2.describeByoipCidrs(undefined, signal)).rejects.toMatchObject({
      result: { kind: 'denied', sessionPolicy: 'own' },
    });
  });
});

test('a role assumed with an ID token has the session policy too', async () => {
  const transport = memoryTransport({
    IdToken: [tokenReply(token)],
    AssumeRoleWithWebIdentity: [sessionReply()],
  });
  const endpoint = { region, role, sessionPolicy: applyPolicy(region) };
  await connectVia(transport)(endpoint, connectionContext());
  expect(transport.of('AssumeRoleWithWebIdentity')[0]?.form.Policy).toBe(
    JSON.stringify(applyPolicy(region)),
  );
});

test('a job without an ID token, but with a profile, fails with a hint to use it', async () => {
  writeFileSync(join(home, 'config'), '[profile hub]\nsso_session = main\n');
  const context = connectionContext({ env: { AWS_PROFILE: 'hub' }, github: unsetRun });
  await expect(connectVia(memoryTransport({}))({ region, role }, context)).rejects.toMatchObject({
    reason: 'no-credentials',
    likely: expect.stringContaining('It has other AWS credentials: the profile "hub".'),
    next: expect.stringContaining('role-chaining: true'),
  });
});

describe('a session that ends', () => {
  const later = { AccessKeyId: 'ASIAEXAMPLEKEY000002' };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** A connection whose first session, of half an hour, has so many seconds left. */
  async function nearItsEnd(secondsLeft: number, responses: ScriptedResponses) {
    const { AssumeRoleWithWebIdentity: renewals = [], ...others } = responses;
    const { connecting, transport, context } = withRole({
      AssumeRoleWithWebIdentity: [sessionReply(1_800), ...renewals],
      ...others,
    });
    const { ec2 } = await connecting;
    vi.setSystemTime(Date.now() + (1_800 - secondsLeft) * 1000);
    return { ec2, transport, context };
  }

  test('is renewed with a fresh ID token before the next call', async () => {
    const { ec2, transport } = await nearItsEnd(60, {
      AssumeRoleWithWebIdentity: [sessionReply(3_600, later)],
      DescribeByoipCidrs: [cidrsReply(), cidrsReply()],
    });
    await ec2.describeByoipCidrs(undefined, signal);
    await ec2.describeByoipCidrs(undefined, signal);
    const signed = transport.of('DescribeByoipCidrs').map((sent) => signatureOf(sent).accessKeyId);
    expect(signed).toEqual([later.AccessKeyId, later.AccessKeyId]);
    expect(transport.of('IdToken')).toHaveLength(2);
  });

  test('is renewed early on request', async () => {
    const scripted = {
      AssumeRoleWithWebIdentity: [sessionReply(), sessionReply(3_600, later)],
      DescribeByoipCidrs: [cidrsReply()],
    };
    const { connecting, transport } = withRole(scripted);
    const { ec2, renew } = await connecting;
    await renew?.();
    await ec2.describeByoipCidrs(undefined, signal);
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(later.AccessKeyId);
  });

  test('is kept while it is valid for long enough', async () => {
    const { ec2, transport } = await nearItsEnd(600, { DescribeByoipCidrs: [cidrsReply()] });
    await ec2.describeByoipCidrs(undefined, signal);
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      session.AccessKeyId,
    );
    expect(transport.of('IdToken')).toHaveLength(1);
  });

  test('and cannot be renewed at the moment fails the call with a retryable error', async () => {
    const { ec2, transport } = await nearItsEnd(0, {
      AssumeRoleWithWebIdentity: Array(9).fill(brokenBy('ECONNREFUSED')),
    });
    await expect(ec2.describeByoipCidrs(undefined, signal)).rejects.toMatchObject({
      name: 'Failure',
      reason: 'network-error',
      message: expect.stringContaining(`Could not assume ${role.arn}: ECONNREFUSED`),
      cause: { name: 'CallError', result: { kind: 'unsent' } },
    });
    expect(transport.of('DescribeByoipCidrs')).toEqual([]);
  });

  test('and cannot be renewed is used until it ends, and the log says so', async () => {
    const { ec2, transport, context } = await nearItsEnd(120, {
      AssumeRoleWithWebIdentity: [stsError(403, 'AccessDenied', 'No more.')],
      DescribeByoipCidrs: [cidrsReply()],
    });
    await ec2.describeByoipCidrs(undefined, signal);
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      session.AccessKeyId,
    );
    expect(context.lines.join('\n')).toMatch(
      /session not renewed, and used until it ends: .*No more\./,
    );
  });

  test('and whose renewal hangs is used until it ends', async () => {
    const { ec2, transport } = await nearItsEnd(120, {
      AssumeRoleWithWebIdentity: ['never'],
      DescribeByoipCidrs: [cidrsReply()],
    });
    await ec2.describeByoipCidrs(undefined, signal);
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      session.AccessKeyId,
    );
  });

  test('is not returned again if a new one is requested early', async () => {
    const { connecting } = withRole({
      AssumeRoleWithWebIdentity: [sessionReply(), stsError(403, 'AccessDenied', 'No more.')],
    });
    const { renew } = await connecting;
    await expect(renew?.()).rejects.toMatchObject({ reason: 'oidc-denied' });
  });

  test('and may no longer be renewed fails the call with a final error', async () => {
    const { ec2, transport } = await nearItsEnd(0, {
      AssumeRoleWithWebIdentity: [stsError(403, 'AccessDenied', 'No more.')],
    });
    await expect(ec2.associate(associationOf(), signal)).rejects.toMatchObject({
      name: 'Failure',
      reason: 'oidc-denied',
      cause: { name: 'CallError', result: { kind: 'denied' } },
    });
    expect(transport.of('AssociateIpamByoasn')).toEqual([]);
  });

  test('is renewed at the next call after a renewal that failed', async () => {
    const broken = Array(4).fill(brokenBy('ECONNREFUSED'));
    const { ec2, transport } = await nearItsEnd(0, {
      AssumeRoleWithWebIdentity: [...broken, sessionReply(3_600, later)],
      DescribeByoipCidrs: [cidrsReply()],
    });
    await expect(ec2.describeByoipCidrs(undefined, signal)).rejects.toMatchObject({
      reason: 'network-error',
    });
    await expect(ec2.describeByoipCidrs(undefined, signal)).resolves.toMatchObject({
      nextToken: undefined,
    });
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(later.AccessKeyId);
  });
});

describe('a connection with the credential chain', () => {
  const [keyId, secret] = ['AKIAEXAMPLEKEY000009', 'example-secret-of-an-earlier-step'];
  const key = () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', keyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  };

  test('signs with the keys that an earlier step left in the environment, and masks them', async () => {
    key();
    vi.stubEnv('AWS_SESSION_TOKEN', 'example-token-of-an-earlier-step');
    const { connecting, transport, context } = withChain({ DescribeByoipCidrs: [cidrsReply()] });
    await (await connecting).ec2.describeByoipCidrs(undefined, signal);
    expect(signatureOf(transport.sent[0])).toEqual({
      accessKeyId: keyId,
      scope: 'us-west-2/ec2',
      sessionToken: 'example-token-of-an-earlier-step',
    });
    expect(context.masked).toEqual([keyId, secret, 'example-token-of-an-earlier-step']);
  });

  test('masks no session token if there is none', async () => {
    key();
    const { connecting, context } = withChain();
    await connecting;
    expect(context.masked).toEqual([keyId, secret]);
  });

  test('masks the keys of the profiles with which the role of a profile is assumed', async () => {
    const lines = [
      '[profile fleet]',
      'role_arn = arn:aws:iam::111122223333:role/byoasn-apply',
      'source_profile = base',
      '[profile base]',
      'aws_access_key_id = AKIAEXAMPLEKEY000007',
      'aws_secret_access_key = example-secret-of-the-base',
      'aws_session_token = example-token-of-the-base',
      'source_profile = fleet',
    ];
    writeFileSync(join(home, 'config'), `${lines.join('\n')}\n`);
    vi.stubEnv('AWS_PROFILE', 'fleet');
    const context = connectionContext({ github: unsetRun, env: process.env });
    const { connecting, transport } = withChain(
      { AssumeRole: [stsError(403, 'AccessDenied', 'Not authorized.')] },
      context,
    );
    await expect(connecting).rejects.toMatchObject({
      reason: 'access-denied',
      message: expect.stringMatching(
        /^Could not get AWS credentials from the profile "fleet": AccessDenied \(HTTP 403\): Not/,
      ),
    });
    expect(transport.of('AssumeRole')).toHaveLength(1);
    expect(context.masked).toEqual([
      'AKIAEXAMPLEKEY000007',
      'example-secret-of-the-base',
      'example-token-of-the-base',
    ]);
  });

  test('masks the token of a web identity before it is sent', async () => {
    const file = join(home, 'token');
    writeFileSync(file, 'example.token.of-the-file\n');
    vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', file);
    vi.stubEnv('AWS_ROLE_ARN', role.arn);
    const context = connectionContext({ github: unsetRun, env: process.env });
    const responses = { AssumeRoleWithWebIdentity: [sessionReply()] };
    await withChain(responses, context).connecting;
    expect(context.masked).toEqual(['example.token.of-the-file', ...Object.values(session)]);
  });

  test('masks the token for a container endpoint, from a variable or a file', async () => {
    const file = join(home, 'token');
    writeFileSync(file, 'example-token-of-a-file');
    const env = { AWS_CONTAINER_AUTHORIZATION_TOKEN: 'example-token-of-a-variable' };
    for (const some of [env, { ...env, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file }]) {
      const context = connectionContext({ github: unsetRun, env: some });
      await expect(withChain({}, context).connecting).rejects.toThrow();
      expect(context.masked).toEqual([
        'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE' in some
          ? 'example-token-of-a-file'
          : 'example-token-of-a-variable',
      ]);
    }
  });

  test('asks GitHub for no ID token', async () => {
    key();
    const { connecting, transport } = withChain({}, connectionContext());
    await connecting;
    expect(transport.sent).toEqual([]);
  });

  test('does not trust AWS_ACCOUNT_ID, and asks STS', async () => {
    key();
    vi.stubEnv('AWS_ACCOUNT_ID', '999999999999');
    const { connecting } = withChain({ GetCallerIdentity: [callerReply('111122223333')] });
    const { accountId, callerAccountId } = await connecting;
    expect(accountId).toBeUndefined();
    await expect(callerAccountId(signal)).resolves.toBe('111122223333');
  });

  test.each(['credentials', 'config'])(
    'does not trust the aws_account_id of a profile, and asks STS (%s file)',
    async (file) => {
      const lines = [
        file === 'config' ? '[profile fleet]' : '[fleet]',
        'aws_access_key_id = AKIAEXAMPLEKEY000008',
        'aws_secret_access_key = example-secret-of-a-profile',
        'aws_account_id = 999999999999',
      ];
      writeFileSync(join(home, file), `${lines.join('\n')}\n`);
      vi.stubEnv('AWS_PROFILE', 'fleet');
      const responses = { GetCallerIdentity: [callerReply('111122223333')] };
      const { connecting, transport, context } = withChain(responses);
      const { accountId, callerAccountId } = await connecting;
      expect(accountId).toBeUndefined();
      await expect(callerAccountId(signal)).resolves.toBe('111122223333');
      expect(signatureOf(transport.sent[0]).accessKeyId).toBe('AKIAEXAMPLEKEY000008');
      expect(context.masked).toEqual(['AKIAEXAMPLEKEY000008', 'example-secret-of-a-profile']);
    },
  );

  test('replaces expired keys by those that its source has by then, and masks them', async () => {
    key();
    const { connecting, transport, context } = withChain({
      DescribeByoipCidrs: [cidrsReply()],
      GetCallerIdentity: [callerReply('111122223333'), callerReply('111122223333')],
    });
    const { ec2, renew } = await connecting;
    await expect(renew?.()).resolves.toBe(false);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEKEY000010');
    await expect(renew?.()).resolves.toBe(true);
    await ec2.describeByoipCidrs(undefined, signal);
    const [read] = transport.of('DescribeByoipCidrs');
    expect(signatureOf(read).accessKeyId).toBe('AKIAEXAMPLEKEY000010');
    expect(context.masked).toContain('AKIAEXAMPLEKEY000010');
    vi.stubEnv('AWS_SESSION_TOKEN', 'example-token-of-a-later-step');
    await expect(renew?.()).resolves.toBe(true);
    // Another call may have been signed with the first ones.
    await expect(renew?.()).resolves.toBe(true);
  });

  test.each([
    [undefined, false],
    ['2100-01-01T00:00:00Z', true],
  ])('says whether its keys expire (%s)', async (expiration, expires) => {
    key();
    vi.stubEnv('AWS_CREDENTIAL_EXPIRATION', expiration);
    expect(await withChain().connecting).toMatchObject({ expires });
  });

  test('cannot renew if its source has no more keys, and says so', async () => {
    key();
    const { connecting, context } = withChain();
    const { renew } = await connecting;
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    await expect(renew?.()).resolves.toBe(false);
    expect(context.lines).toEqual([expect.stringMatching(/^credentials not renewed: /)]);
  });

  test.each([
    ['repository', /^The AWS credential chain has no credentials: Could not load credentials/],
    ['fork', /pull request from a fork/],
    ['dependabot', /Dependabot started/],
  ] as const)('that has none is explained for a run of the kind %s', async (trigger, message) => {
    const context = connectionContext({ github: { trigger, idToken: undefined } });
    await expect(withChain({}, context).connecting).rejects.toMatchObject({
      name: 'Failure',
      reason: 'no-credentials',
      message: expect.stringMatching(message),
      cause: { name: 'CallError' },
    });
    expect(context.masked).toEqual([]);
  });

  test('of a cancelled run ends with the cancellation', async () => {
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const context = connectionContext({
      cancelled: AbortSignal.abort(cancelled),
      github: unsetRun,
    });
    await expect(withChain({}, context).connecting).rejects.toBe(cancelled);
  });
});
