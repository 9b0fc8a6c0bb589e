import { DescribeByoipCidrsCommand } from '@aws-sdk/client-ec2';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ec2Client, failureOf, staticKeys, stsClient } from './clients.ts';
import type { FakesOptions } from './fakes.ts';
import { startFakes } from './fakes.ts';
import { classicSubject, immutableSubject } from './issuer.ts';

async function start(options: FakesOptions = {}) {
  const fakes = await startFakes(options);
  onTestFinished(() => fakes.close());
  const token = async (audience = 'sts.amazonaws.com') => {
    const url = `${fakes.issuer.requestUrl}&audience=${encodeURIComponent(audience)}`;
    const headers = { authorization: `Bearer ${fakes.issuer.requestToken}` };
    const { value } = (await (await fetch(url, { headers })).json()) as { value: string };
    return value;
  };
  const assume = async (changes: { WebIdentityToken?: string } & Record<string, unknown> = {}) =>
    stsClient(fakes).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: fakes.roleArn,
        RoleSessionName: 'byoasn-9001-1',
        WebIdentityToken: changes.WebIdentityToken ?? (await token()),
        ...changes,
      }),
    );
  const session = async (changes = {}) => {
    const { Credentials } = await assume(changes);
    return {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
  };
  return { fakes, token, assume, session };
}

describe('assuming the role', () => {
  test('a token of the trusted subject gives a session that STS and EC2 accept', async () => {
    const { fakes, assume, session } = await start();
    const arn = `arn:aws:sts::111122223333:assumed-role/byoasn-apply/byoasn-9001-1`;
    const answer = await assume();
    expect(answer).toMatchObject({
      AssumedRoleUser: { Arn: arn },
      SubjectFromWebIdentityToken: classicSubject,
      Audience: 'sts.amazonaws.com',
    });
    const keys = await session();
    expect(keys.accessKeyId).toMatch(/^ASIA/);
    const identity = await stsClient(fakes, keys).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: '111122223333', Arn: arn });
    const listing = new DescribeByoipCidrsCommand({ MaxResults: 100 });
    expect((await ec2Client(fakes, keys).send(listing)).ByoipCidrs).toHaveLength(3);
    expect(fakes.secrets()).toEqual(
      expect.arrayContaining([keys.secretAccessKey, keys.sessionToken]),
    );
  });

  test('a role that names a workflow accepts only its tokens', async () => {
    const job_workflow_ref = 'octo-org/roads/.github/workflows/byoasn.yml@refs/tags/v1';
    const { fakes, assume } = await start({
      role: { conditions: { job_workflow_ref: [job_workflow_ref] } },
    });
    expect(await failureOf(assume())).toMatchObject({ name: 'AccessDenied', status: 403 });
    fakes.issuer.claim({ job_workflow_ref });
    expect((await assume()).Credentials?.AccessKeyId).toMatch(/^ASIA/);
  });

  test('a token has only the given claims if all of them are given', async () => {
    const { fakes, token } = await start();
    fakes.issuer.claimOnly({ sub: 'repo:octo-org/prefixes:pull_request' });
    const claims = decodeJwt(await token());
    expect(claims.sub).toBe('repo:octo-org/prefixes:pull_request');
    expect(claims).not.toHaveProperty('environment');
  });

  test('a session lasts for the requested time, by default an hour', async () => {
    const now = Date.now();
    const { assume } = await start({ now: () => now });
    const lifetime = async (changes = {}) => {
      const { Credentials } = await assume(changes);
      return Math.round(((Credentials?.Expiration?.getTime() ?? 0) - now) / 1000);
    };
    expect(await lifetime()).toBe(3600);
    expect(await lifetime({ DurationSeconds: 900 })).toBe(900);
  });

  test('a session can be made to end early, and is rejected from then on', async () => {
    let now = Date.now();
    const { fakes, session } = await start({ now: () => now, role: { sessionSeconds: 2 } });
    const keys = await session();
    const identify = () => stsClient(fakes, keys).send(new GetCallerIdentityCommand({}));
    now += 1999;
    await identify();
    now += 1;
    expect(await failureOf(identify())).toMatchObject({ name: 'ExpiredToken', status: 403 });
    const listing = ec2Client(fakes, keys).send(new DescribeByoipCidrsCommand({ MaxResults: 5 }));
    expect(await failureOf(listing)).toMatchObject({ name: 'RequestExpired', status: 400 });
  });

  test('the session may do only what the role allows', async () => {
    const { fakes, session } = await start({ role: { actions: ['ec2:AssociateIpamByoasn'] } });
    const client = ec2Client(fakes, await session());
    const listing = client.send(new DescribeByoipCidrsCommand({ MaxResults: 5 }));
    expect(await failureOf(listing)).toMatchObject({ name: 'UnauthorizedOperation' });
  });

  test('a trust policy with the immutable subject accepts tokens with the IDs', async () => {
    const { fakes, assume } = await start({ role: { subjects: [immutableSubject] } });
    expect(await failureOf(assume())).toMatchObject({ name: 'AccessDenied' });
    fakes.issuer.claim({ sub: immutableSubject });
    expect((await assume()).SubjectFromWebIdentityToken).toBe(immutableSubject);
  });
});

describe('STS rejects', () => {
  const denied = {
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    status: 403,
  };

  test('a subject that the trust policy does not name', async () => {
    const { assume } = await start({ claims: { sub: 'repo:octo-org/prefixes:pull_request' } });
    expect(await failureOf(assume())).toMatchObject(denied);
  });

  test('a role that does not exist', async () => {
    const { assume } = await start();
    const RoleArn = 'arn:aws:iam::111122223333:role/other';
    expect(await failureOf(assume({ RoleArn }))).toMatchObject(denied);
  });

  test('an audience that the trust policy does not accept', async () => {
    const { assume } = await start({ role: { audience: 'sts.amazonaws.com.cn' } });
    expect(await failureOf(assume())).toMatchObject(denied);
  });

  test('an audience that the provider does not list', async () => {
    const { assume, token } = await start();
    const WebIdentityToken = await token('https://github.com/octo-org');
    expect(await failureOf(assume({ WebIdentityToken }))).toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: 'Incorrect token audience',
      status: 400,
    });
  });

  test('an issuer that the account has no provider for', async () => {
    const { fakes, assume } = await start();
    fakes.sts.removeProvider(fakes.account, fakes.issuer.url);
    expect(await failureOf(assume())).toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: `No OpenIDConnect provider found in your account for ${fakes.issuer.url}`,
    });
  });

  test('a token older than five minutes', async () => {
    let now = Date.now();
    const { assume, token } = await start({ now: () => now });
    const WebIdentityToken = await token();
    now += 299_000;
    await assume({ WebIdentityToken });
    now += 2_000;
    expect(await failureOf(assume({ WebIdentityToken }))).toMatchObject({
      name: 'ExpiredTokenException',
      status: 400,
    });
  });

  test('a token that someone else signed', async () => {
    const { fakes, assume } = await start();
    const { privateKey } = await generateKeyPair('RS256');
    const WebIdentityToken = await new SignJWT({ sub: classicSubject })
      .setProtectedHeader({ alg: 'RS256', kid: 'fake-key' })
      .setIssuer(fakes.issuer.url)
      .setAudience('sts.amazonaws.com')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await failureOf(assume({ WebIdentityToken }))).toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: 'Token signature invalid',
    });
  });

  test('any token while the keys of its issuer are unavailable', async () => {
    const { fakes, assume } = await start();
    fakes.faults.add({ operation: 'jwks', fault: '503-unavailable' });
    const { message } = await failureOf(assume());
    expect(message).toContain("Couldn't retrieve verification key");
  });

  test('text that is not a token', async () => {
    const { assume } = await start();
    expect(await failureOf(assume({ WebIdentityToken: 'opaque' }))).toMatchObject({
      name: 'InvalidIdentityTokenException',
    });
  });

  test.each([
    ['a duration below 900 seconds', { DurationSeconds: 899 }],
    ['a duration above the maximum of the role', { DurationSeconds: 3601 }],
    ['a session name of one character', { RoleSessionName: 'x' }],
    ['a session name with a slash', { RoleSessionName: 'octo/prefixes' }],
    ['a role that is not an ARN', { RoleArn: 'byoasn-apply' }],
  ])('%s', async (_, changes) => {
    const { assume } = await start();
    expect(await failureOf(assume(changes))).toMatchObject({
      name: 'ValidationError',
      status: 400,
    });
  });

  test.each([
    ['no version', {}, 'MissingParameter'],
    ['another version', { Version: '2010-05-08' }, 'NoSuchVersion'],
    ['an unknown operation', { Version: '2011-06-15', Action: 'AssumeRoot' }, 'InvalidAction'],
    ['an unknown parameter', { Version: '2011-06-15', Asn: '1' }, 'UnknownParameter'],
  ])('%s', async (_, changes, code) => {
    const { fakes } = await start();
    const body = new URLSearchParams({ Action: 'AssumeRoleWithWebIdentity', ...changes });
    const response = await fetch(fakes.sts.url, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
  });

  test('GetCallerIdentity with unknown keys or wrong signatures', async () => {
    const { fakes } = await start();
    const keys = staticKeys(fakes);
    const identify = (changes: object) =>
      failureOf(stsClient(fakes, { ...keys, ...changes }).send(new GetCallerIdentityCommand({})));
    expect(await identify({ accessKeyId: 'AKIAUNKNOWN' })).toMatchObject({
      name: 'InvalidClientTokenId',
      status: 403,
    });
    expect(await identify({ secretAccessKey: 'wrong' })).toMatchObject({
      name: 'SignatureDoesNotMatch',
      status: 403,
    });
  });
});
