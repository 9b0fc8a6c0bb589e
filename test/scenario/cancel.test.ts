import { describe, expect, test } from 'vitest';
import { pair, runScenario, type Scenario } from './scenario.ts';

/** Sends a signal as soon as a line of the log matches, and tells how long the step still took. */
function cancelAt(pattern: RegExp, signal: NodeJS.Signals) {
  let cancelledAt = 0;
  const onLine: Scenario['onLine'] = (line, child) => {
    if (cancelledAt > 0 || !pattern.test(line)) return;
    cancelledAt = performance.now();
    child.kill(signal);
  };
  return { onLine, secondsSince: () => (performance.now() - cancelledAt) / 1000 };
}

const forever = { times: Number.POSITIVE_INFINITY };

describe.concurrent.each(['SIGINT', 'SIGTERM'] as const)('a run cancelled by %s', (signal) => {
  test('during the wait reports the last state seen', async () => {
    const { onLine, secondsSince } = cancelAt(/is pending-association/, signal);
    const { outputs, summary, log } = await runScenario({ onLine });
    expect(secondsSince()).toBeLessThan(2);
    expect(outputs).toMatchObject({
      reason: 'cancelled',
      state: 'pending-association',
      changed: 'true',
    });
    expect(summary).toContain('BYOASN association: cancelled');
    expect(log).toContain(`The run was cancelled (${signal})`);
  });

  test('while a read hangs reports what it knew', async () => {
    const { onLine, secondsSince } = cancelAt(/::group::Plan/, signal);
    const { outputs } = await runScenario({
      onLine,
      given: ({ faults }) =>
        faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang', ...forever }),
    });
    expect(secondsSince()).toBeLessThan(2);
    expect(outputs).toMatchObject({ reason: 'cancelled', state: 'unknown', changed: 'false' });
  });

  test('while STS hangs reports what it knew', async () => {
    const { onLine, secondsSince } = cancelAt(/::group::Credentials/, signal);
    const { outputs } = await runScenario({
      onLine,
      given: ({ faults }) =>
        faults.add({ operation: 'AssumeRoleWithWebIdentity', fault: 'hang', ...forever }),
    });
    expect(secondsSince()).toBeLessThan(2);
    expect(outputs).toMatchObject({ reason: 'cancelled', state: 'unknown', ...pair });
  });

  test('while the associate call is under way does not guess what came of it', async () => {
    const { onLine, secondsSince } = cancelAt(/::group::Apply/, signal);
    const { outputs } = await runScenario({
      onLine,
      given: ({ faults }) =>
        faults.add({ operation: 'AssociateIpamByoasn', fault: 'applied-then-hang' }),
    });
    expect(secondsSince()).toBeLessThan(2);
    expect(outputs).toMatchObject({ reason: 'cancelled', state: 'unknown', changed: 'false' });
  });
});

test('a run after a cancelled one joins the wait and writes nothing', async () => {
  const { outputs, peers } = await runScenario({
    given: ({ ipam }) => {
      const settling = { to: 'associated', statusMessage: '', reads: 1, ms: 0, lag: 0 };
      ipam.associate({ ...pair, asnProvisioned: true, repeat: 'reject', settling });
    },
  });
  expect(outputs).toMatchObject({ reason: 'associated', changed: 'false' });
  expect(peers.journal.of('AssociateIpamByoasn')).toEqual([]);
});
