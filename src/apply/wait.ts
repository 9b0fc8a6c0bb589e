import { CallError, isRetryable } from '../aws/errors/call-error.ts';
import { tooLateCode } from '../aws/errors/error-codes.ts';
import { toFailure } from '../aws/errors/to-failure.ts';
import { applyPolicy, policyToPaste } from '../aws/policies.ts';
import { type Association, associationText } from '../domain/association.ts';
import { isAssociated } from '../domain/association-state.ts';
import { asFailure, Failure, type FailureDetails } from '../failure.ts';
import { jitter } from '../lib/retry.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import { findAssociation, type ObservedCidr } from '../observe/observed.ts';
import type { ApplyContext } from './context.ts';
import {
  addReading,
  emptyHistory,
  evaluate,
  type History,
  type Rejection,
  type WaitResult,
} from './wait-rules.ts';

const firstPollMs = 2_000;
/** Before jitter, which makes it 9 to 15 seconds. */
const longestPollMs = 12_000;

/** Milliseconds before the nth poll: two seconds, growing with jitter to fifteen. */
export function pollDelay(nth: number, random: () => number): number {
  if (nth === 1) return firstPollMs;
  return jitter(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}

/**
 * Waits until one snapshot shows an end state of every pair; `since` is when the first may have been
 * accepted. A pair that is there already is watched on while others are not. Faults and throttling
 * slow it down. Writes down with each pair what went wrong: `association-failed`,
 * `association-busy`, `wait-timeout`, or a call that AWS denies.
 */
export async function waitForEndState(
  associations: readonly Association[],
  since: number,
  run: ApplyContext,
): Promise<void> {
  let watched = associations.map((association) => beginWatch(association, run));
  const open = () => watched.filter(({ settlement }) => settlement.settled === 'no');
  const failOpen = (failure: Failure) => {
    for (const { association } of open()) run.runState.update(association, { failure });
  };
  let trouble = '';
  for (let poll = 1; open().length > 0; poll += 1) {
    const rested = poll === 1 ? run.clock.now() - since : 0;
    const pause = Math.max(0, pollDelay(poll, run.random) - rested);
    await run.clock.sleep(Math.min(pause, run.deadline.remaining()));
    if (run.deadline.remaining() < leastAnswerMs) return failOpen(timedOut(open(), run, trouble));
    try {
      const cidrs = await tryRead(run, `read the state of the associations in ${run.region}`);
      if (typeof cidrs === 'string') {
        trouble = cidrs || trouble;
        continue;
      }
      trouble = '';
      watched = watched.map((pair) => lookAgain(pair, cidrs, run));
    } catch (error) {
      return failOpen(asFailure(error));
    }
    run.reportProgress();
  }
}

/**
 * One snapshot, or what kept it from being read, empty where no time was left to. Where reading cannot heal, throws the Failure of
 * `doing`, which completes "Could not ...".
 */
export async function tryRead(
  run: ApplyContext,
  doing: string,
): Promise<readonly ObservedCidr[] | string> {
  try {
    return await run.readCidrs();
  } catch (error) {
    // A session that could not be renewed comes as the Failure of that.
    const call = error instanceof Failure ? error.cause : error;
    if (!(call instanceof CallError)) throw error;
    if (!isRetryable(call)) {
      throw error instanceof Failure ? error : toFailure(doing, call, policyIfDenied(call, run));
    }
    if (call.result.code === tooLateCode) return '';
    run.log.line(`${run.elapsed()} not read: ${call.message}`);
    return call.message;
  }
}

/** The policy to give a role that is denied what this run needs; nothing for any other error. */
export function policyIfDenied(
  { result: answer }: CallError,
  { region }: ApplyContext,
): FailureDetails {
  return answer.kind === 'denied' ? { lines: policyToPaste(applyPolicy(region)) } : {};
}

/** A pair that is watched, and how it stands after the last snapshot. */
interface Watched {
  readonly association: Association;
  readonly sightings: History;
  readonly settlement: WaitResult;
}

function beginWatch(association: Association, { runState }: ApplyContext): Watched {
  const { before, state, step } = runState.pair(association);
  const settled = step === 'keep' && isAssociated(state) ? 'associated' : 'no';
  return { association, sightings: emptyHistory(before), settlement: { settled } };
}

/** How a pair stands after one more snapshot; one that has failed stays so. */
function lookAgain(pair: Watched, cidrs: readonly ObservedCidr[], run: ApplyContext): Watched {
  if (pair.settlement.settled === 'failed') return pair;
  const { association } = pair;
  const { state, statusMessage } = findAssociation(cidrs, association);
  const sightings = addReading(pair.sightings, state);
  const settlement = evaluate(sightings, state);
  record(association, state, statusMessage, run);
  if (settlement.settled === 'failed') {
    run.runState.update(association, { failure: failedAssociation(association, settlement, run) });
  }
  return { association, sightings, settlement };
}

/** Writes down what was read, with a line in the log for each change of state. */
export function record(
  association: Association,
  state: string,
  statusMessage: string,
  { runState, log, elapsed }: ApplyContext,
): void {
  const told = runState.pair(association);
  if (told.state !== state || told.statusMessage !== statusMessage) {
    const message = statusMessage === '' ? '' : `: ${statusMessage}`;
    log.line(`${elapsed()} ${associationText(association)} is ${state}${message}`);
  }
  runState.update(association, { state, statusMessage });
}

/** The failure of a pair whose last state read says that it will not be associated. */
export function failedAssociation(
  association: Association,
  { reason, why }: Rejection,
  { runState, region }: ApplyContext,
): Failure {
  const { state, statusMessage } = runState.pair(association);
  const message = statusMessage === '' ? ' without a status message' : `: ${statusMessage}`;
  const text = `${associationText(association)} in ${region} is ${state}${message}`;
  return new Failure(reason, text, { likely: `${why}.` });
}

function timedOut(open: readonly Watched[], run: ApplyContext, trouble: string): Failure {
  const states = open.map(({ association }) => {
    const { state } = run.runState.pair(association);
    return isAssociated(state) ? `${state} (which no later read has confirmed)` : state;
  });
  const [first] = open;
  const which =
    open.length === 1 && first
      ? `${associationText(first.association)} in ${run.region} is`
      : `${open.length} associations in ${run.region} are`;
  const unread = trouble === '' ? '' : ` (the last read failed: ${trouble})`;
  return new Failure(
    'wait-timeout',
    `${which} still ${[...new Set(states)].join(', ')} after ${run.deadline.seconds} s${unread}`,
    { likely: 'AWS needs longer than wait-timeout-seconds; it goes on by itself.' },
  );
}
