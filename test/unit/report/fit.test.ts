import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit, type Trimmable } from '../../../src/report/fit.ts';

/** A text of `a`s and `b`s; the `a`s are given up first. */
function letters(a: number, b: number): Trimmable<'a' | 'b'> {
  return {
    order: ['a', 'b'],
    all: { a, b },
    render: (shown) => 'a'.repeat(shown.a) + 'b'.repeat(shown.b),
  };
}

describe('trimming', () => {
  test.each([
    [3, 2, 5, 'aaabb'],
    [3, 2, 4, 'aabb'],
    [3, 2, 2, 'bb'],
    [3, 2, 1, 'b'],
    [3, 2, 0, ''],
    [0, 2, 1, 'b'],
  ])('of %i and %i to %i leaves %j', (a, b, room, text) => {
    expect(fit(letters(a, b), ({ length }) => length <= room)).toBe(text);
  });

  test('gives up as little as it must, and never a part before those that come first', () => {
    const count = fc.nat({ max: 50 });
    fc.assert(
      fc.property(count, count, count, (a, b, room) => {
        const text = fit(letters(a, b), ({ length }) => length <= room);
        expect(text).toHaveLength(Math.min(room, a + b));
        expect(text.replaceAll('a', '')).toHaveLength(Math.min(room, b));
      }),
    );
  });

  test('renders what can be left out no further, though it does not fit', () => {
    const stubborn: Trimmable<'a'> = { order: ['a'], all: { a: 1 }, render: ({ a }) => `head${a}` };
    expect(fit(stubborn, () => false)).toBe('head0');
  });
});
