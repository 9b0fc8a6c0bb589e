import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseApprovedRoutes } from '../../../src/domain/approved-routes.ts';
import { digestOfChanges } from '../../../src/domain/plan-digest.ts';
import { Failure } from '../../../src/failure.ts';
import {
  createRunState,
  initialPairs,
  type Outcome,
  type PairUpdate,
} from '../../../src/outcome/run-state.ts';
import { makePlan, type ObservedTarget } from '../../../src/plan/plan.ts';
import { conclusionOf, type Reason, reasons } from '../../../src/reasons.ts';
import {
  formatOutputs,
  formatRouteOutputs,
  largestMatrix,
  type Outputs,
  targetsLeftOut,
} from '../../../src/report/outputs.ts';
import { formatPlan, formatResult } from '../../../src/report/result.ts';
import { setByTheEntry } from '../../e2e/action/environment.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { pairOutcome } from '../pair-outcome.ts';
import { planOfTargets } from '../plan/changes.ts';
import { observedCidr } from '../plan/observed-cidr.ts';
import { nowhere, onPullRequest } from './links.ts';
import { inputsOf, outcomeOf } from './outcome.ts';
import { done, routesOf } from './routes.ts';

const read = (path: string): { readonly outputs: object } =>
  parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const action = read('action.yml');
const routeAction = read('route/action.yml');

// GitHub takes 1 MiB of outputs a job, counted in UTF-16.
const largestOutputs = 524_288;

const sizeOf = (outputs: Outputs) =>
  Object.values(outputs).reduce((sum, text) => sum + text.length, 0);

const associated = outcomeOf('associated', {
  step: 'associate',
  why: 'not associated yet',
  before: 'absent',
  state: 'associated',
  statusMessage: 'done',
  changed: true,
  requestId: 'req-1',
  evidence: [{ grade: 'read', text: 'DescribeByoipCidrs: ...' }],
});

const refusedInputs = createRunState().finish(
  new Failure('invalid-input', '1 input is invalid: asn'),
);

/** A dry run of a file through the real planner. */
function fleetOf(observations: readonly ObservedTarget[]): Outcome {
  const source = { form: 'file', path: 'byoasn.yml', only: [] } as const;
  const runState = createRunState();
  runState.start(inputsOf({ source, mode: 'plan' }));
  runState.addEntries(observations.flatMap(({ target }) => initialPairs(target)));
  runState.setPlan(makePlan(observations, { specialUse: 'accept' }));
  return runState.finish('planned');
}

/**
 * A dry run of so many pairs in so many targets, each like the one that the planner makes of a state.
 * They share a CIDR, which decides nothing here: the planner would take long for so many.
 */
function manyPairs(
  count: number,
  targetCount: number,
  state: string,
  named: (index: number) => string = shortName,
): Outcome {
  const pairs = [{ association: desiredOf('4294967294', '2001:db8:1000::/48'), state }];
  const targets = Array.from({ length: targetCount }, (_, index) =>
    targetOf([], { name: named(index), region: 'ap-southeast-2' }),
  );
  const changes = planOfTargets([{ pairs, facts: {} }]).changes.flatMap((change) =>
    Array.from({ length: count }, (_, index) => ({
      ...change,
      target: targets[index % targetCount] ?? change.target,
    })),
  );
  const source = { form: 'file', path: 'byoasn.yml', only: [] } as const;
  return {
    action: 'associations',
    reason: 'planned',
    conclusion: 'success',
    failure: undefined,
    inputs: inputsOf({ source, mode: 'plan' }),
    plan: {
      changes,
      unmanaged: [],
      unmanagedCidrs: undefined,
      digest: digestOfChanges(changes),
    },
    pairs: changes.map(({ refusal: _, ...change }) => pairOutcome({ ...change, state })),
  };
}

const shortName = (index: number) => `111122223333/ap-southeast-${index}`;
const longName = (index: number) => String(index).padStart(64, 'x');

describe('the outputs', () => {
  test('are those of action.yml, except the plan file, whatever the result', () => {
    const names = Object.keys(action.outputs).toSorted();
    const planned = manyPairs(2, 1, 'absent');
    for (const outcome of [associated, refusedInputs, planned]) {
      const set = [...Object.keys(formatOutputs(outcome, nowhere)), ...setByTheEntry];
      expect(set.toSorted()).toEqual(names);
    }
  });

  test('of an association have all facts', () => {
    const { result: _, ...outputs } = formatOutputs(associated, nowhere);
    expect(outputs).toEqual({
      state: 'associated',
      'status-message': 'done',
      changed: 'true',
      'has-changes': 'false',
      reason: 'associated',
      asn: '64500',
      cidr: '198.51.100.0/24',
      'account-id': '111122223333',
      region: 'us-west-2',
      'request-id': 'req-1',
      'plan-digest': '',
      plan: '',
      counts: '{"associate":0,"wait":0,"keep":0,"refuse":0,"unmanaged":0}',
      matrix: '{"include":[]}',
    });
  });

  test('of refused inputs have no facts', () => {
    const { result: _, ...outputs } = formatOutputs(refusedInputs, nowhere);
    expect(outputs).toEqual({
      state: 'unknown',
      'status-message': '',
      changed: 'false',
      'has-changes': 'false',
      reason: 'invalid-input',
      asn: '',
      cidr: '',
      'account-id': '',
      region: '',
      'request-id': '',
      'plan-digest': '',
      plan: '',
      counts: '{"associate":0,"wait":0,"keep":0,"refuse":0,"unmanaged":0}',
      matrix: '{"include":[]}',
    });
  });

  test('of a plan have its digest, its counts and whether it has changes', () => {
    const pairs = [desiredOf(), desiredOf('64501'), desiredOf('64500', '192.0.2.0/24')];
    const observed = { cidrs: [observedCidr()], asns: [] };
    const planned = fleetOf([{ target: targetOf(pairs), observed }]);
    expect(formatOutputs(planned, nowhere)).toMatchObject({
      'plan-digest': planned.plan?.digest,
      'has-changes': 'true',
      counts: '{"associate":2,"wait":0,"keep":0,"refuse":1,"unmanaged":0}',
    });
    expect(formatOutputs(manyPairs(3, 1, 'associated'), nowhere)).toMatchObject({
      'has-changes': 'false',
    });
  });

  test('of a plan whose account is not known have no digest', () => {
    const target = targetOf([desiredOf()], { accountId: undefined });
    const outcome = fleetOf([{ target, observed: { cidrs: [observedCidr()], asns: [] } }]);
    expect(formatOutputs(outcome, nowhere)).toMatchObject({
      'has-changes': 'true',
      'plan-digest': '',
      'account-id': '',
      matrix: expect.stringMatching(/"account":"".*"plan-digest":""/),
    });
    expect(JSON.parse(formatOutputs(outcome, nowhere).result)).toMatchObject({
      has_changes: true,
      plan_digest: '',
      pairs: [{ account_id: '' }],
    });
  });
});

describe('the state of several pairs', () => {
  const [pair, other] = [desiredOf(), desiredOf('64501')];

  const outputsOf = (...facts: readonly PairUpdate[]) => {
    const runState = createRunState();
    const pairs = facts.map((_, index) => desiredOf(String(64_496 + index)));
    runState.addEntries([targetOf(pairs)].flatMap(initialPairs));
    for (const [index, association] of pairs.entries())
      runState.update(association, facts[index] ?? {});
    return formatOutputs(runState.finish('applied'), nowhere);
  };

  test('is the least favorable, an unknown state last', () => {
    const order = [
      ...['advertised', 'associated', 'pending-association', 'absent', 'disassociated'],
      ...['pending-disassociation', 'failed-disassociation', 'failed-association', 'validating'],
    ];
    for (const [index, worse] of order.entries()) {
      for (const better of order.slice(0, index)) {
        expect(outputsOf({ state: worse }, { state: better }).state).toBe(worse);
        expect(outputsOf({ state: better }, { state: worse }).state).toBe(worse);
      }
    }
  });

  test('that was never read is worse than any', () => {
    expect(outputsOf({ state: 'failed-association' }, { state: 'unknown' }).state).toBe('unknown');
  });

  test('comes with the message of the first pair in that state', () => {
    const outputs = outputsOf(
      { state: 'associated', statusMessage: 'fine' },
      { state: 'failed-association', statusMessage: 'ROA' },
      { state: 'failed-association', statusMessage: 'other' },
    );
    expect(outputs['status-message']).toBe('ROA');
  });

  test('is changed if one pair was', () => {
    const outputs = outputsOf({}, { changed: true }, {});
    expect(outputs.changed).toBe('true');
    expect(JSON.parse(outputs.result).changed).toBe(true);
    expect(outputsOf({}, {}).changed).toBe('false');
  });

  test('goes with outputs that all pairs share, and that are empty if they differ', () => {
    const runState = createRunState();
    runState.addEntries([targetOf([pair, other])].flatMap(initialPairs));
    runState.update(pair, { requestId: 'req-1' });
    runState.update(other, { requestId: 'req-2' });
    expect(formatOutputs(runState.finish('applied'), nowhere)).toMatchObject({
      asn: '',
      cidr: '198.51.100.0/24',
      'account-id': '111122223333',
      region: 'us-west-2',
      'request-id': '',
    });
    runState.addEntries(
      initialPairs(
        targetOf([desiredOf('64500', '203.0.113.0/24')], {
          accountId: '444455556666',
          region: 'eu-west-1',
        }),
      ),
    );
    expect(formatOutputs(runState.finish('applied'), nowhere)).toMatchObject({
      cidr: '',
      'account-id': '',
      region: '',
    });
  });
});

describe('the plan', () => {
  const plan = planOfTargets([
    {
      pairs: [
        { association: desiredOf('64501'), state: 'moving' },
        { association: desiredOf('64500'), state: 'absent' },
      ],
      facts: { name: 'edge' },
    },
  ]);
  const unmanaged = [
    { target: targetOf([], { name: 'edge' }), asn: '64511', cidr: 'c', state: 's' },
  ];

  test('lists at most a hundred unmanaged CIDRs, and only on request', () => {
    const targetFields = { target: 'edge', account_id: '111122223333', region: 'us-west-2' };
    const cidr = { target: targetOf([], { name: 'edge' }), state: 'advertised', asns: ['64511'] };
    const unmanagedCidrs = Array.from({ length: 120 }, (_, index) => ({
      ...cidr,
      cidr: `203.0.${index}.0/24`,
    }));
    const plan = { changes: [], unmanaged: [], unmanagedCidrs, digest: undefined };
    const { unmanaged_cidrs: listed } = JSON.parse(formatPlan(plan));
    expect(listed).toHaveLength(100);
    expect(listed[0]).toEqual({
      ...targetFields,
      cidr: '203.0.0.0/24',
      state: 'advertised',
      asns: ['64511'],
    });
    const outputs = formatOutputs({ ...refusedInputs, plan }, nowhere);
    expect(JSON.parse(outputs.counts)).toMatchObject({ unmanaged: 0, unmanaged_cidrs: 120 });
    expect(JSON.parse(outputs.result).unmanaged_cidrs).toEqual(listed);
    expect(formatPlan({ ...plan, unmanagedCidrs: undefined })).not.toContain('unmanaged_cidrs');
  });

  test('is JSON with each change, refusal and unmanaged association', () => {
    const targetFields = { target: 'edge', account_id: '111122223333', region: 'us-west-2' };
    expect(JSON.parse(formatPlan({ ...plan, unmanaged }))).toEqual({
      version: 1,
      digest: plan.digest,
      changes: [
        {
          ...targetFields,
          asn: '64500',
          cidr: '198.51.100.0/24',
          state: 'absent',
          cidr_state: 'provisioned',
          step: 'associate',
          why: 'not associated yet',
        },
        {
          ...targetFields,
          asn: '64501',
          cidr: '198.51.100.0/24',
          state: 'moving',
          cidr_state: 'provisioned',
          step: 'refuse',
          refusal: 'unknown-state',
          why: 'AWS shows the state moving, which this version does not know',
        },
      ],
      unmanaged: [{ ...targetFields, asn: '64511', cidr: 'c', state: 's' }],
    });
  });

  test('is one line, with an empty digest if there is none', () => {
    const text = formatPlan({ ...plan, digest: undefined });
    expect(text).not.toContain('\n');
    expect(JSON.parse(text)).toMatchObject({ digest: '' });
  });

  test.each([
    [90_000, 'given'],
    [90_001, 'left empty, because the file has it'],
  ])('of %i characters is %s', (length, expected) => {
    const named = (name: string) => ({
      ...plan,
      unmanaged: [{ target: targetOf([], { name }), asn: '', cidr: '', state: '' }],
    });
    const long = named('x'.repeat(length - formatPlan(named('')).length));
    expect(formatPlan(long)).toHaveLength(length);
    expect(formatOutputs({ ...refusedInputs, plan: long }, nowhere).plan).toBe(
      expected === 'given' ? formatPlan(long) : '',
    );
  });
});

describe('the matrix', () => {
  test('has an entry for each target with changes, with its own digest', () => {
    const pairsIn = (...pairs: readonly (readonly [cidr: string, state: string])[]) =>
      pairs.map(([cidr, state]) => ({ association: desiredOf('64500', cidr), state }));
    const edge = {
      pairs: pairsIn(['198.51.100.0/24', 'absent'], ['192.0.2.0/24', 'absent']),
      facts: { name: 'edge' },
    };
    const dr = {
      pairs: pairsIn(['203.0.113.0/24', 'absent'], ['2001:db8:1::/48', 'associated']),
      facts: { name: 'dr', accountId: '444455556666', region: 'eu-west-1' },
    };
    const done = {
      pairs: pairsIn(['2001:db8:2::/48', 'associated'], ['2001:db8:3::/48', 'moving']),
      facts: { name: 'done' },
    };
    const plan = planOfTargets([edge, done, dr]);
    expect(JSON.parse(formatOutputs({ ...refusedInputs, plan }, nowhere).matrix)).toEqual({
      include: [
        {
          target: 'dr',
          account: '444455556666',
          region: 'eu-west-1',
          changes: 1,
          'plan-digest': planOfTargets([dr]).digest,
        },
        {
          target: 'edge',
          account: '111122223333',
          region: 'us-west-2',
          changes: 2,
          'plan-digest': planOfTargets([edge]).digest,
        },
      ],
    });
  });

  test('has at most 256 entries, the most that GitHub starts jobs for', () => {
    const matrix = (targets: number): { include: unknown[] } =>
      JSON.parse(formatOutputs(manyPairs(targets, targets, 'absent'), nowhere).matrix);
    expect(largestMatrix).toBe(256);
    expect(matrix(256).include).toHaveLength(256);
    expect(matrix(257).include).toHaveLength(256);
  });
});

describe('the result', () => {
  const resultOf = (...given: Parameters<typeof outcomeOf>) =>
    JSON.parse(formatOutputs(outcomeOf(...given), nowhere).result);

  test('has the same facts with their types, under schema version 1', () => {
    expect(JSON.parse(formatOutputs(associated, nowhere).result)).toEqual({
      schema_version: 1,
      reason: 'associated',
      ending: 'success',
      dry_run: false,
      run: { url: null, commit: null, pull_request: null, actor: null },
      state: 'associated',
      changed: true,
      has_changes: false,
      plan_digest: '',
      counts: { associate: 0, wait: 0, keep: 0, refuse: 0, unmanaged: 0 },
      pairs: [
        {
          target: 'us-west-2',
          account_id: '111122223333',
          region: 'us-west-2',
          asn: '64500',
          cidr: '198.51.100.0/24',
          end: 'associated',
          step: 'associate',
          why: 'not associated yet',
          state_before: 'absent',
          state: 'associated',
          status_message: 'done',
          cidr_state: 'unknown',
          changed: true,
          request_id: 'req-1',
          error: null,
          evidence: [{ grade: 'read', text: 'DescribeByoipCidrs: ...' }],
        },
      ],
      pairs_left_out: 0,
      unmanaged: [],
      unmanaged_left_out: 0,
      error: null,
    });
  });

  test.each([
    [
      onPullRequest,
      {
        url: 'https://github.com/octo-org/network/actions/runs/42',
        commit: '4f2c1d9a7b3e5a6b',
        pull_request: { number: 7, url: 'https://github.com/octo-org/network/pull/7' },
        actor: 'octocat',
      },
    ],
    [nowhere, { url: null, commit: null, pull_request: null, actor: null }],
  ])('names the run, and who started it', (links, run) => {
    expect(JSON.parse(formatOutputs(associated, links).result).run).toEqual(run);
  });

  test('has no run on the command line', () => {
    expect(JSON.parse(formatResult(associated, 10_000))).not.toHaveProperty('run');
  });

  test('of a failure has the error of the run and of the pair', () => {
    const failure = new Failure('not-permitted', 'Could not ...', {
      likely: 'A policy.',
      lines: ['{', '}'],
    });
    expect(resultOf(failure, { failure }, { mode: 'plan' })).toMatchObject({
      reason: 'not-permitted',
      ending: 'failure',
      dry_run: true,
      state: 'unknown',
      pairs: [
        {
          step: null,
          end: 'failed',
          state_before: 'unknown',
          error: { reason: 'not-permitted', message: 'Could not ...' },
        },
      ],
      error: {
        message: 'Could not ...',
        likely: 'A policy.',
        next: reasons['not-permitted'].next,
        lines: ['{', '}'],
        problems: [],
      },
    });
  });

  test('of a failure has its problems with their locations, at most a hundred, and as many lines', () => {
    const location = { file: 'byoasn.yml', line: 6, column: 9 };
    const problems = Array(101).fill({
      location,
      path: 'targets[0].region',
      text: 'is missing',
    });
    const failure = new Failure('invalid-input', 'byoasn.yml', {
      problems,
      lines: Array(101).fill('line'),
    });
    const { error } = resultOf(failure);
    expect(error.lines).toHaveLength(100);
    expect(error.problems).toEqual(
      Array(100).fill({ ...location, path: 'targets[0].region', text: 'is missing' }),
    );
    expect(error.likely).toBeNull();
  });

  test('before the inputs are known is valid too', () => {
    expect(JSON.parse(formatOutputs(refusedInputs, nowhere).result)).toMatchObject({
      dry_run: null,
      state: 'unknown',
      pairs: [],
      error: { message: '1 input is invalid: asn' },
    });
  });

  test('names unmanaged associations', () => {
    const listed = { asn: '64511', state: 'associated', statusMessage: '' };
    const target = targetOf([desiredOf()]);
    const cidrs = [observedCidr({ associations: [listed] })];
    const outcome = fleetOf([{ target, observed: { cidrs, asns: [] } }]);
    expect(JSON.parse(formatOutputs(outcome, nowhere).result).unmanaged).toEqual([
      {
        target: '111122223333/us-west-2',
        account_id: '111122223333',
        region: 'us-west-2',
        asn: '64511',
        cidr: '198.51.100.0/24',
        state: 'associated',
      },
    ]);
  });

  const names = Object.keys(reasons) as Reason[];
  test.each(names)('is a success or a failure for %s', (reason) => {
    expect(resultOf(reason)).toMatchObject({ reason, ending: conclusionOf(reason) });
  });
});

describe('the result of many pairs', () => {
  const resultOf = (outcome: Outcome) => {
    const { result } = formatOutputs(outcome, nowhere);
    expect(result.length).toBeLessThanOrEqual(500_000);
    return JSON.parse(result);
  };

  test('has all pairs with their evidence if they fit', () => {
    const { pairs, pairs_left_out } = resultOf(manyPairs(100, 4, 'absent'));
    expect(pairs).toHaveLength(100);
    expect(pairs[0].evidence).toHaveLength(3);
    expect(pairs_left_out).toBe(0);
  });

  test('first leaves out the evidence', () => {
    const { pairs } = resultOf(manyPairs(800, 4, 'absent'));
    expect(pairs).toHaveLength(800);
    expect(pairs[0]).not.toHaveProperty('evidence');
  });

  test('then leaves out the pairs that need no action, kept or associated, and counts them', () => {
    const kept = manyPairs(3_000, 4, 'associated');
    const pairs = [...manyPairs(8, 4, 'absent').pairs, ...kept.pairs];
    const made = pairOutcome({ step: 'associate', state: 'associated' });
    expect(resultOf({ ...kept, pairs: [...pairs, made] })).toMatchObject({
      pairs: [...Array(8).fill({ end: 'planned' }), { end: 'planned' }],
      pairs_left_out: 3_000,
    });
    const applied = { ...kept, inputs: inputsOf(), pairs: [...pairs, made] };
    expect(resultOf(applied)).toMatchObject({
      pairs: Array(8).fill({ end: 'skipped' }),
      pairs_left_out: 3_001,
    });
  });

  test('then leaves out all pairs', () => {
    const { pairs, pairs_left_out, counts } = resultOf(manyPairs(3_000, 4, 'absent'));
    expect({ pairs, pairs_left_out }).toEqual({ pairs: [], pairs_left_out: 3_000 });
    expect(counts).toMatchObject({ associate: 3_000 });
  });

  test('then cuts long texts, and says how much of each is missing', () => {
    const failure = new Failure('access-denied', 'm'.repeat(12_000), { likely: 'l'.repeat(400) });
    const { pairs } = manyPairs(100, 4, 'absent');
    const failed = pairs.map((pair) => ({ ...pair, why: 'w'.repeat(400), failure }));
    const result = resultOf({ ...outcomeOf(failure), pairs: failed });
    expect(result.pairs).toHaveLength(100);
    expect(result.pairs[0]).toMatchObject({
      why: `${'w'.repeat(300)}... (100 more characters)`,
      error: { message: `${'m'.repeat(300)}... (11700 more characters)` },
    });
    expect(result.error.likely).toBe(`${'l'.repeat(300)}... (100 more characters)`);
  });

  test('finally leaves out unmanaged associations, and counts them too', () => {
    const outcome = manyPairs(3_000, 4, 'absent');
    const change = outcome.plan?.changes[0];
    if (!outcome.plan || !change) throw new Error('a plan');
    const one = { target: change.target, asn: '64511', cidr: '2001:db8:1000::/48', state: 'x' };
    const plan = { ...outcome.plan, unmanaged: Array(20_000).fill(one) };
    expect(resultOf({ ...outcome, plan })).toMatchObject({
      pairs: [],
      pairs_left_out: 3_000,
      unmanaged: [],
      unmanaged_left_out: 20_000,
    });
  });

  const keys = Object.keys(JSON.parse(formatOutputs(associated, nowhere).result)).sort();
  const huge = 'x'.repeat(600_000);
  const long = 'x'.repeat(20_000);
  const location = { file: long, line: 1, column: 1 };
  test.each<[string, Outcome]>([
    ['a message', createRunState().finish(new Failure('invalid-input', huge))],
    [
      'all of a failure',
      outcomeOf(new Failure('access-denied', huge, { likely: huge, next: huge })),
    ],
    [
      'many long lines',
      createRunState().finish(new Failure('refused', '', { lines: Array(200).fill(long) })),
    ],
    [
      'many long problems',
      createRunState().finish(
        new Failure('refused', '', {
          problems: Array(200).fill({ location, path: long, text: long }),
        }),
      ),
    ],
    ['a reason for its step', outcomeOf('associated', { why: huge })],
    ['evidence', outcomeOf('associated', { evidence: [{ grade: 'read', text: huge }] })],
  ])('always has all of its keys (with %s)', (_, outcome) => {
    const result = resultOf(outcome);
    expect(Object.keys(result).sort()).toEqual(keys);
    expect(result).toMatchObject({ reason: outcome.reason, ending: outcome.conclusion });
    expect(sizeOf(formatOutputs(outcome, nowhere))).toBeLessThan(largestOutputs);
  });
});

describe('all outputs together', () => {
  test.each([
    [1, 1],
    [330, 256],
    [1_000, 1],
    [1_000, 256],
    [1_000, 1_000],
    [20_000, 300],
  ])("of %i pairs in %i targets stay within GitHub's limit", (count, targets) => {
    for (const state of ['absent', 'associated', 'moving']) {
      const outputs = formatOutputs(manyPairs(count, targets, state), nowhere);
      expect(sizeOf(outputs)).toBeLessThan(largestOutputs);
    }
  });

  test("stay within GitHub's limit if plan, result and matrix are each as long as allowed", () => {
    const outcome = manyPairs(345, 256, 'absent', longName);
    const pairs = outcome.pairs.map((pair) => ({ ...pair, statusMessage: 'm'.repeat(375) }));
    const outputs = formatOutputs({ ...outcome, pairs }, nowhere);
    expect(sizeOf(outputs)).toBeLessThan(largestOutputs);
  });
});

describe('the outputs of a run of routes', () => {
  const invalid = createRunState('routes').finish(
    new Failure('invalid-input', '1 input is invalid: origin'),
  );
  const text = 'AS64500 at 298 of 312 peers (95 %)';
  const originNow = { origin: '64500', source: 'collectors', evidence: [] } as const;
  const facts = {
    ...done,
    requestId: 'req-1',
    originNow,
    verification: { verified: 'collectors', text },
  } as const;
  const changed = routesOf([{ rpki: ['valid', 'valid'], facts }], {
    mode: 'apply',
    source: { form: 'inputs', target: targetOf([]) },
  });

  test('are those of route/action.yml, except the plan file, whatever the result', () => {
    const names = Object.keys(routeAction.outputs).toSorted();
    for (const outcome of [changed, invalid, routesOf([{}])]) {
      const set = [...Object.keys(formatRouteOutputs(outcome, nowhere)), ...setByTheEntry];
      expect(set.toSorted()).toEqual(names);
    }
  });

  test('have the current origin, its source, and what RPKI and route collectors say', () => {
    const { plan, result: _, ...outputs } = formatRouteOutputs(changed, nowhere);
    expect(outputs).toEqual({
      state: 'advertised',
      'status-message': '',
      changed: 'true',
      'has-changes': 'true',
      reason: 'advertised',
      cidr: '198.51.100.0/24',
      'account-id': '111122223333',
      region: 'us-west-2',
      'request-id': 'req-1',
      'plan-digest': changed.plan?.digest,
      counts: '{"advertise":0,"swap":1,"withdraw":0,"wait":0,"keep":0,"refuse":0}',
      origin: '64500',
      'origin-source': 'collectors',
      rpki: 'valid',
      verified: 'collectors',
    });
    expect(JSON.parse(plan)).toMatchObject({ digest: changed.plan?.digest });
  });

  test('of invalid inputs have no facts', () => {
    expect(formatRouteOutputs(invalid, nowhere)).toMatchObject({
      state: 'unknown',
      reason: 'invalid-input',
      origin: '',
      'origin-source': '',
      rpki: '',
      verified: '',
      counts: '{"advertise":0,"swap":0,"withdraw":0,"wait":0,"keep":0,"refuse":0}',
    });
  });

  test('of several routes are empty if they differ', () => {
    const outcome = routesOf([{}, { cidr: '192.0.2.0/24', cidrState: 'provisioned' }]);
    expect(formatRouteOutputs(outcome, nowhere)).toMatchObject({
      cidr: '',
      origin: '',
      'origin-source': '',
      region: 'us-west-2',
    });
  });

  test.each([
    ['64500', ['advertised', 'pending-advertising', 'provisioned', 'pending-withdrawal']],
    ['none', ['provisioned', 'pending-withdrawal', 'advertised', 'pending-advertising']],
  ])('have the worst state of several routes to %s', (to, order) => {
    const states = [...order, 'deprovisioned', 'failed-provision', 'not listed', 'moving'];
    for (const [index, worse] of states.entries()) {
      for (const better of states.slice(0, index)) {
        const outcome = routesOf([
          { to, facts: { state: better } },
          { to, cidr: '192.0.2.0/24', facts: { state: worse } },
        ]);
        expect(formatRouteOutputs(outcome, nowhere).state).toBe(worse);
      }
    }
  });

  test('have a plan that can be read as an approved plan', () => {
    const { plan } = routesOf([
      { rpki: ['valid', 'invalid'] },
      { to: 'none', from: 'unknown', cidr: '192.0.2.0/24' },
      { target: 'dr', to: 'AWS', cidrState: 'provisioned', cidr: '203.0.113.0/24' },
      { cidr: '2001:db8:1::/48', from: '64500' },
      { cidr: '2001:db8:2::/48', association: 'absent' },
    ]);
    if (!plan) throw new Error('no plan');
    const { value, problem } = parseApprovedRoutes(formatPlan(plan));
    expect(problem).toBeUndefined();
    expect(value?.digest).toBe(plan.digest);
    const edge = { target: 'edge', accountId: '111122223333', region: 'us-west-2' };
    expect(value?.changes).toEqual([
      { ...edge, cidr: '198.51.100.0/24', from: 'AWS', to: '64500', step: 'swap' },
      { ...edge, cidr: '192.0.2.0/24', from: 'unknown', to: 'none', step: 'withdraw' },
      { ...edge, cidr: '2001:db8:1::/48', from: '64500', to: '64500', step: 'keep' },
      { ...edge, cidr: '2001:db8:2::/48', from: 'AWS', to: '64500', step: 'refuse' },
      {
        ...{ target: 'dr', accountId: '444455556666', region: 'eu-west-1' },
        ...{ cidr: '203.0.113.0/24', from: 'none', to: 'AWS', step: 'advertise' },
      },
    ]);
    expect(JSON.parse(formatPlan(plan)).changes[0]).toMatchObject({
      state: 'advertised',
      cidr_state: 'advertised',
      why: 'advertised from AWS',
      effect: expect.stringMatching(
        /^198\.51\.100\.0\/24: origin AWS to AS64500\. RPKI from AS64500: valid/,
      ),
      rpki: { state: 'valid', way_back: [{ asn: '16509', state: 'invalid' }, expect.anything()] },
    });
  });

  test('have a result with the desired, the previous and the current origin', () => {
    expect(JSON.parse(formatRouteOutputs(changed, nowhere).result)).toMatchObject({
      schema_version: 1,
      reason: 'advertised',
      counts: { advertise: 0, swap: 1, withdraw: 0, wait: 0, keep: 0, refuse: 0 },
      pairs: [
        {
          cidr: '198.51.100.0/24',
          origin_wanted: '64500',
          origin_before: 'AWS',
          origin: '64500',
          origin_source: 'collectors',
          verified: 'collectors',
          verification: text,
          end: 'advertised',
          step: 'swap',
          state_before: 'advertised',
          state: 'advertised',
          request_id: 'req-1',
        },
      ],
    });
    const [pair] = JSON.parse(formatRouteOutputs(routesOf([{}]), nowhere).result).pairs;
    expect(pair).toMatchObject({ origin: 'AWS', origin_source: 'association', verified: null });
    expect(pair).not.toHaveProperty('asn');
  });

  test('have no matrix, so no target is left out', () => {
    const [change] = routesOf([{}]).plan?.changes ?? [];
    if (!change) throw new Error('a change');
    const changes = Array.from({ length: 300 }, () => ({
      ...change,
      target: { ...change.target },
    }));
    const plan = { ...changed.plan, changes };
    expect(targetsLeftOut({ ...changed, plan: { ...emptyPlan, ...plan } })).toBe(0);
  });
});

const emptyPlan = makePlan([], { specialUse: 'accept' });
