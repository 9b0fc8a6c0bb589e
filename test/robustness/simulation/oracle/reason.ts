import type { AssociationOutcome } from '../../../../src/outcome/run-state.ts';
import { conclusionOf, type Reason } from '../../../../src/reasons.ts';
import { associationsOf } from '../../../unit/associations.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';

/** Checks the reason of a run against the status of its pairs; none may be missing. */
export function checkReason({ outcome, inputs }: Run, { targets }: Scenario): string[] {
  const { reason, conclusion: ending, failure } = outcome;
  const pairs = associationsOf(outcome);
  const dryRun = inputs['dry-run'] === 'true';
  const all = (holds: (pair: AssociationOutcome) => boolean) =>
    pairs.length > 0 && pairs.every(holds);
  const associated = all(({ state }) => isEstablished(state));
  const holds: Partial<Record<Reason, boolean>> = {
    associated,
    applied: associated,
    'already-associated': associated,
    'no-changes': all(({ step }) => step === 'keep' || (step === 'wait' && dryRun)) || associated,
    'already-pending': all(({ step, changed }) => step !== 'associate' || !changed),
    accepted: all(
      ({ step, changed, state }) => step !== 'associate' || changed || isPresent(state),
    ),
    planned: all(({ step }) => step !== 'refuse') && dryRun,
    'dry-run-permitted': all(({ step }) => step === 'associate') && dryRun,
    'dry-run-unchecked': all(({ step }) => step === 'associate') && dryRun,
  };
  const success = ending === 'success';
  // Before the file is read the desired associations are unknown.
  const isEarly = reason === 'invalid-input' || (reason === 'cancelled' && pairs.length === 0);
  const desired = targets.flatMap((target) => target.pairs).length;
  const violations: readonly (readonly [boolean, string])[] = [
    [holds[reason] === false, `it says ${reason}, and its pairs say otherwise`],
    [
      success && !dryRun && inputs.wait !== 'false' && !associated,
      `it waits, says ${reason}, and not all are associated`,
    ],
    [success && pairs.some((pair) => pair.failure), 'a success hides a failure'],
    [ending !== conclusionOf(reason), `${reason} ends in ${ending}`],
    [!success && !failure?.message, 'a failure says nothing'],
    [
      !isEarly && pairs.length !== desired,
      `it reports ${pairs.length} pairs, and ${desired} are desired`,
    ],
  ];
  return violations.filter(([happened]) => happened).map(([, words]) => words);
}

function isPresent(state: string): boolean {
  return state === 'pending-association' || isEstablished(state);
}

function isEstablished(state: string): boolean {
  return state === 'associated' || state === 'advertised';
}
