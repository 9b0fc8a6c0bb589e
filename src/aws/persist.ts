import type { Clock } from '../clock.ts';
import type { Deadline } from '../deadline.ts';
import { CallError } from './answer.ts';
import { answerText } from './explain.ts';

/** What repeating a call needs. */
export interface Persistence {
  readonly log: { line(text: string): void };
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly random: () => number;
}

const attemptsAtFaults = 4;

/**
 * Makes a call that reads, again where that can help: throttled, until the deadline; not sent or
 * with an ambiguous answer, four times in all. Throws the last CallError.
 */
export async function persist<T>(call: () => Promise<T>, world: Persistence): Promise<T> {
  let faults = 0;
  for (let throttles = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const { kind } = error.answer;
      if (kind === 'throttled') throttles += 1;
      else if (kind === 'unsent' || kind === 'ambiguous') faults += 1;
      else throw error;
      const pause =
        kind === 'throttled'
          ? throttleDelay(throttles, world.random)
          : faultDelay(faults, world.random);
      if (faults >= attemptsAtFaults || pause >= world.deadline.remaining()) throw error;
      world.log.line(`${answerText(error.answer)}; again in ${(pause / 1000).toFixed(1)} s`);
      await world.clock.sleep(pause);
    }
  }
}

/** Milliseconds after the nth throttle: 2 s (the time EC2 takes for one more DescribeByoipCidrs) to 15 s. */
export function throttleDelay(nth: number, random: () => number): number {
  return jitter(Math.min(15_000, 2_000 * 1.5 ** nth), random);
}

/** Milliseconds after the nth fault: half a second, doubling. */
export function faultDelay(nth: number, random: () => number): number {
  return jitter(500 * 2 ** (nth - 1), random);
}

/** A delay between three and five quarters of the one given, so that jobs do not move in step. */
export function jitter(milliseconds: number, random: () => number): number {
  return milliseconds * (0.75 + 0.5 * random());
}
