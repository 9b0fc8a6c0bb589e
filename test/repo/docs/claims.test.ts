import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { read, root } from './pages.ts';
import { blocks } from './snippets.ts';

const withoutBash = spawnSync('bash', ['-c', 'sha256sum --version']).status !== 0;

/** The output of a block of a page, run by bash from the root of the repository. */
async function run(page: string, part: string): Promise<string> {
  const [block = ''] = blocks(read(page), 'bash').filter((text) => text.includes(part));
  const bash = ['--noprofile', '--norc', '-euo', 'pipefail', '-c', block];
  const { stdout } = await promisify(execFile)('bash', bash, { cwd: root });
  return stdout;
}

describe.skipIf(withoutBash)('commands in the pages', () => {
  test('docs/decisions.md gives the digest of the association in docs/inputs-outputs.md', async () => {
    const printed = await run('docs/decisions.md', 'sha256sum');
    expect(read('docs/inputs-outputs.md')).toContain(`:${printed.split(' ')[0]}"`);
  });
});
