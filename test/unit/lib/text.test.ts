import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logLine, plainJson, plainLine, truncate } from '../../../src/lib/text.ts';
import { hostileText } from '../report/text.ts';

/** Line ends of .NET's ReadLine, by which the runner cuts what a step prints. */
const runnerLines = (text: string) => text.split(/\r\n|\r|\n/);

/** What the runner takes for a command: `::` first after .NET's TrimStart, `##[` anywhere. */
const isCommand = (line: string) => /^[\s\u0085]*::/.test(line) || line.includes('##[');

/** Unicode's bidirectional controls: the property Bidi_Control (UAX 9). */
const bidirectional = [
  ...['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...['\u2066', '\u2067', '\u2068', '\u2069'],
];

describe('a line of the log', () => {
  test.each([
    '::error::boo',
    '  ::add-mask::x',
    '\t::debug::x',
    '\n::stop-commands::x',
    'text\n::error::boo',
    'text\r::error::boo',
    '\u00a0\u3000::error::boo',
    '\u0085::error::boo',
    '\ufeff::error::boo',
    '::::error::',
    '##[error]boo',
    'text ##[add-mask]boo',
    '####[error]',
    '##[##[error]',
    '::error::##[error]',
  ])('from %j is not a command of the runner', (text) => {
    expect(runnerLines(logLine(text)).filter(isCommand)).toEqual([]);
  });

  test('from any text is one line and no command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = runnerLines(logLine(text));
        expect(lines).toHaveLength(1);
        expect(lines.filter(isCommand)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['::error::boo', String.raw`\::error::boo`],
    ['  ::error::boo', String.raw`  \::error::boo`],
    ['a ##[group]b ##[c', String.raw`a #\#[group]b #\#[c`],
  ])('from %j still shows what it says: %j', (text, expected) => {
    expect(logLine(text)).toBe(expected);
  });

  test.each([
    '2001:db8::/32 is provisioned',
    'a::b',
    ': :',
    '# [x] #[y]',
    'ec2:AssociateIpamByoasn',
    '  { "Sid": "Read" }',
    'ärger, 東京 and 💥',
  ])('does not change harmless text: %s', (text) => {
    expect(logLine(text)).toBe(text);
  });
});

describe('a plain line', () => {
  test.each([
    ['one\ntwo\r\nthree', String.raw`one\ntwo\r\nthree`],
    ['a\tb', 'a b'],
    ['\u001b[31mred', String.raw`\u{1b}[31mred`],
    ['\0', String.raw`\u{0}`],
    ['\u0085\u2028\u2029', String.raw`\u{85}\u{2028}\u{2029}`],
    ['a\u202eb', String.raw`a\u{202e}b`],
    ['\ufeff', String.raw`\u{feff}`],
    ['a\u200b\u00adb', String.raw`a\u{200b}\u{ad}b`],
    ['\u{e0041}', String.raw`\u{e0041}`],
  ])('of %j shows %j', (text, expected) => {
    expect(plainLine(text)).toBe(expected);
  });

  test.each(bidirectional)('shows the bidirectional control %j', (control) => {
    const code = control.codePointAt(0)?.toString(16);
    expect(plainLine(`a${control}b`)).toBe(`a\\u{${code}}b`);
  });

  test('holds no control character, line end or invisible format character, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });

  test('is already plain', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainLine(plainLine(text))).toBe(plainLine(text));
      }),
    );
  });
});

describe('JSON for a terminal', () => {
  test('keeps its value, and has no characters that a terminal acts on', () => {
    fc.assert(
      fc.property(
        fc.anything().filter((value) => JSON.stringify(value) !== undefined),
        (value) => {
          const json = JSON.stringify(value);
          expect(JSON.parse(plainJson(json))).toEqual(JSON.parse(json));
        },
      ),
    );
    const evil = JSON.stringify({ note: '\u001b[2J\u009b31m\u202e\u{e0001}' });
    expect(plainJson(evil)).toBe('{"note":"\\u001b[2J\\u009b31m\\u202e\\udb40\\udc01"}');
  });
});

describe('long text', () => {
  test('that fits is complete', () => {
    expect(truncate('x'.repeat(1000), 1000)).toBe('x'.repeat(1000));
  });

  test('that does not fit is cut, with the number of omitted characters', () => {
    expect(truncate(`${'x'.repeat(1000)}yz`, 1000)).toBe(
      `${'x'.repeat(1000)}... (2 more characters)`,
    );
    expect(truncate('x'.repeat(1001), 1000)).toContain('(1 more characters)');
  });
});
