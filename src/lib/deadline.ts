import type { Clock } from './clock.ts';

/** The one deadline of a run. */
export interface Deadline {
  readonly seconds: number;
  /** Milliseconds that are left, 0 when it has passed. */
  remaining(): number;
}

/** A deadline that starts now. */
export function startDeadline(clock: Clock, seconds: number): Deadline {
  const end = clock.now() + seconds * 1000;
  return { seconds, remaining: () => Math.max(0, end - clock.now()) };
}
