import { describe, expect, test } from 'vitest';
import { traceOf } from '../run.ts';
import { reproduceRoutes, simulateRoutes } from './simulate.ts';

describe('a simulated run of the action for routes', () => {
  // What is loaded at first use must not let virtual time pass.
  const first = simulateRoutes(0);

  test.each([1, 101, 201])(
    'upholds its invariants under random faults and other actors (100 seeds from %i)',
    async (from) => {
      await first;
      for (let seed = from; seed < from + 100; seed += 1) {
        const { violations } = await simulateRoutes(seed);
        expect(violations, reproduceRoutes(seed)).toEqual([]);
      }
    },
  );

  test('is the same each time for the same seed', async () => {
    await first;
    for (const seed of [3, 14, 159]) {
      const [once, again] = [await simulateRoutes(seed), await simulateRoutes(seed)];
      expect(traceOf(once.runs)).toEqual(traceOf(again.runs));
    }
  });

  test('covers every step, other actors and the important reasons', {
    timeout: 180_000,
  }, async () => {
    await first;
    const reasons = new Set<string>();
    const steps = new Set<string>();
    for (let seed = 1; seed <= 250; seed += 1) {
      for (const { outcome } of (await simulateRoutes(seed)).runs) {
        reasons.add(outcome.reason);
        for (const { failure, refusal, step, changed } of outcome.pairs) {
          for (const reason of [failure?.reason, refusal]) if (reason) reasons.add(reason);
          if (changed && step) steps.add(step);
        }
      }
    }
    expect([...steps].sort()).toEqual(['advertise', 'swap', 'withdraw']);
    expect([...reasons]).toEqual(
      expect.arrayContaining([
        ...['advertised', 'withdrawn', 'applied', 'planned', 'no-changes', 'cancelled', 'refused'],
        ...['plan-changed', 'too-many-changes', 'route-busy', 'origin-unknown', 'not-verified'],
        ...['rpki-not-valid', 'rpki-unreadable', 'asn-not-associated', 'wait-timeout'],
      ]),
    );
  });
});
