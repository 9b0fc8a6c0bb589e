import { describe, expect, test } from 'vitest';
import type { Fakes, FakesOptions } from '../../fakes/fakes.ts';
import type { PlainFault } from '../../fakes/faults.ts';
import {
  amazons,
  idle,
  own,
  routesFile,
  runRoute,
  runRouteFile,
  runRouteOn,
  withRouteFakes,
} from './route-scenario.ts';

const changes = {
  advertise: { inputs: { cidr: idle, origin: '64500' }, operation: 'AdvertiseByoipCidr' },
  withdraw: { inputs: { cidr: own, origin: 'none' }, operation: 'WithdrawByoipCidr' },
  'swap to AWS': { inputs: { cidr: own, origin: 'AWS' }, operation: 'AdvertiseByoipCidr' },
  'swap to an own ASN': {
    inputs: { cidr: amazons, origin: '64500' },
    operation: 'AdvertiseByoipCidr',
  },
} as const;

interface Lost {
  readonly fault: PlainFault;
  readonly times?: number;
  readonly behaviour?: NonNullable<FakesOptions['behaviour']>;
  /** What happens some seconds after the start. */
  readonly since?: (fakes: Fakes) => void;
}

/** A run in which responses to the call of a change are lost. */
async function lose(
  change: keyof typeof changes,
  { fault, times = 1, behaviour = {}, since }: Lost,
) {
  const { inputs, operation } = changes[change];
  const ended = await runRoute({
    fakes: { behaviour },
    given: (fakes) => {
      fakes.faults.add({ operation, fault, times });
      if (since) setTimeout(() => since(fakes), 5_000);
    },
    with: inputs,
  });
  return {
    ...ended,
    calls: ended.fakes.requestLog.of(operation).map(({ outcome }) => outcome),
    made: ended.fakes.requestLog.changes.length,
  };
}

/** In another order than that of an apply. */
const three = routesFile(
  { cidr: own, origin: 'none' },
  { cidr: amazons, origin: 64501 },
  { cidr: idle, origin: 64500 },
);
const two = routesFile({ cidr: idle, origin: 64500 }, { cidr: amazons, origin: 64501 });
const atMost3 = { 'max-changes': '3' };

function callsOf({ requestLog }: Fakes) {
  return requestLog.requests.filter(({ operation }) => /^(Advertise|Withdraw)/.test(operation));
}

describe.concurrent('several changes', () => {
  test('are made one at a time: advertise, swap, withdraw, at the rate that EC2 allows', () =>
    withRouteFakes({ behaviour: { rateSpeed: 1 } }, async (fakes) => {
      const { outputs, result } = await runRouteFile(fakes, three, atMost3);
      expect(outputs).toMatchObject({ reason: 'applied', changed: 'true', origin: '' });
      expect(result.pairs.map(({ cidr, end }) => [cidr, end])).toEqual([
        [own, 'withdrawn'],
        [amazons, 'advertised'],
        [idle, 'advertised'],
      ]);
      const calls = callsOf(fakes);
      expect(calls.map(({ params, outcome }) => [params.Cidr, outcome])).toEqual([
        [idle, 'ok'],
        [amazons, 'ok'],
        [own, 'ok'],
      ]);
      const [first = 0, ...others] = calls.map(({ at }) => at);
      const gaps = others.map((at, index) => at - ([first, ...others][index] ?? 0));
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(10_000);
    }));

  test.each([
    ['withdrawn', 'none'],
    ['handed to another ASN', '64500'],
  ])('stop where an operator has moved the next route meanwhile: %s', (_, moved) =>
    withRouteFakes({}, async (fakes) => {
      const ended = await runRouteFile(
        fakes,
        two,
        { 'max-changes': '2' },
        {
          onLine: (line) => {
            if (line.includes('EC2 accepted')) fakes.ipam.setOrigin(amazons, moved);
          },
        },
      );
      expect(ended.outputs.changed).toBe('true');
      expect(ended.result.pairs).toMatchObject([
        { cidr: idle, end: 'advertised', error: null },
        { cidr: amazons, end: 'failed', changed: false, error: { reason: 'plan-changed' } },
      ]);
      expect(ended.reason).toBe('partly-applied');
      expect(fakes.requestLog.changes).toMatchObject([{ cidr: idle }]);
    }),
  );

  test('end with the first failure', () =>
    withRouteFakes({}, async (fakes) => {
      fakes.faults.add({
        operation: 'AdvertiseByoipCidr',
        fault: 'error',
        status: 400,
        code: 'IncorrectState',
        message: 'The CIDR cannot be advertised now.',
      });
      const { outputs, result, log } = await runRouteFile(fakes, three, atMost3);
      expect(outputs).toMatchObject({ reason: 'request-rejected', changed: 'false' });
      expect(log).toContain('The CIDR cannot be advertised now.');
      expect(result.pairs.map(({ cidr, end }) => [cidr, end])).toEqual([
        [own, 'skipped'],
        [amazons, 'skipped'],
        [idle, 'failed'],
      ]);
      expect(callsOf(fakes)).toHaveLength(1);
    }));

  test('in two Regions have separate rates and one order', () =>
    withRouteFakes({}, async (fakes) => {
      const region = 'eu-west-1';
      fakes.ec2.ipam(fakes.account, region).setCidr({
        cidr: '192.0.2.0/24',
        state: 'advertised',
        origin: 'AWS',
        advertisementType: 'unicast',
      });
      const text = `version: 1
targets:
  - { account: "111122223333", region: us-west-2, routes: [{ cidr: ${own}, origin: none }] }
  - { account: "111122223333", region: ${region}, routes: [{ cidr: 192.0.2.0/24, origin: none }] }
`;
      const { outputs } = await runRouteFile(fakes, text, { 'max-changes': '2' });
      expect(outputs.reason).toBe('applied');
      const [first, second] = fakes.requestLog.of('WithdrawByoipCidr');
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(10_000);
      expect([first?.region, second?.region].toSorted()).toEqual([region, fakes.region]);
    }));
});

test.concurrent('stop after three calls without a response', async () => {
  const { calls, made, outputs } = await lose('advertise', { fault: 'reset', times: 4 });
  expect(outputs).toMatchObject({ reason: 'network-error', changed: 'false' });
  expect(calls).toEqual(['reset', 'reset', 'reset']);
  expect(made).toBe(0);
  // Four reads prove that a call was not carried out, some sixteen seconds each time.
}, 180_000);

describe.concurrent.each(['advertise', 'withdraw'] as const)('a lost answer to %s', (change) => {
  const done = change === 'advertise' ? 'advertised' : 'withdrawn';

  test.each(['applied-then-reset', 'garbled'] as const)(
    'is read back, and what EC2 carried out is not repeated: %s',
    async (fault) => {
      const { calls, made, outputs } = await lose(change, { fault });
      expect(outputs).toMatchObject({ reason: done, changed: 'true' });
      expect(calls).toEqual([fault]);
      expect(made).toBe(1);
    },
  );

  test('is read back, and sent again if EC2 did not carry it out', async () => {
    const { calls, made, outputs } = await lose(change, { fault: 'reset' });
    expect(outputs).toMatchObject({ reason: done, changed: 'true' });
    expect(calls).toEqual(['reset', 'ok']);
    expect(made).toBe(1);
  });
});

describe.concurrent('a swap to AWS whose response is lost', () => {
  test('is repeated once, which EC2 may accept', async () => {
    const { calls, made, outputs } = await lose('swap to AWS', {
      fault: 'applied-then-reset',
      behaviour: { repeat: 'accept' },
    });
    expect(outputs).toMatchObject({ reason: 'advertised', origin: 'AWS', changed: 'true' });
    expect(calls).toEqual(['applied-then-reset', 'ok']);
    expect(made).toBe(1);
  });

  test('is repeated once, and if that is rejected, the state is unknown', async () => {
    const { calls, log, made, outputs } = await lose('swap to AWS', {
      fault: 'applied-then-reset',
    });
    expect(outputs).toMatchObject({ state: 'unknown', origin: 'unknown', changed: 'false' });
    expect(log).toContain('AWS may have carried it out or not');
    expect(calls).toEqual(['applied-then-reset', 'IncorrectState']);
    expect(made).toBe(1);
  });

  test('is not repeated once AWS shows it in progress', async () => {
    const { calls, made, outputs } = await lose('swap to AWS', {
      fault: 'applied-then-reset',
      behaviour: { routeTransition: { reads: 2 } },
    });
    expect(outputs).toMatchObject({ reason: 'advertised', origin: 'AWS' });
    expect(calls).toEqual(['applied-then-reset']);
    expect(made).toBe(1);
  });

  test('is not repeated if someone else has changed the route since', async () => {
    const { calls, log, made, outputs } = await lose('swap to AWS', {
      fault: 'reset',
      since: ({ ipam }) => ipam.setOrigin(own, '64501'),
    });
    expect(outputs).toMatchObject({ reason: 'network-error', changed: 'false', origin: '64501' });
    expect(log).toContain('AWS may have carried it out or not');
    expect(calls).toEqual(['reset']);
    expect(made).toBe(0);
  });

  test('that EC2 did not carry out is sent again', async () => {
    const { calls, made, outputs } = await lose('swap to AWS', { fault: 'reset' });
    expect(outputs).toMatchObject({ reason: 'advertised', origin: 'AWS', changed: 'true' });
    expect(calls).toEqual(['reset', 'ok']);
    expect(made).toBe(1);
  });

  test('is not sent a third time', async () => {
    const { calls, outputs } = await lose('swap to AWS', { fault: 'reset', times: 3 });
    expect(outputs).toMatchObject({ reason: 'network-error', state: 'unknown', origin: 'unknown' });
    expect(calls).toEqual(['reset', 'reset']);
  });
});

describe.concurrent('a swap to your ASN whose response is lost', () => {
  test.each([
    ['applied-then-reset', 1],
    ['applied-then-503', 1],
    ['reset', 0],
  ] as const)('is never repeated, and says that nobody knows: %s', async (fault, carriedOut) => {
    const { calls, log, made, outputs } = await lose('swap to an own ASN', { fault });
    expect(outputs).toMatchObject({ state: 'unknown', origin: 'unknown', changed: 'false' });
    expect(outputs.reason).toMatch(/^(network|service)-error$/);
    expect(log).toContain('AWS may have carried it out or not');
    expect(calls).toEqual([fault]);
    expect(made).toBe(carriedOut);
  });
});

test.concurrent.each(['advertise', 'withdraw'] as const)(
  'a throttled call is repeated at the rate that EC2 allows: %s',
  async (change) => {
    const { calls, made, outputs } = await lose(change, { fault: 'throttle' });
    expect(outputs.changed).toBe('true');
    expect(calls).toEqual(['throttle', 'ok']);
    expect(made).toBe(1);
  },
);

test.concurrent('a swap within an hour of the last one to your ASN fails with that rule in the message', () =>
  withRouteFakes({}, async (fakes) => {
    const first = await runRouteOn(fakes, { with: { cidr: amazons } });
    expect(first.reason).toBe('advertised');
    // Another run may come before the ten seconds of the first one are over.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const { log, outputs } = await runRouteOn(fakes, {
      with: { cidr: amazons, origin: '64501' },
    });
    expect(outputs).toMatchObject({ reason: 'request-rejected', changed: 'false' });
    expect(outputs).toMatchObject({ state: 'advertised', origin: '64500' });
    expect(log).toContain('The ASN of the CIDR can change to a custom ASN once every hour.');
    expect(log).toContain('once an hour');
  }));
