import { describe, expect, test } from 'vitest';
import type { FakesOptions } from '../../fakes/fakes.ts';
import {
  amazons,
  idle,
  own,
  routesFile,
  runRoute,
  runRouteFile,
  runRouteOn,
  showOrigins,
  withRouteFakes,
} from './route-scenario.ts';

/** Longer than any test. */
const neverMs = 600_000;

describe.concurrent('an apply', () => {
  test('waits through pending states and listings that lag', async () => {
    const fakes: FakesOptions = {
      behaviour: { routeTransition: { lag: 1, reads: 2, answered: 'advertised' } },
    };
    const { outputs, log } = await runRoute({ fakes });
    expect(outputs).toMatchObject({ reason: 'advertised', state: 'advertised' });
    expect(log).toContain('pending-advertising');
  });

  test('does not report a CIDR as advertised if AWS does not advertise it in the end', async () => {
    const { outputs } = await runRoute({
      fakes: {
        behaviour: { routeTransition: { reads: 1, to: { state: 'provisioned', origin: 'none' } } },
      },
      with: { 'wait-timeout-seconds': '30' },
    });
    expect(outputs).toMatchObject({ reason: 'route-busy', state: 'provisioned', changed: 'true' });
  });
});

describe.concurrent('an apply of a route that someone else is changing', () => {
  /** Listings that show a pending state, and later its end. */
  const pending = (state: string, end: Readonly<{ origin: string }>) =>
    withPending.bind(undefined, state, end.origin);

  async function withPending(
    state: string,
    origin: string,
    inputs: Readonly<Record<string, string>>,
  ) {
    return runRoute({
      given: ({ ipam }) => {
        ipam.setCidrState(idle, state);
        setTimeout(() => ipam.setOrigin(idle, origin), 3_000);
      },
      with: inputs,
    });
  }

  test('waits for the advertisement, and verifies its origin', async () => {
    const wait = pending('pending-advertising', { origin: '64500' });
    const { fakes, outputs } = await wait({ origin: '64500' });
    expect(outputs).toMatchObject({ reason: 'advertised', changed: 'false', origin: '64500' });
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('fails if the origin is another', async () => {
    const wait = pending('pending-advertising', { origin: '64501' });
    const { fakes, outputs } = await wait({ origin: '64500' });
    expect(outputs).toMatchObject({ reason: 'not-verified', changed: 'false', origin: '64501' });
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('waits for the withdrawal', async () => {
    const wait = pending('pending-withdrawal', { origin: 'none' });
    const { outputs } = await wait({ origin: 'none' });
    expect(outputs).toMatchObject({ reason: 'withdrawn', changed: 'false', origin: 'none' });
  });
});

describe.concurrent('after a change the route collectors are asked', () => {
  test.each([
    ['an advertisement', { cidr: idle, origin: 'AWS' }, 'advertised'],
    ['a withdrawal', { cidr: own, origin: 'none' }, 'withdrawn'],
  ] as const)('and show %s once it has reached them', async (_, inputs, reason) => {
    const { fakes, log, outputs } = await runRoute({
      given: (started) => showOrigins(started, 12_000),
      with: { ...inputs, verify: 'required', 'verify-timeout-seconds': '60' },
    });
    // AWS does not list the origin of a CIDR that it advertises from its own ASNs.
    expect(outputs).toMatchObject({
      reason,
      verified: 'collectors',
      changed: 'true',
      origin: inputs.origin,
      'origin-source': inputs.origin === 'AWS' ? 'collectors' : 'state',
    });
    expect(log).toMatch(/ s after the change/);
    const [change] = fakes.requestLog.changes;
    const asked = fakes.requestLog.of('looking-glass').map(({ at }) => at - (change?.at ?? 0));
    expect(asked.filter((ms) => ms > 0 && ms < 20_000)).toEqual([]);
  });

  test('but not with verify: off', async () => {
    const { fakes, outputs } = await runRoute({ with: { verify: 'off' } });
    expect(outputs).toMatchObject({ reason: 'advertised', verified: '' });
    const [change] = fakes.requestLog.changes;
    const later = fakes.requestLog.of('looking-glass').filter(({ at }) => at > (change?.at ?? 0));
    expect(later).toEqual([]);
  });

  test('and with verify: required, a miss stops later changes', () =>
    withRouteFakes({}, async (fakes) => {
      showOrigins(fakes, neverMs);
      const file = routesFile({ cidr: idle, origin: 64500 }, { cidr: amazons, origin: 64500 });
      const { log, outputs, result } = await runRouteFile(fakes, file, {
        'max-changes': '2',
        verify: 'required',
        'verify-timeout-seconds': '20',
      });
      expect(result.pairs).toMatchObject([
        { cidr: idle, end: 'failed', changed: true, error: { reason: 'not-verified' } },
        { cidr: amazons, end: 'skipped', changed: false },
      ]);
      expect(outputs.changed).toBe('true');
      expect(log).toContain(
        `The route collectors do not show the change of ${idle} to origin AS64500`,
      );
      expect(fakes.requestLog.changes).toHaveLength(1);
    }));

  test('and do not delay a withdrawal', () =>
    withRouteFakes({}, async (fakes) => {
      const started = Date.now();
      const down = { operation: 'looking-glass', fault: 'status500' } as const;
      fakes.faults.add({ ...down, times: Number.POSITIVE_INFINITY });
      const { log, outputs } = await runRouteOn(fakes, {
        with: { cidr: own, origin: 'none', verify: 'warn', 'verify-timeout-seconds': '20' },
        credentials: 'withdraw',
      });
      expect(outputs).toMatchObject({ reason: 'withdrawn', verified: 'none' });
      expect(log).toContain('[warning] The route collectors do not show');
      const [call] = fakes.requestLog.of('WithdrawByoipCidr');
      expect((call?.at ?? 0) - started).toBeLessThan(10_000);
    }));
});
