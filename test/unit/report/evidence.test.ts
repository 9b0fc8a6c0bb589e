import { describe, expect, test } from 'vitest';
import type { Evidence, Grade } from '../../../src/plan/evidence.ts';
import { checkLabels, evidenceLines } from '../../../src/report/evidence.ts';

const offline: Evidence = { grade: 'checked offline', text: 'well-formed' };
const permission: Evidence = { grade: 'not asked', text: 'permission-check: false' };
const read = (text: string): Evidence => ({ grade: 'read', text });

describe('the label of checks', () => {
  test.each<[readonly Grade[], string]>([
    [['checked offline', 'read', 'proven'], 'permission confirmed by EC2'],
    [['checked offline', 'read'], 'read'],
    [['checked offline'], 'checked offline'],
    [['read', 'not read', 'not asked'], 'read, not read, permission not checked'],
    [['read', 'not found', 'proven'], 'permission confirmed by EC2, ASN not found in IPAM'],
    [['not asked'], 'permission not checked'],
    [[], ''],
  ])('of %j is %s', (grades, text) => {
    const pair = {
      step: 'associate' as const,
      evidence: grades.map((grade) => ({ grade, text: 'so' })),
    };
    expect(
      checkLabels([pair])
        .map((label) => label.text)
        .join(', '),
    ).toBe(text);
  });
});

test('the label of a check of creation counts only pairs to create', () => {
  const permitted = { step: 'associate', evidence: [{ grade: 'proven', text: 'so' }] } as const;
  const other = { step: 'associate', evidence: [read('so')] } as const;
  const kept = { step: 'keep', evidence: [read('so')] } as const;
  const textOf = (pairs: Parameters<typeof checkLabels>[0]) => checkLabels(pairs)[0]?.text;
  expect(textOf([permitted, kept])).toBe('permission confirmed by EC2');
  expect(textOf([permitted, other, kept])).toBe('permission confirmed by EC2 (1 of 2)');
});

describe('the evidence of a target', () => {
  test('has each line once, in the order of the pairs', () => {
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
