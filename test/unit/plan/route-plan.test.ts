import { describe, expect, test } from 'vitest';
import type { ObservedCidr } from '../../../src/observe/observed.ts';
import { makeRoutePlan } from '../../../src/plan/route-plan.ts';
import { originFrom, routeOf } from '../routes/route-change.ts';
import { observedCidr as cidrOf } from './observed-cidr.ts';

const account = '111122223333';

const targetWith = (...routes: readonly ReturnType<typeof routeOf>[]) => ({
  name: 'edge',
  accountId: account,
  region: 'us-west-2',
  associations: [],
  routes,
});

function planFor(
  cidrs: readonly ObservedCidr[],
  origins: Readonly<Record<string, string>>,
  ...routes: readonly ReturnType<typeof routeOf>[]
) {
  const observed = new Map(
    Object.entries(origins).map(([cidr, origin]) => [cidr, originFrom(origin)]),
  );
  return makeRoutePlan([
    { target: targetWith(...routes), observed: { cidrs, asns: [] }, origins: observed },
  ]);
}

const advertised = cidrOf({ state: 'advertised' });

describe('a plan of routes', () => {
  test('keeps the order of the file, and says the origin before', () => {
    const other = cidrOf({ cidr: '192.0.2.0/24', state: 'provisioned' });
    const plan = planFor(
      [other, advertised],
      { '198.51.100.0/24': 'AWS', '192.0.2.0/24': 'none' },
      routeOf('none'),
      routeOf('AWS', '192.0.2.0/24'),
    );
    expect(
      plan.changes.map(({ route, step, originBefore, before }) => [
        route.cidr,
        step,
        originBefore.origin,
        before,
      ]),
    ).toEqual([
      ['198.51.100.0/24', 'withdraw', 'AWS', 'advertised'],
      ['192.0.2.0/24', 'advertise', 'none', 'provisioned'],
    ]);
  });

  test.each([
    ['a CIDR that AWS does not list', [], 'cidr-not-found'],
    [
      'an anycast CIDR, even to withdraw it',
      [{ ...advertised, advertisementType: 'anycast' }],
      'cidr-not-eligible',
    ],
    [
      'a CIDR that is listed twice with differences',
      [advertised, cidrOf({ state: 'provisioned' })],
      'unknown-state',
    ],
  ] as const)('refuses %s', (_, cidrs, refusal) => {
    const plan = planFor(cidrs, {}, routeOf('none'));
    expect(plan.changes[0]).toMatchObject({ step: 'refuse', refusal });
  });

  test('takes an origin that was not observed as unknown', () => {
    const plan = planFor([advertised], {}, routeOf('AWS'));
    expect(plan.changes[0]).toMatchObject({
      step: 'swap',
      originBefore: { origin: 'unknown' },
    });
  });

  test('shows that the ASN of a new origin is associated', () => {
    const associated = cidrOf({
      state: 'advertised',
      associations: [{ asn: '64500', state: 'associated', statusMessage: '' }],
    });
    const evidenceOf = (origin: string) =>
      planFor([associated], { '198.51.100.0/24': '64501' }, routeOf(origin)).changes.flatMap(
        ({ evidence }) => evidence.map(({ text }) => text),
      );
    expect(evidenceOf('64500')).toEqual([
      'DescribeByoipCidrs: the association of 198.51.100.0/24 with AS64500 is associated',
    ]);
    expect(evidenceOf('AWS')).toEqual([]);
    expect(evidenceOf('none')).toEqual([]);
  });

  test('has no digest while the account is not known', () => {
    const plan = makeRoutePlan([
      {
        target: { ...targetWith(routeOf('none')), accountId: undefined },
        observed: { cidrs: [advertised], asns: [] },
        origins: new Map(),
      },
    ]);
    expect(plan.digest).toBeUndefined();
  });

  test.each([
    ['us-west-2-lax-1', 'us-west-2-lax-1'],
    ['us-west-2', undefined],
    ['', undefined],
  ])('has the border group %j if it is not the Region: %j', (networkBorderGroup, group) => {
    const plan = planFor([{ ...advertised, networkBorderGroup }], {}, routeOf('none'));
    expect(plan.changes[0]?.networkBorderGroup).toBe(group);
  });
});
