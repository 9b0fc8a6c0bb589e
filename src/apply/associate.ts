import { callOnce, createBackoff } from '../aws/call.ts';
import { CallError, leavesDoubt } from '../aws/errors/call-error.ts';
import { toFailure, withFailureContext } from '../aws/errors/to-failure.ts';
import { type Association, associationText } from '../domain/association.ts';
import { hasEnded, isAssociated } from '../domain/association-state.ts';
import { Failure } from '../failure.ts';
import { waitToRetry } from '../lib/retry.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import { findAssociation } from '../observe/observed.ts';
import { decideStep } from '../plan/association-rules.ts';
import type { ApplyContext } from './context.ts';
import { policyIfDenied, pollDelay, record, tryRead } from './wait.ts';
import { addReading, emptyHistory, type History, isConfirmed } from './wait-rules.ts';

const sendsAtMost = 3;
const readsBack = 4;
const longestLookMs = 10_000;

/**
 * Makes EC2 accept the association of a pair, whose turn at the rate has come, unless a read has
 * shown meanwhile that it is under way, or in a state that is not written over (Failure). A throttled
 * or unsent call is repeated, and so is one, once each, whose clock was corrected or whose session was
 * renewed. After an answer that proves nothing the state is read back four times over some sixteen
 * seconds, and the call is repeated only when the last read still shows that nothing has happened and
 * another answer can come. A rejection is read back once: the pair may be there already. Everything else that AWS
 * says is final (Failure).
 */
export async function associate(association: Association, run: ApplyContext): Promise<void> {
  const { before } = run.runState.pair(association);
  const backoff = createBackoff(sendsAtMost, run);
  for (let doubtful = false; ; ) {
    // Reads for other pairs tell of this one too.
    await confirm(association, run);
    if (isUnderWay(association, run)) return;
    refuseIfMoved(association, run);
    const { state, statusMessage } = run.runState.pair(association);
    const error = await send(association, run);
    if (error === undefined) return;
    const { kind } = error.result;
    doubtful ||= leavesDoubt(error);
    // A refusal after a lost answer may refuse only the repetition.
    if (doubtful && kind !== 'throttled' && kind !== 'unsent') {
      run.log.line(`${error.message}; reading back whether EC2 carried it out`);
      const aftermath = await readBack(association, before, run);
      if (aftermath === 'carried out') return;
      if (aftermath === 'not known') throw toFailure(doing(association, run), error);
    } else {
      run.runState.update(association, { state, statusMessage });
      if (kind === 'rejected' && (await isAlreadyDone(association, error, run))) return;
    }
    await withFailureContext(doing(association, run), waitToRetry(error, backoff, run), () =>
      policyIfDenied(error, run),
    );
    await run.associateLimiter.acquire();
    // The turn may have come late, behind those of others.
    if (run.deadline.remaining() < leastAnswerMs) throw toFailure(doing(association, run), error);
  }
}

/** Throws where a read since the plan has shown the pair in a state that is not written over. */
function refuseIfMoved(association: Association, { runState, region }: ApplyContext): void {
  const { state, statusMessage } = runState.pair(association);
  const { step, why, refusal } = decideStep({ asn: association.asn, state, statusMessage });
  if (step !== 'refuse') return;
  const text = `${associationText(association)} in ${region} has moved since the plan: ${why}`;
  throw new Failure(refusal ?? 'unknown-state', text);
}

/** Whether AWS has come to what is desired, or is on its way there, as was last told. */
export function isUnderWay(association: Association, { runState }: ApplyContext): boolean {
  const { state } = runState.pair(association);
  return state === 'pending-association' || isAssociated(state);
}

/**
 * Whether a call that EC2 rejects was not needed any more: somebody else has associated the pair
 * since it was read, or that read was stale.
 */
async function isAlreadyDone(
  association: Association,
  error: CallError,
  run: ApplyContext,
): Promise<boolean> {
  const shown = (await look(association, run)) && (await confirm(association, run));
  const needless = shown && isUnderWay(association, run);
  if (needless) run.log.line(`${error.message}; it is under way without this call`);
  return needless;
}

/**
 * Looks once more at a pair that had ended and was told as associated: a stale read may have shown
 * the association that it was once. Whether what is told now is sure.
 */
async function confirm(association: Association, run: ApplyContext): Promise<boolean> {
  const { before, state } = run.runState.pair(association);
  if (!hasEnded(before) || !isAssociated(state)) return true;
  await run.clock.sleep(Math.min(pollDelay(1, run.random), run.deadline.remaining()));
  return look(association, run);
}

/** Reads a pair and tells its state; whether that was possible within ten seconds. */
async function look(association: Association, run: ApplyContext): Promise<boolean> {
  const read = tryRead(run, doing(association, run)).catch((thrown: unknown) => {
    // What EC2 said is what there is to tell, not that it cannot be read any more.
    if (thrown instanceof Failure && thrown.reason !== 'cancelled') return '';
    throw thrown;
  });
  // Other pairs may be started meanwhile, which a failure might forbid.
  const cidrs = await Promise.race([read, run.clock.sleep(longestLookMs).then(() => '')]);
  if (typeof cidrs === 'string') return false;
  const { state, statusMessage } = findAssociation(cidrs, association);
  record(association, state, statusMessage, run);
  return true;
}

/** One associate call: undefined once EC2 has accepted it, else how it came back. */
async function send(association: Association, run: ApplyContext): Promise<CallError | undefined> {
  const { state: known, statusMessage: told } = run.runState.pair(association);
  // Until EC2 has answered, nobody knows the state.
  run.runState.update(association, { state: 'unknown', statusMessage: '' });
  try {
    const { state, statusMessage, requestId } = await callOnce(
      (signal) => run.ec2.associate(association, signal),
      run,
      run.associateLimiter,
    );
    const id = requestId && ` (request id ${requestId})`;
    const message = statusMessage && `: ${statusMessage}`;
    const answer = `${associationText(association)}: ${state}${message}${id}`;
    run.log.line(`${run.elapsed()} EC2 accepted ${answer}`);
    run.runState.update(association, { changed: true, requestId, state, statusMessage });
    return undefined;
  } catch (error) {
    // For want of a new session the call was never sent.
    if (error instanceof Failure && error.cause instanceof CallError) {
      run.runState.update(association, { state: known, statusMessage: told });
    }
    if (!(error instanceof CallError)) throw error;
    run.runState.update(association, { requestId: error.result.requestId ?? '' });
    return error;
  }
}

/** What became of a call whose answer was lost. */
type ReadBackResult = 'carried out' | 'nothing' | 'not known';

/**
 * Reads back what became of a call: `carried out` as soon as a read shows that the pair has moved on,
 * `nothing` when the reads show that it has not, `not known` when they or the deadline end unread.
 */
async function readBack(
  association: Association,
  before: string,
  run: ApplyContext,
): Promise<ReadBackResult> {
  let aftermath: ReturnType<typeof classifyReadBack> = 'not known';
  let sightings = emptyHistory(before);
  for (let read = 1; read <= readsBack || aftermath === 'seen once'; read += 1) {
    await run.clock.sleep(Math.min(pollDelay(read, run.random), run.deadline.remaining()));
    if (run.deadline.remaining() < leastAnswerMs) return 'not known';
    const cidrs = await tryRead(
      run,
      `read back what came of the call to ${doing(association, run)}`,
    );
    if (typeof cidrs === 'string') {
      aftermath = 'not known';
      continue;
    }
    const { state, statusMessage } = findAssociation(cidrs, association);
    sightings = addReading(sightings, state);
    aftermath = classifyReadBack(state, sightings);
    if (aftermath === 'not known' || aftermath === 'seen once') continue;
    // Until the last read, a pair that has not moved proves nothing.
    if (aftermath !== 'nothing' || read >= readsBack) {
      record(association, state, statusMessage, run);
    }
    if (aftermath === 'carried out') {
      run.runState.update(association, { changed: true });
      return aftermath;
    }
    if (aftermath === 'moved elsewhere') throw conflictingState(association, state, run.region);
  }
  return aftermath === 'nothing' ? aftermath : 'not known';
}

/** What one more read says of a call; a pair that had ended and is `seen once` may be so no more. */
function classifyReadBack(
  state: string,
  sightings: History,
): ReadBackResult | 'seen once' | 'moved elsewhere' {
  if (state === 'unknown') return 'not known';
  if (state === sightings.before || state === 'absent') return 'nothing';
  if (isAssociated(state)) return isConfirmed(sightings) ? 'carried out' : 'seen once';
  return state === 'pending-association' || state === 'failed-association'
    ? 'carried out'
    : 'moved elsewhere';
}

function conflictingState(association: Association, state: string, region: string): Failure {
  const busy = state.endsWith('disassociation') || state === 'disassociated';
  return new Failure(
    busy ? 'association-busy' : 'unknown-state',
    `After a lost answer ${associationText(association)} in ${region} is ${state}`,
  );
}

function doing(association: Association, { region }: ApplyContext): string {
  return `associate ${associationText(association)} in ${region}`;
}
