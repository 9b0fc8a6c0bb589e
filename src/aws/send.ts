import { Failure } from '../failure.ts';
import { type Limits, TimeUp, withinLimits } from '../lib/timeout.ts';
import { tooLate, unanswered } from './errors/call-error.ts';
import { readSdkError } from './errors/sdk-error.ts';

type Send<T> = (signal: AbortSignal) => Promise<T>;

/** Sends one request of the SDK within its limits. Throws a Failure, else a CallError. */
export async function sendWithin<T>(limits: Limits, send: Send<T>): Promise<T> {
  try {
    return await callWithin(limits, send);
  } catch (error) {
    throw error instanceof Failure ? error : readSdkError(error);
  }
}

/** Makes a call within limits. Throws a CallError when its time is up, else what the call throws. */
export async function callWithin<T>(limits: Limits, call: Send<T>): Promise<T> {
  try {
    return await withinLimits(limits, call);
  } catch (error) {
    if (!(error instanceof TimeUp)) throw error;
    throw error.seconds === 0 ? tooLate() : unanswered(error.message);
  }
}
