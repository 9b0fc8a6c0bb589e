import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';

/** The context of every request: to AWS, GitHub, RPKI sources and route collectors. */
export interface CallContext {
  readonly log: { line(text: string): void };
  readonly clock: Clock;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
  readonly deadline: Deadline;
  /** The timeout of a request; 15 s by default. */
  readonly requestSeconds?: number;
  /** Aborts with a Failure as its reason. */
  readonly cancelled: AbortSignal;
}
