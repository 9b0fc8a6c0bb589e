import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { awsCodes, ownCodes } from '../../../src/aws/errors/error-codes.ts';
import { type Cell, listCells } from '../../robustness/fault-matrix/fault-cases.ts';
import { type Figures, figuresPath } from '../../robustness/fault-matrix/metrics.ts';
import { runCell } from '../../robustness/fault-matrix/run-case.ts';

// A cell waits nearly all of its time, up to two minutes, so many wait side by side.
vi.setConfig({ maxConcurrency: 64, testTimeout: 600_000 });

const cells = listCells();
const held = new Map<string, number>();
const failed: string[] = [];

async function hold(cell: Cell): Promise<void> {
  try {
    held.set(cell.name, await runCell(cell));
  } catch (error) {
    failed.push(cell.name);
    throw error;
  }
}

afterAll(() => {
  const [slowest] = [...held].sort(([, one], [, other]) => other - one);
  if (held.size + failed.length < cells.length || !slowest) return;
  const [name, seconds] = slowest;
  const figures: Figures = {
    cells: cells.length,
    hold: held.size,
    slowest: { name, seconds: Math.round(seconds) },
    failed,
  };
  mkdirSync(dirname(figuresPath), { recursive: true });
  writeFileSync(figuresPath, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`fault matrix: ${held.size} of ${cells.length} cells hold; the slowest:`, slowest);
});

describe('a run in which this goes wrong ends as the fault matrix says', () => {
  // The last calls of a run have the longest cells, which are not to be what is left at the end.
  test.concurrent.each(cells.toReversed().map((cell) => [cell.name, cell] as const))(
    '%s',
    (_, cell) => hold(cell),
  );
});

test('no two cells are the same', () => {
  expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
});

test('every code of the catalogue goes wrong somewhere', () => {
  const played = new Set(cells.map(({ member }) => member.name));
  const codes = Object.keys(awsCodes).filter((code) => !Object.hasOwn(ownCodes, code));
  const spelled = (code: string) => played.has(code) || ownErrorsOfTheFakes.has(code);
  expect(codes.filter((code) => !spelled(code))).toEqual([]);
});

/** What the fake servers break down with by themselves; the cells call it by the status. */
const ownErrorsOfTheFakes = new Set([
  'InternalError',
  'Unavailable',
  'InternalFailure',
  'ServiceUnavailable',
]);
