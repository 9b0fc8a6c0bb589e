import type { Clock } from '../../src/lib/clock.ts';

/** A clock that jumps to the earliest end of a sleep as soon as nothing else is left to do. */
export function virtualClock(): Clock {
  let now = 0;
  const sleepers: { readonly end: number; readonly wake: () => void }[] = [];
  const wakeEarliest = () => {
    const [earliest] = sleepers.sort((a, b) => a.end - b.end).splice(0, 1);
    now = Math.max(now, earliest?.end ?? now);
    earliest?.wake();
  };
  return {
    now: () => now,
    wallTime: () => Date.now() + now,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ end: now + milliseconds, wake });
        setImmediate(wakeEarliest);
      }),
    // Real servers may answer meanwhile, and those take real time.
    timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  };
}
