import type { CallContext } from './call-context.ts';
import { minResponseMs } from './timeout.ts';

/**
 * The milliseconds before the next attempt after an error; undefined to give up. Counts the attempts
 * itself, and may throw another error instead.
 */
export type Backoff = (error: unknown) => number | undefined | Promise<number | undefined>;

/** Repeats an attempt while the backoff and the deadline allow it. Throws the last error. */
export async function retry<T>(
  attempt: () => Promise<T>,
  backoff: Backoff,
  context: CallContext,
): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      await waitToRetry(error, backoff, context);
    }
  }
}

/** Sleeps before the next attempt, or throws the error if there is none. */
export async function waitToRetry(
  error: unknown,
  backoff: Backoff,
  { log, clock, deadline }: CallContext,
): Promise<void> {
  const delayMs = await backoff(error);
  if (delayMs === undefined || delayMs + minResponseMs >= deadline.remaining()) throw error;
  const text = error instanceof Error ? error.message : String(error);
  log.line(`${text}; retrying ${delayMs === 0 ? 'now' : `in ${(delayMs / 1000).toFixed(1)} s`}`);
  await clock.sleep(delayMs);
}

/** Milliseconds after the nth error: half a second, doubling. */
export function errorDelay(nth: number, random: () => number): number {
  return jitter(500 * 2 ** (nth - 1), random);
}

/** A delay between 75 % and 125 % of the given one, so that jobs do not retry in step. */
export function jitter(milliseconds: number, random: () => number): number {
  return milliseconds * (0.75 + 0.5 * random());
}
