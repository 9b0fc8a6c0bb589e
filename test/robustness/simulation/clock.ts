import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../../src/lib/clock.ts';

/** Time that passes only when everything else waits for it. */
export interface SimulatedClock {
  now(): number;
  /** Calls a function after this many milliseconds. */
  after(milliseconds: number, action: () => void): void;
  /** The clock of a run that a signal may cancel. */
  forRun(cancelled: AbortSignal): Clock;
  /** Lets time pass until the work is done; throws when nothing is left that could bring it on. */
  runUntilDone<T>(work: Promise<T>): Promise<T>;
}

interface Event {
  readonly at: number;
  readonly action: () => void;
}

/** Hundredths of a second of real time in which a module may still be loading at first use. */
const loadingAtMost = 300;

/** A clock at 0. What is due at one moment happens in the order in which it was asked for. */
export function simulatedClock(): SimulatedClock {
  let now = 0;
  const events: Event[] = [];
  const after: SimulatedClock['after'] = (milliseconds, action) => {
    const at = now + Math.max(0, milliseconds);
    const later = events.findLastIndex((event) => event.at <= at);
    events.splice(later + 1, 0, { at, action });
  };
  return {
    now: () => now,
    after,
    forRun: (cancelled) => ({
      now: () => now,
      // The date of the run, whose clock may be off.
      wallTime: () => Date.now(),
      sleep: (milliseconds) =>
        new Promise((wake, reject) => {
          const stop = () => reject(cancelled.reason);
          if (cancelled.aborted) return stop();
          cancelled.addEventListener('abort', stop, { once: true });
          after(milliseconds, () => {
            cancelled.removeEventListener('abort', stop);
            wake();
          });
        }),
      startTimer: (milliseconds, onEnd) => {
        let isStopped = false;
        after(milliseconds, () => {
          if (!isStopped) onEnd();
        });
        return () => {
          isStopped = true;
        };
      },
    }),
    async runUntilDone(work) {
      let done = false;
      const end = () => {
        done = true;
      };
      work.then(end, end);
      for (;;) {
        await otherWork();
        for (let wait = 0; wait < loadingAtMost && !done && events.length === 0; wait += 1) {
          await setTimeout(10);
        }
        if (done) return work;
        const event = events.shift();
        if (!event) throw new Error(`nothing is left to happen after ${now} ms`);
        now = event.at;
        event.action();
      }
    },
  };
}

/** Promises and the ticks of Node are all done before an immediate is. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
