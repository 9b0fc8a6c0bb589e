/** One row of the bench's table: less is better. */
export interface Row {
  readonly measure: string;
  /** Undefined if it was not measured. */
  readonly value: number | undefined;
  readonly unit: 'x' | 'MiB' | 'kB' | 'calls';
  /** How the value was measured, or why it is missing. */
  readonly note?: string;
  /** Missing, like the limit, in a row that is only a comparison. */
  readonly goal?: number;
  readonly limit?: number;
}

/** How a value compares with its goal and limit. */
export function verdictOf({ value, goal, limit }: Row): string {
  if (value === undefined || goal === undefined || limit === undefined) return '-';
  if (value <= goal) return 'reached';
  return value <= limit ? 'within limit' : 'over the limit';
}

/** The rows as a table with aligned columns. */
export function formatTable(rows: readonly Row[]): string {
  const lines = [
    ['measure', 'value', 'goal', 'limit', 'verdict'],
    ...rows.map((row) => [
      row.measure,
      [row.value === undefined ? '' : quantity(row.value, row.unit), row.note && `(${row.note})`]
        .filter(Boolean)
        .join(' '),
      row.goal === undefined ? '' : quantity(row.goal, row.unit),
      row.limit === undefined ? '' : quantity(row.limit, row.unit),
      verdictOf(row),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const format = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ');
  const [head = [], ...body] = lines;
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [format(head), rule, ...body.map(format)].map((line) => line.trimEnd()).join('\n');
}

function quantity(value: number, unit: Row['unit']): string {
  return unit === 'x' ? `${value.toFixed(2)}x` : `${value.toFixed(unit === 'MiB' ? 1 : 0)} ${unit}`;
}
