import { CallError } from '../aws/answer.ts';
import { answerText, explaining } from '../aws/explain.ts';
import { describeCidrs } from '../aws/observe.ts';
import { startPatience } from '../aws/persist.ts';
import { applyPolicy, policyLines } from '../aws/policies.ts';
import { type Association, associationText } from '../desired/association.ts';
import { Failure } from '../failure.ts';
import { findAssociation } from '../plan/observed.ts';
import type { Run } from './run.ts';
import { pollDelay, tell } from './wait.ts';

const sendsAtMost = 3;
const readsBack = 4;

/**
 * Makes EC2 accept the association of a pair. A throttled or unsent call is repeated. After an
 * ambiguous answer the state is read back, and the call is repeated only when four reads over some
 * sixteen seconds show that nothing has happened. Everything else that AWS says is final (Failure).
 */
export async function associate(association: Association, run: Run): Promise<void> {
  const { before, statusMessage } = run.ledger.pair(association);
  const patience = startPatience(sendsAtMost, run);
  for (let doubtful = false; ; ) {
    const error = await send(association, run);
    if (error === undefined) return;
    const { kind } = error.answer;
    doubtful ||= kind === 'ambiguous';
    // A refusal after a lost answer may refuse only the repetition.
    if (doubtful && kind !== 'throttled' && kind !== 'unsent') {
      run.log.line(`${answerText(error.answer)}; reading back whether EC2 carried it out`);
      if (await readBack(association, before, run)) return;
    } else {
      run.ledger.learn(association, { state: before, statusMessage });
    }
    await restOrRefuse(association, patience.rest(error), run.region);
  }
}

/** One associate call: undefined once EC2 has accepted it, else how it came back. */
async function send(association: Association, run: Run): Promise<CallError | undefined> {
  // Until EC2 has answered, nobody knows the state.
  run.ledger.learn(association, { state: 'unknown', statusMessage: '' });
  try {
    const { state, statusMessage, requestId } = await run.ec2.associate(association);
    run.ledger.learn(association, { changed: true, requestId });
    run.log.line(
      `${run.elapsed()} EC2 accepted the call${requestId && ` (request id ${requestId})`}`,
    );
    tell(association, state, statusMessage, run);
    return undefined;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    run.ledger.learn(association, { requestId: error.answer.requestId ?? '' });
    return error;
  }
}

/**
 * Whether a call with a lost answer was carried out: true as soon as a read shows that the pair has
 * moved on, false when none of the reads does.
 */
async function readBack(association: Association, before: string, run: Run): Promise<boolean> {
  for (let read = 1; read <= readsBack; read += 1) {
    await run.clock.sleep(Math.min(pollDelay(read, run.random), run.deadline.remaining()));
    if (run.deadline.remaining() === 0) return false;
    const cidrs = await explaining(
      `read back whether EC2 associated ${associationText(association)} in ${run.region}`,
      describeCidrs(run.ec2, run.pace, run),
    );
    const { state, statusMessage } = findAssociation(cidrs, association);
    tell(association, state, statusMessage, run);
    if (state === before || state === 'absent') continue;
    if (/^(pending-association|associated|failed-association)$/.test(state)) {
      run.ledger.learn(association, { changed: true });
      return true;
    }
    const busy = state.endsWith('disassociation') || state === 'disassociated';
    throw new Failure(
      busy ? 'association-busy' : 'unknown-state',
      `After a lost answer ${associationText(association)} in ${run.region} is ${state}`,
    );
  }
  return false;
}

/** Waits for the next attempt; where none can help, the error becomes the Failure of the call. */
function restOrRefuse(
  association: Association,
  rest: Promise<void>,
  region: string,
): Promise<void> {
  return explaining(`associate ${associationText(association)} in ${region}`, rest, ({ kind }) =>
    kind === 'denied'
      ? { lines: ['Smallest policy for the role:', ...policyLines(applyPolicy(region))] }
      : {},
  );
}
