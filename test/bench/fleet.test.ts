import { describe, expect, test } from 'vitest';
import { callsAtMost, fleetFile, fleets, fleetText, targetsOf } from '../../scripts/bench/fleet.ts';
import { parseConfig } from '../../src/desired/config/config.ts';

describe('a fleet of the bench', () => {
  test.each(fleets.map((fleet) => [fleetText(fleet), fleet] as const))(
    'of %s is a config file of as many that has no problem',
    (_, fleet) => {
      const { targets = [], problems } = parseConfig(fleetFile(fleet), 'byoasn.yml', {
        specialUse: 'accept',
      });
      expect(problems ?? []).toEqual([]);
      expect(targets).toHaveLength(fleet.targets);
      expect(targets.flatMap(({ associations }) => associations)).toHaveLength(fleet.pairs);
    },
  );

  test('has no CIDR and no account twice', () => {
    const targets = targetsOf({ pairs: 1_000, targets: 20 });
    expect(new Set(targets.map(({ account }) => account)).size).toBe(20);
    expect(new Set(targets.flatMap(({ cidrs }) => cidrs)).size).toBe(1_000);
  });

  test.each([
    ['a page, a write, a page, and the ASNs', { pairs: 1, targets: 1 }, 1 + 1 + 1 + 1],
    ['a hundred CIDRs on one page', { pairs: 100, targets: 1 }, 1 + 100 + 1 + 1],
    ['a page more for one CIDR more', { pairs: 101, targets: 1 }, 2 + 101 + 2 + 1],
    ['pages and ASNs of each target', { pairs: 1_000, targets: 20 }, 20 * (1 + 50 + 1 + 1)],
  ])('may make few calls: %s', (_, fleet, calls) => {
    expect(callsAtMost(fleet)).toBe(calls);
  });
});
