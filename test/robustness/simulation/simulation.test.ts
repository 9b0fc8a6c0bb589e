import { describe, expect, test } from 'vitest';
import { simulatedClock } from './clock.ts';
import { seededRandom } from './random.ts';
import { reproduction, type Simulated, simulate } from './simulate.ts';

/** What of a simulation must be the same each time; keys and request ids are not. */
function trace({ runs }: Simulated) {
  return runs.map(({ asked, outcome, endedAt, cancelledAt }) => ({
    asked: asked.map(({ at, operation, region, fate }) => ({ at, operation, region, fate })),
    reason: outcome.reason,
    states: outcome.pairs.map(({ state, changed }) => ({ state, changed })),
    endedAt,
    cancelledAt,
  }));
}

describe('the whole line, in whatever weather and company,', () => {
  // What is loaded at first use must not let virtual time pass.
  const first = simulate(0);

  test.each([1, 101, 201, 301])('keeps its promises (100 seeds from %i)', async (from) => {
    await first;
    for (let seed = from; seed < from + 100; seed += 1) {
      const { violations } = await simulate(seed);
      expect(violations, reproduction(seed)).toEqual([]);
    }
  });

  test('goes the same way each time that a seed is played', async () => {
    await first;
    for (const seed of [3, 14, 159]) {
      expect(trace(await simulate(seed))).toEqual(trace(await simulate(seed)));
    }
  });

  test('meets what it is to be tried by', async () => {
    await first;
    const fates = new Set<string>();
    const reasons = new Set<string>();
    for (let seed = 1; seed <= 100; seed += 1) {
      for (const { asked, outcome } of (await simulate(seed)).runs) {
        reasons.add(outcome.reason);
        for (const { fate } of asked) fates.add(fate.fate);
      }
    }
    expect([...fates].sort()).toEqual([
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
  test('passes only when everything else waits, and runs what is due in order', async () => {
    const clock = simulatedClock();
    const { sleep } = clock.forRun(new AbortController().signal);
    const told: string[] = [];
    const nap = async (name: string, milliseconds: number) => {
      await sleep(milliseconds);
      told.push(`${name} at ${clock.now()}`);
    };
    await clock.play(Promise.all([nap('long', 20), nap('short', 10), nap('also long', 20)]));
    expect(told).toEqual(['short at 10', 'long at 20', 'also long at 20']);
  });

  test('shows work that nothing can bring on any more', async () => {
    const clock = simulatedClock();
    await expect(clock.play(new Promise(() => {}))).rejects.toThrow('nothing is left to happen');
  });

  test('wakes who sleeps when the run is cancelled', async () => {
    const clock = simulatedClock();
    const canceller = new AbortController();
    clock.after(5, () => canceller.abort(new Error('cancelled')));
    const sleeping = clock.forRun(canceller.signal).sleep(100);
    await expect(clock.play(sleeping)).rejects.toThrow('cancelled');
    expect(clock.now()).toBe(5);
  });
});

describe('random choices', () => {
  test('are a matter of the seed alone, and keep within their bounds', () => {
    const draw = (seed: number) => {
      const { next, whole } = seededRandom(seed);
      return Array.from({ length: 50 }, () => ({ next: next(), whole: whole(2, 4) }));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(9).every(({ next }) => next >= 0 && next < 1)).toBe(true);
    expect(new Set(draw(9).map(({ whole }) => whole))).toEqual(new Set([2, 3, 4]));
  });
});
