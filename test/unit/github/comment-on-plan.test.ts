import { describe, expect, test } from 'vitest';
import { ifMissing } from '../../../src/github/comment-on-plan.ts';
import { desiredOf } from '../domain/association.ts';
import { planOfTarget } from '../plan/changes.ts';

const planOf = (...states: string[]) =>
  planOfTarget(states.map((state, at) => ({ association: desiredOf(`${64500 + at}`), state })));

describe('what on-change does without a comment', () => {
  test.each([
    ['a success without a plan', 'success', undefined, 'create'],
    ['a plan that creates an association', 'success', planOf('associated', 'absent'), 'create'],
    ['a plan that keeps every association', 'success', planOf('associated', 'advertised'), 'skip'],
    ['a plan that only waits', 'success', planOf('pending-association'), 'skip'],
    ['a failure without a plan', 'failure', undefined, 'create'],
    ['a failure whose plan creates nothing', 'failure', planOf('associated'), 'create'],
  ] as const)('after %s', (_, conclusion, plan, expected) => {
    expect(ifMissing('on-change', { conclusion, plan })).toBe(expected);
    expect(ifMissing('always', { conclusion, plan })).toBe('create');
  });
});
