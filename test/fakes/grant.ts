import type { Policy } from '../../src/aws/policies.ts';
import type { RegionalAction } from './credentials.ts';

/** What a policy allows, condition included; anything else in it is an error. */
export function grantOf(policy: object): readonly RegionalAction[] {
  const { Statement: statements } = policy as Policy;
  return statements.flatMap(({ Effect, Action, Resource, Condition }) => {
    const { 'ec2:Region': region, ...others } = Condition.StringEquals;
    if (Effect !== 'Allow' || Resource !== '*' || Object.keys(others).length > 0) {
      throw new Error(`not a policy that these tests can check: ${JSON.stringify(policy)}`);
    }
    return Action.map((action) => ({ action, regions: [region].flat() }));
  });
}
