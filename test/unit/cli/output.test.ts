import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../../src/cli/output.ts';

test('a text that fits is one line', () => {
  expect(wrap('a b c', 5)).toEqual(['a b c']);
  expect(wrap('', 5)).toEqual(['']);
});

test('a long text is broken at spaces, and each line is indented', () => {
  expect(wrap('one two three', 9, '- ', '  ')).toEqual(['- one two', '  three']);
});

test('a word that is longer than a line is not broken', () => {
  expect(wrap('v1:474b44f78091c63f is new', 8)).toEqual(['v1:474b44f78091c63f', 'is new']);
});

test('no word is lost, and only a single word makes a line too long', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (some, width) => {
      const lines = wrap(some.join(' '), width);
      expect(lines.join(' ')).toBe(some.join(' '));
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
    }),
  );
});
