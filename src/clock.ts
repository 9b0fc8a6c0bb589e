import { setTimeout } from 'node:timers/promises';

/** Time, in milliseconds. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason as soon as the run is cancelled. */
  sleep(milliseconds: number): Promise<void>;
  /** A signal that aborts after so long. */
  timeout(milliseconds: number): AbortSignal;
}

/** The machine's monotonic clock. */
export function systemClock(cancelled: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    sleep: async (milliseconds) => {
      try {
        await setTimeout(milliseconds, undefined, { signal: cancelled });
      } catch (error) {
        cancelled.throwIfAborted();
        throw error;
      }
    },
    timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  };
}
