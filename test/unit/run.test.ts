import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Connect, type Connection, connectVia } from '../../src/aws/connection.ts';
import type { Ec2 } from '../../src/aws/ec2.ts';
import type { CallError } from '../../src/aws/errors/call-error.ts';
import type { Context } from '../../src/context.ts';
import type { Association } from '../../src/domain/association.ts';
import { Failure } from '../../src/failure.ts';
import type { Outcome } from '../../src/outcome/run-state.ts';
import { run } from '../../src/run.ts';
import { callErrors } from '../fakes/call-errors.ts';
import { connectionWorld, door, role } from '../fakes/connection-world.ts';
import { type Ec2Script, lastPage, memoryEc2 } from '../fakes/memory-ec2.ts';
import { type Fates, memoryTransport } from '../fakes/memory-transport.ts';
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
  /** All that was told, in order: groups as `::group::`, their end as `::close::`, notices as `::notice::`. */
  readonly told: readonly string[];
  readonly clock: Context['clock'];
}

/** A run of the action with these inputs, else the defaults of action.yml, in a world of memory. */
async function runWith(texts: Texts, connect: Connect, facts: Partial<Context> = {}): Promise<Run> {
  const told: string[] = [];
  const clock = virtualClock();
  // A run begins at any time of the machine's clock.
  await clock.sleep(5_000);
  const outcome = await run({
    ...connectionWorld(),
    readInput: (name) =>
      ({ 'allow-special-use': 'true', ...texts })[name] ?? action.inputs[name]?.default ?? '',
    readFile: () => fleet,
    clock,
    log: {
      group: (title) => told.push(`::group::${title}`),
      close: () => told.push('::close::'),
      line: (text) => told.push(text),
      lines: (lines) => told.push(...lines),
      notice: (text) => told.push(`::notice::${text}`),
      warning: (text) => told.push(`::warning::${text}`),
    },
    connect,
    ...facts,
  });
  return { outcome, told, clock: facts.clock ?? clock };
}

/** A connection to EC2 in memory with 198.51.100.0/24, in an account that AWS has told. */
const connectTo =
  (script: Ec2Script, accountId: string | undefined = account): Connect =>
  async () => ({ ec2: memoryEc2(script), accountId, callerAccountId: async () => account });

/** Where each target of the fleet is. */
const places: Readonly<
  Record<string, { readonly accountId: string; readonly cidrs: readonly string[] }>
> = {
  'us-west-2': { accountId: account, cidrs: ['198.51.100.0/24'] },
  'eu-west-1': { accountId: other, cidrs: ['203.0.113.0/24', '2001:db8:1::/48'] },
};

/** EC2 in memory that associates at once what it accepts, and what it was asked to associate. */
function fleetEc2(answer: (association: Association) => CallError | undefined = () => undefined) {
  const written: string[] = [];
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
        written.push(association.cidr);
        made.push(association);
        return { state: P ?? '', statusMessage: '', requestId: 'req-1' };
      },
    };
  };
  const connect: Connect = async ({ region }) => {
    connected.push(region);
    const { accountId, cidrs } = places[region] ?? { accountId: '', cidrs: [] };
    return { ec2: ec2Of(cidrs), accountId, callerAccountId: async () => accountId };
  };
  return { connect, written, connected };
}

const states = ({ pairs }: Outcome) =>
  pairs.map(({ association, state, failure }) => [association.cidr, failure?.reason ?? state]);

describe('a run of the inputs', () => {
  test('goes from the inputs to the end state, and tells each part in a group of its own', async () => {
    const { outcome, told } = await runWith(
      pair,
      connectTo({ reads: ['absent', P, A], writes: ['req-1'] }),
    );
    expect(outcome).toMatchObject({
      reason: 'associated',
      ending: 'success',
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
    expect(told.filter((line) => line.startsWith('::'))).toEqual([
      '::group::Inputs',
      '::group::Credentials',
      '::group::Plan for us-west-2: 1 to associate',
      '::group::Apply',
      '::close::',
    ]);
    expect(told).toContain('associate 198.51.100.0/24 with AS64500');
    expect(told).toContain(
      `associate: 198.51.100.0/24 with AS64500 (now absent): ${outcome.pairs[0]?.why}`,
    );
  });

  test('tells times since it began', async () => {
    const { told } = await runWith(pair, connectTo({ reads: ['absent', P, A], writes: ['req-1'] }));
    expect(told.filter((line) => /^\d\d:\d\d/.test(line))).toEqual([
      '00:00 EC2 accepted 198.51.100.0/24 with AS64500: pending-association (request id req-1)',
      '00:05 198.51.100.0/24 with AS64500 is associated',
    ]);
  });

  test('keeps to the deadline of the inputs', async () => {
    const texts = { ...pair, 'wait-timeout-seconds': '60' };
    const { outcome, clock } = await runWith(texts, connectTo({ reads: [P] }));
    expect(outcome).toMatchObject({ reason: 'wait-timeout', ending: 'failure' });
    expect(outcome.failure?.message).toContain('after 60 s');
    expect(clock.now()).toBe(65_000);
  });

  test('without waiting ends once EC2 has accepted', async () => {
    const connect = connectTo({ reads: ['absent', callErrors.denied], writes: ['req-1'] });
    const { outcome } = await runWith({ ...pair, wait: 'false' }, connect);
    expect(outcome).toMatchObject({ reason: 'accepted', pairs: [{ state: P, changed: true }] });
  });

  test('writes nothing where the pair is there', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: [A] }));
    expect(outcome).toMatchObject({ reason: 'already-associated', pairs: [{ changed: false }] });
  });

  test('that is dry asks for permission and writes nothing', async () => {
    const { outcome, told } = await runWith(
      { ...pair, ...dryRun },
      connectTo({ dryRuns: ['req-1'] }),
    );
    expect(outcome).toMatchObject({ reason: 'dry-run-permitted', pairs: [{ changed: false }] });
    expect(told).toContain('::group::Dry run');
    expect(told).not.toContain('::group::Apply');
  });

  test('that is dry may leave the permission alone', async () => {
    const texts = { ...pair, ...dryRun, 'permission-check': 'false' };
    const { outcome } = await runWith(texts, connectTo({}));
    expect(outcome.reason).toBe('dry-run-unchecked');
  });

  test('whose call EC2 refuses ends with the failure of its pair', async () => {
    const { outcome } = await runWith(pair, connectTo({ writes: [callErrors.denied] }));
    expect(outcome).toMatchObject({ reason: 'access-denied', ending: 'failure' });
    expect(outcome.failure).toBe(outcome.pairs[0]?.failure);
  });

  test('that is refused by its plan writes nothing', async () => {
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
  ])('that breaks %s: %s writes nothing', async (name, text, reason) => {
    const { outcome } = await runWith({ ...pair, [name]: text }, connectTo({}));
    expect(outcome).toMatchObject({ reason, pairs: [{ changed: false, state: 'absent' }] });
    expect(outcome.plan?.changes).toHaveLength(1);
  });

  test('tells the account that is known, even where nothing can be read', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: [callErrors.denied] }, other));
    expect(outcome).toMatchObject({
      reason: 'access-denied',
      plan: undefined,
      pairs: [{ state: 'unknown', target: { accountId: other } }],
    });
  });
});

describe('a run that cannot begin', () => {
  const nobody: Connect = () => Promise.reject(new Error('a connection was not foreseen'));

  test('because of its inputs knows nothing, and asks AWS nothing', async () => {
    const { outcome, told } = await runWith({ ...pair, asn: '0' }, nobody);
    expect(outcome).toMatchObject({
      reason: 'invalid-input',
      ending: 'failure',
      failure: { reason: 'invalid-input' },
      inputs: undefined,
      plan: undefined,
      pairs: [],
    });
    expect(told).toEqual(['::close::']);
  });

  test('because of its file knows its inputs, and asks AWS nothing', async () => {
    const { outcome } = await runWith(file, nobody, {
      readFile: () => fleet.replace('64501', '0'),
    });
    expect(outcome).toMatchObject({
      reason: 'invalid-input',
      inputs: { mode: 'apply' },
      pairs: [],
    });
    expect(outcome.failure?.problems).toHaveLength(1);
  });

  test('because its file is not there says so', async () => {
    const missing = new Failure('invalid-input', 'config: "byoasn.yml" does not exist');
    const readFile = () => {
      throw missing;
    };
    const { outcome } = await runWith(file, nobody, { readFile });
    expect(outcome.failure).toBe(missing);
  });

  test('because something was thrown that is no Error says so', async () => {
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
    const { outcome, told } = await runWith(pair, nobody);
    expect(outcome).toMatchObject({
      reason: 'internal-error',
      failure: { message: 'Unexpected: Error: a connection was not foreseen' },
    });
    expect(told.at(-1)).toBe('::close::');
  });
});

describe('a run of a file', () => {
  test('reaches and applies every target, each with its own lines in the log', async () => {
    const { connect, written } = fleetEc2();
    const { outcome, told } = await runWith(file, connect);
    expect(outcome).toMatchObject({ reason: 'applied', ending: 'success' });
    expect(states(outcome)).toEqual([
      ['198.51.100.0/24', A],
      ['203.0.113.0/24', A],
      ['2001:db8:1::/48', A],
    ]);
    expect(written.toSorted()).toEqual(['198.51.100.0/24', '2001:db8:1::/48', '203.0.113.0/24']);
    expect(told).toContain(`${account}/us-west-2: account ${account} is allowed`);
    expect(told).toContain(`dr: account ${other} is allowed`);
    expect(told.filter((line) => line.startsWith('dr: 00:00 EC2 accepted'))).toHaveLength(2);
    expect(told.filter((line) => line.startsWith('::'))).toEqual([
      '::group::Inputs',
      '::group::Credentials',
      `::group::Plan for ${account}/us-west-2: 1 to associate`,
      '::group::Plan for dr: 2 to associate',
      '::group::Apply',
      '::close::',
    ]);
  });

  test('tells how far it is, for all targets together', async () => {
    const { connect } = fleetEc2();
    const { told } = await runWith(file, connect);
    expect(told).toContain('3 of 3 associated, 0 pending, 00:02');
  });

  test('of which one target is picked leaves the others alone', async () => {
    const { connect, connected } = fleetEc2();
    const { outcome, told } = await runWith({ ...file, target: 'dr' }, connect);
    expect(outcome.reason).toBe('applied');
    expect(connected).toEqual(['eu-west-1']);
    expect(told).toContain(`account ${other} is allowed`);
  });

  test('that is dry is planned, with a digest', async () => {
    const { connect, written } = fleetEc2();
    const { outcome } = await runWith({ ...file, ...dryRun }, connect);
    expect(outcome).toMatchObject({
      reason: 'planned',
      plan: { digest: expect.stringMatching(/^v2:/) },
    });
    expect(outcome.pairs.map(({ evidence }) => evidence.at(-1)?.grade)).toEqual(
      Array(3).fill('proven'),
    );
    expect(written).toEqual([]);
  });

  test('has the same plan whichever target is reached first', async () => {
    const { connect } = fleetEc2();
    const clock = virtualClock();
    const slowFirst: Connect = async (endpoint, world) => {
      await clock.sleep(endpoint.region === 'us-west-2' ? 1_000 : 10);
      return connect(endpoint, world);
    };
    const { outcome } = await runWith({ ...file, ...dryRun }, slowFirst, { clock });
    const straight = await runWith({ ...file, ...dryRun }, connect);
    expect(outcome.plan).toEqual(straight.outcome.plan);
  });

  test('that refuses an association writes none', async () => {
    const { connect, written } = fleetEc2();
    const readFile = () => fleet.replace('203.0.113.0/24', '192.0.2.0/24');
    const { outcome } = await runWith(file, connect, { readFile });
    expect(outcome.reason).toBe('refused');
    expect(written).toEqual([]);
  });

  test.each([
    ['1', 1],
    ['2', 2],
  ])('works on %s targets at a time', async (concurrency, atOnce) => {
    const { connect } = fleetEc2();
    const clock = virtualClock();
    let [under, most] = [0, 0];
    const counted: Connect = async (endpoint, world) => {
      under += 1;
      most = Math.max(most, under);
      await clock.sleep(100);
      under -= 1;
      return connect(endpoint, world);
    };
    const { outcome } = await runWith({ ...file, concurrency }, counted, { clock });
    expect(outcome.reason).toBe('applied');
    expect(most).toBe(atOnce);
  });

  test('one target of which cannot be reached reads the others and writes nothing', async () => {
    const { connect, written, connected } = fleetEc2();
    const failure = new Failure('oidc-denied', 'STS refused the token');
    const partly: Connect = async (endpoint, world) => {
      if (endpoint.region === 'us-west-2') throw failure;
      return connect(endpoint, world);
    };
    const { outcome } = await runWith(file, partly);
    expect(outcome).toMatchObject({ reason: 'oidc-denied', ending: 'failure', plan: undefined });
    expect(states(outcome).map(([, state]) => state)).toEqual([
      'oidc-denied',
      'unknown',
      'unknown',
    ]);
    expect(connected).toEqual(['eu-west-1']);
    expect(written).toEqual([]);
  });

  test('keeps the account that the file names where the credentials are of another', async () => {
    const { connect } = fleetEc2();
    const wrong: Connect = async (endpoint, world) => ({
      ...(await connect(endpoint, world)),
      accountId: '999999999999',
      callerAccountId: async () => '999999999999',
    });
    const { outcome } = await runWith(file, wrong);
    expect(outcome.reason).toBe('account-not-allowed');
    expect(outcome.pairs.map(({ target }) => target.accountId)).toEqual([account, other, other]);
  });

  test('leaves a failure in one target to that target, unless it is to stop', async () => {
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
      spoil = (connection: Connection, _nth: number) => connection,
      facts = {},
    }: {
      readonly inputs?: Texts;
      readonly spoil?: (connection: Connection, nth: number) => Connection;
      readonly facts?: Partial<Context>;
    } = {},
  ) {
    const clock = virtualClock();
    let begun = 0;
    const all = accounts.map((account, nth): Ec2 => {
      const ec2 = virtualEc2(clock, conditions(nth));
      return {
        ...ec2,
        associate: (...sent) => {
          begun += 1;
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
      return spoil({ ec2, accountId, callerAccountId: async () => accountId }, nth);
    };
    const { outcome } = await runWith({ ...texts, ...inputs }, connect, {
      readFile: () => fileOf(count),
      clock,
      ...facts,
    });
    return { outcome, clock, begun: () => begun };
  }

  test('that take eight minutes each is applied in some eight minutes, by the defaults', async () => {
    const { outcome, clock } = await apply(1, () => ({ settleMs: 480_000 }));
    expect(outcome.reason).toBe('applied');
    expect(states(outcome).map(([, state]) => state)).toEqual(Array(12).fill(A));
    expect(clock.now()).toBeLessThan(510_000);
  });

  test('writes to no more targets at a time than it may, and polls all that it has written to', async () => {
    const { outcome, clock } = await apply(
      3,
      (nth) => ({ delay: () => 20_000, settleMs: 1_000 * nth }),
      { inputs: { concurrency: '1' } },
    );
    expect(outcome.reason).toBe('applied');
    // Each target takes three calls at once of 20 s.
    expect(clock.now()).toBeGreaterThan(12 * 20_000);
    expect(clock.now()).toBeLessThan(12 * 20_000 + 30_000);
  });

  test.each(['true', 'false'])(
    'of which one meets a defect begins no call once it has ended (fail-fast: %s)',
    async (failFast) => {
      let asked = 0;
      const spoil = ({ ec2, ...connection }: Connection, nth: number): Connection => ({
        ...connection,
        // It was looked at once to read what AWS shows.
        get ec2() {
          if (nth === 8) asked += 1;
          if (nth === 8 && asked > 1) throw new TypeError('x is not a function');
          return ec2;
        },
      });
      const { outcome, clock, begun } = await apply(
        20,
        (nth) => ({ delay: () => 100 + 20 * nth }),
        {
          inputs: { 'fail-fast': failFast },
          spoil,
        },
      );
      const before = begun();
      expect(outcome.failure).toMatchObject({
        reason: 'internal-error',
        message: 'Unexpected: TypeError: x is not a function',
      });
      const changed = outcome.pairs.filter((pair) => pair.changed);
      expect(changed).toHaveLength(before);
      expect(changed.every(({ state }) => state === A)).toBe(true);
      await clock.sleep(3_600_000);
      expect(begun()).toBe(before);
    },
  );

  test('that is cancelled begins no call once it has ended', async () => {
    const controller = new AbortController();
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const { outcome, clock, begun } = await apply(
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
    const before = begun();
    await clock.sleep(3_600_000);
    expect(begun()).toBe(before);
  });
});

describe('a run to which GitHub gives no credentials', () => {
  const none: Connect = () => Promise.reject(new Failure('no-credentials', 'There are none'));
  const fork = { trigger: 'fork', idToken: undefined } as const;
  const roleInput = { 'role-to-assume': role.arn };

  test.each(['fork', 'dependabot'] as const)(
    'of a %s ends green where it is dry',
    async (trigger) => {
      const github = { trigger, idToken: undefined };
      const { outcome, told } = await runWith({ ...pair, ...dryRun }, none, { github });
      expect(outcome).toMatchObject({
        reason: 'fork-no-credentials',
        ending: 'success',
        failure: undefined,
        plan: undefined,
        pairs: [{ state: 'unknown', failure: undefined }],
      });
      expect(told.filter((line) => line.startsWith('::notice::'))).toEqual([
        '::notice::There are none. What is desired was checked offline; AWS was not asked.',
      ]);
    },
  );

  test('of a fork ends green with all the targets of its file, and tries no more than one', async () => {
    let tried = 0;
    const counted: Connect = () => {
      tried += 1;
      return none({ region: '', role: undefined }, connectionWorld());
    };
    const texts = { ...file, ...dryRun, concurrency: '1' };
    const { outcome } = await runWith(texts, counted, { github: fork });
    expect(outcome.reason).toBe('fork-no-credentials');
    expect(states(outcome).map(([, state]) => state)).toEqual(Array(3).fill('unknown'));
    expect(tried).toBe(1);
  });

  test.each<[string, Texts, Partial<Context['github']>, Connect, string]>([
    ['of a fork that applies', {}, fork, none, 'no-credentials'],
    ['of the repository', dryRun, { trigger: 'repository' }, none, 'no-credentials'],
    [
      'of a fork whose job was granted a token',
      { ...dryRun, ...roleInput },
      { idToken: door },
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
  ])('%s ends red', async (_, texts, github, connect, reason) => {
    const { outcome, told } = await runWith({ ...pair, ...texts }, connect, {
      github: { ...fork, ...github },
    });
    expect(outcome).toMatchObject({ reason, ending: 'failure', pairs: [{ failure: { reason } }] });
    expect(told.filter((line) => line.startsWith('::notice::'))).toEqual([]);
  });

  test('in a terminal ends red where it has no credentials, though it is dry', async () => {
    const { outcome } = await runWith({ ...pair, ...dryRun }, none, { github: undefined });
    expect(outcome).toMatchObject({ reason: 'no-credentials', ending: 'failure' });
  });

  test.each<[string, Texts, NonNullable<Context['github']>['idToken']]>([
    ['a role and no token', roleInput, undefined],
    ['a token and no role', {}, door],
  ])('of a fork with %s ends green where it is dry', async (_, texts, token) => {
    const github = { trigger: 'fork', idToken: token } as const;
    const { outcome } = await runWith({ ...pair, ...dryRun, ...texts }, none, { github });
    expect(outcome.reason).toBe('fork-no-credentials');
  });
});

describe('a run that is cancelled', () => {
  const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
  const token = tokenReply(idToken({ sub: 'repo:octo-org/prefixes:environment:byoasn' }));
  const texts = { ...pair, 'role-to-assume': role.arn, 'allowed-account-ids': account };
  const fates: Fates = {
    IdToken: [token],
    AssumeRoleWithWebIdentity: [sessionReply()],
    GetCallerIdentity: [callerReply(account)],
    DescribeByoipCidrs: [cidrsReply(), cidrsReply(P), cidrsReply(A)],
    DescribeIpamByoasn: [asnsReply()],
    AssociateIpamByoasn: [associatedReply()],
  };

  /** Cancels as the nth request of an operation is sent, which is never answered then. */
  async function cancelAt(operation: string, nth: number) {
    const controller = new AbortController();
    const asked = [...(fates[operation] ?? [])];
    asked[nth - 1] = 'never';
    let count = 0;
    const transport = memoryTransport({ ...fates, [operation]: asked }, (sent) => {
      if (sent === operation) count += 1;
      if (sent === operation && count === nth) controller.abort(cancelled);
    });
    const { outcome, told } = await runWith(texts, connectVia(transport), {
      cancelled: controller.signal,
      github: { trigger: 'repository', idToken: door },
    });
    return { outcome, told, transport, requests: transport.sent.length };
  }

  test('by nobody comes to its end by the same requests', async () => {
    const transport = memoryTransport(fates);
    const github = { trigger: 'repository', idToken: door } as const;
    const { outcome } = await runWith(texts, connectVia(transport), { github });
    expect(outcome).toMatchObject({ reason: 'associated', pairs: [{ state: A }] });
    for (const [operation, those] of Object.entries(fates)) {
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
      'the associate call is under way',
      'AssociateIpamByoasn',
      1,
      { state: 'unknown', changed: false },
    ],
    ['the state is read', 'DescribeByoipCidrs', 2, { state: P, changed: true }],
    ['the state is read again', 'DescribeByoipCidrs', 3, { state: P, changed: true }],
  ])(
    'while %s ends with what was known, and sends nothing more',
    async (_, operation, nth, known) => {
      const { outcome, told, transport, requests } = await cancelAt(operation, nth);
      expect(outcome).toMatchObject({
        reason: 'cancelled',
        ending: 'failure',
        pairs: [{ ...known, failure: undefined }],
      });
      expect(outcome.failure).toBe(cancelled);
      await expect.poll(() => transport.aborted).toEqual([operation]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(told.at(-1)).toBe('::close::');
      expect(transport.sent).toHaveLength(requests);
    },
  );

  test('before it begins connects to nothing', async () => {
    const { outcome } = await runWith(pair, connectTo({ reads: [A] }), {
      cancelled: AbortSignal.abort(cancelled),
    });
    expect(outcome.failure).toBe(cancelled);
  });

  test('while its file is read asks nobody', async () => {
    const controller = new AbortController();
    const transport = memoryTransport(fates);
    const connections: ReturnType<Connect>[] = [];
    const connect: Connect = (endpoint, world) => {
      const connecting = connectVia(transport)(endpoint, world);
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
    // What goes on behind the end of the run comes to nothing.
    await expect.poll(() => connections.length).toBe(2);
    expect(await Promise.allSettled(connections)).toEqual(
      Array(2).fill({ status: 'rejected', reason: cancelled }),
    );
    expect(transport.sent).toEqual([]);
  });

  test('while it rests between two reads ends at once, with the last state', async () => {
    const controller = new AbortController();
    const clock = virtualClock();
    const sleep = (milliseconds: number) => {
      if (milliseconds < 2_000) return clock.sleep(milliseconds);
      controller.abort(cancelled);
      return new Promise<never>(() => {});
    };
    const connect = connectTo({ reads: ['absent'], writes: ['req-1'] });
    const { outcome } = await runWith(pair, connect, {
      cancelled: controller.signal,
      clock: { ...clock, sleep },
    });
    expect(outcome).toMatchObject({
      reason: 'cancelled',
      pairs: [{ state: P, changed: true, requestId: 'req-1' }],
    });
  });

  test('in a dry run while EC2 is asked for permission has written nothing', async () => {
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
