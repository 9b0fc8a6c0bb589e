import type { Association } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { forEachConcurrent, type Remainder } from '../lib/concurrency.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import { findAssociation } from '../observe/observed.ts';
import type { PairOutcome } from '../outcome/run-state.ts';
import type { Change } from '../plan/plan.ts';
import { associate, isUnderWay } from './associate.ts';
import type { ApplyContext } from './context.ts';
import { failedAssociation, record, waitForEndState } from './wait.ts';
import { judgeUnawaited } from './wait-rules.ts';

/** Enough that EC2's rate of 5 a second, and not the time of an answer, is what a run waits for. */
const callsAtOnce = 8;

/**
 * Writes the changes of one target, which hold no refusals, and gives back the wait for their end
 * state where that is wanted. What fails is written down with its pair and fails nothing else.
 */
export async function applyTarget(
  changes: readonly Change[],
  until: Inputs['until'],
  plainRun: ApplyContext,
): Promise<Remainder | undefined> {
  const run = recordIdlePairs(changes, plainRun);
  const started = run.clock.now();
  const writes = changes.filter(({ step }) => step === 'associate');
  // How EC2 takes two calls at once for one CIDR is not documented.
  const byCidr = Map.groupBy(writes, ({ association }) => association.cidr);
  const tooLate = notStarted(run);
  await forEachConcurrent([...byCidr.values()], callsAtOnce, async (ofCidr) => {
    for (const { association } of ofCidr) await startAssociation(association, tooLate, run);
  });
  const begun = changes.filter(({ step, association }) => {
    const { changed, failure } = run.runState.pair(association);
    return !failure && (step === 'keep' || changed || isUnderWay(association, run));
  });
  if (until === 'accepted') {
    for (const { association } of begun) failIfDefeated(association, run);
    return undefined;
  }
  const associations = begun.map(({ association }) => association);
  return () => waitForEndState(associations, started, run);
}

/** A run whose every read tells of the pairs too that it does nothing for, or has not begun with. */
function recordIdlePairs(changes: readonly Change[], run: ApplyContext): ApplyContext {
  const snapshot = async () => {
    const cidrs = await run.readCidrs();
    const idle = changes.filter(({ association }) => isIdle(run.runState.pair(association)));
    for (const { association } of idle) {
      const { state, statusMessage } = findAssociation(cidrs, association);
      record(association, state, statusMessage, run);
    }
    return cidrs;
  };
  return { ...run, readCidrs: snapshot };
}

/** While a call is under way, and while what became of it is in doubt, the state is `unknown`. */
function isIdle({ step, state, changed, failure }: PairOutcome): boolean {
  if (step === 'keep') return true;
  return step === 'associate' && state !== 'unknown' && !changed && !failure;
}

/** Associates a pair unless nothing new may be started any more. */
async function startAssociation(
  association: Association,
  tooLate: Failure,
  run: ApplyContext,
): Promise<void> {
  try {
    if (!mayStart(tooLate, run)) return;
    await run.associateLimiter.acquire();
    // Much can have happened while this one waited for its turn.
    if (!mayStart(tooLate, run)) return;
    await associate(association, run);
  } catch (error) {
    run.runState.update(association, { failure: asFailure(error) });
  }
}

/** Whether a pair may be started; throws `tooLate` once the deadline is too near for an answer. */
function mayStart(tooLate: Failure, run: ApplyContext): boolean {
  if (!run.mayStart()) return false;
  if (run.deadline.remaining() < leastAnswerMs) throw tooLate;
  return true;
}

function notStarted({ deadline }: ApplyContext): Failure {
  return new Failure(
    'wait-timeout',
    `The deadline of ${deadline.seconds} s left no time to start it`,
    {
      next: 'Run the whole workflow again with a longer wait-timeout-seconds; what is there is kept.',
    },
  );
}

/** EC2's answer, or a read for another pair, may have shown that the pair will not be associated. */
function failIfDefeated(association: Association, run: ApplyContext): void {
  const defeat = judgeUnawaited(run.runState.pair(association).state);
  if (!defeat) return;
  run.runState.update(association, { failure: failedAssociation(association, defeat, run) });
}
