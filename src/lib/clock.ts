import { setTimeout as pause } from 'node:timers/promises';

/** Time, in milliseconds. */
export interface Clock {
  /** Monotonic. */
  now(): number;
  /** Since 1970; may be wrong. */
  wallTime(): number;
  /** Lasts at least that long, measured by `now`. Rejects with the signal's reason on cancellation. */
  sleep(milliseconds: number): Promise<void>;
  /** Calls `onEnd` after that time, unless the returned function is called first. */
  startTimer(milliseconds: number, onEnd: () => void): () => void;
}

/** The clocks of the machine: the monotonic one, except for `wallTime`. */
export function systemClock(cancelled: AbortSignal): Clock {
  // Not performance.now(), for which Node loads nine modules of its own.
  const now = () => Number(process.hrtime.bigint()) / 1e6;
  return {
    now,
    wallTime: () => Date.now(),
    sleep: async (milliseconds) => {
      cancelled.throwIfAborted();
      const end = now() + milliseconds;
      try {
        // A timer can end up to a millisecond early.
        for (let left = milliseconds; left > 0; left = end - now()) {
          await pause(Math.ceil(left), undefined, { signal: cancelled });
        }
      } catch (error) {
        cancelled.throwIfAborted();
        throw error;
      }
    },
    startTimer,
  };
}

/** A timer of the machine, as in `Clock`. */
export function startTimer(milliseconds: number, onEnd: () => void): () => void {
  // A request that hangs must not hide that Node has nothing left to do.
  const timer = setTimeout(onEnd, milliseconds).unref();
  return () => clearTimeout(timer);
}

/** A clock whose sleeps also reject with the signal's reason as soon as it aborts. */
export function clockUntil(signal: AbortSignal, clock: Clock): Clock {
  return { ...clock, sleep: (milliseconds) => untilAborted(signal, clock.sleep(milliseconds)) };
}

/**
 * The result of some work, or a rejection with the signal's reason as soon as it aborts. Work that
 * ignores the signal is abandoned, and its result dropped.
 */
export async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
