import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { defaultPull } from '../../fakes/github/github.ts';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts, type Trust, targetsOf } from '../action/behind-proxy.ts';
import { fastAssociations } from '../action/fleet.ts';
import {
  dispatched,
  forkPullRequest,
  pullRequest,
  pushToBranch,
  pushToMain,
  queued,
  type WorkflowEvent,
} from './event.ts';
import { repositoryOf } from './examples.ts';
import { type Executed, executeWorkflow } from './execute.ts';
import type { JobReport, Run } from './run.ts';
import { atAws, type Bench, logOf, merge, reasonsOf, resultOf, runExample } from './run-example.ts';
import { addExamples } from './start-fakes.ts';

const reusable = 'reusable.yml';
const { files, workflow } = repositoryOf(reusable);
const onMain = merge(reusable);

/** The calling workflow with these inputs added, and a job that publishes the outputs of the workflow. */
function calling(inputs: Readonly<Record<string, unknown>>) {
  const caller = parse(files[workflow] ?? '');
  Object.assign(caller.jobs.byoasn.with, inputs);
  caller.jobs.after = {
    needs: 'byoasn',
    if: 'always()',
    'runs-on': 'ubuntu-latest',
    outputs: {
      reason: `\${{ needs.byoasn.outputs.reason }}`,
      changed: `\${{ needs.byoasn.outputs.changed }}`,
    },
    steps: [{ run: 'true' }],
  };
  return { files: { ...files, [workflow]: stringify(caller) } };
}

const withReusable = (use: (bench: Bench) => Promise<void>) => runExample(reusable, use);
const perTarget = { 'one-job-per-target': true };
const byHandOnBranch: WorkflowEvent = { ...pushToBranch('trial'), name: 'workflow_dispatch' };

describe.concurrent('runs-on of the reusable workflow', () => {
  test.each([
    ['a label', 'macos-latest', 'macos-latest'],
    ['labels', '["self-hosted", "linux", "byoasn"]', ['self-hosted', 'linux', 'byoasn']],
    [
      'a runner group with labels',
      '{ "group": "network", "labels": ["linux"] }',
      { group: 'network', labels: ['linux'] },
    ],
  ])('is %s for every job', (_, text, runsOn) =>
    withReusable(async ({ run }) => {
      const inputs = { 'runs-on': text };
      for (const more of [{}, perTarget]) {
        const executed = await run(onMain, {
          ...calling({ ...inputs, ...more }),
          approve: () => false,
        });
        const { jobs } = executed;
        const started = jobs.filter(
          ({ name, runsOn: on }) => name.startsWith('byoasn') && on !== null,
        );
        expect(started.length).toBeGreaterThan(1);
        for (const job of started) expect(job.runsOn).toEqual(runsOn);
      }
    }),
  );
});

describe.concurrent('a runner that reaches AWS and GitHub only through a proxy', () => {
  let folder: string;
  let trust: Trust;
  beforeAll(async () => {
    const certificate = await certify(Object.values(hosts));
    folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
    writeFileSync(join(folder, 'ca.pem'), certificate.ca);
    trust = { certificate, caFile: join(folder, 'ca.pem') };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const oneTarget = stringify({
    version: 1,
    targets: parse(files['byoasn.yml'] ?? '').targets.slice(0, 1),
  });

  /** Plans and applies behind the proxy: by inputs of the workflow, or by settings of the runner. */
  const applyBehindProxy = (by: 'inputs' | 'runner', form: object) =>
    behindProxy(
      trust,
      async ({ fakes, proxy, names }) => {
        addExamples(fakes);
        const settings = { 'https-proxy': proxy.url, 'node-extra-ca-certs': trust.caFile };
        const called = calling({
          'runs-on': '["self-hosted", "linux", "byoasn"]',
          ...form,
          ...(by === 'inputs' && { ...settings, 'no-proxy': 'ghes.example.com' }),
        });
        const ofRunner = { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: trust.caFile };
        const executed = await executeWorkflow({
          files: { ...called.files, 'byoasn.yml': oneTarget },
          ...{ workflow, fakes, event: onMain, approve: () => true },
          runner: { ...names, ...(by === 'runner' && ofRunner) },
        });
        expect(reasonsOf(executed), logOf(executed)).toEqual(['planned', 'applied']);
        expect(targetsOf(proxy)).toEqual(
          [...Object.values(hosts), 'stat.ripe.net'].map((name) => `CONNECT ${name}:443`).sort(),
        );
      },
      { fakes: fastAssociations },
    );

  test.each([
    ['the inputs of the workflow', 'in one job', 'inputs', {}],
    [
      'the inputs of the workflow',
      'in a job for each target',
      'inputs',
      { ...perTarget, comment: 'true' },
    ],
    ['the settings of the runner', 'in one job', 'runner', {}],
  ] as const)('plans and applies by %s, %s', (_, __, by, form) => applyBehindProxy(by, form));
});

describe.concurrent('as a required check', () => {
  const because = 'this pull request changes none of its paths.';
  /** Files that a pattern matches, whether a pull request changes them or not. */
  const others = { 'a.yml': 'after', 'prefixes/a.yml': 'after', 'prefixes/b.yml': 'after' };
  const twoPaths = { paths: `byoasn.yml ${workflow}` };
  const plansOf = (executed: Executed) => ({
    check: resultOf(executed, 'byoasn / plan'),
    reasons: reasonsOf(executed),
  });

  test('the plan job reports on a pull request that changes none of the paths, without a request to AWS', () =>
    withReusable(async ({ fakes, run }) => {
      const executed = await run(pullRequest('README.md', 'byoasn.yml.md'));
      expect(plansOf(executed)).toEqual({ check: 'success', reasons: [] });
      expect(executed.named('byoasn / plan')[0]?.summary).toContain(because);
      expect(logOf(executed)).toContain(`[notice] BYOASN: not planned, because ${because}`);
      expect(atAws(fakes)).toEqual([]);
      expect(fakes.github.repository().comments(defaultPull.number)).toEqual([]);
    }));

  test.each([
    ['one of the paths', {}, pullRequest('README.md', 'byoasn.yml')],
    ['the workflow', {}, pullRequest(workflow)],
    ['a file in a folder of the paths', { paths: 'prefixes\n' }, pullRequest('prefixes/a.yml')],
    ['a file that a pattern matches', { paths: '*.yml' }, pullRequest('prefixes/a.yml')],
    ['the file, which is not in the paths', { paths: workflow }, pullRequest('byoasn.yml')],
    ['another workflow', { paths: 'byoasn.yml' }, pullRequest('.github/workflows/other.yml')],
    ['a path after a comma', { paths: 'byoasn.yml, prefixes' }, pullRequest('prefixes/a.yml')],
    ['a path between spaces', { paths: '  prefixes \t\n' }, pullRequest('prefixes/a.yml')],
    ['a file at the root, which **/ matches too', { paths: '**/a.yml' }, pullRequest('a.yml')],
    ['the file, which the paths exclude', { paths: ':!byoasn.yml' }, pullRequest('byoasn.yml')],
    ['anything, with no paths', { paths: '' }, pullRequest('README.md')],
    ['anything, with paths that git refuses', { paths: ':(none)' }, pullRequest('README.md')],
    ['anything, with a misspelled path', { paths: 'byoasn.yml\nprefix' }, pullRequest('README.md')],
    ['anything, with paths separated by a space', twoPaths, pullRequest('README.md')],
  ])('it plans a pull request that changes %s', (_, inputs, event) =>
    withReusable(async ({ run }) => {
      const called = calling(inputs).files;
      const executed = await run(event, { files: { ...called, ...others } });
      expect(plansOf(executed)).toEqual({ check: 'success', reasons: ['planned'] });
    }),
  );

  test.each([
    ['lines', `byoasn.yml\n${workflow}\n`],
    ['commas', `byoasn.yml, ${workflow},`],
    ['a pattern', '**/*.yml'],
  ])('it does not plan a pull request that changes none of its paths, given as %s', (_, paths) =>
    withReusable(async ({ run }) => {
      const executed = await run(pullRequest('README.md'), calling({ paths }));
      expect(plansOf(executed)).toEqual({ check: 'success', reasons: [] });
    }),
  );

  test('it fails if the file is not in the repository, whatever the pull request changes', () =>
    withReusable(async ({ run }) => {
      const executed = await run(pullRequest('README.md'), calling({ config: 'byoasn.yaml' }));
      expect(plansOf(executed)).toEqual({ check: 'failure', reasons: ['invalid-input'] });
    }));

  test('it fails if the plan is refused', () =>
    withReusable(async ({ fakes, run }) => {
      fakes.ipam.removeCidr('198.51.100.0/24');
      const executed = await run(pullRequest('byoasn.yml'));
      expect(plansOf(executed)).toEqual({ check: 'failure', reasons: ['refused'] });
    }));

  test('it plans in the merge queue, and updates the comment of the pull request', () =>
    withReusable(async ({ fakes, asked, run }) => {
      await run(pullRequest('byoasn.yml'));
      const executed = await run(queued);
      expect(plansOf(executed)).toEqual({ check: 'success', reasons: ['planned'] });
      expect(fakes.github.repository().comments(defaultPull.number)).toHaveLength(1);
      expect(asked).toEqual([]);
      expect(fakes.requestLog.changes).toEqual([]);
    }));
});

describe.concurrent('the outputs of the reusable workflow', () => {
  /** What happens before and after the approval of the n-th apply job. */
  interface Case {
    readonly title: string;
    readonly inputs?: object;
    readonly event?: WorkflowEvent;
    readonly approvals?: readonly boolean[];
    readonly arrange?: (bench: Bench) => void;
    readonly onApproval?: (bench: Bench) => void;
    readonly loses?: Run['loses'];
    readonly runner?: Run['runner'];
    readonly reason: string;
    readonly changed: 'true' | 'false' | 'unknown';
  }

  const associate = ({ fakes }: Bench) =>
    fakes.ipam.setAssociation({ asn: '64500', cidr: '198.51.100.0/24', state: 'associated' });
  const associateDr = ({ fakes }: Bench) =>
    fakes.ec2
      .ipam('444455556666', 'eu-west-1')
      .setAssociation({ asn: '64501', cidr: '203.0.113.0/24', state: 'associated' });
  const losesApply: Run['loses'] = (job) => job.includes('apply');
  /** Ends an apply before it can report anything, as when the runner has no memory left. */
  const killed = {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
      "if (process.env['INPUT_DRY-RUN'] === 'false') process.kill(process.pid, 'SIGKILL')",
    )}`,
  };

  const cases: readonly Case[] = [
    { title: 'a plan', event: pullRequest('byoasn.yml'), reason: 'planned', changed: 'false' },
    { title: 'no plan', event: pullRequest('README.md'), reason: '', changed: 'false' },
    { title: 'a run by hand on a branch', event: byHandOnBranch, reason: '', changed: 'false' },
    {
      title: 'a refused plan',
      arrange: ({ fakes }) => fakes.ipam.removeCidr('198.51.100.0/24'),
      reason: 'refused',
      changed: 'false',
    },
    { title: 'an apply', reason: 'applied', changed: 'true' },
    { title: 'a changed plan', onApproval: associate, reason: 'plan-changed', changed: 'false' },
    { title: 'a rejected apply', approvals: [false], reason: '', changed: 'unknown' },
    { title: 'an apply whose runner was lost', loses: losesApply, reason: '', changed: 'unknown' },
    { title: 'an apply that was killed', runner: killed, reason: '', changed: 'unknown' },
    {
      title: 'an apply that does not know the state',
      onApproval: ({ fakes }) =>
        fakes.sts.removeRole('arn:aws:iam::111122223333:role/byoasn-apply'),
      reason: 'oidc-denied',
      changed: 'unknown',
    },
    { title: 'two targets applied', inputs: perTarget, reason: 'planned', changed: 'true' },
    {
      title: 'two targets, the second rejected',
      ...{ inputs: perTarget, approvals: [true, false], reason: 'planned', changed: 'true' },
    },
    {
      title: 'two targets, the second with a changed plan',
      ...{ inputs: perTarget, onApproval: associateDr, reason: 'planned', changed: 'true' },
    },
    {
      title: 'two targets, the first with a changed plan',
      ...{ inputs: perTarget, onApproval: associate, reason: 'planned', changed: 'true' },
    },
    {
      // Nothing was created, but a job that lost its runner would look the same.
      title: 'two targets, both with a changed plan',
      inputs: perTarget,
      onApproval(bench) {
        associate(bench);
        associateDr(bench);
      },
      ...{ reason: 'planned', changed: 'unknown' },
    },
    {
      title: 'two targets, both rejected',
      ...{ inputs: perTarget, approvals: [false, false], reason: 'planned', changed: 'unknown' },
    },
    {
      title: 'two targets whose runners were lost',
      ...{ inputs: perTarget, loses: losesApply, reason: 'planned', changed: 'unknown' },
    },
  ];

  test.each(cases.map((each) => [each.title, each.reason, each.changed, each] as const))(
    'after %s have the reason %j, and changed is %s',
    (_, reason, changed, { event = onMain, inputs = {}, approvals = [], ...given }) =>
      withReusable(async (bench) => {
        given.arrange?.(bench);
        const answers = [...approvals];
        const executed = await bench.run(event, {
          ...calling({ ...inputs }),
          approve() {
            given.onApproval?.(bench);
            return answers.shift() ?? true;
          },
          ...(given.loses && { loses: given.loses }),
          ...(given.runner && { runner: given.runner }),
        });
        const { reason: seen = '', changed: said } = executed.named('after')[0]?.outputs ?? {};
        expect([seen, said], logOf(executed)).toEqual([reason, changed]);
      }),
  );
});

describe.concurrent('the reusable workflow', () => {
  test.each([
    ['apply', {}],
    ['apply-target', perTarget],
  ])('links the deployment of %s to its run', (job, inputs) =>
    withReusable(async ({ run }) => {
      const executed = await run(onMain, { ...calling(inputs), approve: () => false });
      const applies = executed.named(`byoasn / ${job}`);
      expect(applies.length).toBeGreaterThan(0);
      for (const { environment, url } of applies) {
        expect(environment).toBe('byoasn');
        expect(url).toBe('https://github.com/octo-org/prefixes/actions/runs/1234567890');
      }
    }),
  );

  test('started by hand on another branch, which no role trusts, only says where to start', () =>
    withReusable(async ({ fakes, run }) => {
      const executed = await run(byHandOnBranch);
      expect(executed.result, logOf(executed)).toBe('success');
      expect(logOf(executed)).toContain(
        '[notice] BYOASN: not planned, because the plan role trusts only the default branch. Start the run there.',
      );
      expect(atAws(fakes)).toEqual([]);
    }));

  test('keeps separate plans of two files of a run', () =>
    withReusable(async ({ run }) => {
      const { files: called } = calling({});
      const caller = parse(called[workflow] ?? '');
      const config = 'prefixes/dr & lab.yml';
      const second = { ...caller.jobs.byoasn, with: { ...caller.jobs.byoasn.with, config } };
      const jobs = { byoasn: caller.jobs.byoasn, second };
      const executed = await run(pullRequest('byoasn.yml'), {
        files: {
          ...called,
          [config]: called['byoasn.yml'] ?? '',
          [workflow]: stringify({ ...caller, jobs }),
        },
      });
      expect(logOf(executed).match(/(?<=^artifact )byoasn-plan[^,]*/gm)).toEqual([
        'byoasn-plan-byoasn.yml',
        'byoasn-plan-prefixes-dr---lab.yml',
      ]);
    }));

  test('refuses documentation values unless allow-special-use is true', () =>
    withReusable(async ({ run }) => {
      const executed = await run(
        pullRequest('byoasn.yml'),
        calling({ 'allow-special-use': false }),
      );
      expect(reasonsOf(executed)).toEqual(['invalid-input']);
      expect(logOf(executed)).toContain('is set aside for documentation');
    }));

  const settings = {
    audience: 'sts.amazonaws.com',
    'role-duration-seconds': 1800,
    'role-external-id': '',
    'session-policy': false,
    'allow-special-use': true,
    'fail-fast': false,
    rpki: 'off',
    unmanaged: 'warn',
    comment: 'on-change',
  };

  test.each([
    ['in one job', {}, 2],
    ['in a job for each target', perTarget, 3],
  ])('passes the settings of its caller to the action, %s', (_, form, count) =>
    withReusable(async ({ run }) => {
      const executed = await run(onMain, calling({ ...settings, ...form }));
      expect(executed.result, logOf(executed)).toBe('success');
      const given = executed.jobs.flatMap(({ name, steps }) =>
        steps.filter(({ outputs }) => outputs.reason).map(({ inputs }) => [name, inputs] as const),
      );
      expect(given).toHaveLength(count);
      for (const [job, inputs] of given) {
        const [, own = ''] = job.split(' / ');
        const { comment, 'fail-fast': failFast, ...all } = settings;
        const texts = Object.entries(all).map(([name, value]) => [name, String(value)]);
        expect(inputs).toMatchObject(Object.fromEntries(texts));
        expect(inputs.comment).toBe(own === 'apply-target' ? 'false' : comment);
        expect(inputs['fail-fast']).toBe(own === 'plan' ? 'true' : String(failFast));
      }
    }),
  );
});

describe.concurrent('fleet.yml does what reusable.yml does', () => {
  /** The actions of a run, without the names of its jobs. */
  function doneBy({ result, jobs }: Executed, { fakes, asked }: Bench) {
    const ran = jobs.filter(({ name }) => !name.endsWith('apply-target'));
    const comments = fakes.github.repository().comments(defaultPull.number);
    return {
      result,
      jobs: ran.map(jobDone),
      aws: atAws(fakes).sort(),
      rpki: fakes.requestLog.of('rpki-validation').length,
      comments: comments.map(({ body }) => body),
      asked: asked.map(({ environment }) => environment),
    };
  }

  function jobDone({ name, steps, log: _, ...job }: JobReport) {
    const ofAction = steps.filter(({ outputs }) => outputs.reason !== undefined);
    const { outputs, ...visible } = job;
    return {
      ...visible,
      name: name.replace('byoasn / ', ''),
      handedOver: outputs['plan-digest'],
      action: ofAction.map(({ inputs, outputs: { reason, state, changed } }) => ({
        inputs: { ...inputs, 'github-token': '' },
        ...{ reason, state, changed },
      })),
    };
  }

  async function done(name: string, event: WorkflowEvent, approve: Run['approve']) {
    let seen: unknown;
    await runExample(name, async (bench) => {
      seen = doneBy(await bench.run(event, { approve: approve ?? (() => true) }), bench);
    });
    return seen;
  }

  test.each<[string, WorkflowEvent, Run['approve']?]>([
    ['a pull request', pullRequest('byoasn.yml')],
    ['a pull request that changes other files', pullRequest('README.md')],
    ['a pull request of a fork', forkPullRequest('byoasn.yml')],
    ['the merge queue', queued],
    ['a push to main', pushToMain('byoasn.yml')],
    ['a push to main that is not approved', pushToMain('byoasn.yml'), () => false],
    ['a run started by hand', dispatched],
    ['a run started by hand on another branch', byHandOnBranch],
  ])('on %s', async (_, event, approve) => {
    const [own, called] = await Promise.all(
      ['fleet.yml', reusable].map((name) => done(name, event, approve)),
    );
    expect(own).toEqual(called);
  });

  test('and is started by the same events, with the same permissions', () => {
    const [fleet, caller] = ['fleet.yml', reusable].map((name) => {
      const example = repositoryOf(name);
      return parse(example.files[example.workflow] ?? '');
    });
    expect(fleet.on).toEqual(caller.on);
    expect(fleet.permissions).toEqual(caller.permissions);
    expect(caller.jobs.byoasn.with.paths.trim().split('\n')).toEqual(fleet.on.push.paths);
  });
});
