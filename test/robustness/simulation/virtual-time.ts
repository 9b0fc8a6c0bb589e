import { clearChain } from './chain.ts';
import { type SimulatedClock, simulatedClock } from './clock.ts';
import { setDateBy } from './date.ts';
import { type Random, seededRandom } from './random.ts';

/** What a simulation of a seed happens in. */
export interface VirtualTime {
  readonly random: Random;
  readonly clock: SimulatedClock;
  /** Puts the wall clock of the run so far ahead. */
  setClockOff(milliseconds: number): void;
}

/** Simulates a seed in virtual time, without credentials from outside. */
export async function inVirtualTime<T>(
  seed: number,
  simulate: (time: VirtualTime) => Promise<T>,
): Promise<T> {
  const random = seededRandom(seed);
  const clock = simulatedClock();
  let clockOffMs = 0;
  const restoreChain = clearChain();
  const restoreDate = setDateBy(() => clock.now() + clockOffMs);
  // The SDK makes errors by the dozen to look for settings; their stacks would cost much time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return await simulate({
      random,
      clock,
      setClockOff: (milliseconds) => {
        clockOffMs = milliseconds;
      },
    });
  } finally {
    restoreDate();
    restoreChain();
    Error.stackTraceLimit = stackTraceLimit;
  }
}
