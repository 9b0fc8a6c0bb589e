import { describe, expect, test } from 'vitest';
import { dr, main } from '../action/fleet.ts';
import { pullRequest, pushToMain } from './event.ts';
import { repositoryOf } from './examples.ts';
import { executeWorkflow } from './execute.ts';
import { startExampleFakes } from './start-fakes.ts';

const hubAccount = '777788889999';
const hub = (name: string) => `arn:aws:iam::${hubAccount}:role/byoasn-${name}`;
const member = (account: string, name: string) => `arn:aws:iam::${account}:role/byoasn-${name}`;

/** Members whose roles allow everything: what a run may do is left to its session policy. */
async function startHub(externalId?: string) {
  const fakes = await startExampleFakes({ hub: hubAccount });
  for (const name of ['plan', 'apply']) {
    for (const { account } of [main, dr]) {
      const trust = { subjects: [], principals: [hub(name)] };
      const role = { arn: member(account, name), maxSessionSeconds: 3600, actions: 'all' } as const;
      fakes.sts.setRole({ ...role, ...trust, ...(externalId && { externalId }) });
    }
  }
  return fakes;
}

describe.concurrent('hub-account.yml, with members whose roles may do everything,', () => {
  test('plans through the hub, and can only read', async () => {
    const fakes = await startHub();
    const executed = await executeWorkflow({
      ...repositoryOf('hub-account.yml'),
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
      ...{ ...repositoryOf('hub-account.yml'), fakes, event: pushToMain('byoasn.yml') },
      approve: () => true,
    });
    expect(executed.named('byoasn / apply')[0]?.outputs).toMatchObject({ reason: 'applied' });
    expect(fakes.requestLog.changes).toHaveLength(3);
    const assumed = fakes.requestLog.of('AssumeRole').map(({ params }) => params.RoleArn);
    expect(new Set(assumed).size).toBe(4);
    await fakes.close();
  });

  test("passes on the caller's external ID, and sets no session policy if the caller turns it off", async () => {
    const fakes = await startHub('network-7Q2');
    const { files, workflow } = repositoryOf('hub-account.yml');
    const given = '      role-external-id: network-7Q2\n      session-policy: false\n';
    const text = (files[workflow] ?? '').replace(/ {4}with:\n/, `$&${given}`);
    const event = pushToMain('byoasn.yml');
    const run = { files: { ...files, [workflow]: text }, workflow, fakes, event };
    const executed = await executeWorkflow({ ...run, approve: () => true });
    expect(executed.named('byoasn / apply')[0]?.outputs).toMatchObject({ reason: 'applied' });
    const assumed = fakes.requestLog.of('AssumeRole').map(({ params }) => params);
    expect(new Set(assumed.map(({ ExternalId }) => ExternalId))).toEqual(new Set(['network-7Q2']));
    expect(assumed.flatMap(({ Policy }) => Policy ?? [])).toEqual([]);
    await fakes.close();
  });
});
