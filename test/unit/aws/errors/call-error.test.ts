import { describe, expect, test } from 'vitest';
import {
  CallError,
  intercepted,
  isClockRefusal,
  isRetryable,
  kindOfStatus,
  mayBeCarriedOut,
  ownError,
  unreadableError,
} from '../../../../src/aws/errors/call-error.ts';
import { callErrors } from '../../../fakes/call-errors.ts';

test.each([
  ['Timeout', 'ambiguous'],
  ['TooLate', 'unsent'],
  ['TooLong', 'ambiguous'],
  ['Unreadable', 'ambiguous'],
  ['Intercepted', 'intercepted'],
  ['ProxyRefused', 'rejected'],
  ['ProxyFailed', 'unsent'],
  ['SomethingNew', 'ambiguous'],
])('an error that does not come from AWS is of the kind of its code (%s)', (code, kind) => {
  const cause = new Error('aborted');
  const error = ownError(code, 'no response', { httpStatus: 200, cause });
  expect(error.cause).toBe(cause);
  expect(error.result).toEqual({
    kind,
    code,
    message: 'no response',
    httpStatus: 200,
    requestId: undefined,
  });
});

test('an implausible response proves nothing either way', () => {
  expect(unreadableError('the response has no byoipCidrSet', 'req-1').result).toEqual({
    kind: 'ambiguous',
    code: 'Unreadable',
    message: 'the response has no byoipCidrSet',
    httpStatus: 200,
    requestId: 'req-1',
  });
});

describe('a response that does not come from the service', () => {
  const page = (statusCode: number) => ({
    statusCode,
    headers: { server: 'squid' },
    text: '<html><title>No entry</title></html>',
    host: 'ec2.us-west-2.amazonaws.com',
  });

  test.each([200, 302, 403, 404, 407, 499])(
    'is final with HTTP %i, and reports its text',
    (status) => {
      expect(intercepted(page(status)).result).toEqual({
        kind: 'intercepted',
        code: 'Intercepted',
        message:
          'this is not a response from ec2.us-west-2.amazonaws.com; it says "No entry" (server: squid)',
        httpStatus: status,
        requestId: undefined,
      });
    },
  );

  test.each([408, 429, 500, 502, 504, 599])(
    'is ambiguous with HTTP %i, because something on the way failed',
    (status) => {
      expect(intercepted(page(status)).result).toMatchObject({
        kind: 'ambiguous',
        code: `HTTP ${status}`,
        message: 'the response says "No entry" (server: squid)',
        httpStatus: status,
      });
    },
  );
});

describe('an HTTP status without a code', () => {
  test.each([
    [200, 'ambiguous'],
    [299, 'ambiguous'],
    [300, 'rejected'],
    [307, 'rejected'],
    [400, 'rejected'],
    [403, 'rejected'],
    [428, 'rejected'],
    [429, 'throttled'],
    [408, 'ambiguous'],
    [430, 'rejected'],
    [499, 'rejected'],
    [500, 'ambiguous'],
    [503, 'ambiguous'],
  ])('of %i is %s', (status, kind) => {
    expect(kindOfStatus(status)).toBe(kind);
  });
});

describe('another attempt', () => {
  test.each(['throttled', 'unsent', 'ambiguous'] as const)('can help after %s', (kind) => {
    expect(isRetryable(callErrors[kind])).toBe(true);
  });

  test.each(['denied', 'rejected', 'credentials', 'intercepted', 'invalid'] as const)(
    'cannot help after %s',
    (kind) => {
      expect(isRetryable(callErrors[kind])).toBe(false);
    },
  );
});

describe('the response to an associate call', () => {
  test.each([
    ['ambiguous', true],
    ['intercepted', true],
    ['permitted', true],
    ['denied', false],
    ['credentials', false],
    ['rejected', false],
    ['invalid', false],
    ['throttled', false],
    ['unsent', false],
  ] as const)('leaves open whether it was carried out where it is %s: %s', (kind, doubt) => {
    const facts = { code: 'x', message: '', httpStatus: undefined, requestId: undefined };
    expect(mayBeCarriedOut(new CallError({ kind, ...facts }))).toBe(doubt);
  });
});

describe('a signature', () => {
  const refusal = (code: string, kind: 'credentials' | 'denied', clockCorrected?: true) =>
    new CallError({
      ...{ kind, code, message: '', httpStatus: 400, requestId: undefined },
      ...(clockCorrected ? { clockCorrected } : {}),
    });

  test.each([
    'AuthFailure',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'RequestTimeTooSkewed',
    'RequestInTheFuture',
    'InvalidSignatureException',
  ])('that AWS rejects with %s may be fixed by a clock correction', (code) => {
    expect(isClockRefusal(refusal(code, 'credentials', true))).toBe(true);
    expect(isClockRefusal(refusal(code, 'credentials'))).toBe(false);
  });

  test.each([
    ['ExpiredToken', 'credentials'],
    ['InvalidClientTokenId', 'credentials'],
    ['UnauthorizedOperation', 'denied'],
    ['RequestExpired', 'denied'],
  ] as const)('is not why AWS rejects with %s as %s, whatever the clock', (code, kind) => {
    expect(isClockRefusal(refusal(code, kind, true))).toBe(false);
  });
});

describe('a response of any length', () => {
  test('is reported up to a readable length', () => {
    const { result: answer } = new CallError({
      kind: 'rejected',
      code: 'X'.repeat(1_000_000),
      httpStatus: 400,
      message: 'm'.repeat(1_000_000),
      requestId: 'r'.repeat(1_000_000),
    });
    expect(answer.code).toBe(`${'X'.repeat(200)}... (999800 more characters)`);
    expect(answer.message).toBe(`${'m'.repeat(12_000)}... (988000 more characters)`);
    expect(answer.requestId).toBe(`${'r'.repeat(200)}... (999800 more characters)`);
  });

  test('that is short enough is reported in full', () => {
    const message = `Encoded authorization failure message: ${'m'.repeat(10_240)}`;
    const facts = { kind: 'denied', code: 'X', httpStatus: 403, requestId: undefined } as const;
    expect(new CallError({ ...facts, message }).result.message).toBe(message);
  });

  test('without an end is not requested again', () => {
    expect(isRetryable(ownError('TooLong', 'cut off', { httpStatus: 200 }))).toBe(false);
    expect(isRetryable(ownError('TooLong', 'cut off', { httpStatus: 503 }))).toBe(false);
  });
});
