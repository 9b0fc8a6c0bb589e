import {
  originActions,
  type Policy,
  policyOf,
  readStatements,
  statement,
} from '../aws/policies.ts';

/** The smallest policy of a role that plans routes; `ipamRegion` is where it reads origins. */
export function routePlanPolicy(region: string, ipamRegion = region): Policy {
  return policyOf(...readStatements(region, ipamRegion, originActions));
}

/** The smallest policy of a role that changes routes. */
export function routePolicy(region: string, ipamRegion = region): Policy {
  const changes = ['ec2:AdvertiseByoipCidr', 'ec2:WithdrawByoipCidr'];
  return policyOf(
    ...readStatements(region, ipamRegion, originActions),
    statement('ChangeRoutes', region, ...changes),
  );
}

/** The smallest policy of a role that only withdraws. */
export function withdrawPolicy(region: string): Policy {
  return policyOf(statement('Withdraw', region, 'ec2:DescribeByoipCidrs', 'ec2:WithdrawByoipCidr'));
}
