import { type Target, unnamedParts } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import type { Evidence } from '../plan/evidence.ts';
import { extraReasons, gradesOf, stateAfter, statusLabels, tableHeader } from './labels.ts';
import { type Links, placeLink } from './links.ts';
import { markdownCode, markdownRow, markdownText } from './markdown.ts';
import { pairsByEnd } from './status.ts';

/** A row with its evidence folded away in the last cell, and the same with the grades alone. */
export interface PlanRow {
  readonly whole: string;
  readonly brief: string;
}

/** One row for each pair. */
export interface PlanTable {
  readonly header: readonly string[];
  /** What is to be decided or was done; what needs attention first, otherwise in the order of the plan. */
  readonly rows: readonly PlanRow[];
  /** What is as desired already, where it is not the only pair. */
  readonly unchanged: readonly string[];
}

/** What a row needs to know of its run. */
interface Context {
  readonly links: Links;
  readonly mode: 'plan' | 'apply';
  /** Of the only pair it is in sight. */
  readonly evidence: 'open' | 'folded';
  /** The numbers of the failures that the page lists. */
  readonly numbered: ReadonlyMap<Failure, number>;
}

const plainEnds: ReadonlySet<PairStatus> = new Set(['pending', 'associated', 'kept']);

/** The table of an outcome; `numbered` are the failures that the page lists below it. */
export function makePlanTable(
  outcome: Outcome,
  numbered: ReadonlyMap<Failure, number>,
  links: Links,
): PlanTable {
  const mode = outcome.inputs?.mode ?? 'apply';
  const evidence = outcome.pairs.length === 1 ? 'open' : 'folded';
  const context: Context = { links, mode, evidence, numbered };
  const byEnd = [...pairsByEnd(outcome)];
  const isFolded = (end: PairStatus) => end === 'kept' && evidence === 'folded';
  const shown = byEnd.filter(([end]) => !isFolded(end));
  const folded = byEnd.filter(([end]) => isFolded(end));
  return {
    header: tableHeader(mode),
    rows: shown.flatMap(([end, pairs]) => pairs.map((pair) => rowOf(pair, end, context))),
    unchanged: folded.flatMap(([end, pairs]) =>
      pairs.map((pair) => rowOf(pair, end, context).brief),
    ),
  };
}

function rowOf(pair: PairOutcome, end: PairStatus, context: Context): PlanRow {
  const { target, association, evidence } = pair;
  const cells = [
    plainEnds.has(end) ? statusLabels[end] : `**${statusLabels[end]}**`,
    targetCell(target),
    cidrCell(pair, context),
    `AS${markdownText(association.asn)}`,
    [stateText(pair, end, context.mode), ...remarks(pair, end, context)].join('<br>'),
  ];
  return {
    whole: markdownRow([...cells, evidenceCell(evidence, context)]),
    brief: markdownRow([...cells, gradeText(evidence)]),
  };
}

/** The name, and what of account and Region it is not itself. */
function targetCell(target: Target): string {
  const more = unnamedParts(target);
  const rest = more.length === 0 ? [] : [`<sub>${more.map(markdownText).join(' ')}</sub>`];
  return [markdownText(target.name), ...rest].join('<br>');
}

/** With the author's note; and with its place where something is to be done about it. */
function cidrCell({ association, failure, step }: PairOutcome, { links }: Context): string {
  const { cidr, note, location: place } = association;
  const found = place && (failure || step === 'refuse') ? [placeLink(place, links)] : [];
  const notes = note === '' ? [] : [markdownText(note)];
  const more = [...found, ...notes].map((text) => `<sub>${text}</sub>`);
  return [markdownCode(cidr), ...more].join('<br>');
}

function stateText(pair: PairOutcome, end: PairStatus, mode: Context['mode']): string {
  const { before } = pair;
  const after = stateAfter(pair, end, mode);
  return before === after
    ? markdownText(before)
    : `${markdownText(before)} → **${markdownText(after)}**`;
}

/** What the state does not tell, and what failed. */
function remarks(pair: PairOutcome, end: PairStatus, { numbered }: Context): string[] {
  const { failure } = pair;
  const number = failure && numbered.get(failure);
  return [
    ...extraReasons(pair, end).map(markdownText),
    ...(failure
      ? [`${markdownCode(failure.reason)}${number === undefined ? '' : `, failure ${number}`}`]
      : []),
  ];
}

function evidenceCell(evidence: readonly Evidence[], context: Context): string {
  if (evidence.length === 0) return gradeText(evidence);
  const texts = evidence.map(({ grade, text }) => `<b>${grade}</b> ${markdownText(text)}`);
  const open = context.evidence === 'open' ? ' open' : '';
  return `<details${open}><summary>${gradeText(evidence)}</summary>${texts.join('<br>')}</details>`;
}

/** The best that is known, and the checks that did not happen. */
function gradeText(evidence: readonly Evidence[]): string {
  const { best, missing } = gradesOf(evidence);
  return [best ?? [], ...missing.map((grade) => `<b>${grade}</b>`)].flat().join(', ') || 'none';
}
