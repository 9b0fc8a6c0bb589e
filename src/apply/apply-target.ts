import type { Association } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { forEachConcurrent, type Remainder } from '../lib/concurrency.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import type { Change } from '../plan/plan.ts';
import { associate, isUnderWay } from './associate.ts';
import type { ApplyContext, TargetContext } from './context.ts';
import { failedAssociation, waitForEndState } from './wait.ts';
import { evaluateWithoutWait } from './wait-rules.ts';

/** Enough that EC2's rate of 5 a second is the limit, and not the latency. */
const maxConcurrentCalls = 8;

/**
 * Makes the associate calls of one target, whose changes hold no refusals, and returns the wait for
 * their end state where that is wanted. A failure is recorded with its pair and fails nothing else.
 */
export async function applyTarget(
  changes: readonly Change[],
  until: Inputs['until'],
  applyContext: ApplyContext,
): Promise<Remainder | undefined> {
  const context = { ...applyContext, changes, unanswered: new Set<Association>() };
  const since = context.clock.now();
  const toCreate = changes.filter(({ step }) => step === 'associate');
  // How EC2 takes two concurrent calls for one CIDR is not documented.
  const byCidr = Map.groupBy(toCreate, ({ association }) => association.cidr);
  const tooLate = notStarted(context);
  // A later read may no longer show them under way; they are awaited all the same.
  const associated = new Set<Association>();
  await forEachConcurrent([...byCidr.values()], maxConcurrentCalls, async (ofCidr) => {
    for (const { association } of ofCidr) {
      if (await startAssociation(association, tooLate, context)) associated.add(association);
    }
  });
  const started = changes.filter(({ step, association }) => {
    if (context.runState.pair(association).failure) return false;
    return step === 'keep' || associated.has(association) || isUnderWay(association, context);
  });
  const associations = started.map(({ association }) => association);
  if (until === 'accepted') {
    for (const association of associations) failIfRejected(association, context);
    return undefined;
  }
  return () => waitForEndState(associations, since, context);
}

/** Associates a pair unless nothing new may be started any more. Returns whether it is under way. */
async function startAssociation(
  association: Association,
  tooLate: Failure,
  context: TargetContext,
): Promise<boolean> {
  try {
    if (!mayStart(tooLate, context)) return false;
    await context.associateLimiter.acquire();
    // The turn may have come late.
    if (!mayStart(tooLate, context)) return false;
    await associate(association, context);
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
      next: 'Run the workflow again with a longer wait-timeout-seconds; what is associated is kept.',
    },
  );
}

/** EC2's answer, or a read for another pair, may show that the pair will not be associated. */
function failIfRejected(association: Association, context: TargetContext): void {
  const rejection = evaluateWithoutWait(context.runState.pair(association).state);
  if (!rejection) return;
  context.runState.update(association, {
    failure: failedAssociation(association, rejection, context),
  });
}
