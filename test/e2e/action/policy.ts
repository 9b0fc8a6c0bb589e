import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../../src/aws/policies.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'iam.md'), 'utf8');

/** The policy that docs/iam.md gives for a role in us-west-2; that of the plan role is a part of it. */
export function policyInDocs(name: 'plan-policy' | 'apply-policy'): Policy {
  const [, json = ''] =
    /`byoasn-plan` only the statement `Read`:\s+<!-- .* -->\s+```json\n([^`]+)```/.exec(page) ?? [];
  const policy: Policy = JSON.parse(json);
  if (name === 'apply-policy') return policy;
  return { ...policy, Statement: policy.Statement.filter(({ Sid }) => Sid === 'Read') };
}

/** The policies that a log gives to paste, in the order in which it gives them. */
export function loggedPolicies(log: string): readonly Policy[] {
  const pasted = /^( *)Smallest policy for the role, for this Region:\n(\1\{\n[\s\S]*?\n\1\})$/gm;
  return [...log.matchAll(pasted)].map(([, , json = '']) => JSON.parse(json));
}

/** The same policy for other Regions, as one edits it by hand. */
export function policyFor(policy: Policy, regions: readonly string[]): object {
  const text = JSON.stringify(policy);
  return JSON.parse(text, (key, value) => (key === 'ec2:Region' ? regions : value));
}
