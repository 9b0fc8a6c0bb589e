import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseConfig } from '../../../src/config/parse.ts';
import { accept, withAssociations, withRoutes } from './config-text.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const good = readFileSync(join(fixtures, 'byoasn.yml'), 'utf8');
const routed = withRoutes(
  '- { cidr: 198.51.100.0/24, origin: 64500 }',
  '- { cidr: 203.0.113.0/24, origin: AWS, note: edge }',
  '- cidr: "2001:db8::/48"',
  '  origin: none',
);
const refused = readFileSync(join(fixtures, 'byoasn-refused.yml'), 'utf8');

/** Text with a meaning in YAML, or in this format. */
const fragment = fc.constantFrom(
  ...[
    'a',
    'version',
    'targets',
    'asn',
    'origin',
    'routes',
    'remove',
    'none',
    'null',
    'false',
    'AWS',
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    ',',
    ', ',
    '&a ',
    '*a',
    '!t ',
    '!!str ',
    '? ',
    '#c',
    '# c\n',
    '"',
    "'",
    '|',
    '>',
    '|2+\n',
    '\t',
  ],
  ...['%YAML 1.1\n', '---\n', '...\n', '\r\n', '\r', '\\', '\\x', '<<: ', '~', '1.10', '0x1', '@'],
  ...[
    '\u{feff}',
    '`',
    '%',
    ' ',
    '\0',
    '\x02',
    '\x18',
    '\x1f',
    '💥',
    '\ud800',
    '-',
    '?',
    '!<',
    '__proto__: ',
  ],
);
const fragments = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''));

/** A file with one part replaced; the part and its replacement may be empty. */
const mutated = fc
  .tuple(
    fc.constantFrom(good, refused, routed),
    fc.nat(),
    fc.nat(20),
    fc.oneof(fragment, fragments, fc.string()),
  )
  .map(([text, from, length, insert]) => {
    const at = from % (text.length + 1);
    return text.slice(0, at) + insert + text.slice(at + length);
  });

/** A file with its lines dropped or moved. */
const shuffled = fc
  .constantFrom(good, refused, routed)
  .chain((text) => fc.shuffledSubarray(text.split('\n')).map((lines) => lines.join('\n')));

/** Expects targets, or problems at locations that the text has. */
function expectResult(text: string): void {
  const { targets, problems } = parseConfig(text, 'f', accept);
  if (targets) {
    for (const { associations, routes = [] } of targets) {
      expect(associations.length + routes.length).toBeGreaterThan(0);
      for (const { origin } of routes) expect(origin).toMatch(/^(AWS|none|[1-9][0-9]{0,9})$/);
    }
    return;
  }
  expect(problems.length).toBeGreaterThan(0);
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const { location } of problems) {
    expect(location.column).toBeGreaterThan(0);
    expect(location.column).toBeLessThanOrEqual((lines[location.line - 1] ?? '').length + 1);
    expect(location.line).toBeLessThanOrEqual(lines.length);
    expect(location.line).toBeGreaterThan(0);
  }
}

describe('any text gives targets, or problems at locations in the text:', () => {
  test.each([
    ['any characters', fc.string({ unit: 'binary', maxLength: 200 })],
    ['fragments of YAML', fragments],
    ['a file with a spot replaced', mutated],
    ['a file with its lines shuffled', shuffled],
    ['any data as YAML', fc.jsonValue().map((value) => stringify(value))],
    ['any data as JSON', fc.jsonValue().map((value) => JSON.stringify(value, undefined, 1))],
    [
      'any data as targets',
      fc
        .jsonValue()
        .map((value) => stringify({ version: 1, targets: [value, { associations: value }] })),
    ],
  ])('%s', (_kind, text) => {
    fc.assert(fc.property(text, expectResult), { numRuns: 2000 });
  });
});

describe('mistakes in a valid file', () => {
  /** The text of an association, the column of its mistake, and a part of the message. */
  const mistakes = [
    { entryOf: (cidr: string) => `{ asn: 1.10, cidr: "${cidr}" }`, column: 8, text: 'asdot' },
    { entryOf: (cidr: string) => `{ asn: 0, cidr: "${cidr}" }`, column: 8, text: 'AS0' },
    {
      entryOf: (cidr: string) => `{ asn: 64500, cidr: "${cidr}9" }`,
      column: 21,
      text: 'above /128',
    },
    {
      entryOf: (cidr: string) => `{ asn: 64500, prefix: "${cidr}", cidr: "${cidr}" }`,
      column: 15,
      text: 'known key',
    },
    { entryOf: () => '{ asn: 64500 }', column: 1, text: 'is missing' },
    { entryOf: () => '[64500]', column: 1, text: 'is a list' },
    {
      entryOf: (cidr: string) => `{ asn: 64500, cidr: "${cidr}", asn: 64501 }`,
      column: 43,
      text: 'duplicate',
    },
    {
      entryOf: (cidr: string) => `{ asn: 64500, note: 5, cidr: "${cidr}" }`,
      column: 21,
      text: 'a number',
    },
    {
      entryOf: (cidr: string) => `{ asn: 64500, remove: no, cidr: "${cidr}" }`,
      column: 23,
      text: 'only be true',
    },
  ] as const;
  const line = fc.record({
    mistake: fc.option(fc.constantFrom(...mistakes), { nil: undefined, freq: 2 }),
    comment: fc.constantFrom('', ' # why', '\n\n      # why: [\n'),
  });

  test('are reported at their lines and columns, without other problems', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const expected: { line: number; column: number }[] = [];
        let next = 6;
        const written = lines.map(({ mistake, comment }, index) => {
          const cidr = `2001:db8:${(index + 0x1000).toString(16)}::/48`;
          if (mistake) expected.push({ line: next, column: 8 + mistake.column });
          next += comment.split('\n').length;
          return `- ${mistake ? mistake.entryOf(cidr) : `{ asn: 64500, cidr: "${cidr}" }`}${comment}`;
        });
        const { targets, problems = [] } = parseConfig(withAssociations(...written), 'f', accept);
        expect(
          problems.map(({ location }) => ({ line: location.line, column: location.column })),
        ).toEqual(expected);
        const texts = lines.flatMap(({ mistake }) => mistake?.text ?? []);
        for (const [n, text] of texts.entries()) expect(problems[n]?.text).toContain(text);
        const count = targets?.[0]?.associations.length;
        expect(count).toBe(expected.length === 0 ? lines.length : undefined);
      }),
      { numRuns: 300 },
    );
  });
});
