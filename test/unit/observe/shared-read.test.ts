import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareReads } from '../../../src/observe/shared-read.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { virtualClock } from '../../fakes/virtual-clock.ts';

/** A snapshot, by its number and the times between which it was taken. */
interface Snapshot {
  readonly number: number;
  readonly begun: number;
}

/** Snapshots in virtual time; how long the nth takes, and whether it fails. */
function take(
  milliseconds: (nth: number) => number,
  fails: (nth: number) => boolean = () => false,
) {
  const clock = virtualClock();
  let taken = 0;
  let under = 0;
  let most = 0;
  const snapshot = shareReads(async (): Promise<Snapshot> => {
    taken += 1;
    const number = taken;
    const begun = clock.now();
    under += 1;
    most = Math.max(most, under);
    await clock.sleep(milliseconds(number));
    under -= 1;
    if (fails(number)) throw callErrors.throttled;
    return { number, begun };
  });
  return { clock, snapshot, taken: () => taken, most: () => most };
}

describe('a snapshot', () => {
  test('is taken for each single caller', async () => {
    const { snapshot } = take(() => 100);
    expect((await snapshot()).number).toBe(1);
    expect((await snapshot()).number).toBe(2);
  });

  test('that has begun is not shared, because it may miss later changes', async () => {
    const { clock, snapshot } = take(() => 100);
    const first = snapshot();
    await clock.sleep(10);
    const second = snapshot();
    expect((await first).number).toBe(1);
    expect(await second).toEqual({ number: 2, begun: 100 });
  });

  test('is shared by all callers that ask during another one', async () => {
    const { clock, snapshot, taken } = take(() => 100);
    const first = snapshot();
    await clock.sleep(10);
    const later = await Promise.all([snapshot(), snapshot(), snapshot()]);
    await first;
    expect(later.map(({ number }) => number)).toEqual([2, 2, 2]);
    expect(taken()).toBe(2);
  });

  test('is not shared with callers that ask after it began', async () => {
    const { clock, snapshot } = take(() => 100);
    const first = snapshot();
    await clock.sleep(50);
    const second = snapshot();
    await clock.sleep(100);
    const third = snapshot();
    const taken = await Promise.all([first, second, third]);
    expect(taken.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('that fails does so for all who share it, and the next one is taken anyway', async () => {
    const { clock, snapshot } = take(
      () => 100,
      (nth) => nth === 2,
    );
    const first = snapshot();
    await clock.sleep(50);
    const sharing = await Promise.allSettled([snapshot(), snapshot()]);
    expect((await first).number).toBe(1);
    expect(sharing).toEqual(Array(2).fill({ status: 'rejected', reason: callErrors.throttled }));
    expect((await snapshot()).number).toBe(3);
  });

  test('is taken after a failed one for the callers that wait for it', async () => {
    const { clock, snapshot } = take(
      () => 100,
      (nth) => nth === 1,
    );
    const first = expect(snapshot()).rejects.toBe(callErrors.throttled);
    await clock.sleep(50);
    const second = snapshot();
    await first;
    expect((await second).number).toBe(2);
  });
});

test('snapshots never overlap, and each begins after it was asked for, for any callers at any time', async () => {
  const callerArbitrary = fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 5 });
  const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 });
  const failures = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(callerArbitrary, { minLength: 1, maxLength: 6 }),
      lengths,
      failures,
      async (callers, long, failed) => {
        const { clock, snapshot, most, taken } = take(
          (nth) => long[nth % long.length] ?? 1,
          (nth) => failed[nth % failed.length] ?? false,
        );
        let asked = 0;
        let stale = 0;
        const ask = async (pauses: readonly number[]) => {
          for (const pauseMs of pauses) {
            await clock.sleep(pauseMs);
            const at = clock.now();
            asked += 1;
            const got = await snapshot().catch(() => undefined);
            if (got && got.begun < at) stale += 1;
          }
        };
        await Promise.all(callers.map(ask));
        expect(stale).toBe(0);
        expect(most()).toBe(1);
        expect(taken()).toBeLessThanOrEqual(asked);
      },
    ),
  );
});
