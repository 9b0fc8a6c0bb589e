import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from './table.ts';

/** A figure that was measured, and the command that measures it anew. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly command: string;
}

/** Where the figures of the last measurement stand, by the part that measured them. */
export const figuresFile = join(import.meta.dirname, '..', '..', 'docs', 'figures.json');

/** The figures by their part; those of a part that was never measured are missing. */
export function readFigures(): Readonly<Record<string, readonly Figure[]>> {
  return JSON.parse(readFileSync(figuresFile, 'utf8'));
}

/** A table of figures. */
export function figuresTable(figures: readonly Figure[]): string {
  return formatTable(
    ['Figure', 'Measured', 'Command'],
    figures.map(({ name, value, command }) => [name, value, `\`${command}\``]),
  );
}
