import type { RouteStep, Step } from '../domain/step.ts';
import type { FailureReason } from '../reasons.ts';

/** A step and its reason, as a clause; only `refuse` has a `refusal`. */
export interface Verdict<S extends Step | RouteStep = Step> {
  readonly step: S;
  readonly why: string;
  readonly refusal?: FailureReason;
}

/** A verdict that blocks the run. */
export interface Refused extends Verdict<'refuse'> {
  readonly refusal: FailureReason;
}

/** Refuses an entry; `why` is a clause. */
export function refuse(refusal: FailureReason, why: string): Refused {
  return { step: 'refuse', why, refusal };
}
