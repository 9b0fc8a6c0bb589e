import { afterAll, describe, expect, test } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import { defaultPull, defaultRepository } from '../../fakes/github/github.ts';
import { withTool } from '../../repo/tools.ts';
import { type ActResult, runAct } from './act.ts';
import { startCounts } from './counts.ts';
import {
  forkPullRequest,
  pullRequest,
  pushToMain,
  queued,
  scheduled,
  type WorkflowEvent,
} from './event.ts';
import { examples, repositoryOf } from './examples.ts';
import { startInstance } from './instance.ts';
import { type ExampleFakesOptions, planSubjects, startExampleFakes } from './start-fakes.ts';

const byoasn = pushToMain('byoasn.yml');
const proposed = pullRequest('byoasn.yml');

/** Runs of an example by act: the event, the jobs that succeed, and the number of associated pairs. */
interface ActRun {
  readonly example: string;
  readonly event: WorkflowEvent;
  readonly jobs: readonly string[];
  readonly changes: number;
  readonly reasons: readonly string[];
  readonly fakesOptions?: ExampleFakesOptions;
}

const gov: ExampleFakesOptions = { partition: 'aws-us-gov', region: 'us-gov-west-1' };
const one = {
  event: byoasn,
  jobs: ['apply', 'plan'],
  changes: 1,
  reasons: ['dry-run-unchecked', 'associated'],
} as const;
const fleet = {
  event: byoasn,
  jobs: ['apply', 'plan'],
  changes: 3,
  reasons: ['planned', 'applied'],
} as const;

const runs: readonly ActRun[] = [
  { example: 'one-association.yml', ...one },
  { example: 'govcloud.yml', ...one, fakesOptions: gov },
  { example: 'configure-aws-credentials.yml', ...one },
  { example: 'self-hosted.yml', ...one, reasons: ['dry-run-permitted', 'associated'] },
  { example: 'fleet.yml', ...fleet },
  { example: 'reusable.yml', ...fleet },
  { example: 'hub-account.yml', ...fleet, fakesOptions: { hub: '777788889999' } },
  { example: 'fleet.yml', event: proposed, jobs: ['plan'], changes: 0, reasons: ['planned'] },
  {
    example: 'fleet.yml',
    event: forkPullRequest('byoasn.yml'),
    jobs: ['plan'],
    changes: 0,
    reasons: ['fork-no-credentials'],
  },
  {
    example: 'reusable.yml',
    event: pullRequest('README.md'),
    jobs: ['plan'],
    changes: 0,
    reasons: [],
  },
  { example: 'reusable.yml', event: queued, jobs: ['plan'], changes: 0, reasons: ['planned'] },
  {
    example: 'drift.yml',
    event: scheduled,
    jobs: ['issue', 'plan'],
    changes: 0,
    reasons: ['planned'],
  },
];

/** act's jobs have one ID token, of the ref or the pull request, so every role here trusts that. */
const roles = { subjects: planSubjects };

/** The executor runs these in routes.test.ts, with roles that act's one ID token does not tell apart. */
const ofRoutes: readonly string[] = ['routes.yml', 'withdraw.yml'];

test('act runs every example of the action for associations', () => {
  const run = new Set(runs.map(({ example }) => example));
  const others = examples.filter((example) => !ofRoutes.includes(example));
  expect([...run].sort()).toEqual(others.sort());
});

function reasonsOf({ outputs }: ActResult): string[] {
  return Object.values(outputs).flatMap(({ reason }) => reason ?? []);
}

/** GitHub's state after the run, for events that change it. */
function expectOnGitHub({ github }: Fakes, { example, event, reasons }: ActRun): void {
  const repository = github.repository(defaultRepository);
  const comments = repository.comments(defaultPull.number).length;
  const hasComment =
    ['fleet.yml', 'reusable.yml', 'hub-account.yml'].includes(example) && reasons.length > 0;
  const isCommented = hasComment && !event.fromFork;
  expect(comments, 'comments').toBe(isCommented ? 1 : 0);
  expect(repository.issues()).toHaveLength(example === 'drift.yml' ? 1 : 0);
}

withTool('act', 'act runs the examples', (act) => {
  const counts = startCounts('act');
  afterAll(() => counts.save());

  describe.concurrent('act', () => {
    test.each(runs.map((run) => [run.example, run.event.name, run] as const))(
      'runs %s on %s',
      async (example, _, run) => {
        const fakes = await startExampleFakes({ ...run.fakesOptions, roles });
        const role = { ...roles, arn: 'arn:aws:iam::111122223333:role/runner' };
        const instance = await startInstance(fakes, {
          ...{ ...role, maxSessionSeconds: 3600, actions: 'all' },
        });
        const runner = example === 'self-hosted.yml' ? instance.env : {};
        try {
          const { event } = run;
          const acted = await runAct(act, { ...repositoryOf(example), event, fakes, runner });
          expect(acted.exitCode, acted.log).toBe(0);
          const expected = Object.fromEntries(run.jobs.map((job) => [job, 'success']));
          expect(acted.results).toEqual(expected);
          expect(reasonsOf(acted)).toEqual(run.reasons);
          expect(acted.summary).toContain('BYOASN');
          expect(fakes.requestLog.changes).toHaveLength(run.changes);
          expectOnGitHub(fakes, run);
          const keepsPlan = ['reusable.yml', 'hub-account.yml'].includes(example);
          expect(acted.log.includes('artifact byoasn-plan-byoasn.yml, 90 days: ')).toBe(
            keepsPlan && run.reasons.length > 0,
          );
          for (const secret of fakes.secrets()) expect(acted.log.includes(secret)).toBe(false);
          counts.add(example, run.jobs.length);
        } finally {
          await Promise.all([fakes.close(), instance.close()]);
        }
      },
    );
  });
});
