import { describe, expect, test } from 'vitest';
import { CallError, describeResult, ownError } from '../../../../src/aws/errors/call-error.ts';
import { awsCodes, type ResultKind } from '../../../../src/aws/errors/error-codes.ts';
import { toFailure, withFailureContext } from '../../../../src/aws/errors/to-failure.ts';
import { Failure } from '../../../../src/failure.ts';
import { reasons } from '../../../../src/reasons.ts';
import { callErrors } from '../../../fakes/call-errors.ts';

const call = (kind: ResultKind, httpStatus: number | undefined, code = 'SomethingNew') =>
  new CallError({ kind, code, message: 'It says so.', httpStatus, requestId: undefined });

describe('a response in one line', () => {
  test.each([
    [
      callErrors.denied,
      'UnauthorizedOperation (HTTP 403): You are not authorized. (request id req-UnauthorizedOperation)',
    ],
    [callErrors.unsent, 'ECONNREFUSED: connect ECONNREFUSED'],
    [call('ambiguous', 502, 'HTTP 502'), 'HTTP 502: It says so.'],
    [call('ambiguous', 200, 'Unreadable'), 'Unreadable (HTTP 200): It says so.'],
  ])('has all parts that exist: $message', (error, text) => {
    expect(describeResult(error.result)).toBe(text);
  });
});

describe('the failure of a call', () => {
  test.each<[ResultKind, number | undefined, string]>([
    ['denied', 403, 'access-denied'],
    ['credentials', 401, 'credentials-rejected'],
    ['throttled', 503, 'throttled'],
    ['unsent', undefined, 'network-error'],
    ['unsent', 400, 'service-error'],
    ['ambiguous', undefined, 'network-error'],
    ['ambiguous', 500, 'service-error'],
    ['permitted', 412, 'request-rejected'],
    ['rejected', 400, 'request-rejected'],
    ['rejected', undefined, 'network-error'],
    ['credentials', undefined, 'credentials-rejected'],
    ['invalid', undefined, 'invalid-input'],
    ['intercepted', 403, 'network-error'],
  ])('that was %s (HTTP %s) has the reason %s', (kind, httpStatus, reason) => {
    expect(toFailure('do it', call(kind, httpStatus)).reason).toBe(reason);
  });

  test('that was not sent for lack of time has the deadline as its reason, not the network', () => {
    expect(
      toFailure(
        'read the CIDRs',
        ownError('TooLate', 'the deadline left no time for a response, so it was not sent'),
      ),
    ).toMatchObject({
      reason: 'wait-timeout',
      message:
        'Could not read the CIDRs: TooLate: the deadline left no time for a response, so it was not sent',
      likely: 'The deadline of wait-timeout-seconds left no time for the call.',
      next: expect.stringContaining('longer wait-timeout-seconds'),
    });
  });

  test('names the action and the response', () => {
    const failure = toFailure('read the CIDRs', callErrors.rejected);
    expect(failure.message).toBe(
      `Could not read the CIDRs: ${describeResult(callErrors.rejected.result)}`,
    );
    expect(failure.cause).toBe(callErrors.rejected);
  });

  test('has the likely cause and the next step of a known code', () => {
    const known = awsCodes.get('OptInRequired');
    const failure = toFailure('do it', call('rejected', 400, 'OptInRequired'));
    expect(failure).toMatchObject({ likely: known?.cause, next: known?.next });
  });

  test('has the next step of its reason if the code has none', () => {
    const failure = toFailure('do it', call('denied', 403, 'AccessDenied'));
    expect(failure).toMatchObject({
      likely: awsCodes.get('AccessDenied')?.cause,
      next: reasons['access-denied'].next,
    });
  });

  test.each(['SomethingNew', 'toString'])('guesses nothing about the code %s', (code) => {
    const failure = toFailure('do it', call('rejected', 400, code));
    expect(failure.likely).toBeUndefined();
    expect(failure.next).toBe(reasons['request-rejected'].next);
  });

  test('has the details that the caller adds', () => {
    const details = {
      reason: 'not-permitted',
      likely: 'This.',
      next: 'That.',
      lines: ['x'],
    } as const;
    expect(toFailure('do it', callErrors.denied, details)).toMatchObject(details);
  });
});

describe('a call with a failure context', () => {
  test('returns its result', async () => {
    await expect(withFailureContext('do it', Promise.resolve(7))).resolves.toBe(7);
  });

  test('fails with the Failure of the call, with details for its result', async () => {
    const work = withFailureContext('do it', Promise.reject(callErrors.denied), ({ kind }) => ({
      lines: [kind],
    }));
    await expect(work).rejects.toMatchObject({
      reason: 'access-denied',
      message: expect.stringMatching(/^Could not do it: UnauthorizedOperation /),
      lines: ['denied'],
    });
  });

  test.each([new Failure('cancelled', 'The run was cancelled'), new TypeError('x')])(
    'rethrows an error that is not a response: $name',
    async (error) => {
      await expect(withFailureContext('do it', Promise.reject(error))).rejects.toBe(error);
    },
  );
});
