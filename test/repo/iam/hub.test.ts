import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../e2e/action/fleet.ts';
import { type Ended, runOn } from '../../e2e/action/scenario.ts';
import { startFakes } from '../../fakes/fakes.ts';
import { withTool } from '../tools.ts';
import { renderStacks } from './cloudformation.ts';
import { stsRole } from './sts-role.ts';

const hub = '777788889999';
const arnIn = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const [hubPlan, hubApply] = [arnIn(hub, 'byoasn-plan'), arnIn(hub, 'byoasn-apply')];
const [plan, apply] = [arnIn(main.account, 'byoasn-plan'), arnIn(main.account, 'byoasn-apply')];
const repository = {
  organization: 'octo-org',
  repository: 'prefixes',
  organizationId: '1234',
  repositoryId: '5678',
  regions: [main.region],
};
const onPullRequest = 'repo:octo-org@1234/prefixes@5678:pull_request';
const inQueue = `repo:octo-org@1234/prefixes@5678:ref:refs/heads/gh-readonly-queue/main/pr-7-${'0'.repeat(40)}`;
const inEnvironment = 'repo:octo-org@1234/prefixes@5678:environment:byoasn';
const externalId = 'network-7Q2';
const sent = { 'role-external-id': externalId };
const dryRun = { 'dry-run': 'true', 'permission-check': 'false' };

withTool('moto_server', 'the roles of a hub and of a member fit each other', () =>
  describe('the roles of a hub and of a member', () => {
    let roles: ReturnType<typeof renderStacks>;
    beforeAll(() => {
      roles = renderStacks([
        {
          ...{ ...repository, planMemberRoleArns: [plan], applyMemberRoleArns: [apply] },
          location: { account: hub, region: main.region },
        },
        { ...repository, planHubRoleArn: hubPlan, applyHubRoleArn: hubApply, externalId },
      ]);
    }, 120_000);

    /** A run of the built action with these roles, one assumed with the other. */
    async function run(
      sub: string,
      chain: readonly string[],
      given: Readonly<Record<string, string>>,
    ): Promise<Ended> {
      const fakes = await startFakes({ behaviour: { transition: { reads: 0 } } });
      try {
        for (const stack of roles) {
          for (const role of [stack.plan, stack.apply]) fakes.sts.setRole(stsRole(role));
        }
        const { sts, issuer } = fakes;
        sts.setProvider({ account: hub, issuer: issuer.url, clientIds: ['sts.amazonaws.com'] });
        issuer.claim({ sub });
        return await runOn(fakes, { with: { ...given, 'role-to-assume': chain.join('\n') } });
      } finally {
        await fakes.close();
      }
    }

    test.each([
      ['a pull request', onPullRequest],
      ['the merge queue', inQueue],
    ])('let %s plan', async (_, sub) => {
      const ended = await run(sub, [hubPlan, plan], { ...dryRun, ...sent });
      expect(ended.reason).toBe('dry-run-unchecked');
    });

    test('let the environment apply', async () => {
      const ended = await run(inEnvironment, [hubApply, apply], sent);
      expect(ended.reason).toBe('associated');
    });

    test.each([
      ['a plan role of the hub', onPullRequest, [hubPlan, apply], sent],
      ['an apply role of the hub that sends no external ID', inEnvironment, [hubApply, apply], {}],
      ['a role of the hub on its own', inEnvironment, [hubApply], {}],
    ])('let %s associate nothing', async (_, sub, chain, given) => {
      const ended = await run(sub, chain, given);
      expect(ended.reason).toBe('access-denied');
      expect(ended.fakes.requestLog.changes).toEqual([]);
    });

    test.each([
      ['pull requests', onPullRequest, hubApply],
      ['jobs of the environment that skip the hub', inEnvironment, apply],
    ])('do not let %s apply', async (_, sub, arn) => {
      expect((await run(sub, [arn], {})).reason).toBe('oidc-denied');
    });
  }),
);
