import { join } from 'node:path';

/** What a whole run of the fault matrix has come to. */
export interface Figures {
  readonly cells: number;
  readonly hold: number;
  readonly slowest: { readonly name: string; readonly seconds: number };
  /** Names of the cells that do not hold. */
  readonly failed: readonly string[];
}

/** Where the last whole run leaves its figures. */
export const figuresPath = join(import.meta.dirname, '..', '..', '..', 'build', 'matrix.json');
