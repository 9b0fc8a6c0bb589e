import { describe, expect, test } from 'vitest';
import { formatPlanPage } from '../../../src/cli/format-plan.ts';
import { countChanges } from '../../../src/outcome/pair-status.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { headlineOf, otherCounts } from '../../../src/report/headline.ts';
import { inputLines } from '../../../src/report/input-lines.ts';
import { resultLines } from '../../../src/report/log.ts';
import { formatSummary } from '../../../src/report/markdown-page.ts';
import { formatGraph } from '../../../src/report/mermaid.ts';
import { makeRows } from '../../../src/report/pair-row.ts';
import { formatResult } from '../../../src/report/result.ts';
import { changedPairs, undoLines } from '../../../src/report/undo.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { nowhere } from './links.ts';
import { inputsOf } from './outcome.ts';

const create: Entry = { target: 'dr', cidr: '192.0.2.0/24' };
const remove: Entry = { target: 'dr', cidr: '198.51.100.0/24', state: 'associated', remove: true };
const gone: Entry = { target: 'dr', cidr: '203.0.113.0/24', state: 'disassociated', remove: true };
const allowed = { allowRemove: true } as const;

const made = { state: 'associated', changed: true };
const removed = { state: 'disassociated', changed: true };
const planned = fleetOf([create, remove, gone], allowed);
const applied = fleetOf(
  [
    { ...create, facts: made },
    { ...remove, facts: removed },
  ],
  { ...allowed, mode: 'apply' },
);

const headline = (outcome: Outcome) => headlineOf(outcome, makeRows(outcome));
const others = (outcome: Outcome) => otherCounts(outcome, makeRows(outcome));
const graphOf = (outcome: Outcome) => formatGraph(outcome, makeRows(outcome));

describe('the headline', () => {
  test.each<[string, Outcome, string]>([
    ['a plan', planned, '1 association to create, 1 to remove'],
    ['a plan that only removes', fleetOf([remove], allowed), '1 association to remove'],
    ['an apply', applied, '1 association created, 1 removed'],
    [
      'an apply that only removes',
      fleetOf([{ ...remove, facts: removed }], { ...allowed, mode: 'apply' }),
      '1 association removed',
    ],
    [
      'an apply that only waited',
      fleetOf([{ ...remove, state: 'pending-disassociation', facts: { state: 'disassociated' } }], {
        ...allowed,
        mode: 'apply',
      }),
      '1 association now removed',
    ],
    ['a removal that is not allowed', fleetOf([remove]), 'refused'],
  ])('of %s counts removals', (_, outcome, expected) => {
    expect(headline(outcome)).toBe(expected);
  });

  test('leaves other numbers to the counts', () => {
    expect(others(planned)).toEqual(['1 unchanged']);
    expect(others(fleetOf([create, remove]))).toEqual(['1 to create', '1 to remove']);
  });
});

describe('the row of an association to remove', () => {
  const rowOf = (outcome: Outcome) =>
    makeRows(outcome).find(({ pair }) => pair.association?.cidr === remove.cidr);

  test('says remove, and why the removal is allowed', () => {
    expect(rowOf(planned)?.change).toEqual({
      text: 'remove',
      isBold: true,
      remarks: ['associated, and the CIDR is provisioned'],
    });
  });

  test('says that it would be removed in a plan that is refused', () => {
    expect(rowOf(fleetOf([remove]))?.change.text).toBe('would be removed');
  });

  test.each([
    [removed, 'removed (disassociated)'],
    [{ state: 'absent', changed: true }, 'removed (absent)'],
    [{ state: 'pending-disassociation', changed: true }, 'pending-disassociation'],
    [{ state: 'associated' }, 'skipped, now associated'],
  ])('of an apply shows its result (%j)', (facts, text) => {
    expect(rowOf(fleetOf([{ ...remove, facts }], { ...allowed, mode: 'apply' }))?.change.text).toBe(
      text,
    );
  });

  test('of a removal that is already done says that there is nothing to do', () => {
    const row = makeRows(planned).find(({ pair }) => pair.association?.cidr === gone.cidr);
    expect(row).toMatchObject({ status: 'kept', change: { text: 'none (disassociated)' } });
  });
});

describe('the undo', () => {
  const associate =
    'aws ec2 associate-ipam-byoasn --region eu-west-1 --asn 64500 --cidr 198.51.100.0/24';
  const undoOf = (facts: Entry['facts']) =>
    undoLines(
      changedPairs(fleetOf([facts ? { ...remove, facts } : remove], { ...allowed, mode: 'apply' })),
    );

  test.each(['disassociated', 'absent', 'pending-disassociation'])(
    'of a removal that AWS shows as %s associates again',
    (state) => {
      expect(undoOf({ state, changed: true })).toEqual([
        '# dr (444455556666 eu-west-1)',
        associate,
      ]);
    },
  );

  test.each(['associated', 'failed-disassociation'])('is not needed if AWS shows %s', (state) => {
    expect(undoOf({ state, changed: true })).toEqual([]);
  });

  test('of a removal that may have been made starts with a check', () => {
    expect(undoOf({ state: 'unknown' })).toEqual([
      '# dr (444455556666 eu-west-1)',
      '# its state is not known: check it in AWS first',
      associate,
    ]);
  });

  test('names the change that the file needs first', () => {
    const only = formatSummary(fleetOf([remove], allowed), nowhere);
    expect(only).toContain(
      'First, in the file, delete <code>remove&#58; true</code> from the entries to restore.',
    );
    expect(only).not.toContain('advertise-byoip-cidr');
    expect(formatSummary(planned, nowhere)).toContain(
      'First, in the file, delete the entries to undo, and delete <code>remove&#58; true</code> from the entries to restore.',
    );
  });
});

test('a page of a plan says that removing changes no routes', () => {
  expect(formatSummary(fleetOf([remove], allowed), nowhere)).toContain(
    'Disassociating changes no routes, because the ASN is not the origin of the CIDR.',
  );
});

test('the diagram draws removals differently from creations', () => {
  expect(graphOf(planned)).toContain(
    'Arrows: thick green: to create; dotted amber with a cross: to remove; thin gray: unchanged.',
  );
  expect(graphOf(applied)).toContain(
    'Arrows: thick green: associated; dotted amber with a cross: removed.',
  );
});

test('the log counts removals, and names them', () => {
  expect(countChanges(planned.pairs.flatMap(({ step }) => (step ? [{ step }] : [])))).toBe(
    '1 to create, 1 to remove, 1 unchanged',
  );
  expect(resultLines(planned, nowhere).slice(0, 3)).toEqual([
    '192.0.2.0/24 with AS64500: to create, now absent',
    '198.51.100.0/24 with AS64500: to remove, now associated',
    '203.0.113.0/24 with AS64500: disassociated',
  ]);
});

test('the log says that the run may remove', () => {
  expect(inputLines(inputsOf({ allowRemove: true, maxChanges: 3 }), [])).toEqual(
    expect.arrayContaining([
      'removes associations that have remove: true in the file',
      'changes at most 3 associations',
    ]),
  );
});

test('the terminal shows a removal in another color', () => {
  const lines = formatPlanPage(planned, {
    width: 200,
    style: (style, text) => `<${style}>${text}</${style}>`,
  });
  expect(lines.join('\n')).toContain('<yellow>remove</yellow>');
});

describe('the state of a run', () => {
  const stateOf = (entries: readonly Entry[]) =>
    JSON.parse(
      formatResult(fleetOf(entries, { ...allowed, mode: 'apply' }), Number.POSITIVE_INFINITY),
    ).state;

  test.each([
    [
      [
        { ...create, facts: made },
        { ...remove, facts: removed },
      ],
      'associated',
    ],
    [[{ ...create, facts: made }, remove], 'associated'],
    [
      [
        { ...create, state: 'associated' },
        { ...remove, facts: { state: 'pending-disassociation' } },
      ],
      'pending-disassociation',
    ],
    [
      [
        { ...create, facts: made },
        { ...remove, facts: { state: 'failed-disassociation' } },
      ],
      'failed-disassociation',
    ],
    [[{ ...remove, facts: removed }], 'disassociated'],
  ])('is that of the pair farthest from its desired end: %#', (entries, state) => {
    expect(stateOf(entries)).toBe(state);
  });
});
