import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf, rangeText } from '../../../src/domain/ip-range.ts';
import { validateRoute } from '../../../src/domain/rpki.ts';
import { readVrp } from '../../../src/rpki/read-vrp.ts';
import { runScenario } from '../../e2e/action/scenario.ts';
import { prepareRoutinator } from '../../fakes/routinator.ts';
import type { FakeVrp } from '../../fakes/rpki.ts';
import { withTool } from '../../repo/tools.ts';

const asns = [0, 64_500, 64_501, 16_509, 4_294_967_295];

/** Prefixes near each other, so that many cover many. */
const prefixes = fc
  .oneof(
    fc.tuple(fc.constant('198.51.'), fc.nat(255), fc.nat(255), fc.integer({ min: 20, max: 32 })),
    fc.tuple(fc.constant('v6'), fc.nat(255), fc.nat(65_535), fc.integer({ min: 40, max: 64 })),
  )
  .map(([start, third, fourth, length]) => {
    const address =
      start === 'v6'
        ? `2001:db8:${third.toString(16)}:${fourth.toString(16)}::`
        : `${start}${third}.${fourth}`;
    const range = rangeOf(`${address}/${length}`);
    if (!range) throw new Error(address);
    return { prefix: rangeText(range), length, most: start === 'v6' ? 128 : 32 };
  });

const vrps = fc
  .tuple(prefixes, fc.constantFrom(...asns), fc.constantFrom(0, 0, 1, 4, 128))
  .map(([{ prefix, length, most }, asn, more]): FakeVrp => {
    return { asn, prefix, maxLength: Math.min(most, length + more) };
  });

// Nobody originates from AS0 (RFC 7607), and Routinator calls such a route valid.
const routes = fc
  .tuple(fc.constantFrom(...asns.slice(1)), prefixes)
  .map(([asn, { prefix }]) => ({ asn: String(asn), prefix }));

withTool('routinator', 'RFC 6811, as a real Routinator has it', (program) => {
  test('10,000 random routes have the states of Routinator with 400 random VRPs', () => {
    const seed = 6_811;
    const known = fc.sample(vrps, { numRuns: 400, seed });
    const asked = fc.sample(routes, { numRuns: 10_000, seed });
    const routinator = prepareRoutinator(program, known);
    try {
      const theirs = routinator.validate(asked.map(({ asn, prefix }) => `${asn} ${prefix}`));
      const read = known.map(readVrp);
      const ours = asked.map(({ asn, prefix }) => {
        const range = rangeOf(prefix);
        return range && validateRoute({ asn, prefix: range }, read);
      });
      const differences = asked.filter((_, index) => ours[index] !== theirs[index]);
      expect(theirs).toHaveLength(10_000);
      expect(differences).toEqual([]);
      const counts = ['valid', 'invalid', 'not-found'].map(
        (state) => theirs.filter((theirState) => theirState === state).length,
      );
      expect(Math.min(...counts), 'each state is common').toBeGreaterThan(200);
    } finally {
      routinator.close();
    }
  });

  test('a run asks its server', async () => {
    const cidr = { prefix: '198.51.100.0/24', maxLength: 24 };
    const known = [16_509, 14_618].map((asn) => ({ asn, ...cidr }));
    const routinator = prepareRoutinator(program, [{ asn: 64_500, ...cidr }, ...known]);
    try {
      await routinator.serve(async (rpki) => {
        const { outputs, result, log } = await runScenario({
          with: { 'dry-run': 'true', rpki, 'rpki-policy': 'require-valid' },
        });
        expect(outputs.reason).toBe('dry-run-permitted');
        expect(result.pairs[0]?.rpki).toEqual({
          state: 'valid',
          way_back: [
            { asn: '16509', state: 'valid' },
            { asn: '14618', state: 'valid' },
          ],
        });
        expect(log).not.toContain('[warning]');
      });
    } finally {
      routinator.close();
    }
  });
});
