import { type Clock, startTimer } from '../../src/lib/clock.ts';

/** A clock that jumps to the earliest end of a sleep as soon as nothing else is left to do. */
export function virtualClock(): Clock {
  let now = 0;
  const pending: { readonly end: number; readonly resume: () => void }[] = [];
  const resumeEarliest = () => {
    const [earliest] = pending.sort((a, b) => a.end - b.end).splice(0, 1);
    now = Math.max(now, earliest?.end ?? now);
    earliest?.resume();
  };
  return {
    now: () => now,
    wallTime: () => Date.now() + now,
    sleep: (milliseconds) =>
      new Promise((resume) => {
        pending.push({ end: now + milliseconds, resume });
        setImmediate(resumeEarliest);
      }),
    // Servers on loopback may respond first, which takes real time.
    startTimer,
  };
}
