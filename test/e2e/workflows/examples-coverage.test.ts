import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { deployedParameters } from '../../repo/docs/deploy-command.ts';
import { pages, read } from '../../repo/docs/pages.ts';
import { blocks } from '../../repo/docs/snippets.ts';
import { renderStacks } from '../../repo/iam/cloudformation.ts';
import type { DeployedRoles } from '../../repo/iam/deployed-roles.ts';
import type { RoleParameters } from '../../repo/iam/role-parameters.ts';
import { stsRole } from '../../repo/iam/sts-role.ts';
import { withTool } from '../../repo/tools.ts';
import { dr, main } from '../action/fleet.ts';
import { pullRequest, pushToMain } from './event.ts';
import { executeWorkflow } from './execute.ts';
import { ownerId, repositoryId, type SubjectForm } from './identity.ts';
import { startExampleFakes } from './start-fakes.ts';

/** What README.md shows: the file, and its workflow. */
const yaml = pages
  .filter((page) => page === 'README.md')
  .flatMap((page) => blocks(read(page), 'yaml'));
const printed = (key: string) => yaml.filter((text) => Object(parse(text))[key] !== undefined);
const [file = ''] = printed('targets');
const [text = ''] = printed('jobs');
const workflow = '.github/workflows/byoasn.yml';
const files = { 'byoasn.yml': file, [workflow]: text };

withTool('moto_server', 'with only README.md', () => {
  describe.concurrent('with the roles of docs/getting-started.md and the files of README.md,', () => {
    const given = deployedParameters();
    const formOfSubject: Readonly<Record<SubjectForm, Partial<RoleParameters>>> = {
      classic: { classicSubject: true },
      immutable: { organizationId: ownerId, repositoryId },
    };
    const rolesFor = (form: SubjectForm): readonly DeployedRoles[] =>
      renderStacks(
        [main, dr].map(({ account, region }) => ({
          organization: 'octo-org',
          repository: 'prefixes',
          ...formOfSubject[form],
          planJobWorkflowRefs: [given.get('PlanJobWorkflowRefs') ?? ''],
          applyJobWorkflowRefs: [given.get('ApplyJobWorkflowRefs') ?? ''],
          regions: [region],
          location: { account, region },
        })),
      );

    test.each<SubjectForm>(['classic', 'immutable'])(
      'a repository with the %s subject plans, is approved, applies, and has nothing left to do',
      async (subjectForm) => {
        const fakes = await startExampleFakes();
        try {
          for (const { plan, apply } of rolesFor(subjectForm)) {
            for (const role of [plan, apply]) fakes.sts.setRole(stsRole(role));
          }
          const run = { files, workflow, fakes, subjectForm };
          const resultsOf = async (
            more: Pick<Parameters<typeof executeWorkflow>[0], 'event' | 'approve'>,
          ) => {
            const { jobs } = await executeWorkflow({ ...run, ...more });
            const ran = jobs.filter(({ result }) => result !== 'skipped');
            return ran.map(({ name, result, outputs }) => [name, result, outputs.reason]);
          };
          const changes = () => fakes.requestLog.changes.length;

          const planned = ['byoasn / plan', 'success', 'planned'];
          expect(await resultsOf({ event: pullRequest('byoasn.yml') })).toEqual([planned]);
          const event = pushToMain('byoasn.yml');
          const refused = await resultsOf({ event, approve: () => false });
          expect(refused).toEqual([planned, ['byoasn / apply', 'failure', undefined]]);
          expect(changes()).toBe(0);
          const applied = await resultsOf({ event, approve: () => true });
          expect(applied).toEqual([planned, ['byoasn / apply', 'success', 'applied']]);
          expect(changes()).toBe(3);
          const again = await resultsOf({ event });
          expect(again).toEqual([['byoasn / plan', 'success', 'no-changes']]);
          expect(changes()).toBe(3);
        } finally {
          await fakes.close();
        }
      },
    );
  });
});
