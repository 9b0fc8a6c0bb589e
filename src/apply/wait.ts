import { CallError, canHeal } from '../aws/answer.ts';
import { answerText, asFailureOf } from '../aws/explain.ts';
import { describeCidrs } from '../aws/observe.ts';
import { jitter } from '../aws/persist.ts';
import { type Association, associationText } from '../desired/association.ts';
import { Failure } from '../failure.ts';
import { findAssociation, type ObservedCidr } from '../plan/observed.ts';
import type { Run } from './run.ts';
import {
  type Defeat,
  noSightings,
  type Settlement,
  type Sightings,
  settle,
  sight,
} from './settle.ts';

const firstPollMs = 2_000;
/** Before jitter, which makes it 9 to 15 seconds. */
const longestPollMs = 12_000;

/** Milliseconds before the nth poll: two seconds, growing with jitter to fifteen. */
export function pollDelay(nth: number, random: () => number): number {
  if (nth === 1) return firstPollMs;
  return jitter(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}

/**
 * Waits until every pair has an end state, with one snapshot a poll for all of them. Faults and
 * throttling slow it down. Throws Failure: `association-failed`, `association-busy`, `wait-timeout`,
 * or the reason of a call that AWS denies.
 */
export async function waitForEndState(
  associations: readonly Association[],
  run: Run,
): Promise<void> {
  let waiting = associations.map((association) => ({
    association,
    sightings: noSightings(run.ledger.pair(association).before),
  }));
  let failure: Failure | undefined;
  let trouble = '';
  for (let poll = 1; waiting.length > 0; poll += 1) {
    await run.clock.sleep(Math.min(pollDelay(poll, run.random), run.deadline.remaining()));
    if (run.deadline.remaining() === 0) {
      throw failure ?? timedOut(waiting[0]?.association, run, trouble);
    }
    const cidrs = await tryRead(run, `read the state of the association in ${run.region}`);
    trouble = typeof cidrs === 'string' ? cidrs : '';
    if (typeof cidrs === 'string') continue;
    waiting = waiting.flatMap(({ association, sightings }) => {
      const { settlement, next } = look(association, sightings, cidrs, run);
      if (settlement.settled === 'failed') {
        failure ??= failedAssociation(association, settlement, run);
      }
      return settlement.settled === 'no' ? [{ association, sightings: next }] : [];
    });
  }
  if (failure) throw failure;
}

/**
 * One snapshot, or what kept it from being read. Where reading cannot heal, throws the Failure of
 * `doing`, which completes "Could not ...".
 */
export async function tryRead(run: Run, doing: string): Promise<readonly ObservedCidr[] | string> {
  try {
    return await describeCidrs(run.ec2, run.pace, run);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (!canHeal(error)) {
      throw asFailureOf(doing, error);
    }
    run.log.line(`${run.elapsed()} not read: ${answerText(error.answer)}`);
    return answerText(error.answer);
  }
}

function look(
  association: Association,
  sightings: Sightings,
  cidrs: readonly ObservedCidr[],
  run: Run,
): { settlement: Settlement; next: Sightings } {
  const { state, statusMessage } = findAssociation(cidrs, association);
  const next = sight(sightings, state);
  const settlement = settle(next, state);
  tell(association, state, statusMessage, run);
  return { settlement, next };
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

function timedOut(association: Association | undefined, run: Run, trouble: string): Failure {
  const state = association ? run.ledger.pair(association).state : 'unknown';
  const pair = association ? associationText(association) : 'the association';
  const unread = trouble === '' ? '' : ` (the last read failed: ${trouble})`;
  return new Failure(
    'wait-timeout',
    `${pair} in ${run.region} is still ${state} after ${run.deadline.seconds} s${unread}`,
    { likely: 'AWS needs longer than wait-timeout-seconds; it goes on by itself.' },
  );
}
