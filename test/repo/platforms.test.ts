import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { excludedOn, exclusions, seededBugTests } from './platforms.ts';

const root = join(import.meta.dirname, '..', '..');
const files = globSync('test/**/*.test.ts', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);

test('on Linux and macOS no test file is excluded', () => {
  expect([...excludedOn('linux'), ...excludedOn('darwin')]).toEqual([]);
});

/** The test files that a mode runs for a text in their paths. */
function filesOf(text: string, mode: string): readonly string[] {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const given = [vitest, 'list', text, '--filesOnly', '--mode', mode];
  const { stdout } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
  return stdout
    .split(/\r?\n/)
    .filter((line) => line.endsWith('.test.ts'))
    .map((line) => line.replaceAll('\\', '/'));
}

test('seeded bugs run only in their own mode, and never because a filter matches their path', () => {
  expect(globSync(seededBugTests, { cwd: root })).toHaveLength(1);
  const named = filesOf('test/unit/plan', 'test');
  expect(named.filter((file) => file.startsWith('test/unit/plan/'))).not.toEqual([]);
  expect(named.filter((file) => !file.startsWith('test/unit/plan/'))).toEqual([]);
  expect(filesOf('', 'seeded-bugs')).toEqual(['test/robustness/seeded-bugs/seeded-bugs.test.ts']);
});

test('every file that other platforms exclude exists', () => {
  expect(exclusions.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([]);
});

test('a file that sends signals or makes FIFOs is excluded on Windows, or checks for it', () => {
  const needsPosix = /'mkfifo'|\.kill\((?:'SIG|signal|first)/;
  const unasked = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return needsPosix.test(text) && !text.includes("process.platform === 'win32'");
  });
  const leftOut = excludedOn('win32');
  expect(unasked.filter((file) => !leftOut.includes(file))).toEqual([]);
});
