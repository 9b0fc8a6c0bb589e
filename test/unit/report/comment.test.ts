import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Links } from '../../../src/inputs/links.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { reasons } from '../../../src/reasons.ts';
import { formatComment } from '../../../src/report/markdown-page.ts';
import { anyLinks, anyOutcome } from './any-outcome.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { inputsOf, outcomeOf } from './outcome.ts';
import { longPlan, onePair, partlyApplied, refusedPlan, smallPlan } from './scenarios.ts';
import { readStructure, seen } from './structure.ts';

const links: Links = {
  run: 'https://github.com/octo-org/network/actions/runs/42',
  files: 'https://github.com/octo-org/network/blob/4f2c1d9a7b3e/',
  commit: '4f2c1d9a7b3e5a6b',
};

const room = 60_000;
const heading = (comment: string) => seen(comment.split('\n')[0] ?? '');

const kinds: readonly Partial<Entry>[] = [
  {},
  { state: 'pending-association' },
  { cidrState: 'unlisted' },
  { facts: { step: undefined } },
];

/** An apply of so many pairs, every fifth of them with its own failure. */
function manyFailures(count: number): Outcome {
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const cidr = `2001:db8:${(index + 1).toString(16)}::/48`;
    const failure = new Failure('throttled', `Could not associate ${cidr}`, { lines: ['x'] });
    const failed = { facts: { failure } };
    return { target: `t${index % 300}`, cidr, ...(index % 5 === 4 ? failed : kinds[index % 5]) };
  });
  return fleetOf(entries, { mode: 'apply' });
}

describe('the heading of the comment', () => {
  test.each([
    ['a plan', smallPlan(), '### BYOASN associations of byoasn.yml: planned'],
    ['a refused plan', refusedPlan(), '### BYOASN associations of byoasn.yml: refused'],
    [
      'an apply that failed in part',
      partlyApplied(),
      '### BYOASN associations of byoasn.yml: failed',
    ],
    ['a dry run of a pair', onePair(), '### BYOASN association: planned'],
    ['an apply of a pair', outcomeOf('associated'), '### BYOASN association: applied'],
    [
      'an existing association',
      outcomeOf('already-associated'),
      '### BYOASN association: no changes',
    ],
    ['a fork', outcomeOf('fork-no-credentials'), '### BYOASN association: checked offline'],
  ])('of %s has the status of the run', (_, outcome, expected) => {
    expect(heading(formatComment(outcome, room, links))).toBe(expected);
  });

  test('names the targets that the run was limited to', () => {
    const source = { form: 'file', path: 'byoasn.yml', only: ['dr', 'edge'] } as const;
    const outcome = { ...smallPlan(), inputs: inputsOf({ source, mode: 'plan' }) };
    expect(heading(formatComment(outcome, room, links))).toBe(
      '### BYOASN associations of byoasn.yml (dr, edge): planned',
    );
  });
});

describe('the comment', () => {
  test('has no diagram', () => {
    expect(formatComment(smallPlan(), room, links)).not.toContain('mermaid');
  });

  test('links to its run and names the commit', () => {
    expect(formatComment(smallPlan(), room, links)).toMatch(
      /\n<sub><a href="https:\/\/github.com\/octo-org\/network\/actions\/runs\/42">The run<\/a> · commit <code>4f2c1d9a7b3e<\/code><\/sub>\n$/,
    );
  });

  test('outside of GitHub has no links', () => {
    const nowhere = { run: undefined, files: undefined, commit: undefined };
    const comment = formatComment(refusedPlan(), room, nowhere);
    expect(comment).not.toContain('href');
    expect(comment).toContain('<code>byoasn&#46;yml&#58;11&#58;9</code>');
  });
});

describe('a comment that does not fit', () => {
  const left = (comment: string) => /Left out: (.*?)\. .*has everything\./.exec(seen(comment))?.[1];

  test('has everything if it fits', () => {
    const full = formatComment(longPlan(), room, links);
    expect(left(full)).toBeUndefined();
    expect(formatComment(longPlan(), full.length, links)).toBe(full);
  });

  test('leaves out evidence and unchanged rows first', () => {
    const full = formatComment(longPlan(), room, links);
    const brief = formatComment(longPlan(), full.length - 1, links);
    expect(left(brief)).toBe('details of the evidence, 111 unchanged associations');
    expect(brief).not.toContain('<details>');
    expect(brief).toContain('\n\nEvidence: permission confirmed, read\n\n');
    expect(readStructure(brief).tables[0]).toHaveLength(10);
    expect(formatComment(longPlan(), brief.length, links)).toBe(brief);
  });

  test('then has as many rows as fit', () => {
    const few = formatComment(longPlan(), 2_000, links);
    const [, count] = /, (\d) rows?$/.exec(left(few) ?? '') ?? [];
    expect(left(few)).toMatch(/^details of the evidence, 111 unchanged associations, [1-8] rows?$/);
    expect(readStructure(few).tables[0]).toHaveLength(10 - Number(count));
    expect(few.length).toBeGreaterThan(1_600);
  });

  test('has more rows with more room, and the most that fit', () => {
    const least = 1_000;
    const full = formatComment(longPlan(), room, links).length;
    const most = fc.integer({ min: least, max: full });
    const rowsIn = (text: string) => readStructure(text).tables[0]?.length ?? 0;
    fc.assert(
      fc.property(most, most, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((size) =>
          formatComment(longPlan(), size, links),
        );
        expect(rowsIn(less ?? '')).toBeLessThanOrEqual(rowsIn(more ?? ''));
        expect(formatComment(longPlan(), Math.max(least, more?.length ?? 0), links)).toBe(more);
      }),
      { numRuns: 25 },
    );
  });

  test('keeps the next step where nothing but unchanged rows is left out', () => {
    const kept = Array.from({ length: 1_000 }, (_, index): Entry => {
      const cidr = `2001:db8:${(index + 1).toString(16)}::/48`;
      return { target: 'dr', cidr, state: 'associated' };
    });
    const comment = formatComment(fleetOf(kept), 2_000, links);
    expect(left(comment)).toBe('details of the evidence, 1000 unchanged associations');
    expect(comment).toContain(`**Next:** ${reasons['no-changes'].next}`);
  });

  test('links to the run that has everything', () => {
    expect(formatComment(longPlan(), 2_000, links)).toContain(
      '<a href="https://github.com/octo-org/network/actions/runs/42">The run</a>, in its job summary or its log, has everything.',
    );
    const problems = Array.from({ length: 500 }, (_, line) => ({
      location: { file: 'byoasn.yml', line, column: 1 },
      path: 'targets',
      text: 'is wrong',
    }));
    const refused = new Failure('invalid-input', 'byoasn.yml has 500 problems', { problems });
    const comment = formatComment(outcomeOf(refused), 5_000, links);
    expect(comment).toMatch(/Left out: details of the evidence, \d+ problems\. /);
  });

  test('has as many failures and rows as fit', () => {
    const comment = formatComment(manyFailures(1_000), 20_000, links);
    const [, rows, failures] = /, (\d+) rows, (\d+) failures$/.exec(left(comment) ?? '') ?? [];
    expect(1_000 - Number(rows)).toBe(200 - Number(failures));
    expect(readStructure(comment).tables[0]).toHaveLength(1_001 - Number(rows));
    expect(comment).toContain(`**Failure ${200 - Number(failures)}** `);
  });

  test('of a thousand characters counts thousands of pairs in every state', () => {
    const comment = formatComment(manyFailures(6_000), 1_000, links);
    expect(comment.length).toBeLessThanOrEqual(1_000);
    expect(left(comment)).toMatch(/^details of the evidence, 6000 rows, 1200 failures, /);
    expect(comment).toMatch(
      /\*\*1200 failed, 1200 refused, 1200 skipped, 1200 unknown, 1200 pending\*\*/,
    );
  });

  test('fits the available characters and is complete Markdown, for any outcome', () => {
    fc.assert(
      fc.property(
        anyOutcome,
        anyLinks,
        fc.integer({ min: 1_000, max: 65_536 }),
        (outcome, to, most) => {
          const comment = formatComment(outcome, most, to);
          expect(comment.length).toBeLessThanOrEqual(most);
          const { lines } = readStructure(comment);
          expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('shows or counts every row', () => {
    fc.assert(
      fc.property(anyOutcome, fc.integer({ min: 1_000, max: 65_536 }), (outcome, most) => {
        const comment = formatComment(outcome, most, links);
        const count = (pattern: RegExp) => Number(pattern.exec(left(comment) ?? '')?.[1] ?? 0);
        const rowCount = readStructure(comment).tables.flatMap(([, ...rows]) => rows).length;
        const rows = count(/(\d+) rows?\b/);
        const unchanged = count(/(\d+) unchanged/);
        expect(rowCount + rows + unchanged).toBe(outcome.pairs.length);
      }),
      { numRuns: 300 },
    );
  });
});
