import {
  originActions,
  type Policy,
  policyIfDenied,
  policyOf,
  readStatements,
  statement,
} from '../aws/policies.ts';
import type { RouteChange } from '../plan/plan.ts';
import type { RouteContext } from './route-context.ts';

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

/** The smallest policy for a step. */
export function smallestPolicy(
  { step, target }: Pick<RouteChange, 'step' | 'target'>,
  { connected }: RouteContext,
): Policy {
  if (step === 'withdraw') return withdrawPolicy(target.region);
  return routePolicy(target.region, connected.observed.ipamRegion);
}

/** The smallest policy for a step, if the role is denied a call. */
export function routePolicyIfDenied(change: RouteChange, context: RouteContext) {
  return policyIfDenied(smallestPolicy(change, context));
}
