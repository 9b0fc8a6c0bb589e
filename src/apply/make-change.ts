import { callOnce, createBackoff } from '../aws/call.ts';
import type { Acceptance } from '../aws/ec2.ts';
import { CallError, type CallResult, mayBeCarriedOut } from '../aws/errors/call-error.ts';
import { toFailure, unsentCall, withFailureContext } from '../aws/errors/to-failure.ts';
import type { Failure, FailureDetails } from '../failure.ts';
import { waitToRetry } from '../lib/retry.ts';
import { minResponseMs } from '../lib/timeout.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { PairOutcome, PairUpdate } from '../outcome/run-state.ts';
import type { Entry } from '../plan/entry.ts';
import type { Decision } from './call-rules.ts';
import type { ChangeContext } from './context.ts';
import { addReading, type Goal, type History, noReads, type ReadBack } from './history.ts';
import { type ReadResult, sleepUntilPoll } from './read.ts';

const maxAttempts = 3;
const minReads = 4;

/** Whether the run still has to wait for the change, or found it `done` without a call. */
export type ChangeProgress = 'in progress' | 'done';

/** A call that changes an association or a route, and the reads that show what it did. */
export interface ChangeCall {
  /** `associate 198.51.100.0/24 with AS64500 in us-west-2`; completes "Could not ...". */
  readonly text: string;
  readonly entry: Entry;
  readonly goal: Goal;
  /** The facts about the entry while the call is in flight. */
  readonly unknown: PairUpdate<PairOutcome>;
  /**
   * Decides right before each call whether to send it. `last` is the error of the previous call, `lost` the
   * error of a call that EC2 may have carried out. Throws a Failure if the entry must not be changed.
   */
  prepare(
    last: CallError | undefined,
    lost: CallError | undefined,
  ): Promise<'send' | ChangeProgress>;
  send(signal: AbortSignal): Promise<Acceptance>;
  /** `isUncertain`: EC2 may have carried out an earlier call. */
  decide(result: CallResult, isUncertain: boolean): Decision;
  /** Reads once whether a rejected call was unnecessary; undefined if the rejection stands. */
  checkRejection(rejection: CallError): Promise<ChangeProgress | undefined>;
  read(doing: string): Promise<ReadResult>;
  stateIn(cidrs: readonly ObservedCidr[]): string;
  /** Records what a listing shows of the entry. */
  record(cidrs: readonly ObservedCidr[]): void;
  classify(state: string, history: History): ReadBack;
  /** Whether a missed read leaves the result of a lost call unknown. */
  readonly missedReadMeansUnknown: boolean;
  /** The failure if a listing after a lost response shows a state that the call cannot have caused. */
  conflict(lost: CallError): Failure;
  detailsOf(result: CallResult): FailureDetails;
  /** Details for a call whose result stays unknown. */
  readonly unknownDetails: FailureDetails;
}

/**
 * Sends a call until EC2 accepts it, unless it is not needed. The caller has acquired the limiter for the
 * first attempt. Sends again only what EC2 did not carry out, or what does no harm twice. Throws a Failure
 * if EC2 refuses the call, if the entry must not be changed, or if the result stays unknown.
 */
export async function makeChange(
  change: ChangeCall,
  context: ChangeContext,
): Promise<ChangeProgress> {
  const { runState, limiter, deadline } = context;
  const backoff = createBackoff(maxAttempts, context);
  let last: CallError | undefined;
  let lost: CallError | undefined;
  for (;;) {
    const next = await change.prepare(last, lost);
    if (next !== 'send') return next;
    const known = runState.pair(change.entry);
    const error = await send(change, known, context);
    if (error === undefined) return 'in progress';
    const decision = change.decide(error.result, lost !== undefined);
    const progress = await followUp(change, decision, error, known, context);
    if (progress) return progress;
    last = error;
    if (mayBeCarriedOut(error)) lost ??= error;
    const details = decision === 'repeat' ? change.unknownDetails : change.detailsOf(error.result);
    await withFailureContext(change.text, waitToRetry(error, backoff, context), () => details);
    await limiter.acquire();
    if (deadline.remaining() < minResponseMs) throw toFailure(change.text, error, details);
  }
}

/** Sends one call. Returns undefined once EC2 has accepted it, else its error. */
async function send(
  change: ChangeCall,
  known: PairOutcome,
  context: ChangeContext,
): Promise<CallError | undefined> {
  const { runState, limiter, log, elapsed } = context;
  const { entry, text } = change;
  context.inFlight.add(entry);
  runState.update(entry, change.unknown);
  try {
    const accepted = await callOnce((signal) => change.send(signal), context, limiter);
    const { requestId, state = known.state, statusMessage = known.statusMessage } = accepted;
    runState.update(entry, { changed: true, requestId, state, statusMessage });
    const acceptedState = accepted.state === undefined ? '' : `: ${state}`;
    const message = accepted.statusMessage ? `: ${statusMessage}` : '';
    const id = requestId && ` (request id ${requestId})`;
    log.line(`${elapsed()} EC2 accepted the call to ${text}${acceptedState}${message}${id}`);
    return undefined;
  } catch (error) {
    if (unsentCall(error)) runState.update(entry, known);
    if (!(error instanceof CallError)) throw error;
    runState.update(entry, { requestId: error.result.requestId ?? '' });
    return error;
  }
}

/** Handles the error of a call; undefined if it may be sent again. `known` is the entry before the call. */
async function followUp(
  change: ChangeCall,
  decision: Decision,
  error: CallError,
  known: PairOutcome,
  context: ChangeContext,
): Promise<ChangeProgress | undefined> {
  switch (decision) {
    case 'unknown':
      throw toFailure(change.text, error, change.unknownDetails);
    case 'repeat':
      return undefined;
    case 'read back':
      return (await wasCarriedOut(change, error, known, context)) ? 'in progress' : undefined;
    case 'not carried out':
      restore(known, change, context);
      return undefined;
    case 'check rejection':
      restore(known, change, context);
      return change.checkRejection(error);
  }
}

/** Restores the entry to its state before the call, but keeps the request ID. */
function restore(known: PairOutcome, { entry }: ChangeCall, context: ChangeContext): void {
  const { runState, inFlight } = context;
  const { requestId } = runState.pair(entry);
  runState.update(entry, { ...known, requestId });
  inFlight.delete(entry);
}

/** Whether EC2 has carried out a call whose response was lost. Throws a Failure if that stays unknown. */
async function wasCarriedOut(
  change: ChangeCall,
  error: CallError,
  known: PairOutcome,
  context: ChangeContext,
): Promise<boolean> {
  const { log, elapsed } = context;
  log.line(`${error.message}; reading back whether EC2 carried it out`);
  const result = await readBack(change, known, context);
  switch (result) {
    case 'carried out':
      return true;
    case 'unchanged':
      log.line(`${elapsed()} EC2 did not carry it out`);
      return false;
    case 'conflicting':
      throw change.conflict(error);
    case 'unknown':
      throw toFailure(change.text, error, change.unknownDetails);
  }
}

/**
 * Reads until a listing proves what happened to a call. An unchanged state is proof only after four reads,
 * about 16 seconds. Records the state that proves it.
 */
async function readBack(
  change: ChangeCall,
  known: PairOutcome,
  context: ChangeContext,
): Promise<Exclude<ReadBack, 'unconfirmed'>> {
  const doing = `read back the result of the call to ${change.text}`;
  let history = noReads;
  let result: ReadBack = 'unknown';
  let hasMissed = false;
  for (let read = 1; read <= minReads || result === 'unconfirmed'; read += 1) {
    if (!(await sleepUntilPoll(read, context))) return 'unknown';
    const cidrs = await change.read(doing);
    if ('unread' in cidrs) {
      result = 'unknown';
      hasMissed = true;
      // The absences before and after a missed read are not in a row.
      history = { ...history, absences: 0 };
      continue;
    }
    const state = change.stateIn(cidrs);
    history = addReading(change.goal, history, state);
    result = change.classify(state, history);
    hasMissed ||= result === 'unknown';
    if (result === 'unknown' || result === 'unconfirmed') continue;
    if (result === 'unchanged' && read < minReads) continue;
    if (result === 'unchanged' && hasMissed && change.missedReadMeansUnknown) return 'unknown';
    if (result === 'unchanged') restore(known, change, context);
    if (result === 'carried out') context.runState.update(change.entry, { changed: true });
    change.record(cidrs);
    return result;
  }
  return 'unknown';
}
