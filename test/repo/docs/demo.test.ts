import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { toolEnvironment } from '../tools.ts';
import { read, root } from './pages.ts';
import { blocks } from './snippets.ts';

interface Ran {
  readonly code: number;
  readonly printed: string;
}

function run(script: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join('scripts', script), ...args],
      { cwd: root, env: toolEnvironment() },
      (error, stdout) => {
        const printed = stripVTControlCharacters(stdout);
        resolve({ code: error === null ? 0 : Number(error.code), printed });
      },
    );
  });
}

const demonstrate = (...args: readonly string[]) => run('demo.ts', args);

describe('npm run demo', () => {
  test.concurrent('prints the result of docs/inputs-outputs.md', async () => {
    const { code, printed } = await demonstrate();
    expect(code).toBe(0);
    const [example = ''] = blocks(read('docs/inputs-outputs.md'), 'json');
    const [, result = ''] = /^ *result = (.*"reason":"associated".*)$/m.exec(printed) ?? [];
    const known = (json: string) => ({
      ...JSON.parse(json),
      pairs: JSON.parse(json).pairs.map(withoutId),
    });
    expect(known(result)).toEqual(known(example));
  });

  test.concurrent('accepts the inputs of the action', async () => {
    const { code, printed } = await demonstrate('--asn', '64501', '--cidr', '203.0.113.0/24');
    expect([code, printed]).toEqual([
      0,
      expect.stringContaining('203.0.113.0/24 with AS64501 is associated'),
    ]);
  });

  test.concurrent('shows plan, apply, the same apply again, and an outdated approval', async () => {
    const { printed } = await demonstrate('--config', 'test/fixtures/byoasn.yml');
    const reasons = [...printed.matchAll(/^ *reason = (.*)$/gm)].map(([, reason]) => reason);
    expect(reasons).toEqual(['planned', 'applied', 'no-changes', 'plan-changed']);
  });

  test.concurrent('says that a file does not exist', async () => {
    const { code, printed } = await demonstrate('--config', 'nope.yml');
    expect([code, printed]).toEqual([2, expect.not.stringContaining('The plan')]);
  });

  test.concurrent('shows every problem of a refused file', async () => {
    const file = 'test/fixtures/byoasn-refused.yml';
    const { printed } = await demonstrate('--config', file);
    const { problems = [] } = parseConfig(read(file), file, { specialUse: 'accept' });
    expect(problems.length).toBeGreaterThan(10);
    expect(problems.map(({ text }) => text).filter((text) => !printed.includes(text))).toEqual([]);
  });
});

test('npm run simulate -- --seed 7 shows the log of a run', async () => {
  const { code, printed } = await run('simulate.ts', ['--seed', '7']);
  expect([code, printed]).toEqual([0, expect.stringContaining('Next step:')]);
});

function withoutId(pair: object): object {
  return { ...pair, request_id: '' };
}
