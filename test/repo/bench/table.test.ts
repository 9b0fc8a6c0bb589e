import { describe, expect, test } from 'vitest';
import { formatTable, type Row, verdictOf } from '../../../bench/table.ts';

const row: Row = { measure: 'throttled', value: 0, unit: 'calls', goal: 0, limit: 0 };

describe('the verdict on a value', () => {
  test.each([
    ['at the goal is reached', row, 'reached'],
    ['between goal and limit is within the limit', { ...row, value: 1, limit: 1 }, 'within limit'],
    ['past the limit is over it', { ...row, value: 1 }, 'over the limit'],
    ['not measured is none', { ...row, value: undefined }, '-'],
  ])('%s', (_, given, verdict) => {
    expect(verdictOf(given)).toBe(verdict);
  });
});

test('a table shows every quantity in its unit', () => {
  const text = formatTable([
    row,
    { measure: 'wall', value: 1.034, unit: 'x', note: '3 / 2 s', goal: 1.1, limit: 1.2 },
    { measure: 'memory', value: 142.66, unit: 'MiB' },
  ]);
  expect(text.split('\n')).toEqual([
    'measure   | value           | goal    | limit   | verdict',
    '----------|-----------------|---------|---------|--------',
    'throttled | 0 calls         | 0 calls | 0 calls | reached',
    'wall      | 1.03x (3 / 2 s) | 1.10x   | 1.20x   | reached',
    'memory    | 142.7 MiB       |         |         | -',
  ]);
});
