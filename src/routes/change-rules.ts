import { type Decision, decide } from '../apply/call-rules.ts';
import type { CallResult } from '../aws/errors/call-error.ts';
import type { ObservedOrigin } from '../plan/observed-origin.ts';
import { classifyRead, type WantedRoute } from './route-wait-rules.ts';

/** A change as it was planned, or as it would be planned now. */
interface DecidedRoute extends WantedRoute {
  readonly originBefore: Pick<ObservedOrigin, 'origin'>;
}

/**
 * What to do right before a call: `send` it; `keep` a route that has the desired origin; `wait` for a
 * change that is under way; or stop, because the route has `changed` since the plan.
 */
export type NextStep = 'send' | 'keep' | 'wait' | 'changed';

/**
 * Decides by the change as it would be planned now. A withdrawal does not depend on the origin, and
 * someone else's withdrawal is as good. `isUncertain`: AWS may have carried out a call of this run.
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

/** No listing proves a swap, and AWS allows one to your own ASN only once an hour. */
export function decideCall(
  { step, route }: Pick<WantedRoute, 'step' | 'route'>,
  result: Pick<CallResult, 'kind'>,
  isUncertain: boolean,
): Decision {
  const decision = decide(result, isUncertain);
  if (decision !== 'read back' || step !== 'swap') return decision;
  return route.origin === 'AWS' && !isUncertain ? 'repeat' : 'unknown';
}
