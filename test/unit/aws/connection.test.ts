import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectVia } from '../../../src/aws/connection.ts';
import { Failure } from '../../../src/failure.ts';
import { connectionContext, role } from '../../fakes/connection-context.ts';
import {
  brokenBy,
  memoryTransport,
  type ScriptedResponses,
  type Sent,
} from '../../fakes/memory-transport.ts';
import {
  associatedReply,
  callerReply,
  cidrsReply,
  idToken,
  session,
  sessionReply,
  stsError,
  tokenReply,
} from '../../fakes/replies.ts';
import { associationOf } from '../domain/association.ts';

const region = 'us-west-2';
const token = idToken({ sub: 'repo:octo-org/prefixes:environment:byoasn' });
const unsetRun = { trigger: 'repository', idToken: undefined } as const;

/** A home without credentials, so that the machine's own are never found. */
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

function withRole(scripted: ScriptedResponses, world = connectionContext()) {
  const transport = memoryTransport({ IdToken: Array(9).fill(tokenReply(token)), ...scripted });
  return { connecting: connectVia(transport)({ region, role }, world), transport, world };
}

function withChain(
  scripted: ScriptedResponses = {},
  world = connectionContext({ github: unsetRun }),
) {
  const transport = memoryTransport(scripted);
  const connecting = connectVia(transport)({ region, role: undefined }, world);
  return { connecting, transport, world };
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
    const scripted = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(scripted);
    await (await connecting).ec2.describeByoipCidrs();
    const [sent] = transport.of('DescribeByoipCidrs');
    expect(sent?.url).toBe('https://ec2.us-west-2.amazonaws.com/');
    expect(signatureOf(sent)).toEqual({
      accessKeyId: session.AccessKeyId,
      scope: 'us-west-2/ec2',
      sessionToken: session.SessionToken,
    });
  });

  test('has its session before it is there, and uses it for all calls', async () => {
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
    await ec2.describeByoipCidrs();
    await ec2.associate(associationOf());
    await callerAccountId();
    expect(transport.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });

  test('knows the account of the role at no extra call', async () => {
    const { connecting, transport } = withRole({ AssumeRoleWithWebIdentity });
    expect((await connecting).accountId).toBe('111122223333');
    expect(transport.of('GetCallerIdentity')).toEqual([]);
  });

  test('asks STS for the account where that is wanted, with the session of the role', async () => {
    const scripted = {
      AssumeRoleWithWebIdentity,
      GetCallerIdentity: [callerReply('444455556666')],
    };
    const { connecting, transport } = withRole(scripted);
    await expect((await connecting).callerAccountId()).resolves.toBe('444455556666');
    const [sent] = transport.of('GetCallerIdentity');
    expect(sent?.url).toBe('https://sts.us-west-2.amazonaws.com/');
    expect(signatureOf(sent)).toMatchObject({
      accessKeyId: session.AccessKeyId,
      scope: 'us-west-2/sts',
    });
  });

  test('tells AWS which action calls, and the number of the run', async () => {
    const scripted = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(scripted);
    await (await connecting).ec2.describeByoipCidrs();
    expect(transport.of('DescribeByoipCidrs')[0]?.headers['user-agent']).toContain(
      'associate-ipam-byoasn/1234',
    );
  });

  test('tells AWS which action calls where the run has no number', async () => {
    const scripted = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(scripted, connectionContext({ env: {} }));
    await (await connecting).ec2.describeByoipCidrs();
    expect(transport.of('DescribeByoipCidrs')[0]?.headers['user-agent']).toMatch(
      /associate-ipam-byoasn(?!\/)/,
    );
  });

  test('takes no credentials of the environment in place of the role', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEKEY000009');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example-secret-of-an-earlier-step');
    const scripted = { AssumeRoleWithWebIdentity, DescribeByoipCidrs: [cidrsReply()] };
    const { connecting, transport } = withRole(scripted);
    await (await connecting).ec2.describeByoipCidrs();
    const [sent] = transport.of('DescribeByoipCidrs');
    expect(signatureOf(sent).accessKeyId).toBe(session.AccessKeyId);
  });

  test('is not had without an ID token, whatever the environment has', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEKEY000009');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example-secret-of-an-earlier-step');
    const { connecting, transport } = withRole({}, connectionContext({ github: unsetRun }));
    await expect(connecting).rejects.toMatchObject({ name: 'Failure', reason: 'no-credentials' });
    expect(transport.sent).toEqual([]);
  });

  test("that STS denies is not had, and the failure is not the chain's", async () => {
    const denied = stsError(403, 'AccessDenied', 'Not authorized.');
    const { connecting } = withRole({ AssumeRoleWithWebIdentity: [denied] });
    await expect(connecting).rejects.toMatchObject({ name: 'Failure', reason: 'oidc-denied' });
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
  async function nearItsEnd(secondsLeft: number, scripted: ScriptedResponses) {
    const { AssumeRoleWithWebIdentity: renewals = [], ...others } = scripted;
    const { connecting, transport, world } = withRole({
      AssumeRoleWithWebIdentity: [sessionReply(1_800), ...renewals],
      ...others,
    });
    const { ec2 } = await connecting;
    vi.setSystemTime(Date.now() + (1_800 - secondsLeft) * 1000);
    return { ec2, transport, world };
  }

  test('is renewed with a fresh ID token before the next call', async () => {
    const { ec2, transport } = await nearItsEnd(60, {
      AssumeRoleWithWebIdentity: [sessionReply(3_600, later)],
      DescribeByoipCidrs: [cidrsReply(), cidrsReply()],
    });
    await ec2.describeByoipCidrs();
    await ec2.describeByoipCidrs();
    const signed = transport.of('DescribeByoipCidrs').map((sent) => signatureOf(sent).accessKeyId);
    expect(signed).toEqual([later.AccessKeyId, later.AccessKeyId]);
    expect(transport.of('IdToken')).toHaveLength(2);
  });

  test('is renewed before its time where that is asked for', async () => {
    const scripted = {
      AssumeRoleWithWebIdentity: [sessionReply(), sessionReply(3_600, later)],
      DescribeByoipCidrs: [cidrsReply()],
    };
    const { connecting, transport } = withRole(scripted);
    const { ec2, renew } = await connecting;
    await renew?.();
    await ec2.describeByoipCidrs();
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(later.AccessKeyId);
  });

  test('is kept while it is good for long enough', async () => {
    const { ec2, transport } = await nearItsEnd(600, { DescribeByoipCidrs: [cidrsReply()] });
    await ec2.describeByoipCidrs();
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      session.AccessKeyId,
    );
    expect(transport.of('IdToken')).toHaveLength(1);
  });

  test('and cannot be renewed for the moment fails the call with what can heal', async () => {
    const { ec2, transport } = await nearItsEnd(0, {
      AssumeRoleWithWebIdentity: Array(9).fill(brokenBy('ECONNREFUSED')),
    });
    await expect(ec2.describeByoipCidrs()).rejects.toMatchObject({
      name: 'Failure',
      reason: 'network-error',
      message: expect.stringContaining(`Could not assume ${role.arn}: ECONNREFUSED`),
      cause: { name: 'CallError', result: { kind: 'unsent' } },
    });
    expect(transport.of('DescribeByoipCidrs')).toEqual([]);
  });

  test('and cannot be renewed goes on while it lasts, and says so', async () => {
    const { ec2, transport, world } = await nearItsEnd(120, {
      AssumeRoleWithWebIdentity: [stsError(403, 'AccessDenied', 'No more.')],
      DescribeByoipCidrs: [cidrsReply()],
    });
    await ec2.describeByoipCidrs();
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      session.AccessKeyId,
    );
    expect(world.lines.join('\n')).toMatch(
      /goes on while it lasts, and is not renewed: .*No more\./,
    );
  });

  test('and whose renewal hangs goes on while it lasts', async () => {
    const { ec2, transport } = await nearItsEnd(120, {
      AssumeRoleWithWebIdentity: ['never'],
      DescribeByoipCidrs: [cidrsReply()],
    });
    await ec2.describeByoipCidrs();
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(
      session.AccessKeyId,
    );
  });

  test('is not handed back where a new one is asked for before its time', async () => {
    const { connecting } = withRole({
      AssumeRoleWithWebIdentity: [sessionReply(), stsError(403, 'AccessDenied', 'No more.')],
    });
    const { renew } = await connecting;
    await expect(renew?.()).rejects.toMatchObject({ reason: 'oidc-denied' });
  });

  test('and may not be renewed any more fails the call with what does not heal', async () => {
    const { ec2, transport } = await nearItsEnd(0, {
      AssumeRoleWithWebIdentity: [stsError(403, 'AccessDenied', 'No more.')],
    });
    await expect(ec2.associate(associationOf())).rejects.toMatchObject({
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
    await expect(ec2.describeByoipCidrs()).rejects.toMatchObject({ reason: 'network-error' });
    await expect(ec2.describeByoipCidrs()).resolves.toMatchObject({ nextToken: undefined });
    expect(signatureOf(transport.of('DescribeByoipCidrs')[0]).accessKeyId).toBe(later.AccessKeyId);
  });
});

describe('a connection with the credential chain', () => {
  const [keyId, secret] = ['AKIAEXAMPLEKEY000009', 'example-secret-of-an-earlier-step'];
  const key = () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', keyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  };

  test('signs with what an earlier step left in the environment, and masks it', async () => {
    key();
    vi.stubEnv('AWS_SESSION_TOKEN', 'example-token-of-an-earlier-step');
    const { connecting, transport, world } = withChain({ DescribeByoipCidrs: [cidrsReply()] });
    await (await connecting).ec2.describeByoipCidrs();
    expect(signatureOf(transport.sent[0])).toEqual({
      accessKeyId: keyId,
      scope: 'us-west-2/ec2',
      sessionToken: 'example-token-of-an-earlier-step',
    });
    expect(world.masked).toEqual([keyId, secret, 'example-token-of-an-earlier-step']);
  });

  test('masks no session token where there is none', async () => {
    key();
    const { connecting, world } = withChain();
    await connecting;
    expect(world.masked).toEqual([keyId, secret]);
  });

  test('masks what the profiles hold that a role of a profile is assumed with', async () => {
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
    const world = connectionContext({ github: unsetRun, env: process.env });
    const { connecting, transport } = withChain(
      { AssumeRole: [stsError(403, 'AccessDenied', 'Not authorized.')] },
      world,
    );
    await expect(connecting).rejects.toMatchObject({
      reason: 'access-denied',
      message: expect.stringMatching(
        /^Could not get AWS credentials from the profile "fleet": AccessDenied \(HTTP 403\): Not/,
      ),
    });
    expect(transport.of('AssumeRole')).toHaveLength(1);
    expect(world.masked).toEqual([
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
    const world = connectionContext({ github: unsetRun, env: process.env });
    const scripted = { AssumeRoleWithWebIdentity: [sessionReply()] };
    await withChain(scripted, world).connecting;
    expect(world.masked).toEqual(['example.token.of-the-file', ...Object.values(session)]);
  });

  test('masks the token for the endpoint of a container, of a variable or a file', async () => {
    const file = join(home, 'token');
    writeFileSync(file, 'example-token-of-a-file');
    const env = { AWS_CONTAINER_AUTHORIZATION_TOKEN: 'example-token-of-a-variable' };
    for (const some of [env, { ...env, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file }]) {
      const world = connectionContext({ github: unsetRun, env: some });
      await expect(withChain({}, world).connecting).rejects.toThrow();
      expect(world.masked).toEqual([
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

  test('does not believe AWS_ACCOUNT_ID, and asks STS', async () => {
    key();
    vi.stubEnv('AWS_ACCOUNT_ID', '999999999999');
    const { connecting } = withChain({ GetCallerIdentity: [callerReply('111122223333')] });
    const { accountId, callerAccountId } = await connecting;
    expect(accountId).toBeUndefined();
    await expect(callerAccountId()).resolves.toBe('111122223333');
  });

  test.each(['credentials', 'config'])(
    'does not believe the aws_account_id of a profile, and asks STS (%s file)',
    async (file) => {
      const lines = [
        file === 'config' ? '[profile fleet]' : '[fleet]',
        'aws_access_key_id = AKIAEXAMPLEKEY000008',
        'aws_secret_access_key = example-secret-of-a-profile',
        'aws_account_id = 999999999999',
      ];
      writeFileSync(join(home, file), `${lines.join('\n')}\n`);
      vi.stubEnv('AWS_PROFILE', 'fleet');
      const scripted = { GetCallerIdentity: [callerReply('111122223333')] };
      const { connecting, transport, world } = withChain(scripted);
      const { accountId, callerAccountId } = await connecting;
      expect(accountId).toBeUndefined();
      await expect(callerAccountId()).resolves.toBe('111122223333');
      expect(signatureOf(transport.sent[0]).accessKeyId).toBe('AKIAEXAMPLEKEY000008');
      expect(world.masked).toEqual(['AKIAEXAMPLEKEY000008', 'example-secret-of-a-profile']);
    },
  );

  test('takes up what its source has by then, in place of what has expired, and masks it', async () => {
    key();
    const { connecting, transport, world } = withChain({
      DescribeByoipCidrs: [cidrsReply()],
      GetCallerIdentity: [callerReply('111122223333'), callerReply('111122223333')],
    });
    const { ec2, renew } = await connecting;
    await expect(renew?.()).resolves.toBe(false);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEKEY000010');
    await expect(renew?.()).resolves.toBe(true);
    await ec2.describeByoipCidrs();
    const [read] = transport.of('DescribeByoipCidrs');
    expect(signatureOf(read).accessKeyId).toBe('AKIAEXAMPLEKEY000010');
    expect(world.masked).toContain('AKIAEXAMPLEKEY000010');
    vi.stubEnv('AWS_SESSION_TOKEN', 'example-token-of-a-later-step');
    await expect(renew?.()).resolves.toBe(true);
    await expect(renew?.()).resolves.toBe(false);
  });

  test.each([
    [undefined, false],
    ['2100-01-01T00:00:00Z', true],
  ])('says whether its keys expire (%s)', async (expiration, expires) => {
    key();
    vi.stubEnv('AWS_CREDENTIAL_EXPIRATION', expiration);
    expect(await withChain().connecting).toMatchObject({ expires });
  });

  test('has nothing new where its source has nothing any more, and says so', async () => {
    key();
    const { connecting, world } = withChain();
    const { renew } = await connecting;
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    await expect(renew?.()).resolves.toBe(false);
    expect(world.lines).toEqual([expect.stringMatching(/^the credentials are not renewed: /)]);
  });

  test.each([
    ['repository', /^The AWS credential chain has no credentials: Could not load credentials/],
    ['fork', /pull request from a fork/],
    ['dependabot', /set off by Dependabot/],
  ] as const)('that has none is explained for a run of the kind %s', async (trigger, message) => {
    const world = connectionContext({ github: { trigger, idToken: undefined } });
    await expect(withChain({}, world).connecting).rejects.toMatchObject({
      name: 'Failure',
      reason: 'no-credentials',
      message: expect.stringMatching(message),
      cause: { name: 'CallError' },
    });
    expect(world.masked).toEqual([]);
  });

  test('of a run that is cancelled ends with the cancellation', async () => {
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const world = connectionContext({ cancelled: AbortSignal.abort(cancelled), github: unsetRun });
    await expect(withChain({}, world).connecting).rejects.toBe(cancelled);
  });
});
