import { describe, expect, test } from 'vitest';
import { type Fakes, type FakesOptions, withFakes } from '../../fakes/fakes.ts';
import type { FaultRule } from '../../fakes/faults.ts';
import {
  all,
  type Cancelled,
  expectEndedWithin,
  expectQuiet,
  logged,
  type Moment,
  preload,
  requested,
  runCancelled,
  signals,
  stuckAfterChange,
  whilePausing,
} from './cancelled.ts';
import { addDr, fleet, runFile } from './fleet.ts';
import { pair, runOn, type Scenario } from './scenario.ts';

interface Phase {
  readonly phase: string;
  readonly fakes?: FakesOptions;
  readonly with?: Readonly<Record<string, string>>;
  readonly credentials?: NonNullable<Scenario['credentials']>;
  readonly faults?: readonly FaultRule[];
  readonly moment: Moment;
  /** What the run knows at that moment. */
  readonly known: { readonly state: string; readonly changed: 'true' | 'false' };
  /** The changes that AWS has made by then. */
  readonly changes: 0 | 1;
}

const unlimited = { rateSpeed: Number.POSITIVE_INFINITY };
/** The SDK renews a session in its last five minutes, this one before every call. */
const shortSession: FakesOptions = { role: { sessionSeconds: 60 } };

const again = logged(/; retrying in /);
const acceptedOne = logged(/EC2 accepted/);

const nothing = { state: 'unknown', changed: 'false' } as const;
const absent = { state: 'absent', changed: 'false' } as const;
const accepted = { state: 'pending-association', changed: 'true' } as const;

const early: readonly Phase[] = [
  {
    phase: 'it requests the ID token',
    faults: [{ operation: 'token', fault: 'hang' }],
    moment: requested('token'),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it waits to request the ID token again',
    faults: [{ operation: 'token', fault: 'throttle' }],
    moment: whilePausing(again),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'STS assumes the role',
    faults: [{ operation: 'AssumeRoleWithWebIdentity', fault: 'hang' }],
    moment: requested('AssumeRoleWithWebIdentity'),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it waits to assume the role again',
    faults: [{ operation: 'AssumeRoleWithWebIdentity', fault: 'throttle' }],
    moment: whilePausing(again),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it asks STS for the account of the target',
    with: { 'allowed-account-ids': '111122223333' },
    faults: [{ operation: 'GetCallerIdentity', fault: 'hang' }],
    moment: requested('GetCallerIdentity'),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it asks STS for the account for the digest',
    with: { 'dry-run': 'true' },
    credentials: 'env',
    faults: [{ operation: 'GetCallerIdentity', fault: 'hang' }],
    moment: whilePausing(
      all(
        requested('GetCallerIdentity'),
        requested('DescribeByoipCidrs'),
        requested('DescribeIpamByoasn'),
      ),
    ),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'the first page of the CIDRs is read',
    faults: [{ operation: 'DescribeByoipCidrs', fault: 'hang' }],
    moment: whilePausing(requested('DescribeByoipCidrs')),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'the response with the CIDRs arrives slowly',
    faults: [{ operation: 'DescribeByoipCidrs', fault: 'drip', ms: 500 }],
    moment: whilePausing(requested('DescribeByoipCidrs')),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it waits between two pages of the CIDRs',
    fakes: { behaviour: { pageSize: 1 } },
    moment: whilePausing(requested('DescribeByoipCidrs')),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'a later page of the CIDRs is read',
    fakes: { behaviour: { pageSize: 1 } },
    faults: [{ operation: 'DescribeByoipCidrs', fault: 'hang', skip: 1 }],
    moment: requested('DescribeByoipCidrs', 2),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it waits to read the CIDRs again',
    faults: [{ operation: 'DescribeByoipCidrs', fault: 'throttle' }],
    moment: whilePausing(again),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'the ASNs are read',
    faults: [{ operation: 'DescribeIpamByoasn', fault: 'hang' }],
    moment: whilePausing(all(requested('DescribeByoipCidrs'), requested('DescribeIpamByoasn'))),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it asks EC2 for permission',
    with: { 'dry-run': 'true' },
    faults: [{ operation: 'AssociateIpamByoasn', when: 'dry-run', fault: 'hang' }],
    moment: requested('AssociateIpamByoasn'),
    known: absent,
    changes: 0,
  },
  {
    phase: 'it waits to repeat the permission check',
    with: { 'dry-run': 'true' },
    faults: [{ operation: 'AssociateIpamByoasn', when: 'dry-run', fault: 'throttle' }],
    moment: whilePausing(again),
    known: absent,
    changes: 0,
  },
];

const late: readonly Phase[] = [
  {
    phase: 'an associate call is in flight that EC2 has not carried out',
    faults: [{ operation: 'AssociateIpamByoasn', fault: 'hang' }],
    moment: requested('AssociateIpamByoasn'),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'an associate call is in flight that EC2 has carried out',
    faults: [{ operation: 'AssociateIpamByoasn', fault: 'applied-then-hang' }],
    moment: requested('AssociateIpamByoasn'),
    known: nothing,
    changes: 1,
  },
  {
    phase: 'the response to an associate call arrives slowly',
    faults: [{ operation: 'AssociateIpamByoasn', fault: 'drip', ms: 500 }],
    moment: whilePausing(requested('AssociateIpamByoasn')),
    known: nothing,
    changes: 1,
  },
  {
    phase: 'it waits to repeat a throttled associate call',
    faults: [{ operation: 'AssociateIpamByoasn', fault: 'throttle' }],
    moment: whilePausing(again),
    known: absent,
    changes: 0,
  },
  {
    phase: 'it waits to read back a call that was carried out',
    faults: [{ operation: 'AssociateIpamByoasn', fault: 'applied-then-500' }],
    moment: whilePausing(logged(/reading back whether/)),
    known: nothing,
    changes: 1,
  },
  {
    phase: 'it reads back a call that was carried out',
    faults: [
      { operation: 'AssociateIpamByoasn', fault: 'applied-then-500' },
      { operation: 'DescribeByoipCidrs', fault: 'hang', skip: 1 },
    ],
    moment: requested('DescribeByoipCidrs', 2),
    known: nothing,
    changes: 1,
  },
  {
    phase: 'it waits between two reads of a call that was not carried out',
    faults: [{ operation: 'AssociateIpamByoasn', fault: 'status500' }],
    moment: whilePausing(requested('DescribeByoipCidrs', 2)),
    known: nothing,
    changes: 0,
  },
  {
    phase: 'it waits between two polls',
    moment: whilePausing(acceptedOne),
    known: accepted,
    changes: 1,
  },
  {
    phase: 'it polls',
    faults: [{ operation: 'DescribeByoipCidrs', fault: 'hang', skip: 1 }],
    moment: requested('DescribeByoipCidrs', 2),
    known: accepted,
    changes: 1,
  },
  {
    phase: 'it waits to repeat a throttled poll',
    faults: [{ operation: 'DescribeByoipCidrs', fault: 'throttle', skip: 1 }],
    moment: whilePausing(again),
    known: accepted,
    changes: 1,
  },
  {
    phase: 'it requests an ID token during the wait, to renew its session',
    fakes: shortSession,
    moment: stuckAfterChange('token'),
    known: accepted,
    changes: 1,
  },
  {
    phase: 'STS renews the session during the wait',
    fakes: shortSession,
    moment: stuckAfterChange('AssumeRoleWithWebIdentity'),
    known: accepted,
    changes: 1,
  },
];

/** Removes the faults, as before a run that someone starts later. */
function repair({ faults, ec2 }: Fakes): void {
  faults.clear();
  ec2.behave({ pageSize: 100, transition: { reads: 0 } });
}

function expectCancelled(cancelled: Cancelled, signal: string): void {
  expect(cancelled.reason).toBe('cancelled');
  expectEndedWithin(2, cancelled);
  expectQuiet(cancelled, signal);
  expect(cancelled.summary).toContain('(<code>cancelled</code>)');
}

async function cancelAndComplete(phase: Phase, signal: NodeJS.Signals): Promise<void> {
  const behaviour = { ...unlimited, ...phase.fakes?.behaviour };
  await withFakes({ ...phase.fakes, behaviour }, async (fakes) => {
    for (const fault of phase.faults ?? []) fakes.faults.add(fault);
    const { with: inputs = {}, credentials = 'role', moment } = phase;
    const scenario = { with: inputs, credentials };
    const cancelled = await runCancelled(fakes, scenario, moment, (child) => child.kill(signal));
    expectCancelled(cancelled, signal);
    expect(cancelled.outputs).toMatchObject({ ...pair, ...phase.known, 'status-message': '' });
    expect(fakes.requestLog.changes).toHaveLength(phase.changes);

    repair(fakes);
    const next = await runOn(fakes, { with: { ...inputs, 'dry-run': 'false' }, credentials });
    expect(next.reason).toMatch(/^(associated|already-associated)$/);
    expect(next.outputs.state).toBe('associated');
    expect(fakes.requestLog.changes).toMatchObject([pair]);
  });
}

describe.concurrent.each(signals)('a run that gets %s while', (signal) => {
  test.each([...early, ...late])(
    '$phase reports what it knows, and the next run completes the work',
    (phase) => cancelAndComplete(phase, signal),
  );
});

/** A request for an ID token may be in flight before Node first checks for signals. */
function awsRequests({ requestLog }: Fakes) {
  return requestLog.requests.filter(({ service }) => service !== 'oidc');
}

describe.concurrent.each(signals)('a run that gets %s', (signal) => {
  /** Sends the signal from within, where no other process could be so quick. */
  const atOnce = `process.kill(process.pid, '${signal}')`;

  test('as soon as it handles signals does not call AWS', () =>
    withFakes({ behaviour: unlimited }, async (fakes) => {
      const listening = `process.on('newListener', (name) => {
        if (name === '${signal}') queueMicrotask(() => queueMicrotask(() => ${atOnce}));
      });`;
      const ended = await runOn(fakes, { env: preload(listening) });
      expect(ended.outputs).toMatchObject({ reason: 'cancelled', ...pair, ...nothing });
      expect(awsRequests(fakes)).toEqual([]);
    }));

  test('at its first line still reports', () =>
    withFakes({ behaviour: unlimited }, async (fakes) => {
      const writing = `const write = process.stdout.write;
      process.stdout.write = function (...line) {
        process.stdout.write = write;
        const done = write.apply(this, line);
        ${atOnce};
        return done;
      };`;
      const ended = await runOn(fakes, {
        env: preload(writing),
        with: { 'github-token': fakes.github.token },
      });
      expect(ended.outputs).toMatchObject({ reason: 'cancelled', ...pair, ...nothing });
      expect(awsRequests(fakes)).toEqual([]);
    }));
});

describe.concurrent.each(signals)('a fleet that gets %s', (signal) => {
  const file = { files: { 'byoasn.yml': fleet } };
  const kill = (child: { kill(signal: NodeJS.Signals): void }) => child.kill(signal);
  const ends = ({ result }: Cancelled) => result.pairs.map(({ end }) => end).toSorted();

  async function expectCompleted(fakes: Fakes): Promise<void> {
    repair(fakes);
    const { outputs } = await runFile(fakes, fleet, {});
    expect(outputs).toMatchObject({ state: 'associated' });
    expect(outputs.reason).toMatch(/^(applied|no-changes)$/);
    const written = fakes.requestLog.changes.map(({ cidr }) => cidr).toSorted();
    expect(written).toEqual(['198.51.100.0/24', '2001:db8:1000::/48', '203.0.113.0/24']);
  }

  test('while one of its targets is not connected yet reports none of them', () =>
    withFakes({ behaviour: unlimited }, async (fakes) => {
      addDr(fakes);
      fakes.faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang', skip: 1 });
      const scenario = { ...file, with: { config: 'byoasn.yml', concurrency: '1' } };
      const moment = whilePausing(requested('DescribeByoipCidrs', 2));
      const cancelled = await runCancelled(fakes, scenario, moment, kill);
      expectCancelled(cancelled, signal);
      expect(cancelled.outputs).toMatchObject(nothing);
      expect(ends(cancelled)).toEqual(['unknown', 'unknown', 'unknown']);
      expect(fakes.requestLog.changes).toEqual([]);
      await expectCompleted(fakes);
    }));

  test.each(['true', 'false'])(
    'during its changes reports each pair separately, with fail-fast: %s',
    (failFast) =>
      withFakes({ behaviour: unlimited }, async (fakes) => {
        addDr(fakes);
        fakes.faults.add({ operation: 'AssociateIpamByoasn', fault: 'hang', skip: 1 });
        // One target after the other, so that the last one has not begun.
        const inputs = { config: 'byoasn.yml', concurrency: '1', 'fail-fast': failFast };
        const moment = all(acceptedOne, requested('AssociateIpamByoasn', 2));
        const cancelled = await runCancelled(fakes, { ...file, with: inputs }, moment, kill);
        expectCancelled(cancelled, signal);
        expect(cancelled.outputs).toMatchObject({ state: 'unknown', changed: 'true' });
        expect(ends(cancelled)).toEqual(['pending', 'skipped', 'unknown']);
        expect(fakes.requestLog.changes).toHaveLength(1);
        await expectCompleted(fakes);
      }),
  );

  test('while all of its associate calls are in flight claims none of them', () =>
    withFakes({ behaviour: unlimited }, async (fakes) => {
      addDr(fakes);
      const hanging = { operation: 'AssociateIpamByoasn', fault: 'applied-then-hang' } as const;
      fakes.faults.add({ ...hanging, times: 3 });
      const scenario = { ...file, with: { config: 'byoasn.yml' } };
      const moment = requested('AssociateIpamByoasn', 3);
      const cancelled = await runCancelled(fakes, scenario, moment, kill);
      expectCancelled(cancelled, signal);
      expect(cancelled.outputs).toMatchObject(nothing);
      expect(ends(cancelled)).toEqual(['unknown', 'unknown', 'unknown']);
      await expectCompleted(fakes);
    }));
});
