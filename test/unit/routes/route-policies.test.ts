import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/aws/policies.ts';
import {
  routePlanPolicy,
  routePolicy,
  withdrawPolicy,
} from '../../../src/routes/route-policies.ts';

const cidrs = 'ec2:DescribeByoipCidrs';
const inIpam = [
  'ec2:DescribeIpamByoasn',
  'ec2:DescribeIpamResourceDiscoveries',
  'ec2:GetIpamDiscoveredRoutes',
];
const changes = ['ec2:AdvertiseByoipCidr', 'ec2:WithdrawByoipCidr'];

/** Each statement as its name, Region and actions. */
function allowedBy({ Statement }: Policy): readonly (readonly string[])[] {
  return Statement.map(({ Sid, Action, Condition }) => [
    Sid,
    Condition.StringEquals['ec2:Region'],
    ...Action,
  ]);
}

describe('the policy of a role', () => {
  test('that plans routes allows only to read, ASNs and origins in the Region of the IPAM', () => {
    expect(allowedBy(routePlanPolicy('us-west-2'))).toEqual([
      ['Read', 'us-west-2', cidrs, ...inIpam],
    ]);
    expect(allowedBy(routePlanPolicy('us-west-2', 'us-east-1'))).toEqual([
      ['Read', 'us-west-2', cidrs],
      ['ReadIpam', 'us-east-1', ...inIpam],
    ]);
  });

  test('that changes routes also allows to advertise and to withdraw, in the Region of the CIDRs', () => {
    expect(allowedBy(routePolicy('us-west-2', 'us-east-1'))).toEqual([
      ...allowedBy(routePlanPolicy('us-west-2', 'us-east-1')),
      ['ChangeRoutes', 'us-west-2', ...changes],
    ]);
  });

  test('that withdraws allows only to list CIDRs and to withdraw', () => {
    expect(allowedBy(withdrawPolicy('us-west-2'))).toEqual([
      ['Withdraw', 'us-west-2', cidrs, 'ec2:WithdrawByoipCidr'],
    ]);
  });
});
