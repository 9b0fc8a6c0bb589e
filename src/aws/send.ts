import { Failure } from '../failure.ts';
import { type RequestLimits, TimeoutError, withTimeout } from '../lib/timeout.ts';
import { timeoutError, tooLateError } from './errors/call-error.ts';
import { toCallError } from './errors/sdk-error.ts';

type Send<T> = (signal: AbortSignal) => Promise<T>;

/** Sends one request of the SDK within its limits. Throws a Failure, else a CallError. */
export async function sendWithin<T>(limits: RequestLimits, send: Send<T>): Promise<T> {
  try {
    return await callWithin(limits, send);
  } catch (error) {
    throw error instanceof Failure ? error : toCallError(error);
  }
}

/** Makes a call within limits. Throws a CallError when its time is up, else what the call throws. */
export async function callWithin<T>(limits: RequestLimits, call: Send<T>): Promise<T> {
  try {
    return await withTimeout(limits, call);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    throw error.seconds === 0 ? tooLateError() : timeoutError(error.message);
  }
}
