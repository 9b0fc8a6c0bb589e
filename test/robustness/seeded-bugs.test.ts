import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bugs } from './seeded-bugs/bugs.ts';

const src = join(import.meta.dirname, '..', '..', 'src');

test.each(bugs)('the seeded bug that $name fits the code as it is', ({ file, right }) => {
  expect(readFileSync(join(src, file), 'utf8').split(right)).toHaveLength(2);
});
