import { associationText, countAssociations } from '../domain/association.ts';
import { isChange } from '../domain/step.ts';
import { targetText } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { Inputs, Source } from '../inputs/inputs.ts';
import type { Problem } from '../lib/source-location.ts';
import type { FailureReason } from '../reasons.ts';
import { findDifferences } from './differences.ts';
import {
  type Change,
  changesToCreate,
  changesToRemove,
  hasChanges,
  listChanges,
  type Plan,
} from './plan.ts';
import { countUnmanaged, locationOf, unmanagedCidrText, unmanagedText } from './unmanaged.ts';

/** The inputs that a plan must comply with. */
export interface PlanPolicy
  extends Pick<
    Inputs,
    'expectedPlan' | 'approvedChanges' | 'maxChanges' | 'allowRemove' | 'unmanaged'
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
  const refusals = [
    checkPairs(plan, policy),
    checkRemovals(plan, policy),
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

function checkRemovals(plan: Plan, { allowRemove }: PlanPolicy): Refusal | undefined {
  const toRemove = changesToRemove(plan);
  if (allowRemove || toRemove.length === 0) return undefined;
  const count = countAssociations(toRemove.length);
  return {
    reason: 'refused',
    message: `Nothing was changed: the plan removes ${count}, which needs the input allow-remove: true`,
    problems: toRemove.flatMap(({ target, association }) => {
      const { location } = association;
      const path = `${target.name}: ${associationText(association)}`;
      return location
        ? [{ location, path, text: 'remove needs the input allow-remove: true' }]
        : [];
    }),
  };
}

/** A plan that changes nothing needs no approval. */
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

/** What the plan changes now; a digest does not say what was approved. */
function currentChanges(plan: Plan): string[] {
  const changes = listChanges(plan).filter(({ step }) => isChange(step));
  const more = changes.length - maxListed;
  const verb = changesToRemove(plan).length === 0 ? 'creates' : 'changes';
  return [
    `To see every difference, pass the output plan as expected-plan. The plan now ${verb}:`,
    ...changes.slice(0, maxListed).map(({ step, association, target, before }) => {
      const text = `${associationText(association)} in ${targetText(target)}`;
      return `${text}: ${step === 'disassociate' ? 'to remove, ' : ''}AWS shows it as ${before}`;
    }),
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
  const [created, removed] = [changesToCreate(plan).length, changesToRemove(plan).length];
  if (maxChanges === undefined || created + removed <= maxChanges) return undefined;
  const also = removed === 0 ? '' : ` and removes ${removed}`;
  return {
    reason: 'too-many-changes',
    message: `The plan creates ${countAssociations(created)}${also}, but max-changes is ${maxChanges}`,
  };
}
