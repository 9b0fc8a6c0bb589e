import { describe, expect, test } from 'vitest';
import { simulatedClock } from './clock.ts';
import { seededRandom } from './random.ts';
import { traceOf } from './run.ts';
import { reproduction, simulate } from './simulate.ts';

describe('a simulated run', () => {
  // What is loaded at first use must not let virtual time pass.
  const first = simulate(0);

  test.each([1, 101, 201, 301])(
    'upholds its invariants under random faults (100 seeds from %i)',
    async (from) => {
      await first;
      for (let seed = from; seed < from + 100; seed += 1) {
        const { violations } = await simulate(seed);
        expect(violations, reproduction(seed)).toEqual([]);
      }
    },
  );

  test('is the same each time for the same seed', async () => {
    await first;
    for (const seed of [3, 14, 159]) {
      const [once, again] = [await simulate(seed), await simulate(seed)];
      expect(traceOf(once.runs)).toEqual(traceOf(again.runs));
    }
  });

  test('covers every kind of fault and the important reasons', { timeout: 180_000 }, async () => {
    await first;
    const kinds = new Set<string>();
    const reasons = new Set<string>();
    for (let seed = 1; seed <= 250; seed += 1) {
      for (const { requests, outcome } of (await simulate(seed)).runs) {
        reasons.add(outcome.reason);
        for (const { injected } of requests) kinds.add(injected.kind);
      }
    }
    expect([...kinds].sort()).toEqual([
      'answered',
      'broken',
      'mangled',
      'replaced',
      'silent',
      'unsent',
    ]);
    expect([...reasons]).toEqual(
      expect.arrayContaining([
        ...['associated', 'applied', 'planned', 'accepted', 'cancelled', 'refused'],
        ...['plan-changed', 'too-many-changes', 'association-busy', 'account-not-allowed'],
      ]),
    );
  });
});

describe('simulated time', () => {
  test('passes only when everything else waits, and runs events in order', async () => {
    const clock = simulatedClock();
    const { sleep } = clock.forRun(new AbortController().signal);
    const resumed: string[] = [];
    const sleepAndRecord = async (name: string, milliseconds: number) => {
      await sleep(milliseconds);
      resumed.push(`${name} at ${clock.now()}`);
    };
    await clock.runUntilDone(
      Promise.all([
        sleepAndRecord('long', 20),
        sleepAndRecord('short', 10),
        sleepAndRecord('also long', 20),
      ]),
    );
    expect(resumed).toEqual(['short at 10', 'long at 20', 'also long at 20']);
  });

  test('reports work that can never finish', async () => {
    const clock = simulatedClock();
    await expect(clock.runUntilDone(new Promise(() => {}))).rejects.toThrow(
      'nothing is left to happen',
    );
  });

  test('ends a sleep when the run is cancelled', async () => {
    const clock = simulatedClock();
    const canceller = new AbortController();
    clock.after(5, () => canceller.abort(new Error('cancelled')));
    const sleeping = clock.forRun(canceller.signal).sleep(100);
    await expect(clock.runUntilDone(sleeping)).rejects.toThrow('cancelled');
    expect(clock.now()).toBe(5);
  });
});

describe('random choices', () => {
  test('depend only on the seed, and stay within their bounds', () => {
    const draw = (seed: number) => {
      const { next, integer } = seededRandom(seed);
      return Array.from({ length: 50 }, () => ({ next: next(), integer: integer(2, 4) }));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(9).every(({ next }) => next >= 0 && next < 1)).toBe(true);
    expect(new Set(draw(9).map(({ integer }) => integer))).toEqual(new Set([2, 3, 4]));
  });
});
