import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';

/** What every request to AWS and GitHub needs. */
export interface CallContext {
  readonly log: { line(text: string): void };
  readonly clock: Clock;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
  readonly deadline: Deadline;
  /** Aborts with a Failure as its reason. */
  readonly cancelled: AbortSignal;
}
