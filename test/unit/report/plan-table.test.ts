import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { formatSummary } from '../../../src/report/markdown-page.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { nowhere } from './links.ts';
import { outcomeOf, target } from './outcome.ts';
import { examplePlan, partlyApplied, refusedPlan } from './scenarios.ts';
import { readStructure, seen } from './structure.ts';

const files = 'https://github.com/octo-org/network/blob/abc/';
const links = { ...nowhere, files };

/** The tables of a summary as a reader sees them, lines of a cell separated by slashes. */
const tablesOf = (outcome: Outcome) =>
  readStructure(formatSummary(outcome, links)).tables.map((rows) =>
    rows.map((cells) => cells.map((cell) => seen(cell.replaceAll('<br>', ' / ')))),
  );

/** The only table's only row. */
const rowOf = (entry: Partial<Entry>, mode: 'plan' | 'apply' = 'plan') => {
  const outcome = fleetOf([{ target: 'dr', cidr: '198.51.100.0/24', ...entry }], { mode });
  return tablesOf(outcome)[0]?.[1];
};

/** So many CIDRs to create with one ASN, changed by their index. */
const many = (count: number, change: (index: number) => Partial<Entry> = () => ({})) =>
  fleetOf(
    Array.from({ length: count }, (_, index) => ({
      ...{ target: 'dr', cidr: `2001:db8:${(4096 + index).toString(16)}::/48` },
      ...change(index),
    })),
  );

describe('the tables', () => {
  test('are one for each target, the most urgent rows first', () => {
    const order = tablesOf(refusedPlan()).map((rows) => rows.slice(1).map((cells) => cells[3]));
    expect(order).toEqual([
      [
        '**refused** cidr-not-found / AWS does not list the CIDR in this account and Region; it lists 2001:db8:4000::/48',
        '**refused** association-busy / a disassociation is pending',
      ],
      ['would be created'],
      ['none (pending-association)', 'none (associated)'],
      ['none (associated)'],
    ]);
  });

  test('have a title with name, account and Region, unless the name already has them', () => {
    expect(formatSummary(examplePlan(), links)).toContain(
      '\n\n<b>dr</b> · 444455556666 · eu-west-1\n\n| CIDR | ASN | CIDR state | RPKI | Change |\n',
    );
    expect(formatSummary(examplePlan(), links)).toContain(
      '\n\n<b>111122223333/us-west-2</b>\n\n| ',
    );
  });

  test('have a column for RPKI only if it was read', () => {
    expect(tablesOf(examplePlan())[0]?.[0]).toEqual([
      ...['CIDR', 'ASN', 'CIDR state', 'RPKI', 'Change'],
    ]);
    expect(tablesOf(refusedPlan())[0]?.[0]).toEqual(['CIDR', 'ASN', 'CIDR state', 'Change']);
    expect(tablesOf(partlyApplied())[0]?.[0]).toEqual(['CIDR', 'ASN', 'CIDR state', 'Result']);
  });
});

describe('rows that differ only in their CIDR', () => {
  const shared = (outcome: Outcome) =>
    tablesOf(outcome)[0]
      ?.slice(1)
      .map(([cidrs = '']) => cidrs.split(' / ').length);

  test('share a row of at most fifteen CIDRs, with their notes', () => {
    expect(shared(many(33))).toEqual([15, 15, 3]);
    const [, row] = tablesOf(many(2, (index) => ({ note: `ticket ${index}` })))[0] ?? [];
    expect(row?.[0]).toBe('2001:db8:1000::/48 ticket 0 / 2001:db8:1001::/48 ticket 1');
  });

  test.each<[string, Partial<Entry>]>([
    ['ASN', { asn: '64501' }],
    ['state of the CIDR', { cidrState: 'advertised' }],
    ['change', { state: 'pending-association' }],
    ['other ASN', { others: ['64511'] }],
    ['refusal', { state: 'pending-disassociation' }],
  ])('have a row of their own for another %s', (_, change) => {
    expect(shared(many(4, (index) => (index === 2 ? change : {})))?.toSorted()).toEqual([1, 3]);
  });

  test('share a refusal too', () => {
    expect(shared(many(4, () => ({ cidrState: 'pending-provision' })))).toEqual([4]);
  });
});

describe('a row', () => {
  test('of a plan says what it does', () => {
    expect(rowOf({})).toEqual(['198.51.100.0/24', 'AS64500', 'provisioned', 'create']);
    expect(rowOf({ state: 'pending-association' })?.[3]).toBe('none (pending-association)');
  });

  test('says in bold that its CIDR is live', () => {
    expect(rowOf({ cidrState: 'advertised' })?.[2]).toBe('**advertised (live)**');
    expect(rowOf({ cidrState: 'pending-withdrawal' })?.[2]).toBe('pending-withdrawal');
  });

  test('says in bold which other ASNs its CIDR has', () => {
    const others = Array.from({ length: 12 }, (_, index) => String(64_600 + index));
    const [own, ...more] = rowOf({ others })?.[1]?.split(' / ') ?? [];
    expect(own).toBe('AS64500');
    expect(more).toEqual([
      ...others.slice(0, 10).map((asn) => `**also AS${asn}**`),
      '**and 2 more ASNs**',
    ]);
  });

  test('has routes that RPKI does not confirm in bold', () => {
    expect(rowOf({ rpki: ['valid', 'valid'] })?.[3]).toBe('valid');
    expect(rowOf({ rpki: ['invalid', 'valid'] })?.[3]).toBe('**invalid**');
    expect(rowOf({ rpki: ['valid', 'not-found'] })?.[3]).toBe(
      "valid / **Amazon's ASNs: not-found**",
    );
  });

  test('of an apply has the state now', () => {
    const facts = { state: 'pending-association', changed: true };
    expect(rowOf({ facts }, 'apply')?.[3]).toBe('pending-association');
    expect(rowOf({ facts: { state: 'associated', changed: true } }, 'apply')?.[3]).toBe(
      '**associated**',
    );
    expect(rowOf({}, 'apply')?.[3]).toBe('**skipped, now absent**');
  });

  test('of a further attempt says why', () => {
    const row = rowOf({ state: 'failed-association', statusMessage: 'No ROA' });
    expect(row?.[3]).toBe('create / a new attempt, because an earlier one failed: No ROA');
  });

  test("that failed has AWS's status message, its reason and the number of its failure", () => {
    const failure = new Failure('association-failed', 'It failed');
    const facts = { state: 'failed-association', statusMessage: 'No ROA', failure };
    expect(rowOf({ facts }, 'apply')?.[3]).toBe(
      '**failed-association** / AWS says: No ROA / association-failed, failure 1',
    );
  });

  test('that is refused links to its line in the file', () => {
    expect(formatSummary(refusedPlan(), links)).toContain(
      `<sub><a href="${files}byoasn.yml#L12"><code>byoasn&#46;yml&#58;12&#58;9</code></a></sub>`,
    );
  });

  test('does not repeat its CIDR, but keeps a similar one', () => {
    const outcome = fleetOf([
      { target: 'dr', cidr: '98.51.100.0/24', cidrState: 'unlisted' },
      { target: 'dr', cidr: '198.51.100.0/24' },
    ]);
    expect(tablesOf(outcome)[0]?.[1]?.[3]).toBe(
      '**refused** cidr-not-found / AWS does not list the CIDR in this account and Region; it lists 198.51.100.0/24',
    );
  });

  test("keeps AWS's own words", () => {
    const outcome = fleetOf([
      {
        ...{ target: 'dr', cidr: '198.51.100.0/24', cidrState: 'pending-provision' },
        cidrMessage: 'No ROA: 198.51.100.0/24',
      },
    ]);
    expect(tablesOf(outcome)[0]?.[1]?.[3]).toBe(
      '**refused** cidr-not-ready / the CIDR is pending-provision: No ROA: 198.51.100.0/24',
    );
  });

  test('says which facts are not known', () => {
    const source = { form: 'inputs', target: { ...target, accountId: undefined } } as const;
    const outcome = outcomeOf('fork-no-credentials', {}, { mode: 'plan', source });
    expect(tablesOf(outcome)[0]?.[1]).toEqual([
      ...['198.51.100.0/24', 'AS64500', 'unknown', '**not read**'],
    ]);
    expect(formatSummary(outcome, links)).toContain('<b>us-west-2</b> · account not known');
  });

  test('of the only pair is not folded, even if it is unchanged', () => {
    const facts = { step: 'keep', before: 'associated', state: 'associated' } as const;
    const summary = formatSummary(outcomeOf('already-associated', facts), links);
    expect(summary).not.toContain('<details>');
    expect(readStructure(summary).tables).toHaveLength(1);
  });
});

describe('the checks below a table', () => {
  test('are folded once for each target, with counts where pairs differ', () => {
    const summary = seen(formatSummary(examplePlan(), links));
    expect(summary.match(/Checks: read, permission not checked\n/g)).toHaveLength(2);
    const evidence = [{ grade: 'proven', text: 'EC2 permits it' }] as const;
    const outcome = many(3, (index) => (index === 0 ? {} : { facts: { evidence } }));
    expect(formatSummary(outcome, links)).toContain(
      '<details><summary>Checks: permission confirmed by EC2 (2 of 3)</summary>',
    );
  });

  test('are open for a single pair, with checks that did not happen in bold', () => {
    const evidence = [
      { grade: 'read', text: 'a' },
      { grade: 'not asked', text: 'permission-check: false' },
    ] as const;
    expect(formatSummary(outcomeOf('accepted', { step: 'associate', evidence }), links)).toContain(
      '<details open><summary>Checks: read, <b>permission not checked</b></summary>\n\n- read&#58; a\n',
    );
  });

  test('are left out if there are none', () => {
    expect(formatSummary(outcomeOf('accepted'), links)).not.toContain('Checks');
  });
});
