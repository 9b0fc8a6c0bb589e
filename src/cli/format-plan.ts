import { locationText, type Problem, problemText } from '../domain/source-location.ts';
import { targetText } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import { plainLine } from '../lib/text.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { type Reason, reasons } from '../reasons.ts';
import { evidenceSummary } from '../report/evidence.ts';
import { extraReasons, stateAfter, statesHeader } from '../report/labels.ts';
import { defectLines } from '../report/log.ts';
import { countText, pairsByStatus, statusViews } from '../report/status.ts';
import type { Paper } from './output.ts';
import { formatTable, type Row } from './table.ts';
import { wrap } from './wrap.ts';

const header = ['', 'Target', 'CIDR', 'ASN', statesHeader('plan'), 'Evidence'];

/** The plan: a row for each association, their counts, the digest and how the run ended. */
export function formatPlanPage(outcome: Outcome, paper: Paper): string[] {
  const { plan, failure, reason } = outcome;
  const rows = [...pairsByStatus(outcome)].flatMap(([end, ofEnd]) =>
    ofEnd.map((pair) => rowOf(pair, end, failure)),
  );
  const unmanaged = (plan?.unmanaged ?? []).map(({ target, asn, cidr, state }) =>
    plainLine(`unmanaged: ${cidr} with AS${asn} is ${state} in ${targetText(target)}, not changed`),
  );
  const digest = plan?.digest === undefined ? [] : [`Plan digest: ${plan.digest}`];
  const ending = failure ? [] : [reasons[reason].cause, `Next step: ${nextOf(reason)}`];
  return [
    ...(rows.length > 0 ? [...formatTable(header, rows, paper), ''] : []),
    ...unmanaged.flatMap((line) => wrap(line, paper.width, '', '  ')),
    ...(rows.length > 0 ? wrap(countText(outcome), paper.width) : []).map((line) =>
      paper.paint('bold', line),
    ),
    ...digest,
    ...ending.flatMap((line) => wrap(line, paper.width)),
  ];
}

/** A failure in full; problems that stand below their rows of the plan already can be left out. */
export function formatFailure(failure: Failure, told: readonly Problem[], paper: Paper): string[] {
  const { message, lines, problems, likely, reason } = failure;
  const untold = problems.filter((problem) => !told.includes(problem));
  const prose = (text: string) => wrap(plainLine(text), paper.width, '', '  ');
  const [head = '', ...more] = prose(`Error: ${message} (${reason})`);
  return [
    paper.paint('red', head),
    ...more.map((line) => paper.paint('red', line)),
    ...untold.flatMap((problem) => prose(problemText(problem))),
    ...lines.map(plainLine),
    ...defectLines({ failure, pairs: [] }).map(plainLine),
    ...(likely === undefined ? [] : prose(`Likely cause: ${likely}`)),
    ...prose(`Next step: ${nextOf(reason, failure.next)}`),
  ];
}

/** The problems of a failure that the plan tells below the rows of their associations. */
export function problemsInPlan({ pairs, failure }: Outcome): readonly Problem[] {
  return pairs.flatMap((pair) => problemsOf(pair, failure));
}

/** What to do next where the words of a workflow do not fit a terminal. */
const atTerminal: Partial<Readonly<Record<Reason, string>>> = {
  cancelled: 'Run this again: it only reads, and has written nothing.',
  'plan-changed':
    'Read the plan as it is now. The workflow makes it anew too, and asks for an approval of it.',
  'already-pending': 'Run this again later: AWS has not made the association yet.',
  'dry-run-permitted':
    'Open a pull request: the workflow makes this plan, and applies what is approved.',
  'dry-run-unchecked':
    'Open a pull request: the workflow makes this plan, and applies what is approved.',
  planned: 'Open a pull request: the workflow makes this plan, and applies what is approved.',
  'not-permitted':
    'Leave --permission-check out, or plan with credentials that have the policy shown.',
  'credentials-rejected':
    "Sign in again (aws sso login --profile NAME), and check this machine's clock.",
  'account-not-allowed':
    'Name the profile of the account (--profile NAME), and plan the targets of one account at a time (--target NAME).',
};

/** A step that a failure knows better than its reason fits a terminal too. */
function nextOf(reason: Reason, own: string = reasons[reason].next): string {
  return own === reasons[reason].next ? (atTerminal[reason] ?? own) : own;
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
    cells: [{ text: label, look: color }, ...texts.map((text) => ({ text: plainLine(text) }))],
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

/** A refused association of a file and the problem that tells of it have their place in common. */
function problemsOf(
  { association, step }: PairOutcome,
  failure: Failure | undefined,
): readonly Problem[] {
  if (step !== 'refuse') return [];
  return (failure?.problems ?? []).filter(({ location: place }) => place === association.location);
}
