import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles, unusedExports } from './exports.ts';

/** The folders whose exports are all imported by some other file. */
const folders = ['bench', 'scripts', 'src'];

test.each(folders)('%s/ exports nothing that no other file imports', (folder) => {
  const unused = unusedExports(sourceFiles(join(import.meta.dirname, '..', '..', '..')));
  expect(unused.filter((name) => name.startsWith(`${folder}/`))).toEqual([]);
});

describe('an export', () => {
  const unusedWith = (text: string) =>
    unusedExports([
      { path: 'a/one.ts', text: 'export const one = 1;\nexport interface Two {}\n' },
      { path: 'a/other.ts', text },
    ]);

  test.each([
    ['is unused if no file imports it', '', ['a/one.ts one', 'a/one.ts Two']],
    [
      'is unused where another file has the name',
      "import { one } from './two.ts';",
      ['a/one.ts one', 'a/one.ts Two'],
    ],
    ['is used by its name', "import { one, type Two } from './one.ts';", []],
    ['is used under another name', "import { one as two } from './one.ts';", ['a/one.ts Two']],
    ['is used as a type', "import type { Two } from './one.ts';", ['a/one.ts one']],
    ['is used if it is exported again', "export { one } from './one.ts';", ['a/one.ts Two']],
    ['is used when it is needed', "const { one } = await import('./one.ts');", ['a/one.ts Two']],
    ['is used as a part of all', "import * as all from './one.ts';\nall.one;", ['a/one.ts Two']],
  ])('%s', (_, text, unused) => {
    expect(unusedWith(text)).toEqual(unused);
  });
});
