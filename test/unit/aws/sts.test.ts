import { describe, expect, test } from 'vitest';
import { callOnce } from '../../../src/aws/call.ts';
import { type Sts, stsCalls } from '../../../src/aws/sts.ts';
import { Failure } from '../../../src/failure.ts';
import { connectionContext, role } from '../../fakes/connection-context.ts';
import { brokenBy, memoryTransport, type ScriptedResponses } from '../../fakes/memory-transport.ts';
import {
  assumedReply,
  callerReply,
  requestId,
  session,
  sessionReply,
  stsError,
  stsReply,
} from '../../fakes/replies.ts';

const { signal } = new AbortController();

const credentials = {
  accessKeyId: 'ASIAEXAMPLEKEY000002',
  secretAccessKey: 'example-secret',
  sessionToken: 'example-token',
};

function callsWith(responses: ScriptedResponses, region = 'us-west-2') {
  const transport = memoryTransport(responses);
  const context = connectionContext();
  return { sts: stsCalls({ ...context, region, transport }, credentials), transport };
}

describe('a session of a role', () => {
  test('is requested with only the ID token as proof', async () => {
    const { sts, transport } = callsWith({ AssumeRoleWithWebIdentity: [sessionReply()] });
    await sts.assumeRoleWithWebIdentity('example.jwt', role, signal);
    const [sent] = transport.sent;
    expect(sent).toMatchObject({ method: 'POST', url: 'https://sts.us-west-2.amazonaws.com/' });
    expect(sent?.form).toEqual({
      RoleArn: 'arn:aws:iam::111122223333:role/byoasn-apply',
      RoleSessionName: 'byoasn-1234-1',
      DurationSeconds: '1800',
      WebIdentityToken: 'example.jwt',
    });
    expect(sent?.headers).not.toHaveProperty('authorization');
  });

  test('is requested in the Region, also in another partition', async () => {
    const responses = { AssumeRoleWithWebIdentity: [sessionReply()] };
    const { sts, transport } = callsWith(responses, 'cn-north-1');
    await sts.assumeRoleWithWebIdentity('example.jwt', role, signal);
    expect(transport.sent[0]?.url).toBe('https://sts.cn-north-1.amazonaws.com.cn/');
  });

  test('has its keys, its expiration and the account of the role', async () => {
    const Expiration = '2026-11-23T08:00:00Z';
    const responses = { AssumeRoleWithWebIdentity: [sessionReply(0, { Expiration })] };
    const got = await callsWith(responses).sts.assumeRoleWithWebIdentity(
      'example.jwt',
      role,
      signal,
    );
    expect(got).toEqual({
      accessKeyId: session.AccessKeyId,
      secretAccessKey: session.SecretAccessKey,
      sessionToken: session.SessionToken,
      expiration: new Date(Expiration),
      accountId: '111122223333',
    });
  });

  test.each(['AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'])(
    'without its %s does not count, and proves nothing',
    async (field) => {
      const responses = { AssumeRoleWithWebIdentity: [sessionReply(0, { [field]: '' })] };
      const assuming = callsWith(responses).sts.assumeRoleWithWebIdentity(
        'example.jwt',
        role,
        signal,
      );
      await expect(assuming).rejects.toMatchObject({
        result: {
          kind: 'ambiguous',
          code: 'Unreadable',
          message: 'the response has no credentials',
        },
      });
    },
  );

  test('is not read from an empty response', async () => {
    const responses = { AssumeRoleWithWebIdentity: [stsReply('AssumeRoleWithWebIdentity', [])] };
    const assuming = callsWith(responses).sts.assumeRoleWithWebIdentity(
      'example.jwt',
      role,
      signal,
    );
    await expect(assuming).rejects.toMatchObject({ result: { code: 'Unreadable' } });
  });

  test.each([
    [403, 'AccessDenied', 'denied'],
    [400, 'InvalidIdentityToken', 'denied'],
    [403, 'IDPRejectedClaim', 'denied'],
    [400, 'ExpiredTokenException', 'credentials'],
    [400, 'IDPCommunicationError', 'unsent'],
    [400, 'ValidationError', 'rejected'],
    [403, 'RegionDisabledException', 'rejected'],
    [400, 'Throttling', 'throttled'],
    [500, 'InternalFailure', 'ambiguous'],
  ])(
    "that STS rejects (%i %s) is %s, with STS's text and request ID",
    async (status, code, kind) => {
      const responses = { AssumeRoleWithWebIdentity: [stsError(status, code, 'STS says so.')] };
      const { sts, transport } = callsWith(responses);
      await expect(
        sts.assumeRoleWithWebIdentity('example.jwt', role, signal),
      ).rejects.toMatchObject({
        result: { kind, code, message: 'STS says so.', httpStatus: status, requestId },
      });
      expect(transport.sent).toHaveLength(1);
    },
  );
});

describe('a session of a chained role', () => {
  const hop = { ...role, externalId: 'network-7Q2', policy: '{}' };

  test('is requested with the credentials of the caller', async () => {
    const { sts, transport } = callsWith({ AssumeRole: [assumedReply()] });
    await expect(sts.assumeRole(hop, signal)).resolves.toMatchObject({
      accessKeyId: session.AccessKeyId,
      accountId: '111122223333',
    });
    const [sent] = transport.sent;
    expect(sent?.form).toEqual({
      RoleArn: 'arn:aws:iam::111122223333:role/byoasn-apply',
      RoleSessionName: 'byoasn-1234-1',
      DurationSeconds: '1800',
      Policy: '{}',
      ExternalId: 'network-7Q2',
    });
    expect(sent?.headers.authorization).toContain('Credential=ASIAEXAMPLEKEY000002/');
  });

  test('is not read from a response without credentials', async () => {
    const responses = { AssumeRole: [stsReply('AssumeRole', [])] };
    await expect(callsWith(responses).sts.assumeRole(hop, signal)).rejects.toMatchObject({
      result: { kind: 'ambiguous', code: 'Unreadable' },
    });
  });
});

test('the ARN of the caller is empty if STS leaves it out', async () => {
  const { sts } = callsWith({ GetCallerIdentity: [callerReply('444455556666')] });
  await expect(sts.getCallerArn(signal)).resolves.toBe('');
});

describe('the account of the credentials', () => {
  test('comes from STS, in response to a request signed for the Region', async () => {
    const { sts, transport } = callsWith({ GetCallerIdentity: [callerReply('444455556666')] });
    await expect(sts.getCallerAccountId(signal)).resolves.toBe('444455556666');
    expect(transport.sent).toMatchObject([
      {
        operation: 'GetCallerIdentity',
        method: 'POST',
        url: 'https://sts.us-west-2.amazonaws.com/',
        headers: {
          authorization: expect.stringMatching(
            /Credential=ASIAEXAMPLEKEY000002\/\d{8}\/us-west-2\/sts\/aws4_request/,
          ),
          'x-amz-security-token': 'example-token',
        },
      },
    ]);
  });

  test.each(['11112222333', '1111222233334', 'x11112222333'])(
    'is not read from a response with an invalid one: %s',
    async (text) => {
      const responses = { GetCallerIdentity: [callerReply(text)] };
      await expect(callsWith(responses).sts.getCallerAccountId(signal)).rejects.toMatchObject({
        result: { code: 'Unreadable' },
      });
    },
  );

  test('is not read from a response without one', async () => {
    const responses = { GetCallerIdentity: [stsReply('GetCallerIdentity', [])] };
    await expect(callsWith(responses).sts.getCallerAccountId(signal)).rejects.toMatchObject({
      result: { kind: 'ambiguous', code: 'Unreadable', message: 'the response has no account' },
    });
  });

  test.each([
    ['refused', stsError(403, 'InvalidClientTokenId', 'Invalid.'), 'credentials'],
    ['not sent', brokenBy('EAI_AGAIN'), 'unsent'],
    ['lost', brokenBy('ECONNRESET'), 'ambiguous'],
  ])('is requested once if the call is %s', async (_, response, kind) => {
    const { sts, transport } = callsWith({ GetCallerIdentity: [response] });
    await expect(sts.getCallerAccountId(signal)).rejects.toMatchObject({ result: { kind } });
    expect(transport.sent).toHaveLength(1);
  });
});

test.each([
  [
    'AssumeRoleWithWebIdentity',
    (sts: Sts, signal: AbortSignal) => sts.assumeRoleWithWebIdentity('example.jwt', role, signal),
  ],
  ['AssumeRole', (sts: Sts, signal: AbortSignal) => sts.assumeRole(role, signal)],
  ['GetCallerIdentity', (sts: Sts, signal: AbortSignal) => sts.getCallerAccountId(signal)],
] as const)('%s is aborted when the run is cancelled', async (operation, send) => {
  const controller = new AbortController();
  const context = connectionContext({ cancelled: controller.signal });
  const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
  const transport = memoryTransport({ [operation]: ['never'] }, () => controller.abort(cancelled));
  const sts = stsCalls({ ...context, region: 'us-west-2', transport }, credentials);
  await expect(callOnce<unknown>((signal) => send(sts, signal), context)).rejects.toBe(cancelled);
  await expect.poll(() => transport.aborted).toEqual([operation]);
});
