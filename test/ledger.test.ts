import { describe, expect, test } from 'vitest';
import { Failure } from '../src/failure.ts';
import { openLedger } from '../src/ledger.ts';
import { makePlan } from '../src/plan/plan.ts';
import { associationOf } from './desired/association.ts';
import { cidrAssociated } from './plan/observed-cidr.ts';

const pair = associationOf();
const other = associationOf('64501', '203.0.113.0/24');
const run = { mode: 'apply', region: 'us-west-2' } as const;

const planFor = (state: string, message = '') =>
  makePlan(
    { associations: [pair], specialUse: 'accept' },
    { cidrs: [cidrAssociated(state, message)], asns: [] },
  );

describe('a ledger', () => {
  test('that is empty knows nothing, and says so', () => {
    const failure = new Failure('invalid-input', 'One input is not right');
    expect(openLedger().close(failure)).toEqual({
      reason: 'invalid-input',
      ending: 'failure',
      failure,
      mode: undefined,
      region: '',
      accountId: '',
      hasChanges: false,
      pairs: [],
    });
  });

  test('that is open knows the pairs, but not their state', () => {
    const ledger = openLedger();
    ledger.open(run, [pair, other]);
    const { pairs, ...outcome } = ledger.close('fork-no-credentials');
    expect(outcome).toMatchObject({ ...run, ending: 'success', failure: undefined });
    expect(pairs).toEqual(
      [pair, other].map((association) => ({
        association,
        step: undefined,
        why: '',
        before: 'unknown',
        state: 'unknown',
        statusMessage: '',
        changed: false,
        requestId: '',
        evidence: [],
      })),
    );
  });

  test('takes over what the plan says, the state before being the state until something is learnt', () => {
    const ledger = openLedger();
    ledger.open(run, [pair]);
    ledger.account('111122223333');
    const plan = planFor('failed-association', 'ROA');
    ledger.plan(plan);
    const outcome = ledger.close('accepted');
    expect(outcome).toMatchObject({ ...run, accountId: '111122223333', hasChanges: true });
    expect(outcome.pairs).toEqual([
      {
        association: pair,
        step: 'associate',
        why: plan.changes[0]?.why,
        before: 'failed-association',
        state: 'failed-association',
        statusMessage: 'ROA',
        changed: false,
        requestId: '',
        evidence: plan.changes[0]?.evidence,
      },
    ]);
  });

  test('knows of a plan without writes that it has no changes', () => {
    const ledger = openLedger();
    ledger.plan(planFor('associated'));
    expect(ledger.close('already-associated').hasChanges).toBe(false);
  });

  test('learns fact by fact, and forgets none', () => {
    const ledger = openLedger();
    ledger.open(run, [pair, other]);
    ledger.plan(planFor('absent'));
    ledger.learn(pair, { changed: true, requestId: 'req-1' });
    ledger.learn(associationOf(), { state: 'associated' });
    expect(ledger.pair(pair)).toMatchObject({
      before: 'absent',
      state: 'associated',
      changed: true,
      requestId: 'req-1',
    });
    expect(ledger.pair(other)).toMatchObject({ state: 'unknown', changed: false });
  });

  test('may be closed at any time, with all that is known by then', () => {
    const ledger = openLedger();
    ledger.open(run, [pair]);
    const cancelled = ledger.close(new Failure('cancelled', 'The run was cancelled'));
    ledger.learn(pair, { state: 'associated' });
    expect(cancelled.pairs[0]?.state).toBe('unknown');
    expect(ledger.close('associated').pairs[0]?.state).toBe('associated');
  });

  test('tells nothing of a pair that it has never heard of', () => {
    expect(openLedger().pair(pair)).toMatchObject({ association: pair, state: 'unknown' });
  });
});
