import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Policy } from '../../../src/aws/policies.ts';
import {
  routePlanPolicy,
  routePolicy,
  withdrawPolicy,
} from '../../../src/routes/route-policies.ts';
import { routes } from '../../../src/routes/routes.ts';

const { inputs: defaults }: { inputs: Readonly<Record<string, { readonly default?: string }>> } =
  parse(readFileSync(new URL('../../../route/action.yml', import.meta.url), 'utf8'));

const cidrs = 'ec2:DescribeByoipCidrs';
const inIpam = ['ec2:DescribeIpamResourceDiscoveries', 'ec2:GetIpamDiscoveredRoutes'];
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
  test('that plans routes allows only reads, of origins in the Region of the IPAM', () => {
    expect(allowedBy(routePlanPolicy('us-west-2'))).toEqual([
      ['Read', 'us-west-2', cidrs, ...inIpam],
    ]);
    expect(allowedBy(routePlanPolicy('us-west-2', 'us-east-1'))).toEqual([
      ['Read', 'us-west-2', cidrs],
      ['ReadIpam', 'us-east-1', ...inIpam],
    ]);
  });

  test('that changes routes also allows advertising and withdrawing, in the Region of the CIDRs', () => {
    expect(allowedBy(routePolicy('us-west-2', 'us-east-1'))).toEqual([
      ...allowedBy(routePlanPolicy('us-west-2', 'us-east-1')),
      ['ChangeRoutes', 'us-west-2', ...changes],
    ]);
  });

  test('that withdraws allows only listing CIDRs and withdrawing', () => {
    expect(allowedBy(withdrawPolicy('us-west-2'))).toEqual([
      ['Withdraw', 'us-west-2', cidrs, 'ec2:WithdrawByoipCidr'],
    ]);
  });
});

describe('a run for the route of its inputs may', () => {
  const texts = { cidr: '198.51.100.0/24', 'aws-region': 'us-west-2', 'allow-special-use': 'true' };
  const actionsOf = (given: Readonly<Record<string, string>>) => {
    const all: Readonly<Record<string, string>> = { ...texts, ...given };
    const inputs = routes.readInputs((name) => all[name] ?? defaults[name]?.default ?? '', {});
    return routes
      .policyOf(inputs, 'us-west-2', undefined)
      .Statement.flatMap(({ Action }) => Action);
  };

  test.each([
    [
      'read',
      { origin: 'none', 'dry-run': 'true', 'permission-check': 'false' },
      [cidrs, ...inIpam],
    ],
    [
      'read and ask for permissions in a dry run, of a withdrawal too',
      { origin: 'none', 'dry-run': 'true' },
      [cidrs, ...inIpam, ...changes],
    ],
    [
      'only list and withdraw in a withdrawal',
      { origin: 'none', 'expected-plan': 'any' },
      [cidrs, 'ec2:WithdrawByoipCidr'],
    ],
    [
      'read and change for an advertisement',
      { origin: 'AWS', 'expected-plan': 'any' },
      [cidrs, ...inIpam, ...changes],
    ],
  ])('%s', (_, given, actions) => {
    expect(actionsOf(given)).toEqual(actions);
  });
});
