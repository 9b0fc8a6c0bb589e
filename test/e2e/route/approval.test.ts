import { describe, expect, test } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import { runOn } from '../action/scenario.ts';
import {
  amazons,
  dryRun,
  idle,
  own,
  type RouteEnded,
  routesFile,
  runRoute,
  runRouteFile,
  runRouteOn,
  withRouteFakes,
} from './route-scenario.ts';

const two = routesFile({ cidr: idle, origin: 64500 }, { cidr: amazons, origin: 64501 });

async function planOf(fakes: Fakes, file: string) {
  const { outputs } = await runRouteFile(fakes, file, { ...dryRun, 'permission-check': 'false' });
  return { digest: outputs['plan-digest'] ?? '', json: outputs.plan ?? '' };
}

function expectNothingSent({ fakes, outputs }: RouteEnded): void {
  expect(outputs.changed).toBe('false');
  expect(fakes.requestLog.of('AdvertiseByoipCidr')).toEqual([]);
  expect(fakes.requestLog.of('WithdrawByoipCidr')).toEqual([]);
}

describe.concurrent('an apply', () => {
  test('needs an approved plan', async () => {
    const ended = await runRoute({ with: { 'expected-plan': '' } });
    expect(ended.reason).toBe('invalid-input');
    expect(ended.log).toContain('expected-plan:');
    expectNothingSent(ended);
    expect(ended.fakes.requestLog.requests).toEqual([]);
  });

  test('does not accept the approval of a plan of associations', () =>
    withRouteFakes({}, async (fakes) => {
      const planned = await runOn(fakes, { with: { ...dryRun, asn: '64500', cidr: idle } });
      const { plan = '', 'plan-digest': digest = '' } = planned.outputs;
      for (const approved of [plan, digest]) {
        const ended = await runRouteOn(fakes, { with: { 'expected-plan': approved } });
        expect(ended.reason).toBe('invalid-input');
        expectNothingSent(ended);
      }
    }));

  test('is refused with the approval of another plan', () =>
    withRouteFakes({}, async (fakes) => {
      const other = await planOf(fakes, routesFile({ cidr: idle, origin: 64501 }));
      for (const approved of [other.digest, other.json]) {
        const ended = await runRouteFile(fakes, routesFile({ cidr: idle, origin: 64500 }), {
          'expected-plan': approved,
        });
        expect(ended.reason).toBe('plan-changed');
        expectNothingSent(ended);
      }
    }));

  test.each(['digest', 'json'] as const)(
    'makes the changes of the approved plan, by its %s',
    (form) =>
      withRouteFakes({}, async (fakes) => {
        const file = routesFile({ cidr: amazons, origin: 64500, note: 'reviewed' });
        const approved = await planOf(fakes, file);
        const ended = await runRouteFile(fakes, file, { 'expected-plan': approved[form] });
        expect(ended.outputs).toMatchObject({ reason: 'applied', 'plan-digest': approved.digest });
        expect(fakes.requestLog.changes).toMatchObject([{ cidr: amazons, asn: '64500' }]);
      }),
  );

  test('changes at most one route unless max-changes is higher', () =>
    withRouteFakes({}, async (fakes) => {
      const ended = await runRouteFile(fakes, two, {});
      expect(ended.reason).toBe('too-many-changes');
      expect(ended.log).toContain('max-changes is 1');
      expectNothingSent(ended);
    }));
});

describe.concurrent('an emergency change by an operator', () => {
  test.each([
    ['is not undone by an older approval of a swap', amazons, 'none', 64500],
    ['is not covered by an approval to advertise from nothing', idle, 'AWS', 64500],
    ['is not undone from another ASN either', own, '64501', 'AWS'],
  ] as const)('%s', (_, cidr, moved, origin) =>
    withRouteFakes({}, async (fakes) => {
      const file = routesFile({ cidr, origin });
      const { digest, json } = await planOf(fakes, file);
      fakes.ipam.setOrigin(cidr, moved);
      for (const approved of [digest, json]) {
        const ended = await runRouteFile(fakes, file, { 'expected-plan': approved });
        expect(ended.reason).toBe('plan-changed');
        expect(ended.log).toContain(cidr);
        expectNothingSent(ended);
      }
    }),
  );

  test('is not undone by an approval that was applied before it', () =>
    withRouteFakes({}, async (fakes) => {
      const file = routesFile({ cidr: amazons, origin: 64500 });
      const { digest } = await planOf(fakes, file);
      const applied = await runRouteFile(fakes, file, { 'expected-plan': digest });
      expect(applied.reason).toBe('applied');
      fakes.ipam.setOrigin(amazons, 'none');
      const again = await runRouteFile(fakes, file, { 'expected-plan': digest });
      expect(again.outputs).toMatchObject({ reason: 'plan-changed', changed: 'false' });
      expect(fakes.requestLog.changes).toHaveLength(1);
    }));
});
