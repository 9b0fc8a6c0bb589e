import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainLookAlike, quotedText } from '../../../src/domain/look-alikes.ts';

describe('a character that looks like ASCII or is invisible', () => {
  test.each([
    ['64500\u00a0', 'has U+00A0 (no-break space) after "64500"'],
    ['\u00a064500', 'starts with U+00A0 (no-break space)'],
    ['a\u2003b', 'has U+2003 (em space) after "a"'],
    ['a\u2004b', 'has U+2004 (another space than U+0020) after "a"'],
    ['a\u3000b', 'has U+3000 (ideographic space) after "a"'],
    ['a\u200bb', 'has U+200B (zero-width space) after "a"'],
    ['a\ufeffb', 'has U+FEFF (byte order mark) after "a"'],
    ['a\u202eb', 'has U+202E (invisible character) after "a"'],
    ['a\u3164b', 'has U+3164 (invisible character) after "a"'],
    ['a\u2028b', 'has U+2028 (invisible character) after "a"'],
    ['a\u0085b', 'has U+0085 (invisible character) after "a"'],
    ['a\u{e0041}b', 'has U+E0041 (invisible character) after "a"'],
    ['us\u2013west', 'has U+2013 (en dash) after "us"'],
    ['us\u2e3awest', 'has U+2E3A (dash) after "us"'],
    ['us\u2212west', 'has U+2212 (minus sign) after "us"'],
    ['６', 'starts with U+FF16 (fullwidth 6)'],
    ['64\u0665', 'has U+0665 (digit of another script) after "64"'],
    ['\u0410S64500', 'starts with U+0410 (Cyrillic letter)'],
    ['\u0391S64500', 'starts with U+0391 (Greek letter)'],
    ['0\u204424', 'has U+2044 (fraction slash) after "0"'],
    ['\u201cx\u201d', 'starts with U+201C (left double quotation mark)'],
    ['a\u2033', 'has U+2033 (not an ASCII character) after "a"'],
    ['\u00a0\u2003', 'starts with U+00A0 (no-break space)'],
    [`${'x'.repeat(100)}\u00a0`, `has U+00A0 (no-break space) after "${'x'.repeat(20)}"`],
  ])('is named with its position: %j', (text, explained) => {
    expect(explainLookAlike(text)).toBe(explained);
  });

  test.each(['', 'us-west-2', 'AS64500 \t\n\0', '198.51.100.0/24', 'Zürich 東京 💥', '"\'-:/,.'])(
    'is not in %j',
    (text) => {
      expect(explainLookAlike(text)).toBeUndefined();
    },
  );

  test('is never ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(explainLookAlike(text.replaceAll('\u007f', ''))).toBeUndefined();
      }),
    );
  });
});

describe('text in quotes', () => {
  test.each([
    ['64500\u00a0', String.raw`"64500\u00a0"`],
    ['a\u200b\u{e0041}b', String.raw`"a\u200b\udb40\udc41b"`],
    ['us\u2013west "é" 東京 💥\n', String.raw`"us–west \"é\" 東京 💥\n"`],
    ['plain text', '"plain text"'],
  ])('shows what cannot be seen: %j', (text, quoted) => {
    expect(quotedText(text)).toBe(quoted);
  });

  test('is JSON of the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(quotedText(text))).toBe(text);
      }),
    );
  });
});
