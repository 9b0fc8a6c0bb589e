import { describe, expect, test } from 'vitest';
import type { FakesOptions } from '../../fakes/fakes.ts';
import type { FaultRule } from '../../fakes/faults.ts';
import {
  cancelRun,
  expectEndedWithin,
  expectQuiet,
  logged,
  type Moment,
  requested,
  signals,
  whilePausing,
} from '../action/cancelled.ts';
import { amazons, idle, own, runRouteOn, withRouteFakes } from './route-scenario.ts';

interface Phase {
  readonly phase: string;
  readonly with: Readonly<Record<string, string>>;
  readonly behaviour?: NonNullable<FakesOptions['behaviour']>;
  readonly faults?: readonly FaultRule[];
  readonly moment: Moment;
  /** What the run knows at that moment. */
  readonly known: { readonly state: string; readonly origin: string; readonly changed: string };
  readonly changes: 0 | 1;
}

const advertise = { cidr: idle, origin: '64500' };
const swap = { cidr: amazons, origin: '64500' };
const withdraw = { cidr: own, origin: 'none' };
const never = { routeTransition: { reads: Number.POSITIVE_INFINITY } };

const phases: readonly Phase[] = [
  {
    phase: 'it asks RIPEstat',
    with: swap,
    faults: [{ operation: 'looking-glass', fault: 'hang' }],
    moment: requested('looking-glass'),
    known: { state: 'unknown', origin: 'unknown', changed: 'false' },
    changes: 0,
  },
  {
    phase: 'IPAM is asked',
    with: swap,
    faults: [{ operation: 'GetIpamDiscoveredRoutes', fault: 'hang' }],
    moment: requested('GetIpamDiscoveredRoutes'),
    known: { state: 'unknown', origin: 'unknown', changed: 'false' },
    changes: 0,
  },
  {
    phase: 'it reads RPKI data',
    with: advertise,
    faults: [{ operation: 'rpki-validation', fault: 'hang' }],
    moment: requested('rpki-validation'),
    known: { state: 'provisioned', origin: 'none', changed: 'false' },
    changes: 0,
  },
  {
    phase: 'a call is in flight that EC2 has not carried out',
    with: withdraw,
    faults: [{ operation: 'WithdrawByoipCidr', fault: 'hang' }],
    moment: requested('WithdrawByoipCidr'),
    known: { state: 'unknown', origin: 'unknown', changed: 'false' },
    changes: 0,
  },
  {
    phase: 'a call is in flight that EC2 has carried out',
    with: swap,
    faults: [{ operation: 'AdvertiseByoipCidr', fault: 'applied-then-hang' }],
    moment: requested('AdvertiseByoipCidr'),
    known: { state: 'unknown', origin: 'unknown', changed: 'false' },
    changes: 1,
  },
  {
    phase: 'it waits to read back a call whose response is lost',
    with: advertise,
    faults: [{ operation: 'AdvertiseByoipCidr', fault: 'applied-then-500' }],
    moment: whilePausing(logged(/reading back whether/)),
    known: { state: 'unknown', origin: 'unknown', changed: 'false' },
    changes: 1,
  },
  {
    phase: 'it waits for the rate limit of EC2',
    with: withdraw,
    faults: [{ operation: 'WithdrawByoipCidr', fault: 'throttle' }],
    moment: whilePausing(logged(/; retrying in /)),
    known: { state: 'advertised', origin: '64500', changed: 'false' },
    changes: 0,
  },
  {
    phase: 'it waits for the end of an advertisement',
    with: advertise,
    behaviour: never,
    moment: logged(/is pending-advertising/),
    known: { state: 'pending-advertising', origin: 'unknown', changed: 'true' },
    changes: 1,
  },
  {
    phase: 'it waits for the end of a withdrawal',
    with: withdraw,
    behaviour: never,
    moment: logged(/is pending-withdrawal/),
    known: { state: 'pending-withdrawal', origin: 'unknown', changed: 'true' },
    changes: 1,
  },
  {
    phase: 'it waits for the route collectors',
    with: { ...withdraw, verify: 'required' },
    // After the second read, which confirms the end.
    moment: { ...logged(/2001:db8:1000::\/48 is provisioned/), delayMs: 6_000 },
    known: { state: 'provisioned', origin: 'none', changed: 'true' },
    changes: 1,
  },
];

describe.concurrent.each(signals)('a run for routes that gets %s while', (signal) => {
  test.each(phases)('$phase sends nothing more, and reports what it knows', (phase) =>
    withRouteFakes({ behaviour: phase.behaviour ?? {} }, async (fakes) => {
      for (const fault of phase.faults ?? []) fakes.faults.add(fault);
      const cancelled = await cancelRun(
        fakes,
        (onLine) => runRouteOn(fakes, { with: phase.with, onLine }),
        phase.moment,
        (child) => child.kill(signal),
      );
      expect(cancelled.reason).toBe('cancelled');
      expectEndedWithin(2, cancelled);
      expectQuiet(cancelled, signal);
      expect(cancelled.outputs).toMatchObject(phase.known);
      expect(fakes.requestLog.changes).toHaveLength(phase.changes);
    }),
  );
});
