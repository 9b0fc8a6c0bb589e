import { describe, expect, test } from 'vitest';
import { startPeers } from '../peers/peers.ts';
import { pair, runOn, runScenario, type Scenario } from './scenario.ts';

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
    const { onLine, secondsSince } = cancelAt(/: pending-association/, signal);
    const { outputs, summary, log } = await runScenario({ onLine });
    expect(secondsSince()).toBeLessThan(2);
    expect(outputs).toMatchObject({
      reason: 'cancelled',
      state: 'pending-association',
      changed: 'true',
    });
    expect(summary).toContain('(<code>cancelled</code>)');
    expect(log).toContain(`The run was cancelled (${signal})`);
  });

  test('while a read hangs reports what it knew', async () => {
    const { onLine, secondsSince } = cancelAt(/^assumed /, signal);
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

test.each([
  ['was waiting', /: pending-association/],
  ['had an associate call under way', /::group::Apply/],
])('a run after one that was cancelled while it %s completes the work', async (_, moment) => {
  const peers = await startPeers();
  try {
    const { onLine } = cancelAt(moment, 'SIGINT');
    peers.faults.add({ operation: 'AssociateIpamByoasn', fault: 'slow', ms: 300 });
    const cancelled = await runOn(peers, { onLine });
    expect(cancelled.reason).toBe('cancelled');
    const { reason, outputs } = await runOn(peers, {});
    expect(reason).toMatch(/^(associated|already-associated)$/);
    expect(outputs.state).toBe('associated');
    expect(peers.journal.writes).toHaveLength(1);
  } finally {
    await peers.close();
  }
});
