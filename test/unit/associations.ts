import type { AssociationOutcome, Outcome } from '../../src/outcome/run-state.ts';
import type { Change } from '../../src/plan/plan.ts';

/** The pairs of a run of the action for associations. */
export function associationsOf({ pairs }: Pick<Outcome, 'pairs'>): readonly AssociationOutcome[] {
  return pairs.filter((pair): pair is AssociationOutcome => pair.association !== undefined);
}

/** The changes of its plan; none without one. */
export function plannedAssociations({ plan }: Pick<Outcome, 'plan'>): readonly Change[] {
  const changes = plan ? plan.changes : [];
  return changes.filter((change): change is Change => change.association !== undefined);
}
