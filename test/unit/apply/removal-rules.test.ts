import { describe, expect, test } from 'vitest';
import {
  classifyRemoval,
  evaluateRemoval,
  findRejection,
} from '../../../src/apply/removal-rules.ts';
import { addReading, emptyHistory } from '../../../src/apply/wait-rules.ts';

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
    [A, ['advertised'], 'elsewhere'],
    [A, ['pending-association'], 'elsewhere'],
    [A, ['some-new-state'], 'elsewhere'],
    [F, [F], 'unchanged'],
    ['failed-association', ['failed-association'], 'unchanged'],
    ['failed-association', [A], 'elsewhere'],
  ] as const)('%s that list it as %j say %s', (before, states, expected) => {
    const history = states.reduce(addReading, emptyHistory(before));
    expect(classifyRemoval(states.at(-1) ?? '', history)).toBe(expected);
  });
});

describe('a wait for a removal', () => {
  const results = (before: string, ...states: string[]) => {
    let history = emptyHistory(before);
    return states.map((state) => {
      history = addReading(history, state);
      const end = evaluateRemoval(history, state);
      return end.result === 'failed' ? end.reason : end.result;
    });
  };

  test.each([
    ['ends with the second read as disassociated', [A, P, D, D], ['open', 'open', D]],
    ['ends with the third read without it', [A, N, N, N], ['open', 'open', D]],
    ['takes one missing read for no proof', [A, N, A, N, N, N], [...Array(4).fill('open'), D]],
    [
      'takes the old state for stale, however long',
      [A, ...Array(9).fill(A)],
      Array(9).fill('open'),
    ],
    ['fails when AWS fails', [A, P, F], ['open', 'association-failed']],
    [
      'takes an old failure for stale three times',
      [F, F, F, F, F],
      [...Array(3).fill('open'), 'association-failed'],
    ],
    ['goes on in a state that it does not know', [P, 'some-new-state', D, D], ['open', 'open', D]],
  ])('%s', (_, [before = '', ...states], expected) => {
    expect(results(before, ...states)).toEqual(expected);
  });
});

test.each([A, P, D, N, 'unknown'])(
  'a removal that nobody waits for is no failure as %s',
  (state) => {
    expect(findRejection(state)).toBeUndefined();
  },
);

test('a removal that nobody waits for has failed as failed-disassociation', () => {
  expect(findRejection(F)).toMatchObject({ reason: 'association-failed' });
});
