import { type Format, type Style, wrap } from './output.ts';

/** A text of a table, already escaped. */
interface Cell {
  readonly text: string;
  readonly style?: Style;
}

/** A row, with the remarks below it. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly remarks: readonly string[];
}

/** Rows with a title above them and a line below, already escaped. */
interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Empty for none. */
  readonly foot: string;
}

const gap = '  ';

/**
 * The sections as tables with the same columns, each followed by an empty line. If a line does not fit,
 * each row is a block with a line for every cell. Nothing is cut off.
 */
export function formatTables(
  header: readonly string[],
  sections: readonly Section[],
  format: Format,
): string[] {
  const rows = sections.flatMap((section) => section.rows);
  const widths = header.map((head, column) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  );
  const totalWidth = widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
  const linesOf = (some: readonly Row[]) =>
    totalWidth > format.width
      ? blockLines(header, some, format)
      : tableLines(header, some, widths, format);
  return sections.flatMap((section) => [
    ...wrap(section.title, format.width).map((line) => format.style('bold', line)),
    ...linesOf(section.rows),
    ...(section.foot === ''
      ? []
      : wrap(section.foot, format.width, '', gap).map((line) => format.style('dim', line))),
    '',
  ]);
}

function tableLines(
  header: readonly string[],
  rows: readonly Row[],
  widths: readonly number[],
  format: Format,
): string[] {
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, column) => ({ cell, left: (widths[column] ?? 0) - cell.text.length }))
      .map(({ cell, left }) => styled(cell, format) + ' '.repeat(left))
      .join(gap)
      .trimEnd();
  return [
    line(header.map((text) => ({ text, style: 'dim' }))),
    ...rows.flatMap(({ cells, remarks }) => [line(cells), ...remarkLines(remarks, format)]),
  ];
}

/** The first cell of each row, and below it one line for each other column. */
function blockLines(
  [, ...header]: readonly string[],
  rows: readonly Row[],
  format: Format,
): string[] {
  const width = Math.max(...header.map(({ length }) => length));
  return rows.flatMap(({ cells: [first, ...others], remarks }) => [
    ...(first ? [styled(first, format)] : []),
    ...others.map((cell, index) => {
      const head = (header[index] ?? '').padEnd(width);
      return `${gap}${format.style('dim', head)}${gap}${styled(cell, format)}`;
    }),
    ...remarkLines(remarks, format),
  ]);
}

function remarkLines(remarks: readonly string[], { width }: Format): string[] {
  return remarks.flatMap((remark) => wrap(remark, width, gap, `${gap}${gap}`));
}

function styled({ text, style }: Cell, format: Format): string {
  return style && text !== '' ? format.style(style, text) : text;
}
