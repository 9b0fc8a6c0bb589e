import { Failure } from '../failure.ts';
import { type Limits, TimeUp, withinLimits } from '../time-limit.ts';
import { readSdkError, unanswered, unsent } from './answer.ts';

/** Sends one request of the SDK within its limits. Throws a Failure, else a CallError. */
export async function sendWithin<T>(
  limits: Limits,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await withinLimits(limits, send);
  } catch (error) {
    if (error instanceof TimeUp) {
      throw error.seconds === 0
        ? unsent('the deadline of the run has passed')
        : unanswered(error.message);
    }
    throw error instanceof Failure ? error : readSdkError(error);
  }
}
