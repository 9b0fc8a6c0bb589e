import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pages, prose, read, root } from './pages.ts';
import { proseProblems, sourceTexts } from './prose.ts';
import { words, wordsToReplace } from './words.ts';

/** What a file says in `description` keys, at any depth. */
function descriptions(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key.toLowerCase() === 'description' && typeof value === 'string'
      ? [value]
      : descriptions(value),
  );
}

/** The comments of a YAML file. */
function comments(yaml: string): readonly string[] {
  return [...yaml.matchAll(/(?:^|\s)#\s(.*)$/gm)].map(([, comment = '']) => comment);
}

const examples = globSync('examples/*.yml', { cwd: root });
const described = [
  'action.yml',
  'route/action.yml',
  '.github/workflows/byoasn.yml',
  '.github/workflows/byoasn-routes.yml',
];
const texts: readonly (readonly [file: string, lines: readonly string[]])[] = [
  ...pages
    .filter((page) => page !== 'CHANGELOG.md')
    .map((page) => [page, prose(read(page)).split('\n')] as const),
  ...described.map((file) => [file, descriptions(parse(read(file)))] as const),
  ...[...examples, ...described].map(
    (file) => [`${file}, comments`, comments(read(file))] as const,
  ),
];

const wordsInCode = words.filter(({ inCode }) => !inCode);
const sources = globSync('src/**/*.ts', { cwd: root });

describe('plain English', () => {
  test.each(texts)('is the language of %s', (_, lines) => {
    expect(lines.flatMap((line) => proseProblems(line))).toEqual([]);
  });

  test.each(sources)('is the language of the messages and comments in %s', (path) => {
    const texts = sourceTexts(path, read(path));
    expect(texts.flatMap((text) => proseProblems(text, wordsInCode))).toEqual([]);
  });

  test.each(words)('has another word for "$example"', ({ say, example }) => {
    expect(wordsToReplace(example).join()).toContain(`say ${say}`);
  });

  test('repeats no word', () => {
    expect(proseProblems('Review the the plan.')).toEqual([expect.stringContaining('`the`')]);
  });
});
