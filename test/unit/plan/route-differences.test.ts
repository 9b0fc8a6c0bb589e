import { expect, test } from 'vitest';
import type { ApprovedRoute } from '../../../src/domain/approved-routes.ts';
import type { RouteChange } from '../../../src/plan/plan.ts';
import { findRouteDifferences } from '../../../src/plan/route-differences.ts';
import { changeOf, cidrOf, originFrom, wantedOrigin } from '../routes/route-change.ts';

const approved: ApprovedRoute = {
  target: 'edge',
  step: 'swap',
  accountId: '111122223333',
  region: 'us-west-2',
  cidr: cidrOf(),
  from: 'AWS',
  to: wantedOrigin('64500'),
};

const differences = (old: readonly ApprovedRoute[], ...changes: readonly RouteChange[]) =>
  findRouteDifferences(old, {
    changes,
    unmanaged: [],
    unmanagedCidrs: undefined,
    digest: undefined,
  });

test('the same plan has no differences', () => {
  expect(differences([approved], changeOf())).toEqual([]);
});

test.each([
  [
    'an operator withdrew the CIDR',
    changeOf({ step: 'advertise', originBefore: originFrom('none') }),
    'now advertise (no origin to AS64500)',
  ],
  [
    'the change is refused',
    changeOf({ step: 'refuse', why: 'AWS is withdrawing it' }),
    'now refuse (AWS to AS64500) in 111122223333 us-west-2 (AWS is withdrawing it)',
  ],
  [
    'another account',
    changeOf({ target: { ...changeOf().target, accountId: '444455556666' } }),
    '444455556666',
  ],
])('a difference: %s', (_, change, text) => {
  expect(differences([approved], change)).toEqual([
    expect.stringContaining('198.51.100.0/24: approved swap (AWS to AS64500)'),
  ]);
  expect(differences([approved], change)[0]).toContain(text);
});

test('what only one of them has is a difference if it changes something', () => {
  expect(differences([approved])).toEqual([expect.stringContaining('now not in the plan')]);
  expect(differences([], changeOf())).toEqual([
    expect.stringContaining('approved not in the plan'),
  ]);
  expect(differences([{ ...approved, step: 'keep' }])).toEqual([]);
});
