import { type Association, associationText } from '../domain/association.ts';
import { isAssociated, isAsWanted } from '../domain/association-state.ts';
import { asFailure, Failure } from '../failure.ts';
import { jitter } from '../lib/retry.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { TargetContext } from './context.ts';
import { recordListed, tryRead } from './read.ts';
import { evaluateRemoval } from './removal-rules.ts';
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
 * Waits until one read shows an end state of every pair. `since` is when EC2 may have accepted the
 * first. A pair that is done is still watched while others are not. Records with each pair what
 * went wrong: `association-failed`, `association-busy`, `wait-timeout`, or the error of the read.
 */
export async function waitForEndState(
  associations: readonly Association[],
  since: number,
  context: TargetContext,
): Promise<void> {
  const { clock, deadline, random, runState } = context;
  let watched = associations.map((association) => startWatch(association, context));
  const open = () => watched.filter(({ status }) => status.result === 'open');
  const failOpen = (failure: Failure) => {
    for (const { association } of open()) runState.update(association, { failure });
  };
  let lastError = '';
  for (let poll = 1; open().length > 0; poll += 1) {
    const waitedMs = poll === 1 ? clock.now() - since : 0;
    const delayMs = Math.max(0, pollDelay(poll, random) - waitedMs);
    await clock.sleep(Math.min(delayMs, deadline.remaining()));
    if (deadline.remaining() < leastAnswerMs) return failOpen(timedOut(open(), context, lastError));
    try {
      const cidrs = await tryRead(
        context,
        `read the state of the associations in ${context.region}`,
      );
      if ('unread' in cidrs) {
        lastError = cidrs.unread || lastError;
        continue;
      }
      lastError = '';
      watched = watched.map((pair) => updateWatch(pair, cidrs, context));
    } catch (error) {
      return failOpen(asFailure(error));
    }
    context.reportProgress();
  }
}

/** A pair that is waited for, after the last read. */
interface Watched {
  readonly association: Association;
  readonly history: History;
  readonly status: WaitResult;
}

function startWatch(association: Association, { runState }: TargetContext): Watched {
  const { before, state, step } = runState.pair(association);
  const result = step === 'keep' && isAssociated(state) ? 'associated' : 'open';
  return { association, history: emptyHistory(before), status: { result } };
}

/** A pair after one more read; a failed one stays failed. */
function updateWatch(
  pair: Watched,
  cidrs: readonly ObservedCidr[],
  context: TargetContext,
): Watched {
  if (pair.status.result === 'failed') return pair;
  const { association } = pair;
  const state = recordListed(association, cidrs, context);
  const history = addReading(pair.history, state);
  const { remove } = context.runState.pair(association).association;
  const status = (remove ? evaluateRemoval : evaluate)(history, state);
  if (status.result === 'failed') {
    context.runState.update(association, {
      failure: failedAssociation(association, status, context),
    });
  }
  return { association, history, status };
}

/** The failure of a pair whose last known state says that its change has failed. */
export function failedAssociation(
  association: Association,
  { reason, why }: Rejection,
  { runState, region }: TargetContext,
): Failure {
  const { state, statusMessage } = runState.pair(association);
  const message = statusMessage === '' ? ' without a status message' : `: ${statusMessage}`;
  const text = `${associationText(association)} in ${region} is ${state}${message}`;
  return new Failure(reason, text, { likely: `${why}.` });
}

function timedOut(
  open: readonly Watched[],
  { runState, region, deadline }: TargetContext,
  lastError: string,
): Failure {
  const states = open.map(({ association }) => {
    const { state, association: wanted } = runState.pair(association);
    return isAsWanted(wanted, state) ? `${state} (not confirmed by a second read)` : state;
  });
  const [first] = open;
  const subject =
    open.length === 1 && first
      ? `${associationText(first.association)} in ${region} is`
      : `${open.length} associations in ${region} are`;
  const unread = lastError === '' ? '' : ` (the last read failed: ${lastError})`;
  return new Failure(
    'wait-timeout',
    `${subject} still ${[...new Set(states)].join(', ')} after ${deadline.seconds} s${unread}`,
    { likely: 'AWS needs longer than wait-timeout-seconds; it continues without this run.' },
  );
}
