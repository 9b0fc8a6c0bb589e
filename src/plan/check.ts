import { targetText } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { Inputs, Source } from '../inputs/inputs.ts';
import type { Problem } from '../lib/source-location.ts';
import { listFirst } from '../lib/text.ts';
import type { FailureReason } from '../reasons.ts';
import { findDifferences } from './differences.ts';
import { countEntries, entryOf, entryText } from './entry.ts';
import { hasChanges, listChanges, type Plan, type PlannedChange } from './plan.ts';
import { countUnmanaged, unmanagedCidrText, unmanagedText } from './unmanaged.ts';

/** The inputs that limit a plan. */
export type PlanPolicy = Pick<
  Inputs,
  'expectedPlan' | 'approvedChanges' | 'approvedRoutes' | 'maxChanges' | 'allowRemove' | 'unmanaged'
> & { readonly source: Pick<Source, 'form'> };

/** Why one check rejects the plan. */
interface Rejection {
  readonly reason: FailureReason;
  readonly message: string;
  readonly lines?: readonly string[];
  readonly problems?: readonly Problem[];
}

/** One check of a plan; undefined if the plan passes. */
type Check = (plan: Plan<PlannedChange>, policy: PlanPolicy) => Rejection | undefined;

const maxListed = 20;

/**
 * Checks the complete plan before the first change. Throws one Failure with everything that is wrong,
 * under the reason of the first check that rejects the plan.
 */
export function checkPlan(plan: Plan, policy: PlanPolicy): void {
  const { approvedChanges } = policy;
  checkAll(plan, policy, approvedChanges && findDifferences(approvedChanges, plan));
}

/**
 * The checks of a plan of either action. `differences` are those from the approved plan; undefined if only
 * its digest is known.
 */
export function checkAll(
  plan: Plan<PlannedChange>,
  policy: PlanPolicy,
  differences: readonly string[] | undefined,
): void {
  const checkApproval: Check = (...given) => checkDigest(...given, differences);
  const checks = [checkRefusals, checkRemovals, checkApproval, checkCount, checkUnmanaged];
  const rejections = checks.flatMap((check) => check(plan, policy) ?? []);
  const [first] = rejections;
  if (!first) return;
  throw new Failure(first.reason, rejections.map(({ message }) => message).join('. '), {
    lines: rejections.flatMap(({ lines = [] }) => lines),
    problems: rejections.flatMap(({ problems = [] }) => problems),
  });
}

function checkRefusals(plan: Plan<PlannedChange>, { source }: PlanPolicy): Rejection | undefined {
  const { changes } = plan;
  const refused = changes.filter(({ step }) => step === 'refuse');
  const [first] = refused;
  if (!first?.refusal) return undefined;
  if (source.form === 'inputs') {
    const verb = first.route ? 'change' : 'associate';
    const message = `Cannot ${verb} ${entryText(first)} in ${first.target.region}: ${first.why}`;
    return { reason: first.refusal, message };
  }
  return {
    reason: 'refused',
    message: `Nothing was changed: ${refused.length} of ${countEntries(changes.length, changes)} blocked`,
    problems: refused.flatMap((each) => problemsOf(each, `${each.refusal}: ${each.why}`)),
  };
}

/** The problem at the line of the file that has an entry; none if the inputs have the entry. */
function problemsOf(change: PlannedChange, text: string): readonly Problem[] {
  const { location } = entryOf(change);
  return location ? [{ location, path: `${change.target.name}: ${entryText(change)}`, text }] : [];
}

function checkRemovals(
  plan: Plan<PlannedChange>,
  { allowRemove }: PlanPolicy,
): Rejection | undefined {
  // Without the input, a removal may be refused only because the run did not read the origin of its CIDR.
  const removals = plan.changes.filter(
    ({ association, step }) => association?.remove && step !== 'keep' && step !== 'wait',
  );
  if (allowRemove || removals.length === 0) return undefined;
  const needed = 'needs the input allow-remove: true';
  return {
    reason: 'refused',
    message: `Nothing was changed: ${countEntries(removals.length, removals)} to remove, which ${needed}`,
    problems: removals.flatMap((each) => problemsOf(each, `remove ${needed}`)),
  };
}

/** A plan that changes nothing needs no approval. */
function checkDigest(
  plan: Plan<PlannedChange>,
  { expectedPlan }: PlanPolicy,
  differences: readonly string[] | undefined,
): Rejection | undefined {
  if (expectedPlan === undefined || plan.digest === expectedPlan || !hasChanges(plan)) {
    return undefined;
  }
  return {
    reason: 'plan-changed',
    message: `The plan differs from the approved one: approved ${expectedPlan}, now ${plan.digest ?? 'without a digest'}`,
    lines: differences ?? currentChanges(plan),
  };
}

/** The changes of the plan now; a digest does not say what was approved. */
function currentChanges(plan: Plan<PlannedChange>): string[] {
  const changes = listChanges(plan);
  return [
    `The approved plan is in the summary of the plan job. The plan now ${verbOf(plan)}:`,
    ...listFirst(changes.map(changeText), maxListed),
  ];
}

function changeText(change: PlannedChange): string {
  const name = `${entryText(change)} in ${targetText(change.target)}`;
  if (change.route) return `${name}: ${change.why}`;
  return `${name}: ${change.step === 'disassociate' ? 'to remove, ' : ''}AWS shows it as ${change.before}`;
}

function verbOf(plan: Plan<PlannedChange>): string {
  return listChanges(plan).every(({ step }) => step === 'associate') ? 'creates' : 'changes';
}

function checkCount(plan: Plan<PlannedChange>, { maxChanges }: PlanPolicy): Rejection | undefined {
  const changes = listChanges(plan);
  if (maxChanges === undefined || changes.length <= maxChanges) return undefined;
  return {
    reason: 'too-many-changes',
    message: `The plan ${verbOf(plan)} ${countEntries(changes.length, changes)}, but max-changes is ${maxChanges}`,
  };
}

function checkUnmanaged(
  plan: Plan<PlannedChange>,
  { unmanaged, source }: PlanPolicy,
): Rejection | undefined {
  const count = countUnmanaged(plan);
  if (unmanaged !== 'fail' || count === '') return undefined;
  const notNamed = source.form === 'file' ? 'the file does not have' : 'the inputs do not name';
  return {
    reason: 'unmanaged',
    message: `Nothing was changed: AWS has ${count}, which ${notNamed}`,
    problems: plan.unmanaged.flatMap((each) => {
      const { location } = each;
      return location ? [{ location, path: each.target.name, text: unmanagedText(each) }] : [];
    }),
    lines: [
      ...plan.unmanaged.filter(({ location }) => !location).map(unmanagedText),
      ...(plan.unmanagedCidrs ?? []).slice(0, maxListed).map(unmanagedCidrText),
    ],
  };
}
