import { describe, expect, test } from 'vitest';
import {
  addReading,
  emptyHistory,
  evaluate,
  judgeUnawaited,
  type WaitResult,
} from '../../../src/apply/wait-rules.ts';

/** How a wait settles that reads these states one after the other: `no` as long as it goes on. */
function settlements(before: string, states: readonly string[]): readonly WaitResult[] {
  let sightings = emptyHistory(before);
  return states.map((state) => {
    sightings = addReading(sightings, state);
    return evaluate(sightings, state);
  });
}

const endings = (before: string, ...states: string[]) =>
  settlements(before, states).map((settlement) =>
    settlement.settled === 'failed' ? settlement.reason : settlement.settled,
  );

const [P, A, F] = ['pending-association', 'associated', 'failed-association'];
const failed = 'association-failed';
const busy = 'association-busy';

describe('a wait after an acceptance', () => {
  test.each([
    ['goes through pending to associated', ['absent', P, P, A], ['no', 'no', A]],
    ['may see associated at once', ['absent', A], [A]],
    ['waits out a listing that lags behind', ['absent', 'absent', P, A], ['no', 'no', A]],
    ['fails when AWS fails', ['absent', P, F], ['no', failed]],
    ['fails at the first sight of a failure that is new', ['absent', F], [failed]],
  ])('%s', (_, [before = '', ...states], expected) => {
    expect(endings(before, ...states)).toEqual(expected);
  });

  test('waits as long as it takes for a pair that was never listed', () => {
    expect(endings('absent', ...Array<string>(20).fill('absent'))).toEqual(Array(20).fill('no'));
  });

  test('takes three reads of the old failure for stale, the fourth for a new one', () => {
    expect(endings(F, F, F, F, F)).toEqual(['no', 'no', 'no', failed]);
  });

  test('waits as long as it takes for a pair that is still disassociated as before', () => {
    const D = 'disassociated';
    expect(endings(D, ...Array<string>(9).fill(D))).toEqual(Array(9).fill('no'));
  });

  test('takes the old state for stale after a newer one too, in the first three reads', () => {
    expect(endings(F, F, P, F, F)).toEqual(['no', 'no', 'no', failed]);
    expect(endings('disassociated', P, 'disassociated', P, 'disassociated')).toEqual([
      'no',
      'no',
      'no',
      busy,
    ]);
  });

  test('succeeds after stale reads', () => {
    expect(endings(F, F, F, P, A, A)).toEqual(['no', 'no', 'no', 'no', A]);
  });
});

describe('a wait that was joined', () => {
  test('ends with what was pending', () => {
    expect(endings(P, P, A)).toEqual(['no', A]);
    expect(endings(P, P, F)).toEqual(['no', failed]);
  });

  test('goes on while it is pending, well past the stale reads', () => {
    expect(endings(P, P, P, P, P, P, P)).toEqual(Array(6).fill('no'));
  });

  test('fails when the pair has vanished from three reads', () => {
    expect(endings(P, 'absent', 'absent', 'absent')).toEqual(['no', 'no', failed]);
  });
});

describe('a pair that vanishes', () => {
  test('has failed after three absences in a row', () => {
    expect(endings('absent', P, 'absent', 'absent', 'absent')).toEqual(['no', 'no', 'no', failed]);
  });

  test('may come back before', () => {
    const states = [P, 'absent', 'absent', P, 'absent', 'absent', A];
    expect(endings('absent', ...states)).toEqual(['no', 'no', 'no', 'no', 'no', 'no', A]);
  });

  test('counts from the moment it was last seen, not from the first absence', () => {
    expect(endings('absent', 'absent', 'absent', P, 'absent')).toEqual(['no', 'no', 'no', 'no']);
  });
});

describe('a pair that someone else takes away', () => {
  test.each(['pending-disassociation', 'disassociated', 'failed-disassociation'])(
    'ends the wait when it is %s',
    (state) => {
      expect(endings('absent', P, state)).toEqual(['no', busy]);
    },
  );
});

describe('a state that is not known', () => {
  test('is waited out, to success or failure', () => {
    expect(endings('absent', 'validating', 'validating', A)).toEqual(['no', 'no', A]);
    expect(endings(P, 'validating', F)).toEqual(['no', failed]);
  });
});

test.each([
  ['failed-association', 'AWS could not associate it'],
  ['disassociated', 'Someone disassociates it meanwhile'],
])('%s says why it ends the wait: %s', (state, why) => {
  expect(settlements(P, [state])).toMatchObject([{ why }]);
});

test('a vanished pair says why it ends the wait', () => {
  expect(settlements(P, ['absent', 'absent', 'absent'])[2]).toMatchObject({
    why: 'AWS no longer lists it',
  });
});

describe('success', () => {
  test.each(['absent', P, A, 'advertised', 'validating'])(
    'is the first read that shows the association, where it was %s before',
    (before) => {
      expect(endings(before, A)).toEqual([A]);
      expect(endings(before, 'advertised')).toEqual([A]);
    },
  );

  describe.each(['disassociated', F])(
    'takes two reads in a row where it was %s before:',
    (before) => {
      test.each([
        ['associated twice', [A, A], ['no', A]],
        ['advertised after associated', [A, 'advertised'], ['no', A]],
        [
          'one stale read, and then the way of the new one',
          [A, before, P, A, A],
          ['no', 'no', 'no', 'no', A],
        ],
        ['reads that take turns prove nothing', [A, P, A, P], ['no', 'no', 'no', 'no']],
        ['a read that is not clear proves nothing', [A, 'unknown', A, A], ['no', 'no', 'no', A]],
      ])('%s', (_, states, expected) => {
        expect(endings(before, ...states)).toEqual(expected);
      });
    },
  );

  test('is none where one stale read was all, however long the pair is disassociated after it', () => {
    const D = 'disassociated';
    expect(endings(D, A, ...Array<string>(9).fill(D))).toEqual(Array(10).fill('no'));
    expect(endings(D, A, ...Array<string>(9).fill('absent'))).toEqual(Array(10).fill('no'));
  });

  test('of a pair that had ended can be taken away again', () => {
    const D = 'disassociated';
    expect(endings(D, P, A, A, D)).toEqual(['no', 'no', A, busy]);
  });
});

describe('an ended pair whose entry goes away before the new one is listed', () => {
  test.each(['disassociated', F])('is waited for: %s', (before) => {
    const states = [...Array<string>(9).fill('absent'), P, A, A];
    expect(endings(before, ...states)).toEqual([...Array(11).fill('no'), A]);
  });
});

describe('a listing that is not clear', () => {
  const U = 'unknown';

  test('is waited out', () => {
    expect(endings('absent', P, U, U, U, U, A)).toEqual(['no', 'no', 'no', 'no', 'no', A]);
    expect(endings(P, U, F)).toEqual(['no', failed]);
  });

  test('does not prove that the pair has moved', () => {
    const D = 'disassociated';
    expect(endings(D, U, D, D, D, D, D)).toEqual(Array(6).fill('no'));
    expect(endings('absent', U, 'absent', 'absent', 'absent')).toEqual(Array(4).fill('no'));
  });

  test('is none of the three reads that may be stale, and no absence', () => {
    expect(endings(F, U, U, U, F, F, F, F)).toEqual([...Array(6).fill('no'), failed]);
    expect(endings(P, 'absent', 'absent', U, 'absent', 'absent')).toEqual(Array(5).fill('no'));
  });
});

describe('a pair that is not waited for', () => {
  test.each([P, A, 'advertised'])('is well where it is %s', (state) => {
    expect(judgeUnawaited(state)).toBeUndefined();
  });

  test.each([
    [F, 'association-failed'],
    ['absent', 'association-failed'],
    ['disassociated', 'association-busy'],
    ['pending-disassociation', 'association-busy'],
    ['failed-disassociation', 'association-busy'],
    ['unknown', 'unknown-state'],
    ['from-the-future', 'unknown-state'],
  ])('has failed where it is %s: %s', (state, reason) => {
    expect(judgeUnawaited(state)).toMatchObject({ reason, why: expect.any(String) });
  });
});
