import type { Look, Paper } from './output.ts';
import { wrap } from './wrap.ts';

/** A text of the table, harmless already. */
export interface Cell {
  readonly text: string;
  readonly look?: Look;
}

/** A row, and what is told below it. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly remarks: readonly string[];
}

const gap = '  ';

/**
 * The rows below their heads in aligned columns, or, where a line would not fit, each row as a block
 * with a line for every cell. Nothing is cut off.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly Row[],
  paper: Paper,
): string[] {
  const widths = header.map((head, column) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  );
  const whole = widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
  if (whole > paper.width) return rows.flatMap((row) => blockLines(header, row, paper));
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, column) => ({ cell, left: (widths[column] ?? 0) - cell.text.length }))
      .map(({ cell, left }) => painted(cell, paper) + ' '.repeat(left))
      .join(gap)
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + gap.length);
  return [
    line(header.map((text) => ({ text, look: 'dim' }))),
    ...rows.flatMap(({ cells, remarks }) => [
      line(cells),
      ...remarks.flatMap((remark) => remarkLines(remark, indent, paper)),
    ]),
  ];
}

/** The first cell, and below it the others behind the heads of their columns. */
function blockLines(header: readonly string[], { cells, remarks }: Row, paper: Paper): string[] {
  const [first, ...others] = cells;
  const width = Math.max(...header.map(({ length }) => length));
  return [
    ...(first ? [painted(first, paper)] : []),
    ...others.map((cell, index) => {
      const head = (header[index + 1] ?? '').padEnd(width);
      return `${gap}${paper.paint('dim', head)}${gap}${painted(cell, paper)}`;
    }),
    ...remarks.flatMap((remark) => remarkLines(remark, gap, paper)),
  ];
}

function remarkLines(text: string, indent: string, { width }: Paper): string[] {
  return wrap(text, width, indent, `${indent}${gap}`);
}

function painted({ text, look }: Cell, { paint }: Paper): string {
  return look && text !== '' ? paint(look, text) : text;
}
