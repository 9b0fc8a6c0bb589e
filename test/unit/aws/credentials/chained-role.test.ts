import { describe, expect, test } from 'vitest';
import { assumeRole } from '../../../../src/aws/credentials/assume-role.ts';
import type { Role } from '../../../../src/domain/role.ts';
import { Failure } from '../../../../src/failure.ts';
import { connectionContext, role as plainRole } from '../../../fakes/connection-context.ts';
import {
  brokenBy,
  memoryTransport,
  type ScriptedResponse,
  type ScriptedResponses,
} from '../../../fakes/memory-transport.ts';
import {
  assumedReply,
  callerReply,
  idToken,
  session,
  sessionReply,
  stsError,
  tokenReply,
} from '../../../fakes/replies.ts';

const hub = 'arn:aws:iam::444455556666:role/hub';
const spoke = 'arn:aws:iam::444455556666:role/networks/spoke';
const member = plainRole.arn;
const role: Role = { ...plainRole, via: [hub] };

const keyOf = (nth: number) => ({ AccessKeyId: `ASIACHAINED00000000${nth}` });
const throttled = stsError(400, 'Throttling', 'Rate exceeded');
const failed = stsError(500, 'InternalFailure', 'An internal failure has occurred');
const denied = stsError(
  403,
  'AccessDenied',
  'User: x is not authorized to perform: sts:AssumeRole',
);

/** Credentials of the default chain that never change. */
const chain = async () => ({
  accessKeyId: 'AKIAEXAMPLEKEY000009',
  secretAccessKey: 'example-secret-of-an-earlier-step',
});

function assume(
  responses: ScriptedResponses,
  assumption: Partial<Parameters<typeof assumeRole>[0]> = {},
  context = connectionContext(),
) {
  const transport = memoryTransport({
    IdToken: Array.from({ length: 9 }, (_, nth) => tokenReply(idToken({ jti: `${nth}` }))),
    AssumeRoleWithWebIdentity: [sessionReply(), sessionReply(3_600, keyOf(8))],
    ...responses,
  });
  const own = { ...context, region: 'us-west-2', transport };
  return { provider: assumeRole({ role, ...assumption }, own), transport, context };
}

/** The failure of a chain whose AssumeRole gets these responses, and how often it was called. */
async function failureOf(
  answers: readonly ScriptedResponse[],
  assumption: Partial<Parameters<typeof assumeRole>[0]> = {},
  others: ScriptedResponses = {},
) {
  const { provider, transport } = assume({ AssumeRole: answers, ...others }, assumption);
  const failure = await provider().catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw new Error('the role was assumed');
  return { failure, calls: transport.of('AssumeRole').length };
}

/** The JSON of a failure's lines, by the title above it. */
function statements({ lines }: Failure): Readonly<Record<string, unknown>> {
  const titles = lines.filter((line) => !line.startsWith(' '));
  return Object.fromEntries(
    titles.map((title) => {
      const start = lines.indexOf(title) + 1;
      const end = lines.indexOf('  }', start) + 1;
      return [title, JSON.parse(lines.slice(start, end).join('\n'))];
    }),
  );
}

const signerOf = (headers: Readonly<Record<string, string>> = {}) =>
  /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1];

describe('a chain of roles', () => {
  test('assumes each with the session of the one before', async () => {
    const { provider, transport } = assume(
      { AssumeRole: [assumedReply(900, keyOf(1)), assumedReply(3_600, keyOf(2))] },
      { role: { ...role, via: [hub, spoke], externalId: 'network-7Q2' }, policy: '{}' },
    );
    await expect(provider()).resolves.toMatchObject({
      accessKeyId: keyOf(2).AccessKeyId,
      accountId: '111122223333',
    });
    const [first, second, third, ...others] = transport.sent.slice(1);
    expect(others).toEqual([]);
    expect(first?.form).toMatchObject({ RoleArn: hub, DurationSeconds: '900' });
    expect(second?.form).toEqual({
      ...{ RoleArn: spoke, RoleSessionName: 'byoasn-1234-1', DurationSeconds: '900' },
    });
    expect(third?.form).toEqual({
      ...{ RoleArn: member, RoleSessionName: 'byoasn-1234-1', DurationSeconds: '1800' },
      ...{ ExternalId: 'network-7Q2', Policy: '{}' },
    });
    expect(first?.form).not.toHaveProperty('Policy');
    expect([second, third].map((sent) => signerOf(sent?.headers))).toEqual([
      session.AccessKeyId,
      keyOf(1).AccessKeyId,
    ]);
    expect(third?.url).toBe('https://sts.us-west-2.amazonaws.com/');
  });

  test('starts with the default chain if it is given, and needs no ID token', async () => {
    const alone = { ...plainRole, source: 'default-chain' } as const;
    const { provider, transport } = assume(
      { AssumeRole: [assumedReply()] },
      { role: alone, chain },
    );
    await provider();
    expect(transport.sent.map(({ operation }) => operation)).toEqual(['AssumeRole']);
    expect(signerOf(transport.sent[0]?.headers)).toBe('AKIAEXAMPLEKEY000009');
  });

  test('has every secret of every session masked', async () => {
    const facts = { ...keyOf(1), SecretAccessKey: 'second-secret', SessionToken: 'second-token' };
    const { provider, context } = assume({ AssumeRole: [assumedReply(900, facts)] });
    await provider();
    expect(context.masked).toEqual([
      'example-request-token',
      idToken({ jti: '0' }),
      ...Object.values(session),
      ...Object.values(facts),
    ]);
  });

  test('is gone through again for each new session', async () => {
    const { provider, transport } = assume({
      AssumeRole: [assumedReply(900, keyOf(1)), assumedReply(900, keyOf(2))],
    });
    await provider();
    await expect(provider({ forceRefresh: true })).resolves.toMatchObject({
      accessKeyId: keyOf(2).AccessKeyId,
    });
    expect(transport.of('AssumeRole').map(({ headers }) => signerOf(headers))).toEqual([
      session.AccessKeyId,
      keyOf(8).AccessKeyId,
    ]);
  });
});

describe('a chained role', () => {
  test.each<[string, ScriptedResponse]>([
    ['throttled', throttled],
    ['failed', failed],
    ['answered without a session', assumedReply(900, { SessionToken: '' })],
    ['could not be reached', brokenBy('ECONNREFUSED')],
    ['hung up', brokenBy('ECONNRESET')],
  ])('is requested again if STS %s, and the role before is not', async (_, response) => {
    const { provider, transport } = assume({ AssumeRole: [response, assumedReply()] });
    await expect(provider()).resolves.toMatchObject({ accessKeyId: session.AccessKeyId });
    expect(transport.of('AssumeRole')).toHaveLength(2);
    expect(transport.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });

  test('whose caller has expired is retried once, with a new session of the previous role', async () => {
    const expired = stsError(403, 'ExpiredToken', 'It has expired.');
    const { provider, transport } = assume({ AssumeRole: [expired, assumedReply()] });
    await provider();
    expect(transport.of('AssumeRole').map(({ headers }) => signerOf(headers))).toEqual([
      session.AccessKeyId,
      keyOf(8).AccessKeyId,
    ]);
    const { failure, calls } = await failureOf([expired, expired, assumedReply()]);
    expect(failure).toMatchObject({
      reason: 'credentials-rejected',
      message: `Could not assume ${member} with the session of ${hub}: ExpiredToken (HTTP 403): It has expired. (request id req-1)`,
    });
    expect(calls).toBe(2);
  });

  test('whose caller has expired is not requested again if the chain has no other credentials', async () => {
    const expired = stsError(403, 'ExpiredToken', 'It has expired.');
    const alone = { ...plainRole, source: 'default-chain' } as const;
    const { failure, calls } = await failureOf([expired, assumedReply()], { role: alone, chain });
    expect(failure).toMatchObject({
      reason: 'credentials-rejected',
      message: expect.stringContaining(
        `Could not assume ${member} with the credentials of the default chain: ExpiredToken`,
      ),
    });
    expect(calls).toBe(1);
  });

  test.each([
    [400, 'ValidationError', 'request-rejected'],
    [400, 'PackedPolicyTooLarge', 'request-rejected'],
    [403, 'InvalidClientTokenId', 'credentials-rejected'],
    [403, 'RegionDisabledException', 'request-rejected'],
  ])('that STS rejects (%i %s) is named with its caller', async (status, code, reason) => {
    const { failure, calls } = await failureOf([stsError(status, code, 'STS says so.')]);
    expect(failure).toMatchObject({
      reason,
      message: `Could not assume ${member} with the session of ${hub}: ${code} (HTTP ${status}): STS says so. (request id req-1)`,
      lines: [],
    });
    expect(calls).toBe(1);
  });

  test('is not requested if the role before it is not granted', async () => {
    const { failure, calls } = await failureOf([], {}, { AssumeRoleWithWebIdentity: [denied] });
    expect(failure).toMatchObject({
      reason: 'oidc-denied',
      message: expect.stringContaining(`Could not assume ${hub} with GitHub's ID token`),
    });
    expect(calls).toBe(0);
  });

  test('is not requested any more when the run is cancelled', async () => {
    const controller = new AbortController();
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGTERM)');
    const context = connectionContext({ cancelled: controller.signal });
    const transport = memoryTransport(
      {
        IdToken: [tokenReply(idToken({}))],
        AssumeRoleWithWebIdentity: [sessionReply()],
        AssumeRole: ['never'],
      },
      (operation) => operation === 'AssumeRole' && controller.abort(cancelled),
    );
    const provider = assumeRole({ role }, { ...context, region: 'us-west-2', transport });
    await expect(provider()).rejects.toBe(cancelled);
  });

  test('with a defect is reported as a defect', async () => {
    const mask = (secret: string) => {
      if (secret === keyOf(1).AccessKeyId) throw new TypeError('x is not a function');
    };
    const responses = { AssumeRole: [assumedReply(900, keyOf(1))] };
    const { provider } = assume(responses, {}, connectionContext({ mask }));
    await expect(provider()).rejects.toMatchObject({ reason: 'internal-error' });
  });
});

describe('a chained role that is denied', () => {
  const identity = (Resource: string) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource });
  const trust = (AWS: string) => ({
    Effect: 'Allow',
    Principal: { AWS },
    Action: 'sts:AssumeRole',
  });

  test('is named with its caller, and has both policies to paste', async () => {
    const { failure, calls } = await failureOf([denied]);
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: `Could not assume ${member} with the session of ${hub}: AccessDenied (HTTP 403): User: x is not authorized to perform: sts:AssumeRole (request id req-1)`,
      likely: expect.stringContaining('or requires an external ID (role-external-id)'),
      next: expect.stringMatching(/each in its own account\.$/),
    });
    expect(statements(failure)).toEqual({
      [`Statement for the policy of ${hub}:`]: identity(member),
      [`Statement for the trust policy of ${member}:`]: trust(hub),
    });
    expect(calls).toBe(1);
  });

  test('in the middle of the chain is the one that is named', async () => {
    const long = { ...role, via: [hub, spoke] };
    const { failure } = await failureOf([denied], { role: long });
    expect(failure.message).toContain(`Could not assume ${spoke} with the session of ${hub}: `);
    expect(Object.keys(statements(failure))).toEqual([
      `Statement for the policy of ${hub}:`,
      `Statement for the trust policy of ${spoke}:`,
    ]);
  });

  test('with an external ID has it in the trust policy', async () => {
    const { failure } = await failureOf([denied], {
      role: { ...role, externalId: 'network-7Q2' },
    });
    expect(statements(failure)).toMatchObject({
      [`Statement for the trust policy of ${member}:`]: {
        ...trust(hub),
        Condition: { StringEquals: { 'sts:ExternalId': 'network-7Q2' } },
      },
    });
    expect(failure.likely).toContain('requires another external ID');
  });

  const alone = { role: { ...plainRole, source: 'default-chain' }, chain } as const;

  test.each([
    [
      'the role of a session',
      'arn:aws-cn:sts::444455556666:assumed-role/runner/i-0123456789abcdef0',
      'arn:aws-cn:iam::444455556666:role/runner',
    ],
    ['a user', 'arn:aws:iam::444455556666:user/ci', 'arn:aws:iam::444455556666:user/ci'],
  ])('to the default chain names %s that STS says it is', async (_, arn, principal) => {
    const GetCallerIdentity = [callerReply('444455556666', arn)];
    const { failure } = await failureOf([denied], alone, { GetCallerIdentity });
    expect(failure.message).toContain('with the credentials of the default chain: AccessDenied');
    expect(failure.next.includes('has a path')).toBe(arn !== principal);
    expect(statements(failure)).toEqual({
      [`Statement for the policy of ${principal}:`]: identity(member),
      [`Statement for the trust policy of ${member}:`]: trust(principal),
    });
  });

  test('to the root user has no policy, because none would help', async () => {
    const arn = 'arn:aws:iam::444455556666:root';
    const GetCallerIdentity = [callerReply('444455556666', arn)];
    const { failure } = await failureOf([denied], alone, { GetCallerIdentity });
    expect(failure).toMatchObject({
      reason: 'access-denied',
      likely: `The credentials are those of the root user (${arn}), which cannot assume roles.`,
      next: expect.stringContaining('Use the credentials of an IAM role or user'),
      lines: [],
    });
  });

  test.each([
    ['does not name', denied],
    ['names by what is no ARN', callerReply('444455556666', 'arn:aws:iam::*"},{"')],
  ])('to a caller that STS %s has only the policy of the caller', async (_, reply) => {
    const { failure } = await failureOf([denied], alone, { GetCallerIdentity: [reply] });
    expect(failure.reason).toBe('access-denied');
    expect(statements(failure)).toEqual({
      'Statement for the policy of the caller:': identity(member),
    });
  });
});
