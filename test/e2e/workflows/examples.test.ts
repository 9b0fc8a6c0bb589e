import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Reason } from '../../../src/reasons.ts';
import type { Fakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { currentTag } from '../../repo/release/current.ts';
import { startCounts } from './counts.ts';
import {
  dispatched,
  forkPullRequest,
  pullRequest,
  pushToBranch,
  queued,
  scheduled,
  type WorkflowEvent,
} from './event.ts';
import { examples, repositoryOf } from './examples.ts';
import type { Executed } from './execute.ts';
import {
  applyActions,
  atAws,
  type Bench,
  logOf,
  merge,
  reasonsOf,
  resultOf,
  runExample,
} from './run-example.ts';
import type { ExampleFakesOptions } from './start-fakes.ts';

const counts = startCounts('executor');
afterAll(() => counts.save());
const withExample = (
  name: string,
  use: (bench: Bench) => Promise<void>,
  options?: ExampleFakesOptions,
) => runExample(name, use, { ...options, counts });

const gov: ExampleFakesOptions = { partition: 'aws-us-gov', region: 'us-gov-west-1' };
const hub: ExampleFakesOptions = { hub: '777788889999' };

const jobs = { plan: 'plan', apply: 'apply' } as const;
const called = { plan: 'byoasn / plan', apply: 'byoasn / apply' } as const;

/** Examples that associate after an approval: their jobs, number of pairs, and the end of their dry run. */
const approved: Readonly<Record<string, Example>> = {
  'configure-aws-credentials.yml': { ...jobs, pairs: 1, planned: 'dry-run-unchecked' },
  'fleet.yml': { ...jobs, pairs: 3, planned: 'planned', comments: 1 },
  'govcloud.yml': { ...jobs, pairs: 1, planned: 'dry-run-unchecked', fakesOptions: gov },
  'hub-account.yml': { ...called, pairs: 3, planned: 'planned', comments: 1, fakesOptions: hub },
  'one-association.yml': { ...jobs, pairs: 1, planned: 'dry-run-unchecked' },
  'reusable.yml': { ...called, pairs: 3, planned: 'planned', comments: 1 },
  'self-hosted.yml': { ...jobs, pairs: 1, planned: 'dry-run-permitted' },
};

interface Example {
  readonly plan: string;
  readonly apply: string;
  readonly planned: Reason;
  readonly pairs: number;
  readonly comments?: number;
  readonly fakesOptions?: ExampleFakesOptions;
}

const all = Object.entries(approved);
/** Their runner, or an earlier step, is not for pull requests. */
const onlyOnMain: readonly string[] = ['configure-aws-credentials.yml', 'self-hosted.yml'];
const onPullRequests = all.filter(([name]) => !onlyOnMain.includes(name));

/** A step of a workflow, as in its file. */
interface StepFields {
  /** Undefined for a script. */
  readonly uses?: string;
  readonly with: Readonly<Record<string, unknown>>;
}

test('every example is executed', () => {
  const others = ['drift.yml', 'routes.yml', 'withdraw.yml'];
  expect([...Object.keys(approved), ...others].sort()).toEqual([...examples].sort());
});

describe.concurrent('an example on a pull request', () => {
  test.each(onPullRequests)(
    '%s plans, and changes nothing',
    (name, { plan, apply, planned, fakesOptions, comments = 0 }) =>
      withExample(
        name,
        async ({ fakes, asked, run }) => {
          const event = pullRequest('byoasn.yml', repositoryOf(name).workflow);
          const executed = await run(event);
          expect(executed.result, logOf(executed)).toBe('success');
          expect(resultOf(executed, plan)).toBe('success');
          expect(resultOf(executed, apply)).toBe('skipped');
          expect(reasonsOf(executed)).toEqual([planned]);
          expect(fakes.requestLog.changes).toEqual([]);
          expect(atAws(fakes)).not.toContain('AssociateIpamByoasn');
          expect(asked).toEqual([]);
          const written = fakes.github.repository().comments(defaultPull.number);
          expect(written).toHaveLength(comments);
        },
        fakesOptions,
      ),
  );

  test.each(onPullRequests)(
    '%s is green on a fork, without a request to AWS',
    (name, { plan, fakesOptions }) =>
      withExample(
        name,
        async ({ fakes, run }) => {
          const executed = await run(forkPullRequest('byoasn.yml', repositoryOf(name).workflow));
          expect(executed.result, logOf(executed)).toBe('success');
          expect(executed.named(plan)[0]?.permissions['id-token']).toBe('none');
          expect(reasonsOf(executed)).toEqual(['fork-no-credentials']);
          expect(atAws(fakes)).toEqual([]);
          expect(fakes.github.repository().comments(defaultPull.number)).toEqual([]);
        },
        fakesOptions,
      ),
  );

  test.each(onPullRequests)(
    '%s also plans in the merge queue, and changes nothing',
    (name, { planned, fakesOptions }) =>
      withExample(
        name,
        async ({ fakes, asked, run }) => {
          const executed = await run(queued);
          expect(executed.result, logOf(executed)).toBe('success');
          expect(reasonsOf(executed)).toEqual([planned]);
          expect(asked).toEqual([]);
          expect(fakes.requestLog.changes).toEqual([]);
        },
        fakesOptions,
      ),
  );

  test.each(onlyOnMain)('does not trigger %s', (name) =>
    withExample(name, async ({ run }) => {
      await expect(run(pullRequest('byoasn.yml', repositoryOf(name).workflow))).rejects.toThrow(
        'pull_request does not set it off',
      );
    }),
  );
});

describe.concurrent('an example on main', () => {
  test.each(all)(
    '%s changes nothing if the approval is rejected',
    (name, { apply, fakesOptions }) =>
      withExample(
        name,
        async ({ fakes, asked, run }) => {
          const executed = await run(merge(name), { approve: () => false });
          expect(executed.result).toBe('failure');
          expect(resultOf(executed, apply)).toBe('failure');
          expect(asked).toEqual([{ environment: 'byoasn', job: apply }]);
          expect(fakes.requestLog.changes).toEqual([]);
        },
        fakesOptions,
      ),
  );

  test.each(all)(
    '%s applies once after the approval, and changes nothing when it is run again',
    (name, { plan, apply, pairs, fakesOptions, comments = 0 }) =>
      withExample(
        name,
        async ({ fakes, run }) => {
          const written: number[] = [];
          const executed = await run(merge(name), {
            approve() {
              written.push(fakes.requestLog.changes.length);
              return true;
            },
          });
          expect(executed.result, logOf(executed)).toBe('success');
          expect(written, 'writes before the approval').toEqual([0]);
          expect(fakes.requestLog.changes).toHaveLength(pairs);
          expect(fakes.ipam.association('64500', '198.51.100.0/24')?.state).toBe('associated');
          const [planJob] = executed.named(plan);
          const [job] = executed.named(apply);
          // What the approver sees, and that the apply is checked against it.
          expect(planJob?.summary).toContain('198&#46;51&#46;100&#46;0/24');
          expect(planJob?.summary).toContain('111122223333');
          const digest = planJob?.outputs['plan-digest'] ?? '';
          expect(digest).toMatch(/^v2:/);
          expect(job?.log).toContain(`approved plan: ${digest}`);
          expect(job).toMatchObject({
            environment: 'byoasn',
            concurrency: { 'cancel-in-progress': false },
          });

          const posted = fakes.github.repository().comments(defaultPull.number);
          expect(posted).toHaveLength(comments);
          for (const { body } of posted) expect(body).toContain('applied');

          const again = await run(merge(name));
          expect(again.result, logOf(again)).toBe('success');
          expect(reasonsOf(again)).toEqual([pairs > 1 ? 'no-changes' : 'already-associated']);
          expect(fakes.requestLog.changes).toHaveLength(pairs);
        },
        fakesOptions,
      ),
  );

  test.each(all)(
    '%s is refused if an operator has created and removed the association before the approval',
    (name, { apply, planned, fakesOptions }) =>
      withExample(
        name,
        async ({ fakes, run }) => {
          const executed = await run(merge(name), {
            approve() {
              const pair = { asn: '64500', cidr: '198.51.100.0/24' };
              fakes.ipam.setAssociation({ ...pair, state: 'disassociated' });
              return true;
            },
          });
          expect(executed.result).toBe('failure');
          expect(resultOf(executed, apply)).toBe('failure');
          expect(reasonsOf(executed)).toEqual([planned, 'plan-changed']);
          expect(fakes.requestLog.changes).toEqual([]);
        },
        fakesOptions,
      ),
  );
});

describe.concurrent('a copy of an example in another file', () => {
  const single = all.filter(([, { pairs }]) => pairs === 1);

  test.each(single)('queues its jobs apart from those of %s', (name, { fakesOptions }) =>
    withExample(
      name,
      async ({ run }) => {
        const { files, workflow } = repositoryOf(name);
        const groupsIn = async (path: string) => {
          const more = { files: { [path]: files[workflow] ?? '' }, workflow: path };
          const { jobs: ran } = await run(merge(name), { ...more, approve: () => false });
          return ran.map(({ concurrency }) => Object(concurrency).group);
        };
        const groups = [
          ...(await groupsIn(workflow)),
          ...(await groupsIn('.github/workflows/second.yml')),
        ];
        expect(groups).toEqual(Array(4).fill(expect.stringMatching(/^byoasn-(plan|apply)-/)));
        expect(new Set(groups).size).toBe(4);
      },
      fakesOptions,
    ),
  );
});

describe.concurrent('the reusable workflow', () => {
  const name = 'reusable.yml';
  const { files, workflow } = repositoryOf(name);
  const perTarget = (files[workflow] ?? '').replace(
    /( +)max-changes: .*\n/,
    '$1one-job-per-target: true\n',
  );
  const inJobs = { files: { ...files, [workflow]: perTarget } };

  test('applies each target in its own job, with its own approval and queue', () =>
    withExample(name, async ({ fakes, asked, run }) => {
      const executed = await run(merge(name), inJobs);
      expect(executed.result, logOf(executed)).toBe('success');
      expect(resultOf(executed, 'byoasn / apply')).toBe('skipped');
      const jobs = executed.named('byoasn / apply-target');
      expect(jobs.map(({ matrix }) => matrix.target)).toEqual(['111122223333/us-west-2', 'dr']);
      expect(new Set(jobs.map(({ concurrency }) => JSON.stringify(concurrency))).size).toBe(2);
      expect(asked).toHaveLength(2);
      expect(fakes.requestLog.changes).toHaveLength(3);
    }));

  test('applies the other target if one is not approved', () =>
    withExample(name, async ({ fakes, run }) => {
      const answers = [false, true];
      const executed = await run(merge(name), {
        ...inJobs,
        approve: () => answers.shift() ?? false,
      });
      expect(resultOf(executed, 'byoasn / apply-target')).toBe('failure,success');
      expect(executed.result).toBe('failure');
      expect(fakes.requestLog.changes.map(({ account }) => account)).toEqual(['444455556666']);
    }));

  test('refuses a target that has changed since the approval was requested, and applies the other', () =>
    withExample(name, async ({ fakes, run }) => {
      const executed = await run(merge(name), {
        ...inJobs,
        approve() {
          fakes.ipam.setAssociation({ asn: '64500', cidr: '198.51.100.0/24', state: 'associated' });
          return true;
        },
      });
      expect(resultOf(executed, 'byoasn / apply-target')).toBe('failure,success');
      expect(reasonsOf(executed)).toEqual(['planned', 'plan-changed', 'applied']);
      expect(fakes.requestLog.changes.map(({ account }) => account)).toEqual(['444455556666']);
    }));

  test('applies a run that was started by hand', () =>
    withExample(name, async ({ fakes, run }) => {
      expect((await run(dispatched)).result).toBe('success');
      expect(fakes.requestLog.changes).toHaveLength(3);
    }));

  const forms = [
    ['in one job', files[workflow] ?? ''],
    ['in a job for each target', perTarget],
  ] as const;

  test.each(forms)('asks RIPEstat for the plan and again for the apply, %s', (_, text) =>
    withExample(name, async ({ fakes, run }) => {
      const executed = await run(merge(name), { files: { ...files, [workflow]: text } });
      expect(executed.result, logOf(executed)).toBe('success');
      expect(logOf(executed)).toContain('RIPEstat: 198.51.100.0/24 from AS64500 is valid in RPKI');
      expect(fakes.requestLog.of('rpki-validation')).toHaveLength(6);
    }),
  );

  test('with rpki: off, asks no third party', () =>
    withExample(name, async ({ fakes, run }) => {
      const off = perTarget.replace('one-job-per-target: true', "rpki: 'off'");
      await run(pullRequest('byoasn.yml'), { files: { ...files, [workflow]: off } });
      expect(fakes.requestLog.requests.filter(({ service }) => service === 'rpki')).toEqual([]);
    }));

  const commentsWith = (comment: string) => ({
    files: { ...files, [workflow]: (files[workflow] ?? '').replace(/max-changes: .*/, comment) },
  });

  test.each([
    ['comment: true', 1],
    ["comment: 'true'", 1],
    ['comment: on-change', 1],
    ['comment: false', 0],
    ["comment: 'false'", 0],
    [`comment: \${{ github.event_name == 'schedule' }}`, 0],
  ])('with %s posts %i comments on a plan with changes', (comment, count) =>
    withExample(name, async ({ fakes, run }) => {
      const executed = await run(pullRequest('byoasn.yml'), commentsWith(comment));
      expect(executed.result, logOf(executed)).toBe('success');
      expect(reasonsOf(executed)).toEqual(['planned']);
      expect(fakes.github.repository().comments(defaultPull.number)).toHaveLength(count);
    }),
  );

  test('with comment: on-change, posts no comment on a plan without changes', () =>
    withExample(name, async ({ fakes, run }) => {
      await run(merge(name), commentsWith('comment: false'));
      const executed = await run(pullRequest('byoasn.yml'), commentsWith('comment: on-change'));
      expect(reasonsOf(executed)).toEqual(['no-changes']);
      expect(logOf(executed)).toContain('no comment: nothing to do');
      expect(fakes.github.repository().comments(defaultPull.number)).toEqual([]);
    }));

  test.each(forms)('only plans on another branch, %s', (_, text) =>
    withExample(name, async ({ fakes, asked, run }) => {
      const anyBranch = text.replace('    branches: [main]\n', '');
      const ref = 'repo:octo-org/prefixes:ref:refs/heads/trial';
      for (const account of ['111122223333', '444455556666']) {
        fakes.sts.setRole({
          arn: `arn:aws:iam::${account}:role/byoasn-plan`,
          subjects: [ref],
          maxSessionSeconds: 3600,
          actions: applyActions.slice(1),
        });
      }
      const executed = await run(pushToBranch('trial', 'byoasn.yml'), {
        files: { ...files, [workflow]: anyBranch },
      });
      expect(executed.result, logOf(executed)).toBe('success');
      expect(reasonsOf(executed)).toEqual(['planned']);
      expect(asked).toEqual([]);
      expect(fakes.requestLog.changes).toEqual([]);
    }),
  );

  test.each(forms)('only plans for an event other than a push, %s', (_, text) =>
    withExample(name, async ({ fakes, asked, run }) => {
      const daily = text.replace('on:\n', 'on:\n  schedule: [{ cron: "23 5 * * *" }]\n');
      const executed = await run(scheduled, { files: { ...files, [workflow]: daily } });
      expect(executed.result, logOf(executed)).toBe('success');
      expect(reasonsOf(executed)).toEqual(['planned']);
      expect(asked).toEqual([]);
      expect(fakes.requestLog.changes).toEqual([]);
    }),
  );

  test.each(forms)('waits for the environment byoasn if the caller names none, %s', (_, text) =>
    withExample(name, async ({ fakes, asked, run }) => {
      const unnamed = text.replace('environment: byoasn', 'environment: ""');
      await run(merge(name), {
        files: { ...files, [workflow]: unnamed },
        approve: () => false,
      });
      expect(new Set(asked.map(({ environment }) => environment))).toEqual(new Set(['byoasn']));
      expect(fakes.requestLog.changes).toEqual([]);
    }),
  );

  test('queues applies by file and target, and cancels neither them nor their plan', () =>
    withExample(name, async ({ run }) => {
      const queues = async (job: string, event: WorkflowEvent, more = {}) =>
        (await run(event, { approve: () => false, ...more }))
          .named(`byoasn / ${job}`)
          .map(({ concurrency }) => concurrency);
      expect(await queues('apply', merge(name))).toEqual([
        { group: 'byoasn-apply-byoasn.yml', 'cancel-in-progress': false },
      ]);
      expect(await queues('apply-target', merge(name), inJobs)).toEqual([
        { group: 'byoasn-apply-byoasn.yml-111122223333-us-west-2', 'cancel-in-progress': false },
        { group: 'byoasn-apply-byoasn.yml-444455556666-eu-west-1', 'cancel-in-progress': false },
      ]);
      expect(await queues('plan', merge(name))).toEqual([
        { group: 'byoasn-plan-byoasn.yml-refs/heads/main', 'cancel-in-progress': false },
      ]);
      expect(await queues('plan', pullRequest('byoasn.yml'))).toEqual([
        { group: 'byoasn-plan-byoasn.yml-refs/pull/7/merge', 'cancel-in-progress': true },
      ]);
    }));

  describe.concurrent('keeps the plan as an artifact', () => {
    const artifact = (days: number) =>
      new RegExp(
        `^artifact byoasn-plan-byoasn.yml, ${days} days: (byoasn-\\w+)/plan.json \\1/plan.md$`,
        'gm',
      );
    const calledWith = (more: string) => ({
      files: { ...files, [workflow]: (files[workflow] ?? '').replace(/ {4}with:\n/, `$&${more}`) },
    });
    const refused = 'version: 1\ntargets: []\n';

    test.each([
      ['for 90 days', '', 90],
      ['for as many days as the caller sets', '      plan-retention-days: 14\n', 14],
    ])('%s', (_, given, days) =>
      withExample(name, async ({ run }) => {
        const executed = await run(merge(name), calledWith(given));
        expect(executed.result).toBe('success');
        expect(logOf(executed).match(artifact(days))).toHaveLength(1);
      }),
    );

    test('also if the plan is refused', () =>
      withExample(name, async ({ fakes, run }) => {
        fakes.ipam.removeCidr('198.51.100.0/24');
        const executed = await run(pullRequest('byoasn.yml'));
        expect(reasonsOf(executed)).toEqual(['refused']);
        expect(logOf(executed).match(artifact(90))).toHaveLength(1);
      }));

    test.each([
      ['unless the caller wants none', calledWith('      plan-retention-days: 0\n'), 'success'],
      ['unless there is none', { files: { ...files, 'byoasn.yml': refused } }, 'failure'],
    ])('%s', (_, more, result) =>
      withExample(name, async ({ run }) => {
        const executed = await run(pullRequest('byoasn.yml'), more);
        expect(executed.result).toBe(result);
        expect(logOf(executed)).not.toMatch(/^artifact /m);
      }),
    );
  });

  test('gives its caller the result', () =>
    withExample(name, async ({ run }) => {
      const after = [
        '  after:',
        '    needs: byoasn',
        '    runs-on: ubuntu-latest',
        `    outputs: { all: "\${{ toJSON(needs.byoasn.outputs) }}" }`,
        '    steps: [{ run: "true" }]',
      ];
      const resultsOf = async (event: WorkflowEvent, text: string) => {
        const asking = `${text.trimEnd()}\n${after.join('\n')}\n`;
        const executed = await run(event, { files: { ...files, [workflow]: asking } });
        return JSON.parse(executed.named('after')[0]?.outputs.all ?? '{}');
      };
      const planned = {
        reason: 'planned',
        'has-changes': 'true',
        changed: 'false',
        'plan-digest': expect.stringMatching(/^v2:[0-9a-f]{64}$/),
        counts: '{"associate":3,"wait":0,"keep":0,"refuse":0,"unmanaged":0}',
      };
      expect(await resultsOf(pullRequest('byoasn.yml'), files[workflow] ?? '')).toEqual(planned);
      expect(await resultsOf(merge(name), files[workflow] ?? '')).toEqual({
        ...planned,
        ...{ reason: 'applied', changed: 'true' },
      });
    }));

  test('passes its inputs to every job that needs them', () => {
    const path = join(import.meta.dirname, '..', '..', '..', '.github', 'workflows', 'byoasn.yml');
    const { on, jobs } = parse(readFileSync(path, 'utf8'));
    const inputs = Object.keys(on.workflow_call.inputs);
    // The plan changes nothing that could fail, or to wait for. A target's job has one target, whose plan was checked by then.
    const notFor: Readonly<Record<string, readonly string[]>> = {
      plan: ['wait-timeout-seconds', 'fail-fast'],
      apply: [],
      'apply-target': ['max-changes', 'concurrency', 'comment'],
    };
    const ofAction = [
      ...['config', 'max-changes', 'wait-timeout-seconds', 'concurrency', 'comment'],
      ...['ipam-region', 'unmanaged', 'audience', 'role-duration-seconds'],
      ...['role-external-id', 'session-policy'],
      ...['allow-special-use', 'fail-fast', 'rpki', 'rpki-policy'],
    ];
    const inputsOf = ({ steps }: { readonly steps: readonly StepFields[] }) =>
      steps.find(({ uses }) => uses?.startsWith('$/'))?.with ?? {};
    expect(Object.keys(jobs)).toEqual(Object.keys(notFor));
    for (const [job, missing] of Object.entries(notFor)) {
      const given = Object.entries(inputsOf(jobs[job]));
      expect(given, job).toEqual(
        expect.arrayContaining(
          ofAction
            .filter((input) => !missing.includes(input))
            .map((input) => [input, `\${{ inputs.${input} }}`]),
        ),
      );
    }
    for (const job of Object.keys(notFor)) {
      expect(inputsOf(jobs[job]).environment, job).toBe(jobs.apply.environment.name);
    }
    const text = JSON.stringify(jobs);
    expect(inputs.filter((input) => !text.includes(`inputs.${input}`))).toEqual([]);
  });

  const pinned: ExampleFakesOptions = {
    roles: {
      conditions: {
        job_workflow_ref: [
          `OWNER/associate-ipam-byoasn/.github/workflows/byoasn.yml@refs/tags/${currentTag}`,
        ],
      },
    },
  };

  test('assumes roles that trust only this workflow', () =>
    withExample(
      name,
      async ({ fakes, run }) => {
        expect((await run(merge(name))).result).toBe('success');
        expect(fakes.requestLog.changes).toHaveLength(3);
      },
      pinned,
    ));

  test('is the only workflow that can: another one of the repository is denied', () =>
    withExample(
      'fleet.yml',
      async ({ fakes, run }) => {
        const executed = await run(merge('fleet.yml'));
        expect(executed.result).toBe('failure');
        expect(reasonsOf(executed)).toEqual(['oidc-denied']);
        expect(atAws(fakes)).not.toContain('DescribeByoipCidrs');
      },
      pinned,
    ));

  test('does not start if the caller grants less than it needs', () =>
    withExample(name, async ({ fakes, run }) => {
      const withoutIdToken = (files[workflow] ?? '').replace(/ +id-token: write.*\n/, '');
      await expect(
        run(merge(name), { files: { ...files, [workflow]: withoutIdToken } }),
      ).rejects.toThrow("requesting 'id-token: write', but is only allowed 'id-token: none'");
      expect(atAws(fakes)).toEqual([]);
    }));
});

test('hub-account.yml is reusable.yml with two roles in place of each', () => {
  const [alone, throughHub] = ['reusable.yml', 'hub-account.yml'].map((name) => {
    const { files, workflow } = repositoryOf(name);
    return (files[workflow] ?? '').replace(/^(#.*\n)+/, '');
  });
  const withHub = (alone ?? '').replaceAll(
    / {6}(plan|apply)-role: (.*\/(byoasn-\w+))\n/g,
    (_, name, arn, role) =>
      `      ${name}-role: |\n        arn:aws:iam::777788889999:role/${role}\n        ${arn}\n`,
  );
  expect(throughHub?.replace(' # the role of the hub, then of each member', '')).toBe(withHub);
});

test('fleet.yml names in its plan and its apply the environment that the apply waits for', () => {
  const { files, workflow } = repositoryOf('fleet.yml');
  const { plan, apply } = parse(files[workflow] ?? '').jobs;
  for (const { steps } of [plan, apply]) {
    expect(steps.at(-1).with.environment).toBe(apply.environment.name);
  }
});

describe.concurrent('the summary of an apply says who approved', () => {
  const summaryOf = (executed: Executed) => executed.named('apply')[0]?.summary;

  test('if fleet.yml lets it read runs', () =>
    withExample('fleet.yml', async ({ run }) => {
      const { files, workflow } = repositoryOf('fleet.yml');
      const text = (files[workflow] ?? '').replace(/permissions:\n/g, '$&      actions: read\n');
      const executed = await run(merge('fleet.yml'), { files: { ...files, [workflow]: text } });
      expect(executed.result).toBe('success');
      expect(summaryOf(executed)).toContain('approved in this run by <code>mona</code>');
    }));

  test('but without that permission, only the log says that it is unknown', () =>
    withExample('fleet.yml', async ({ run }) => {
      const executed = await run(merge('fleet.yml'));
      expect(executed.result).toBe('success');
      expect(summaryOf(executed)).not.toContain('approved in this run');
      expect(
        logOf(executed).match(/^the approvers are not known: .*actions: read$/gm),
      ).toHaveLength(1);
    }));
});

describe.concurrent('fleet.yml without', () => {
  const name = 'fleet.yml';
  const { files, workflow } = repositoryOf(name);
  const without = (part: RegExp, instead = '') => {
    const text = files[workflow] ?? '';
    expect(text).toMatch(part);
    return { files: { ...files, [workflow]: text.replace(part, instead) } };
  };

  test('its environment asks for no approval, and AWS denies the role', () =>
    withExample(name, async ({ fakes, asked, run }) => {
      const executed = await run(merge(name), without(/^ {4}environment:\n(?: {6}.*\n)+/m));
      expect(reasonsOf(executed)).toEqual(['planned', 'oidc-denied']);
      expect(asked).toEqual([]);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('the digest of its plan applies what no one has approved', () =>
    withExample(name, async ({ fakes, run }) => {
      const executed = await run(merge(name), {
        ...without(/ +expected-plan: .*\n/),
        approve() {
          fakes.ipam.setAssociation({ asn: '64500', cidr: '198.51.100.0/24', state: 'associated' });
          return true;
        },
      });
      expect(reasonsOf(executed)).toEqual(['planned', 'applied']);
      expect(fakes.requestLog.changes).toHaveLength(2);
    }));

  test('the permission id-token fails, and the error names it', () =>
    withExample(name, async ({ fakes, run }) => {
      const executed = await run(merge(name), without(/ +id-token: write.*\n/));
      expect(executed.result).toBe('failure');
      expect(logOf(executed)).toContain('id-token: write');
      expect(atAws(fakes)).toEqual([]);
    }));

  test('the plan role is denied on a pull request', () =>
    withExample(name, async ({ fakes, run }) => {
      const executed = await run(
        pullRequest('byoasn.yml'),
        without(/role\/byoasn-plan/, 'role/byoasn-apply'),
      );
      expect(reasonsOf(executed)).toEqual(['oidc-denied']);
      expect(fakes.requestLog.changes).toEqual([]);
    }));
});

describe.concurrent('drift.yml', () => {
  const issuesOf = (fakes: Fakes) => fakes.github.repository().issues();

  test('opens one issue, keeps it, closes it when AWS agrees again, and reopens it', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      const opened = await run(scheduled);
      expect(opened.result, logOf(opened)).toBe('success');
      expect(opened.concurrency).toEqual({ group: 'byoasn-drift', 'cancel-in-progress': false });
      expect(opened.jobs.map(({ permissions }) => permissions)).toEqual([
        { contents: 'read', 'id-token': 'write' },
        { issues: 'write' },
      ]);
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open', labels: ['byoasn-drift'] }]);
      expect(issuesOf(fakes)[0]?.body).toContain(
        '| 444455556666 | eu-west-1 | 203.0.113.0/24 | AS64501 | absent |',
      );

      await run(dispatched);
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open' }]);

      const desired = [
        [fakes.ipam, '64500', '198.51.100.0/24'],
        [fakes.ipam, '64500', '2001:db8:1000::/48'],
        [fakes.ec2.ipam('444455556666', 'eu-west-1'), '64501', '203.0.113.0/24'],
      ] as const;
      for (const [ipam, asn, cidr] of desired) {
        ipam.setAssociation({ asn, cidr, state: 'associated' });
      }
      const closed = await run(scheduled);
      expect(closed.result, logOf(closed)).toBe('success');
      expect(issuesOf(fakes)).toMatchObject([{ state: 'closed' }]);

      fakes.ipam.removeAssociation('64500', '198.51.100.0/24');
      await run(scheduled);
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open' }]);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  /** AWS shows what the file says, and another ASN on one of its CIDRs. */
  const withSecond = (fakes: Fakes) => {
    for (const cidr of ['198.51.100.0/24', '2001:db8:1000::/48']) {
      fakes.ipam.setAssociation({ asn: '64500', cidr, state: 'associated' });
    }
    const other = fakes.ec2.ipam('444455556666', 'eu-west-1');
    other.setAssociation({ asn: '64501', cidr: '203.0.113.0/24', state: 'associated' });
    fakes.ipam.setAssociation({ asn: '64511', cidr: '198.51.100.0/24', state: 'associated' });
  };

  test('opens the issue for another ASN on a CIDR, and closes it when that ASN is gone', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      withSecond(fakes);
      const opened = await run(scheduled);
      expect(reasonsOf(opened), logOf(opened)).toEqual(['no-changes']);
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open' }]);
      const { body = '' } = issuesOf(fakes)[0] ?? {};
      expect(body).toContain('AWS has more than byoasn.yml says. [The run]');
      expect(body).toContain(
        '| 111122223333 | us-west-2 | 198.51.100.0/24 | AS64511 | associated |',
      );
      expect(body).not.toContain('The plan would');
      fakes.ipam.removeAssociation('64511', '198.51.100.0/24');
      const closed = await run(scheduled);
      expect(closed.result, logOf(closed)).toBe('success');
      expect(issuesOf(fakes)).toMatchObject([{ state: 'closed' }]);
    }));

  test('with all-cidrs, opens the issue for a CIDR that is not in the file', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      withSecond(fakes);
      fakes.ipam.removeAssociation('64511', '198.51.100.0/24');
      fakes.ipam.setCidr({ cidr: '192.0.2.0/24', state: 'advertised' });
      await run(scheduled);
      expect(issuesOf(fakes)).toEqual([]);
      const { workflow, files } = repositoryOf('drift.yml');
      const text = files[workflow]?.replace('all-cidrs: false', 'all-cidrs: true') ?? '';
      await run(scheduled, { files: { ...files, [workflow]: text } });
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open' }]);
      expect(issuesOf(fakes)[0]?.body).toContain(
        '| 111122223333 | us-west-2 | 192.0.2.0/24 | none | advertised |',
      );
    }));

  test('opens the issue for an association on a CIDR that was deprovisioned', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      withSecond(fakes);
      fakes.ipam.removeAssociation('64511', '198.51.100.0/24');
      fakes.ipam.setCidrState('198.51.100.0/24', 'deprovisioned');
      const executed = await run(scheduled);
      expect(reasonsOf(executed), logOf(executed)).toEqual(['refused']);
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open' }]);
      expect(issuesOf(fakes)[0]?.body).toContain(
        '| 111122223333 | us-west-2 | 198.51.100.0/24 | AS64500 | associated | refuse |',
      );
    }));

  test('opens the issue for a refused plan, and its job still fails', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      fakes.ipam.removeCidr('198.51.100.0/24');
      const executed = await run(scheduled);
      expect(resultOf(executed, 'plan')).toBe('failure');
      expect(resultOf(executed, 'issue'), logOf(executed)).toBe('success');
      expect(issuesOf(fakes)).toMatchObject([{ state: 'open' }]);
    }));

  test('opens no issue while AWS is still working', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      await run(scheduled);
      const { ipam } = fakes;
      const other = fakes.ec2.ipam('444455556666', 'eu-west-1');
      for (const cidr of ['198.51.100.0/24', '2001:db8:1000::/48']) {
        ipam.setAssociation({ asn: '64500', cidr, state: 'pending-association' });
      }
      other.setAssociation({ asn: '64501', cidr: '203.0.113.0/24', state: 'associated' });
      const executed = await run(scheduled);
      expect(reasonsOf(executed), logOf(executed)).toEqual(['no-changes']);
      expect(issuesOf(fakes)).toMatchObject([{ state: 'closed' }]);
      expect(issuesOf(fakes)[0]?.body).toContain('or is about to');
    }));

  test('does not touch the issue if AWS cannot be read', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      fakes.sts.removeRole('arn:aws:iam::111122223333:role/byoasn-plan');
      fakes.sts.removeRole('arn:aws:iam::444455556666:role/byoasn-plan');
      const executed = await run(scheduled);
      expect(resultOf(executed, 'plan')).toBe('failure');
      expect(resultOf(executed, 'issue')).toBe('success');
      expect(issuesOf(fakes)).toEqual([]);
    }));

  test('does not touch an issue that someone else wrote with its marker and label', () =>
    withExample('drift.yml', async ({ fakes, run }) => {
      const copied = fakes.github.repository().addIssue({
        author: { login: 'monalisa', type: 'User' },
        title: 'AWS differs from byoasn.yml',
        body: '<!-- byoasn-drift: byoasn.yml -->',
        labels: ['byoasn-drift'],
      });
      await run(scheduled);
      expect(issuesOf(fakes)).toHaveLength(2);
      expect(fakes.github.repository().issue(copied.number)).toEqual(copied);
    }));
});
