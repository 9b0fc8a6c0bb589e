import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyPolicy, planPolicy } from '../../../src/aws/policies.ts';
import {
  routePlanPolicy,
  routePolicy,
  withdrawPolicy,
} from '../../../src/routes/route-policies.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The EC2 actions in a text, each once. */
function actionsIn(text: string): readonly string[] {
  return [...new Set(text.match(/\bec2:\w+(?<!Region)\b/g))].toSorted();
}

test.each(['iam/cloudformation/byoasn-roles.yml', 'iam/terraform/modules/documents/main.tf'])(
  '%s allows the actions of the smallest policies, and no others',
  (path) => {
    const policies = [
      ...[planPolicy, applyPolicy, routePlanPolicy, routePolicy].flatMap((policy) => [
        policy('us-west-2'),
        policy('us-west-2', 'us-east-1'),
      ]),
      applyPolicy('us-west-2', 'us-west-2', { removes: true }),
      withdrawPolicy('us-west-2'),
    ];
    const actions = actionsIn(JSON.stringify(policies));
    expect(actions).toHaveLength(8);
    expect(actionsIn(readFileSync(join(root, path), 'utf8'))).toEqual(actions);
  },
);
