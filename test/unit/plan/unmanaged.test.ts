import { describe, expect, test } from 'vitest';
import type { Observed } from '../../../src/observe/observed.ts';
import { countPlan, makePlan, type Plan } from '../../../src/plan/plan.ts';
import { countUnmanaged, unmanagedCidrText, unmanagedText } from '../../../src/plan/unmanaged.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { observedCidr } from './observed-cidr.ts';

const location = { file: 'byoasn.yml', line: 6, column: 9 };
const target = targetOf([desiredOf('64500', '198.51.100.0/24', { location })]);
const states = (...asns: readonly [asn: string, state: string][]) =>
  asns.map(([asn, state]) => ({ asn, state, statusMessage: '' }));
const other = observedCidr({
  cidr: '203.0.113.0/24',
  state: 'advertised',
  associations: states(['64511', 'associated'], ['64512', 'disassociated']),
});

function planOf(cidrs: Observed['cidrs'], allCidrs = true): Plan {
  const observations = [{ target, observed: { cidrs, asns: [] } }];
  return makePlan(observations, { specialUse: 'accept', allCidrs });
}

describe('CIDRs that the file does not have', () => {
  test('are listed by their text, with their state and live ASNs', () => {
    const first = observedCidr({ cidr: '192.0.2.0/24' });
    expect(planOf([other, observedCidr(), first]).unmanagedCidrs).toEqual([
      { target, cidr: '192.0.2.0/24', state: 'provisioned', asns: [] },
      { target, cidr: '203.0.113.0/24', state: 'advertised', asns: ['64511'] },
    ]);
  });

  test('are listed once, even if AWS lists them twice', () => {
    expect(planOf([other, other]).unmanagedCidrs).toHaveLength(1);
  });

  test('are not listed once they are deprovisioned', () => {
    expect(planOf([observedCidr({ ...other, state: 'deprovisioned' })]).unmanagedCidrs).toEqual([]);
  });

  test('are looked for only on request', () => {
    expect(planOf([other], false).unmanagedCidrs).toBeUndefined();
  });

  test('change no digest', () => {
    const listed = [observedCidr(), other];
    expect(planOf(listed).digest).toBe(planOf(listed, false).digest);
  });
});

describe('the counts of a plan', () => {
  const steps = { associate: 1, wait: 0, keep: 0, refuse: 0 };
  const shared = observedCidr({ associations: states(['64511', 'associated']) });

  test('have the unmanaged associations', () => {
    expect(countPlan(planOf([shared], false))).toEqual({ ...steps, unmanaged: 1 });
  });

  test('have the unmanaged CIDRs if the run lists them', () => {
    expect(countPlan(planOf([shared, other]))).toEqual({
      ...steps,
      unmanaged: 1,
      unmanaged_cidrs: 1,
    });
  });

  test('are zero without a plan', () => {
    expect(countPlan(undefined)).toEqual({ ...steps, associate: 0, unmanaged: 0 });
  });

  test('are words for a headline', () => {
    expect(countUnmanaged(planOf([observedCidr()]))).toBe('');
    expect(countUnmanaged(planOf([shared, other]))).toBe(
      '1 unmanaged association, 1 unmanaged CIDR',
    );
    const two = observedCidr({ associations: states(['64511', 'associated'], ['64512', 'x']) });
    const more = observedCidr({ cidr: '192.0.2.0/24' });
    expect(countUnmanaged(planOf([two, other, more]))).toBe(
      '2 unmanaged associations, 2 unmanaged CIDRs',
    );
  });

  test('come with the line of the CIDR and a text of each', () => {
    const { unmanaged, unmanagedCidrs = [] } = planOf([shared, other]);
    expect(unmanaged.map((each) => each.location)).toEqual([location]);
    expect(unmanaged.map(unmanagedText)).toEqual([
      'unmanaged: 198.51.100.0/24 with AS64511 is associated in 111122223333/us-west-2, not changed',
    ]);
    expect(unmanagedCidrs.map(unmanagedCidrText)).toEqual([
      'unmanaged: 203.0.113.0/24 is advertised in 111122223333/us-west-2, with AS64511',
    ]);
    const asns = Array.from({ length: 12 }, (_, index) => `${64_500 + index}`);
    const cidr = { target, cidr: '203.0.113.0/24', state: 'provisioned' };
    expect(unmanagedCidrText({ ...cidr, asns })).toMatch(/AS64509 and 2 more$/);
    expect(unmanagedCidrText({ ...cidr, asns: [] })).toMatch(/, without an ASN$/);
  });
});
