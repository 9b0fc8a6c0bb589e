import { CallError, canHeal } from '../aws/answer.ts';
import { answerText, asFailureOf } from '../aws/explain.ts';
import { jitter } from '../aws/persist.ts';
import { type Association, associationText } from '../desired/association.ts';
import { asFailure, Failure } from '../failure.ts';
import { findAssociation, type ObservedCidr } from '../plan/observed.ts';
import type { Run } from './run.ts';
import { type Defeat, noSightings, type Sightings, settle, sight } from './settle.ts';

const firstPollMs = 2_000;
/** Before jitter, which makes it 9 to 15 seconds. */
const longestPollMs = 12_000;

/** Milliseconds before the nth poll: two seconds, growing with jitter to fifteen. */
export function pollDelay(nth: number, random: () => number): number {
  if (nth === 1) return firstPollMs;
  return jitter(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}

/**
 * Waits until every pair has an end state, with one snapshot a poll for all of them; `since` is when
 * the first may have been accepted. Faults and throttling slow it down. Writes down with each pair
 * what went wrong: `association-failed`, `association-busy`, `wait-timeout`, or a call that AWS denies.
 */
export async function waitForEndState(
  associations: readonly Association[],
  since: number,
  run: Run,
): Promise<void> {
  let waiting = associations.map((association) => ({
    association,
    sightings: noSightings(run.ledger.pair(association).before),
  }));
  const failAll = (failure: Failure) => {
    for (const { association } of waiting) run.ledger.learn(association, { failure });
    waiting = [];
  };
  let trouble = '';
  for (let poll = 1; waiting.length > 0; poll += 1) {
    const rested = poll === 1 ? run.clock.now() - since : 0;
    const pause = Math.max(0, pollDelay(poll, run.random) - rested);
    await run.clock.sleep(Math.min(pause, run.deadline.remaining()));
    if (run.deadline.remaining() === 0) {
      failAll(
        timedOut(
          waiting.map(({ association }) => association),
          run,
          trouble,
        ),
      );
      return;
    }
    try {
      const cidrs = await tryRead(run, `read the state of the associations in ${run.region}`);
      trouble = typeof cidrs === 'string' ? cidrs : '';
      if (typeof cidrs === 'string') continue;
      waiting = waiting.filter((pair) => isOpen(pair, cidrs, run));
    } catch (error) {
      failAll(asFailure(error));
    }
    run.tellProgress();
  }
}

/**
 * One snapshot, or what kept it from being read. Where reading cannot heal, throws the Failure of
 * `doing`, which completes "Could not ...".
 */
export async function tryRead(run: Run, doing: string): Promise<readonly ObservedCidr[] | string> {
  try {
    return await run.snapshot();
  } catch (error) {
    // A session that could not be renewed comes as the Failure of that.
    const call = error instanceof Failure ? error.cause : error;
    if (!(call instanceof CallError)) throw error;
    if (!canHeal(call)) throw error instanceof Failure ? error : asFailureOf(doing, call);
    run.log.line(`${run.elapsed()} not read: ${answerText(call.answer)}`);
    return answerText(call.answer);
  }
}

interface Waiting {
  readonly association: Association;
  sightings: Sightings;
}

/** Whether a pair is still to be waited for after one more snapshot. */
function isOpen(pair: Waiting, cidrs: readonly ObservedCidr[], run: Run): boolean {
  const { association } = pair;
  const { state, statusMessage } = findAssociation(cidrs, association);
  pair.sightings = sight(pair.sightings, state);
  tell(association, state, statusMessage, run);
  const settlement = settle(pair.sightings, state);
  if (settlement.settled === 'failed') {
    run.ledger.learn(association, { failure: failedAssociation(association, settlement, run) });
  }
  return settlement.settled === 'no';
}

/** Writes down what was read, with a line in the log for each change of state. */
export function tell(
  association: Association,
  state: string,
  statusMessage: string,
  { ledger, log, elapsed }: Run,
): void {
  const told = ledger.pair(association);
  if (told.state !== state || told.statusMessage !== statusMessage) {
    const message = statusMessage === '' ? '' : `: ${statusMessage}`;
    log.line(`${elapsed()} ${associationText(association)} is ${state}${message}`);
  }
  ledger.learn(association, { state, statusMessage });
}

/** The failure of a pair whose last state read says that it will not be associated. */
export function failedAssociation(
  association: Association,
  { reason, why }: Defeat,
  { ledger, region }: Run,
): Failure {
  const { state, statusMessage } = ledger.pair(association);
  const message = statusMessage === '' ? ' without a status message' : `: ${statusMessage}`;
  const text = `${associationText(association)} in ${region} is ${state}${message}`;
  return new Failure(reason, text, { likely: `${why}.` });
}

function timedOut(associations: readonly Association[], run: Run, trouble: string): Failure {
  const states = associations.map((association) => run.ledger.pair(association).state);
  const [first] = associations;
  const which =
    associations.length === 1 && first
      ? `${associationText(first)} in ${run.region} is`
      : `${associations.length} associations in ${run.region} are`;
  const unread = trouble === '' ? '' : ` (the last read failed: ${trouble})`;
  return new Failure(
    'wait-timeout',
    `${which} still ${[...new Set(states)].join(', ')} after ${run.deadline.seconds} s${unread}`,
    { likely: 'AWS needs longer than wait-timeout-seconds; it goes on by itself.' },
  );
}
