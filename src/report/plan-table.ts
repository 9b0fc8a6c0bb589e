import { unnamedParts } from '../domain/target.ts';
import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { entryOf } from '../plan/entry.ts';
import { checkLabels, evidenceLines } from './evidence.ts';
import {
  locationLink,
  markdownCode,
  markdownFold,
  markdownList,
  markdownRow,
  markdownTable,
  markdownText,
} from './markdown.ts';
import type { Cell, PairRow } from './pair-row.ts';
import { words } from './words.ts';

/** A row in Markdown. Rows with equal cells share one row of the table. */
interface TableRow {
  readonly row: PairRow;
  readonly cidr: string;
  /** The cells after the CIDR. */
  readonly cells: readonly string[];
}

/** At most so many CIDRs share a row, so that its other cells stay in sight. */
const maxShared = 15;

/** A row of the plan's table in Markdown, with the number of the failure that describes it below. */
export function makeTableRow(
  row: PairRow,
  links: Links,
  failureNumber: number | undefined,
): TableRow {
  return {
    row,
    cidr: cidrText(row, links),
    cells: [...cellsBeforeChange(row).map(cellText), changeText(row, failureNumber)],
  };
}

/** The cells between the CIDR and the change. */
export function cellsBeforeChange({ desired, cidrState, rpki }: PairRow): readonly Cell[] {
  return [desired, cidrState, ...(rpki ? [rpki] : [])];
}

/** The names of all columns of a table with some of the rows. */
export function columnNames(
  { action, inputs }: Pick<Outcome, 'action' | 'inputs'>,
  rows: readonly PairRow[],
): readonly string[] {
  const rpki = rows.some((row) => row.rpki) ? ['RPKI'] : [];
  const change = inputs?.mode === 'plan' ? 'Change' : 'Result';
  return ['CIDR', words[action].desired, 'CIDR state', ...rpki, change];
}

/** A section for each target in the order of the rows: name, account and Region, and its table. */
export function formatSections(
  rows: readonly TableRow[],
  columns: readonly string[],
  hasChecks: boolean,
): string[] {
  const byTarget = Map.groupBy(rows, ({ row }) => row.pair.target);
  return [...byTarget].flatMap(([target, ofTarget]) => [
    [`<b>${markdownText(target.name)}</b>`, ...unnamedParts(target).map(markdownText)].join(' · '),
    formatTable(ofTarget, columns),
    ...(hasChecks ? formatChecks(ofTarget, rows.length === 1) : []),
  ]);
}

function formatTable(rows: readonly TableRow[], columns: readonly string[]): string {
  const groups = Map.groupBy(rows, ({ cells }) => markdownRow(cells)).values();
  return markdownTable(columns, [...groups].flatMap(shareRows));
}

function shareRows(rows: readonly TableRow[]): string[] {
  const count = Math.ceil(rows.length / maxShared);
  return Array.from({ length: count }, (_, index) => {
    const some = rows.slice(index * maxShared, (index + 1) * maxShared);
    return markdownRow([some.map(({ cidr }) => cidr).join('<br>'), ...(some[0]?.cells ?? [])]);
  });
}

/** What was checked, folded below a table; open if the page has a single pair. */
function formatChecks(rows: readonly TableRow[], isOpen: boolean): string[] {
  const pairs = rows.map(({ row }) => row.pair);
  const labels = checkLabels(pairs).map(({ text, isMissing }) =>
    isMissing ? `<b>${text}</b>` : text,
  );
  if (labels.length === 0) return [];
  const lines = markdownList(evidenceLines(pairs).map(markdownText));
  return [markdownFold(`Checks: ${labels.join(', ')}`, lines, isOpen)];
}

/** With the note, and with the location in the file if something is to be fixed there. */
function cidrText({ pair, status }: PairRow, links: Links): string {
  const { cidr, note, location } = entryOf(pair);
  const isWrong = status === 'failed' || status === 'refused';
  const details = [
    ...(location && isWrong ? [locationLink(location, links)] : []),
    ...(note === '' ? [] : [markdownText(note)]),
  ];
  return [markdownCode(cidr), ...details.map((text) => `<sub>${text}</sub>`)].join(' ');
}

function cellText({ text, isBold, remarks }: Cell): string {
  const first = markdownText(text);
  return [
    isBold ? `**${first}**` : first,
    ...remarks.map((remark) => `**${markdownText(remark)}**`),
  ].join('<br>');
}

/** The change, why, and what failed. */
function changeText({ pair, change }: PairRow, failureNumber: number | undefined): string {
  const { failure, refusal } = pair;
  const reference = failureNumber === undefined ? '' : `, failure ${failureNumber}`;
  const text = cellText({ ...change, remarks: [] });
  return [
    refusal === undefined ? text : `${text} ${markdownCode(refusal)}`,
    ...change.remarks.map((remark) => markdownText(withoutCidr(remark, pair))),
    ...(failure ? [`${markdownCode(failure.reason)}${reference}`] : []),
  ].join('<br>');
}

/**
 * A refusal without its CIDR, which the row has already, so that CIDRs can share a row. AWS's own
 * text, which follows a colon, stays as it is.
 */
function withoutCidr(text: string, pair: PairRow['pair']): string {
  const { refusal } = pair;
  const { cidr } = entryOf(pair);
  if (refusal === undefined) return text;
  const pattern = new RegExp(`(?<![\\w.:])${cidr.replaceAll('.', '\\.')}(?!\\w)`, 'g');
  if (refusal.startsWith('rpki-')) return text.replace(pattern, 'the CIDR');
  const [own = '', ...quoted] = text.split(': ');
  return [own.replace(pattern, 'the CIDR'), ...quoted].join(': ');
}
