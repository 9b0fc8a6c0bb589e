import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { openLedger } from '../../../src/outcome/run-state.ts';
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

describe('a ledger', () => {
  test('that is empty knows nothing, and says so', () => {
    const refused = new Failure('invalid-input', '1 input is invalid: asn');
    expect(openLedger().close(refused)).toEqual({
      reason: 'invalid-input',
      ending: 'failure',
      failure: refused,
      inputs: undefined,
      plan: undefined,
      pairs: [],
    });
  });

  test('that is open knows the inputs, and no pair yet', () => {
    const ledger = openLedger();
    ledger.open(inputs);
    expect(ledger.close('fork-no-credentials')).toMatchObject({ inputs, pairs: [] });
  });

  test('knows of pairs that are desired, but not their state', () => {
    const ledger = openLedger();
    ledger.open(inputs);
    ledger.desire([target]);
    const outcome = ledger.close('fork-no-credentials');
    expect(outcome).toMatchObject({ inputs, ending: 'success', failure: undefined });
    expect(outcome.pairs).toEqual(
      [pair, other].map((association) => ({ target, association, ...nothing })),
    );
  });

  test('takes an account that becomes known, and forgets nothing for it', () => {
    const ledger = openLedger();
    const unknown = targetOf([pair, other], { accountId: undefined });
    ledger.desire([unknown]);
    ledger.learn(other, { failure });
    ledger.desire([target]);
    expect(ledger.pairs()).toMatchObject([
      { target: { accountId: '111122223333' }, association: pair, failure: undefined },
      { target: { accountId: '111122223333' }, association: other, failure },
    ]);
  });

  test('takes over what the plan says, the state before being the state until something is learnt', () => {
    const ledger = openLedger();
    ledger.open(inputs);
    ledger.desire([target]);
    const plan = planFor('failed-association', 'ROA');
    ledger.plan(plan);
    const outcome = ledger.close('accepted');
    expect(outcome.plan).toBe(plan);
    expect(outcome.pairs).toEqual([
      {
        ...nothing,
        target: targetOf([pair]),
        association: pair,
        step: 'associate',
        why: plan.changes[0]?.why,
        before: 'failed-association',
        state: 'failed-association',
        statusMessage: 'ROA',
        evidence: plan.changes[0]?.evidence,
      },
    ]);
  });

  test('has its pairs in the order of the plan', () => {
    const ledger = openLedger();
    ledger.desire([targetOf([other, pair])]);
    ledger.plan(planFor('absent', '', [other, pair]));
    expect(ledger.pairs().map(({ association }) => association)).toEqual([pair, other]);
  });

  test('keeps through the plan what went wrong before', () => {
    const ledger = openLedger();
    ledger.desire([target]);
    ledger.learn(pair, { failure, changed: true, requestId: 'req-1' });
    ledger.plan(planFor('absent'));
    expect(ledger.pair(pair)).toMatchObject({
      failure,
      changed: true,
      requestId: 'req-1',
      state: 'absent',
    });
  });

  test('learns fact by fact, and forgets none', () => {
    const ledger = openLedger();
    ledger.desire([target]);
    ledger.plan(planFor('absent', '', [pair, other]));
    ledger.learn(pair, { changed: true, requestId: 'req-1' });
    ledger.learn(desiredOf(), { state: 'associated' });
    expect(ledger.pair(pair)).toMatchObject({
      before: 'absent',
      state: 'associated',
      changed: true,
      requestId: 'req-1',
    });
    expect(ledger.pair(other)).toMatchObject({ state: 'absent', changed: false });
  });

  test('tells two ASNs of one CIDR apart', () => {
    const second = desiredOf('64501');
    const ledger = openLedger();
    ledger.desire([targetOf([pair, second])]);
    ledger.learn(second, { state: 'associated' });
    expect(ledger.pair(pair).state).toBe('unknown');
  });

  test('knows whether anything has failed', () => {
    const ledger = openLedger();
    ledger.desire([target]);
    expect(ledger.hasFailed()).toBe(false);
    ledger.learn(pair, { state: 'associated' });
    expect(ledger.hasFailed()).toBe(false);
    ledger.learn(other, { failure });
    ledger.learn(pair, { changed: true });
    expect(ledger.hasFailed()).toBe(true);
  });

  test('may be closed at any time, with all that is known by then', () => {
    const ledger = openLedger();
    ledger.desire([target]);
    const cancelled = ledger.close(new Failure('cancelled', 'The run was cancelled'));
    ledger.learn(pair, { state: 'associated' });
    expect(cancelled.pairs[0]?.state).toBe('unknown');
    expect(ledger.close('associated').pairs[0]?.state).toBe('associated');
  });

  test('does not blame a pair for the cancellation of the run', () => {
    const ledger = openLedger();
    ledger.desire([target]);
    const cancelled = new Failure('cancelled', 'The run was cancelled');
    ledger.learn(pair, { failure: cancelled });
    ledger.learn(other, { failure });
    const { pairs } = ledger.close(cancelled);
    expect(pairs.map((one) => one.failure)).toEqual([undefined, failure]);
  });

  test('has nothing to tell of a pair that is not desired', () => {
    expect(() => openLedger().pair(pair)).toThrow('198.51.100.0/24 64500 is not desired');
  });
});
