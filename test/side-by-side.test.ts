import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideBySide } from '../src/side-by-side.ts';
import { virtualClock } from './aws/virtual-clock.ts';

/** What becomes of items that each take so many milliseconds, so many at a time. */
async function run(milliseconds: readonly number[], atOnce: number) {
  const clock = virtualClock();
  const begun: number[] = [];
  let under = 0;
  let most = 0;
  await sideBySide([...milliseconds.entries()], atOnce, async ([index, long]) => {
    begun.push(index);
    under += 1;
    most = Math.max(most, under);
    await clock.sleep(long);
    under -= 1;
  });
  return { begun, most, under, took: clock.now() };
}

describe('work side by side', () => {
  test('is done on every item once, in order, never more at once than allowed', async () => {
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

  test('begins the next item as soon as any ends', async () => {
    expect((await run([100, 10, 10, 10], 2)).took).toBe(100);
    expect((await run([10, 10, 10, 10], 4)).took).toBe(10);
    expect((await run([10, 10, 10, 10], 1)).took).toBe(40);
  });

  test('on nothing is done at once', async () => {
    expect(await run([], 4)).toEqual({ begun: [], most: 0, under: 0, took: 0 });
  });

  test('ends with the first error', async () => {
    const defect = new TypeError('x is not a function');
    const working = sideBySide([1, 2, 3], 1, async (item) => {
      if (item === 2) throw defect;
    });
    await expect(working).rejects.toBe(defect);
  });

  test('begins nothing more after an error', async () => {
    const clock = virtualClock();
    const begun: number[] = [];
    const working = sideBySide([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await clock.sleep(10);
      if (item === 1) throw new Error('the first');
    });
    await expect(working).rejects.toThrow('the first');
    await clock.sleep(1_000);
    expect(begun).toEqual([1, 2]);
  });
});
