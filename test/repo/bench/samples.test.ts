import { describe, expect, test } from 'vitest';
import { median } from '../../../bench/samples.ts';

describe('the median', () => {
  test.each([
    ['of an odd number of values is the middle one', [9, 1, 10], 9],
    ['of an even number is halfway between the middle two', [10, 2, 1, 9], 5.5],
    ['of nothing is undefined', [], undefined],
  ])('%s', (_, values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
