import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call, throttleDelay } from '../../../src/aws/call.ts';
import { CallError, ownError } from '../../../src/aws/errors/call-error.ts';
import { Failure } from '../../../src/failure.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { virtualContext } from '../../fakes/retry-context.ts';

const { throttled, unsent, ambiguous, denied, rejected, credentials } = callErrors;

/** A call that fails with these errors, in order, and then succeeds. */
function scripted(...errors: readonly Error[]) {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error) throw error;
    return 'read';
  };
}

const tooLate = ownError('TooLate', 'the deadline left no time for a response, so it was not sent');

const times = (count: number, error: CallError) => Array<CallError>(count).fill(error);

describe('a call that reads', () => {
  test('is made once if it succeeds', async () => {
    const context = virtualContext();
    await expect(call(scripted(), context)).resolves.toBe('read');
    expect(context.clock.now()).toBe(0);
    expect(context.lines).toEqual([]);
  });

  test.each([
    ['not sent', unsent],
    ['lost', ambiguous],
  ])('is %s three times and succeeds the fourth, after 3.5 s', async (_, error) => {
    const context = virtualContext();
    await expect(call(scripted(...times(3, error)), context)).resolves.toBe('read');
    expect(context.clock.now()).toBe(500 + 1000 + 2000);
  });

  test.each([
    ['not sent', unsent],
    ['lost', ambiguous],
  ])('that is %s four times is given up', async (_, error) => {
    await expect(call(scripted(...times(4, error)), virtualContext())).rejects.toBe(error);
  });

  test('fails with the last of its errors', async () => {
    const calls = scripted(unsent, ambiguous, unsent, ambiguous);
    await expect(call(calls, virtualContext())).rejects.toBe(ambiguous);
  });

  test('that is throttled is repeated more often', async () => {
    const context = virtualContext(900);
    await expect(call(scripted(...times(30, throttled)), context)).resolves.toBe('read');
    expect(context.clock.now()).toBeLessThan(900_000);
  });

  test('that is throttled is repeated until the deadline', async () => {
    const context = virtualContext(60);
    await expect(call(scripted(...times(30, throttled)), context)).rejects.toBe(throttled);
    expect(context.clock.now()).toBeGreaterThan(40_000);
    expect(context.clock.now()).toBeLessThan(60_000);
  });

  test('is not repeated if the deadline leaves less than a second for it', async () => {
    const context = virtualContext(1.5);
    await expect(call(scripted(unsent), context)).rejects.toBe(unsent);
    expect(context.clock.now()).toBe(0);
    await expect(call(scripted(unsent), virtualContext(1.501))).resolves.toBe('read');
  });

  test('that is too late to be retried fails with its previous error', async () => {
    const calls = scripted(unsent, ambiguous, tooLate);
    await expect(call(calls, virtualContext())).rejects.toBe(ambiguous);
  });

  test('that is too late from the start fails because of that', async () => {
    await expect(call(scripted(tooLate), virtualContext(0.5))).rejects.toEqual(tooLate);
  });

  test('does not count throttling as an error', async () => {
    const calls = scripted(unsent, throttled, unsent, throttled, throttled, unsent, throttled);
    await expect(call(calls, virtualContext())).resolves.toBe('read');
  });

  test.each([denied, rejected, credentials])('is never repeated after $message', async (error) => {
    const context = virtualContext();
    await expect(call(scripted(error), context)).rejects.toBe(error);
    expect(context.clock.now()).toBe(0);
  });

  test('is never repeated after a defect', async () => {
    const defect = new TypeError('x is not a function');
    await expect(call(scripted(defect), virtualContext())).rejects.toBe(defect);
  });

  test('logs why and when it is repeated', async () => {
    const context = virtualContext();
    await call(scripted(throttled, unsent), context);
    expect(context.lines).toEqual([
      'RequestLimitExceeded (HTTP 503): Request limit exceeded. (request id req-RequestLimitExceeded); retrying in 3.0 s',
      'ECONNREFUSED: connect ECONNREFUSED; retrying in 0.5 s',
    ]);
  });
});

describe('a call that AWS rejects', () => {
  const skewed = new CallError({
    ...credentials.result,
    code: 'AuthFailure',
    clockCorrected: true,
  });
  const both = new CallError({ ...skewed.result, code: 'RequestExpired' });
  const wrong = new CallError({ ...credentials.result, code: 'AuthFailure' });

  /** A renewal that finds other credentials, or not, and how often it was asked for. */
  function renewal(found: boolean | Failure) {
    let asked = 0;
    const renew = async () => {
      asked += 1;
      if (typeof found !== 'boolean') throw found;
      return found;
    };
    return { renew, asked: () => asked };
  }

  test('because of the clock is retried once after the SDK corrects it', async () => {
    const { renew, asked } = renewal(true);
    const context = { ...virtualContext(), renew };
    await expect(call(scripted(skewed), context)).resolves.toBe('read');
    expect(asked()).toBe(0);
    expect(context.lines).toEqual([expect.stringMatching(/^AuthFailure .*; retrying now$/)]);
  });

  test('because of the clock a second time fails', async () => {
    const calls = scripted(skewed, skewed);
    await expect(call(calls, virtualContext())).rejects.toBe(skewed);
  });

  test('because the session expired is retried once with a new one', async () => {
    const { renew, asked } = renewal(true);
    const context = { ...virtualContext(), renew };
    await expect(call(scripted(credentials), context)).resolves.toBe('read');
    expect(asked()).toBe(1);
  });

  test('with RequestExpired is repeated with a corrected clock, then with a new session', async () => {
    const { renew, asked } = renewal(true);
    const context = { ...virtualContext(), renew };
    await expect(call(scripted(both, both), context)).resolves.toBe('read');
    expect(asked()).toBe(1);
    await expect(call(scripted(both, both, both), context)).rejects.toBe(both);
  });

  test.each([
    ['twice', [credentials, credentials], true],
    ['and no other credentials are to be had', [credentials], false],
    ['for another reason than its age', [wrong], true],
  ])('%s fails', async (_, errors, found) => {
    const { renew } = renewal(found);
    const calls = scripted(...errors);
    await expect(call(calls, { ...virtualContext(), renew })).rejects.toBe(errors.at(-1));
  });

  test('and whose session cannot be renewed fails with the error of the renewal', async () => {
    const refusal = new Failure('oidc-denied', 'no more');
    const context = { ...virtualContext(), renew: renewal(refusal).renew };
    await expect(call(scripted(credentials), context)).rejects.toBe(refusal);
  });
});

describe('delays', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('after throttling are at least the two seconds that EC2 needs for one more call', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 60 }), (drawn, nth) => {
        expect(throttleDelay(nth, () => drawn)).toBeGreaterThanOrEqual(2_000);
      }),
    );
  });

  test('after throttling grow by half, to fifteen seconds at most', () => {
    const delays = [1, 2, 3, 4].map((nth) => throttleDelay(nth, () => 0.5));
    expect(delays).toEqual([3_000, 4_500, 6_750, 10_125]);
    for (const nth of [5, 6, 60]) expect(throttleDelay(nth, () => 1)).toBe(15_000);
  });
});
