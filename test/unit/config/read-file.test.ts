import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfigFile, refusePath } from '../../../src/config/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-file-'));
const largest = 1_048_576;

afterAll(() => rmSync(folder, { recursive: true }));

function made(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a configuration file', () => {
  test('is read as UTF-8, up to a mebibyte', () => {
    expect(readConfigFile(made('a.yml', '# Zürich\n'), 'a.yml')).toBe('# Zürich\n');
    expect(readConfigFile(made('b.yml', 'x'.repeat(largest)), 'b.yml')).toHaveLength(largest);
  });

  test.each([
    ['is not a file', () => folder],
    ['has 1048577 bytes; the limit is 1048576', () => made('c.yml', 'x'.repeat(largest + 1))],
    ['is not UTF-8', () => made('d.yml', new Uint8Array([0x23, 0xfc]))],
    ['cannot be read: Error: ENOENT', () => join(folder, 'nowhere.yml')],
  ])('%s: refused under the name that the user typed', (problem, path) => {
    expect(() => readConfigFile(path(), 'named.yml')).toThrow(`config: "named.yml" ${problem}`);
  });

  test('is refused with the given next step', () => {
    const failure = refusePath('a.yml', 'is odd', { next: 'Fix it.' });
    expect(failure).toMatchObject({ reason: 'invalid-input', next: 'Fix it.' });
  });
});
