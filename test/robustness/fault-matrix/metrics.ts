import { join } from 'node:path';

/** The result of a complete run of the fault matrix. */
export interface Metrics {
  readonly cases: number;
  readonly hold: number;
  readonly slowest: { readonly name: string; readonly seconds: number };
  /** Names of the cases that do not hold. */
  readonly failed: readonly string[];
}

/** Where the last complete run writes its metrics. */
export const metricsPath = join(import.meta.dirname, '..', '..', '..', 'build', 'matrix.json');
