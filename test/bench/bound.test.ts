import { describe, expect, test } from 'vitest';
import { leastSeconds } from '../../scripts/bench/bound.ts';

describe('the least time that the buckets allow', () => {
  test.each([
    ['the second listing waits for a token', { pages: 1, writes: 1 }, 2],
    ['a burst of 50 writes needs no wait', { pages: 1, writes: 50 }, 2],
    [
      '60 writes need two seconds at 5 a second, in which the listing has its token back',
      { pages: 1, writes: 60 },
      2,
    ],
    ['100 writes need ten seconds', { pages: 1, writes: 100 }, 10],
    ['two pages are two seconds apart, before and after', { pages: 2, writes: 1 }, 2 + 2 + 2],
    [
      'ten pages, 950 writes past the burst, ten pages',
      { pages: 10, writes: 1_000 },
      18 + 190 + 18,
    ],
    [
      'the read bucket holds one token however long the writes take',
      { pages: 3, writes: 250 },
      4 + 40 + 4,
    ],
  ])('%s', (_, work, seconds) => {
    expect(leastSeconds(work)).toBe(seconds);
  });
});
