import { describe, expect, test } from 'vitest';
import { dr, main } from '../action/fleet.ts';
import { pullRequest, pushToMain } from './event.ts';
import { repositoryOf } from './examples.ts';
import { executeWorkflow } from './execute.ts';
import { applySubjects, planSubjects, startExampleFakes } from './start-fakes.ts';

const hubAccount = '777788889999';
const subjectsOf = { plan: planSubjects, apply: applySubjects } as const;
const hub = (name: string) => `arn:aws:iam::${hubAccount}:role/hub-${name}`;
const member = (account: string, name: string) => `arn:aws:iam::${account}:role/byoasn-${name}`;

/** Only the hub trusts GitHub; each role of a member trusts one role of the hub. */
async function startHub() {
  const fakes = await startExampleFakes();
  const { sts, issuer } = fakes;
  sts.setProvider({ account: hubAccount, issuer: issuer.url, clientIds: ['sts.amazonaws.com'] });
  for (const name of ['plan', 'apply'] as const) {
    const members = [main.account, dr.account].map((account) => member(account, name));
    sts.setRole({
      ...{ arn: hub(name), subjects: subjectsOf[name], maxSessionSeconds: 3600 },
      actions: [{ action: 'sts:AssumeRole', resources: members }],
    });
    for (const arn of members) {
      const trust = { subjects: [], principals: [hub(name)] };
      // Everything: what a run may do is left to its session policy.
      sts.setRole({ arn, ...trust, maxSessionSeconds: 3600, actions: 'all' });
    }
  }
  return fakes;
}

/** The example of the reusable workflow, with two roles in place of each. */
function throughHub() {
  const { workflow, files } = repositoryOf('reusable.yml');
  const text = (files[workflow] ?? '').replace(
    /^( +)(plan|apply)-role: (.*)$/gm,
    (_, indent: string, name: string, arn: string) =>
      [`${name}-role: |`, `  ${hub(name)}`, `  ${arn}`].map((line) => indent + line).join('\n'),
  );
  expect(text.match(/-role: \|/g)).toHaveLength(2);
  return { workflow, files: { ...files, [workflow]: text } };
}

describe.concurrent('the reusable workflow with two roles in each input', () => {
  test('plans through the hub, and can do no more than read', async () => {
    const fakes = await startHub();
    const executed = await executeWorkflow({
      ...throughHub(),
      fakes,
      event: pullRequest('byoasn.yml'),
    });
    expect(executed.result).toBe('success');
    expect(executed.named('byoasn / plan')[0]?.outputs.reason).toBe('planned');
    const policies = fakes.requestLog.of('AssumeRole').map(({ params }) => params.Policy);
    expect(policies).toHaveLength(2);
    expect(policies.filter((policy) => policy?.includes('Associate'))).toEqual([]);
    await fakes.close();
  });

  test('applies through the hub after the approval', async () => {
    const fakes = await startHub();
    const executed = await executeWorkflow({
      ...{ ...throughHub(), fakes, event: pushToMain('byoasn.yml') },
      approve: () => true,
    });
    expect(executed.named('byoasn / apply')[0]?.outputs).toMatchObject({ reason: 'applied' });
    expect(fakes.requestLog.changes).toHaveLength(3);
    const assumed = fakes.requestLog.of('AssumeRole').map(({ params }) => params.RoleArn);
    expect(new Set(assumed).size).toBe(4);
    await fakes.close();
  });
});
