import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { createRunState, initialPairs } from '../../../src/outcome/run-state.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { cidrAssociated } from '../plan/observed-cidr.ts';
import { inputsOf } from '../report/outcome.ts';

const pair = desiredOf();
const other = desiredOf('64501', '203.0.113.0/24');
const target = targetOf([pair, other]);
const inputs = inputsOf();
const failure = new Failure('access-denied', 'Could not read');

const planFor = (state: string, message = '', associations = [pair]) =>
  makePlan(
    [
      {
        target: targetOf(associations),
        observed: { cidrs: [cidrAssociated(state, message)], asns: [] },
      },
    ],
    inputs,
  );

const unplanned = {
  step: undefined,
  why: '',
  before: 'unknown',
  state: 'unknown',
  statusMessage: '',
  cidrState: 'unknown',
  changed: false,
  requestId: '',
  evidence: [],
  failure: undefined,
};

describe('the state of a run', () => {
  test('is empty at first', () => {
    const refused = new Failure('invalid-input', '1 input is invalid: asn');
    expect(createRunState().finish(refused)).toEqual({
      action: 'associations',
      reason: 'invalid-input',
      conclusion: 'failure',
      failure: refused,
      inputs: undefined,
      plan: undefined,
      pairs: [],
    });
  });

  test('has the inputs and no pairs once the run has started', () => {
    const runState = createRunState();
    runState.start(inputs);
    expect(runState.finish('fork-no-credentials')).toMatchObject({ inputs, pairs: [] });
  });

  test('has the desired pairs, with unknown states', () => {
    const runState = createRunState();
    runState.start(inputs);
    runState.addEntries([target].flatMap(initialPairs));
    const outcome = runState.finish('fork-no-credentials');
    expect(outcome).toMatchObject({ inputs, conclusion: 'success', failure: undefined });
    expect(outcome.pairs).toEqual(
      [pair, other].map((association) => ({ target, association, ...unplanned })),
    );
  });

  test('gives a target its account, and keeps everything else', () => {
    const runState = createRunState();
    const unknown = targetOf([pair, other], { accountId: undefined });
    runState.addEntries([unknown].flatMap(initialPairs));
    runState.update(other, { failure });
    runState.setAccount(unknown, '111122223333');
    expect(runState.pairs()).toMatchObject([
      { target: { accountId: '111122223333' }, association: pair, failure: undefined },
      { target: { accountId: '111122223333' }, association: other, failure },
    ]);
  });

  test('keeps the account of a target that names one', () => {
    const runState = createRunState();
    runState.addEntries([target].flatMap(initialPairs));
    runState.setAccount(target, '999999999999');
    expect(runState.pair(pair).target.accountId).toBe('111122223333');
  });

  test('adopts the plan; the state before is the state until an update', () => {
    const runState = createRunState();
    runState.start(inputs);
    runState.addEntries([target].flatMap(initialPairs));
    const plan = planFor('failed-association', 'ROA');
    runState.setPlan(plan);
    const outcome = runState.finish('accepted');
    expect(outcome.plan).toBe(plan);
    expect(outcome.pairs).toEqual([
      {
        ...unplanned,
        target: targetOf([pair]),
        association: pair,
        step: 'associate',
        why: plan.changes[0]?.why,
        before: 'failed-association',
        state: 'failed-association',
        statusMessage: 'ROA',
        cidrState: 'provisioned',
        evidence: plan.changes[0]?.evidence,
      },
    ]);
  });

  test('has its pairs in the order of the plan', () => {
    const runState = createRunState();
    runState.addEntries([targetOf([other, pair])].flatMap(initialPairs));
    runState.setPlan(planFor('absent', '', [other, pair]));
    expect(runState.pairs().map(({ association }) => association)).toEqual([pair, other]);
  });

  test('keeps the facts of a pair when there is a plan', () => {
    const runState = createRunState();
    runState.addEntries([target].flatMap(initialPairs));
    runState.update(pair, { failure, changed: true, requestId: 'req-1' });
    runState.setPlan(planFor('absent'));
    expect(runState.pair(pair)).toMatchObject({
      failure,
      changed: true,
      requestId: 'req-1',
      state: 'absent',
    });
  });

  test('adds each update to the facts', () => {
    const runState = createRunState();
    runState.addEntries([target].flatMap(initialPairs));
    runState.setPlan(planFor('absent', '', [pair, other]));
    runState.update(pair, { changed: true, requestId: 'req-1' });
    runState.update(desiredOf(), { state: 'associated' });
    expect(runState.pair(pair)).toMatchObject({
      before: 'absent',
      state: 'associated',
      changed: true,
      requestId: 'req-1',
    });
    expect(runState.pair(other)).toMatchObject({ state: 'absent', changed: false });
  });

  test('keeps two ASNs of one CIDR apart', () => {
    const second = desiredOf('64501');
    const runState = createRunState();
    runState.addEntries([targetOf([pair, second])].flatMap(initialPairs));
    runState.update(second, { state: 'associated' });
    expect(runState.pair(pair).state).toBe('unknown');
  });

  test('knows whether anything has failed', () => {
    const runState = createRunState();
    runState.addEntries([target].flatMap(initialPairs));
    expect(runState.hasFailed()).toBe(false);
    runState.update(pair, { state: 'associated' });
    expect(runState.hasFailed()).toBe(false);
    runState.update(other, { failure });
    runState.update(pair, { changed: true });
    expect(runState.hasFailed()).toBe(true);
  });

  test('can be finished at any time, with all facts so far', () => {
    const runState = createRunState();
    runState.addEntries([target].flatMap(initialPairs));
    const cancelled = runState.finish(new Failure('cancelled', 'The run was cancelled'));
    runState.update(pair, { state: 'associated' });
    expect(cancelled.pairs[0]?.state).toBe('unknown');
    expect(runState.finish('associated').pairs[0]?.state).toBe('associated');
  });

  test('does not count a pair as failed because the run was cancelled', () => {
    const runState = createRunState();
    runState.addEntries([target].flatMap(initialPairs));
    const cancelled = new Failure('cancelled', 'The run was cancelled');
    runState.update(pair, { failure: cancelled });
    runState.update(other, { failure });
    const { pairs } = runState.finish(cancelled);
    expect(pairs.map((found) => found.failure)).toEqual([undefined, failure]);
  });

  test('does not know a pair that is not desired', () => {
    expect(() => createRunState().pair(pair)).toThrow('198.51.100.0/24 64500 is not desired');
  });
});
