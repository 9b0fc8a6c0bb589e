import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEachConcurrent, mapConcurrent } from '../../../src/lib/concurrency.ts';
import { virtualClock } from '../../fakes/virtual-clock.ts';

/** The order, concurrency and duration of items that take so many milliseconds, so many at a time. */
async function run(milliseconds: readonly number[], atOnce: number) {
  const clock = virtualClock();
  const begun: number[] = [];
  let under = 0;
  let most = 0;
  await forEachConcurrent([...milliseconds.entries()], atOnce, async ([index, long]) => {
    begun.push(index);
    under += 1;
    most = Math.max(most, under);
    await clock.sleep(long);
    under -= 1;
  });
  return { begun, most, under, took: clock.now() };
}

describe('concurrent work', () => {
  test('handles every item once, in order, within the limit', async () => {
    const lengths = fc.array(fc.nat({ max: 100 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 8 }), async (milliseconds, atOnce) => {
        const { begun, most, under, took } = await run(milliseconds, atOnce);
        expect(begun).toEqual([...milliseconds.keys()]);
        expect(most).toBe(Math.min(atOnce, milliseconds.length));
        expect(under).toBe(0);
        expect(took).toBeGreaterThanOrEqual(Math.max(0, ...milliseconds));
      }),
    );
  });

  test('begins the next item as soon as one ends', async () => {
    expect((await run([100, 10, 10, 10], 2)).took).toBe(100);
    expect((await run([10, 10, 10, 10], 4)).took).toBe(10);
    expect((await run([10, 10, 10, 10], 1)).took).toBe(40);
  });

  test('on no items ends immediately', async () => {
    expect(await run([], 4)).toEqual({ begun: [], most: 0, under: 0, took: 0 });
  });

  test('ends with the first error', async () => {
    const defect = new TypeError('x is not a function');
    const working = forEachConcurrent([1, 2, 3], 1, async (item) => {
      if (item === 2) throw defect;
    });
    await expect(working).rejects.toBe(defect);
  });

  test('that throws before it returns a promise ends with that error, and begins no more items', async () => {
    const defect = new TypeError('x is not a function');
    const clock = virtualClock();
    const begun: number[] = [];
    const working = forEachConcurrent([1, 2, 3, 4], 2, (item) => {
      begun.push(item);
      if (item === 1) throw defect;
      return clock.sleep(10).then(() => undefined);
    });
    await expect(working).rejects.toBe(defect);
    expect(begun).toEqual([1]);
  });

  test('waits for running items before it ends with the first error', async () => {
    const clock = virtualClock();
    const ended: number[] = [];
    const working = forEachConcurrent([1, 2, 3], 3, async (item) => {
      await clock.sleep(item * 10);
      if (item < 3) throw new Error(`of ${item}`);
      ended.push(clock.now());
    });
    await expect(working).rejects.toThrow('of 1');
    expect(ended).toEqual([30]);
  });

  test('lets running items see that another one failed', async () => {
    const clock = virtualClock();
    const seen: boolean[] = [];
    const working = forEachConcurrent([10, 20], 2, async (long, isStopping) => {
      await clock.sleep(long);
      seen.push(isStopping());
      if (long === 10) throw new Error('the first');
    });
    await expect(working).rejects.toThrow('the first');
    expect(seen).toEqual([false, true]);
  });

  test('does not count a remainder against the limit, and waits for all remainders', async () => {
    const clock = virtualClock();
    const begun: number[] = [];
    await forEachConcurrent([1, 2, 3], 1, async () => {
      begun.push(clock.now());
      await clock.sleep(10);
      return () => clock.sleep(100);
    });
    expect(begun).toEqual([0, 10, 20]);
    expect(clock.now()).toBe(20 + 10 + 100);
  });

  test('begins no more items after a failed remainder, and waits for the others', async () => {
    const clock = virtualClock();
    const begun: number[] = [];
    const finished: number[] = [];
    const working = forEachConcurrent([1, 2, 3, 4], 1, async (item) => {
      begun.push(item);
      await clock.sleep(10);
      return async () => {
        await clock.sleep(item === 2 ? 5 : 50);
        if (item === 2) throw new Error('a remainder');
        finished.push(item);
      };
    });
    await expect(working).rejects.toThrow('a remainder');
    expect(begun).toEqual([1, 2, 3]);
    expect(finished).toEqual([1, 3]);
  });

  test('begins no more items after an error', async () => {
    const clock = virtualClock();
    const begun: number[] = [];
    const working = forEachConcurrent([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await clock.sleep(10);
      if (item === 1) throw new Error('the first');
    });
    await expect(working).rejects.toThrow('the first');
    await clock.sleep(1_000);
    expect(begun).toEqual([1, 2]);
  });
});

test('results are in the order of their items, whatever ends first', async () => {
  const clock = virtualClock();
  const results = await mapConcurrent([30, 10, 20], 2, async (long) => {
    await clock.sleep(long);
    return `took ${long}`;
  });
  expect(results).toEqual(['took 30', 'took 10', 'took 20']);
});
