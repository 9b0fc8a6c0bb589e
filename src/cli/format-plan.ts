import { unnamedParts } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import { locationText, type Problem, problemText } from '../lib/source-location.ts';
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
import { type Format, wrap } from './output.ts';
import { formatTables, type Row } from './table.ts';

/** The plan: a table for each target, the counts, the digest and how the run ended. */
export function formatPlanPage(outcome: Outcome, format: Format): string[] {
  const { plan } = outcome;
  const rows = makeRows(outcome);
  const effects = effectLines(outcome, rows);
  const unmanaged = (plan?.unmanagedCidrs ?? []).slice(0, maxUnmanagedCidrs);
  const counts = [headlineOf(outcome, rows), otherCounts(outcome, rows).join(', ')]
    .filter((text) => rows.length > 0 && text !== '')
    .map((text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
  return [
    ...effects.flatMap((line) => wrap(plainLine(line), format.width, '', '  ')),
    ...(effects.length > 0 ? [''] : []),
    ...formatRows(outcome, rows, format),
    ...unmanaged.flatMap((cidr) =>
      wrap(plainLine(unmanagedCidrText(cidr)), format.width, '', '  '),
    ),
    ...(counts.length > 0 ? wrap(counts.join(' '), format.width) : []).map((line) =>
      format.style('bold', line),
    ),
    ...(plan?.digest === undefined ? [] : [`Plan digest: ${plan.digest}`]),
    ...conclusionLines(outcome).flatMap((line) => wrap(line, format.width)),
  ];
}

/** How a run without a failure ended, and what to do next. */
function conclusionLines(outcome: Outcome): readonly string[] {
  const { failure, reason } = outcome;
  if (failure) return [];
  const own = nextStepOf(outcome, { pullRequest: undefined, isOnDefaultBranch: false });
  return [reasons[reason].cause, `Next step: ${nextOf(reason, own)}`];
}

function formatRows(outcome: Outcome, rows: readonly PairRow[], format: Format): string[] {
  const problemsOf = problemFinder(outcome);
  const byTarget = Map.groupBy(rows, ({ pair }) => pair.target);
  const sections = [...byTarget].map(([target, ofTarget]) => {
    const checks = checkLabels(ofTarget.map(({ pair }) => pair)).map(({ text }) => text);
    return {
      title: plainLine([target.name, ...unnamedParts(target)].join(' · ')),
      rows: ofTarget.map((row) => rowOf(row, problemsOf(row.pair))),
      foot: checks.length === 0 ? '' : `Checks: ${checks.join(', ')}`,
    };
  });
  return formatTables(columnNames(outcome, rows), sections, format);
}

/** A failure, without the problems that are already reported. */
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
export function problemsInPlan(outcome: Outcome): readonly Problem[] {
  return outcome.pairs.flatMap(problemFinder(outcome));
}

/** Finds the problems of a refused pair, which have its location. */
function problemFinder({ failure }: Outcome): (pair: PairOutcome) => readonly Problem[] {
  const byLocation = Map.groupBy(failure?.problems ?? [], ({ location }) => location);
  return (pair) => {
    const { location } = entryOf(pair);
    return pair.step === 'refuse' && location ? (byLocation.get(location) ?? []) : [];
  };
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

/** The next step in a terminal. A step that is not the reason's default fits there already. */
export function nextOf(reason: Reason, own: string): string {
  return own === reasons[reason].next ? (nextInTerminal[reason] ?? own) : own;
}

function rowOf(row: PairRow, problems: readonly Problem[]): Row {
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
    remarks: remarksOf(row, problems).map(plainLine),
  };
}

function remarksOf(
  { pair, status, desired, rpki, change }: PairRow,
  problems: readonly Problem[],
): string[] {
  const { note, location } = entryOf(pair);
  const at = location ? `${locationText(location)}: ` : '';
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
