import { describe, expect, test } from 'vitest';
import { addReading, noReads, type WaitResult } from '../../../src/apply/history.ts';
import {
  associationGoal,
  classifyReadBack,
  evaluate,
  evaluateWithoutWait,
} from '../../../src/apply/wait-rules.ts';

const create = {};
const removal = { remove: true } as const;

/** The results of a wait that reads these states one after the other. */
function evaluations(
  before: string,
  states: readonly string[],
  direction: Parameters<typeof associationGoal>[0] = create,
): readonly WaitResult[] {
  const goal = associationGoal(direction, before);
  let history = noReads;
  return states.map((state) => {
    history = addReading(goal, history, state);
    return evaluate(goal, history, state);
  });
}

const resultsOf = (evaluated: readonly WaitResult[]) =>
  evaluated.map((status) => (typeof status === 'object' ? status.reason : status));

const results = (before: string, ...states: string[]) => resultsOf(evaluations(before, states));

/** What states read one after the other say about a lost call. */
function readBack(
  direction: Parameters<typeof associationGoal>[0],
  before: string,
  states: readonly string[],
) {
  const goal = associationGoal(direction, before);
  const history = states.reduce((known, state) => addReading(goal, known, state), noReads);
  return classifyReadBack(goal, states.at(-1) ?? '', history);
}

const [P, A, F] = ['pending-association', 'associated', 'failed-association'];
const failed = 'association-failed';
const busy = 'association-busy';

describe('a wait after an acceptance', () => {
  test.each([
    ['goes through pending to associated', ['absent', P, P, A], ['open', 'open', 'done']],
    ['may see associated at once', ['absent', A], ['done']],
    ['waits for a listing that lags behind', ['absent', 'absent', P, A], ['open', 'open', 'done']],
    ['fails when AWS fails', ['absent', P, F], ['open', failed]],
    ['fails at the first read of a new failure', ['absent', F], [failed]],
  ])('%s', (_, [before = '', ...states], expected) => {
    expect(results(before, ...states)).toEqual(expected);
  });

  test('waits without limit for a pair that was never listed', () => {
    expect(results('absent', ...Array<string>(20).fill('absent'))).toEqual(Array(20).fill('open'));
  });

  test('treats three reads of the old failure as stale, and the fourth as a new failure', () => {
    expect(results(F, F, F, F, F)).toEqual(['open', 'open', 'open', failed]);
  });

  test('waits without limit for a pair that is still disassociated', () => {
    const D = 'disassociated';
    expect(results(D, ...Array<string>(9).fill(D))).toEqual(Array(9).fill('open'));
  });

  test('treats the old state as stale after a newer one too, in the first three reads', () => {
    expect(results(F, F, P, F, F)).toEqual(['open', 'open', 'open', failed]);
    expect(results('disassociated', P, 'disassociated', P, 'disassociated')).toEqual([
      'open',
      'open',
      'open',
      busy,
    ]);
  });

  test('succeeds after stale reads', () => {
    expect(results(F, F, F, P, A, A)).toEqual(['open', 'open', 'open', 'open', 'done']);
  });
});

describe('a wait for a pair that was pending before', () => {
  test('ends when the pair is no longer pending', () => {
    expect(results(P, P, A)).toEqual(['open', 'done']);
    expect(results(P, P, F)).toEqual(['open', failed]);
  });

  test('goes on while it is pending, well past the stale reads', () => {
    expect(results(P, P, P, P, P, P, P)).toEqual(Array(6).fill('open'));
  });

  test('fails if the pair is missing from three reads', () => {
    expect(results(P, 'absent', 'absent', 'absent')).toEqual(['open', 'open', failed]);
  });
});

describe('a pair that is no longer listed', () => {
  test('fails after three absences in a row', () => {
    expect(results('absent', P, 'absent', 'absent', 'absent')).toEqual([
      'open',
      'open',
      'open',
      failed,
    ]);
  });

  test('may come back before', () => {
    const states = [P, 'absent', 'absent', P, 'absent', 'absent', A];
    expect(results('absent', ...states)).toEqual([
      'open',
      'open',
      'open',
      'open',
      'open',
      'open',
      'done',
    ]);
  });

  test('counts from the read that last showed it, not from the first absence', () => {
    expect(results('absent', 'absent', 'absent', P, 'absent')).toEqual([
      'open',
      'open',
      'open',
      'open',
    ]);
  });
});

describe('a pair that someone else disassociates', () => {
  test.each(['pending-disassociation', 'disassociated', 'failed-disassociation'])(
    'ends the wait when it is %s',
    (state) => {
      expect(results('absent', P, state)).toEqual(['open', busy]);
    },
  );
});

describe('an unknown state', () => {
  test('is waited for, to success or failure', () => {
    expect(results('absent', 'validating', 'validating', A)).toEqual(['open', 'open', 'done']);
    expect(results(P, 'validating', F)).toEqual(['open', failed]);
  });
});

test.each([
  ['failed-association', 'AWS could not associate it'],
  ['disassociated', 'Someone disassociated it during the run'],
])('%s says why it ends the wait: %s', (state, why) => {
  expect(evaluations(P, [state])).toMatchObject([{ why }]);
});

test('a pair that is no longer listed says why it ends the wait', () => {
  expect(evaluations(P, ['absent', 'absent', 'absent'])[2]).toMatchObject({
    why: 'AWS no longer lists it',
  });
});

describe('success', () => {
  test.each(['absent', P, A, 'advertised', 'validating'])(
    'is the first read that shows the association, if it was %s before',
    (before) => {
      expect(results(before, A)).toEqual(['done']);
      expect(results(before, 'advertised')).toEqual(['done']);
    },
  );

  describe.each(['disassociated', F])('takes two reads in a row if it was %s before:', (before) => {
    test.each([
      ['associated twice', [A, A], ['open', 'done']],
      ['advertised after associated', [A, 'advertised'], ['open', 'done']],
      [
        'one stale read, and then the new association',
        [A, before, P, A, A],
        ['open', 'open', 'open', 'open', 'done'],
      ],
      ['alternating reads prove nothing', [A, P, A, P], ['open', 'open', 'open', 'open']],
      ['an unclear read proves nothing', [A, 'unknown', A, A], ['open', 'open', 'open', 'done']],
    ])('%s', (_, states, expected) => {
      expect(results(before, ...states)).toEqual(expected);
    });
  });

  test('does not follow from one stale read, however long the pair is disassociated after it', () => {
    const D = 'disassociated';
    expect(results(D, A, ...Array<string>(9).fill(D))).toEqual(Array(10).fill('open'));
    expect(results(D, A, ...Array<string>(9).fill('absent'))).toEqual(Array(10).fill('open'));
  });

  test('of a pair that had ended can be undone', () => {
    const D = 'disassociated';
    expect(results(D, P, A, A, D)).toEqual(['open', 'open', 'done', busy]);
  });
});

describe('a pair that had ended may be missing before its new association is listed', () => {
  test.each(['disassociated', F])('is waited for: %s', (before) => {
    const states = [...Array<string>(9).fill('absent'), P, A, A];
    expect(results(before, ...states)).toEqual([...Array(11).fill('open'), 'done']);
  });
});

describe('a listing that contradicts itself', () => {
  const U = 'unknown';

  test('is waited for', () => {
    expect(results('absent', P, U, U, U, U, A)).toEqual([
      'open',
      'open',
      'open',
      'open',
      'open',
      'done',
    ]);
    expect(results(P, U, F)).toEqual(['open', failed]);
  });

  test('does not prove that the pair has moved', () => {
    const D = 'disassociated';
    expect(results(D, U, D, D, D, D, D)).toEqual(Array(6).fill('open'));
    expect(results('absent', U, 'absent', 'absent', 'absent')).toEqual(Array(4).fill('open'));
  });

  test('counts neither as one of the three reads that may be stale nor as an absence', () => {
    expect(results(F, U, U, U, F, F, F, F)).toEqual([...Array(6).fill('open'), failed]);
    expect(results(P, 'absent', 'absent', U, 'absent', 'absent')).toEqual(Array(5).fill('open'));
  });
});

describe('a pair that the run does not wait for', () => {
  test.each([P, A, 'advertised'])('succeeds if it is %s', (state) => {
    expect(evaluateWithoutWait(create, state)).toBeUndefined();
  });

  test.each([
    [F, 'association-failed'],
    ['absent', 'association-failed'],
    ['disassociated', 'association-busy'],
    ['pending-disassociation', 'association-busy'],
    ['failed-disassociation', 'association-busy'],
    ['unknown', 'unknown-state'],
    ['from-the-future', 'unknown-state'],
  ])('fails if it is %s: %s', (state, reason) => {
    expect(evaluateWithoutWait(create, state)).toMatchObject({ reason, why: expect.any(String) });
  });
});

describe('reads after an associate call from', () => {
  test.each([
    ['absent', ['absent'], 'unchanged'],
    ['absent', ['pending-association'], 'carried out'],
    ['absent', ['associated'], 'carried out'],
    ['absent', ['advertised'], 'carried out'],
    ['absent', ['failed-association'], 'carried out'],
    ['absent', ['unknown'], 'unknown'],
    ['absent', ['pending-disassociation'], 'conflicting'],
    ['absent', ['disassociated'], 'conflicting'],
    ['absent', ['some-new-state'], 'conflicting'],
    ['disassociated', ['disassociated'], 'unchanged'],
    ['disassociated', ['absent'], 'unchanged'],
    ['disassociated', ['associated'], 'unconfirmed'],
    ['disassociated', ['associated', 'associated'], 'carried out'],
    ['disassociated', ['associated', 'unknown', 'associated'], 'unconfirmed'],
    ['disassociated', ['failed-association'], 'carried out'],
    ['failed-association', ['failed-association'], 'unchanged'],
    ['failed-association', ['associated'], 'unconfirmed'],
  ] as const)('%s that list it as %j say %s', (before, states, expected) => {
    expect(readBack(create, before, states)).toBe(expected);
  });
});

describe('a removal', () => {
  const [A, P, D, F, N] = [
    'associated',
    'pending-disassociation',
    'disassociated',
    'failed-disassociation',
    'absent',
  ] as const;

  describe('reads after a disassociate call from', () => {
    test.each([
      [A, [A], 'unchanged'],
      [A, [P], 'carried out'],
      [A, [F], 'carried out'],
      [A, [D], 'unconfirmed'],
      [A, [D, D], 'carried out'],
      [A, [N, N], 'unconfirmed'],
      [A, [N, N, N], 'carried out'],
      [A, [N, D], 'carried out'],
      [A, [D, A], 'unchanged'],
      [A, [D, 'unknown', D], 'unconfirmed'],
      [A, ['unknown'], 'unknown'],
      [A, ['advertised'], 'conflicting'],
      [A, ['pending-association'], 'conflicting'],
      [A, ['some-new-state'], 'conflicting'],
      [F, [F], 'unchanged'],
      ['failed-association', ['failed-association'], 'unchanged'],
      ['failed-association', [A], 'conflicting'],
    ] as const)('%s that list it as %j say %s', (before, states, expected) => {
      expect(readBack(removal, before, states)).toBe(expected);
    });
  });

  describe('a wait for a removal', () => {
    test.each([
      ['ends with the second read as disassociated', [A, P, D, D], ['open', 'open', 'done']],
      ['ends with the third read without it', [A, N, N, N], ['open', 'open', 'done']],
      [
        'does not take one missing read as proof',
        [A, N, A, N, N, N],
        [...Array(4).fill('open'), 'done'],
      ],
      [
        'treats the old state as stale, however long',
        [A, ...Array(9).fill(A)],
        Array(9).fill('open'),
      ],
      ['fails when AWS fails', [A, P, F], ['open', 'association-failed']],
      [
        'treats an old failure as stale three times',
        [F, F, F, F, F],
        [...Array(3).fill('open'), 'association-failed'],
      ],
      ['goes on in an unknown state', [P, 'some-new-state', D, D], ['open', 'open', 'done']],
    ])('%s', (_, [before = '', ...states], expected) => {
      expect(resultsOf(evaluations(before, states, removal))).toEqual(expected);
    });
  });

  describe.each([N, D])('that was %s before the run', (before) => {
    test.each([
      ['is done with the next listing', [N], ['done']],
      ['is done if only old listings show it', [A, A, before], ['open', 'open', 'done']],
      ['stays open while someone else removes it', [P, N], ['open', 'done']],
      ['fails if it is back after three listings', [A, A, A, A], [...Array(3).fill('open'), busy]],
      [
        'fails if someone associates it',
        Array(4).fill('pending-association'),
        [...Array(3).fill('open'), busy],
      ],
    ])('%s', (_, states, expected) => {
      expect(resultsOf(evaluations(before, states, removal))).toEqual(expected);
    });
  });

  test.each([A, P, D, N, 'unknown'])('a removal without a wait is no failure as %s', (state) => {
    expect(evaluateWithoutWait(removal, state)).toBeUndefined();
  });

  test('a removal without a wait has failed as failed-disassociation', () => {
    expect(evaluateWithoutWait(removal, F)).toMatchObject({ reason: 'association-failed' });
  });
});
