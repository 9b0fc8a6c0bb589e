import type { Inputs } from '../inputs.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reason } from '../reasons.ts';
import { associate } from './associate.ts';
import type { Run } from './run.ts';
import { failedAssociation, waitForEndState } from './wait.ts';

/** Carries out a plan that holds no refusals, and waits for the end state where that is wanted. */
export async function applyPlan(
  { changes }: Plan,
  until: Inputs['until'],
  run: Run,
): Promise<Reason> {
  const writes = changes.filter(({ step }) => step === 'associate');
  const waits = changes.filter(({ step }) => step === 'wait' || step === 'associate');
  for (const { association } of writes) await associate(association, run);
  if (writes.length === 0) run.log.line('nothing to write');
  if (waits.length === 0) return 'already-associated';
  if (until === 'accepted') {
    failIfFailed(writes, run);
    return writes.length > 0 ? 'accepted' : 'already-pending';
  }
  run.log.line(`waiting for the end state, until ${run.deadline.seconds} s into the run`);
  await waitForEndState(
    waits.map(({ association }) => association),
    run,
  );
  return 'associated';
}

const couldNot = { reason: 'association-failed', why: 'AWS could not associate it' } as const;

/** AWS may show the failure of a call at once, when its answer was lost and the state read back. */
function failIfFailed(changes: Plan['changes'], run: Run): void {
  for (const { association } of changes) {
    if (run.ledger.pair(association).state === 'failed-association') {
      throw failedAssociation(association, couldNot, run);
    }
  }
}
