import { execFile, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { read, root } from './pages.ts';
import { blocks } from './snippets.ts';

const withoutBash = spawnSync('bash', ['-c', 'sha256sum --version']).status !== 0;

/** What the block of a page prints, run by bash from the root of the repository. */
async function run(page: string, part: string): Promise<string> {
  const [block = ''] = blocks(read(page), 'bash').filter((text) => text.includes(part));
  const bash = ['--noprofile', '--norc', '-euo', 'pipefail', '-c', block];
  const { stdout } = await promisify(execFile)('bash', bash, { cwd: root });
  return stdout;
}

describe.skipIf(withoutBash)('what a page says that one can run and see', () => {
  vi.setConfig({ testTimeout: 120_000 });

  test('docs/decisions/plan-digest.md gives the digest of a plan of one association', async () => {
    const printed = await run('docs/decisions/plan-digest.md', 'sha256sum');
    expect(read('docs/result.md')).toContain(`v2:${printed.split(' ')[0]}`);
  });

  test('docs/decisions/build.md: the naive bundle is several times dist/index.js', async () => {
    const printed = await run('docs/decisions/build.md', 'npx ncc');
    const sizes = printed.matchAll(/^ *(\d+) \S+index\.m?js$/gm);
    const [naive = 0, ours = 0] = [...sizes].map(([, size]) => Number(size));
    expect(ours).toBeGreaterThan(0);
    expect(naive).toBeGreaterThan(3 * ours);
  });

  test('docs/decisions/build.md: both ways of loading node:http run', async () => {
    expect(await run('docs/decisions/build.md', '--input-type=commonjs')).toBe('');
  });
});

test('docs/testing.md says how large dist/index.js is, to some kB', () => {
  const [, shown] = /`dist\/index.js` has (\d+) kB/.exec(read('docs/testing.md')) ?? [];
  const size = statSync(join(root, 'dist', 'index.js')).size / 1000;
  expect(Math.abs(size - Number(shown))).toBeLessThan(5);
});
