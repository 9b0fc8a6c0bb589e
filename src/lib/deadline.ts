import type { Clock } from './clock.ts';

/** The deadline of a run, or of a part of it. */
export interface Deadline {
  readonly seconds: number;
  /** The milliseconds left; 0 once it has passed. */
  remaining(): number;
}

/** A deadline that starts now. */
export function startDeadline(clock: Clock, seconds: number): Deadline {
  const end = clock.now() + seconds * 1000;
  return { seconds, remaining: () => Math.max(0, end - clock.now()) };
}
