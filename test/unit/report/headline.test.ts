import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { headlineOf, otherCounts } from '../../../src/report/headline.ts';
import { makeRows } from '../../../src/report/pair-row.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { outcomeOf } from './outcome.ts';
import {
  examplePlan,
  longPlan,
  onePair,
  partlyApplied,
  refusedPlan,
  smallPlan,
} from './scenarios.ts';

const headline = (outcome: Outcome) => headlineOf(outcome, makeRows(outcome));
const others = (outcome: Outcome) => otherCounts(outcome, makeRows(outcome));

describe('the headline', () => {
  const made = { state: 'associated', changed: true };
  test.each<[string, Outcome, string]>([
    ['a plan', longPlan(), '9 associations to create'],
    ['a dry run of a pair', onePair(), '1 association to create'],
    ['a plan with a warning', examplePlan(), '3 associations to create, 1 needs a look'],
    ['a plan with another ASN', smallPlan(), '2 associations to create, 1 needs a look'],
    ['a refused plan', refusedPlan(), 'refused, 2 of 7 associations blocked, 1 needs a look'],
    ['an apply that failed in part', partlyApplied(), '3 of 6 associations failed'],
    [
      'an apply',
      fleetOf([{ target: 'dr', cidr: '192.0.2.0/24', facts: made }], { mode: 'apply' }),
      '1 association created',
    ],
    [
      'an apply that only waited',
      outcomeOf('associated', { step: 'wait', state: 'associated' }),
      '1 association now associated',
    ],
    ['an existing association', outcomeOf('already-associated'), 'no changes'],
    ['a fork', outcomeOf('fork-no-credentials'), '1 association checked offline'],
    ['refused inputs', outcomeOf(new Failure('invalid-input', 'asn is wrong')), 'refused'],
    [
      'a run that changed something before its account was refused',
      outcomeOf(new Failure('account-not-allowed', 'another account'), {
        ...{ step: 'associate', state: 'pending-association', changed: true },
        failure: new Failure('account-not-allowed', 'another account'),
      }),
      'failed',
    ],
    ['a cancelled run', outcomeOf(new Failure('cancelled', 'by SIGINT')), 'cancelled'],
    ['a failure before the plan', outcomeOf(new Failure('no-credentials', 'none')), 'failed'],
    [
      'an accepted association',
      outcomeOf('accepted', { step: 'associate', state: 'pending-association', changed: true }),
      '1 association accepted',
    ],
  ])('sums up %s in numbers', (_, outcome, expected) => {
    expect(headline(outcome)).toBe(expected);
  });

  const pair: Entry = { target: 'edge', cidr: '198.51.100.0/24', state: 'associated' };
  test.each<[string, Partial<Entry>]>([
    ['another ASN on its CIDR', { others: ['64511'] }],
    ['an ASN that its IPAM does not list', { state: 'absent', asnListed: false }],
    ['no valid ROA', { rpki: ['not-found', 'valid'] }],
    ["no ROA of Amazon's", { rpki: ['valid', 'not-found'] }],
  ])('counts a pair that needs a look: %s', (_, entry) => {
    const other: Entry = { target: 'edge', asn: '64501', cidr: '203.0.113.0/24' };
    expect(headline(fleetOf([{ ...pair, ...entry }, other]))).toMatch(/, 1 needs a look$/);
    const both = [pair, { ...pair, cidr: '192.0.2.0/24' }].map((each) => ({ ...each, ...entry }));
    expect(headline(fleetOf([...both, other]))).toMatch(/, 2 need a look$/);
  });

  test.each<[string, Partial<Entry>]>([
    ['is advertised', { cidrState: 'advertised' }],
    ['has valid ROAs', { rpki: ['valid', 'valid'] }],
  ])('counts no pair whose CIDR only %s', (_, entry) => {
    expect(headline(fleetOf([{ ...pair, ...entry }]))).toBe('no changes');
  });
});

describe('the counts below the headline', () => {
  const made = { state: 'associated', changed: true };
  const waited = { state: 'associated' };
  const cidrs = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8:1000::/48'];
  const run = (entries: readonly Partial<Entry>[], inputs: Partial<Inputs>) =>
    fleetOf(
      entries.map((entry, index) => ({ target: 'dr', cidr: cidrs[index] ?? '', ...entry })),
      { mode: 'apply', ...inputs },
    );
  const pending = 'pending-association';
  const kept = { state: 'associated' };

  test.each<[string, Outcome, string, readonly string[]]>([
    [
      'of an apply that created, waited and kept',
      run([{ facts: made }, { state: pending, facts: waited }, kept], {}),
      '1 association created',
      ['1 associated', '1 unchanged'],
    ],
    [
      'of an apply that waited and kept',
      run([{ state: pending, facts: waited }, kept, kept], {}),
      '1 association now associated',
      ['2 unchanged'],
    ],
    [
      'of an apply that does not wait',
      run(
        [{ facts: { state: pending, changed: true } }, { facts: made }, { state: pending }, kept],
        { until: 'accepted' },
      ),
      '2 associations accepted',
      ['1 pending', '1 unchanged'],
    ],
  ])('%s count every association once', (_, outcome, text, more) => {
    expect(headline(outcome)).toBe(text);
    expect(others(outcome)).toEqual(more);
  });

  test('say that a run could not read a target', () => {
    const failure = new Failure('no-credentials', 'none');
    const unread = { step: undefined, before: 'unknown', state: 'unknown' };
    const outcome = run([{ facts: { ...unread, failure } }, { facts: unread }], { mode: 'plan' });
    expect(headline(outcome)).toBe('1 of 2 associations failed');
    expect(others(outcome)).toEqual(['1 unknown']);
    expect(makeRows(outcome).map(({ change }) => change.text)).toEqual(['not read', 'not read']);
  });
});
