import type { Format, Style } from './output.ts';
import { wrap } from './wrap.ts';

/** A text of the table, already escaped. */
interface Cell {
  readonly text: string;
  readonly style?: Style;
}

/** A row, and the remarks below it. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly remarks: readonly string[];
}

const gap = '  ';

/**
 * The rows in aligned columns, or, if a line would not fit, each row as a block with a line for every
 * cell. Nothing is cut off.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly Row[],
  format: Format,
): string[] {
  const widths = header.map((head, column) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  );
  const totalWidth = widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
  if (totalWidth > format.width) return rows.flatMap((row) => blockLines(header, row, format));
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, column) => ({ cell, left: (widths[column] ?? 0) - cell.text.length }))
      .map(({ cell, left }) => styled(cell, format) + ' '.repeat(left))
      .join(gap)
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + gap.length);
  return [
    line(header.map((text) => ({ text, style: 'dim' }))),
    ...rows.flatMap(({ cells, remarks }) => [
      line(cells),
      ...remarks.flatMap((remark) => remarkLines(remark, indent, format)),
    ]),
  ];
}

/** The first cell, and below it the others behind the heads of their columns. */
function blockLines(header: readonly string[], { cells, remarks }: Row, format: Format): string[] {
  const [first, ...others] = cells;
  const width = Math.max(...header.map(({ length }) => length));
  return [
    ...(first ? [styled(first, format)] : []),
    ...others.map((cell, index) => {
      const head = (header[index + 1] ?? '').padEnd(width);
      return `${gap}${format.style('dim', head)}${gap}${styled(cell, format)}`;
    }),
    ...remarks.flatMap((remark) => remarkLines(remark, gap, format)),
  ];
}

function remarkLines(text: string, indent: string, { width }: Format): string[] {
  return wrap(text, width, indent, `${indent}${gap}`);
}

function styled({ text, style }: Cell, format: Format): string {
  return style && text !== '' ? format.style(style, text) : text;
}
