import { associationText, countAssociations } from '../domain/association.ts';
import { targetText } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { Inputs, Source } from '../inputs/inputs.ts';
import type { Problem } from '../lib/source-location.ts';
import type { FailureReason } from '../reasons.ts';
import { findDifferences } from './differences.ts';
import { type Change, changesToCreate, hasChanges, listChanges, type Plan } from './plan.ts';
import { countUnmanaged, locationOf, unmanagedCidrText, unmanagedText } from './unmanaged.ts';

/** The inputs that a plan must comply with. */
export interface PlanPolicy
  extends Pick<Inputs, 'expectedPlan' | 'approvedChanges' | 'maxChanges' | 'unmanaged'> {
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
  const refusals = [
    checkPairs(plan, policy),
    checkApproval(plan, policy),
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

function checkPairs(plan: Plan, { source }: PlanPolicy): Refusal | undefined {
  const changes = listChanges(plan);
  const refused = changes.filter(({ step }) => step === 'refuse');
  const [first] = refused;
  if (!first?.refusal) return undefined;
  if (source.form === 'inputs') {
    const { association, target, why, refusal } = first;
    const message = `Cannot associate ${associationText(association)} in ${target.region}: ${why}`;
    return { reason: refusal, message };
  }
  return {
    reason: 'refused',
    message: `Nothing was changed: ${refused.length} of ${countAssociations(changes.length)} blocked`,
    problems: refused.flatMap(problemOf),
  };
}

function problemOf({ target, association, refusal, why }: Change): Problem[] {
  const { location } = association;
  if (!location) return [];
  const path = `${target.name}: ${associationText(association)}`;
  return [{ location, path, text: `${refusal}: ${why}` }];
}

/** A plan that creates nothing needs no approval. */
function checkApproval(
  plan: Plan,
  { expectedPlan, approvedChanges }: PlanPolicy,
): Refusal | undefined {
  if (expectedPlan === undefined || plan.digest === expectedPlan || !hasChanges(plan)) {
    return undefined;
  }
  return {
    reason: 'plan-changed',
    message: `The plan differs from the approved one: approved ${expectedPlan}, now ${plan.digest ?? 'without a digest'}`,
    lines: approvedChanges ? findDifferences(approvedChanges, plan) : currentChanges(plan),
  };
}

/** What the plan creates now; a digest does not say what was approved. */
function currentChanges(plan: Plan): string[] {
  const toCreate = changesToCreate(plan);
  const more = toCreate.length - maxListed;
  return [
    'To see every difference, pass the output plan as expected-plan. The plan now creates:',
    ...toCreate
      .slice(0, maxListed)
      .map(
        ({ association, target, before }) =>
          `${associationText(association)} in ${targetText(target)}: AWS shows it as ${before}`,
      ),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function checkUnmanaged(plan: Plan, { unmanaged, source }: PlanPolicy): Refusal | undefined {
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

function checkCount(plan: Plan, { maxChanges }: PlanPolicy): Refusal | undefined {
  const associate = changesToCreate(plan).length;
  if (maxChanges === undefined || associate <= maxChanges) return undefined;
  return {
    reason: 'too-many-changes',
    message: `The plan creates ${countAssociations(associate)}, but max-changes is ${maxChanges}`,
  };
}
