import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallError, tooLateError } from '../../../src/aws/errors/call-error.ts';
import { errorDelay, jitter, retry, throttleDelay } from '../../../src/aws/retry.ts';
import { Failure } from '../../../src/failure.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { virtualContext } from '../../fakes/retry-context.ts';

const { throttled, unsent, ambiguous, denied, rejected, credentials } = callErrors;

/** A call that comes back like this, one time after the other, and then with success. */
function scripted(...errors: readonly Error[]) {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error) throw error;
    return 'read';
  };
}

const times = (count: number, error: CallError) => Array<CallError>(count).fill(error);

describe('a call that reads', () => {
  test('is made once when it succeeds', async () => {
    const world = virtualContext();
    await expect(retry(scripted(), world)).resolves.toBe('read');
    expect(world.clock.now()).toBe(0);
    expect(world.lines).toEqual([]);
  });

  test.each([
    ['not sent', unsent],
    ['lost', ambiguous],
  ])('is %s three times and succeeds the fourth, after 3.5 s', async (_, error) => {
    const world = virtualContext();
    await expect(retry(scripted(...times(3, error)), world)).resolves.toBe('read');
    expect(world.clock.now()).toBe(500 + 1000 + 2000);
  });

  test.each([
    ['not sent', unsent],
    ['lost', ambiguous],
  ])('that is %s four times is given up', async (_, error) => {
    await expect(retry(scripted(...times(4, error)), virtualContext())).rejects.toBe(error);
  });

  test('is given up with the last of its errors', async () => {
    const calls = scripted(unsent, ambiguous, unsent, ambiguous);
    await expect(retry(calls, virtualContext())).rejects.toBe(ambiguous);
  });

  test('that is throttled is repeated far more often', async () => {
    const world = virtualContext(900);
    await expect(retry(scripted(...times(30, throttled)), world)).resolves.toBe('read');
    expect(world.clock.now()).toBeLessThan(900_000);
  });

  test('that is throttled is repeated until the deadline, and not beyond', async () => {
    const world = virtualContext(60);
    await expect(retry(scripted(...times(30, throttled)), world)).rejects.toBe(throttled);
    expect(world.clock.now()).toBeGreaterThan(40_000);
    expect(world.clock.now()).toBeLessThan(60_000);
  });

  test('is not repeated where the deadline leaves less than a second to the next attempt', async () => {
    const world = virtualContext(1.5);
    await expect(retry(scripted(unsent), world)).rejects.toBe(unsent);
    expect(world.clock.now()).toBe(0);
    await expect(retry(scripted(unsent), virtualContext(1.501))).resolves.toBe('read');
  });

  test('that came too late to be repeated is given up with what it came back with before', async () => {
    const calls = scripted(unsent, ambiguous, tooLateError());
    await expect(retry(calls, virtualContext())).rejects.toBe(ambiguous);
  });

  test('that came too late from the start is given up with that', async () => {
    const late = tooLateError();
    await expect(retry(scripted(late), virtualContext(0.5))).rejects.toBe(late);
  });

  test('does not count throttling as a fault', async () => {
    const calls = scripted(unsent, throttled, unsent, throttled, throttled, unsent, throttled);
    await expect(retry(calls, virtualContext())).resolves.toBe('read');
  });

  test.each([denied, rejected, credentials])('is never repeated after $message', async (error) => {
    const world = virtualContext();
    await expect(retry(scripted(error), world)).rejects.toBe(error);
    expect(world.clock.now()).toBe(0);
  });

  test('is never repeated after a defect', async () => {
    const defect = new TypeError('x is not a function');
    await expect(retry(scripted(defect), virtualContext())).rejects.toBe(defect);
  });

  test('tells why it is repeated, and when', async () => {
    const world = virtualContext();
    await retry(scripted(throttled, unsent), world);
    expect(world.lines).toEqual([
      'RequestLimitExceeded (HTTP 503): Request limit exceeded. (request id req-RequestLimitExceeded); again in 3.0 s',
      'ECONNREFUSED: connect ECONNREFUSED; again in 0.5 s',
    ]);
  });
});

describe('a call that AWS refuses', () => {
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

  test('for its clock is made once more after the SDK has corrected it', async () => {
    const { renew, asked } = renewal(true);
    const world = { ...virtualContext(), renew };
    await expect(retry(scripted(skewed), world)).resolves.toBe('read');
    expect(asked()).toBe(0);
    expect(world.lines).toEqual([expect.stringMatching(/^AuthFailure .*; again at once$/)]);
  });

  test('again after that has no clock to blame, and is refused for good', async () => {
    const calls = scripted(skewed, skewed);
    await expect(retry(calls, virtualContext())).rejects.toBe(skewed);
  });

  test('because the session has expired is made once more with a new one', async () => {
    const { renew, asked } = renewal(true);
    const world = { ...virtualContext(), renew };
    await expect(retry(scripted(credentials), world)).resolves.toBe('read');
    expect(asked()).toBe(1);
  });

  test('with RequestExpired is tried by a corrected clock, then with a new session', async () => {
    const { renew, asked } = renewal(true);
    const world = { ...virtualContext(), renew };
    await expect(retry(scripted(both, both), world)).resolves.toBe('read');
    expect(asked()).toBe(1);
    await expect(retry(scripted(both, both, both), world)).rejects.toBe(both);
  });

  test.each([
    ['twice', [credentials, credentials], true],
    ['and no other credentials are to be had', [credentials], false],
    ['for another reason than its age', [wrong], true],
  ])('%s is refused for good', async (_, errors, found) => {
    const { renew } = renewal(found);
    const calls = scripted(...errors);
    await expect(retry(calls, { ...virtualContext(), renew })).rejects.toBe(errors.at(-1));
  });

  test('and whose session cannot be renewed fails with what renewing says', async () => {
    const refusal = new Failure('oidc-denied', 'no more');
    const world = { ...virtualContext(), renew: renewal(refusal).renew };
    await expect(retry(scripted(credentials), world)).rejects.toBe(refusal);
  });
});

describe('delays', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('lie between three and five quarters of what they are about', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 100_000 }), (drawn, milliseconds) => {
        const delay = jitter(milliseconds, () => drawn);
        expect(delay).toBeGreaterThanOrEqual(milliseconds * 0.75);
        expect(delay).toBeLessThanOrEqual(milliseconds * 1.25);
      }),
    );
    expect(jitter(1000, () => 0)).toBe(750);
    expect(jitter(1000, () => 0.5)).toBe(1000);
  });

  test('after throttling give EC2 the two seconds that it takes for one more call', () => {
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

  test('after faults double from half a second, jitter aside', () => {
    expect([1, 2, 3].map((nth) => errorDelay(nth, () => 0.5))).toEqual([500, 1000, 2000]);
  });
});
