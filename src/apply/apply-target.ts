import { hasStarted } from '../domain/association-state.ts';
import type { DesiredAssociation } from '../domain/target.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { forEachConcurrent, type Remainder } from '../lib/concurrency.ts';
import { minResponseMs } from '../lib/timeout.ts';
import { changeAssociation } from './change-association.ts';
import type { TargetContext } from './context.ts';
import { recordRejection, waitForEndState } from './wait.ts';
import { evaluateWithoutWait } from './wait-rules.ts';

/** Enough to make EC2's rate of 5 calls a second the limit, rather than the latency. */
const maxConcurrentCalls = 8;

/**
 * Makes the calls for one target, whose changes contain no refusals, and returns the wait for their end
 * state; with `until: accepted` only for kept pairs that a listing lacked. Records a failure with its
 * pair; it fails nothing else.
 */
export async function applyTarget(
  until: Inputs['until'],
  context: TargetContext,
): Promise<Remainder | undefined> {
  const { changes, runState } = context;
  const since = context.clock.now();
  // EC2 accepts a CIDR's new ASN before the call to remove the old one.
  const toChange = (['associate', 'disassociate'] as const).flatMap((wanted) =>
    changes.filter(({ step }) => step === wanted),
  );
  // How EC2 handles two concurrent calls for one CIDR is not documented.
  const byCidr = Map.groupBy(toChange, ({ association }) => association.cidr);
  const tooLate = notStarted(context);
  // A later listing may no longer show these as pending; the run waits for them all the same.
  const changed = new Set<DesiredAssociation>();
  await forEachConcurrent([...byCidr.values()], maxConcurrentCalls, async (ofCidr) => {
    let mayRemove = true;
    for (const { association } of ofCidr) {
      if (association.remove && !mayRemove) continue;
      const isStarted = await startChange(association, tooLate, context);
      if (isStarted) changed.add(association);
      else mayRemove = false;
    }
  });
  const started = changes.filter(({ step, association }) => {
    const { failure, state } = runState.pair(association);
    if (failure) return false;
    return step === 'keep' || changed.has(association) || hasStarted(association, state);
  });
  const associations = started.map(({ association }) => association);
  if (until === 'end-state') return () => waitForEndState(associations, since, context);
  // One listing that lacks a kept pair proves nothing.
  const isUnproven = (association: DesiredAssociation) => {
    const { step, state } = runState.pair(association);
    return step === 'keep' && !association.remove && state === 'absent';
  };
  const unproven = associations.filter(isUnproven);
  for (const association of associations) {
    if (!isUnproven(association)) failIfRejected(association, context);
  }
  return unproven.length === 0 ? undefined : () => waitForEndState(unproven, since, context);
}

/** Changes a pair unless nothing new may start. Returns whether the change is in progress. */
async function startChange(
  association: DesiredAssociation,
  tooLate: Failure,
  context: TargetContext,
): Promise<boolean> {
  try {
    if (!mayStart(tooLate, context)) return false;
    await context.limiter.acquire();
    // The turn may have come late.
    if (!mayStart(tooLate, context)) return false;
    await changeAssociation(association, context);
    return true;
  } catch (error) {
    context.runState.update(association, { failure: asFailure(error) });
    return false;
  }
}

/** Whether a pair may start; throws `tooLate` if the deadline leaves no time for a response. */
function mayStart(tooLate: Failure, context: TargetContext): boolean {
  if (!context.mayStart()) return false;
  if (context.deadline.remaining() < minResponseMs) throw tooLate;
  return true;
}

/** The failure of a change that did not start because the deadline leaves no time for a response. */
export function notStarted({ deadline }: Pick<TargetContext, 'deadline'>): Failure {
  return new Failure(
    'wait-timeout',
    `Not started: the deadline of ${deadline.seconds} s was reached first`,
    {
      next: 'Run the workflow again with a longer wait-timeout-seconds; what is done is kept.',
    },
  );
}

/** Without a wait, EC2's response or a listing for another pair may show that a change has failed. */
function failIfRejected(association: DesiredAssociation, context: TargetContext): void {
  const { state } = context.runState.pair(association);
  const rejection = evaluateWithoutWait(association, state);
  if (rejection) recordRejection(association, rejection, context);
}
