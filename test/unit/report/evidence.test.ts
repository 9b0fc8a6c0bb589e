import { describe, expect, test } from 'vitest';
import type { Evidence, Grade } from '../../../src/plan/evidence.ts';
import { evidenceLines, evidenceSummary, formatEvidence } from '../../../src/report/evidence.ts';
import { fleetOf } from './fleet.ts';
import { outcomeOf } from './outcome.ts';
import { seen } from './structure.ts';

const offline: Evidence = { grade: 'checked offline', text: 'well-formed' };
const permission: Evidence = { grade: 'not asked', text: 'permission-check: false' };
const read = (text: string): Evidence => ({ grade: 'read', text });

describe('the summary of evidence', () => {
  test.each<[readonly Grade[], string]>([
    [['checked offline', 'read', 'proven'], 'permission confirmed'],
    [['checked offline', 'read'], 'read'],
    [['checked offline'], 'checked offline'],
    [['read', 'not read', 'not asked'], 'read, not read, permission not checked'],
    [['not asked'], 'permission not checked'],
    [[], 'none'],
  ])('of %j is %s', (grades, text) => {
    expect(evidenceSummary(grades.map((grade) => ({ grade, text: 'so' })))).toBe(text);
  });
});

describe('the evidence of a target', () => {
  test('is said once, in the order in which its pairs have it', () => {
    const pairs = [read('one'), read('two')].map((own) => ({
      evidence: [offline, own, permission],
    }));
    expect(evidenceLines([...pairs, { evidence: [] }])).toEqual([
      'checked offline: well-formed',
      'read: one',
      'permission not checked: permission-check: false',
      'read: two',
    ]);
  });

  test('is empty for no pairs', () => {
    expect(evidenceLines([])).toEqual([]);
  });
});

describe('evidence on a page', () => {
  test('is given once for each target', () => {
    const { pairs } = fleetOf(
      [
        {
          target: 'dr',
          cidr: '192.0.2.0/24',
          facts: { evidence: [offline, read('a'), permission] },
        },
        {
          target: 'dr',
          cidr: '203.0.113.0/24',
          facts: { evidence: [offline, read('b'), permission] },
        },
        { target: 'edge', cidr: '198.51.100.0/24', facts: { evidence: [read('c')] } },
      ],
      { mode: 'plan' },
    );
    expect(seen(formatEvidence(pairs))).toBe(
      `Evidence: read, checked offline, permission not checked

dr (444455556666 eu-west-1)

- checked offline: well-formed
- read: a
- permission not checked: permission-check: false
- read: b

edge (111122223333 us-east-1)

- read: c

`,
    );
  });

  test('is open for a single pair, with checks that did not happen in bold', () => {
    const { pairs } = outcomeOf('accepted', { evidence: [read('a'), permission] });
    expect(formatEvidence(pairs)).toMatch(
      /^<details open><summary>Evidence: read, <b>permission not checked<\/b><\/summary>\n/,
    );
  });

  test('is empty if there is none', () => {
    expect(formatEvidence(outcomeOf('accepted').pairs)).toBe('');
    expect(formatEvidence([])).toBe('');
  });
});
