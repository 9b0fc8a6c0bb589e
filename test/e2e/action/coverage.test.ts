import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reasons } from '../../../src/reasons.ts';

const scenarios = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'coverage.test.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');

test.each(Object.keys(reasons))('a scenario ends with %s', (reason) => {
  expect(scenarios).toMatch(new RegExp(`reason['"]?(: |\\)\\.toBe\\()'${reason}'`));
});
