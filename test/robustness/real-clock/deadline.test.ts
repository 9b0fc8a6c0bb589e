import { createServer } from 'node:http';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { associations } from '../../../src/associations.ts';
import { connectVia } from '../../../src/aws/connection.ts';
import { openTransport } from '../../../src/aws/transport.ts';
import { Failure } from '../../../src/failure.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { startDeadline } from '../../../src/lib/deadline.ts';
import { TimeoutError, withTimeout } from '../../../src/lib/timeout.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { run } from '../../../src/run.ts';
import { action } from '../../e2e/action/environment.ts';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';

const pair = { asn: '64500', cidr: '198.51.100.0/24' };
const P = 'pending-association';

afterEach(() => vi.unstubAllEnvs());

/** Fake servers on which the pair is pending and stays so. */
async function pendingForEver(): Promise<Fakes> {
  const behaviour = {
    rateSpeed: Number.POSITIVE_INFINITY,
    transition: { reads: Number.POSITIVE_INFINITY },
  };
  const fakes = await startFakes({ behaviour });
  onTestFinished(() => fakes.close());
  fakes.ipam.setAssociation({ ...pair, state: P });
  for (const [name, value] of Object.entries({ ...fakes.env.endpoints, ...fakes.env.credentials }))
    vi.stubEnv(name, value);
  return fakes;
}

/** A run that joins the wait for the pair, in real time and over real sockets. */
async function joinWait(
  fakes: Fakes,
  seconds: number,
  cancelled = new AbortController().signal,
): Promise<{ readonly outcome: Outcome; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const line = (text: string) => void lines.push(text);
  const texts: Readonly<Record<string, string>> = {
    ...pair,
    'aws-region': fakes.region,
    'allow-special-use': 'true',
    'wait-timeout-seconds': String(seconds),
  };
  const outcome = await run(
    {
      readInput: (name) => texts[name] ?? action.inputs[name]?.default ?? '',
      readFile: () => '',
      env: {},
      github: undefined,
      clock: systemClock(cancelled),
      random: Math.random,
      cancelled,
      log: {
        group: line,
        close: () => {},
        line,
        lines: (all) => lines.push(...all),
        notice: line,
        warning: line,
      },
      mask: () => {},
      connect: connectVia(openTransport()),
      transport: openTransport(),
    },
    associations,
  );
  return { outcome, lines };
}

describe('a wait that ends by its deadline', () => {
  test('reports the last observed state, and never blames the network', async () => {
    const fakes = await pendingForEver();
    const ended = await Promise.all(
      Array.from({ length: 24 }, (_, nth) => joinWait(fakes, 3 + (nth % 2))),
    );
    for (const { outcome, lines } of ended) {
      expect(outcome).toMatchObject({ reason: 'wait-timeout', pairs: [{ state: P }] });
      expect(outcome.failure?.message).toMatch(/ is still pending-association after [34] s$/);
      expect(lines.join('\n')).not.toMatch(/not read|Timeout|no answer/);
    }
  });

  test('while a read is in flight reports the state, and the outcome of that read', async () => {
    const fakes = await pendingForEver();
    // The plan takes one listing.
    fakes.faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang', skip: 1, times: 9 });
    const { outcome } = await joinWait(fakes, 4);
    expect(outcome).toMatchObject({ reason: 'wait-timeout', pairs: [{ state: P }] });
    expect(outcome.failure?.message).toMatch(
      /still pending-association after 4 s \(the last read failed: Timeout: no response within [12]\.\d s\)$/,
    );
  });

  test('without time left for a response sends nothing, and the error names the deadline', async () => {
    const fakes = await pendingForEver();
    const { outcome } = await joinWait(fakes, 1);
    expect(outcome.failure).toMatchObject({
      reason: 'wait-timeout',
      likely: 'The deadline of wait-timeout-seconds left no time for the call.',
    });
    expect(fakes.requestLog.requests).toEqual([]);
  });
});

describe('a wait that is cancelled', () => {
  test.each([
    ['between two reads', { fault: 'slow', ms: 0 }],
    ['while a read is in flight', { fault: 'hang' }],
  ] as const)('%s ends immediately, with the last state', async (_, fault) => {
    const fakes = await pendingForEver();
    fakes.faults.add({ operation: 'DescribeByoipCidrs', ...fault, skip: 1, times: 99 });
    const controller = new AbortController();
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    let cancelledAt = 0;
    setTimeout(() => {
      cancelledAt = performance.now();
      controller.abort(cancelled);
    }, 2_500);
    const { outcome } = await joinWait(fakes, 900, controller.signal);
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    expect(outcome).toMatchObject({ reason: 'cancelled', pairs: [{ state: P }] });
    const asked = fakes.requestLog.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(fakes.requestLog.requests).toHaveLength(asked);
  });
});

describe('a request over a real socket', () => {
  /** A server that accepts every request and never responds. */
  async function silentServer() {
    let requests = 0;
    const server = createServer(() => {
      requests += 1;
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return { url: `http://127.0.0.1:${port}/`, requests: () => requests };
  }

  const limits = (seconds: number) => {
    const cancelled = new AbortController().signal;
    const clock = systemClock(cancelled);
    return { cancelled, clock, deadline: startDeadline(clock, seconds) };
  };

  test('ends at the deadline, and says how long it had', async () => {
    const { url, requests } = await silentServer();
    const started = performance.now();
    const asking = withTimeout((signal) => fetch(url, { signal }), limits(1.3));
    await expect(asking).rejects.toThrow(TimeoutError);
    await expect(asking).rejects.toThrow('no response within 1.3 s');
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_298);
    expect(requests()).toBe(1);
  });

  test.each([0.99, 0.5, 0.001, 0])('is not sent with %d s to the deadline', async (seconds) => {
    const { url, requests } = await silentServer();
    const asking = withTimeout((signal) => fetch(url, { signal }), limits(seconds));
    await expect(asking).rejects.toMatchObject({ name: 'TimeoutError', seconds: 0 });
    expect(requests()).toBe(0);
  });
});
