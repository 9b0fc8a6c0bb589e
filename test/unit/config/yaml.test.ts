import { describe, expect, test } from 'vitest';
import { locateEntry, locateKey, pathText } from '../../../src/config/entry.ts';
import { readYaml } from '../../../src/config/yaml.ts';
import { problemText } from '../../../src/lib/source-location.ts';

const read = (text: string) => readYaml(text, 'f', new Set(['written']));

function problemsOf(text: string): readonly string[] {
  return read(text).problems.map(problemText);
}

function plainOf(text: string): unknown {
  const { root, problems } = read(text);
  expect(problems).toEqual([]);
  return root?.value;
}

describe('a document', () => {
  test.each([
    ['{"a": [1, "x", null, true]}', { a: [1, 'x', null, true] }],
    ['a: no\nb: 012\nc: 2026-01-01\nd: ~\n', { a: 'no', b: 12, c: '2026-01-01', d: null }],
    ['a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
    ['a: &x [&x 1, *x]\nb: *x\n', { a: [1, 1], b: 1 }],
    ['&x a: 1\nb: *x\n', { a: 1, b: 'a' }],
    ['? a\n: 1\n? b\n', { a: 1, b: null }],
    ['<<: { a: 1 }\n', { '<<': { a: 1 } }],
    ['%YAML 1.2\n---\na: 1\n...\n', { a: 1 }],
    ['', null],
  ])('%j is read by YAML 1.2', (text, plain) => {
    expect(plainOf(text)).toEqual(plain);
  });

  test('keeps a number as written at a text key', () => {
    const numbers = ['1.10', '0x10', '1e3', '+1', '007', '"1.10"', '&x 1', '*x'];
    const texts = ['1.10', '0x10', '1e3', '+1', '007', '1.10', '1', '1'];
    const values = [1.1, 16, 1000, 1, 7, '1.10', 1, 1];
    const lines = numbers.map((number) => `- { written: ${number}, parsed: ${number} }`);
    expect(plainOf(lines.join('\n').replace('parsed: &x', 'parsed: '))).toEqual(
      texts.map((written, index) => ({ written, parsed: values[index] })),
    );
  });

  test('has a path and locations for every entry', () => {
    const { root } = read('a:\n  - &x { b: 1 }\n  - *x\n  - c d: "é💥"\n');
    const at = (...keys: readonly unknown[]) => {
      if (!root) return undefined;
      const { line, column } = locateKey(root, keys);
      const { location, path } = locateEntry(root, keys);
      return [path, line, column, location.line, location.column];
    };
    expect(at()).toEqual(['', 1, 1, 1, 1]);
    expect(at('a')).toEqual(['a', 1, 1, 2, 3]);
    expect(at('a', 0, 'b')).toEqual(['a[0].b', 2, 10, 2, 13]);
    expect(at('a', 1)).toEqual(['a[1]', 3, 5, 3, 5]);
    expect(at('a', 1, 'b')).toEqual(['a[1].b', 3, 5, 3, 5]);
    expect(at('a', 2, 'c d')).toEqual(['a[2]["c d"]', 4, 5, 4, 10]);
    // A missing entry is located at its mapping or list.
    expect(at('a', 3)).toEqual(['a[3]', 2, 3, 2, 3]);
    expect(at('a', 'b')).toEqual(['a.b', 2, 3, 2, 3]);
    expect(at('a', 0, 'b', 'c')).toEqual(['a[0].b.c', 2, 13, 2, 13]);
  });

  test('has plain values without a prototype', () => {
    const plain = plainOf('a: 1\ntoString: 2\n');
    expect(Object.getPrototypeOf(plain)).toBeNull();
    expect(plain).toEqual({ a: 1, toString: 2 });
  });
});

describe('a path', () => {
  test.each([
    [['asn'], 'asn'],
    [['a', 0, 'b-c'], 'a[0].b-c'],
    [['a', '0'], 'a["0"]'],
    [['a', 'b.c'], 'a["b.c"]'],
    [[''], '[""]'],
    [['a\nb'], '["a\\nb"]'],
    [['x'.repeat(81)], `["${'x'.repeat(80)}..."]`],
  ])('of %j is %s', (keys, path) => {
    expect(pathText(keys)).toBe(path);
  });
});

describe('refused', () => {
  test.each([
    [
      'a second document',
      'a: 1\n---\nb: 2\n',
      ['f:2:1 starts a second document; only one is allowed'],
    ],
    [
      'many documents',
      'a: 1\n---\n---\n---\n',
      ['f:2:1 starts a second document; only one is allowed'],
    ],
    ['YAML 1.1', '%YAML 1.1\n---\na: yes\n', ['f:1:1 is declared as YAML 1.1; use YAML 1.2']],
    [
      'an unknown directive',
      '%FOO\n---\na: 1\n',
      ['f:1:1 is not valid YAML: Unknown directive %FOO'],
    ],
    [
      'a duplicate key',
      'a: 1\nb: 2\n"a": 3\n',
      ['f:3:1 a: is a duplicate key; the first is in line 1'],
    ],
    [
      'a key three times',
      'a:\n - { x: 1, x: 2, x: 3 }',
      [
        'f:2:12 a[0].x: is a duplicate key; the first is in line 2',
        'f:2:18 a[0].x: is a duplicate key; the first is in line 2',
      ],
    ],
    ['a number for a key', '1: a\n', ['f:1:1 has a key that is not text']],
    ['a mapping for a key', 'a: { ? { b: 1 } : 2 }\n', ['f:1:8 a: has a key that is not text']],
    ['an alias for a key', 'a: &x b\n*x : 2\n', ['f:2:1 has a key that is not text']],
    [
      'a mapping for a key, whose anchors count',
      '? { a: &x 1 }\n: 2\nb: *x\n',
      ['f:1:3 has a key that is not text'],
    ],
    ['an empty key', ': 1\n', ['f:1:1 has a key that is not text']],
    ['__proto__', 'a: { __proto__: 1 }\n', ['f:1:6 a.__proto__: is not allowed as a key']],
    ['constructor', '- constructor: 1\n', ['f:1:3 [0].constructor: is not allowed as a key']],
    ['prototype', '{"a": {"prototype": 1}}', ['f:1:8 a.prototype: is not allowed as a key']],
    ['a known tag', 'a: !!str 1\n', ['f:1:10 a: has the tag "!!str"; tags are not supported']],
    [
      'binary data',
      'a: !!binary aGk=\n',
      ['f:1:13 a: has the tag "!!binary"; tags are not supported'],
    ],
    [
      'a custom tag',
      'a: !custom { b: 1 }\n',
      ['f:1:12 a: has the tag "!custom"; tags are not supported'],
    ],
    [
      'a tag of a list',
      'a: !!set [b]\n',
      ['f:1:10 a: has the tag "!!set"; tags are not supported'],
    ],
    [
      'a tag of a key',
      '!custom a: 1\n',
      ['f:1:9 a: has the tag "!custom"; tags are not supported'],
    ],
    [
      'a tag that names no handle',
      'a: !e!x 1\n',
      ['f:1:4 is not valid YAML: Could not resolve tag: !e!x'],
    ],
    ['an alias without an anchor', 'a: *x\nb: &x 1\n', ['f:1:4 a: "*x" has no anchor before it']],
    [
      'an alias that contains itself',
      'a: &x [1, { b: *x }]\n',
      ['f:1:16 a[1].b: "*x" contains itself'],
    ],
    ['an anchor on the first key', '&x a: 1\n', []],
    [
      'an indented mistake',
      'a: 1\n b: 2\n',
      [
        'f:1:4 is not valid YAML: Nested mappings are not allowed in compact mappings',
        'f:1:4 is not valid YAML: Implicit keys need to be on a single line',
      ],
    ],
    ['an open list', 'a: [1,\n', ['f:2:1 is not valid YAML: ']],
    ['a tab', 'a:\n\tb: 1\n', ['f:2:1 is not valid YAML: Tabs are not allowed as indentation']],
    ['an open quote', 'a: 1\nb: "x\n', ['f:3:1 is not valid YAML: ']],
  ])('is %s', (_title, text, expected) => {
    const problems = problemsOf(text);
    expect(problems.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(
      expected,
    );
  });
});

describe('nesting', () => {
  test.each([
    ['lists', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['block lists', (depth: number) => `${'- '.repeat(depth)}a`],
    ['mappings', (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
    [
      'block mappings',
      (depth: number) => Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    ],
  ])('of %s ends at a hundred levels', (_kind, nested) => {
    expect(problemsOf(nested(100))).toEqual([]);
    expect(problemsOf(nested(101))).toEqual([
      expect.stringMatching(/^f:\d+:\d+ is nested more than 100 levels deep$/),
    ]);
  });

  test('without an end is refused at level 101', () => {
    expect(problemsOf('['.repeat(1_000_000))).toEqual([
      'f:1:102 is nested more than 100 levels deep',
    ]);
    expect(problemsOf(`a: ${'{b: '.repeat(100_000)}`)).toHaveLength(1);
    expect(problemsOf('- '.repeat(100_000))).toHaveLength(1);
  });
});

describe('aliases', () => {
  const list = (count: number, item: string) => `[${Array.from({ length: count }, () => item)}]`;

  test('may repeat ten thousand entries', () => {
    expect(problemsOf(`- &x 1\n- ${list(10_000, '*x')}\n`)).toEqual([]);
    expect(problemsOf(`- &x 1\n- ${list(10_001, '*x')}\n`)).toEqual([
      'f:2:30004 [1][10000]: is one alias too many: aliases may repeat at most 10000 entries. Write some of them out',
    ]);
  });

  test('that grow without bound are refused before they do', () => {
    const lines = Array.from({ length: 50 }, (_, n) => `- &a${n + 1} ${list(10, `*a${n}`)}\n`);
    const { root, problems } = read(`- &a0 x\n${lines.join('')}`);
    expect(root).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.text).toBe(
      'is one alias too many: aliases may repeat at most 10000 entries. Write some of them out',
    );
  });

  test('in a long chain are refused without following them', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `- &a${n + 1} [*a${n}]\n`);
    expect(read(`- &a0 x\n${lines.join('')}`).root).toBeUndefined();
  });

  test('do not repeat the problems of their anchor', () => {
    expect(problemsOf('- &x { a: !t 1, a: 2 }\n- *x\n- *x\n')).toEqual([
      'f:1:14 [0].a: has the tag "!t"; tags are not supported',
      'f:1:17 [0].a: is a duplicate key; the first is in line 1',
    ]);
  });
});
