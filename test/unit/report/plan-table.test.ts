import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { groupFailures } from '../../../src/report/failures.ts';
import { makePlanTable } from '../../../src/report/plan-table.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { outcomeOf, target } from './outcome.ts';
import { longPlan, partlyApplied, refusedPlan, smallPlan } from './scenarios.ts';
import { seen } from './structure.ts';

const files = 'https://github.com/octo-org/network/blob/abc/';
const links = { run: undefined, files, commit: undefined };
const tableOf = (outcome: Outcome) => makePlanTable(outcome, groupFailures(outcome), links);

/** The cells of a row as a reader sees them, lines of a cell separated by slashes. */
const cells = (row: string | undefined) =>
  (row ?? '')
    .split('|')
    .slice(1, -1)
    .map((cell) => seen(cell.trim().replaceAll('<br>', ' / ')));

const rowsOf = (outcome: Outcome) => tableOf(outcome).rows.map(cells);

const other: Entry = { target: 'dr', asn: '64501', cidr: '203.0.113.0/24', state: 'associated' };
const rowOf = (entry: Partial<Entry>, mode: 'plan' | 'apply' = 'plan') => {
  const outcome = fleetOf([{ target: 'dr', cidr: '198.51.100.0/24', ...entry }, other], { mode });
  return rowsOf(outcome)[0];
};

describe('the order of the rows', () => {
  test('is refused, to associate, pending, with unchanged ones apart', () => {
    const { rows, unchanged } = tableOf(refusedPlan());
    expect(rows.map((row) => cells(row)[0])).toEqual([
      '**refused**',
      '**refused**',
      '**associate**',
      '**associate**',
      'pending',
    ]);
    expect(unchanged.map((row) => cells(row).slice(0, 3))).toEqual([
      ['unchanged', '111122223333/us-west-2', '2001:db8:2000::/48'],
      ['unchanged', 'dr / 444455556666 eu-west-1', '192.0.2.0/24'],
    ]);
  });

  test('of an apply is failed, skipped, done', () => {
    expect(rowsOf(partlyApplied()).map(([end]) => end)).toEqual([
      '**failed**',
      '**failed**',
      '**failed**',
      '**skipped**',
      'associated',
    ]);
  });

  test('is otherwise that of the plan', () => {
    const names = rowsOf(longPlan()).map(([, name]) => name);
    expect(names).toEqual(names.toSorted());
  });
});

describe('a row', () => {
  test('of a plan has the states now and after', () => {
    expect(tableOf(smallPlan()).header[4]).toBe('Now → after');
    expect(rowOf({})?.[4]).toBe('absent → **associated**');
    expect(rowOf({ state: 'pending-association' })?.[4]).toBe(
      'pending-association → **associated**',
    );
  });

  test('of an apply has the states before and now', () => {
    expect(tableOf(partlyApplied()).header[4]).toBe('Before → now');
    const facts = { state: 'pending-association', changed: true };
    expect(rowOf({ facts }, 'apply')?.[4]).toBe('absent → **pending-association**');
    expect(rowOf({}, 'apply')?.[4]).toBe('absent');
  });

  test('of a further attempt says why', () => {
    const row = rowOf({ state: 'failed-association', statusMessage: 'No ROA' });
    expect(row?.[4]).toBe(
      'failed-association → **associated** / a new attempt, because an earlier one failed: No ROA',
    );
  });

  test("has AWS's status message of the current state", () => {
    const failure = new Failure('association-failed', 'It failed');
    const facts = { state: 'failed-association', statusMessage: 'No ROA', failure };
    expect(rowOf({ facts }, 'apply')?.[4]).toBe(
      'absent → **failed-association** / AWS says: No ROA / association-failed, failure 1',
    );
  });

  test('refers to its failure by number if several are listed', () => {
    const states = rowsOf(partlyApplied()).map((row) => row[4]);
    expect(states.slice(0, 3)).toEqual([
      'absent → **failed-association** / AWS says: AWS could not complete it / association-failed, failure 1',
      'absent / access-denied, failure 2',
      'absent / access-denied, failure 2',
    ]);
  });

  test('that is refused says why and links to its line in the file', () => {
    const { rows } = tableOf(refusedPlan());
    expect(rows[1]).toContain(
      `<a href="${files}byoasn.yml#L12"><code>byoasn&#46;yml&#58;12&#58;9</code></a>`,
    );
    expect(cells(rows[1])[4]).toBe('pending-disassociation / a disassociation is pending');
  });

  test("has the author's note", () => {
    expect(rowOf({ note: 'edge POP, ticket NET-12' })?.[2]).toBe(
      '198.51.100.0/24 / edge POP, ticket NET-12',
    );
  });

  test('names account and Region, unless the name of the target consists of them', () => {
    expect(rowOf({})?.[1]).toBe('dr / 444455556666 eu-west-1');
    expect(rowOf({ target: '111122223333/us-west-2' })?.[1]).toBe('111122223333/us-west-2');
  });

  test('says what is not known', () => {
    const source = { form: 'inputs', target: { ...target, accountId: undefined } } as const;
    const outcome = outcomeOf('fork-no-credentials', {}, { mode: 'plan', source });
    expect(rowsOf(outcome)).toEqual([
      ['**unknown**', 'us-west-2 / account not known', '198.51.100.0/24', 'AS64500', 'unknown'],
    ]);
  });

  test('of the only pair is in the table even if it is unchanged', () => {
    const facts = { step: 'keep', before: 'associated', state: 'associated' } as const;
    const { rows, unchanged } = tableOf(outcomeOf('already-associated', facts));
    expect(unchanged).toEqual([]);
    expect(rows).toHaveLength(1);
  });
});
