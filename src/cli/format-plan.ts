import { targetText } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import { locationText, type Problem, problemText } from '../lib/source-location.ts';
import { plainLine } from '../lib/text.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { maxUnmanagedCidrs, unmanagedCidrText, unmanagedText } from '../plan/unmanaged.ts';
import { type Reason, reasons } from '../reasons.ts';
import { evidenceSummary } from '../report/evidence.ts';
import { defectLines } from '../report/log.ts';
import {
  countText,
  extraReasons,
  pairsByStatus,
  stateAfter,
  statusViews,
} from '../report/status.ts';
import type { Format } from './output.ts';
import { formatTable, type Row } from './table.ts';
import { wrap } from './wrap.ts';

const header = ['', 'Target', 'CIDR', 'ASN', 'Now → after', 'Evidence'];

/** The plan: a row for each association, their counts, the digest and how the run ended. */
export function formatPlanPage(outcome: Outcome, format: Format): string[] {
  const { plan, failure, reason } = outcome;
  const rows = pairsByStatus(outcome).flatMap(([end, ofEnd]) =>
    ofEnd.map((pair) => rowOf(pair, end, failure)),
  );
  const unmanaged = [
    ...(plan?.unmanaged ?? []).map(unmanagedText),
    ...(plan?.unmanagedCidrs ?? []).slice(0, maxUnmanagedCidrs).map(unmanagedCidrText),
  ].map(plainLine);
  const digest = plan?.digest === undefined ? [] : [`Plan digest: ${plan.digest}`];
  const ending = failure ? [] : [reasons[reason].cause, `Next step: ${nextOf(reason)}`];
  return [
    ...(rows.length > 0 ? [...formatTable(header, rows, format), ''] : []),
    ...unmanaged.flatMap((line) => wrap(line, format.width, '', '  ')),
    ...(rows.length > 0 ? wrap(countText(outcome), format.width) : []).map((line) =>
      format.style('bold', line),
    ),
    ...digest,
    ...ending.flatMap((line) => wrap(line, format.width)),
  ];
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

/** The own next step of a failure fits a terminal too. */
function nextOf(reason: Reason, own: string = reasons[reason].next): string {
  return own === reasons[reason].next ? (nextInTerminal[reason] ?? own) : own;
}

function rowOf(pair: PairOutcome, end: PairStatus, failure: Failure | undefined): Row {
  const { target, association, before, evidence } = pair;
  const after = stateAfter(pair, end, 'plan');
  const { label, color } = statusViews[end];
  const texts = [
    targetText(target),
    association.cidr,
    `AS${association.asn}`,
    before === after ? before : `${before} → ${after}`,
    evidenceSummary(evidence),
  ];
  return {
    cells: [{ text: label, style: color }, ...texts.map((text) => ({ text: plainLine(text) }))],
    remarks: remarksOf(pair, end, failure).map(plainLine),
  };
}

function remarksOf(pair: PairOutcome, end: PairStatus, failure: Failure | undefined): string[] {
  const { note, location: place } = pair.association;
  const at = place ? `${locationText(place)}: ` : '';
  const problems = problemsOf(pair, failure);
  return [
    ...(note === '' ? [] : [`note: ${note}`]),
    ...(problems.length > 0
      ? problems.map(({ text }) => at + text)
      : extraReasons(pair, end).map((text) => (end === 'refused' ? at + text : text))),
    ...(pair.failure ? [at + pair.failure.reason] : []),
  ];
}

/** A refused association of a file and its problem have the same location. */
function problemsOf(
  { association, step }: PairOutcome,
  failure: Failure | undefined,
): readonly Problem[] {
  if (step !== 'refuse') return [];
  return (failure?.problems ?? []).filter(({ location: place }) => place === association.location);
}
