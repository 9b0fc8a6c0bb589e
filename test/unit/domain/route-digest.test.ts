import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseApprovedRoutes } from '../../../src/domain/approved-routes.ts';
import {
  digestOfRoutes,
  parseRouteDigest,
  type RouteCall,
} from '../../../src/domain/route-digest.ts';

const swap: RouteCall = {
  step: 'swap',
  accountId: '111122223333',
  region: 'us-west-2',
  cidr: '198.51.100.0/24',
  from: 'AWS',
  to: '64500',
};
const withdraw: RouteCall = { ...swap, step: 'withdraw', cidr: '203.0.113.0/24', to: 'none' };
const hash = (text: string) => `routes-v1:${createHash('sha256').update(text).digest('hex')}`;

describe('the digest of routes', () => {
  test('is the hash of a header and a sorted line for each change', () => {
    const lines = [
      'byoasn-routes v1',
      'swap 111122223333 us-west-2 198.51.100.0/24 AWS 64500',
      'withdraw 111122223333 us-west-2 203.0.113.0/24 any none',
      '',
    ];
    expect(digestOfRoutes([withdraw, swap])).toBe(hash(lines.join('\n')));
  });

  test.each([
    { step: 'advertise' },
    { accountId: '444455556666' },
    { region: 'eu-west-1' },
    { cidr: '198.51.101.0/24' },
    { from: 'none' },
    { from: '64501' },
    { to: '64501' },
  ] as const)('changes with %j', (facts) => {
    expect(digestOfRoutes([{ ...swap, ...facts }])).not.toBe(digestOfRoutes([swap]));
  });

  test('of a withdrawal is the same from any origin', () => {
    expect(digestOfRoutes([{ ...withdraw, from: 'unknown' }])).toBe(digestOfRoutes([withdraw]));
  });
});

describe('an approved plan of routes', () => {
  const digest = digestOfRoutes([swap]);
  const change = {
    target: 'edge',
    account_id: swap.accountId,
    region: swap.region,
    cidr: swap.cidr,
    from: 'AWS',
    to: '64500',
    step: 'swap',
  };
  const planOf = (...changes: readonly object[]) => JSON.stringify({ digest, changes });

  test('is its digest, or the plan that has it', () => {
    expect(parseApprovedRoutes(digest).value).toEqual({ digest, changes: undefined });
    expect(parseApprovedRoutes(planOf(change)).value?.changes).toEqual([
      { ...swap, target: 'edge' },
    ]);
  });

  test.each([
    ['another origin than the digest', planOf({ ...change, to: '64501' }), 'does not match'],
    ['an origin that is none', planOf({ ...change, to: 'off' }), 'changes[0].to'],
    ['a step of associations', planOf({ ...change, step: 'associate' }), 'changes[0].step'],
    ['a CIDR twice', planOf(change, change), 'twice'],
    ['the digest of associations', `v2:${'0'.repeat(64)}`, 'plan of associations'],
    ['nothing', '', 'neither a plan-digest nor a plan of routes'],
  ])('is refused with %s', (_, text, problem) => {
    expect(parseApprovedRoutes(text).problem).toContain(problem);
  });

  test('of associations does not take the digest of routes', () => {
    expect(parseRouteDigest(digest).value).toBe(digest);
  });
});
