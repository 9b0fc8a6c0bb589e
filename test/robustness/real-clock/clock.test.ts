import { getEventListeners } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockUntil, systemClock, untilAborted } from '../../../src/lib/clock.ts';

const never = new AbortController().signal;
const reason = new Error('the run was cancelled');

/** Milliseconds that some work takes, whether it succeeds or fails. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work().catch(() => {});
  return performance.now() - started;
}

describe("a sleep of the machine's clock", () => {
  test.each([0.1, 0.9, 1, 1.5, 2.7, 3.999, 10.01])(
    'of %d ms never lasts less',
    async (milliseconds) => {
      const clock = systemClock(never);
      for (let times = 0; times < 20; times += 1) {
        const end = clock.now() + milliseconds;
        await clock.sleep(milliseconds);
        expect(clock.now()).toBeGreaterThanOrEqual(end);
      }
    },
  );

  test.each([0, -5])('of %d ms ends immediately', async (milliseconds) => {
    expect(await timeOf(() => systemClock(never).sleep(milliseconds))).toBeLessThan(1_000);
  });

  test('ends as soon as the run is cancelled, with the reason', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 30);
    const sleeping = systemClock(controller.signal).sleep(60_000);
    const took = await timeOf(() => sleeping);
    await expect(sleeping).rejects.toBe(reason);
    expect(took).toBeLessThan(5_000);
  });

  test.each([0, 60_000])('of %d ms does not begin once the run is cancelled', async (long) => {
    const clock = systemClock(AbortSignal.abort(reason));
    await expect(clock.sleep(long)).rejects.toBe(reason);
  });

  test('ends with the signal of the run, and leaves no listener behind', async () => {
    const controller = new AbortController();
    const clock = clockUntil(controller.signal, systemClock(never));
    await clock.sleep(5);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    setTimeout(() => controller.abort(reason), 30);
    await expect(clock.sleep(60_000)).rejects.toBe(reason);
    await expect(clock.sleep(0)).rejects.toBe(reason);
  });
});

describe("the machine's clock", () => {
  test('ends a timer after the given time, and not much earlier', async () => {
    const clock = systemClock(never);
    const took = await timeOf(() => new Promise<void>((end) => void clock.startTimer(50, end)));
    expect(took).toBeGreaterThanOrEqual(48);
    expect(took).toBeLessThan(5_000);
  });

  test('does not end a timer that was stopped', async () => {
    const clock = systemClock(never);
    const ended: string[] = [];
    clock.startTimer(20, () => ended.push('stopped'))();
    await new Promise<void>((end) => void clock.startTimer(40, end));
    expect(ended).toEqual([]);
  });

  test('has the time of day, and a monotonic time', () => {
    const clock = systemClock(never);
    expect(Math.abs(clock.wallTime() - Date.now())).toBeLessThan(1_000);
    const before = clock.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  });

  test('is the only clock that the action uses', () => {
    const root = join(import.meta.dirname, '..', '..', '..', 'src');
    const readers = globSync('**/*.ts', { cwd: root }).filter((path) =>
      /\bDate\.now\(|\bnew Date\(\)|\bperformance\.|\bhrtime\b/.test(
        readFileSync(join(root, path), 'utf8'),
      ),
    );
    expect(readers).toEqual([join('lib', 'clock.ts')]);
  });
});

describe('work that a signal can end', () => {
  test('has its own result if nothing ends it', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(signal, Promise.resolve('done'))).resolves.toBe('done');
    await expect(untilAborted(signal, Promise.reject(reason))).rejects.toBe(reason);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('is abandoned, and its later error is ignored', async () => {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 20));
    await expect(untilAborted(AbortSignal.abort(reason), late)).rejects.toBe(reason);
    await expect(late).rejects.toThrow('late');
  });
});
