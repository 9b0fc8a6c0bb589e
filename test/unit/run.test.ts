import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { associations } from '../../src/associations.ts';
import { type Connect, type Connection, connectVia } from '../../src/aws/connection.ts';
import type { Ec2 } from '../../src/aws/ec2.ts';
import type { CallError } from '../../src/aws/errors/call-error.ts';
import type { Context } from '../../src/context.ts';
import type { Association } from '../../src/domain/association.ts';
import { Failure } from '../../src/failure.ts';
import type { Outcome } from '../../src/outcome/run-state.ts';
import { run } from '../../src/run.ts';
import { callErrors } from '../fakes/call-errors.ts';
import { unusedClients } from '../fakes/clients.ts';
import { connectionContext, idTokenEndpoint, role } from '../fakes/connection-context.ts';
import { type Ec2Script, lastPage, memoryEc2 } from '../fakes/memory-ec2.ts';
import { memoryTransport, type ScriptedResponses } from '../fakes/memory-transport.ts';
import {
  asnsReply,
  associatedReply,
  callerReply,
  cidrsReply,
  idToken,
  sessionReply,
  tokenReply,
} from '../fakes/replies.ts';
import { virtualClock } from '../fakes/virtual-clock.ts';
import { type Conditions, virtualEc2 } from '../fakes/virtual-ec2.ts';
import { associationsOf } from './associations.ts';

const action: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> } = parse(
  readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'),
);

const [account, other] = ['111122223333', '444455556666'];
const [P, A] = ['pending-association', 'associated'];
const pair = { asn: '64500', cidr: '198.51.100.0/24', 'aws-region': 'us-west-2' };
const file = { config: 'byoasn.yml' };
const dryRun = { 'dry-run': 'true' };

/** Two targets in two accounts: one association of the first Region, two of the second. */
const fleet = `version: 1
targets:
  - account: "${account}"
    region: us-west-2
    associations:
      - { asn: 64500, cidr: 198.51.100.0/24 }
  - name: dr
    account: "${other}"
    region: eu-west-1
    associations:
      - { asn: 64501, cidr: 203.0.113.0/24 }
      - { asn: 64502, cidr: "2001:db8:1::/48" }
`;

type Texts = Readonly<Record<string, string>>;

interface Run {
  readonly outcome: Outcome;
  /** The log, in order: groups as `::group::`, their end as `::close::`, notices as `::notice::`. */
  readonly logged: readonly string[];
  readonly clock: Context['clock'];
}

/** A run of the action in memory, with these inputs and the defaults of action.yml. */
async function runWith(texts: Texts, connect: Connect, facts: Partial<Context> = {}): Promise<Run> {
  const logged: string[] = [];
  const clock = virtualClock();
  // A run can begin at any time of the machine's clock.
  await clock.sleep(5_000);
  const outcome = await run(
    {
      ...connectionContext(),
      readInput: (name) =>
        ({ 'allow-special-use': 'true', ...texts })[name] ?? action.inputs[name]?.default ?? '',
      readFile: () => fleet,
      clock,
      log: {
        group: (title) => logged.push(`::group::${title}`),
        close: () => logged.push('::close::'),
        line: (text) => logged.push(text),
        lines: (lines) => logged.push(...lines),
        notice: (text) => logged.push(`::notice::${text}`),
        warning: (text) => logged.push(`::warning::${text}`),
      },
      connect,
      transport: memoryTransport({}),
      ...facts,
    },
    associations,
  );
  return { outcome, logged, clock: facts.clock ?? clock };
}

/** A connection to EC2 in memory with 198.51.100.0/24, in an account that is known. */
const connectTo =
  (script: Ec2Script, accountId: string | undefined = account): Connect =>
  async () => ({
    ec2: memoryEc2(script),
    accountId,
    clients: unusedClients,
    callerAccountId: async () => account,
  });

/** The account and the CIDRs of each target. */
const accounts: Readonly<
  Record<string, { readonly accountId: string; readonly cidrs: readonly string[] }>
> = {
  'us-west-2': { accountId: account, cidrs: ['198.51.100.0/24'] },
  'eu-west-1': { accountId: other, cidrs: ['203.0.113.0/24', '2001:db8:1::/48'] },
};

/** EC2 in memory that associates immediately, and the CIDRs that it was asked to associate. */
function fleetEc2(answer: (association: Association) => CallError | undefined = () => undefined) {
  const associated: string[] = [];
  const connected: string[] = [];
  const ec2Of = (cidrs: readonly string[]): Ec2 => {
    const made: Association[] = [];
    return {
      ...memoryEc2({ dryRuns: ['req-1'] }),
      describeByoipCidrs: async () =>
        lastPage(
          cidrs.map((cidr) => ({
            Cidr: cidr,
            State: 'provisioned',
            AdvertisementType: 'unicast',
            AsnAssociations: made
              .filter((association) => association.cidr === cidr)
              .map(({ asn }) => ({ Asn: asn, Cidr: cidr, State: 'associated' })),
          })),
        ),
      associate: async (association) => {
        const error = answer(association);
        if (error) throw error;
        associated.push(association.cidr);
        made.push(association);
        return { state: P ?? '', statusMessage: '', requestId: 'req-1' };
      },
    };
  };
  const connect: Connect = async ({ region }) => {
    connected.push(region);
    const { accountId, cidrs } = accounts[region] ?? { accountId: '', cidrs: [] };
    return {
      ec2: ec2Of(cidrs),
      accountId,
      clients: unusedClients,
      callerAccountId: async () => accountId,
    };
  };
  return { connect, associated, connected };
}

const states = (outcome: Outcome) =>
  associationsOf(outcome).map(({ association, state, failure }) => [
    association.cidr,
    failure?.reason ?? state,
  ]);

describe('a run of the inputs', () => {
  test('goes from the inputs to the end state, and logs each stage in a group', async () => {
    const { outcome, logged } = await runWith(
      pair,
      connectTo({ reads: ['absent', P, A], associateCalls: ['req-1'] }),
    );
    expect(outcome).toMatchObject({
      reason: 'associated',
      conclusion: 'success',
      failure: undefined,
      inputs: { mode: 'apply', waitTimeoutSeconds: 900 },
      plan: { changes: [{ step: 'associate', before: 'absent' }] },
      pairs: [
        {
          target: { name: 'us-west-2', accountId: account, region: 'us-west-2' },
          association: { asn: '64500', cidr: '198.51.100.0/24' },
          state: A,
          changed: true,
          requestId: 'req-1',
        },
      ],
    });
    expect(logged.filter((line) => line.startsWith('::'))).toEqual([
      '::group::Inputs',
      '::group::Credentials',
      '::group::Plan for us-west-2: 1 to create',
      '::group::Apply',
      '::close::',
    ]);
    expect(logged).toContain('associate 198.51.100.0/24 with AS64500');
    expect(logged).toContain(
      `associate: 198.51.100.0/24 with AS64500 (now absent): ${outcome.pairs[0]?.why}`,
    );
  });

  test('logs the time since it started', async () => {
    const { logged } = await runWith(
      pair,
      connectTo({ reads: ['absent', P, A], associateCalls: ['req-1'] }),
    );
    expect(logged.filter((line) => /^\d\d:\d\d/.test(line))).toEqual([
      '00:00 EC2 accepted the call to associate 198.51.100.0/24 with AS64500 in us-west-2: pending-association (request id req-1)',
      '00:05 198.51.100.0/24 with AS64500 is associated',
    ]);
  });

  test('keeps to the deadline of the inputs', async () => {
    const texts = { ...pair, 'wait-timeout-seconds': '60' };
    const { outcome, clock } = await runWith(texts, connectTo({ reads: [P] }));
    expect(outcome).toMatchObject({ reason: 'wait-timeout', conclusion: 'failure' });
    expect(outcome.failure?.message).toContain('after 60 s');
    expect(clock.now()).toBe(65_000);
  });

  test('that does not wait ends once EC2 has accepted', async () => {
    const connect = connectTo({ reads: ['absent', callErrors.denied], associateCalls: ['req-1'] });
    const { outcome } = await runWith({ ...pair, wait: 'false' }, connect);
    expect(outcome).toMatchObject({ reason: 'accepted', pairs: [{ state: P, changed: true }] });
  });

  test('changes nothing if the association exists', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: [A] }));
    expect(outcome).toMatchObject({ reason: 'already-associated', pairs: [{ changed: false }] });
  });

  test('that is dry checks the permission and changes nothing', async () => {
    const { outcome, logged } = await runWith(
      { ...pair, ...dryRun },
      connectTo({ dryRuns: ['req-1'] }),
    );
    expect(outcome).toMatchObject({ reason: 'dry-run-permitted', pairs: [{ changed: false }] });
    expect(logged).toContain('::group::Dry run');
    expect(logged).not.toContain('::group::Apply');
  });

  test('that is dry can skip the permission check', async () => {
    const texts = { ...pair, ...dryRun, 'permission-check': 'false' };
    const { outcome } = await runWith(texts, connectTo({}));
    expect(outcome.reason).toBe('dry-run-unchecked');
  });

  test('whose call EC2 rejects ends with the failure of its pair', async () => {
    const { outcome } = await runWith(pair, connectTo({ associateCalls: [callErrors.denied] }));
    expect(outcome).toMatchObject({ reason: 'access-denied', conclusion: 'failure' });
    expect(outcome.failure).toBe(outcome.pairs[0]?.failure);
  });

  test('whose plan refuses the pair changes nothing', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: ['pending-disassociation'] }));
    expect(outcome).toMatchObject({
      reason: 'association-busy',
      plan: { changes: [{ step: 'refuse' }] },
    });
    expect(outcome.failure?.message).toContain('198.51.100.0/24 with AS64500');
  });

  test.each([
    ['max-changes', '0', 'too-many-changes'],
    ['expected-plan', `v2:${'0'.repeat(64)}`, 'plan-changed'],
  ])('that violates %s: %s changes nothing', async (name, text, reason) => {
    const { outcome } = await runWith({ ...pair, [name]: text }, connectTo({}));
    expect(outcome).toMatchObject({ reason, pairs: [{ changed: false, state: 'absent' }] });
    expect(outcome.plan?.changes).toHaveLength(1);
  });

  test('reports the account even if nothing can be read', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: [callErrors.denied] }, other));
    expect(outcome).toMatchObject({
      reason: 'access-denied',
      plan: undefined,
      pairs: [{ state: 'unknown', target: { accountId: other } }],
    });
  });
});

describe('a run that cannot start', () => {
  const noConnection: Connect = () => Promise.reject(new Error('unexpected connection'));

  test('because of its inputs does not contact AWS', async () => {
    const { outcome, logged } = await runWith({ ...pair, asn: '0' }, noConnection);
    expect(outcome).toMatchObject({
      reason: 'invalid-input',
      conclusion: 'failure',
      failure: { reason: 'invalid-input' },
      inputs: undefined,
      plan: undefined,
      pairs: [],
    });
    expect(logged).toEqual(['::close::']);
  });

  test('because of its file knows its inputs, and does not contact AWS', async () => {
    const { outcome } = await runWith(file, noConnection, {
      readFile: () => fleet.replace('64501', '0'),
    });
    expect(outcome).toMatchObject({
      reason: 'invalid-input',
      inputs: { mode: 'apply' },
      pairs: [],
    });
    expect(outcome.failure?.problems).toHaveLength(1);
  });

  test('because its file is missing says so', async () => {
    const missing = new Failure('invalid-input', 'config: "byoasn.yml" does not exist');
    const readFile = () => {
      throw missing;
    };
    const { outcome } = await runWith(file, noConnection, { readFile });
    expect(outcome.failure).toBe(missing);
  });

  test('because something other than an Error was thrown says so', async () => {
    const { outcome } = await runWith(pair, () => Promise.reject('a text'));
    expect(outcome.failure).toMatchObject({
      reason: 'internal-error',
      message: 'Unexpected: a text',
      cause: 'a text',
      lines: [],
      problems: [],
    });
  });

  test('because of a defect says so', async () => {
    const { outcome, logged } = await runWith(pair, noConnection);
    expect(outcome).toMatchObject({
      reason: 'internal-error',
      failure: { message: 'Unexpected: Error: unexpected connection' },
    });
    expect(logged.at(-1)).toBe('::close::');
  });
});

describe('a run of a file', () => {
  test('connects to every target and applies it, each with its own lines in the log', async () => {
    const { connect, associated } = fleetEc2();
    const { outcome, logged } = await runWith(file, connect);
    expect(outcome).toMatchObject({ reason: 'applied', conclusion: 'success' });
    expect(states(outcome)).toEqual([
      ['198.51.100.0/24', A],
      ['203.0.113.0/24', A],
      ['2001:db8:1::/48', A],
    ]);
    expect(associated.toSorted()).toEqual(['198.51.100.0/24', '2001:db8:1::/48', '203.0.113.0/24']);
    expect(logged).toContain(`${account}/us-west-2: account ${account} is allowed`);
    expect(logged).toContain(`dr: account ${other} is allowed`);
    expect(logged.filter((line) => line.startsWith('dr: 00:00 EC2 accepted'))).toHaveLength(2);
    expect(logged.filter((line) => line.startsWith('::'))).toEqual([
      '::group::Inputs',
      '::group::Credentials',
      `::group::Plan for ${account}/us-west-2: 1 to create`,
      '::group::Plan for dr: 2 to create',
      '::group::Apply',
      '::close::',
    ]);
  });

  test('logs the progress of all targets together', async () => {
    const { connect } = fleetEc2();
    const { logged } = await runWith(file, connect);
    expect(logged).toContain('3 of 3 associated, 0 pending, 00:02');
  });

  test('with the input target connects to no other target', async () => {
    const { connect, connected } = fleetEc2();
    const { outcome, logged } = await runWith({ ...file, target: 'dr' }, connect);
    expect(outcome.reason).toBe('applied');
    expect(connected).toEqual(['eu-west-1']);
    expect(logged).toContain(`account ${other} is allowed`);
  });

  test('that is dry is planned, with a digest', async () => {
    const { connect, associated } = fleetEc2();
    const { outcome } = await runWith({ ...file, ...dryRun }, connect);
    expect(outcome).toMatchObject({
      reason: 'planned',
      plan: { digest: expect.stringMatching(/^v2:/) },
    });
    expect(outcome.pairs.map(({ evidence }) => evidence.at(-1)?.grade)).toEqual(
      Array(3).fill('proven'),
    );
    expect(associated).toEqual([]);
  });

  test('has the same plan in any order of connecting', async () => {
    const { connect } = fleetEc2();
    const clock = virtualClock();
    const slowFirst: Connect = async (endpoint, context) => {
      await clock.sleep(endpoint.region === 'us-west-2' ? 1_000 : 10);
      return connect(endpoint, context);
    };
    const { outcome } = await runWith({ ...file, ...dryRun }, slowFirst, { clock });
    const uninterrupted = await runWith({ ...file, ...dryRun }, connect);
    expect(outcome.plan).toEqual(uninterrupted.outcome.plan);
  });

  test('that refuses one association creates none', async () => {
    const { connect, associated } = fleetEc2();
    const readFile = () => fleet.replace('203.0.113.0/24', '192.0.2.0/24');
    const { outcome } = await runWith(file, connect, { readFile });
    expect(outcome.reason).toBe('refused');
    expect(associated).toEqual([]);
  });

  test.each([
    ['1', 1],
    ['2', 2],
  ])('works on %s targets at a time', async (concurrency, atOnce) => {
    const { connect } = fleetEc2();
    const clock = virtualClock();
    let [under, most] = [0, 0];
    const counted: Connect = async (endpoint, context) => {
      under += 1;
      most = Math.max(most, under);
      await clock.sleep(100);
      under -= 1;
      return connect(endpoint, context);
    };
    const { outcome } = await runWith({ ...file, concurrency }, counted, { clock });
    expect(outcome.reason).toBe('applied');
    expect(most).toBe(atOnce);
  });

  test('with one target that cannot connect reads the others and changes nothing', async () => {
    const { connect, associated, connected } = fleetEc2();
    const failure = new Failure('oidc-denied', 'STS refused the token');
    const partly: Connect = async (endpoint, context) => {
      if (endpoint.region === 'us-west-2') throw failure;
      return connect(endpoint, context);
    };
    const { outcome } = await runWith(file, partly);
    expect(outcome).toMatchObject({
      reason: 'oidc-denied',
      conclusion: 'failure',
      plan: undefined,
    });
    expect(states(outcome).map(([, state]) => state)).toEqual([
      'oidc-denied',
      'unknown',
      'unknown',
    ]);
    expect(connected).toEqual(['eu-west-1']);
    expect(associated).toEqual([]);
  });

  test('keeps the account of the file if the credentials belong to another', async () => {
    const { connect } = fleetEc2();
    const wrong: Connect = async (endpoint, context) => ({
      ...(await connect(endpoint, context)),
      accountId: '999999999999',
      clients: unusedClients,
      callerAccountId: async () => '999999999999',
    });
    const { outcome } = await runWith(file, wrong);
    expect(outcome.reason).toBe('account-not-allowed');
    expect(outcome.pairs.map(({ target }) => target.accountId)).toEqual([account, other, other]);
  });

  test('continues after a failure in one target, unless fail-fast stops it', async () => {
    const denied = ({ cidr }: Association) =>
      cidr === '198.51.100.0/24' ? callErrors.denied : undefined;
    const going = await runWith(
      { ...file, 'fail-fast': 'false', concurrency: '1' },
      fleetEc2(denied).connect,
    );
    expect(going.outcome.reason).toBe('partly-applied');
    expect(states(going.outcome).map(([, state]) => state)).toEqual(['access-denied', A, A]);
    const stopping = await runWith(
      { ...file, 'fail-fast': 'true', concurrency: '1' },
      fleetEc2(denied).connect,
    );
    expect(stopping.outcome.reason).toBe('access-denied');
    expect(states(stopping.outcome).map(([, state]) => state)).toEqual([
      'access-denied',
      'absent',
      'absent',
    ]);
  });
});

describe('a run of twelve targets', () => {
  const accounts = Array.from({ length: 12 }, (_, nth) => `1111222233${10 + nth}`);
  const cidrsOf = (account: string, count: number) =>
    Array.from({ length: count }, (_, nth) => `2001:db8:${account.slice(-2)}${10 + nth}::/48`);
  const texts = { ...file, 'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply' };

  /** A file of the twelve, with so many associations each. */
  const fileOf = (count: number) =>
    [
      'version: 1',
      'targets:',
      ...accounts.flatMap((account) => [
        `  - { name: t${account}, account: "${account}", region: us-west-2, associations: [`,
        ...cidrsOf(account, count).map((cidr) => `      { asn: 64500, cidr: "${cidr}" },`),
        '    ] }',
      ]),
    ].join('\n');

  /** The run, with EC2 in virtual time for each target. */
  async function apply(
    count: number,
    conditions: (nth: number) => Conditions,
    {
      inputs = {},
      breakConnection = (connection: Connection, _nth: number) => connection,
      facts = {},
    }: {
      readonly inputs?: Texts;
      readonly breakConnection?: (connection: Connection, nth: number) => Connection;
      readonly facts?: Partial<Context>;
    } = {},
  ) {
    const clock = virtualClock();
    let started = 0;
    const all = accounts.map((account, nth): Ec2 => {
      const ec2 = virtualEc2(clock, conditions(nth));
      return {
        ...ec2,
        associate: (...sent) => {
          started += 1;
          return ec2.associate(...sent);
        },
        describeByoipCidrs: async (...sent) => {
          const { items } = await ec2.describeByoipCidrs(...sent);
          const unlisted = cidrsOf(account, count).filter(
            (cidr) => !items.some(({ Cidr }) => Cidr === cidr),
          );
          const bare = { State: 'provisioned', AdvertisementType: 'unicast' } as const;
          return lastPage([...items, ...unlisted.map((Cidr) => ({ ...bare, Cidr }))]);
        },
      };
    });
    const connect: Connect = async ({ role: assumed }) => {
      const nth = accounts.findIndex((account) => assumed?.arn.includes(account));
      const ec2 = all[nth];
      if (!ec2) throw new Error('a target of the test');
      const accountId = accounts[nth] ?? '';
      return breakConnection(
        { ec2, accountId, clients: unusedClients, callerAccountId: async () => accountId },
        nth,
      );
    };
    const { outcome } = await runWith({ ...texts, ...inputs }, connect, {
      readFile: () => fileOf(count),
      clock,
      ...facts,
    });
    return { outcome, clock, started: () => started };
  }

  test('that take eight minutes each takes about eight minutes, by default', async () => {
    const { outcome, clock } = await apply(1, () => ({ transitionMs: 480_000 }));
    expect(outcome.reason).toBe('applied');
    expect(states(outcome).map(([, state]) => state)).toEqual(Array(12).fill(A));
    expect(clock.now()).toBeLessThan(510_000);
  });

  test('works on as many targets at the same time as concurrency says, and waits for all together', async () => {
    const { outcome, clock } = await apply(
      3,
      (nth) => ({ delay: () => 20_000, transitionMs: 1_000 * nth }),
      { inputs: { concurrency: '1' } },
    );
    expect(outcome.reason).toBe('applied');
    // Each target makes three parallel calls of 20 s.
    expect(clock.now()).toBeGreaterThan(12 * 20_000);
    expect(clock.now()).toBeLessThan(12 * 20_000 + 30_000);
  });

  test.each(['true', 'false'])(
    'with a defect in one target starts no call after it has ended (fail-fast: %s)',
    async (failFast) => {
      let asked = 0;
      const breakConnection = ({ ec2, ...connection }: Connection, nth: number): Connection => ({
        ...connection,
        // The first use reads the listing.
        get ec2() {
          if (nth === 8) asked += 1;
          if (nth === 8 && asked > 1) throw new TypeError('x is not a function');
          return ec2;
        },
      });
      const { outcome, clock, started } = await apply(
        20,
        (nth) => ({ delay: () => 100 + 20 * nth }),
        {
          inputs: { 'fail-fast': failFast },
          breakConnection,
        },
      );
      const before = started();
      expect(outcome.failure).toMatchObject({
        reason: 'internal-error',
        message: 'Unexpected: TypeError: x is not a function',
      });
      const changed = outcome.pairs.filter((pair) => pair.changed);
      expect(changed).toHaveLength(before);
      expect(changed.every(({ state }) => state === A)).toBe(true);
      await clock.sleep(3_600_000);
      expect(started()).toBe(before);
    },
  );

  test('that is cancelled starts no call after it has ended', async () => {
    const controller = new AbortController();
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const { outcome, clock, started } = await apply(
      20,
      () => ({
        delay: (nth) => {
          if (nth === 10) controller.abort(cancelled);
          return 100;
        },
      }),
      { facts: { cancelled: controller.signal } },
    );
    expect(outcome.failure).toBe(cancelled);
    const before = started();
    await clock.sleep(3_600_000);
    expect(started()).toBe(before);
  });
});

describe('a run without credentials from GitHub', () => {
  const none: Connect = () => Promise.reject(new Failure('no-credentials', 'There are none'));
  const fork = { trigger: 'fork', idToken: undefined } as const;
  const roleInput = { 'role-to-assume': role.arn };

  test.each(['fork', 'dependabot'] as const)('of a %s succeeds if it is dry', async (trigger) => {
    const github = { trigger, idToken: undefined };
    const { outcome, logged } = await runWith({ ...pair, ...dryRun }, none, { github });
    expect(outcome).toMatchObject({
      reason: 'fork-no-credentials',
      conclusion: 'success',
      failure: undefined,
      plan: undefined,
      pairs: [{ state: 'unknown', failure: undefined }],
    });
    expect(logged.filter((line) => line.startsWith('::notice::'))).toEqual([
      '::notice::There are none. Only the offline checks ran; AWS was not contacted.',
    ]);
  });

  test('of a fork with a file succeeds after trying one target', async () => {
    let attempts = 0;
    const counted: Connect = () => {
      attempts += 1;
      return none({ region: '', role: undefined }, connectionContext());
    };
    const texts = { ...file, ...dryRun, concurrency: '1' };
    const { outcome } = await runWith(texts, counted, { github: fork });
    expect(outcome.reason).toBe('fork-no-credentials');
    expect(states(outcome).map(([, state]) => state)).toEqual(Array(3).fill('unknown'));
    expect(attempts).toBe(1);
  });

  test.each(['first', 'last'])('of a fork fails if the %s target is invalid', async (position) => {
    const [valid, invalid] = [
      ['111122223333', 'us-west-2', '198.51.100.0/24'],
      ['444455556666', 'us-gov-west-1', '203.0.113.0/24'],
    ];
    const targets = [valid, invalid].map(([account, region, cidr]) => ({
      ...{ account, region },
      associations: [{ asn: 64500, cidr }],
    }));
    const ordered = position === 'first' ? targets.toReversed() : targets;
    const readFile = () => JSON.stringify({ version: 1, targets: ordered });
    const texts = { ...file, ...dryRun, 'ipam-region': 'us-east-1', concurrency: '1' };
    const { outcome } = await runWith(texts, none, { github: fork, readFile });
    expect(outcome).toMatchObject({ reason: 'invalid-input', conclusion: 'failure' });
    const failures = outcome.pairs.map(({ target, failure }) => [target.region, failure?.reason]);
    expect(Object.fromEntries(failures)).toEqual({
      'us-west-2': undefined,
      'us-gov-west-1': 'invalid-input',
    });
  });

  test.each<[string, Texts, Partial<Context['github']>, Connect, string]>([
    ['of a fork that applies', {}, fork, none, 'no-credentials'],
    ['of the repository', dryRun, { trigger: 'repository' }, none, 'no-credentials'],
    [
      'of a fork whose job was granted a token',
      { ...dryRun, ...roleInput },
      { idToken: idTokenEndpoint },
      none,
      'no-credentials',
    ],
    [
      'of a fork that fails otherwise',
      dryRun,
      fork,
      () => Promise.reject(callErrors.unsent),
      'network-error',
    ],
  ])('%s fails', async (_, texts, github, connect, reason) => {
    const { outcome, logged } = await runWith({ ...pair, ...texts }, connect, {
      github: { ...fork, ...github },
    });
    expect(outcome).toMatchObject({
      reason,
      conclusion: 'failure',
      pairs: [{ failure: { reason } }],
    });
    expect(logged.filter((line) => line.startsWith('::notice::'))).toEqual([]);
  });

  test('in a terminal fails without credentials, even if it is dry', async () => {
    const { outcome } = await runWith({ ...pair, ...dryRun }, none, { github: undefined });
    expect(outcome).toMatchObject({ reason: 'no-credentials', conclusion: 'failure' });
  });

  test.each<[string, Texts, NonNullable<Context['github']>['idToken']]>([
    ['a role and no token', roleInput, undefined],
    ['a token and no role', {}, idTokenEndpoint],
  ])('of a fork with %s succeeds if it is dry', async (_, texts, token) => {
    const github = { trigger: 'fork', idToken: token } as const;
    const { outcome } = await runWith({ ...pair, ...dryRun, ...texts }, none, { github });
    expect(outcome.reason).toBe('fork-no-credentials');
  });
});

describe('a run that is cancelled', () => {
  const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
  const token = tokenReply(idToken({ sub: 'repo:octo-org/prefixes:environment:byoasn' }));
  const texts = { ...pair, 'role-to-assume': role.arn, 'allowed-account-ids': account };
  const scripted: ScriptedResponses = {
    IdToken: [token],
    AssumeRoleWithWebIdentity: [sessionReply()],
    GetCallerIdentity: [callerReply(account)],
    DescribeByoipCidrs: [cidrsReply(), cidrsReply(P), cidrsReply(A)],
    DescribeIpamByoasn: [asnsReply()],
    AssociateIpamByoasn: [associatedReply()],
  };

  /** Cancels when the nth request of an operation is sent, which gets no response. */
  async function cancelAt(operation: string, nth: number) {
    const controller = new AbortController();
    const asked = [...(scripted[operation] ?? [])];
    asked[nth - 1] = 'never';
    let count = 0;
    const transport = memoryTransport({ ...scripted, [operation]: asked }, (sent) => {
      if (sent === operation) count += 1;
      if (sent === operation && count === nth) controller.abort(cancelled);
    });
    const { outcome, logged } = await runWith(texts, connectVia(transport), {
      cancelled: controller.signal,
      github: { trigger: 'repository', idToken: idTokenEndpoint },
    });
    return { outcome, logged, transport, requests: transport.sent.length };
  }

  test('never sends the same requests', async () => {
    const transport = memoryTransport(scripted);
    const github = { trigger: 'repository', idToken: idTokenEndpoint } as const;
    const { outcome } = await runWith(texts, connectVia(transport), { github });
    expect(outcome).toMatchObject({ reason: 'associated', pairs: [{ state: A }] });
    for (const [operation, those] of Object.entries(scripted)) {
      expect(transport.of(operation)).toHaveLength(those.length);
    }
  });

  test.each([
    ['GitHub is asked for a token', 'IdToken', 1, { state: 'unknown', changed: false }],
    ['STS is asked for a session', 'AssumeRoleWithWebIdentity', 1, { state: 'unknown' }],
    ['STS is asked for the account', 'GetCallerIdentity', 1, { state: 'unknown' }],
    ['the CIDRs are read', 'DescribeByoipCidrs', 1, { state: 'unknown', step: undefined }],
    ['the ASNs are read', 'DescribeIpamByoasn', 1, { state: 'unknown', step: undefined }],
    [
      'the associate call is pending',
      'AssociateIpamByoasn',
      1,
      { state: 'unknown', changed: false },
    ],
    ['the state is read', 'DescribeByoipCidrs', 2, { state: P, changed: true }],
    ['the state is read again', 'DescribeByoipCidrs', 3, { state: P, changed: true }],
  ])(
    'while %s reports what is known, and sends no more requests',
    async (_, operation, nth, known) => {
      const { outcome, logged, transport, requests } = await cancelAt(operation, nth);
      expect(outcome).toMatchObject({
        reason: 'cancelled',
        conclusion: 'failure',
        pairs: [{ ...known, failure: undefined }],
      });
      expect(outcome.failure).toBe(cancelled);
      await expect.poll(() => transport.aborted).toEqual([operation]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(logged.at(-1)).toBe('::close::');
      expect(transport.sent).toHaveLength(requests);
    },
  );

  test('before it starts connects to nothing', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: [A] }), {
      cancelled: AbortSignal.abort(cancelled),
    });
    expect(outcome.failure).toBe(cancelled);
  });

  test('while its file is read contacts no service', async () => {
    const controller = new AbortController();
    const transport = memoryTransport(scripted);
    const connections: ReturnType<Connect>[] = [];
    const connect: Connect = (endpoint, context) => {
      const connecting = connectVia(transport)(endpoint, context);
      connections.push(connecting);
      return connecting;
    };
    const readFile = () => {
      controller.abort(cancelled);
      return fleet;
    };
    const { outcome } = await runWith({ ...file, 'role-to-assume': role.arn }, connect, {
      cancelled: controller.signal,
      readFile,
    });
    expect(outcome).toMatchObject({ reason: 'cancelled', inputs: { mode: 'apply' } });
    // Connections that were still opening are rejected.
    await expect.poll(() => connections.length).toBe(2);
    expect(await Promise.allSettled(connections)).toEqual(
      Array(2).fill({ status: 'rejected', reason: cancelled }),
    );
    expect(transport.sent).toEqual([]);
  });

  test('while it waits between two reads ends immediately, with the last state', async () => {
    const controller = new AbortController();
    const clock = virtualClock();
    const sleep = (milliseconds: number) => {
      if (milliseconds < 2_000) return clock.sleep(milliseconds);
      controller.abort(cancelled);
      return new Promise<never>(() => {});
    };
    const connect = connectTo({ reads: ['absent'], associateCalls: ['req-1'] });
    const { outcome } = await runWith(pair, connect, {
      cancelled: controller.signal,
      clock: { ...clock, sleep },
    });
    expect(outcome).toMatchObject({
      reason: 'cancelled',
      pairs: [{ state: P, changed: true, requestId: 'req-1' }],
    });
  });

  test('during the permission check of a dry run has changed nothing', async () => {
    const controller = new AbortController();
    const ec2: Ec2 = {
      ...memoryEc2({}),
      dryRunAssociate: () => {
        controller.abort(cancelled);
        return new Promise<never>(() => {});
      },
    };
    const connect: Connect = async () => ({
      ec2,
      accountId: account,
      clients: unusedClients,
      callerAccountId: async () => account,
    });
    const { outcome } = await runWith({ ...pair, ...dryRun }, connect, {
      cancelled: controller.signal,
    });
    expect(outcome).toMatchObject({
      reason: 'cancelled',
      plan: { changes: [{ step: 'associate' }] },
      pairs: [{ state: 'absent', changed: false }],
    });
  });
});
