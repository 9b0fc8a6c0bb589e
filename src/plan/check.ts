import type { ApprovedChange } from '../domain/approved-plan.ts';
import { associationText, countAssociations } from '../domain/association.ts';
import type { Problem } from '../domain/source-location.ts';
import { targetText } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { FailureReason } from '../reasons.ts';
import { findDifferences } from './differences.ts';
import { type Change, countSteps, hasChanges, listChanges, type Plan } from './plan.ts';

/** What the plan of a run must keep to. */
export interface PlanPolicy {
  readonly form: 'inputs' | 'file';
  /** The digest that was approved; undefined takes any plan. */
  readonly expectedPlan: string | undefined;
  /** The changes of the approved plan, where it was given as a whole. */
  readonly approvedChanges?: readonly ApprovedChange[] | undefined;
  /** How many associations may be written; undefined takes any number. */
  readonly maxChanges: number | undefined;
}

/** A rule's no to the whole plan. */
interface Refusal {
  readonly reason: FailureReason;
  readonly message: string;
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

const shownAtMost = 20;

/**
 * Judges the whole plan before anything is written: throws one Failure that holds every refusal,
 * with the reason of the first, or returns.
 */
export function checkPlan(plan: Plan, limits: PlanPolicy): void {
  const refusals = [
    refusePairs(plan, limits),
    refuseOtherPlan(plan, limits),
    refuseTooMany(plan, limits),
  ].filter((refusal) => refusal !== undefined);
  const [first] = refusals;
  if (!first) return;
  throw new Failure(first.reason, refusals.map(({ message }) => message).join('. '), {
    lines: refusals.flatMap(({ lines }) => lines),
    problems: refusals.flatMap(({ problems }) => problems),
  });
}

function refusePairs(plan: Plan, { form }: PlanPolicy): Refusal | undefined {
  const changes = listChanges(plan);
  const refused = changes.filter(({ step }) => step === 'refuse');
  const [first] = refused;
  if (!first?.refusal) return undefined;
  if (form === 'inputs') {
    const { association, target, why, refusal } = first;
    const message = `Refused in ${target.region}: ${associationText(association)}: ${why}`;
    return { reason: refusal, message, lines: [], problems: [] };
  }
  return {
    reason: 'refused',
    message: `Refused, so nothing is written: ${refused.length} of ${countAssociations(changes.length)}`,
    lines: [],
    problems: refused.flatMap(problemOf),
  };
}

function problemOf({ target, association, refusal, why }: Change): Problem[] {
  const { place } = association;
  if (!place) return [];
  const path = `${target.name}: ${associationText(association)}`;
  return [{ place, path, text: `${refusal}: ${why}` }];
}

/** Nothing can be written that was not approved where nothing is written. */
function refuseOtherPlan(
  plan: Plan,
  { expectedPlan, approvedChanges }: PlanPolicy,
): Refusal | undefined {
  if (expectedPlan === undefined || plan.digest === expectedPlan || !hasChanges(plan)) {
    return undefined;
  }
  const lines = approvedChanges ? findDifferences(approvedChanges, plan) : changesNow(plan);
  return {
    reason: 'plan-changed',
    message: `The plan is not the one that was approved: expected ${expectedPlan}, and it is ${plan.digest ?? 'without a digest'} now`,
    lines,
    problems: [],
  };
}

/** A digest cannot be read backwards, so what was approved is not known here. */
function changesNow(plan: Plan): string[] {
  const toCreate = listChanges(plan).filter(({ step }) => step === 'associate');
  const shown = toCreate.slice(0, shownAtMost);
  const more = toCreate.length - shown.length;
  return [
    'A digest does not say what moved: pass the output plan as expected-plan, and every field that moved is named. The plan would now create:',
    ...shown.map(
      ({ association, target, before }) =>
        `${associationText(association)} in ${targetText(target)}: AWS shows it as ${before}`,
    ),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function refuseTooMany(plan: Plan, { maxChanges }: PlanPolicy): Refusal | undefined {
  const { associate } = countSteps(listChanges(plan));
  if (maxChanges === undefined || associate <= maxChanges) return undefined;
  return {
    reason: 'too-many-changes',
    message: `The plan would write ${countAssociations(associate)}, and max-changes allows ${maxChanges}`,
    lines: [],
    problems: [],
  };
}
