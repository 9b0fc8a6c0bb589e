import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reasons } from '../../../src/reasons.ts';

/** Those of both actions. */
const folders = ['action', 'route'].map((name) => join(import.meta.dirname, '..', name));
const scenarios = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.test.ts') && !path.endsWith('coverage.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test.each(Object.keys(reasons))('a scenario ends with %s', (reason) => {
  expect(scenarios).toMatch(new RegExp(`reason['"]?(: |\\)\\.toBe\\()'${reason}'`));
});
