import { targetText } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { Inputs, Source } from '../inputs/inputs.ts';
import type { Problem } from '../lib/source-location.ts';
import type { FailureReason } from '../reasons.ts';
import { findDifferences } from './differences.ts';
import { countEntries, entryOf, entryText } from './entry.ts';
import { hasChanges, listChanges, listWrites, type Plan, type PlannedChange } from './plan.ts';
import { countUnmanaged, locationOf, unmanagedCidrText, unmanagedText } from './unmanaged.ts';

/** The inputs that a plan must comply with. */
export interface PlanPolicy
  extends Pick<
    Inputs,
    | 'expectedPlan'
    | 'approvedChanges'
    | 'approvedRoutes'
    | 'maxChanges'
    | 'allowRemove'
    | 'unmanaged'
  > {
  readonly source: Pick<Source, 'form'>;
}

/** The reason why a rule rejects the plan. */
interface Refusal {
  readonly reason: FailureReason;
  readonly message: string;
  readonly lines?: readonly string[];
  readonly problems?: readonly Problem[];
}

const maxListed = 20;

/**
 * Checks the complete plan before the first change. Throws one Failure with everything that is wrong,
 * under the reason of the first.
 */
export function checkPlan(plan: Plan, policy: PlanPolicy): void {
  const { approvedChanges } = policy;
  checkAll(plan, policy, () =>
    approvedChanges ? findDifferences(approvedChanges, plan) : currentChanges(plan),
  );
}

/**
 * The checks of a plan of either action. `listDifferences` is asked for the lines about a plan that is not
 * the approved one.
 */
export function checkAll(
  plan: Plan<PlannedChange>,
  policy: PlanPolicy,
  listDifferences: () => readonly string[],
): void {
  const refusals = [
    checkPairs(plan, policy),
    checkRemovals(plan, policy),
    checkApproval(plan, policy, listDifferences),
    checkCount(plan, policy),
    checkUnmanaged(plan, policy),
  ].filter((refusal) => refusal !== undefined);
  const [first] = refusals;
  if (!first) return;
  throw new Failure(first.reason, refusals.map(({ message }) => message).join('. '), {
    lines: refusals.flatMap(({ lines = [] }) => lines),
    problems: refusals.flatMap(({ problems = [] }) => problems),
  });
}

function checkPairs(plan: Plan<PlannedChange>, { source }: PlanPolicy): Refusal | undefined {
  const changes = listChanges(plan);
  const refused = changes.filter(({ step }) => step === 'refuse');
  const [first] = refused;
  if (!first?.refusal) return undefined;
  if (source.form === 'inputs') {
    const { target, why, refusal } = first;
    const wanted = first.route ? 'change' : 'associate';
    const message = `Cannot ${wanted} ${entryText(first)} in ${target.region}: ${why}`;
    return { reason: refusal, message };
  }
  return {
    reason: 'refused',
    message: `Nothing was changed: ${refused.length} of ${countEntries(changes.length, changes)} blocked`,
    problems: refused.flatMap(problemOf),
  };
}

function problemOf(change: PlannedChange): Problem[] {
  const { target, refusal, why } = change;
  const { location } = entryOf(change);
  if (!location) return [];
  const path = `${target.name}: ${entryText(change)}`;
  return [{ location, path, text: `${refusal}: ${why}` }];
}

function checkRemovals(
  plan: Plan<PlannedChange>,
  { allowRemove }: PlanPolicy,
): Refusal | undefined {
  // Without the input, a removal may be refused because nobody has read the origin of its CIDR.
  const toRemove = listChanges(plan).filter(
    ({ association, step }) => association?.remove && step !== 'keep' && step !== 'wait',
  );
  if (allowRemove || toRemove.length === 0) return undefined;
  const count = countEntries(toRemove.length, toRemove);
  return {
    reason: 'refused',
    message: `Nothing was changed: ${count} to remove, which needs the input allow-remove: true`,
    problems: toRemove.flatMap((change) => {
      const { location } = entryOf(change);
      const path = `${change.target.name}: ${entryText(change)}`;
      return location
        ? [{ location, path, text: 'remove needs the input allow-remove: true' }]
        : [];
    }),
  };
}

/** A plan that changes nothing needs no approval. */
function checkApproval(
  plan: Plan<PlannedChange>,
  { expectedPlan }: PlanPolicy,
  listDifferences: () => readonly string[],
): Refusal | undefined {
  if (expectedPlan === undefined || plan.digest === expectedPlan || !hasChanges(plan)) {
    return undefined;
  }
  return {
    reason: 'plan-changed',
    message: `The plan differs from the approved one: approved ${expectedPlan}, now ${plan.digest ?? 'without a digest'}`,
    lines: listDifferences(),
  };
}

/** What the plan changes now; a digest does not say what was approved. */
export function currentChanges(plan: Plan<PlannedChange>): string[] {
  const changes = listWrites(plan);
  const more = changes.length - maxListed;
  return [
    `To see every difference, pass the output plan as expected-plan. The plan now ${verbOf(plan)}:`,
    ...changes.slice(0, maxListed).map(changeText),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function changeText(change: PlannedChange): string {
  const name = `${entryText(change)} in ${targetText(change.target)}`;
  if (change.route) return `${name}: ${change.why}`;
  return `${name}: ${change.step === 'disassociate' ? 'to remove, ' : ''}AWS shows it as ${change.before}`;
}

function verbOf(plan: Plan<PlannedChange>): string {
  return listWrites(plan).every(({ step }) => step === 'associate') ? 'creates' : 'changes';
}

function checkUnmanaged(
  plan: Plan<PlannedChange>,
  { unmanaged, source }: PlanPolicy,
): Refusal | undefined {
  const count = countUnmanaged(plan);
  if (unmanaged !== 'fail' || count === '') return undefined;
  const notNamed = source.form === 'file' ? 'the file does not have' : 'the inputs do not name';
  return {
    reason: 'unmanaged',
    message: `Nothing was changed: AWS has ${count}, which ${notNamed}`,
    problems: plan.unmanaged.flatMap((each) => {
      const location = locationOf(each);
      return location ? [{ location, path: each.target.name, text: unmanagedText(each) }] : [];
    }),
    lines: [
      ...plan.unmanaged.filter((each) => !locationOf(each)).map(unmanagedText),
      ...(plan.unmanagedCidrs ?? []).slice(0, maxListed).map(unmanagedCidrText),
    ],
  };
}

function checkCount(plan: Plan<PlannedChange>, { maxChanges }: PlanPolicy): Refusal | undefined {
  const changes = listWrites(plan);
  if (maxChanges === undefined || changes.length <= maxChanges) return undefined;
  return {
    reason: 'too-many-changes',
    message: `The plan ${verbOf(plan)} ${countEntries(changes.length, changes)}, but max-changes is ${maxChanges}`,
  };
}
