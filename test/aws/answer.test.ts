import { describe, expect, test } from 'vitest';
import {
  CallError,
  canHeal,
  kindOfStatus,
  readSdkError,
  tooLate,
  tooLong,
  unanswered,
  unreadable,
} from '../../src/aws/answer.ts';
import { callErrors } from './call-errors.ts';

interface Thrown {
  readonly name?: string;
  readonly code?: string;
  readonly Code?: string;
  readonly httpStatus?: number;
  readonly requestId?: string;
  readonly message?: string;
  readonly clockSkewCorrected?: true;
}

/** An error as @aws-sdk/client-ec2 throws it: see the table of SDK behaviour in facts/testing.md. */
function sdkError({ name = 'Error', message = '', ...rest }: Thrown): Error {
  const { httpStatus, requestId, clockSkewCorrected, ...fields } = rest;
  const $metadata = {
    ...(httpStatus === undefined ? {} : { httpStatusCode: httpStatus }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(clockSkewCorrected ? { clockSkewCorrected } : {}),
  };
  return Object.assign(new Error(message), { name, $metadata, ...fields });
}

const answerOf = (thrown: unknown) => readSdkError(thrown).answer;

describe('what EC2 answered', () => {
  test.each([
    ['DryRunOperation', 412, 'permitted'],
    ['UnauthorizedOperation', 403, 'denied'],
    ['AccessDenied', 403, 'denied'],
    ['AuthFailure', 401, 'credentials'],
    ['RequestExpired', 400, 'credentials'],
    ['ExpiredToken', 400, 'credentials'],
    ['InvalidParameterValue', 400, 'rejected'],
    ['IncorrectState', 400, 'rejected'],
    ['RequestLimitExceeded', 503, 'throttled'],
    ['Throttling', 400, 'throttled'],
    ['InternalError', 500, 'ambiguous'],
    ['Unavailable', 503, 'ambiguous'],
    ['IDPCommunicationError', 400, 'unsent'],
  ])('with the code %s (HTTP %i) is %s', (name, httpStatus, kind) => {
    const thrown = sdkError({ name, httpStatus, requestId: 'req-1', message: 'AWS says so.' });
    expect(answerOf(thrown)).toEqual({
      kind,
      code: name,
      message: 'AWS says so.',
      httpStatus,
      requestId: 'req-1',
    });
  });

  test.each([
    ['InvalidByoipCidr.NotFound', 400, 'rejected'],
    ['SomethingNew', 409, 'rejected'],
    ['SomethingNew', 500, 'ambiguous'],
    ['SomethingNew', 503, 'ambiguous'],
    ['SomethingNew', 429, 'throttled'],
    ['constructor', 400, 'rejected'],
    ['toString', 500, 'ambiguous'],
  ])('with the unknown code %s is judged by its status %i: %s', (name, httpStatus, kind) => {
    expect(answerOf(sdkError({ name, httpStatus }))).toMatchObject({ kind, code: name });
  });

  test.each([
    ['Unknown', 502, 'HTTP 502', 'ambiguous'],
    ['Unknown', 403, 'HTTP 403', 'rejected'],
    ['Unknown', 302, 'HTTP 302', 'rejected'],
    ['Unknown', 300, 'HTTP 300', 'rejected'],
    ['Unknown', 412, 'Unreadable', 'ambiguous'],
    ['Error', 500, 'Unreadable', 'ambiguous'],
    ['SyntaxError', 404, 'Unreadable', 'ambiguous'],
    ['Error', 200, 'Unreadable', 'ambiguous'],
    ['SyntaxError', 200, 'Unreadable', 'ambiguous'],
    ['Unknown', 204, 'Unreadable', 'ambiguous'],
  ])('without a code (SDK name %s, status %i) is %s, %s', (name, httpStatus, code, kind) => {
    expect(answerOf(sdkError({ name, httpStatus }))).toMatchObject({ code, kind });
  });

  test("bears AWS's code where the SDK has renamed the error", () => {
    const thrown = sdkError({
      name: 'IDPCommunicationErrorException',
      Code: 'IDPCommunicationError',
      httpStatus: 400,
    });
    expect(answerOf(thrown)).toMatchObject({ code: 'IDPCommunicationError', kind: 'unsent' });
  });

  test('counts as not carried out where the SDK found the clock to be off', () => {
    const thrown = sdkError({ name: 'RequestExpired', httpStatus: 400, clockSkewCorrected: true });
    expect(answerOf(thrown)).toMatchObject({ code: 'RequestExpired', kind: 'unsent' });
  });

  test.each(['', 'Unknown'])('that says nothing (%j) is said to have no message', (message) => {
    expect(answerOf(sdkError({ name: 'Unknown', httpStatus: 502, message })).message).toBe(
      'no message',
    );
  });

  test("is shown without the SDK's advice on further lines", () => {
    const message = 'Unexpected token <\n  Deserialization error: to see the raw response ...';
    expect(answerOf(sdkError({ httpStatus: 200, message })).message).toBe('Unexpected token <');
  });
});

describe('what never answered', () => {
  test.each([
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].map(
      (code) => [code, 'unsent'] as const,
    ),
    ...[
      ...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID'],
      ...['SELF_SIGNED_CERT_IN_CHAIN', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ].map((code) => [code, 'rejected'] as const),
  ])('because of %s was never sent, and is %s', (code, kind) => {
    const thrown = sdkError({ code, message: `connect ${code}` });
    expect(answerOf(thrown)).toEqual({
      kind,
      code,
      message: `connect ${code}`,
      httpStatus: undefined,
      requestId: undefined,
    });
  });

  test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET'])(
    'because of %s may have been carried out',
    (code) => {
      expect(answerOf(sdkError({ code }))).toMatchObject({ kind: 'ambiguous', code });
    },
  );

  test('and has no system code bears the name of the error', () => {
    const thrown = sdkError({ name: 'TimeoutError', message: 'socket hang up' });
    expect(answerOf(thrown)).toMatchObject({ kind: 'ambiguous', code: 'TimeoutError' });
  });

  test('in time may have been carried out', () => {
    expect(unanswered('no answer within 15 s').answer).toEqual({
      kind: 'ambiguous',
      code: 'Timeout',
      message: 'no answer within 15 s',
      httpStatus: undefined,
      requestId: undefined,
    });
  });
});

test('an answer that cannot be what it claims proves nothing either way', () => {
  expect(unreadable('the answer has no byoipCidrSet', 'req-1').answer).toEqual({
    kind: 'ambiguous',
    code: 'Unreadable',
    message: 'the answer has no byoipCidrSet',
    httpStatus: 200,
    requestId: 'req-1',
  });
});

describe('what is thrown', () => {
  test('as a CallError stays what it is', () => {
    expect(readSdkError(callErrors.denied)).toBe(callErrors.denied);
  });

  test('is kept as the cause', () => {
    const thrown = sdkError({ name: 'InternalError', httpStatus: 500, message: 'x' });
    const error = readSdkError(thrown);
    expect(error).toBeInstanceOf(CallError);
    expect(error.cause).toBe(thrown);
    expect(error.message).toBe('InternalError: x');
  });

  test.each([
    ['a text', 'a text'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{ $metadata: { httpStatusCode: 400 } }, '[object Object]'],
  ])('as no Error at all is shown, and may have been carried out: %j', (thrown, message) => {
    expect(answerOf(thrown)).toMatchObject({ kind: 'ambiguous', code: 'Error', message });
  });

  test('with fields of other types than the SDK has is read all the same', () => {
    const thrown = Object.assign(new Error('odd'), { code: 7, Code: {}, $metadata: null });
    expect(answerOf(thrown)).toMatchObject({ kind: 'ambiguous', code: 'Error', message: 'odd' });
  });
});

describe('an HTTP status alone', () => {
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
    expect(canHeal(callErrors[kind])).toBe(true);
  });

  test.each(['denied', 'rejected', 'credentials'] as const)('cannot help after %s', (kind) => {
    expect(canHeal(callErrors[kind])).toBe(false);
  });
});

describe('an answer of any length', () => {
  test('is told as far as a person can use it', () => {
    const { answer } = readSdkError(
      sdkError({
        name: 'X'.repeat(1_000_000),
        httpStatus: 400,
        message: 'm'.repeat(1_000_000),
        requestId: 'r'.repeat(1_000_000),
      }),
    );
    expect(answer.code).toBe(`${'X'.repeat(200)}... (999800 more characters)`);
    expect(answer.message).toBe(`${'m'.repeat(12_000)}... (988000 more characters)`);
    expect(answer.requestId).toBe(`${'r'.repeat(200)}... (999800 more characters)`);
  });

  test('that can be used whole is told whole', () => {
    const message = `Encoded authorization failure message: ${'m'.repeat(10_240)}`;
    expect(answerOf(sdkError({ name: 'X', httpStatus: 403, message })).message).toBe(message);
  });

  test('without an end is ambiguous, and is not asked for again', () => {
    expect(tooLong(200).answer).toMatchObject({ kind: 'ambiguous', httpStatus: 200 });
    expect(canHeal(tooLong(200))).toBe(false);
    expect(canHeal(tooLong(503))).toBe(false);
  });

  test('that there was no time for was not sent', () => {
    expect(tooLate().answer).toMatchObject({ kind: 'unsent', httpStatus: undefined });
  });
});
