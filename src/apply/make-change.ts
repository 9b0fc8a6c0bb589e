import { callOnce, createBackoff } from '../aws/call.ts';
import type { Acceptance, Ec2 } from '../aws/ec2.ts';
import { CallError, mayBeCarriedOut } from '../aws/errors/call-error.ts';
import { toFailure, unsentCall, withFailureContext } from '../aws/errors/to-failure.ts';
import { type Association, associationText } from '../domain/association.ts';
import { isUnderWay as isStateUnderWay } from '../domain/association-state.ts';
import { Failure } from '../failure.ts';
import { waitToRetry } from '../lib/retry.ts';
import { leastAnswerMs, waitBriefly } from '../lib/timeout.ts';
import { findAssociation } from '../observe/observed.ts';
import type { AssociationOutcome } from '../outcome/run-state.ts';
import type { Verdict } from '../plan/association-rules.ts';
import { decide, type ReadBack } from './associate-rules.ts';
import type { TargetContext } from './context.ts';
import { policyIfDenied, recordListed, tryRead } from './read.ts';
import { pollDelay } from './wait.ts';
import { addReading, emptyHistory, type History } from './wait-rules.ts';

const maxCalls = 3;
const minReadsBack = 4;

/** In what an associate and a disassociate call differ. */
export interface ChangeRules {
  readonly verb: 'associate' | 'disassociate';
  send(association: Association, ec2: Ec2, signal: AbortSignal): Promise<Acceptance>;
  /** Whether a pair is read before its call: `required` means that there is no call without a read. */
  firstRead(pair: AssociationOutcome): 'none' | 'tried' | 'required';
  /** The step for a pair as it was read last; `refuse` if it must not be changed. */
  decide(pair: AssociationOutcome): Verdict;
  /** What the last read says of a call; `unconfirmed` needs another read. */
  classifyReadBack(state: string, history: History): ReadBack | 'unconfirmed';
}

/**
 * Makes EC2 accept the change of a pair whose turn at the rate has come, unless a read shows that this
 * is not needed. Repeats what EC2 has not carried out. Throws a Failure where EC2 refuses, where the
 * pair is in a state that must not be changed, and where nobody knows what EC2 did.
 */
export async function makeChange(
  association: Association,
  rules: ChangeRules,
  context: TargetContext,
): Promise<void> {
  const { runState, unanswered } = context;
  const backoff = createBackoff(maxCalls, context);
  for (let uncertain = false; ; ) {
    // Reads for other pairs report this one too.
    const isCertain = await confirm(association, rules, context);
    if (isCertain && isUnderWay(association, context)) return;
    if (!isCertain) refuseIfUnread(association, rules, context);
    refuseIfMoved(association, rules, context);
    const { state, statusMessage } = runState.pair(association);
    unanswered.add(association);
    const error = await send(association, rules, context);
    if (error === undefined) return;
    uncertain ||= mayBeCarriedOut(error);
    const decision = decide(error.result, uncertain);
    if (decision === 'read back') {
      if (await wasCarriedOut(association, rules, error, context)) return;
    } else {
      runState.update(association, { state, statusMessage });
    }
    unanswered.delete(association);
    if (decision === 'check once' && (await isAlreadyDone(association, rules, error, context))) {
      return;
    }
    await withFailureContext(
      describeCall(association, rules, context),
      waitToRetry(error, backoff, context),
      () => policyIfDenied(error, context),
    );
    await context.associateLimiter.acquire();
    if (context.deadline.remaining() < leastAnswerMs) {
      throw toFailure(describeCall(association, rules, context), error);
    }
  }
}

/** Throws where there is no call without a read, and that has failed. */
function refuseIfUnread(
  association: Association,
  { verb, firstRead }: ChangeRules,
  { runState, region }: TargetContext,
): void {
  if (firstRead(runState.pair(association)) !== 'required') return;
  const text = `Could not ${verb} ${associationText(association)} in ${region}: its state could not be read just before the call`;
  throw new Failure('unknown-state', text);
}

/** Throws where a read since the plan has shown the pair in a state that must not be changed. */
function refuseIfMoved(
  association: Association,
  { decide }: ChangeRules,
  { runState, region }: TargetContext,
): void {
  const { step, why, refusal } = decide(runState.pair(association));
  if (step !== 'refuse') return;
  const text = `${associationText(association)} in ${region} has changed since the plan: ${why}`;
  throw new Failure(refusal ?? 'unknown-state', text);
}

/** Whether the last known state of a pair is the one that is wanted, or on its way there. */
export function isUnderWay(association: Association, { runState }: TargetContext): boolean {
  const { state, association: wanted } = runState.pair(association);
  return isStateUnderWay(wanted, state);
}

/** One call: undefined once EC2 has accepted it, else its error. */
async function send(
  association: Association,
  rules: ChangeRules,
  context: TargetContext,
): Promise<CallError | undefined> {
  const { runState, associateLimiter, log, elapsed } = context;
  const { state: stateBefore, statusMessage: messageBefore } = runState.pair(association);
  // Until EC2 has answered, nobody knows the state.
  runState.update(association, { state: 'unknown', statusMessage: '' });
  try {
    const { state, statusMessage, requestId } = await callOnce(
      (signal) => rules.send(association, context.ec2, signal),
      context,
      associateLimiter,
    );
    const id = requestId && ` (request id ${requestId})`;
    const message = statusMessage && `: ${statusMessage}`;
    const answer = `${associationText(association)}: ${state}${message}${id}`;
    log.line(`${elapsed()} EC2 accepted ${answer}`);
    runState.update(association, { changed: true, requestId, state, statusMessage });
    return undefined;
  } catch (error) {
    if (unsentCall(error)) {
      runState.update(association, { state: stateBefore, statusMessage: messageBefore });
    }
    if (!(error instanceof CallError)) throw error;
    runState.update(association, { requestId: error.result.requestId ?? '' });
    return error;
  }
}

/** Whether EC2 has carried out a call whose answer was lost. Throws a Failure where that stays unknown. */
async function wasCarriedOut(
  association: Association,
  rules: ChangeRules,
  error: CallError,
  context: TargetContext,
): Promise<boolean> {
  const { runState, region, log } = context;
  log.line(`${error.message}; reading back whether EC2 carried it out`);
  const result = await readBack(association, rules, context);
  switch (result) {
    case 'carried out':
      runState.update(association, { changed: true });
      return true;
    case 'unchanged':
      return false;
    case 'elsewhere':
      throw conflictingState(runState.pair(association), rules, region);
    case 'unknown':
      throw toFailure(describeCall(association, rules, context), error);
  }
}

/**
 * Reads until a state proves what happened to a call, at least four times over some sixteen seconds
 * where nothing has changed. Records the state that proves it.
 */
async function readBack(
  association: Association,
  rules: ChangeRules,
  context: TargetContext,
): Promise<ReadBack> {
  const { clock, deadline, random, runState } = context;
  const doing = `read back the result of the call to ${describeCall(association, rules, context)}`;
  let history = emptyHistory(runState.pair(association).before);
  let result: ReadBack | 'unconfirmed' = 'unknown';
  for (let read = 1; read <= minReadsBack || result === 'unconfirmed'; read += 1) {
    await clock.sleep(Math.min(pollDelay(read, random), deadline.remaining()));
    if (deadline.remaining() < leastAnswerMs) return 'unknown';
    const cidrs = await tryRead(context, doing);
    if ('unread' in cidrs) {
      result = 'unknown';
      continue;
    }
    const { state } = findAssociation(cidrs, association);
    history = addReading(history, state);
    result = rules.classifyReadBack(state, history);
    if (result === 'unknown' || result === 'unconfirmed') continue;
    // An unchanged state is conclusive only on the last read.
    if (result === 'unchanged' && read < minReadsBack) continue;
    recordListed(association, cidrs, context);
    return result;
  }
  return 'unknown';
}

/** Whether a rejected call was not needed: the pair is under way, and the earlier read was stale or too early. */
async function isAlreadyDone(
  association: Association,
  rules: ChangeRules,
  error: CallError,
  context: TargetContext,
): Promise<boolean> {
  const isRead =
    (await check(association, rules, context)) && (await confirm(association, rules, context));
  const isDone = isRead && isUnderWay(association, context);
  if (isDone) context.log.line(`${error.message}; it is under way without this call`);
  return isDone;
}

/** Reads a pair again where its rules ask for that. Returns whether the known state is certain. */
async function confirm(
  association: Association,
  rules: ChangeRules,
  context: TargetContext,
): Promise<boolean> {
  const first = rules.firstRead(context.runState.pair(association));
  if (first === 'none') return true;
  const { clock, deadline, random } = context;
  // A stale listing needs some time.
  if (first === 'tried') await clock.sleep(Math.min(pollDelay(1, random), deadline.remaining()));
  return check(association, rules, context);
}

/** Reads and records the state of a pair; false where that fails or takes more than ten seconds. */
async function check(
  association: Association,
  rules: ChangeRules,
  context: TargetContext,
): Promise<boolean> {
  const read = tryRead(context, describeCall(association, rules, context)).catch(
    (error: unknown) => {
      // The run reports what EC2 said to the call, not that the state cannot be read.
      if (error instanceof Failure && error.reason !== 'cancelled') return undefined;
      throw error;
    },
  );
  // Other pairs are started meanwhile, and the failure of this one may have to stop them.
  const cidrs = await waitBriefly(read, context.clock);
  if (!cidrs || 'unread' in cidrs) return false;
  recordListed(association, cidrs, context);
  return true;
}

function conflictingState(
  pair: AssociationOutcome,
  { verb, decide }: ChangeRules,
  region: string,
): Failure {
  const call = verb === 'associate' ? 'an associate call' : 'a disassociate call';
  return new Failure(
    decide(pair).refusal ?? 'association-busy',
    `${associationText(pair.association)} in ${region} is ${pair.state} after ${call} whose answer was lost`,
  );
}

function describeCall(
  association: Association,
  { verb }: ChangeRules,
  { region }: TargetContext,
): string {
  return `${verb} ${associationText(association)} in ${region}`;
}
