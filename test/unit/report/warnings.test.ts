import { expect, test } from 'vitest';
import type { ObservedAsn } from '../../../src/observe/observed.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { planAnnotations, planWarnings } from '../../../src/report/warnings.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { observedCidr } from '../plan/observed-cidr.ts';

const location = { file: 'byoasn.yml', line: 6, column: 9 };
const asnOf = (asn: string): ObservedAsn => ({ asn, state: 'provisioned', statusMessage: '' });
const foreign = { asn: '64511', state: 'associated', statusMessage: '' };

function planOf(asns: readonly ObservedAsn[], cidrs = ['198.51.100.0/24']) {
  const target = targetOf(cidrs.map((cidr) => desiredOf('64500', cidr, { location })));
  const listed = [...cidrs, '192.0.2.0/24'].map((cidr) =>
    observedCidr({ cidr, associations: [foreign] }),
  );
  const options = { specialUse: 'accept', allCidrs: true } as const;
  return makePlan([{ target, observed: { cidrs: listed, asns } }], options);
}

test('an ASN that the IPAM does not list has a warning at its line', () => {
  expect(planWarnings(planOf([asnOf('64501')]), { unmanaged: 'report' })).toEqual([
    {
      text: 'ASN not found in IPAM: 198.51.100.0/24 with AS64500. DescribeIpamByoasn: AS64500 is not listed, but AS64501 in us-west-2. Correct it if it is a typo; set ipam-region if the IPAM of another Region has it',
      location,
    },
  ]);
});

test('there is no warning if the IPAM lists no ASN, or this one', () => {
  for (const asns of [[], [asnOf('64500')]]) {
    expect(planWarnings(planOf(asns), { unmanaged: 'report' })).toEqual([]);
    expect(planWarnings(planOf(asns), { unmanaged: 'fail' })).toEqual([]);
  }
});

test('unmanaged associations and CIDRs have warnings if the input says so', () => {
  expect(planWarnings(planOf([]), { unmanaged: 'warn' })).toEqual([
    { text: expect.stringContaining('unmanaged: 198.51.100.0/24 with AS64511'), location },
    { text: expect.stringContaining('unmanaged: 192.0.2.0/24 is provisioned') },
  ]);
});

test('there are as many warnings as GitHub shows, and the last one counts the rest', () => {
  const cidrs = Array.from({ length: 30 }, (_, index) => `203.0.${index}.0/24`);
  const warnings = planAnnotations(planOf([asnOf('64501')], cidrs), { unmanaged: 'warn' });
  expect(warnings).toHaveLength(10);
  expect(warnings.at(-1)).toEqual({ text: 'and 52 more, in the plan above' });
});
