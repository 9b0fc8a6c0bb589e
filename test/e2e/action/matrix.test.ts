import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { awsCodes } from '../../../src/aws/errors/error-codes.ts';
import { type FaultCase, listCases } from '../../robustness/fault-matrix/fault-cases.ts';
import { runCase } from '../../robustness/fault-matrix/run-case.ts';

// A case mostly waits, for up to two minutes, so many cases run in parallel.
vi.setConfig({ maxConcurrency: 64, testTimeout: 600_000 });

/** The result of a complete run of the fault matrix. */
interface Metrics {
  readonly cases: number;
  readonly passed: number;
  readonly slowest: { readonly name: string; readonly seconds: number };
  /** Names of the cases that fail. */
  readonly failed: readonly string[];
}

/** Where the last complete run writes its metrics. */
const metricsPath = join(import.meta.dirname, '..', '..', '..', 'build', 'matrix.json');

const cases = listCases();
const passedCases = new Map<string, number>();
const failed: string[] = [];

async function testCase(faultCase: FaultCase): Promise<void> {
  try {
    passedCases.set(faultCase.name, await runCase(faultCase));
  } catch (error) {
    failed.push(faultCase.name);
    throw error;
  }
}

afterAll(() => {
  const [slowest] = [...passedCases].sort(([, a], [, b]) => b - a);
  if (passedCases.size + failed.length < cases.length || !slowest) return;
  const [name, seconds] = slowest;
  const metrics: Metrics = {
    cases: cases.length,
    passed: passedCases.size,
    slowest: { name, seconds: Math.round(seconds) },
    failed,
  };
  mkdirSync(dirname(metricsPath), { recursive: true });
  writeFileSync(metricsPath, `${JSON.stringify(metrics, null, 2)}\n`);
  console.log(
    `fault matrix: ${passedCases.size} of ${cases.length} cases pass; the slowest:`,
    slowest,
  );
});

describe('a run with this fault ends as the fault matrix says', () => {
  // The last calls of a run have the longest cases, which must not be the last to start.
  test.concurrent.each(cases.toReversed().map((faultCase) => [faultCase.name, faultCase] as const))(
    '%s',
    (_, faultCase) => testCase(faultCase),
  );
});

test('no two cases are the same', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test('every code of the catalog occurs in a case', () => {
  const testedFaults = new Set(cases.map(({ member }) => member.name));
  const codes = [...awsCodes.keys()];
  const spelled = (code: string) => testedFaults.has(code) || fakeServerErrors.has(code);
  expect(codes.filter((code) => !spelled(code))).toEqual([]);
});

/** The fake servers' own error codes; the cases name them by status. */
const fakeServerErrors = new Set([
  'InternalError',
  'Unavailable',
  'InternalFailure',
  'ServiceUnavailable',
]);
