import { type Target, unnamedParts } from '../domain/target.ts';
import type { Links } from '../inputs/links.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { asnRemark } from './evidence.ts';
import type { FailureGroup } from './failures.ts';
import { locationLink, markdownCode, markdownRow, markdownText } from './markdown.ts';
import { extraReasons, pairsByStatus, stateAfter, statusViews } from './status.ts';

/** One row for each pair. */
export interface PlanTable {
  readonly header: readonly string[];
  /** What needs attention first, otherwise in the order of the plan. */
  readonly rows: readonly string[];
  /** Pairs with nothing to do; empty if there is only one pair. */
  readonly unchanged: readonly string[];
}

/**
 * The table of an outcome in comment and summary, which refers to the failures by the numbers of their
 * groups. The terminal has its own: cli/format-plan.ts.
 */
export function makePlanTable(
  outcome: Outcome,
  groups: readonly FailureGroup[],
  links: Links,
): PlanTable {
  const mode = outcome.inputs?.mode ?? 'apply';
  const numbers = new Map(
    groups.flatMap(({ pairs }, index) => pairs.map((pair) => [pair, index + 1] as const)),
  );
  const formatRow = (pair: PairOutcome, status: PairStatus) => {
    const { label, attention } = statusViews[status];
    return markdownRow([
      attention ? `**${label}**` : label,
      targetCell(pair.target),
      cidrCell(pair, links),
      asnCell(pair),
      stateCell(pair, status, mode, numbers.get(pair)),
    ]);
  };
  const rowsOf = (isFolded: boolean) =>
    pairsByStatus(outcome)
      .filter(([status]) => (status === 'kept' && outcome.pairs.length > 1) === isFolded)
      .flatMap(([status, pairs]) => pairs.map((pair) => formatRow(pair, status)));
  return {
    header: ['', 'Target', 'CIDR', 'ASN', mode === 'plan' ? 'Now → after' : 'Before → now'],
    rows: rowsOf(false),
    unchanged: rowsOf(true),
  };
}

/** The name, with account and Region unless the name consists of them. */
function targetCell(target: Target): string {
  const more = unnamedParts(target).map(markdownText).join(' ');
  return markdownText(target.name) + (more === '' ? '' : `<br><sub>${more}</sub>`);
}

/** With the author's note, and with the location in the file if something is to be fixed there. */
function cidrCell({ association, failure, step }: PairOutcome, links: Links): string {
  const { cidr, note, location } = association;
  const found = location && (failure || step === 'refuse') ? [locationLink(location, links)] : [];
  const notes = note === '' ? [] : [markdownText(note)];
  const more = [...found, ...notes].map((text) => `<sub>${text}</sub>`);
  return [markdownCode(cidr), ...more].join('<br>');
}

/** With what a reviewer must not miss. */
function asnCell(pair: PairOutcome): string {
  const remark = asnRemark(pair);
  const name = `AS${markdownText(pair.association.asn)}`;
  return remark === undefined ? name : `${name}<br>**${remark}**`;
}

/** The states, what they do not say, and what failed. */
function stateCell(
  pair: PairOutcome,
  status: PairStatus,
  mode: 'plan' | 'apply',
  failureNumber: number | undefined,
): string {
  const { before, failure } = pair;
  const after = stateAfter(pair, status, mode);
  const reference = failureNumber === undefined ? '' : `, failure ${failureNumber}`;
  return [
    markdownText(before) + (before === after ? '' : ` → **${markdownText(after)}**`),
    ...extraReasons(pair, status).map(markdownText),
    ...(failure ? [`${markdownCode(failure.reason)}${reference}`] : []),
  ].join('<br>');
}
