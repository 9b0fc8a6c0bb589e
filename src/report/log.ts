import { inspect } from 'node:util';
import { Failure } from '../failure.ts';
import type { Links } from '../inputs/links.ts';
import { problemText } from '../lib/source-location.ts';
import { listFirst, truncate } from '../lib/text.ts';
import { countChanges, type PairStatus, statusOf, viewOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { countEntries, entryText } from '../plan/entry.ts';
import type { Plan, PlannedChange, Unmanaged } from '../plan/plan.ts';
import { maxUnmanagedCidrs, unmanagedCidrText, unmanagedText } from '../plan/unmanaged.ts';
import { reasons } from '../reasons.ts';
import { evidenceLines } from './evidence.ts';
import { nextStepOf } from './next-step.ts';
import { resultRemarks } from './pair-row.ts';
import { changedPairs, undoLines } from './undo.ts';

/** The plan as groups of log lines, one for each target, with the evidence. */
export function planGroups(
  plan: Plan<PlannedChange>,
): { readonly title: string; readonly lines: readonly string[] }[] {
  const { unmanaged, unmanagedCidrs = [], digest } = plan;
  const byTarget = [...Map.groupBy(plan.changes, ({ target }) => target)];
  return byTarget.map(([{ name }, changes], index) => {
    const ofTarget = ({ target }: Pick<Unmanaged, 'target'>) => target.name === name;
    const isLast = index === byTarget.length - 1;
    const cidrs = unmanagedCidrs.filter(ofTarget).map(unmanagedCidrText);
    return {
      title: `Plan for ${name}: ${countChanges(changes)}`,
      lines: [
        ...changes.flatMap((change) => [
          `${change.step}: ${entryText(change)} (now ${change.before}): ${change.why}`,
          ...(change.route && change.effect ? [`  ${change.effect}`] : []),
        ]),
        ...evidenceLines(changes).map((line) => `  ${line}`),
        ...unmanaged.filter(ofTarget).map(unmanagedText),
        ...listFirst(cidrs, maxUnmanagedCidrs, 'more unmanaged CIDRs'),
        ...(isLast && digest !== undefined ? [`plan digest ${digest}`] : []),
      ],
    };
  });
}

const longestList = 10;

/** How a run without a failure ended, and what to do next. */
export function resultLines(
  outcome: Outcome,
  links: Pick<Links, 'pullRequest' | 'isOnDefaultBranch'>,
): string[] {
  const { reason, pairs, inputs } = outcome;
  const textOf = (pair: PairOutcome) => endText(pair, statusOf(pair, inputs?.mode));
  const ends =
    pairs.length <= longestList
      ? pairs.map((pair) => `${entryText(pair)}: ${textOf(pair)}`)
      : [...Map.groupBy(pairs, textOf)].map(
          ([text, { length }]) => `${countEntries(length, pairs)}: ${text}`,
        );
  return [
    ...ends,
    `${reason}: ${reasons[reason].cause}`,
    `Next step: ${nextStepOf(outcome, links)}`,
    ...undoText(outcome),
  ];
}

function endText(pair: PairOutcome, status: PairStatus): string {
  return status === 'planned'
    ? `${viewOf(status, pair).counted}, now ${pair.state}`
    : [pair.state, ...resultRemarks(pair)].join(', ');
}

/** How to undo what an apply changed; the page of a plan has it. */
function undoText(outcome: Outcome): string[] {
  const changed = outcome.inputs?.mode === 'apply' ? changedPairs(outcome) : [];
  if (changed.length === 0) return [];
  const isInSummary = changed.length > longestList && outcome.inputs?.summary;
  const lines = isInSummary ? ['the commands are in the job summary'] : undoLines(changed);
  return ['Undo:', ...lines.map((line) => `  ${line}`)];
}

/** GitHub shows 10 error annotations of a step; one is the failure itself. */
export const maxAnnotations = 9;

/** A failure in full: message, problems, lines to read or paste, likely cause, next step. */
export function failureLines({ message, lines, problems, likely, next }: Failure): string[] {
  return [
    message,
    ...listFirst(problems.map(problemText), maxAnnotations, 'more, in the log above'),
    ...lines,
    ...(likely === undefined ? [] : [`Likely cause: ${likely}`]),
    `Next step: ${next}`,
  ];
}

/** Much more than a stack and its causes need. */
const maxInspectedLines = 200;
const maxInspectedLength = 2_000;

/** An error with its stack, its own fields and its causes, as Node shows it. */
export function inspectLines(thrown: unknown): string[] {
  return inspect(thrown, { depth: 3, maxArrayLength: 20, maxStringLength: maxInspectedLength })
    .split('\n')
    .slice(0, maxInspectedLines)
    .map((line) => truncate(line, maxInspectedLength));
}

/** The defects of this action in a run: each one once, with its stack and causes. */
export function defectLines({ failure, pairs }: Pick<Outcome, 'failure' | 'pairs'>): string[] {
  const failures = new Set([failure, ...pairs.map((pair) => pair.failure)]);
  return [...failures].flatMap((each) =>
    // The stack of a failure that sums up others means nothing.
    each?.reason === 'internal-error' && !(each.cause instanceof Failure)
      ? inspectLines(each.cause ?? each)
      : [],
  );
}

/** A duration as `mm:ss`. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
}
