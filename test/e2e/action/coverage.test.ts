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

/** Those in a table of scenarios, and those of entries of a file, whose runs end with `refused`. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  'asn-not-associated': /decisions: \['asn-not-associated'/,
  'asn-in-use': /log\)\.toContain\('asn-in-use: /,
};

test.each(Object.keys(reasons))('a scenario ends with %s', (reason) => {
  const ending = new RegExp(`reason['"]?(: |\\)\\.toBe\\()'${reason}'`);
  expect(scenarios).toMatch(elsewhere[reason] ?? ending);
});
