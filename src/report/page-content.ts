import { targetText } from '../domain/target.ts';
import type { Links } from '../inputs/links.ts';
import type { Problem } from '../lib/source-location.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { entryOf, entryText } from '../plan/entry.ts';
import type { UnmanagedCidr } from '../plan/plan.ts';
import { effectLines } from './effects.ts';
import {
  endingText,
  type FailureGroup,
  type FailureText,
  groupFailures,
  groupText,
  isLarge,
} from './failures.ts';
import { headlineOf } from './headline.ts';
import { locationLink, markdownCode, markdownText } from './markdown.ts';
import { formatGraph } from './mermaid.ts';
import { isUnchanged, makeRows, type PairRow } from './pair-row.ts';
import { makeTableRow, type TableOptions, type TableRow } from './plan-table.ts';
import { isMissed } from './route-cells.ts';
import { changedPairs } from './undo.ts';
import { planWarnings } from './warnings.ts';
import { words } from './words.ts';

/** What a page is made of; texts are in Markdown, except for the headline. */
export interface PageContent {
  readonly outcome: Outcome;
  readonly links: Links;
  readonly headline: string;
  /** What the changes of routes mean. */
  readonly routeEffects: readonly string[];
  readonly ending: FailureText | undefined;
  readonly failures: readonly FailureText[];
  readonly options: TableOptions;
  /** Of the plan's table, except for pairs that a failure lists. */
  readonly rows: readonly TableRow[];
  /** Of pairs with nothing to decide on; empty if there is only one pair. */
  readonly unchanged: readonly TableRow[];
  /** Empty for none. */
  readonly diagram: string;
  readonly warnings: readonly string[];
  readonly unmanagedCidrs: readonly string[];
  /** Those in no row of the table. */
  readonly problems: readonly string[];
  /** Changed by the run, or to be changed. */
  readonly changed: readonly PairOutcome[];
}

/** So many warnings are read; the rows of the table have all. */
const maxWarnings = 5;

/** Reads everything that a page may show from an outcome. */
export function readContent(outcome: Outcome, links: Links): PageContent {
  const { failure, plan } = outcome;
  const groups = groupFailures(outcome);
  const rows = makeRows(outcome);
  return {
    outcome,
    links,
    headline: headlineOf(outcome, rows),
    routeEffects: effectLines(outcome, rows).map(markdownText),
    ending: failure && endingText(failure, groups),
    failures: groups.map((group, index) => groupText(group, index + 1, failure)),
    ...makeTableRows(rows, tableOptions(outcome, groups, links), groups),
    diagram: formatGraph(outcome),
    warnings: warningTexts(outcome),
    unmanagedCidrs: (plan?.unmanagedCidrs ?? []).map(unmanagedCidrText),
    problems: otherProblems(outcome).map((problem) => problemText(problem, links)),
    changed: changedPairs(outcome),
  };
}

function tableOptions(
  { action, inputs, pairs }: Outcome,
  groups: readonly FailureGroup[],
  links: Links,
): TableOptions {
  const numbered = groups.flatMap((group, index) =>
    group.pairs.map((pair) => [pair, index + 1] as const),
  );
  return {
    mode: inputs?.mode ?? 'apply',
    desired: words[action].desired,
    hasRpki: pairs.some(({ rpki }) => rpki !== undefined),
    links,
    failureNumbers: new Map(numbered),
  };
}

function makeTableRows(
  rows: readonly PairRow[],
  options: TableOptions,
  groups: readonly FailureGroup[],
): Pick<PageContent, 'options' | 'rows' | 'unchanged'> {
  const listed = new Set(groups.filter(isLarge).flatMap(({ pairs }) => pairs));
  const inTable = rows.filter(({ pair }) => !listed.has(pair));
  const isFolded = (row: PairRow) => rows.length > 1 && isUnchanged(row);
  const [folded, shown] = [inTable.filter(isFolded), inTable.filter((row) => !isFolded(row))];
  const rendered = (some: readonly PairRow[]) => some.map((row) => makeTableRow(row, options));
  return { options, rows: rendered(shown), unchanged: rendered(folded) };
}

function warningTexts({ plan, inputs, pairs }: Outcome): readonly string[] {
  const ofPlan = plan && inputs ? planWarnings(plan, inputs).map(({ text }) => text) : [];
  const texts = [...missedTexts(pairs), ...ofPlan];
  const more = texts.length - maxWarnings;
  return [
    ...texts.slice(0, maxWarnings).map(markdownText),
    ...(more > 0 ? [`and ${more} more: see the checks`] : []),
  ];
}

/** Changes that route collectors do not show, unless that is a failure. */
function missedTexts(pairs: readonly PairOutcome[]): readonly string[] {
  return pairs.flatMap((pair) =>
    pair.route && !pair.failure && isMissed(pair)
      ? [`${entryText(pair)} is not verified: ${pair.verification?.text}`]
      : [],
  );
}

function unmanagedCidrText({ target, cidr, state, asns }: UnmanagedCidr): string {
  const names = asns.slice(0, 10).map((asn) => ` AS${markdownText(asn)}`);
  return `${markdownCode(cidr)}${names.join('')} ${markdownText(state)} in ${markdownCode(targetText(target))}`;
}

/** The problems that are in no row of the table, such as an entry that could not be read. */
function otherProblems({ failure, pairs }: Outcome): readonly Problem[] {
  const inRows = new Set(pairs.map((pair) => entryOf(pair).location));
  return (failure?.problems ?? []).filter(({ location }) => !inRows.has(location));
}

function problemText({ location, path, text }: Problem, links: Links): string {
  const entry = path === '' ? '' : `${markdownCode(path)} `;
  return `${locationLink(location, links)} ${entry}${markdownText(text)}`;
}
