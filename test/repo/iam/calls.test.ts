import { beforeAll, describe, expect, test } from 'vitest';
import { configFile, main } from '../../e2e/action/fleet.ts';
import { type Ended, runOn } from '../../e2e/action/scenario.ts';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { withTool } from '../tools.ts';
import { allowedTo, askedFor } from './calls.ts';
import { renderedRoles } from './cloudformation.ts';
import type { DeployedRoles } from './deployed-roles.ts';
import { stsRole } from './sts-role.ts';

const workflow = 'octo-org/prefixes/.github/workflows/byoasn.yml@refs/heads/main';
const subjects = {
  'a pull request': 'repo:octo-org/prefixes:pull_request',
  'a push to main': 'repo:octo-org/prefixes:ref:refs/heads/main',
  'the merge queue of main':
    'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567',
  'the environment': 'repo:octo-org/prefixes:environment:byoasn',
  'a pull request of a repository with ids': 'repo:octo-org@1234/prefixes@5678:pull_request',
  'the merge queue of a repository with ids':
    'repo:octo-org@1234/prefixes@5678:ref:refs/heads/gh-readonly-queue/main/pr-7-89abcdef0123456789abcdef0123456789abcdef',
  'the environment of a repository with ids': 'repo:octo-org@1234/prefixes@5678:environment:byoasn',
  'another environment': 'repo:octo-org/prefixes:environment:staging',
  'an environment that starts with the name': 'repo:octo-org/prefixes:environment:byoasn-2',
  'the merge queue of another branch':
    'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/topic/pr-12-0123456789abcdef0123456789abcdef01234567',
  'the merge queue of a branch that starts with the name':
    'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/main-2/pr-12-0123456789abcdef0123456789abcdef01234567',
  'another branch that ends with the name of the queue':
    'repo:octo-org/prefixes:ref:refs/heads/topic/gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567',
  'another branch': 'repo:octo-org/prefixes:ref:refs/heads/topic',
  'a tag': 'repo:octo-org/prefixes:ref:refs/tags/main',
  'another repository': 'repo:octo-org/other:environment:byoasn',
  'a repository of the name with another id': 'repo:octo-org@1234/prefixes@9:environment:byoasn',
} as const;

const planned = [
  ...['a pull request', 'a pull request of a repository with ids', 'a push to main'],
  ...['the merge queue of main', 'the merge queue of a repository with ids'],
];
const applied = ['the environment', 'the environment of a repository with ids'];
const dryRun = { 'dry-run': 'true', 'permission-check': 'false' };
const file = configFile([{ ...main, associations: [{ asn: 64500, cidr: '198.51.100.0/24' }] }]);
const inputs = [
  ['one association', {}, 'dry-run-unchecked', 'associated'],
  ['a file', { config: 'byoasn.yml' }, 'planned', 'applied'],
] as const;

withTool('moto_server', 'the calls of the action are the actions of the roles', () =>
  describe('the roles of the template', () => {
    let roles: DeployedRoles;
    beforeAll(() => {
      const parameters = {
        organization: 'octo-org',
        repository: 'prefixes',
        organizationId: '1234',
        repositoryId: '5678',
        classicSubject: true,
        regions: ['us-west-2'],
      };
      roles = renderedRoles({ ...parameters, applyJobWorkflowRefs: [workflow] });
    }, 120_000);

    /** A run of the built action as a job with these claims, in an account with the two roles. */
    async function run(
      which: 'plan' | 'apply',
      claims: { readonly sub: string; readonly job_workflow_ref?: string },
      given: Readonly<Record<string, string>>,
    ): Promise<Ended> {
      const fakes: Fakes = await startFakes({ behaviour: { transition: { reads: 0 } } });
      try {
        for (const role of [roles.plan, roles.apply]) fakes.sts.setRole(stsRole(role));
        fakes.issuer.claim({ job_workflow_ref: workflow, ...claims });
        const step = { ...given, 'role-to-assume': roles[which].arn };
        return await runOn(fakes, {
          with: step,
          ...(given.config && { files: { 'byoasn.yml': file } }),
        });
      } finally {
        await fakes.close();
      }
    }

    describe.each(inputs)('with %s', (_, given, plan, apply) => {
      test('let a pull request plan, with exactly the calls of the plan role', async () => {
        const ended = await run(
          'plan',
          { sub: subjects['a pull request'] },
          { ...given, ...dryRun },
        );
        expect(ended.reason).toBe(plan);
        expect(askedFor(ended)).toEqual(allowedTo(roles.plan));
      });

      test('let the environment apply, with exactly the calls of the apply role', async () => {
        const ended = await run('apply', { sub: subjects['the environment'] }, given);
        expect(ended.reason).toBe(apply);
        expect(askedFor(ended)).toEqual(allowedTo(roles.apply));
      });
    });

    test('let no plan role associate', async () => {
      const ended = await run('plan', { sub: subjects['a push to main'] }, {});
      expect(ended.reason).toBe('access-denied');
      expect(ended.fakes.requestLog.changes).toEqual([]);
    });

    test('allow nothing in another Region', async () => {
      const elsewhere = { 'aws-region': 'eu-west-1' };
      const ended = await run('apply', { sub: subjects['the environment'] }, elsewhere);
      expect(ended.reason).toBe('access-denied');
    });

    test.each(Object.entries(subjects))('trust %s as their names say', async (name, sub) => {
      const asPlan = await run('plan', { sub }, dryRun);
      expect(asPlan.reason).toBe(planned.includes(name) ? 'dry-run-unchecked' : 'oidc-denied');
      const asApply = await run('apply', { sub }, { wait: 'false' });
      expect(asApply.reason).toBe(applied.includes(name) ? 'accepted' : 'oidc-denied');
    });

    test('keep a pinned role from other workflows of the same environment', async () => {
      const job_workflow_ref = workflow.replace('refs/heads/main', 'refs/heads/topic');
      const sub = subjects['the environment'];
      const ended = await run('apply', { sub, job_workflow_ref }, {});
      expect(ended.reason).toBe('oidc-denied');
    });
  }),
);
