import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { createRunState } from '../../../src/outcome/run-state.ts';
import { listChanges, makePlan } from '../../../src/plan/plan.ts';
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

const nothing = {
  step: undefined,
  why: '',
  before: 'unknown',
  state: 'unknown',
  statusMessage: '',
  changed: false,
  requestId: '',
  evidence: [],
  failure: undefined,
};

describe('a runState', () => {
  test('that is empty knows nothing, and says so', () => {
    const refused = new Failure('invalid-input', '1 input is invalid: asn');
    expect(createRunState().finish(refused)).toEqual({
      reason: 'invalid-input',
      conclusion: 'failure',
      failure: refused,
      inputs: undefined,
      plan: undefined,
      pairs: [],
    });
  });

  test('that is open knows the inputs, and no pair yet', () => {
    const runState = createRunState();
    runState.start(inputs);
    expect(runState.finish('fork-no-credentials')).toMatchObject({ inputs, pairs: [] });
  });

  test('knows of pairs that are desired, but not their state', () => {
    const runState = createRunState();
    runState.start(inputs);
    runState.declare([target]);
    const outcome = runState.finish('fork-no-credentials');
    expect(outcome).toMatchObject({ inputs, conclusion: 'success', failure: undefined });
    expect(outcome.pairs).toEqual(
      [pair, other].map((association) => ({ target, association, ...nothing })),
    );
  });

  test('takes an account that becomes known, and forgets nothing for it', () => {
    const runState = createRunState();
    const unknown = targetOf([pair, other], { accountId: undefined });
    runState.declare([unknown]);
    runState.update(other, { failure });
    runState.setAccount(unknown, '111122223333');
    expect(runState.pairs()).toMatchObject([
      { target: { accountId: '111122223333' }, association: pair, failure: undefined },
      { target: { accountId: '111122223333' }, association: other, failure },
    ]);
  });

  test('takes over what the plan says, the state before being the state until something is learnt', () => {
    const runState = createRunState();
    runState.start(inputs);
    runState.declare([target]);
    const plan = planFor('failed-association', 'ROA');
    runState.plan(plan);
    const outcome = runState.finish('accepted');
    expect(outcome.plan).toBe(plan);
    expect(outcome.pairs).toEqual([
      {
        ...nothing,
        target: targetOf([pair]),
        association: pair,
        step: 'associate',
        why: listChanges(plan)[0]?.why,
        before: 'failed-association',
        state: 'failed-association',
        statusMessage: 'ROA',
        evidence: listChanges(plan)[0]?.evidence,
      },
    ]);
  });

  test('has its pairs in the order of the plan', () => {
    const runState = createRunState();
    runState.declare([targetOf([other, pair])]);
    runState.plan(planFor('absent', '', [other, pair]));
    expect(runState.pairs().map(({ association }) => association)).toEqual([pair, other]);
  });

  test('keeps through the plan what went wrong before', () => {
    const runState = createRunState();
    runState.declare([target]);
    runState.update(pair, { failure, changed: true, requestId: 'req-1' });
    runState.plan(planFor('absent'));
    expect(runState.pair(pair)).toMatchObject({
      failure,
      changed: true,
      requestId: 'req-1',
      state: 'absent',
    });
  });

  test('learns fact by fact, and forgets none', () => {
    const runState = createRunState();
    runState.declare([target]);
    runState.plan(planFor('absent', '', [pair, other]));
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

  test('tells two ASNs of one CIDR apart', () => {
    const second = desiredOf('64501');
    const runState = createRunState();
    runState.declare([targetOf([pair, second])]);
    runState.update(second, { state: 'associated' });
    expect(runState.pair(pair).state).toBe('unknown');
  });

  test('knows whether anything has failed', () => {
    const runState = createRunState();
    runState.declare([target]);
    expect(runState.hasFailed()).toBe(false);
    runState.update(pair, { state: 'associated' });
    expect(runState.hasFailed()).toBe(false);
    runState.update(other, { failure });
    runState.update(pair, { changed: true });
    expect(runState.hasFailed()).toBe(true);
  });

  test('may be closed at any time, with all that is known by then', () => {
    const runState = createRunState();
    runState.declare([target]);
    const cancelled = runState.finish(new Failure('cancelled', 'The run was cancelled'));
    runState.update(pair, { state: 'associated' });
    expect(cancelled.pairs[0]?.state).toBe('unknown');
    expect(runState.finish('associated').pairs[0]?.state).toBe('associated');
  });

  test('does not blame a pair for the cancellation of the run', () => {
    const runState = createRunState();
    runState.declare([target]);
    const cancelled = new Failure('cancelled', 'The run was cancelled');
    runState.update(pair, { failure: cancelled });
    runState.update(other, { failure });
    const { pairs } = runState.finish(cancelled);
    expect(pairs.map((one) => one.failure)).toEqual([undefined, failure]);
  });

  test('has nothing to tell of a pair that is not desired', () => {
    expect(() => createRunState().pair(pair)).toThrow('198.51.100.0/24 64500 is not desired');
  });
});
