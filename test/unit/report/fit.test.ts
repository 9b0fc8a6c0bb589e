import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderToFit } from '../../../src/report/fit.ts';

/** Renderings of a text with `most` items and details that have as many characters. */
const renderings = (most: number) => ({
  full: () => 'i'.repeat(most) + 'd'.repeat(most),
  brief: () => 'i'.repeat(most),
  first: (count: number) => 'i'.repeat(count),
  most,
});

describe('rendering to fit', () => {
  test.each([
    [3, 6, 'iiiddd'],
    [3, 5, 'iii'],
    [3, 3, 'iii'],
    [3, 2, 'ii'],
    [3, 0, ''],
    [0, 0, ''],
  ])('%i items into %i characters are %j', (most, room, text) => {
    expect(renderToFit(renderings(most), ({ length }) => length <= room)).toBe(text);
  });

  test('shows as many items as fit', () => {
    const count = fc.nat({ max: 50 });
    fc.assert(
      fc.property(count, count, (most, room) => {
        const text = renderToFit(renderings(most), ({ length }) => length <= room);
        expect(text.replaceAll('d', '')).toHaveLength(Math.min(most, room));
        expect(text.includes('d')).toBe(most > 0 && 2 * most <= room);
      }),
    );
  });

  test('shows no items if nothing fits', () => {
    expect(renderToFit({ ...renderings(3), first: (count) => `head${count}` }, () => false)).toBe(
      'head0',
    );
  });
});
