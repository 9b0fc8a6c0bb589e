import { inspect } from 'node:util';
import { associationText } from '../domain/association.ts';
import { routeText } from '../domain/origin.ts';
import { arnsOf, type Role } from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import { type Inputs, onlyReads, withdrawsOnly } from '../inputs/inputs.ts';
import type { Links } from '../inputs/links.ts';
import { problemText } from '../lib/source-location.ts';
import { truncate } from '../lib/text.ts';
import { type PairStatus, statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { countEntries, entryText } from '../plan/entry.ts';
import type { Plan, PlannedChange, UnmanagedCidr } from '../plan/plan.ts';
import { maxUnmanagedCidrs, unmanagedCidrText } from '../plan/unmanaged.ts';
import { reasons } from '../reasons.ts';
import { evidenceLines } from './evidence.ts';
import { nextStepOf } from './next-step.ts';
import { resultRemarks } from './route-cells.ts';
import { viewOf } from './status.ts';
import { changedPairs, undoLines } from './undo.ts';
import { words } from './words.ts';

/** The inputs as they were parsed. */
export function inputLines(inputs: Inputs, targets: readonly Target[]): string[] {
  const { source, mode, role, specialUse, expectedPlan, maxChanges, unmanaged } = inputs;
  const ipamRegions = targets.map(({ ipamRegion = inputs.ipamRegion }) => ipamRegion);
  return [
    ...(source.form === 'file' ? [`file ${source.path}`] : []),
    ...targets.flatMap((target) => targetLines(target, inputs)),
    mode === 'plan' ? 'dry run: changes nothing' : 'apply',
    ...(role ? roleLines(role, inputs) : ["credentials of the AWS SDK's default chain"]),
    ...(specialUse === 'accept' ? ['special-use ASNs and prefixes are accepted'] : []),
    ...[...new Set(ipamRegions)].flatMap((region) =>
      region === undefined ? [] : [ipamText(region, inputs)],
    ),
    ...(unmanaged === 'fail' ? ['unmanaged associations fail the run'] : []),
    ...(expectedPlan === undefined ? [] : [`approved plan: ${expectedPlan}`]),
    ...(inputs.allowRemove ? ['removes associations that the file has with remove: true'] : []),
    ...(maxChanges === undefined ? [] : [limitText(maxChanges, inputs)]),
    ...(inputs.action === 'routes' && mode === 'apply' ? [verifyText(inputs.verify)] : []),
  ];
}

function ipamText(region: string, { action }: Inputs): string {
  return action === 'routes'
    ? `origins are read from the IPAM in ${region}`
    : `ASNs must be listed by the IPAM in ${region}`;
}

function limitText(maxChanges: number, { action, allowRemove }: Inputs): string {
  const verb = action === 'routes' || allowRemove ? 'changes' : 'creates';
  return `${verb} at most ${words[action].count(maxChanges)}`;
}

function verifyText({ policy, timeoutSeconds }: Inputs['verify']): string {
  switch (policy) {
    case 'off':
      return 'route collectors are not asked';
    case 'warn':
      return `the run warns if route collectors do not show a changed origin within ${timeoutSeconds} s`;
    case 'required':
      return `the run fails if route collectors do not show a changed origin within ${timeoutSeconds} s`;
  }
}

function roleLines(role: Role, inputs: Inputs): string[] {
  const [first = '', ...others] = arnsOf(role);
  const start =
    role.source === 'id-token'
      ? "GitHub's OIDC token"
      : "credentials of the AWS SDK's default chain";
  return [
    `role ${first}, assumed with ${start}`,
    ...others.map((arn) => `role ${arn}, assumed with the session of the role before`),
    inputs.sessionPolicy === 'attach'
      ? `session policy: this run may only ${sessionCalls(inputs)}`
      : 'no session policy: this run may do what the role may do',
  ];
}

function sessionCalls(inputs: Inputs): string {
  if (onlyReads(inputs)) return 'read';
  if (inputs.action === 'routes') {
    return withdrawsOnly(inputs) ? 'read and withdraw' : 'read, advertise and withdraw';
  }
  return inputs.allowRemove ? 'read, associate and disassociate' : 'read and associate';
}

function targetLines(
  { name, accountId, region, associations, routes = [] }: Target,
  { action, source }: Inputs,
): string[] {
  if (source.form === 'inputs') {
    return [
      ...associations.map((each) => `associate ${associationText(each)}`),
      ...routes.map((each) => `route ${routeText(each)}`),
      `Region ${region}`,
    ];
  }
  const count = words[action].count(action === 'routes' ? routes.length : associations.length);
  return [`target ${name}: account ${accountId}, Region ${region}, ${count}`];
}

/** The plan as groups of lines, one for each target, with the evidence. */
export function planGroups({
  targets,
  unmanaged,
  unmanagedCidrs = [],
  digest,
}: Plan<PlannedChange>): {
  readonly title: string;
  readonly lines: readonly string[];
}[] {
  const digestLine = digest === undefined ? [] : [`plan digest ${digest}`];
  return targets.map(({ target: { name }, changes }, index) => ({
    title: `Plan for ${name}: ${countText(changes)}`,
    lines: [
      ...changes.flatMap((change) => [
        `${change.step}: ${entryText(change)} (now ${change.before}): ${change.why}`,
        ...(change.route && change.effect ? [`  ${change.effect}`] : []),
      ]),
      ...evidenceLines(changes).map((line) => `  ${line}`),
      ...unmanaged
        .filter(({ target }) => target.name === name)
        .map(({ asn, cidr, state }) => `unmanaged: ${cidr} with AS${asn} is ${state}, not changed`),
      ...cidrLines(unmanagedCidrs.filter(({ target }) => target.name === name)),
      ...(index === targets.length - 1 ? digestLine : []),
    ],
  }));
}

function cidrLines(cidrs: readonly UnmanagedCidr[]): string[] {
  const more = cidrs.length - maxUnmanagedCidrs;
  return [
    ...cidrs.slice(0, maxUnmanagedCidrs).map(unmanagedCidrText),
    ...(more > 0 ? [`and ${more} more unmanaged CIDRs`] : []),
  ];
}

/** Steps after a number. */
const stepTexts = {
  associate: 'to create',
  disassociate: 'to remove',
  advertise: 'to advertise',
  swap: 'to swap',
  withdraw: 'to withdraw',
  wait: 'pending',
  keep: 'unchanged',
  refuse: 'refused',
} as const satisfies Record<PlannedChange['step'], string>;

/** `2 to create, 1 unchanged`. */
export function countText(changes: readonly Pick<PlannedChange, 'step'>[]): string {
  const counts = Map.groupBy(changes, ({ step }): string => step);
  const texts = Object.entries(stepTexts).flatMap(([step, text]) => {
    const count = counts.get(step)?.length ?? 0;
    return count === 0 ? [] : `${count} ${text}`;
  });
  return texts.join(', ') || 'nothing';
}

const longestList = 10;

/** How a run without a failure ended, and what to do next. */
export function endingLines(
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
  if (status !== 'planned') {
    return [pair.state, ...(pair.route ? resultRemarks(pair) : [])].join(', ');
  }
  const what = pair.route && pair.step ? stepTexts[pair.step] : viewOf(status, pair).counted;
  return `${what}, now ${pair.state}`;
}

/** How to undo what the run has changed; a plan's page has it. */
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
  const more = problems.length - maxAnnotations;
  const cause = likely === undefined ? [] : [`Likely cause: ${likely}`];
  return [
    message,
    ...problems.slice(0, maxAnnotations).map(problemText),
    ...(more > 0 ? [`and ${more} more, in the log above`] : []),
    ...lines,
    ...cause,
    `Next step: ${next}`,
  ];
}

/** Far more lines and characters of a line than a stack and its causes need. */
const maxInspectedLines = 200;
const maxInspectedLength = 2_000;

/** An error with its stack, its own fields and its causes, as Node shows it. */
export function inspectLines(thrown: unknown): string[] {
  return inspect(thrown, { depth: 3, maxArrayLength: 20, maxStringLength: maxInspectedLength })
    .split('\n')
    .slice(0, maxInspectedLines)
    .map((line) => truncate(line, maxInspectedLength));
}

/** The defects of this action in a run, each once with its stack and causes. */
export function defectLines({ failure, pairs }: Pick<Outcome, 'failure' | 'pairs'>): string[] {
  const failures = new Set([failure, ...pairs.map((pair) => pair.failure)]);
  return [...failures].flatMap((each) =>
    // The stack of a failure that sums up others says nothing.
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
