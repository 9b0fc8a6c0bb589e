import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssociationOutcome, Outcome } from '../../../src/outcome/run-state.ts';
import { formatGraph } from '../../../src/report/mermaid.ts';
import { makeRows } from '../../../src/report/pair-row.ts';
import { associationsOf } from '../associations.ts';
import { anyOutcome } from './any-outcome.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { longPlan, onePair, partlyApplied, refusedPlan, smallPlan } from './scenarios.ts';

const graphOf = (outcome: Outcome) => formatGraph(outcome, makeRows(outcome));

/** Lines of the chart, without fence and settings. */
const chartOf = (graph: string) =>
  (/^```mermaid\n([\s\S]*?)\n```/.exec(graph)?.[1] ?? '').split('\n---\n')[1]?.split('\n') ?? [];

const manyEntries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    target: `account-with-a-rather-long-name/eu-west-${index}`,
    cidr: `2001:db8:${(index + 1).toString(16)}::/48`,
  }));

const kept = ({ association: { cidr } }: AssociationOutcome): Entry => ({
  ...{ target: 'dr', cidr, state: 'associated' },
});

describe('the diagram of a plan', () => {
  test('has an arrow from each ASN to its CIDRs in the boxes of their targets', () => {
    const chart = chartOf(graphOf(smallPlan()));
    expect(chart.slice(0, 20)).toEqual([
      'flowchart LR',
      'a0(["AS64500"]):::asn',
      'a1(["AS64501"]):::asn',
      'subgraph t0["111122223333/us-west-2"]',
      'c0["198.51.100.0/24"]:::green',
      'c1["2001:db8:1000::/48"]:::green',
      'c4["2001:db8:2000::/48"]:::dim',
      'end',
      'class t0 box',
      'subgraph t1["dr#32;#40;444455556666#32;eu-west-1#41;"]',
      'c2["203.0.113.0/24"]:::cyan',
      'c3["192.0.2.0/24"]:::dim',
      'end',
      'class t1 box',
      'a0 ==> c0',
      'a0 ==> c1',
      'a1 -.-> c2',
      'a1 --> c3',
      'a0 --> c4',
      'classDef asn fill:none,stroke:#848d97',
    ]);
    expect(chart).toContain('linkStyle 0,1 stroke:#2da44e');
    expect(chart).toContain('linkStyle 3,4 stroke:#848d97');
  });

  test('explains its arrows', () => {
    expect(graphOf(smallPlan())).toMatch(
      /<sub>Arrows: thick green: to create; dotted blue: pending; thin gray: unchanged\.<\/sub>$/,
    );
    expect(graphOf(refusedPlan())).toContain('red with a cross: refused');
    expect(graphOf(partlyApplied())).toContain(
      'dotted amber with a cross: skipped; thick green: associated',
    );
  });

  test('shows a CIDR with two ASNs once, in the color of the more urgent one', () => {
    const outcome = fleetOf([
      { target: 'dr', asn: '64500', cidr: '198.51.100.0/24', state: 'associated' },
      { target: 'dr', asn: '64501', cidr: '198.51.100.0/24', state: 'pending-disassociation' },
      { target: 'dr', asn: '64501', cidr: '203.0.113.0/24' },
    ]);
    const chart = chartOf(graphOf(outcome));
    expect(chart.filter((line) => line.startsWith('c0['))).toEqual(['c0["198.51.100.0/24"]:::red']);
    expect(chart).toEqual(expect.arrayContaining(['a0 --x c0', 'a1 --> c0']));
  });

  test('leaves out unchanged associations if there are many, and says so', () => {
    const graph = graphOf(longPlan());
    expect(chartOf(graph).filter((line) => /^c\d/.test(line))).toHaveLength(9);
    expect(graph).not.toContain('kept');
    expect(graph).toContain('Not drawn: 111 unchanged.');
  });

  test.each([
    ['one pair', onePair()],
    [
      'nothing to change',
      fleetOf(manyEntries(50).map((entry) => ({ ...entry, state: 'associated' }))),
    ],
    [
      'one change beside others',
      fleetOf([...manyEntries(1), ...associationsOf(smallPlan()).map(kept)]),
    ],
    ['26 changes', fleetOf(manyEntries(26))],
  ])('is left out for %s', (_, outcome) => {
    expect(graphOf(outcome)).toBe('');
  });

  test('has up to 25 changes, within the characters that Mermaid accepts', () => {
    const chart = chartOf(graphOf(fleetOf(manyEntries(25))));
    expect(chart.filter((line) => line.includes(' ==> '))).toHaveLength(25);
    expect(chart.join('\n').length).toBeLessThan(50_000);
  });

  test('has plain labels and only our statements, for any names', () => {
    const statement =
      /^(flowchart LR|end|class t\d+ box|a\d+\(\["AS\d+"\]\):::asn|subgraph t\d+\["([\w./:-]|#\d+;)+"\]|c\d+\["[\w./:]+"\]:::\w+|a\d+ (==>|-\.->|-->|-\.-x|--x) c\d+|classDef \w+ [\w:,#]+|linkStyle [\d,]+ stroke:#\w+)$/;
    fc.assert(
      fc.property(anyOutcome, (outcome) => {
        const graph = graphOf(outcome);
        for (const line of chartOf(graph)) expect(line).toMatch(statement);
        const changed = makeRows(outcome).filter(({ status }) => status !== 'kept').length;
        if (changed < 2 || changed > 25) expect(graph).toBe('');
        expect(graph.length).toBeLessThan(50_000);
      }),
    );
  });
});
