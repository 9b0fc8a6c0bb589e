import { associationText } from '../domain/association.ts';
import { isAsWanted } from '../domain/association-state.ts';
import type { DesiredAssociation } from '../domain/target.ts';
import { asFailure, Failure } from '../failure.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { TargetContext } from './context.ts';
import { addReading, type History, noReads, type Rejection, type WaitResult } from './history.ts';
import { poll } from './read.ts';
import { readAssociations, recordListed } from './read-associations.ts';
import { associationGoal, evaluate } from './wait-rules.ts';

/**
 * Waits until one listing shows the end state of every pair. `since` is when EC2 may have accepted the
 * first. Keeps watching a pair that is done while others are not. Records the failure of a pair:
 * `association-failed`, `association-busy`, `wait-timeout`, or the error of the read.
 */
export async function waitForEndState(
  associations: readonly DesiredAssociation[],
  since: number,
  context: TargetContext,
): Promise<void> {
  const { runState, region, reportProgress } = context;
  let watched = associations.map((association) => startWatch(association, context));
  const pending = () => watched.filter(({ status }) => status === 'open');
  const wait = {
    since,
    isDone: () => pending().length === 0,
    read: () => readAssociations(`read the state of the associations in ${region}`, context),
    onRead: (cidrs: readonly ObservedCidr[]) => {
      watched = watched.map((pair) => updateWatch(pair, cidrs, context));
      reportProgress();
    },
    openText: () => openText(pending(), context),
  };
  try {
    await poll(wait, context);
  } catch (error) {
    const failure = asFailure(error);
    for (const { association } of pending()) runState.update(association, { failure });
  }
}

/** A pair of the wait, after the last listing. */
interface Watched {
  readonly association: DesiredAssociation;
  readonly history: History;
  readonly status: WaitResult;
}

function startWatch(association: DesiredAssociation, { runState }: TargetContext): Watched {
  const { state, step } = runState.pair(association);
  const status = step === 'keep' && isAsWanted(association, state) ? 'done' : 'open';
  return { association, history: noReads, status };
}

/** A pair after one more listing; a failed one stays failed. */
function updateWatch(
  pair: Watched,
  cidrs: readonly ObservedCidr[],
  context: TargetContext,
): Watched {
  if (typeof pair.status === 'object') return pair;
  const { association } = pair;
  const goal = associationGoal(association, context.runState.pair(association).before);
  const state = recordListed(association, cidrs, context);
  const history = addReading(goal, pair.history, state);
  const status = evaluate(goal, history, state);
  if (typeof status === 'object') recordRejection(association, status, context);
  return { association, history, status };
}

/** Records that the change of a pair has failed, by its last known state. */
export function recordRejection(
  association: DesiredAssociation,
  { reason, why }: Rejection,
  { runState, region }: TargetContext,
): void {
  const { state, statusMessage } = runState.pair(association);
  const message = statusMessage === '' ? ' without a status message' : `: ${statusMessage}`;
  const text = `${associationText(association)} in ${region} is ${state}${message}`;
  const failure = new Failure(reason, text, { likely: `${why}.` });
  runState.update(association, { failure });
}

/** `198.51.100.0/24 with AS64500 in us-west-2 is still pending-association`. */
function openText(pending: readonly Watched[], { runState, region }: TargetContext): string {
  const states = pending.map(({ association }) => {
    const { state } = runState.pair(association);
    return isAsWanted(association, state) ? `${state} (not confirmed by a second read)` : state;
  });
  const [first] = pending;
  const subject =
    pending.length === 1 && first
      ? `${associationText(first.association)} in ${region} is`
      : `${pending.length} associations in ${region} are`;
  return `${subject} still ${[...new Set(states)].join(', ')}`;
}
