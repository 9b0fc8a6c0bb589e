import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { excludedOn, exclusions } from './platforms.ts';

const root = join(import.meta.dirname, '..');
const files = globSync('test/**/*.test.ts', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);

test('on Linux and macOS no test file is left out', () => {
  expect([...excludedOn('linux'), ...excludedOn('darwin')]).toEqual([]);
});

test('every file that is left out elsewhere is there', () => {
  expect(exclusions.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([]);
});

test('a file that sends signals or makes FIFOs is left out on Windows, or asks whether this is it', () => {
  const needsPosix = /'mkfifo'|\.kill\((?:'SIG|signal|first)/;
  const unasked = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return needsPosix.test(text) && !text.includes("process.platform === 'win32'");
  });
  const leftOut = excludedOn('win32');
  expect(unasked.filter((file) => !leftOut.includes(file))).toEqual([]);
});
