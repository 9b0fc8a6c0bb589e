import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Fakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { propagate } from '../../fakes/looking-glass.ts';
import { commandsOf } from '../../repo/docs/commands.ts';
import { deployedParameters } from '../../repo/docs/deploy-command.ts';
import { read } from '../../repo/docs/pages.ts';
import { renderStacks } from '../../repo/iam/cloudformation.ts';
import { stsRole } from '../../repo/iam/sts-role.ts';
import { withTool } from '../../repo/tools.ts';
import { dr, main } from '../action/fleet.ts';
import {
  dispatched,
  dispatchedWith,
  forkPullRequest,
  pullRequest,
  pushToBranch,
  queued,
  scheduled,
  type WorkflowEvent,
} from './event.ts';
import { repositoryOf } from './examples.ts';
import type { Run } from './run.ts';
import { atAws, type Bench, logOf, merge, reasonsOf, resultOf, runExample } from './run-example.ts';

const routes = 'routes.yml';
const { files, workflow } = repositoryOf(routes);
const idle = '198.51.100.0/24';
const live = '203.0.113.0/24';
const byRoutes = ['AdvertiseByoipCidr', 'WithdrawByoipCidr'];

/** The file with the origins that are wanted in the first account, or in the second. */
function fileOf(route: object, { account, region }: typeof main | typeof dr = main): string {
  return stringify({ version: 1, targets: [{ account, region, routes: [route] }] });
}

/** The workflow with other inputs too. No run waits for the route collectors unless it says so. */
function withInputs(inputs: Readonly<Record<string, string>>): string {
  const caller = parse(files[workflow] ?? '');
  Object.assign(caller.jobs.routes.with, { verify: 'off', ...inputs });
  return stringify(caller);
}

function having(file: string, inputs: Readonly<Record<string, string>> = {}): Pick<Run, 'files'> {
  return { files: { ...files, 'byoasn.yml': file, [workflow]: withInputs(inputs) } };
}

const associate = ({ ipam }: Fakes) =>
  ipam.setAssociation({ asn: '64500', cidr: idle, state: 'associated' });

const wanted = having(fileOf({ cidr: idle, origin: 64500 }));
const onMain = merge(routes);

/** Runs routes.yml where AS64500 is associated. */
const withRoutes = (use: (bench: Bench) => Promise<void>) =>
  runExample(routes, async (bench) => {
    associate(bench.fakes);
    await use(bench);
  });

describe.concurrent('routes.yml only plans', () => {
  test.each<[string, WorkflowEvent]>([
    ['a pull request', pullRequest('byoasn.yml')],
    ['the merge queue', queued],
  ])('%s', (_, event) =>
    withRoutes(async ({ fakes, asked, run }) => {
      const executed = await run(event, wanted);
      expect(executed.result, logOf(executed)).toBe('success');
      expect(reasonsOf(executed)).toEqual(['planned']);
      expect(resultOf(executed, 'routes / apply')).toBe('skipped');
      expect(asked).toEqual([]);
      expect(atAws(fakes).filter((operation) => byRoutes.includes(operation))).toEqual([]);
      expect(fakes.github.repository().comments(defaultPull.number)).toHaveLength(1);
    }),
  );

  test('on a schedule, if someone adds one', () =>
    withRoutes(async ({ fakes, asked, run }) => {
      const text = withInputs({}).replace('on:\n', 'on:\n  schedule: [{ cron: "23 5 * * *" }]\n');
      const executed = await run(scheduled, { files: { ...wanted.files, [workflow]: text } });
      expect(reasonsOf(executed), logOf(executed)).toEqual(['planned']);
      expect(asked).toEqual([]);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('nothing, if it is started by hand on another branch', () =>
    withRoutes(async ({ fakes, run }) => {
      const event = { ...pushToBranch('trial'), name: 'workflow_dispatch' } as const;
      const executed = await run(event, wanted);
      expect(executed.result, logOf(executed)).toBe('success');
      expect(reasonsOf(executed)).toEqual([]);
      expect(atAws(fakes)).toEqual([]);
    }));

  test('nothing for a pull request that changes none of its paths, and its check is green', () =>
    withRoutes(async ({ fakes, run }) => {
      const executed = await run(pullRequest('README.md'), wanted);
      expect(resultOf(executed, 'routes / plan')).toBe('success');
      expect(logOf(executed)).toContain('BYOASN routes: not planned, because');
      expect(atAws(fakes)).toEqual([]);
    }));

  test('offline on a fork, and its check is green', () =>
    withRoutes(async ({ fakes, run }) => {
      const executed = await run(forkPullRequest('byoasn.yml'), wanted);
      expect(executed.result, logOf(executed)).toBe('success');
      expect(reasonsOf(executed)).toEqual(['fork-no-credentials']);
      expect(atAws(fakes)).toEqual([]);
    }));
});

describe.concurrent('routes.yml on main', () => {
  test('changes nothing if the approval is rejected', () =>
    withRoutes(async ({ fakes, asked, run }) => {
      const executed = await run(onMain, { ...wanted, approve: () => false });
      expect(executed.result).toBe('failure');
      expect(asked).toEqual([{ environment: 'byoasn-route', job: 'routes / apply' }]);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test.each<[string, WorkflowEvent]>([
    ['a push', onMain],
    ['a run started by hand', dispatched],
  ])('%s advertises once, just what was approved, and nothing when it is run again', (_, event) =>
    withRoutes(async ({ fakes, run }) => {
      const executed = await run(event, wanted);
      expect(executed.result, logOf(executed)).toBe('success');
      expect(fakes.requestLog.changes).toMatchObject([{ verb: 'advertise', asn: '64500' }]);
      const [digest = ''] = executed
        .named('routes / plan')
        .map((job) => job.outputs['plan-digest']);
      expect(digest).toMatch(/^routes-v1:/);
      const [apply] = executed.named('routes / apply');
      expect(apply?.log).toContain(`approved plan: ${digest}`);
      expect(apply?.concurrency).toMatchObject({ 'cancel-in-progress': false });

      const again = await run(event, wanted);
      expect(reasonsOf(again), logOf(again)).toEqual(['no-changes']);
      expect(fakes.requestLog.changes).toHaveLength(1);
    }),
  );

  test('does not advertise again what an operator has withdrawn before the approval', () =>
    withRoutes(async ({ fakes, run }) => {
      const ipam = fakes.ec2.ipam(dr.account, dr.region);
      ipam.setAssociation({ asn: '64501', cidr: live, state: 'associated' });
      const executed = await run(onMain, {
        ...having(fileOf({ cidr: live, origin: 64501 }, dr)),
        approve() {
          ipam.setOrigin(live, 'none');
          return true;
        },
      });
      expect(reasonsOf(executed), logOf(executed)).toEqual(['planned', 'plan-changed']);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('refuses a second change: max-changes is 1', () =>
    withRoutes(async ({ fakes, run }) => {
      const target = { account: main.account, region: main.region };
      const two = [idle, '2001:db8:1000::/48'].map((cidr) => ({ cidr, origin: 64500 }));
      const ipv6 = '2001:db8:1000::/48';
      fakes.ipam.setAssociation({ asn: '64500', cidr: ipv6, state: 'associated' });
      const file = stringify({ version: 1, targets: [{ ...target, routes: two }] });
      const executed = await run(onMain, having(file));
      expect(reasonsOf(executed), logOf(executed)).toEqual(['too-many-changes']);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('refuses an origin that is not valid in RPKI', () =>
    withRoutes(async ({ fakes, run }) => {
      fakes.rpki.behaviour.vrps = [{ asn: 64511, prefix: idle, maxLength: 24 }];
      const executed = await run(onMain, wanted);
      expect(reasonsOf(executed), logOf(executed)).toEqual(['refused']);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test(
    'has the route collectors verify the change by default',
    () =>
      withRoutes(async ({ fakes, run }) => {
        showOrigins(fakes, [idle]);
        const executed = await run(
          onMain,
          having(fileOf({ cidr: idle, origin: 64500 }), { verify: 'warn' }),
        );
        expect(executed.result, logOf(executed)).toBe('success');
        const [apply] = executed.named('routes / apply');
        expect(apply?.steps.at(-1)?.outputs).toMatchObject({
          origin: '64500',
          verified: 'collectors',
        });
      }),
    60_000,
  );
});

/** From now on the route collectors see each change of an origin at once. */
function showOrigins({ ipam, rpki }: Fakes, cidrs: readonly string[]): void {
  rpki.behaviour.announcements = (now) =>
    cidrs.flatMap((cidr) => {
      const origin = (time: number) => ipam.originsAt(time).get(cidr) ?? 'none';
      return propagate(cidr, origin, { peers: 30, ms: 0 })(now);
    });
}

/** Runs withdraw.yml where AWS advertises a CIDR from AS64500. */
const withWithdraw = (use: (bench: Bench) => Promise<void>) =>
  runExample('withdraw.yml', async (bench) => {
    associate(bench.fakes);
    bench.fakes.ipam.setOrigin(idle, '64500');
    showOrigins(bench.fakes, [idle]);
    await use(bench);
  });

describe.concurrent('withdraw.yml', () => {
  const cidr = idle;
  const { account, region } = main;
  test(
    'withdraws with one listing and one call, without another source that could delay it',
    () =>
      withWithdraw(async ({ fakes, asked, run }) => {
        const executed = await run(dispatchedWith({ account, cidr, region }));
        expect(executed.result, logOf(executed)).toBe('success');
        expect(reasonsOf(executed)).toEqual(['withdrawn']);
        expect(asked).toEqual([{ environment: 'byoasn-withdraw', job: 'withdraw' }]);
        expect(fakes.requestLog.changes).toMatchObject([{ verb: 'withdraw', cidr }]);
        const operations = fakes.requestLog.requests.map(({ operation }) => operation);
        const until = operations.slice(0, operations.indexOf('WithdrawByoipCidr'));
        expect(until.filter((name) => name.startsWith('Describe'))).toEqual(['DescribeByoipCidrs']);
        expect(until).not.toContain('looking-glass');
        expect(operations).not.toContain('rpki-validation');
      }),
    60_000,
  );

  test.each([
    ['an empty CIDR', { account, cidr: '', region }, 'invalid-input'],
    ['a part of the CIDR', { account, cidr: '198.51.100.0/25', region }, 'invalid-input'],
    ['a CIDR of nobody', { account, cidr: '192.0.2.0/24', region }, 'cidr-not-found'],
    ['an empty account', { account: '', cidr, region }, 'invalid-input'],
  ])('refuses %s', (_, inputs, reason) =>
    withWithdraw(async ({ fakes, run }) => {
      const executed = await run(dispatchedWith(inputs));
      expect(reasonsOf(executed), logOf(executed)).toEqual([reason]);
      expect(fakes.requestLog.changes).toEqual([]);
    }),
  );

  test('changes nothing for a CIDR that is not advertised', () =>
    withWithdraw(async ({ fakes, run }) => {
      fakes.ipam.setOrigin(cidr, 'none');
      const executed = await run(dispatchedWith({ account, cidr, region }));
      expect(executed.result, logOf(executed)).toBe('success');
      expect(fakes.requestLog.changes).toEqual([]);
    }));
});

const page = read('docs/routes.md');

/** The roles of the template for this repository, pinned as docs/getting-started.md and docs/routes.md say. */
function deployRoles({ sts }: Fakes): void {
  const given = deployedParameters();
  const pins = [...page.matchAll(/`([^`\s]+\.yml@refs\/[^`\s]+)`/g)].map(([, pin = '']) => pin);
  const stacks = renderStacks(
    [main, dr].map(({ account, region }) => ({
      ...{ organization: 'octo-org', repository: 'prefixes', classicSubject: true },
      planJobWorkflowRefs: [given.get('PlanJobWorkflowRefs') ?? ''],
      applyJobWorkflowRefs: [given.get('ApplyJobWorkflowRefs') ?? ''],
      routeJobWorkflowRefs: pins.map((pin) => pin.replace('ORG/REPO', 'octo-org/prefixes')),
      ...{ routeRoles: true, allowDisassociate: true, regions: [region] },
      location: { account, region },
    })),
  );
  for (const { plan, apply, routes: more } of stacks) {
    for (const role of [plan, apply, ...Object.values(more ?? {})]) sts.setRole(stsRole(role));
  }
}

withTool('moto_server', 'with the roles of the template', () => {
  test(
    'docs/routes.md swaps an ASN for another in three approved runs',
    () =>
      runExample(routes, async ({ fakes, run }) => {
        const cidr = live;
        const ipam = fakes.ec2.ipam(dr.account, dr.region);
        ipam.setAsn({ asn: '64500', ipamId: 'ipam-0123456789abcdef0', state: 'provisioned' });
        ipam.setAssociation({ asn: '64501', cidr, state: 'associated' });
        ipam.setOrigin(cidr, '64501');
        deployRoles(fakes);

        const { workflow: path, files: others } = repositoryOf('reusable.yml');
        const caller = parse(others[path] ?? '');
        caller.jobs.byoasn.with['allow-remove'] = true;
        const { account, region } = dr;
        const reasons = async (name: 'reusable' | 'routes', target: object) => {
          const { files: own } = having(
            stringify({ version: 1, targets: [{ account, region, ...target }] }),
          );
          const location = name === 'routes' ? workflow : path;
          const more = { workflow: location, files: { ...own, [path]: stringify(caller) } };
          return reasonsOf(await run(dispatched, more));
        };
        const applied = ['planned', 'applied'];

        const old = { asn: 64501, cidr };
        const fresh = { asn: 64500, cidr };
        const associations = [old, fresh];
        expect(await reasons('reusable', { associations })).toEqual(applied);
        const swap = { associations, routes: [{ cidr, origin: 64500 }] };
        expect(await reasons('routes', swap)).toEqual(applied);
        const removal = { ...swap, associations: [{ ...old, remove: true }, fresh] };
        expect(await reasons('reusable', removal)).toEqual(['planned', 'disassociated']);

        expect(fakes.requestLog.changes.map(({ verb, asn }) => `${verb} ${asn}`)).toEqual([
          'associate 64500',
          'advertise 64500',
          'disassociate 64501',
        ]);
        expect(ipam.advertisement(cidr)?.origin).toBe('64500');
      }),
    60_000,
  );

  test(
    'withdraw.yml withdraws',
    () =>
      withWithdraw(async ({ fakes, run }) => {
        deployRoles(fakes);
        const { account, region } = main;
        const executed = await run(dispatchedWith({ cidr: idle, region, account }));
        expect(reasonsOf(executed), logOf(executed)).toEqual(['withdrawn']);
      }),
    60_000,
  );
});

describe('docs/routes.md', () => {
  const [command = ''] = commandsOf(page).filter((text) => text.startsWith('gh workflow run'));
  test('starts withdraw.yml with all its inputs', () => {
    const { inputs } = parse(Object.values(repositoryOf('withdraw.yml').files)[0] ?? '').on
      .workflow_dispatch;
    const given = [...command.matchAll(/--raw-field (\w+)=/g)].map(([, name = '']) => name);
    expect(given).toEqual(Object.keys(inputs));
    expect(command).toContain(' byoasn-withdraw.yml ');
  });
});
