import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { type PairStatus, statusOf } from '../../../src/outcome/pair-status.ts';
import type { AssociationOutcome } from '../../../src/outcome/run-state.ts';
import { pairOutcome } from '../pair-outcome.ts';

const [N, P, A, V] = ['absent', 'pending-association', 'associated', 'advertised'] as const;

type Case = readonly [
  step: AssociationOutcome['step'],
  state: string,
  changed: boolean,
  status: PairStatus,
];

describe('an apply leaves a pair', () => {
  test.each<Case>([
    [undefined, 'unknown', false, 'unknown'],
    ['refuse', 'pending-disassociation', false, 'refused'],
    ['keep', A, false, 'kept'],
    ['wait', P, false, 'pending'],
    ['keep', V, false, 'kept'],
    ['wait', A, false, 'associated'],
    ['wait', V, false, 'associated'],
    ['associate', N, false, 'skipped'],
    ['associate', 'unknown', false, 'unknown'],
    ['associate', 'failed-association', false, 'skipped'],
    ['associate', P, true, 'pending'],
    ['associate', P, false, 'pending'],
    ['associate', 'validating', true, 'pending'],
    ['associate', A, true, 'associated'],
    ['associate', V, true, 'associated'],
    ['associate', V, false, 'associated'],
    ['associate', A, false, 'associated'],
  ])('whose step is %s and that is %s (changed: %s) as %s', (step, state, changed, status) => {
    expect(statusOf(pairOutcome({ step, state, changed }), 'apply')).toBe(status);
  });
});

describe('a dry run leaves a pair', () => {
  test.each<Case>([
    ['refuse', 'moving', false, 'refused'],
    ['keep', A, false, 'kept'],
    ['wait', P, false, 'pending'],
    ['associate', N, false, 'planned'],
    ['associate', 'failed-association', false, 'planned'],
    ['associate', 'disassociated', false, 'planned'],
  ])('whose step is %s and that is %s (changed: %s) as %s', (step, state, changed, status) => {
    expect(statusOf(pairOutcome({ step, state, changed }), 'plan')).toBe(status);
  });
});

test('a run without inputs leaves every pair as unknown', () => {
  expect(statusOf(pairOutcome(), undefined)).toBe('unknown');
});

test.each([undefined, 'associate', 'wait', 'keep', 'refuse'] as const)(
  'a pair with a failure has failed, whatever its step (%s)',
  (step) => {
    const failure = new Failure('wait-timeout', 'It is still pending');
    for (const mode of ['plan', 'apply', undefined] as const) {
      expect(statusOf(pairOutcome({ step, state: A, failure }), mode)).toBe('failed');
    }
  },
);
