import { type Target, unnamedParts } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Links } from '../inputs/links.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { extraReasons, stateAfter, statesHeader } from './labels.ts';
import { locationLink } from './links.ts';
import { markdownCode, markdownRow, markdownText } from './markdown.ts';
import { pairsByStatus, statusViews } from './status.ts';

/** One row for each pair. */
export interface PlanTable {
  readonly header: readonly string[];
  /** What needs attention first, otherwise in the order of the plan. */
  readonly rows: readonly string[];
  /** Pairs with nothing to do; empty if there is only one pair. */
  readonly unchanged: readonly string[];
}

/** What a row needs from its run. */
interface RowContext {
  readonly links: Links;
  readonly mode: 'plan' | 'apply';
  readonly numbers: ReadonlyMap<Failure, number>;
}

/** The table of an outcome; `numbers` are those of the failures that the page lists. */
export function makePlanTable(
  outcome: Outcome,
  numbers: ReadonlyMap<Failure, number>,
  links: Links,
): PlanTable {
  const mode = outcome.inputs?.mode ?? 'apply';
  const context: RowContext = { links, mode, numbers };
  const isFolded = (status: PairStatus) => status === 'kept' && outcome.pairs.length > 1;
  const rowsOf = (folded: boolean) =>
    [...pairsByStatus(outcome)]
      .filter(([status]) => isFolded(status) === folded)
      .flatMap(([status, pairs]) => pairs.map((pair) => formatRow(pair, status, context)));
  return {
    header: ['', 'Target', 'CIDR', 'ASN', statesHeader(mode)],
    rows: rowsOf(false),
    unchanged: rowsOf(true),
  };
}

function formatRow(pair: PairOutcome, status: PairStatus, context: RowContext): string {
  const { target, association } = pair;
  const { label, attention } = statusViews[status];
  return markdownRow([
    attention ? `**${label}**` : label,
    targetCell(target),
    cidrCell(pair, context),
    `AS${markdownText(association.asn)}`,
    [stateText(pair, status, context.mode), ...remarks(pair, status, context)].join('<br>'),
  ]);
}

/** The name, with account and Region unless the name consists of them. */
function targetCell(target: Target): string {
  const more = unnamedParts(target);
  const rest = more.length === 0 ? [] : [`<sub>${more.map(markdownText).join(' ')}</sub>`];
  return [markdownText(target.name), ...rest].join('<br>');
}

/** With the author's note, and with the location in the file if something is to be fixed there. */
function cidrCell({ association, failure, step }: PairOutcome, { links }: RowContext): string {
  const { cidr, note, location } = association;
  const found = location && (failure || step === 'refuse') ? [locationLink(location, links)] : [];
  const notes = note === '' ? [] : [markdownText(note)];
  const more = [...found, ...notes].map((text) => `<sub>${text}</sub>`);
  return [markdownCode(cidr), ...more].join('<br>');
}

function stateText(pair: PairOutcome, status: PairStatus, mode: RowContext['mode']): string {
  const { before } = pair;
  const after = stateAfter(pair, status, mode);
  return before === after
    ? markdownText(before)
    : `${markdownText(before)} → **${markdownText(after)}**`;
}

/** What the state does not say, and what failed. */
function remarks(pair: PairOutcome, status: PairStatus, { numbers }: RowContext): string[] {
  const { failure } = pair;
  const number = failure && numbers.get(failure);
  const reference = number === undefined ? '' : `, failure ${number}`;
  return [
    ...extraReasons(pair, status).map(markdownText),
    ...(failure ? [`${markdownCode(failure.reason)}${reference}`] : []),
  ];
}
