import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Reason } from '../../../src/reasons.ts';
import { deployedParameters } from '../../repo/docs/deploy-command.ts';
import { pages, read } from '../../repo/docs/pages.ts';
import { blocks } from '../../repo/docs/snippets.ts';
import { renderStacks } from '../../repo/iam/cloudformation.ts';
import type { RoleParameters } from '../../repo/iam/role-parameters.ts';
import { stsRole } from '../../repo/iam/sts-role.ts';
import { withTool } from '../../repo/tools.ts';
import { dr, main } from '../action/fleet.ts';
import { pullRequest, pushToMain, scheduled, type WorkflowEvent } from './event.ts';
import { executeWorkflow } from './execute.ts';
import { ownerId, repositoryId, type SubjectForm } from './identity.ts';
import { reasonsOf } from './run-example.ts';
import { startExampleFakes } from './start-fakes.ts';

/** What README.md shows: the file, and its workflow. */
const yaml = pages
  .filter((page) => page === 'README.md')
  .flatMap((page) => blocks(read(page), 'yaml'));
const printed = (key: string) => yaml.filter((text) => Object(parse(text))[key] !== undefined);
const [file = ''] = printed('targets');
const [text = ''] = printed('jobs');
const workflow = '.github/workflows/byoasn.yml';
const hub = '777788889999';
const members = [main, dr];
const given = deployedParameters();
/** What docs/getting-started.md deploys, for the repository of the tests. */
const quickStart = {
  organization: 'octo-org',
  repository: 'prefixes',
  planJobWorkflowRefs: [given.get('PlanJobWorkflowRefs') ?? ''],
  applyJobWorkflowRefs: [given.get('ApplyJobWorkflowRefs') ?? ''],
};
const ids = { organizationId: ownerId, repositoryId };
const arnIn = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const rolesIn = (parameters: Partial<RoleParameters>) =>
  members.map(({ account, region }) => ({
    ...{ ...quickStart, ...parameters, regions: [region] },
    location: { account, region },
  }));
const hubRoles = {
  ...{ ...quickStart, ...ids, regions: [main.region] },
  planMemberRoleArns: members.map(({ account }) => arnIn(account, 'byoasn-plan')),
  applyMemberRoleArns: members.map(({ account }) => arnIn(account, 'byoasn-apply')),
  location: { account: hub, region: main.region },
};
const trustingHub = {
  planHubRoleArn: arnIn(hub, 'byoasn-plan'),
  applyHubRoleArn: arnIn(hub, 'byoasn-apply'),
};

interface Team {
  readonly title: string;
  readonly stacks: Parameters<typeof renderStacks>[0];
  readonly workflowText: string;
  readonly subjectForm: SubjectForm;
  readonly hub?: string;
}

const teams: readonly Team[] = [
  {
    title: 'a repository with the classic subject',
    stacks: rolesIn({ classicSubject: true }),
    ...{ workflowText: text, subjectForm: 'classic' },
  },
  {
    title: 'a repository with the immutable subject',
    stacks: rolesIn(ids),
    ...{ workflowText: text, subjectForm: 'immutable' },
  },
  {
    title: 'a team with a hub account and two members',
    stacks: [hubRoles, ...rolesIn(trustingHub)],
    ...{ workflowText: read('examples/hub-account.yml'), subjectForm: 'immutable', hub },
  },
];

/** Pins of the plan role, and the reasons that examples with their own jobs end with. */
interface Pins {
  readonly title: string;
  readonly refs: readonly string[];
  readonly drift: Reason;
  readonly oneAssociation: Reason;
}

const { planJobWorkflowRefs: pin } = quickStart;
const driftPath = '.github/workflows/byoasn-drift.yml';
const pins: readonly Pins[] = [
  {
    title: 'pinned as on the page',
    refs: pin,
    drift: 'oidc-denied',
    oneAssociation: 'oidc-denied',
  },
  { title: 'without pin', refs: [], drift: 'planned', oneAssociation: 'dry-run-unchecked' },
  {
    title: 'pinned to drift.yml on main too',
    refs: [...pin, `octo-org/prefixes/${driftPath}@refs/heads/main`],
    ...({ drift: 'planned', oneAssociation: 'oidc-denied' } as const),
  },
];

withTool('moto_server', 'with the roles of the template', () => {
  test.concurrent.each(pins)(
    'the plan role of docs/getting-started.md, $title: drift.yml ends with $drift, one-association.yml with $oneAssociation',
    async ({ refs, drift, oneAssociation }) => {
      const fakes = await startExampleFakes();
      try {
        const stacks = renderStacks(rolesIn({ ...ids, planJobWorkflowRefs: refs }));
        for (const { plan } of stacks) fakes.sts.setRole(stsRole(plan));
        const reasonsAt = async (path: string, example: string, event: WorkflowEvent) => {
          const files = { 'byoasn.yml': file, [path]: read(`examples/${example}`) };
          const run = { files, workflow: path, fakes, event, subjectForm: 'immutable' } as const;
          return reasonsOf(await executeWorkflow(run));
        };
        expect(await reasonsAt(driftPath, 'drift.yml', scheduled)).toEqual([drift]);
        const planned = await reasonsAt(workflow, 'one-association.yml', pullRequest());
        expect(planned).toEqual([oneAssociation]);
      } finally {
        await fakes.close();
      }
    },
  );

  describe.concurrent('with the roles of docs/getting-started.md and the file of README.md,', () => {
    test.each(teams)(
      '$title plans, is approved, applies, and has nothing left to do',
      async ({ stacks, workflowText, subjectForm, ...options }) => {
        const fakes = await startExampleFakes(options);
        try {
          for (const { plan, apply } of renderStacks(stacks)) {
            for (const role of [plan, apply]) fakes.sts.setRole(stsRole(role));
          }
          const files = { 'byoasn.yml': file, [workflow]: workflowText };
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
