import type { Association } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { forEachConcurrent, type Remainder } from '../lib/concurrency.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import type { Change } from '../plan/plan.ts';
import { associate } from './associate.ts';
import type { ApplyContext, TargetContext } from './context.ts';
import { disassociate } from './disassociate.ts';
import { isUnderWay } from './make-change.ts';
import { findRejection } from './removal-rules.ts';
import { failedAssociation, waitForEndState } from './wait.ts';
import { evaluateWithoutWait } from './wait-rules.ts';

/** Enough that EC2's rate of 5 a second is the limit, and not the latency. */
const maxConcurrentCalls = 8;

/**
 * Makes the calls of one target, whose changes hold no refusals, and returns the wait for
 * their end state where that is wanted. A failure is recorded with its pair and fails nothing else.
 */
export async function applyTarget(
  changes: readonly Change[],
  until: Inputs['until'],
  applyContext: ApplyContext,
): Promise<Remainder | undefined> {
  const context = { ...applyContext, changes, unanswered: new Set<Association>() };
  const since = context.clock.now();
  // First what is to create: a CIDR gets its new ASN before it loses the old one.
  const toChange = (['associate', 'disassociate'] as const).flatMap((wanted) =>
    changes.filter(({ step }) => step === wanted),
  );
  // How EC2 takes two concurrent calls for one CIDR is not documented.
  const byCidr = Map.groupBy(toChange, ({ association }) => association.cidr);
  const tooLate = notStarted(context);
  // A later read may no longer show them under way; they are awaited all the same.
  const changed = new Set<Association>();
  await forEachConcurrent([...byCidr.values()], maxConcurrentCalls, async (ofCidr) => {
    for (const change of ofCidr) {
      if (await startChange(change, tooLate, context)) changed.add(change.association);
    }
  });
  const started = changes.filter(({ step, association }) => {
    if (context.runState.pair(association).failure) return false;
    // Nobody waits for an association that is to be removed, and is not there.
    if (step === 'keep') return !association.remove;
    return changed.has(association) || isUnderWay(association, context);
  });
  const associations = started.map(({ association }) => association);
  if (until === 'accepted') {
    for (const association of associations) failIfRejected(association, context);
    return undefined;
  }
  return () => waitForEndState(associations, since, context);
}

/** Changes a pair unless nothing new may be started any more. Returns whether it is under way. */
async function startChange(
  { step, association }: Change,
  tooLate: Failure,
  context: TargetContext,
): Promise<boolean> {
  try {
    if (!mayStart(tooLate, context)) return false;
    await context.associateLimiter.acquire();
    // The turn may have come late.
    if (!mayStart(tooLate, context)) return false;
    await (step === 'disassociate' ? disassociate : associate)(association, context);
    return true;
  } catch (error) {
    context.runState.update(association, { failure: asFailure(error) });
    return false;
  }
}

/** Whether a pair may be started; throws `tooLate` once the deadline is too near for an answer. */
function mayStart(tooLate: Failure, context: TargetContext): boolean {
  if (!context.mayStart()) return false;
  if (context.deadline.remaining() < leastAnswerMs) throw tooLate;
  return true;
}

/** What was not started because the deadline is too near for an answer. */
export function notStarted({ deadline }: Pick<TargetContext, 'deadline'>): Failure {
  return new Failure(
    'wait-timeout',
    `Not started: the deadline of ${deadline.seconds} s was reached first`,
    {
      next: 'Run the workflow again with a longer wait-timeout-seconds; what is done is kept.',
    },
  );
}

/** EC2's answer, or a read for another pair, may show that the change of a pair has failed. */
function failIfRejected(association: Association, context: TargetContext): void {
  const { state, association: wanted } = context.runState.pair(association);
  const rejection = wanted.remove ? findRejection(state) : evaluateWithoutWait(state);
  if (!rejection) return;
  context.runState.update(association, {
    failure: failedAssociation(association, rejection, context),
  });
}
