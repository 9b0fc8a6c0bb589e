import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMoves, moveText } from '../../src/plan/approval.ts';
import { digestOf } from '../../src/plan/digest.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { desiredOf, manyDesired } from '../desired/association.ts';
import { planOfTarget } from './changes.ts';

type States = readonly string[];

/** A plan of one pair for each state. */
function planOf(states: States): Plan {
  const associations = manyDesired(states.length);
  return planOfTarget(
    associations.map((association, index) => ({ association, state: states[index] ?? 'absent' })),
  );
}

/** The moves from one plan to the other as CIDR and direction; undefined when none were found. */
function movesBetween(then: States, now: States) {
  return findMoves(planOf(then).digest ?? '', planOf(now))?.map(({ change, approved: step }) => [
    change.association.cidr,
    step,
    change.step,
  ]);
}

const cidr = (index: number) => `2001:db8:${index.toString(16)}::/48`.replace(':0::', '::');
const [none, pending, there, gone] = ['absent', 'pending-association', 'associated', 'unlisted'];

describe('one pair that moved', () => {
  test.each([
    ['was made by someone else', none, there, 'associate', 'keep'],
    ['is being made by someone else', none, pending, 'associate', 'wait'],
    ['vanished', there, none, 'no write', 'associate'],
    ['failed', pending, 'failed-association', 'no write', 'associate'],
    ['can be written now', gone, none, 'no write', 'associate'],
  ])('because it %s is found', (_, before, after, then, step) => {
    const moves = movesBetween([none, before, there, none], [none, after, there, none]);
    expect(moves).toEqual([[cidr(1), then, step]]);
  });

  test('because it is refused now is not looked for: its refusal is told anyway', () => {
    expect(movesBetween([none, none], [none, 'pending-disassociation'])).toBeUndefined();
  });
});

describe('two pairs that moved', () => {
  test.each([
    ['both away', [none, none, none], [there, none, pending], ['associate', 'associate']],
    ['both in', [there, pending, none], [none, none, none], ['no write', 'no write']],
    ['crosswise', [there, none, none], [none, there, none], ['no write', 'associate']],
  ])('%s are found', (_, then, now, directions) => {
    const moves = movesBetween(then, now);
    expect(moves?.map(([, direction]) => direction)).toEqual(directions);
  });

  test('three pairs that moved are not', () => {
    expect(movesBetween([there, there, there, none], [none, none, none, none])).toBeUndefined();
  });
});

test('any one or two pairs are found, in either direction, by exactly what moved', () => {
  const state = fc.constantFrom(none, there);
  const plans = fc.array(state, { minLength: 2, maxLength: 12 }).chain((states) =>
    fc.record({
      states: fc.constant(states),
      moved: fc.uniqueArray(fc.nat({ max: states.length - 1 }), { minLength: 1, maxLength: 2 }),
    }),
  );
  fc.assert(
    fc.property(plans, ({ states, moved }) => {
      const now = states.map((one, at) =>
        moved.includes(at) ? (one === none ? there : none) : one,
      );
      const expected = moved
        .toSorted((one, other) => one - other)
        .map((at) =>
          states[at] === none
            ? [cidr(at), 'associate', 'keep']
            : [cidr(at), 'no write', 'associate'],
        );
      expect(movesBetween(states, now)).toEqual(expected);
    }),
  );
});

describe('a run that was interrupted', () => {
  test('is found where all that is there now was to be written then', () => {
    const then = Array<string>(6).fill(none);
    const now = [there, pending, there, pending, none, none];
    const moves = movesBetween(then, now);
    expect(moves?.map(([moved, direction, step]) => [moved, direction, step])).toEqual([
      [cidr(0), 'associate', 'keep'],
      [cidr(1), 'associate', 'wait'],
      [cidr(2), 'associate', 'keep'],
      [cidr(3), 'associate', 'wait'],
    ]);
  });

  test('is found among a thousand pairs', () => {
    const then = Array<string>(1_000).fill(none);
    const now = then.map((state, index) => (index < 400 ? there : state));
    expect(movesBetween(then, now)).toHaveLength(400);
  });
});

describe('nothing is found', () => {
  test('for a digest that is none of this plan', () => {
    expect(findMoves(digestOf(['something else']), planOf([none, there]))).toBeUndefined();
  });

  test('while an account is not known', () => {
    const sights = [{ association: desiredOf(), state: none }];
    const plan = planOfTarget(sights, { accountId: undefined, name: 'us-west-2' });
    expect(findMoves(digestOf([]), plan)).toBeUndefined();
  });

  test('of two moves among more than two hundred pairs, which would take too many trials', () => {
    const crosswise = (count: number) => {
      const rest = Array<string>(count - 2).fill(none);
      return movesBetween([there, none, ...rest], [none, there, ...rest]);
    };
    expect(crosswise(200)).toHaveLength(2);
    expect(crosswise(201)).toBeUndefined();
    expect(crosswise(1_000)).toBeUndefined();
  });

  test('of one move among a thousand pairs it is found all the same', () => {
    const rest = Array<string>(999).fill(none);
    expect(movesBetween([...rest, there], [...rest, none])).toEqual([
      [cidr(999), 'no write', 'associate'],
    ]);
  });
});

describe('a move is told', () => {
  test.each([
    [none, there, 'step moved from associate to keep; AWS shows it as associated now'],
    [there, none, 'step moved from no write to associate; AWS shows it as absent now'],
  ])('with the pair, its target, and the step then and now (%s to %s)', (before, after, text) => {
    const [move] = findMoves(planOf([before]).digest ?? '', planOf([after])) ?? [];
    const pair = '2001:db8::/48 with AS64500 in 111122223333/us-west-2';
    expect(move && moveText(move)).toBe(`${pair}: ${text}`);
  });
});
