import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bugs } from '../../robustness/seeded-bugs/bugs.ts';

const src = join(import.meta.dirname, '..', '..', '..', 'src');

// The bugs themselves run every night only.
test.each(bugs)('the line of the seeded bug "$name" occurs once in src/$file', (bug) => {
  expect(readFileSync(join(src, bug.file), 'utf8').split(bug.right)).toHaveLength(2);
});
