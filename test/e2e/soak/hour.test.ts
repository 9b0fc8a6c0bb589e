import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = join(import.meta.dirname, 'hour.ts');

test('after an hour of waiting for a thousand pairs, memory and handles are as after five minutes', {
  timeout: 300_000,
}, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const samples = lines.slice(0, -1);
  expect(lines.at(-1)).toEqual({ reason: 'wait-timeout' });
  expect(samples).toHaveLength(11);
  const [first] = samples;
  for (const { minute, heapMiB, alive } of samples) {
    expect(heapMiB, `the heap after ${minute} minutes`).toBeLessThan(first.heapMiB * 1.25);
    expect(alive, `what is alive after ${minute} minutes`).toBeLessThanOrEqual(first.alive + 2);
  }
});
