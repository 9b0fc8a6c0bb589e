import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { reasons } from '../../../src/reasons.ts';
import { formatComment } from '../../../src/report/markdown-page.ts';
import { anyLinks, anyOutcome } from './any-outcome.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { onPullRequest as links, nowhere } from './links.ts';
import { inputsOf, outcomeOf } from './outcome.ts';
import { longPlan, refusedPlan, smallPlan } from './scenarios.ts';
import { readStructure, seen } from './structure.ts';

const room = 60_000;
const heading = (comment: string) => seen(comment.split('\n')[0] ?? '');

/** How many CIDRs the tables and the lists of failures have. */
function cidrsIn(comment: string): number {
  const { tables, lines } = readStructure(comment);
  const cells = tables.flatMap(([, ...rows]) => rows.map(([cidrs = '']) => cidrs.split('<br>')));
  const lists = lines
    .filter((line) => line.startsWith('- AS'))
    .map((line) => line.split('</code>, <code>'));
  return [...cells, ...lists].flat().length;
}

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
  test('has the headline', () => {
    expect(heading(formatComment(outcomeOf('already-associated'), room, links))).toBe(
      '### BYOASN: no changes',
    );
  });

  test('of a file names it, and the targets that the run was limited to', () => {
    expect(heading(formatComment(longPlan(), room, links))).toBe(
      '### BYOASN byoasn.yml: 9 associations to create',
    );
    const source = { form: 'file', path: 'byoasn.yml', only: ['dr', 'edge'] } as const;
    const outcome = { ...longPlan(), inputs: inputsOf({ source, mode: 'plan' }) };
    expect(heading(formatComment(outcome, room, links))).toBe(
      '### BYOASN byoasn.yml (dr, edge): 9 associations to create',
    );
  });
});

describe('the comment', () => {
  test('links to its run, and names the commit and who started it, but not its pull request', () => {
    const [small] = formatComment(smallPlan(), room, links).split('\n').slice(-2);
    expect(small).toContain(
      '<a href="https://github.com/octo-org/network/actions/runs/42">The run',
    );
    expect(seen(small ?? '')).toMatch(
      /Plan digest v2:\w{64} · The run · commit 4f2c1d9a7b3e · started by octocat$/,
    );
  });

  test('mentions nobody and refers to no issue', () => {
    const comment = formatComment(smallPlan(), room, { ...links, approvers: ['@mona'] });
    const [small = ''] = comment.split('\n').slice(-2);
    expect(small).toContain(
      '<code>octocat</code> · approved in this run by <code>&#64;&#8288;mona</code>',
    );
    expect(small).not.toMatch(/@|[^&]#/);
  });

  test('outside of GitHub has no links', () => {
    const comment = formatComment(refusedPlan(), room, nowhere);
    expect(comment).not.toContain('href');
    expect(comment).toContain('<code>byoasn&#46;yml&#58;11&#58;9</code>');
  });
});

describe('a comment that does not fit', () => {
  const left = (comment: string) => /Left out: (.*?)\. .*has more\./.exec(seen(comment))?.[1];

  test('has everything if it fits', () => {
    const full = formatComment(longPlan(), room, links);
    expect(left(full)).toBeUndefined();
    expect(formatComment(longPlan(), full.length, links)).toBe(full);
  });

  test('leaves out the diagram first, then unchanged rows, then checks and undo', () => {
    const full = formatComment(longPlan(), room, links);
    const plain = formatComment(longPlan(), full.length - 1, links);
    expect(left(plain)).toBe('the diagram');
    expect(plain).not.toContain('mermaid');
    expect(plain).toContain('<summary>111 unchanged</summary>');
    const changes = formatComment(longPlan(), plain.length - 1, links);
    expect(left(changes)).toBe('the diagram, 111 unchanged associations');
    expect(changes).toContain('<summary>Undo</summary>');
    expect(changes.match(/<summary>Checks: /g)).toHaveLength(9);
    const brief = formatComment(longPlan(), changes.length - 1, links);
    expect(left(brief)).toBe('the diagram, 111 unchanged associations, undo, checks');
    expect(brief).not.toContain('<details>');
    expect(cidrsIn(brief)).toBe(9);
    expect(formatComment(longPlan(), brief.length, links)).toBe(brief);
  });

  test('then has as many rows as fit', () => {
    const few = formatComment(longPlan(), 1_600, links);
    const [, count] = /, (\d) rows?$/.exec(left(few) ?? '') ?? [];
    expect(left(few)).toMatch(
      /^the diagram, 111 unchanged associations, undo, checks, [1-8] rows?$/,
    );
    expect(cidrsIn(few)).toBe(9 - Number(count));
    expect(few.length).toBeGreaterThan(1_300);
  });

  test('has more rows with more room, and the most that fit', () => {
    const least = 1_000;
    const full = formatComment(longPlan(), room, links).length;
    const most = fc.integer({ min: least, max: full });
    fc.assert(
      fc.property(most, most, (one, other) => {
        const [less = '', more = ''] = [Math.min(one, other), Math.max(one, other)].map((size) =>
          formatComment(longPlan(), size, links),
        );
        if (left(more) !== undefined) expect(cidrsIn(less)).toBeLessThanOrEqual(cidrsIn(more));
        expect(formatComment(longPlan(), Math.max(least, more.length), links)).toBe(more);
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
    expect(left(comment)).toBe('1000 unchanged associations');
    expect(seen(comment)).toContain(`**Next:** ${reasons['no-changes'].next}`);
  });

  test('links to the run that has more', () => {
    expect(formatComment(longPlan(), 1_600, links)).toContain(
      ' The job summary of <a href="https://github.com/octo-org/network/actions/runs/42">the run</a> has more.',
    );
    const inputs = inputsOf({ mode: 'plan', summary: false });
    expect(formatComment({ ...longPlan(), inputs }, 1_600, links)).toContain(
      ' The log of <a href="',
    );
    const problems = Array.from({ length: 500 }, (_, line) => ({
      location: { file: 'byoasn.yml', line, column: 1 },
      path: 'targets',
      text: 'is wrong',
    }));
    const refused = new Failure('invalid-input', 'byoasn.yml has 500 problems', { problems });
    const comment = formatComment(outcomeOf(refused), 5_000, links);
    expect(comment).toMatch(/Left out: checks, \d+ problems\. /);
  });

  test('has as many failures and rows as fit', () => {
    const comment = formatComment(manyFailures(1_000), 20_000, links);
    const [, rows, failures] = /, (\d+) rows, (\d+) failures$/.exec(left(comment) ?? '') ?? [];
    expect(1_000 - Number(rows)).toBe(200 - Number(failures));
    expect(cidrsIn(comment)).toBe(1_000 - Number(rows));
    expect(comment).toContain(`**Failure ${200 - Number(failures)}** `);
  });

  test('of a thousand characters counts thousands of pairs in every state', () => {
    const comment = formatComment(manyFailures(6_000), 1_000, links);
    expect(comment.length).toBeLessThanOrEqual(1_000);
    expect(left(comment)).toMatch(/^checks, 6000 rows, 1200 failures/);
    expect(comment).toContain('### BYOASN: ');
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

  test('shows or counts every pair', () => {
    fc.assert(
      fc.property(anyOutcome, fc.integer({ min: 1_000, max: 65_536 }), (outcome, most) => {
        const comment = formatComment(outcome, most, links);
        const count = (pattern: RegExp) => Number(pattern.exec(left(comment) ?? '')?.[1] ?? 0);
        const leftOut = [
          /(\d+) rows?\b/,
          /(\d+) unchanged/,
          /(\d+) failed (?:associations?|routes?)/,
        ]
          .map(count)
          .reduce((sum, each) => sum + each, 0);
        expect(cidrsIn(comment) + leftOut).toBe(outcome.pairs.length);
      }),
      { numRuns: 300 },
    );
  });
});
