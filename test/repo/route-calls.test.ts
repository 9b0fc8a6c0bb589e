import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScenario } from '../e2e/action/scenario.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const names = readdirSync(dist).filter((name) => name.endsWith('.js'));
const textOf = (name: string) => readFileSync(join(dist, name), 'utf8');

/** The files of dist/ with a text. */
function filesWith(text: RegExp): readonly string[] {
  return names.filter((name) => text.test(textOf(name)));
}

/** The number of a chunk in dist/index.js. */
function numberOf(chunk: string): string {
  const [, number = ''] = new RegExp(`"(\\d+)":"${chunk}"`).exec(textOf('index.js')) ?? [];
  return number;
}

/** The functions of a file that load a chunk, by their names. */
function loadersOf(chunk: string, file: string): readonly string[] {
  const text = textOf(file);
  return [...text.matchAll(new RegExp(`__\\.e\\((?:/\\*.*?\\*/ )?${numberOf(chunk)}\\)`, 'g'))]
    .map(
      ({ index }) => [...text.slice(0, index).matchAll(/^(?:async )?function (\w+)/gm)].at(-1)?.[1],
    )
    .map(String);
}

describe('the calls that change a route', () => {
  test.each(['AdvertiseByoipCidr', 'WithdrawByoipCidr'])(
    '%s is in the chunk of routes alone, and by name nowhere else',
    (name) => {
      expect(filesWith(new RegExp(name))).toEqual(['routes.js']);
      expect(textOf('routes.js')).toContain(`${name}Command`);
    },
  );

  test('are loaded by the action for routes, and by the command line to plan', () => {
    expect(numberOf('routes.js')).toMatch(/^\d+$/);
    const loaders = names.flatMap((name) =>
      loadersOf('routes.js', name).map((loader) => `${name} ${loader}`),
    );
    expect(loaders).toEqual(['index.js runRoutes', 'main.js plan']);
    expect(filesWith(/(?<!function )\brunRoutes\(/)).toEqual(['route.js']);
  });

  test('are not needed by the action for associations', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'byoasn-bundle-'));
    try {
      cpSync(dist, folder, { recursive: true });
      for (const name of ['route.js', 'routes.js']) rmSync(join(folder, name));
      const { reason } = await runScenario({ program: join(folder, 'index.js') });
      expect(reason).toBe('associated');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
