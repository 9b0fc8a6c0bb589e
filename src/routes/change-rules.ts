import { type Decision, decide } from '../apply/associate-rules.ts';
import type { CallResult } from '../aws/errors/call-error.ts';
import type { ObservedOrigin } from '../plan/observed-origin.ts';
import { rejectionOf, statesTo, type WantedRoute } from './route-wait-rules.ts';

/** A change as it was planned, or as it would be now. */
interface DecidedRoute extends WantedRoute {
  readonly originBefore: Pick<ObservedOrigin, 'origin'>;
}

/**
 * What the read just before a call means: `send` the call; `keep` what is as wanted already; `wait` for
 * what is under way; or the route is not what was planned and approved, and nothing is sent.
 */
export type NextStep = 'send' | 'keep' | 'wait' | 'changed';

/**
 * Decides by the change as it would be planned now. A withdrawal depends on no origin, and another's
 * withdrawal is as good. `isUncertain`: AWS may have carried out a call of this run.
 */
export function decideNext(
  planned: DecidedRoute,
  now: DecidedRoute,
  isUncertain: boolean,
): NextStep {
  const { step } = planned;
  if (isUncertain && classifyRead(planned, now.before) === 'carried out') return 'wait';
  if (now.step === 'keep') return 'keep';
  if (step === 'withdraw' && now.step === 'wait') return 'wait';
  const { origin } = now.originBefore;
  // After a swap to AWS no association shows the origin.
  const isFromOrigin =
    step === 'withdraw' ||
    origin === planned.originBefore.origin ||
    (isUncertain && origin === 'unknown');
  return now.step === step && isFromOrigin ? 'send' : 'changed';
}

/** What to do about a call that failed, beside the rest: `repeat` what AWS may have carried out, or nothing more. */
export type CallDecision = Decision | 'repeat' | 'unknown';

/** No listing shows a swap for certain, and AWS allows one to an own ASN only once an hour. */
export function decideCall(
  { step, route }: Pick<WantedRoute, 'step' | 'route'>,
  result: Pick<CallResult, 'kind'>,
  isUncertain: boolean,
): CallDecision {
  const decision = decide(result, isUncertain);
  if (decision !== 'read back') return decision;
  if (step !== 'swap') return 'read back';
  return route.origin === 'AWS' && !isUncertain ? 'repeat' : 'unknown';
}

/** What a read says of a call: carried out, not carried out, or something else has happened. */
export type RouteReadBack = 'carried out' | 'unchanged' | 'elsewhere' | 'unknown';

/** What a state says of a call that was sent in the state before. */
export function classifyRead({ route, before }: WantedRoute, state: string): RouteReadBack {
  if (state === before) return 'unchanged';
  const { pending, end } = statesTo(route.origin);
  if (state === pending || state === end) return 'carried out';
  return rejectionOf(route.origin, state) ? 'elsewhere' : 'unknown';
}
