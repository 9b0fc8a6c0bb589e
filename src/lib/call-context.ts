import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';

/** What every request to AWS and GitHub needs. */
export interface CallContext {
  readonly log: { line(text: string): void };
  readonly clock: Clock;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
  readonly deadline: Deadline;
  /** The longest time of a request; 15 s if left out. */
  readonly requestSeconds?: number;
  /** Aborts with a Failure as its reason. */
  readonly cancelled: AbortSignal;
}
