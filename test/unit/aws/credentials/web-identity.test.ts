import { describe, expect, test } from 'vitest';
import { assumeRole } from '../../../../src/aws/credentials/assume-role.ts';
import { Failure } from '../../../../src/failure.ts';
import { connectionContext, role } from '../../../fakes/connection-context.ts';
import {
  brokenBy,
  memoryTransport,
  type ScriptedResponse,
  type ScriptedResponses,
} from '../../../fakes/memory-transport.ts';
import { idToken, session, sessionReply, stsError, tokenReply } from '../../../fakes/replies.ts';

const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'sts.amazonaws.com',
  sub: 'repo:octo-org/prefixes:environment:byoasn',
};

/** Tokens that differ, so that a test sees which one STS received. */
const tokens = (count: number) =>
  Array.from({ length: count }, (_, nth) => tokenReply(idToken({ ...claims, jti: `${nth}` })));

const throttled = stsError(400, 'Throttling', 'Rate exceeded');
const failed = stsError(500, 'InternalFailure', 'An internal failure has occurred');
const unavailable = { status: 503, body: '' };

function assume(responses: ScriptedResponses, context = connectionContext()) {
  const transport = memoryTransport(responses);
  const provider = assumeRole({ role }, { ...context, region: 'us-west-2', transport });
  return { provider, transport, context };
}

/** The error of assuming the role with an ID token and these responses from STS. */
async function refused(...answers: readonly ScriptedResponse[]) {
  const responses = { IdToken: tokens(9), AssumeRoleWithWebIdentity: answers };
  const { provider, transport, context } = assume(responses);
  const failure = await provider().catch((error: unknown) => error);
  return { failure, transport, context, asked: transport.of('AssumeRoleWithWebIdentity').length };
}

describe('a role that is assumed', () => {
  test('has the session for the token of the ID token endpoint', async () => {
    const responses = { IdToken: tokens(1), AssumeRoleWithWebIdentity: [sessionReply()] };
    const { provider, transport } = assume(responses);
    await expect(provider()).resolves.toMatchObject({
      accessKeyId: session.AccessKeyId,
      secretAccessKey: session.SecretAccessKey,
      sessionToken: session.SessionToken,
      accountId: '111122223333',
    });
    expect(transport.sent).toMatchObject([
      { operation: 'IdToken', query: { audience: 'sts.amazonaws.com' } },
      {
        url: 'https://sts.us-west-2.amazonaws.com/',
        form: { RoleArn: role.arn, WebIdentityToken: idToken({ ...claims, jti: '0' }) },
      },
    ]);
  });

  test('has every secret masked before it can be printed', async () => {
    const context = connectionContext();
    const responses = { IdToken: tokens(1), AssumeRoleWithWebIdentity: [sessionReply()] };
    const { provider } = assume(responses, context);
    expect(context.masked).toEqual(['example-request-token']);
    await provider();
    expect(context.masked).toEqual([
      'example-request-token',
      idToken({ ...claims, jti: '0' }),
      session.AccessKeyId,
      session.SecretAccessKey,
      session.SessionToken,
    ]);
  });

  test.each<[string, ScriptedResponse]>([
    ['throttled', throttled],
    ['failed', failed],
    ['could not reach the issuer', stsError(400, 'IDPCommunicationError', 'Timed out.')],
    ['answered without a session', sessionReply(900, { SessionToken: '' })],
    ['could not be reached', brokenBy('ECONNREFUSED')],
    ['hung up', brokenBy('ECONNRESET')],
  ])('is requested again, with a fresh token, if STS %s', async (_, response) => {
    const scripted = { IdToken: tokens(2), AssumeRoleWithWebIdentity: [response, sessionReply()] };
    const { provider, transport } = assume(scripted);
    await expect(provider()).resolves.toMatchObject({ accessKeyId: session.AccessKeyId });
    const tokenForms = transport.of('AssumeRoleWithWebIdentity').map(({ form }) => form);
    expect(tokenForms.map(({ WebIdentityToken }) => WebIdentityToken)).toEqual([
      idToken({ ...claims, jti: '0' }),
      idToken({ ...claims, jti: '1' }),
    ]);
  });

  test('calls STS once if only the ID token endpoint failed before', async () => {
    const IdToken = [unavailable, brokenBy('ECONNRESET'), ...tokens(1)];
    const { provider, transport } = assume({
      IdToken,
      AssumeRoleWithWebIdentity: [sessionReply()],
    });
    await expect(provider()).resolves.toMatchObject({ accessKeyId: session.AccessKeyId });
    expect(transport.of('IdToken')).toHaveLength(3);
    expect(transport.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });
});

describe('a role in a job without ID tokens', () => {
  test('fails without any request', async () => {
    const context = connectionContext({ github: { trigger: 'repository', idToken: undefined } });
    const transport = memoryTransport({});
    const provider = assumeRole({ role }, { ...context, region: 'us-west-2', transport });
    await expect(provider()).rejects.toMatchObject({ name: 'Failure', reason: 'no-credentials' });
    expect(transport.sent).toEqual([]);
    expect(context.masked).toEqual([]);
  });
});

describe('the ID token endpoint', () => {
  test('that gives no token fails the run for lack of credentials, without a call to STS', async () => {
    const { provider, transport } = assume({ IdToken: [{ status: 401, body: '' }] });
    await expect(provider()).rejects.toMatchObject({
      name: 'Failure',
      reason: 'no-credentials',
      message:
        "Could not get an ID token from GitHub: HTTP 401: GitHub's ID token endpoint gave no token",
      likely: expect.stringContaining("GitHub's token service"),
      next: expect.stringContaining('githubstatus.com'),
      cause: { result: { kind: 'rejected', httpStatus: 401 } },
    });
    expect(transport.sent).toHaveLength(1);
  });

  test('that fails for lack of a CA is reported with that cause, not with GitHub', async () => {
    const IdToken = [brokenBy('SELF_SIGNED_CERT_IN_CHAIN')];
    await expect(assume({ IdToken }).provider()).rejects.toMatchObject({
      reason: 'network-error',
      message: expect.stringContaining('Could not get an ID token from GitHub: SELF_SIGNED_CERT'),
      next: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  test('gets at most four requests while it fails', async () => {
    const { provider, transport } = assume({ IdToken: Array(9).fill(unavailable) });
    await expect(provider()).rejects.toMatchObject({ reason: 'no-credentials' });
    expect(transport.sent).toHaveLength(4);
  });

  test('is logged while it fails', async () => {
    const responses = { IdToken: [unavailable, ...tokens(1)], AssumeRoleWithWebIdentity: [failed] };
    const context = connectionContext();
    await assume(responses, context)
      .provider()
      .catch(() => {});
    expect(context.lines[0]).toBe(
      "HTTP 503: GitHub's ID token endpoint gave no token; retrying in 0.5 s",
    );
  });
});

describe('a session that STS does not renew', () => {
  const denied = stsError(403, 'AccessDenied', 'No more.');

  /** A provider whose session has so many seconds left by the clock of the run. */
  async function withLeft(seconds: number, renewals: readonly ScriptedResponse[] = [denied]) {
    const context = connectionContext({}, 7_200);
    const responses = {
      IdToken: tokens(9),
      AssumeRoleWithWebIdentity: [sessionReply(3_600), ...renewals],
    };
    const { provider, transport } = assume(responses, context);
    const { expiration } = await provider();
    const left = (expiration?.getTime() ?? 0) - context.clock.wallTime();
    await context.clock.sleep(left - seconds * 1000);
    const asked = () => transport.of('AssumeRoleWithWebIdentity').length - 1;
    return { provider, context, asked };
  }

  test('is used while it has more than a minute left', async () => {
    const { provider } = await withLeft(62);
    await expect(provider()).resolves.toMatchObject({ accessKeyId: session.AccessKeyId });
  });

  test('is used for half a minute before the next attempt, and the log says so once', async () => {
    const { provider, context, asked } = await withLeft(290, Array(3).fill(denied));
    await provider();
    await provider();
    expect(asked()).toBe(1);
    await context.clock.sleep(29_000);
    await provider();
    expect(asked()).toBe(1);
    await context.clock.sleep(1_000);
    await provider();
    expect(asked()).toBe(2);
    expect(context.lines.filter((line) => line.startsWith('session not renewed'))).toHaveLength(1);
    await expect(provider({ forceRefresh: true })).rejects.toMatchObject({ reason: 'oidc-denied' });
    expect(asked()).toBe(3);
  });

  test('is used at once while a renewal hangs', async () => {
    const { provider, context } = await withLeft(290, ['never']);
    await provider();
    const before = context.clock.now();
    await provider();
    expect(context.clock.now()).toBe(before);
  });

  test.each([60, 30, 1, 0])('is not used up to its last second (%d s left)', async (seconds) => {
    const { provider } = await withLeft(seconds);
    await expect(provider()).rejects.toMatchObject({ name: 'Failure', reason: 'oidc-denied' });
  });
});

describe('a role that STS does not grant', () => {
  test.each([
    [403, 'AccessDenied'],
    [403, 'IDPRejectedClaim'],
  ])('because of the token (%i %s) is requested once', async (status, code) => {
    const { failure, asked } = await refused(stsError(status, code, 'STS says so.'));
    expect(failure).toMatchObject({
      name: 'Failure',
      reason: 'oidc-denied',
      message: `Could not assume ${role.arn} with GitHub's ID token: ${code} (HTTP ${status}): STS says so. (request id req-1)`,
      lines: expect.arrayContaining([`  sub: ${claims.sub}`]),
    });
    expect(asked).toBe(1);
  });

  test.each([
    [400, 'ValidationError', 'request-rejected'],
    [403, 'RegionDisabledException', 'request-rejected'],
  ])('because of the request (%i %s) is reported without claims', async (status, code, reason) => {
    const { failure, asked } = await refused(stsError(status, code, 'STS says so.'));
    expect(failure).toMatchObject({
      name: 'Failure',
      reason,
      message: `Could not assume ${role.arn}: ${code} (HTTP ${status}): STS says so. (request id req-1)`,
      lines: [],
    });
    expect(asked).toBe(1);
  });

  test.each([
    ['fails', failed, 'service-error'],
    ['cannot be reached', brokenBy('ECONNREFUSED'), 'network-error'],
  ])('because it %s is requested four times, and then reported', async (_, response, reason) => {
    const { failure, asked } = await refused(...Array<ScriptedResponse>(9).fill(response));
    expect(failure).toMatchObject({
      name: 'Failure',
      reason,
      message: expect.stringContaining(`Could not assume ${role.arn}: `),
      cause: { name: 'CallError' },
    });
    expect(asked).toBe(4);
  });

  test.each([
    ['InvalidIdentityToken', 'No OpenIDConnect provider found.'],
    ['ExpiredTokenException', 'Token expired.'],
  ])('because of %s, which a new token may fix, is retried once', async (code, text) => {
    const invalid = stsError(400, code, text);
    const { failure, asked } = await refused(invalid, invalid, sessionReply());
    expect(failure).toMatchObject({ name: 'Failure', reason: 'oidc-denied' });
    expect(asked).toBe(2);
    expect(await refused(invalid, sessionReply())).toMatchObject({
      failure: { accessKeyId: session.AccessKeyId },
      asked: 2,
    });
  });

  test('because it throttles is requested until the deadline', async () => {
    const responses = { IdToken: tokens(30), AssumeRoleWithWebIdentity: Array(30).fill(throttled) };
    const context = connectionContext({}, 60);
    const { provider, transport } = assume(responses, context);
    await expect(provider()).rejects.toMatchObject({ name: 'Failure', reason: 'throttled' });
    expect(transport.of('AssumeRoleWithWebIdentity').length).toBeGreaterThan(4);
    expect(context.clock.now()).toBeLessThan(60_000);
  });

  test('because the run was cancelled fails with the cancellation', async () => {
    const controller = new AbortController();
    const context = connectionContext({ cancelled: controller.signal });
    const responses = { IdToken: tokens(1), AssumeRoleWithWebIdentity: ['never' as const] };
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGTERM)');
    const transport = memoryTransport(responses, (operation) => {
      if (operation === 'AssumeRoleWithWebIdentity') controller.abort(cancelled);
    });
    const assuming = assumeRole({ role }, { ...context, region: 'us-west-2', transport })();
    await expect(assuming).rejects.toBe(cancelled);
    expect(transport.of('IdToken')).toHaveLength(1);
  });

  test('because of a defect is reported as a defect', async () => {
    const mask = (secret: string) => {
      if (secret !== 'example-request-token') throw new TypeError('x is not a function');
    };
    const { provider } = assume({ IdToken: tokens(1) }, connectionContext({ mask }));
    await expect(provider()).rejects.toMatchObject({
      name: 'Failure',
      reason: 'internal-error',
      message: 'Unexpected: TypeError: x is not a function',
    });
  });
});
