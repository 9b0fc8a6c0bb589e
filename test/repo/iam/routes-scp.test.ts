import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateParameters } from './cloudformation.ts';

const path = join(import.meta.dirname, '..', '..', '..', 'iam', 'routes-scp.json');

interface ControlPolicy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: readonly string[];
    readonly Resource: string;
    readonly Condition: {
      readonly ArnNotLike: { readonly 'aws:PrincipalArn': readonly string[] };
    };
  }[];
}

const policy: ControlPolicy = JSON.parse(readFileSync(path, 'utf8'));

/** Whether the policy denies an action to a principal. */
function denies(action: string, principal: string): boolean {
  return policy.Statement.some(
    ({ Action, Condition }) =>
      Action.includes(action) &&
      !Condition.ArnNotLike['aws:PrincipalArn'].some((pattern) => like(pattern, principal)),
  );
}

/** IAM's ArnLike: `*` is any text within one of the parts that colons divide. */
function like(pattern: string, arn: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '[^:]*')}$`).test(arn);
}

const named = (parameter: string) => `role/${templateParameters()[parameter]?.Default}`;

describe('the service control policy for routes', () => {
  test('only denies, and each call once, in every Region', () => {
    const statements = policy.Statement.map(({ Effect, Action, Resource, Condition }) => ({
      Effect,
      Action,
      Resource,
      operators: Object.entries(Condition).map(([name, keys]) => [name, ...Object.keys(keys)]),
    }));
    const operators = [['ArnNotLike', 'aws:PrincipalArn']];
    expect(policy.Version).toBe('2012-10-17');
    expect(statements).toEqual([
      { Effect: 'Deny', Action: ['ec2:AdvertiseByoipCidr'], Resource: '*', operators },
      { Effect: 'Deny', Action: ['ec2:WithdrawByoipCidr'], Resource: '*', operators },
    ]);
  });

  test.each([
    { principal: named('RouteRoleName'), advertise: true, withdraw: true },
    { principal: named('WithdrawRoleName'), advertise: false, withdraw: true },
    { principal: 'role/break-glass', advertise: true, withdraw: true },
    { principal: named('RoutePlanRoleName'), advertise: false, withdraw: false },
    { principal: named('PlanRoleName'), advertise: false, withdraw: false },
    { principal: named('ApplyRoleName'), advertise: false, withdraw: false },
    { principal: 'role/Admin', advertise: false, withdraw: false },
    { principal: 'role/team/byoasn-route', advertise: false, withdraw: false },
    { principal: 'role/byoasn-route-2', advertise: false, withdraw: false },
    { principal: 'user/byoasn-route', advertise: false, withdraw: false },
    { principal: 'root', advertise: false, withdraw: false },
  ])('lets $principal advertise: $advertise, withdraw: $withdraw', (row) => {
    const arn = `arn:aws:iam::111122223333:${row.principal}`;
    expect(denies('ec2:AdvertiseByoipCidr', arn)).toBe(!row.advertise);
    expect(denies('ec2:WithdrawByoipCidr', arn)).toBe(!row.withdraw);
    expect(denies('ec2:AssociateIpamByoasn', arn)).toBe(false);
  });
});
