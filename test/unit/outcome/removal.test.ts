import { describe, expect, test } from 'vitest';
import { conclude } from '../../../src/outcome/conclude.ts';
import { type PairStatus, statusOf } from '../../../src/outcome/pair-status.ts';
import type { AssociationOutcome } from '../../../src/outcome/run-state.ts';
import type { Reason } from '../../../src/reasons.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { pairOutcome } from '../pair-outcome.ts';

const [A, P, D, N] = ['associated', 'pending-disassociation', 'disassociated', 'absent'] as const;
const association = desiredOf(undefined, undefined, { remove: true });

describe('an association to remove', () => {
  test.each<[AssociationOutcome['step'], string, boolean, PairStatus]>([
    ['keep', N, false, 'kept'],
    ['keep', D, false, 'kept'],
    ['refuse', 'advertised', false, 'refused'],
    ['wait', P, false, 'pending'],
    ['wait', D, false, 'disassociated'],
    ['wait', N, false, 'disassociated'],
    ['disassociate', A, false, 'skipped'],
    ['disassociate', A, true, 'pending'],
    ['disassociate', P, false, 'pending'],
    ['disassociate', 'unknown', false, 'unknown'],
    ['disassociate', D, true, 'disassociated'],
    ['disassociate', N, true, 'disassociated'],
  ])('whose step is %s and that is %s (changed: %s) ends as %s', (step, state, changed, status) => {
    expect(statusOf(pairOutcome({ association, step, state, changed }), 'apply')).toBe(status);
  });

  test('is planned in a dry run', () => {
    const pair = pairOutcome({ association, step: 'disassociate', state: A });
    expect(statusOf(pair, 'plan')).toBe('planned');
  });
});

const gone = { association, step: 'keep', state: N } as const;
const removed = { association, step: 'disassociate', state: D, changed: true } as const;
const created = { step: 'associate', state: A, changed: true } as const;

describe('a run of a file', () => {
  const reasonOf = (
    facts: readonly Partial<AssociationOutcome>[],
    mode: 'plan' | 'apply',
    until: 'end-state' | 'accepted' = 'end-state',
  ) => {
    const pairs = manyDesired(facts.length).map((each, index) => {
      const given = facts[index];
      const isRemoval = given?.association?.remove;
      return pairOutcome({
        ...given,
        association: { ...each, ...(isRemoval ? { remove: true } : {}) },
      });
    });
    return conclude(pairs, { mode, until, permissionCheck: 'ask', source: { form: 'file' } });
  };

  test.each<[Reason, readonly Partial<AssociationOutcome>[]]>([
    ['planned', [{ association, step: 'disassociate', state: A }]],
    ['no-changes', [gone]],
    ['no-changes', [{ association, step: 'wait', state: P }]],
  ])('that only plans ends as %s: %#', (reason, facts) => {
    expect(reasonOf(facts, 'plan')).toBe(reason);
  });

  test.each<[Reason, readonly Partial<AssociationOutcome>[]]>([
    ['disassociated', [removed]],
    ['disassociated', [removed, gone, { step: 'keep', state: A }]],
    ['disassociated', [{ association, step: 'wait', state: D }]],
    ['applied', [created, removed]],
    ['applied', [created, gone]],
    ['no-changes', [gone]],
  ])('that applies ends as %s: %#', (reason, facts) => {
    expect(reasonOf(facts, 'apply')).toBe(reason);
  });

  test.each<[Reason, readonly Partial<AssociationOutcome>[]]>([
    ['accepted', [{ ...removed, state: P }]],
    ['already-pending', [{ association, step: 'wait', state: P }]],
    ['no-changes', [{ association, step: 'wait', state: D }]],
  ])('that applies without waiting ends as %s: %#', (reason, facts) => {
    expect(reasonOf(facts, 'apply', 'accepted')).toBe(reason);
  });
});
