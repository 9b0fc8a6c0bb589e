import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './documents.ts';

const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'));

test('the action that the workflow byoasn.yml uses is the one at the root', () => {
  const { branding: _, runs, ...action } = read('action.yml');
  expect(read('.github/actions/byoasn/action.yml')).toEqual({
    ...action,
    runs: { ...runs, main: `../../../${runs.main}` },
  });
});
