import type { CallResult } from '../aws/errors/call-error.ts';
import {
  originActions,
  type Policy,
  policyOf,
  policyToPaste,
  readStatements,
  statement,
} from '../aws/policies.ts';
import type { FailureDetails } from '../failure.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import type { RouteChange } from '../plan/plan.ts';

/** The smallest policy for a role that plans routes; it reads origins in `ipamRegion`. */
export function routePlanPolicy(region: string, ipamRegion = region): Policy {
  return policyOf(...readStatements(region, ipamRegion, originActions));
}

/** The smallest policy for a role that changes routes. */
export function routePolicy(region: string, ipamRegion = region): Policy {
  const changes = ['ec2:AdvertiseByoipCidr', 'ec2:WithdrawByoipCidr'];
  return policyOf(
    ...readStatements(region, ipamRegion, originActions),
    statement('ChangeRoutes', region, ...changes),
  );
}

/** The smallest policy for a role that only withdraws. */
export function withdrawPolicy(region: string): Policy {
  return policyOf(statement('Withdraw', region, 'ec2:DescribeByoipCidrs', 'ec2:WithdrawByoipCidr'));
}

/** A step in a target; the context has `connected`. */
type ChangeIn = Pick<RouteChange, 'step' | 'target'>;
interface Connected {
  readonly connected: Pick<ConnectedTarget, 'observed'>;
}

/** The smallest policy for a step. */
export function smallestPolicy({ step, target }: ChangeIn, { connected }: Connected): Policy {
  if (step === 'withdraw') return withdrawPolicy(target.region);
  return routePolicy(target.region, connected.observed.ipamRegion);
}

/** The smallest policy for a step if its role is denied a call; no details for any other error. */
export function routePolicyIfDenied(
  { kind }: Pick<CallResult, 'kind'>,
  change: ChangeIn,
  context: Connected,
): FailureDetails {
  return kind === 'denied' ? { lines: policyToPaste(smallestPolicy(change, context)) } : {};
}
