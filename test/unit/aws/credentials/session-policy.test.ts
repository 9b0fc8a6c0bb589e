import { describe, expect, test } from 'vitest';
import { nameSessionPolicy } from '../../../../src/aws/credentials/session-policy.ts';
import { CallError, type CallResult } from '../../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../../src/aws/errors/to-failure.ts';

const text = (policy: string) =>
  `You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/byoasn-apply/run is not authorized to perform: ec2:DescribeByoipCidrs ${policy}`;

const errorOf = (message: string, kind: CallResult['kind'] = 'denied') =>
  new CallError({ kind, code: 'UnauthorizedOperation', message, httpStatus: 403 });

const named = (error: unknown, owner: 'own' | 'given' = 'own') =>
  nameSessionPolicy(Promise.reject(error), owner).catch((thrown: unknown) => thrown);

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
])('another error stays as it is: %s', async (error) => {
  expect(await named(error)).toBe(error);
});

test('a result stays as it is', async () => {
  await expect(nameSessionPolicy(Promise.resolve(7), 'own')).resolves.toBe(7);
});
