import { type Target, unnamedParts } from '../domain/target.ts';
import type { Links } from '../inputs/links.ts';
import { entryOf } from '../plan/entry.ts';
import type { Cell } from './cell.ts';
import { type CheckLabel, checkLabels, evidenceLines } from './evidence.ts';
import {
  locationLink,
  markdownCode,
  markdownFold,
  markdownList,
  markdownRow,
  markdownTable,
  markdownText,
} from './markdown.ts';
import type { PairRow } from './pair-row.ts';

/** A row in Markdown. Rows that differ only in their CIDR share one row of the table. */
export interface TableRow {
  readonly row: PairRow;
  readonly cidr: string;
  /** The cells after the CIDR. */
  readonly cells: readonly string[];
}

/** What the tables of a page have in common. */
export interface TableOptions {
  readonly mode: 'plan' | 'apply';
  /** The head of the column with what is desired. */
  readonly desired: string;
  /** Whether there is a column for RPKI. */
  readonly hasRpki: boolean;
  readonly links: Links;
  /** The numbers of the failures below the table. */
  readonly failureNumbers: ReadonlyMap<PairRow['pair'], number>;
}

/** So few CIDRs share a row that the other cells are in sight beside each. */
const maxShared = 15;

/** A row of the plan's table in comment and summary. The terminal has its own: cli/format-plan.ts. */
export function makeTableRow(row: PairRow, options: TableOptions): TableRow {
  const { desired, cidrState, rpki } = row;
  return {
    row,
    cidr: cidrText(row, options.links),
    cells: [
      cellText(desired),
      cellText(cidrState),
      ...(options.hasRpki ? [cellText(rpki)] : []),
      changeText(row, options),
    ],
  };
}

/** A section for each target in the order of the rows: name, account and Region, and its table. */
export function formatSections(
  rows: readonly TableRow[],
  options: TableOptions,
  details: 'with checks' | 'only rows',
): string[] {
  const byTarget = Map.groupBy(rows, ({ row }) => row.pair.target);
  return [...byTarget].flatMap(([target, ofTarget]) => [
    targetTitle(target),
    formatTable(ofTarget, options),
    ...(details === 'with checks' ? formatChecks(ofTarget, rows.length === 1) : []),
  ]);
}

/** `edge · 111122223333 · us-west-2`, the name in bold. */
function targetTitle(target: Target): string {
  const name = `<b>${markdownText(target.name)}</b>`;
  return [name, ...unnamedParts(target).map(markdownText)].join(' · ');
}

function formatTable(rows: readonly TableRow[], { mode, desired, hasRpki }: TableOptions): string {
  const last = mode === 'plan' ? 'Change' : 'Result';
  const header = ['CIDR', desired, 'CIDR state', ...(hasRpki ? ['RPKI'] : []), last];
  const groups = [...Map.groupBy(rows, ({ cells }) => markdownRow(cells)).values()];
  return markdownTable(header, groups.flatMap(shareRows));
}

/** The rows of pairs that have their cells in common. */
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
  const labels = checkLabels(pairs).map(labelText);
  if (labels.length === 0) return [];
  const lines = markdownList(evidenceLines(pairs).map(markdownText));
  return [markdownFold(`Checks: ${labels.join(', ')}`, lines, isOpen)];
}

function labelText({ text, isMissing }: CheckLabel): string {
  return isMissing ? `<b>${text}</b>` : text;
}

/** With the author's note, and with the location in the file if something is to be fixed there. */
function cidrText({ pair, status }: PairRow, links: Links): string {
  const { cidr, note, location } = entryOf(pair);
  const isWrong = status === 'failed' || status === 'refused';
  const found = location && isWrong ? [locationLink(location, links)] : [];
  const notes = note === '' ? [] : [markdownText(note)];
  return [markdownCode(cidr), ...[...found, ...notes].map((text) => `<sub>${text}</sub>`)].join(
    ' ',
  );
}

function cellText({ text, isBold, remarks }: Cell): string {
  const first = markdownText(text);
  return [
    isBold ? `**${first}**` : first,
    ...remarks.map((remark) => `**${markdownText(remark)}**`),
  ].join('<br>');
}

/** The change, why, and what failed. */
function changeText({ pair, change }: PairRow, { failureNumbers }: TableOptions): string {
  const { failure, refusal } = pair;
  const number = failureNumbers.get(pair);
  const reference = number === undefined ? '' : `, failure ${number}`;
  const text = cellText({ ...change, remarks: [] });
  return [
    refusal === undefined ? text : `${text} ${markdownCode(refusal)}`,
    ...change.remarks.map((remark) => markdownText(withoutCidr(remark, pair))),
    ...(failure ? [`${markdownCode(failure.reason)}${reference}`] : []),
  ].join('<br>');
}

/**
 * Why a pair is refused, without its CIDR, which is in the row already: so that CIDRs can share a row.
 * AWS's own words, which follow a colon, stay as they are.
 */
function withoutCidr(text: string, pair: PairRow['pair']): string {
  const { refusal } = pair;
  const { cidr } = entryOf(pair);
  if (refusal === undefined) return text;
  const whole = new RegExp(`(?<![\\w.:])${cidr.replaceAll('.', '\\.')}(?!\\w)`, 'g');
  if (refusal.startsWith('rpki-')) return text.replace(whole, 'the CIDR');
  const [own = '', ...quoted] = text.split(': ');
  return [own.replace(whole, 'the CIDR'), ...quoted].join(': ');
}
