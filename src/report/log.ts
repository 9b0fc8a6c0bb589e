import { inspect } from 'node:util';
import { associationText, countAssociations } from '../domain/association.ts';
import { problemText } from '../domain/source-location.ts';
import type { Target } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { truncate } from '../lib/text.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { type Change, countSteps, type Plan } from '../plan/plan.ts';
import { reasons } from '../reasons.ts';
import { splitEvidence } from './evidence.ts';

/** The inputs as they were understood. */
export function inputLines(inputs: Inputs, targets: readonly Target[]): string[] {
  const { source, mode, role, specialUse, expectedPlan, maxChanges } = inputs;
  return [
    ...(source.form === 'file' ? [`file ${source.path}`] : []),
    ...targets.flatMap((target) => targetLines(target, source.form)),
    mode === 'plan' ? 'dry run: nothing is written' : 'apply',
    role ? `role ${role.arn} by GitHub's ID token` : "the AWS SDK's credential chain",
    ...(specialUse === 'accept' ? ['special-use ASNs and prefixes are accepted'] : []),
    ...(expectedPlan === undefined ? [] : [`the plan must have the digest ${expectedPlan}`]),
    ...(maxChanges === undefined ? [] : [`at most ${maxChanges} associations may be written`]),
  ];
}

function targetLines({ name, accountId, region, associations }: Target, form: string): string[] {
  if (form === 'inputs') {
    return [...associations.map((one) => `associate ${associationText(one)}`), `Region ${region}`];
  }
  const count = countAssociations(associations.length);
  return [`target ${name}: account ${accountId}, Region ${region}, ${count}`];
}

/** The plan as groups of lines, one a target, with what each step rests on. */
export function planGroups({ targets, unmanaged, digest }: Plan): {
  readonly title: string;
  readonly lines: readonly string[];
}[] {
  const digestLine = digest === undefined ? [] : [`plan digest ${digest}`];
  return targets.map(({ target: { name }, changes }, index) => ({
    title: `Plan for ${name}: ${countText(changes)}`,
    lines: [
      ...planLines(changes),
      ...unmanaged
        .filter(({ target }) => target.name === name)
        .map(({ asn, cidr, state }) => `unmanaged: ${cidr} with AS${asn} is ${state}, not changed`),
      ...(index === targets.length - 1 ? digestLine : []),
    ],
  }));
}

/** A line for each change with its evidence; what all have in common is said once, below. */
function planLines(changes: readonly Change[]): string[] {
  const { shared, own } = splitEvidence(changes);
  return [
    ...changes.flatMap(({ step, association, before, why }, index) => [
      `${step}: ${associationText(association)} (now ${before}): ${why}`,
      ...(own[index] ?? []).map((line) => `  ${line}`),
    ]),
    ...shared.map((line) => `all: ${line}`),
  ];
}

/** `2 to associate, 1 to keep`. */
export function countText(changes: readonly Pick<Change, 'step'>[]): string {
  const { associate, wait, keep, refuse } = countSteps(changes);
  const parts = [
    associate > 0 ? `${associate} to associate` : '',
    wait > 0 ? `${wait} to wait for` : '',
    keep > 0 ? `${keep} to keep` : '',
    refuse > 0 ? `${refuse} refused` : '',
  ].filter((part) => part !== '');
  return parts.join(', ') || 'nothing';
}

const toldOneByOne = 10;

/** How a run without a failure ended, and what to do next. */
export function endingLines({ reason, pairs }: Outcome): string[] {
  const states = Map.groupBy(pairs, ({ state }) => state);
  const ends =
    pairs.length <= toldOneByOne
      ? pairs.map(({ association, state }) => `${associationText(association)} is ${state}`)
      : [...states].map(([state, inState]) => `${countAssociations(inState.length)}: ${state}`);
  return [...ends, `${reason}: ${reasons[reason].cause}`, `Next step: ${reasons[reason].next}`];
}

/** Annotations of one kind that GitHub shows of a step, but for the one that fails it. */
export const annotatedAtMost = 9;

/** Problems in a file, one a line. */
export function problemLines(problems: Failure['problems']): string[] {
  return problems.map(problemText);
}

/** A failure in full: what happened, lines to read or paste, why that is likely, what to do next. */
export function failureLines({ message, lines, problems, likely, next }: Failure): string[] {
  const more = problems.length - annotatedAtMost;
  const cause = likely === undefined ? [] : [`Likely cause: ${likely}`];
  return [
    message,
    ...problemLines(problems.slice(0, annotatedAtMost)),
    ...(more > 0 ? [`and ${more} more, in the log above`] : []),
    ...lines,
    ...cause,
    `Next step: ${next}`,
  ];
}

/** Lines, and characters of a line: far more than a stack and its causes need. */
const inspectedAtMost = 200;
const longestInspected = 2_000;

/** An error with its stack, its own fields and its causes, as Node shows it. */
export function inspectLines(thrown: unknown): string[] {
  return inspect(thrown, { depth: 3, maxArrayLength: 20, maxStringLength: longestInspected })
    .split('\n')
    .slice(0, inspectedAtMost)
    .map((line) => truncate(line, longestInspected));
}

/** The defects of this action that a run met, each once with its stack and causes. */
export function defectLines({ failure, pairs }: Pick<Outcome, 'failure' | 'pairs'>): string[] {
  const failures = new Set([failure, ...pairs.map((pair) => pair.failure)]);
  return [...failures].flatMap((one) =>
    // One that sums up others has no stack of its own that says anything.
    one?.reason === 'internal-error' && !(one.cause instanceof Failure)
      ? inspectLines(one.cause ?? one)
      : [],
  );
}

/** A duration as `mm:ss`. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
