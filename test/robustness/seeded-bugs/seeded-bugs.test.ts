import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Bug, bugs } from './bugs.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const seeds = 1_000;

/** Runs a simulation in a copy of the project, with a seeded bug or as it is. */
function simulateWith(
  bug: Bug | undefined,
  simulation: 'associations' | 'routes' | 'removals',
): {
  readonly status: number | null;
  readonly output: string;
} {
  const copy = mkdtempSync(join(tmpdir(), 'byoasn-seeded-bug-'));
  try {
    for (const name of ['src', 'test', 'scripts', 'route', 'action.yml', 'package.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    if (bug) seed(bug, join(copy, 'src', bug.file));
    const given = [join(copy, 'scripts', 'simulate.ts'), '--seeds', String(seeds)];
    if (simulation !== 'associations') given.push(`--${simulation}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function seed({ right, wrong }: Bug, file: string): void {
  const parts = readFileSync(file, 'utf8').split(right);
  expect(parts, `${JSON.stringify(right)} stands once in ${file}`).toHaveLength(2);
  writeFileSync(file, parts.join(wrong));
}

test.each(['associations', 'routes', 'removals'] as const)(
  'the simulation of %s finds none of the seeded bugs in the code',
  { timeout: 300_000 },
  (simulation) => {
    const { status, output } = simulateWith(undefined, simulation);
    expect(output).toMatch(/ 0 with violations/);
    expect(status).toBe(0);
  },
);

test.each(bugs)('the simulation catches that $name', { timeout: 300_000 }, (bug) => {
  const { status, output } = simulateWith(bug, bug.simulation ?? 'associations');
  expect(output).toMatch(bug.caught);
  expect(status).toBe(1);
});
