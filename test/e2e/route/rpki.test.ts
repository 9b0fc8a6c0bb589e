import { describe, expect, test } from 'vitest';
import type { FakeVrp } from '../../fakes/rpki.ts';
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

const vrp = (asn: number, prefix: string = idle, maxLength = 24): FakeVrp => ({
  asn,
  prefix,
  maxLength,
});
const ofAmazon = [16509, 14618].map((asn) => vrp(asn));

function expectNothingSent({ fakes, outputs }: RouteEnded): void {
  expect(outputs).toMatchObject({ changed: 'false' });
  expect(fakes.requestLog.of('AdvertiseByoipCidr')).toEqual([]);
}

describe.concurrent('a route that is not RPKI valid', () => {
  test.each([
    ['an invalid ROA', [vrp(64501), ...ofAmazon], 'invalid', 'only AS64501, AS16509, AS14618 may'],
    ['a ROA that is too short', [vrp(64500, '198.51.0.0/16', 20)], 'invalid', 'up to /20 only'],
    ['no ROA', [], 'not-found', 'no VRP covers it'],
  ] as const)('is not advertised: %s', async (_, vrps, state, why) => {
    const ended = await runRoute({
      given: ({ rpki }) => {
        rpki.behaviour.vrps = vrps;
      },
    });
    expect(ended.outputs).toMatchObject({ reason: 'rpki-not-valid', rpki: state });
    expect(ended.log).toContain(why);
    expectNothingSent(ended);
  });

  test('is not requested in a dry run either', async () => {
    const ended = await runRoute({
      given: ({ rpki }) => {
        rpki.behaviour.vrps = ofAmazon;
      },
      with: dryRun,
    });
    expect(ended.reason).toBe('rpki-not-valid');
    expectNothingSent(ended);
  });

  test("is not swapped to AWS unless both of Amazon's ASNs are valid", async () => {
    const ended = await runRoute({
      given: ({ rpki }) => {
        rpki.behaviour.vrps = [vrp(64500), vrp(16509)];
      },
      with: { origin: 'AWS' },
    });
    expect(ended.outputs).toMatchObject({ reason: 'rpki-not-valid', rpki: 'invalid' });
    expectNothingSent(ended);
  });

  test.each([
    ['refuse-invalid', [], 'not-found'],
    ['report', [vrp(64501)], 'invalid'],
  ] as const)('may be advertised under %s', async (policy, vrps, state) => {
    const { log, outputs } = await runRoute({
      given: ({ rpki }) => {
        rpki.behaviour.vrps = vrps;
      },
      with: { 'rpki-policy': policy },
    });
    expect(outputs).toMatchObject({ reason: 'advertised', rpki: state, changed: 'true' });
    expect(log).toContain(`[warning] ${idle} from AS64500 is ${state} in RPKI`);
  });

  test('blocks the other routes of a file', () =>
    withRouteFakes({}, async (fakes) => {
      fakes.rpki.behaviour.vrps = [vrp(64500), ...ofAmazon];
      const file = routesFile({ cidr: amazons, origin: 64501 }, { cidr: own, origin: 'none' });
      const ended = await runRouteFile(fakes, file, { 'max-changes': '2' });
      expect(ended.reason).toBe('refused');
      expect(ended.log).toContain(`rpki-not-valid: ${amazons} from AS64501 is not-found in RPKI`);
      expectNothingSent(ended);
      expect(fakes.requestLog.of('WithdrawByoipCidr')).toEqual([]);
    }));
});

describe.concurrent('a source that cannot be read', () => {
  test.each(['require-valid', 'refuse-invalid'])('refuses under %s', async (policy) => {
    const ended = await runRoute({
      given: ({ faults }) =>
        faults.add({
          operation: 'rpki-validation',
          fault: 'status500',
          times: Number.POSITIVE_INFINITY,
        }),
      with: { 'rpki-policy': policy },
    });
    expect(ended.outputs).toMatchObject({ reason: 'rpki-unreadable', rpki: 'unread' });
    expectNothingSent(ended);
  });

  test.each([
    ['fresh', 0, { reason: 'advertised', rpki: 'valid', changed: 'true' }],
    ['stale', 30, { reason: 'rpki-unreadable', rpki: 'unread', changed: 'false' }],
  ])('by its age: a Routinator whose data is %s', (_, ageHours, expected) =>
    withRouteFakes({}, async (fakes) => {
      fakes.rpki.behaviour.ageHours = ageHours;
      const { outputs } = await runRouteOn(fakes, { with: { rpki: fakes.rpki.url } });
      expect(outputs).toMatchObject(expected);
    }),
  );
});
