import { type Target, unnamedParts } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import {
  locationText,
  type Problem,
  problemText,
  type SourceLocation,
} from '../lib/source-location.ts';
import { plainLine } from '../lib/text.ts';
import { viewOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { entryOf } from '../plan/entry.ts';
import { maxUnmanagedCidrs, unmanagedCidrText } from '../plan/unmanaged.ts';
import { type Reason, reasons } from '../reasons.ts';
import { checkLabels } from '../report/evidence.ts';
import { headlineOf, otherCounts } from '../report/headline.ts';
import { defectLines } from '../report/log.ts';
import { nextStepOf } from '../report/next-step.ts';
import { effectLines, makeRows, type PairRow } from '../report/pair-row.ts';
import { cellsBeforeChange, columnNames } from '../report/plan-table.ts';
import type { Format } from './output.ts';
import { formatTables, type Row, type Section } from './table.ts';
import { wrap } from './wrap.ts';

/** The plan: a table for each target, the counts, the digest and how the run ended. */
export function formatPlanPage(outcome: Outcome, format: Format): string[] {
  const { plan, failure, reason } = outcome;
  const rows = makeRows(outcome);
  const sections = [...Map.groupBy(rows, ({ pair }) => pair.target)].map(([target, ofTarget]) =>
    sectionOf(target, ofTarget, failure),
  );
  const unmanaged = (plan?.unmanagedCidrs ?? []).slice(0, maxUnmanagedCidrs);
  const digest = plan?.digest === undefined ? [] : [`Plan digest: ${plan.digest}`];
  const next = nextOf(
    reason,
    nextStepOf(outcome, { pullRequest: undefined, isOnDefaultBranch: false }),
  );
  const ending = failure ? [] : [reasons[reason].cause, `Next step: ${next}`];
  const counts = [headlineOf(outcome, rows), otherCounts(outcome, rows).join(', ')]
    .filter((text) => text !== '')
    .map((text) => `${capitalize(text)}.`);
  const effects = effectLines(outcome, rows);
  return [
    ...effects.flatMap((line) => wrap(plainLine(line), format.width, '', '  ')),
    ...(effects.length > 0 ? [''] : []),
    ...formatTables(columnNames(outcome, rows), sections, format),
    ...unmanaged.flatMap((cidr) =>
      wrap(plainLine(unmanagedCidrText(cidr)), format.width, '', '  '),
    ),
    ...(rows.length > 0 ? wrap(counts.join(' '), format.width) : []).map((line) =>
      format.style('bold', line),
    ),
    ...digest,
    ...ending.flatMap((line) => wrap(line, format.width)),
  ];
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A target with its rows, and below them what was checked. */
function sectionOf(
  target: Target,
  rows: readonly PairRow[],
  failure: Failure | undefined,
): Section {
  const checks = checkLabels(rows.map(({ pair }) => pair)).map(({ text }) => text);
  return {
    title: plainLine([target.name, ...unnamedParts(target)].join(' · ')),
    rows: rows.map((row) => rowOf(row, failure)),
    foot: checks.length === 0 ? '' : `Checks: ${checks.join(', ')}`,
  };
}

/** A failure, without the problems that are reported already. */
export function formatFailure(
  failure: Failure,
  reported: readonly Problem[],
  format: Format,
): string[] {
  const { message, lines, problems, likely, reason } = failure;
  const unreported = problems.filter((problem) => !reported.includes(problem));
  const prose = (text: string) => wrap(plainLine(text), format.width, '', '  ');
  const [head = '', ...more] = prose(`Error: ${message} (${reason})`);
  return [
    format.style('red', head),
    ...more.map((line) => format.style('red', line)),
    ...unreported.flatMap((problem) => prose(problemText(problem))),
    ...lines.map(plainLine),
    ...defectLines({ failure, pairs: [] }).map(plainLine),
    ...(likely === undefined ? [] : prose(`Likely cause: ${likely}`)),
    ...prose(`Next step: ${nextOf(reason, failure.next)}`),
  ];
}

/** The problems of a failure that the plan shows below the rows of their associations. */
export function problemsInPlan({ pairs, failure }: Outcome): readonly Problem[] {
  return pairs.flatMap((pair) => problemsOf(pair, failure));
}

const openPullRequest =
  'Open a pull request. The workflow plans again, and applies the plan that is approved.';

/** Next steps for a terminal, where those for a workflow do not fit. */
const nextInTerminal: Partial<Readonly<Record<Reason, string>>> = {
  cancelled: 'Run it again. It only reads, and changed nothing.',
  'plan-changed':
    'Review the plan above. The workflow plans again too, and asks for approval of the new plan.',
  'already-pending': 'Run it again later: the association is still pending in AWS.',
  'dry-run-permitted': openPullRequest,
  'dry-run-unchecked': openPullRequest,
  planned: openPullRequest,
  'not-permitted': 'Omit --permission-check, or use credentials with the policy above.',
  'credentials-rejected':
    "Sign in again (aws sso login --profile NAME), and check this machine's clock.",
  'account-not-allowed':
    'Use a profile of that account (--profile NAME), and plan the targets of one account at a time (--target NAME).',
};

/** The next step in a terminal; the own one of a failure fits there too. */
export function nextOf(reason: Reason, own: string): string {
  return own === reasons[reason].next ? (nextInTerminal[reason] ?? own) : own;
}

function rowOf(row: PairRow, failure: Failure | undefined): Row {
  const { pair, status, change } = row;
  const cells = cellsBeforeChange(row).map(({ text, isBold }) => ({
    text: plainLine(text),
    ...(isBold ? { style: 'bold' as const } : {}),
  }));
  return {
    cells: [
      { text: plainLine(entryOf(pair).cidr) },
      ...cells,
      { text: plainLine(change.text), style: viewOf(status, pair).color },
    ],
    remarks: remarksOf(row, failure).map(plainLine),
  };
}

function remarksOf(
  { pair, status, desired, rpki, change }: PairRow,
  failure: Failure | undefined,
): string[] {
  const { note, location: place } = entryOf(pair);
  const at = place ? `${locationText(place)}: ` : '';
  const problems = problemsOf(pair, failure);
  return [
    ...(note === '' ? [] : [`note: ${note}`]),
    ...desired.remarks.map((text) => `${desired.text}: ${text}`),
    ...(rpki?.remarks ?? []).map((text) => (pair.route ? `RPKI: ${text}` : `RPKI of ${text}`)),
    ...(problems.length > 0
      ? problems.map(({ text }) => at + text)
      : change.remarks.map((text) => (status === 'refused' ? at + text : text))),
    ...(pair.failure ? [at + pair.failure.reason] : []),
  ];
}

/** A refused association of a file and its problem have the same location. */
function problemsOf(pair: PairOutcome, failure: Failure | undefined): readonly Problem[] {
  const { step } = pair;
  const { location } = entryOf(pair);
  if (step !== 'refuse' || !failure || !location) return [];
  const known = byLocation.get(failure) ?? Map.groupBy(failure.problems, (each) => each.location);
  byLocation.set(failure, known);
  return known.get(location) ?? [];
}

/** Thousands of associations may be refused, so their problems are found by location. */
const byLocation = new WeakMap<Failure, ReadonlyMap<SourceLocation, readonly Problem[]>>();
