import type { Clock } from '../lib/clock.ts';
import type { Deadline } from '../lib/deadline.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import { CallError, hasExpired, isClockRefusal, isRetryable } from './errors/call-error.ts';
import { tooLateCode } from './errors/error-codes.ts';
import { describeResult } from './errors/to-failure.ts';

/** What repeating a call needs. */
export interface RetryContext {
  readonly log: { line(text: string): void };
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly random: () => number;
  /** Gets other credentials in place of those that have expired; false where there are none. */
  readonly renew?: (() => Promise<boolean>) | undefined;
}

/** Decides, one error after the other, whether and when a call is made again. */
export interface Backoff {
  /**
   * Sleeps until the next attempt, for which it renews what has expired; throws the error when none
   * can help, and the Failure of a renewal.
   */
  wait(error: CallError): Promise<void>;
}

const attemptsAtFaults = 4;

/**
 * Makes a call that reads, again where that can help: throttled, until the deadline; not sent or
 * with an ambiguous answer, four times in all; once after the clock was corrected, and once with new
 * credentials. Throws the last CallError, but for one that only says that a repetition came too late.
 */
export async function retry<T>(call: () => Promise<T>, world: RetryContext): Promise<T> {
  const patience = startBackoff(attemptsAtFaults, world);
  for (let last: CallError | undefined; ; ) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (last && error.result.code === tooLateCode) throw last;
      last = error;
      await patience.wait(error);
    }
  }
}

/** Patience with throttling until the deadline, and with faults for so many attempts. */
export function startBackoff(attempts: number, world: RetryContext): Backoff {
  let faults = 0;
  let throttles = 0;
  let clockWasOff = false;
  let hasRenewed = false;
  const canMend = async (error: CallError) => {
    if (isClockRefusal(error) && !clockWasOff) {
      clockWasOff = true;
      return true;
    }
    if (!hasExpired(error) || hasRenewed || world.renew === undefined) return false;
    hasRenewed = true;
    return world.renew();
  };
  const delay = (throttled: boolean) => {
    if (throttled) throttles += 1;
    else faults += 1;
    return throttled ? throttleDelay(throttles, world.random) : errorDelay(faults, world.random);
  };
  return {
    wait: async (error) => {
      // What was mended is no fault of the way, and nothing is to be waited for.
      const mended = !isRetryable(error) && (await canMend(error));
      if (!isRetryable(error) && !mended) throw error;
      const pause = mended ? 0 : delay(error.result.kind === 'throttled');
      if (faults >= attempts || pause + leastAnswerMs >= world.deadline.remaining()) throw error;
      const when = mended ? 'at once' : `in ${(pause / 1000).toFixed(1)} s`;
      world.log.line(`${describeResult(error.result)}; again ${when}`);
      await world.clock.sleep(pause);
    },
  };
}

/** Milliseconds after the nth throttle: some three seconds, growing to fifteen at most. */
export function throttleDelay(nth: number, random: () => number): number {
  return jitter(Math.min(12_000, 2_000 * 1.5 ** nth), random);
}

/** Milliseconds after the nth fault: half a second, doubling. */
export function errorDelay(nth: number, random: () => number): number {
  return jitter(500 * 2 ** (nth - 1), random);
}

/** A delay between three and five quarters of the one given, so that jobs do not move in step. */
export function jitter(milliseconds: number, random: () => number): number {
  return milliseconds * (0.75 + 0.5 * random());
}
