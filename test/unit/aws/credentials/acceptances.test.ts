import { describe, expect, test } from 'vitest';
import { type Acceptances, openAcceptances } from '../../../../src/aws/credentials/acceptances.ts';
import { CallError, type CallResult } from '../../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../../src/aws/errors/to-failure.ts';
import { callErrors } from '../../../fakes/call-errors.ts';

const [west, south] = ['EC2 in us-west-2', 'EC2 in af-south-1'];

/** The watch of a service by a connection that uses a key. */
function watching(
  acceptances: Acceptances,
  accessKeyId: string,
  service: string,
  owner: 'own' | 'given' = 'given',
) {
  const keys = acceptances(owner);
  keys.use(accessKeyId);
  return keys.watch(service);
}

const rejection = (code: string) =>
  new CallError({
    kind: 'credentials',
    code,
    message: 'not able to validate',
    httpStatus: 401,
    requestId: undefined,
  });

/** The explanation of a call that af-south-1 rejects, after acceptances by key and Region. */
async function explained(
  code: string,
  accepted: readonly (readonly [key: string, place: string])[],
) {
  const acceptances = openAcceptances();
  for (const [key, region] of accepted) {
    await watching(acceptances, key, region)(Promise.resolve());
  }
  const call = watching(acceptances, 'AKIA1', south)(Promise.reject(rejection(code)));
  const error = await call.catch((thrown: unknown) => thrown);
  return error instanceof CallError ? toFailure('read', error) : undefined;
}

const codes = ['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException'];

describe.each(codes)('a key that a Region rejects with %s', (code) => {
  test('is probably valid if another Region accepted it, so the Region is the likely cause', async () => {
    const failure = await explained(code, [['AKIA1', west]]);
    expect(failure).toMatchObject({
      reason: 'credentials-rejected',
      likely: expect.stringMatching(
        /^EC2 in us-west-2 accepted the same credentials in this run, so they are right\. The Region is an opt-in Region/,
      ),
      next: expect.stringMatching(/^Correct aws-region, or enable the Region/),
    });
  });

  test.each([
    ['no Region has accepted it', []],
    ['only another key was accepted', [['AKIA2', west]]],
    [
      'the same Region has accepted it before',
      [
        ['AKIA1', west],
        ['AKIA1', south],
      ],
    ],
  ] as const)('is likely wrong where %s, and the Region comes after', async (_, accepted) => {
    const failure = await explained(code, accepted);
    expect(failure?.likely).toMatch(/^The access key or the session token is wrong.*opt-in Region/);
    expect(failure?.next).toMatch(/^Renew the credentials\..*aws-region/);
  });
});

test.each(['ExpiredToken', 'SignatureDoesNotMatch'])(
  '%s explains itself, wherever the key was accepted',
  async (code) => {
    const failure = await explained(code, [['AKIA1', west]]);
    expect(failure?.likely).not.toContain('Region');
  },
);

describe('a key that STS issued', () => {
  test('is accepted by STS', async () => {
    const acceptances = openAcceptances();
    const keys = acceptances('own');
    keys.use('ASIA1');
    keys.accept('STS in af-south-1');
    const call = watching(acceptances, 'ASIA1', south)(Promise.reject(rejection('AuthFailure')));
    await expect(call).rejects.toMatchObject({ result: { acceptedBy: 'STS in af-south-1' } });
  });
});

test.each([callErrors.denied, callErrors.throttled, new TypeError('x')])(
  'an error of another kind is not changed: $message',
  async (error) => {
    const acceptances = openAcceptances();
    const keys = acceptances('given');
    keys.use('AKIA1');
    keys.accept(west);
    const call = watching(acceptances, 'AKIA1', south)(Promise.reject(error));
    await expect(call).rejects.toBe(error);
  },
);

const text = (policy: string) =>
  `You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/byoasn-apply/run is not authorized to perform: ec2:DescribeByoipCidrs ${policy}`;

const errorOf = (message: string, kind: CallResult['kind'] = 'denied') =>
  new CallError({ kind, code: 'UnauthorizedOperation', message, httpStatus: 403 });

const named = (error: unknown, owner: 'own' | 'given' = 'own') =>
  watching(
    openAcceptances(),
    'AKIA1',
    west,
    owner,
  )(Promise.reject(error)).catch((thrown: unknown) => thrown);

describe('a call that a session policy denies', () => {
  test.each([
    'because no session policy allows the ec2:DescribeByoipCidrs action',
    'with an explicit deny in a session policy',
  ])('is known by the words of AWS: %s', async (words) => {
    const error = await named(errorOf(text(words)));
    expect(error).toMatchObject({ result: { sessionPolicy: 'own', message: text(words) } });
  });

  test.each([
    ['own', /^The session policy with which this run limits its role/, /session-policy: false/],
    ['given', /inline-session-policy/, /Allow the call in that session policy/],
  ] as const)(
    'says whose policy it is, and not to extend the role (%s)',
    async (owner, likely, next) => {
      const error = await named(errorOf(text('because no session policy allows it')), owner);
      if (!(error instanceof CallError)) throw new Error('not a CallError');
      expect(toFailure('read', error, { lines: ['Smallest policy for the role'] })).toMatchObject({
        reason: 'access-denied',
        likely: expect.stringMatching(likely),
        next: expect.stringMatching(next),
        lines: [],
      });
    },
  );
});

test.each([
  errorOf(text('because no identity-based policy allows the ec2:DescribeByoipCidrs action')),
  errorOf('because no session policy allows it', 'rejected'),
  new TypeError('because no session policy allows it'),
])('another error is not changed: %s', async (error) => {
  expect(await named(error)).toBe(error);
});

test('a permitted DryRun proves that the service accepted the key', async () => {
  const acceptances = openAcceptances();
  const permitted = errorOf('', 'permitted');
  const dryRun = watching(acceptances, 'AKIA1', west)(Promise.reject(permitted));
  await expect(dryRun).rejects.toBe(permitted);
  const call = watching(acceptances, 'AKIA1', south)(Promise.reject(rejection('AuthFailure')));
  await expect(call).rejects.toMatchObject({ result: { acceptedBy: west } });
});

test('a response that proves nothing does not count', async () => {
  const acceptances = openAcceptances();
  await watching(acceptances, 'AKIA1', west)(Promise.resolve(), () => false);
  const rejected = rejection('AuthFailure');
  const call = watching(acceptances, 'AKIA1', south)(Promise.reject(rejected));
  await expect(call).rejects.toBe(rejected);
});

test('a result is not changed', async () => {
  const watch = watching(openAcceptances(), 'AKIA1', west);
  await expect(watch(Promise.resolve(7))).resolves.toBe(7);
});
