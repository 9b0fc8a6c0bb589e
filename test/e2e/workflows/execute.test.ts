import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Fakes } from '../../fakes/fakes.ts';
import { currentTag } from '../../repo/release/current.ts';
import {
  forkPullRequest,
  pullRequest,
  pushToMain,
  queued,
  queueRef,
  scheduled,
  type WorkflowEvent,
} from './event.ts';
import { type Executed, executeWorkflow } from './execute.ts';
import { claimsOf } from './identity.ts';
import type { Run } from './run.ts';
import { startExampleFakes } from './start-fakes.ts';

let fakes: Fakes;
beforeAll(async () => {
  fakes = await startExampleFakes();
});
afterAll(() => fakes.close());

const workflow = '.github/workflows/trial.yml';

/** An expression as a workflow writes it. */
const ask = (expression: string) => `\${{ ${expression} }}`;

function execute(text: string, more: Partial<Run> = {}): Promise<Executed> {
  return executeWorkflow({
    files: { [workflow]: text },
    workflow,
    fakes,
    event: pushToMain('byoasn.yml'),
    ...more,
  });
}

/** A workflow with one job, `trial`, of these steps and with these further keys. */
function workflowWithJob(steps: readonly unknown[], keys: object = {}): string {
  const testJob = { 'runs-on': 'ubuntu-latest', ...keys, steps };
  return stringify({ on: ['push', 'pull_request', 'schedule'], jobs: { trial: testJob } });
}

async function logOf(running: Promise<Executed>): Promise<string> {
  return (await running).jobs.map(({ log }) => log).join('\n');
}

describe('a step', () => {
  test('passes outputs, variables and a summary to later steps', async () => {
    const { jobs } = await execute(`
on: push
env: { PLACE: workflow, OUTER: outer }
jobs:
  one:
    runs-on: ubuntu-latest
    env: { PLACE: job }
    outputs:
      both: \${{ steps.a.outputs.many }} \${{ steps.a.outputs.plain }}
    steps:
      - id: a
        env: { PLACE: step }
        run: |
          echo "$PLACE $OUTER"
          printf 'many<<END\\n1\\n2\\nEND\\nplain=3\\n' >> "$GITHUB_OUTPUT"
          echo "LATER=later" >> "$GITHUB_ENV"
          echo '# summary' >> "$GITHUB_STEP_SUMMARY"
      - run: echo "$PLACE $LATER \${{ env.LATER }}"
  two:
    needs: one
    runs-on: ubuntu-latest
    steps:
      - run: echo '\${{ toJSON(needs.one.outputs.both) }} \${{ needs.one.result }}'
`);
    expect(jobs.map(({ log }) => log.trim())).toEqual([
      'step outer\n\njob later later',
      '"1\\n2 3" success',
    ]);
    expect(jobs[0]?.summary).toBe('# summary\n');
  });

  test('that fails is followed only by steps with a condition for it', async () => {
    const { result, jobs } = await execute(
      workflowWithJob([
        { run: 'exit 3' },
        { run: 'echo skipped' },
        { if: 'failure()', run: 'echo asked' },
        { if: ask('always()'), run: `echo always ${ask('job.status')}` },
        { if: "github.ref == 'refs/heads/main'", run: 'echo skipped too' },
      ]),
    );
    expect(result).toBe('failure');
    expect(jobs[0]?.steps.map((step) => step.result)).toEqual([
      'failure',
      'skipped',
      'success',
      'success',
      'skipped',
    ]);
    expect(jobs[0]?.log).toMatch(/asked\s+always failure/);
  });

  test('that fails with continue-on-error does not fail the job', async () => {
    const { result, jobs } = await execute(
      workflowWithJob([
        { id: 'first', run: 'exit 3', 'continue-on-error': true },
        { run: `echo ${ask('steps.first.outcome')} ${ask('steps.first.conclusion')}` },
      ]),
    );
    expect(result).toBe('success');
    expect(jobs[0]?.log.trim()).toBe('failure success');
  });

  test('has its masked values hidden, and outputs with a secret dropped', async () => {
    const steps = [
      {
        id: 'a',
        run: 'echo "::add-mask::hush"; echo "is hush"; echo "x=hush" >> "$GITHUB_OUTPUT"',
      },
    ];
    const outputs = { x: ask('steps.a.outputs.x'), y: 'plain' };
    const { jobs } = await execute(workflowWithJob(steps, { outputs }));
    expect(jobs[0]).toMatchObject({ log: 'is ***\n', outputs: { y: 'plain' } });
    expect(jobs[0]?.outputs).not.toHaveProperty('x');
  });
});

describe('a job', () => {
  const chain = (last: object) => ({
    on: 'push',
    jobs: {
      fails: { 'runs-on': 'ubuntu-latest', steps: [{ run: 'exit 1' }] },
      between: { needs: 'fails', 'runs-on': 'ubuntu-latest', steps: [{ run: 'true' }] },
      last: { needs: ['between'], 'runs-on': 'ubuntu-latest', steps: [{ run: 'true' }], ...last },
    },
  });

  test.each([
    [{}, 'skipped'],
    [{ if: 'failure()' }, 'success'],
    [{ if: '!cancelled()' }, 'success'],
    [{ if: "needs.between.result == 'skipped'" }, 'skipped'],
    [{ if: "always() && needs.between.result == 'skipped'" }, 'success'],
  ])('after one that failed, with %j, is: %s', async (last, result) => {
    const executed = await execute(stringify(chain(last)));
    expect(executed.jobs.map((job) => job.result)).toEqual(['failure', 'skipped', result]);
    expect(executed.result).toBe('failure');
  });

  test('runs once for each entry of a matrix, and stops at a failure by default', async () => {
    const matrix = { include: [{ exit: 0 }, { exit: 1 }, { exit: 0 }] };
    const steps = [{ run: `exit ${ask('matrix.exit')}` }];
    const results = async (strategy: object) =>
      (await execute(workflowWithJob(steps, { strategy }))).jobs.map(({ result }) => result);
    expect(await results({ matrix })).toEqual(['success', 'failure', 'cancelled']);
    expect(await results({ matrix, 'fail-fast': false })).toEqual([
      'success',
      'failure',
      'success',
    ]);
    const lists = { matrix: { exit: [0], other: ['a', 'b'] } };
    expect(await results(lists)).toEqual(['success', 'success']);
    const none = { matrix: ask(`fromJSON('{"include":[]}')`) };
    await expect(results(none)).rejects.toThrow('at least one vector');
  });

  test('waits for its environment, and fails if it is rejected', async () => {
    const text = workflowWithJob([{ run: 'echo ran' }], {
      environment: `${ask('github.event_name')}-gate`,
    });
    await expect(execute(text)).rejects.toThrow('trial waits for push-gate forever');
    const refused = await execute(text, { approve: () => false });
    expect(refused.jobs[0]).toMatchObject({ result: 'failure', steps: [] });
    const asked: unknown[] = [];
    const approve: Run['approve'] = (waiting) => asked.push(waiting) > 0;
    expect(await logOf(execute(text, { approve }))).toBe('ran\n');
    expect(asked).toEqual([{ environment: 'push-gate', job: 'trial' }]);
  });

  test('links its deployment', async () => {
    const environment = { name: 'gate', url: `https://example.com/${ask('github.run_id')}` };
    const text = workflowWithJob([{ run: 'true' }], { environment });
    const { jobs } = await execute(text, { approve: () => true });
    expect(jobs[0]).toMatchObject({ environment: 'gate', url: 'https://example.com/1234567890' });
  });

  test('of a matrix does not clear an output of another by leaving it empty', async () => {
    const matrix = { include: [{ said: 'yes' }, { said: '' }] };
    const steps = [{ id: 'a', run: `echo "said=${ask('matrix.said')}" >> "$GITHUB_OUTPUT"` }];
    const trial = { strategy: { matrix }, outputs: { said: ask('steps.a.outputs.said') } };
    const text = parse(workflowWithJob(steps, trial));
    const show = [{ run: `echo "said: ${ask('needs.trial.outputs.said')}"` }];
    text.jobs.after = { needs: 'trial', 'runs-on': 'ubuntu-latest', steps: show };
    const { jobs } = await execute(stringify(text));
    expect(jobs.map(({ outputs }) => outputs)).toEqual([{ said: 'yes' }, {}, {}]);
    expect(jobs.at(-1)?.log).toBe('said: yes\n');
  });

  test('that loses its runner fails without outputs', async () => {
    const text = workflowWithJob([{ run: 'echo ran' }], { outputs: { said: 'yes' } });
    const { jobs } = await execute(text, { loses: (job) => job === 'trial' });
    expect(jobs[0]).toMatchObject({ result: 'failure', outputs: {}, log: 'ran\n' });
  });

  test('with a deeper checkout sees the changes of the pull request', async () => {
    const checkout = { 'persist-credentials': false, 'fetch-depth': 2 };
    const steps = [
      { uses: 'actions/checkout@v7', with: checkout },
      { run: 'git diff --name-only HEAD^1 HEAD' },
    ];
    const text = workflowWithJob(steps);
    const log = await logOf(execute(text, { event: pullRequest('a/b.yml', workflow) }));
    expect(log.trim().split('\n')).toEqual([workflow, 'a/b.yml']);
  });
});

describe('the tokens of a job', () => {
  const steps = [
    { run: 'if [ -n "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" ]; then echo token; else echo none; fi' },
    {
      env: { GH: ask('github.token') },
      run: 'curl -s -o /dev/null -w "%{http_code}" -H "authorization: Bearer $GH" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues"',
    },
  ];

  test.each([
    ['are the granted ones', { 'id-token': 'write', issues: 'read' }, 'token\n\n200'],
    ['are no more than that', { contents: 'read' }, 'none\n\n403'],
    ['are empty for {}', {}, 'none\n\n403'],
  ])('%s', async (_, permissions, log) => {
    expect(await logOf(execute(workflowWithJob(steps, { permissions })))).toBe(log);
  });

  test('have the permissions of the workflow if the job has none', async () => {
    const text = stringify({ permissions: { issues: 'read' }, ...parse(workflowWithJob(steps)) });
    expect(await logOf(execute(text))).toBe('none\n\n200');
  });

  test('are read-only, without an ID token, for a fork', async () => {
    const permissions = { 'id-token': 'write', issues: 'write' };
    const executed = await execute(workflowWithJob(steps, { permissions }), {
      event: forkPullRequest(),
    });
    expect(executed.jobs[0]).toMatchObject({
      permissions: { 'id-token': 'none', issues: 'read' },
      log: 'none\n\n200',
    });
  });

  test.each<[string, WorkflowEvent, string, string]>([
    ['its environment', pullRequest(), 'a:b', 'environment:a%3Ab'],
    ['the pull request', pullRequest(), '', 'pull_request'],
    ['the ref of a push', pushToMain(), '', 'ref:refs/heads/main'],
    ['the ref of a schedule', scheduled, '', 'ref:refs/heads/main'],
    ['the branch of a merge queue', queued, '', `ref:${queueRef}`],
  ])('name %s as the subject', (_, event, environment, subject) => {
    const job = {
      event,
      environment,
      workflow,
      jobWorkflowRef: 'x',
      runner: 'self-hosted',
      form: 'classic',
    } as const;
    expect(claimsOf(job)).toMatchObject({
      sub: `repo:octo-org/prefixes:${subject}`,
      job_workflow_ref: 'x',
      runner_environment: 'self-hosted',
    });
    expect(claimsOf({ ...job, form: 'immutable' }).sub).toBe(
      `repo:octo-org@1234/prefixes@5678:${subject}`,
    );
    expect('environment' in claimsOf(job)).toBe(environment !== '');
  });
});

describe('nothing is skipped silently:', () => {
  const step = { run: 'true' };
  const ownAction = `OWNER/associate-ipam-byoasn@${currentTag}`;

  test.each([
    [
      'a key of a job',
      workflowWithJob([step], { container: 'node:24' }),
      'does not know container',
    ],
    ['a key of a step', workflowWithJob([{ ...step, 'timeout-minutes': 1 }]), 'timeout-minutes'],
    [
      'a key of a workflow',
      `defaults: {run: {shell: bash}}\n${workflowWithJob([step])}`,
      'defaults',
    ],
    ['another action', workflowWithJob([{ uses: 'actions/cache@v4' }]), 'does not know the action'],
    [
      'another shell',
      workflowWithJob([{ ...step, shell: 'pwsh' }]),
      'does not know the shell pwsh',
    ],
    [
      'an unknown input',
      workflowWithJob([{ uses: ownAction, with: { asm: '64500' } }]),
      'asm is no input',
    ],
    [
      'text for a boolean of a called workflow',
      stringify({
        on: 'push',
        jobs: {
          trial: {
            uses: `OWNER/associate-ipam-byoasn/.github/workflows/byoasn.yml@${currentTag}`,
            with: { 'plan-role': 'a', 'apply-role': 'b', 'one-job-per-target': 'true' },
          },
        },
      }),
      'is a boolean',
    ],
    [
      'a checkout that keeps its token',
      workflowWithJob([{ uses: 'actions/checkout@v7' }]),
      'leaves its token',
    ],
    [
      'an unknown input of an action with a stand-in',
      workflowWithJob([{ uses: 'actions/upload-artifact@v7', with: { archive: false } }]),
      "upload-artifact's archive",
    ],
    ['another workflow', stringify({ on: 'push', jobs: { a: { uses: './a.yml' } } }), './a.yml'],
    [
      'a context that does not exist',
      workflowWithJob([{ run: `echo ${ask('matrices.a')}` }]),
      'matrices',
    ],
    [
      'a function that does not exist',
      workflowWithJob([{ ...step, if: "hashFiles('a') != ''" }]),
      'hashFiles',
    ],
    [
      'a pattern of paths',
      workflowWithJob([step]).replace(/on:[\s\S]*?jobs/, 'on: {push: {paths: ["**.yml"]}}\njobs'),
      'more than a name',
    ],
    ['a job that needs itself', workflowWithJob([step], { needs: 'trial' }), 'is no workflow'],
    [
      'a key of an environment',
      workflowWithJob([step], { environment: { name: 'gate', deployment: false } }),
      'deployment',
    ],
    ['text that is not a workflow', 'jobs: 1', 'is no workflow'],
  ])('%s', async (_, text, message) => {
    await expect(execute(text)).rejects.toThrow(message);
  });

  test.each([
    ['another event', { event: scheduled }],
    ['other paths', { event: pushToMain('README.md') }],
  ])('%s does not trigger the workflow', async (_, more) => {
    const text = `on: { push: { paths: [byoasn.yml] } }\n${workflowWithJob([step]).replace(/on:[\s\S]*?jobs/, 'jobs')}`;
    expect((await execute(text)).result).toBe('success');
    await expect(execute(text, more)).rejects.toThrow('does not set it off');
  });

  test('a checkout without contents: read fails', async () => {
    const steps = [{ uses: 'actions/checkout@v7', with: { 'persist-credentials': false } }];
    const { result, jobs } = await execute(workflowWithJob(steps, { permissions: {} }));
    expect([result, jobs[0]?.log]).toEqual(['failure', 'repository not found: no contents: read']);
  });
});
