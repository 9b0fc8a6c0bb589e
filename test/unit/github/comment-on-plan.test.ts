import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/domain/target.ts';
import { ifMissing, keyOf } from '../../../src/github/comment-on-plan.ts';
import type { Inputs, Source } from '../../../src/inputs/inputs.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { planOfTarget } from '../plan/changes.ts';

const planOf = (...states: string[]) =>
  planOfTarget(states.map((state, at) => ({ association: desiredOf(`${64500 + at}`), state })));

describe('on-change without a comment', () => {
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

describe('the comment', () => {
  const file = { form: 'file', path: 'byoasn.yml', only: ['edge'] } as const;
  const route = { cidr: desiredOf().cidr, origin: 'AWS', note: '', location: undefined } as const;
  const ofInputs = (target: Target) => ({ form: 'inputs', target }) as const;

  test.each<readonly [string, Inputs['action'], Source, ReturnType<typeof keyOf>]>([
    ['a file', 'associations', file, { file: 'byoasn.yml', targets: ['edge'] }],
    ['its routes', 'routes', file, { action: 'routes', file: 'byoasn.yml', targets: ['edge'] }],
    [
      'an association of the inputs',
      'associations',
      ofInputs(targetOf([desiredOf()])),
      { file: '198.51.100.0/24 AS64500 us-west-2', targets: [] },
    ],
    [
      'a route of the inputs, whatever its origin',
      'routes',
      ofInputs(targetOf([], { routes: [route] })),
      { action: 'routes', file: '198.51.100.0/24 us-west-2', targets: [] },
    ],
  ])('on %s has its own key', (_, action, source, key) => {
    expect(keyOf({ action, source })).toEqual(key);
  });
});
