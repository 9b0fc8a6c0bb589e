import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorDelay, jitter, retry } from '../../../src/lib/retry.ts';
import { virtualContext } from '../../fakes/retry-context.ts';

/** Fails with these errors, one after the other, and then succeeds. */
function scripted(...errors: readonly Error[]) {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error) throw error;
    return 'done';
  };
}

describe('an attempt', () => {
  test('is repeated after the delay of the backoff, and the log says why', async () => {
    const context = virtualContext();
    const delays = [250, 0];
    const attempt = scripted(new Error('busy'), new Error('stale'));
    await expect(retry(attempt, () => delays.shift(), context)).resolves.toBe('done');
    expect(context.clock.now()).toBe(250);
    expect(context.lines).toEqual(['busy; retrying in 0.3 s', 'stale; retrying now']);
  });

  test('is not retried if the backoff gives up', async () => {
    const error = new Error('denied');
    const retrying = retry(scripted(error), () => undefined, virtualContext());
    await expect(retrying).rejects.toBe(error);
  });

  test('fails with the error that the backoff throws instead of its own', async () => {
    const other = new Error('the first error');
    const backoff = () => {
      throw other;
    };
    await expect(retry(scripted(new Error('later')), backoff, virtualContext())).rejects.toBe(
      other,
    );
  });

  test('is not repeated if less than a second would be left', async () => {
    const error = new Error('busy');
    const context = virtualContext(2);
    await expect(retry(scripted(error), () => 1_000, context)).rejects.toBe(error);
    await expect(retry(scripted(error), () => 999, context)).resolves.toBe('done');
  });
});

describe('delays', () => {
  test('lie between three and five quarters of their base', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
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

  test('after errors double from half a second, jitter aside', () => {
    expect([1, 2, 3].map((nth) => errorDelay(nth, () => 0.5))).toEqual([500, 1000, 2000]);
  });
});
