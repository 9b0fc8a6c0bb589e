import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { conclude, summarizeFailures } from '../../../src/outcome/conclude.ts';
import type { AssociationOutcome } from '../../../src/outcome/run-state.ts';
import { type Reason, reasons } from '../../../src/reasons.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { pairOutcome } from '../pair-outcome.ts';

type RunMode = Parameters<typeof conclude>[1];

const modeOf = (
  facts: Partial<Omit<RunMode, 'source'>> = {},
  form: 'inputs' | 'file' = 'file',
) => ({
  mode: 'apply' as const,
  until: 'end-state' as const,
  permissionCheck: 'ask' as const,
  ...facts,
  source: { form },
});

const kept = { step: 'keep', state: 'associated' } as const;
const waited = { step: 'wait', state: 'pending-association' } as const;
const joined = { step: 'wait', state: 'associated' } as const;
const planned = { step: 'associate', state: 'absent' } as const;
const accepted = { step: 'associate', state: 'pending-association', changed: true } as const;
const created = { step: 'associate', state: 'associated', changed: true } as const;
const skipped = { step: 'associate', state: 'absent' } as const;

const pairsOf = (facts: readonly Partial<AssociationOutcome>[]) =>
  manyDesired(facts.length).map((association, index) =>
    pairOutcome({ association, ...facts[index] }),
  );

type Case = readonly [inputs: Reason, file: Reason, facts: readonly Partial<AssociationOutcome>[]];

describe('a dry run in which nothing failed', () => {
  test.each<Case>([
    ['dry-run-permitted', 'planned', [planned]],
    ['dry-run-permitted', 'planned', [kept, waited, planned]],
    ['already-pending', 'no-changes', [waited]],
    ['already-pending', 'no-changes', [kept, waited]],
    ['already-associated', 'no-changes', [kept]],
  ])('ends as %s, of a file as %s', (inputs, file, facts) => {
    expect(conclude(pairsOf(facts), modeOf({ mode: 'plan' }, 'inputs'))).toBe(inputs);
    expect(conclude(pairsOf(facts), modeOf({ mode: 'plan' }))).toBe(file);
  });

  test('that skipped the permission check says so', () => {
    const skip = { mode: 'plan', permissionCheck: 'skip' } as const;
    expect(conclude(pairsOf([planned]), modeOf(skip, 'inputs'))).toBe('dry-run-unchecked');
    expect(conclude(pairsOf([kept]), modeOf(skip, 'inputs'))).toBe('already-associated');
    expect(conclude(pairsOf([planned]), modeOf(skip))).toBe('planned');
  });
});

describe('an apply in which nothing failed', () => {
  test.each<Case>([
    ['associated', 'applied', [created]],
    ['associated', 'applied', [kept, joined, created]],
    ['associated', 'applied', [joined]],
    ['already-associated', 'no-changes', [kept]],
    ['already-associated', 'no-changes', [kept, kept]],
  ])('ends as %s, of a file as %s', (inputs, file, facts) => {
    expect(conclude(pairsOf(facts), modeOf({}, 'inputs'))).toBe(inputs);
    expect(conclude(pairsOf(facts), modeOf())).toBe(file);
  });

  test.each<Case>([
    ['accepted', 'accepted', [accepted]],
    ['accepted', 'accepted', [kept, waited, accepted]],
    ['already-pending', 'already-pending', [waited]],
    ['already-pending', 'already-pending', [kept, waited]],
    ['already-associated', 'no-changes', [kept]],
    ['already-associated', 'no-changes', [kept, { step: 'associate', state: 'associated' }]],
    ['already-associated', 'no-changes', [{ step: 'associate', state: 'advertised' }]],
  ])('and that does not wait ends as %s, of a file as %s', (inputs, file, facts) => {
    expect(conclude(pairsOf(facts), modeOf({ until: 'accepted' }, 'inputs'))).toBe(inputs);
    expect(conclude(pairsOf(facts), modeOf({ until: 'accepted' }))).toBe(file);
  });
});

const denied = new Failure('access-denied', 'Could not associate', {
  likely: 'A policy.',
  next: 'Ask the admin.',
  lines: ['{', '}'],
});
const late = new Failure('wait-timeout', 'It is still pending');

/** The Failure of a run of a file with such pairs. */
function failureOf(
  facts: readonly Partial<AssociationOutcome>[],
  mode: RunMode['mode'] = 'apply',
): Failure {
  const result = conclude(pairsOf(facts), modeOf({ mode }));
  if (!(result instanceof Failure)) throw new Error(`it ended as ${result}`);
  return result;
}

describe('a run of the inputs that failed', () => {
  test('ends with that failure, even after a change', () => {
    const pairs = pairsOf([{ ...accepted, failure: late }]);
    expect(conclude(pairs, modeOf({}, 'inputs'))).toBe(late);
  });
});

describe('a run of a file that failed and created nothing', () => {
  test('has the reason and the next step of the first failure', () => {
    const failure = failureOf([
      { ...planned, failure: denied },
      { ...planned, failure: late },
      { ...planned, failure: late },
      kept,
    ]);
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: '3 of 4 associations failed; 1 unchanged',
      next: 'Ask the admin.',
      likely: undefined,
      cause: denied,
      lines: [
        '111122223333/us-west-2: access-denied: Could not associate (2001:db8::/48 with AS64500)',
        '  {',
        '  }',
        '  likely: A policy.',
        '111122223333/us-west-2: wait-timeout: It is still pending (2 associations)',
      ],
    });
  });

  test('reports a failure that all pairs share once, with its likely cause', () => {
    const failure = failureOf([
      { ...planned, failure: denied },
      { ...planned, failure: denied },
    ]);
    expect(failure).toMatchObject({ message: '2 of 2 associations failed', likely: 'A policy.' });
    expect(failure.lines[0]).toBe(
      '111122223333/us-west-2: access-denied: Could not associate (2 associations)',
    );
    expect(failure.lines.filter((line) => line.includes('Could not'))).toHaveLength(1);
  });

  test('reports the likely cause of its only failure once', () => {
    const { likely, lines } = failureOf([{ ...planned, failure: denied }]);
    expect(likely).toBe('A policy.');
    expect(lines.filter((line) => line.includes('A policy.'))).toEqual([]);
  });

  test('has no likely cause if its only failure has none', () => {
    expect(failureOf([{ ...planned, failure: late }]).likely).toBeUndefined();
  });

  test('is not partly applied if the only accepted association failed', () => {
    const failure = failureOf([{ ...accepted, failure: late }, skipped, kept]);
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: '1 of 3 associations failed; 1 skipped, 1 unchanged',
    });
  });

  test('names the target of each failure', () => {
    const east = targetOf([desiredOf()], { region: 'us-east-1' });
    const { lines } = failureOf([
      { ...planned, failure: late },
      { ...planned, failure: denied, target: east },
    ]);
    expect(lines.map((line) => line.split(': ')[0])).toEqual([
      '111122223333/us-west-2',
      '111122223333/us-east-1',
      '  {',
      '  }',
      '  likely',
    ]);
  });
});

describe('a run of a file that failed and created something', () => {
  test('is partly applied, with the count of each status', () => {
    const failure = failureOf([
      created,
      kept,
      accepted,
      waited,
      skipped,
      skipped,
      { ...planned, failure: denied },
      { ...accepted, failure: late },
    ]);
    expect(failure).toMatchObject({
      reason: 'partly-applied',
      message: '2 of 8 associations failed; 2 skipped, 2 pending, 1 associated, 1 unchanged',
      next: reasons['partly-applied'].next,
      likely: undefined,
      cause: denied,
    });
    expect(failure.lines).toContain('  likely: A policy.');
  });

  test('is partly applied even if the rest shares one failure', () => {
    const failure = failureOf([created, { ...planned, failure: denied }]);
    expect(failure).toMatchObject({
      reason: 'partly-applied',
      message: '1 of 2 associations failed; 1 associated',
      likely: undefined,
      next: reasons['partly-applied'].next,
    });
  });

  test('is partly applied if the new association is still pending', () => {
    const failure = failureOf([accepted, { ...planned, failure: denied }]);
    expect(failure).toMatchObject({
      reason: 'partly-applied',
      message: '1 of 2 associations failed; 1 pending',
    });
  });
});

test('a failed dry run counts no association as skipped', () => {
  const { message, reason } = failureOf([{ ...planned, failure: denied }, planned, kept], 'plan');
  expect({ message, reason }).toEqual({
    message: '1 of 3 associations failed; 1 to create, 1 unchanged',
    reason: 'access-denied',
  });
});

describe('before the plan', () => {
  test('a run continues while nothing has failed', () => {
    expect(summarizeFailures(pairsOf([{}, {}]), modeOf())).toBeUndefined();
  });

  test('a run stops with the failure of any pair', () => {
    const pairs = pairsOf([{}, { failure: denied }]);
    expect(summarizeFailures(pairs, modeOf())?.message).toContain('1 of 2 associations failed');
    expect(summarizeFailures(pairs, modeOf({}, 'inputs'))).toBe(denied);
  });
});
