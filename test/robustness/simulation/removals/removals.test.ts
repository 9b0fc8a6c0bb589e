import { expect, test } from 'vitest';
import { reproduceRemovals, simulateRemovals } from './simulate.ts';

// What is loaded at first use must not let virtual time pass.
const first = simulateRemovals(0);

test.each([1, 101])(
  'a simulated run that removes associations upholds its invariants (100 seeds from %i)',
  async (from) => {
    await first;
    const steps = new Set<string>();
    for (let seed = from; seed < from + 100; seed += 1) {
      const { violations, runs } = await simulateRemovals(seed);
      expect(violations, reproduceRemovals(seed)).toEqual([]);
      for (const { outcome } of runs) {
        for (const { step, refusal, changed } of outcome.pairs) {
          if (step) steps.add(refusal ?? (changed ? `${step}, done` : step));
        }
      }
    }
    expect([...steps]).toEqual(
      expect.arrayContaining(['keep', 'asn-in-use', 'disassociate, done', 'associate, done']),
    );
  },
);
