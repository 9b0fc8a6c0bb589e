import { describe, expect, test } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import { idle, own, runRoute, runRouteOn, withRouteFakes } from './route-scenario.ts';

const emergency = { cidr: own, origin: 'none' };

/** What the run has asked AWS and RIPEstat. */
function operationsOf({ requestLog }: Fakes): string[] {
  return requestLog.requests
    .filter(({ service }) => service !== 'oidc')
    .map(({ operation }) => operation);
}

/** Nothing outside AWS responds. */
function breakRipestat({ faults }: Fakes): void {
  for (const operation of ['looking-glass', 'rpki-validation']) {
    faults.add({ operation, fault: 'hang', times: Number.POSITIVE_INFINITY });
  }
}

describe.concurrent('a withdrawal in an emergency', () => {
  test('is one listing and one call in seconds, with a role that may only withdraw', async () => {
    const { fakes, milliseconds, outputs, result } = await runRoute({
      given: breakRipestat,
      with: emergency,
      credentials: 'withdraw',
    });
    expect(outputs).toMatchObject({ reason: 'withdrawn', origin: 'none', changed: 'true' });
    expect(result.pairs).toMatchObject([{ end: 'withdrawn', state: 'provisioned' }]);
    const operations = operationsOf(fakes);
    const sent = operations.indexOf('WithdrawByoipCidr');
    expect(operations.slice(0, sent + 1)).toEqual([
      'AssumeRoleWithWebIdentity',
      'DescribeByoipCidrs',
      'WithdrawByoipCidr',
    ]);
    expect(new Set(operations.slice(sent + 1))).toEqual(new Set(['DescribeByoipCidrs']));
    expect(milliseconds).toBeLessThan(15_000);
  });

  test('is not delayed by an unknown origin or a missing ROA', async () => {
    const { outputs } = await runRoute({
      fakes: { behaviour: { associationOfOrigin: 'associated', discoveredRoutes: [] } },
      given: ({ rpki }) => {
        rpki.behaviour.announcements = [];
        rpki.behaviour.vrps = [];
      },
      with: emergency,
      credentials: 'withdraw',
    });
    expect(outputs).toMatchObject({ reason: 'withdrawn', rpki: '' });
  });

  test('matches the approval of a plan from any origin', () =>
    withRouteFakes({}, async (fakes) => {
      const planned = await runRouteOn(fakes, {
        with: { ...emergency, 'dry-run': 'true', 'permission-check': 'false' },
        credentials: 'route-plan',
      });
      const digest = planned.outputs['plan-digest'] ?? '';
      fakes.ipam.setOrigin(own, '64501');
      const { outputs } = await runRouteOn(fakes, {
        with: { ...emergency, 'expected-plan': digest },
        credentials: 'withdraw',
      });
      expect(outputs).toMatchObject({ reason: 'withdrawn', 'plan-digest': digest });
    }));

  test('has a role that cannot advertise', async () => {
    const { fakes, log, outputs } = await runRoute({
      with: { cidr: idle, origin: 'AWS', 'session-policy': 'false' },
      credentials: 'withdraw',
    });
    expect(outputs).toMatchObject({
      reason: 'access-denied',
      changed: 'false',
      state: 'provisioned',
    });
    expect(log).toContain('"ec2:AdvertiseByoipCidr"');
    expect(fakes.requestLog.changes).toEqual([]);
  });
});

describe.concurrent('an empty value withdraws nothing', () => {
  test.each(['', 'null', 'false', 'off', 'no', 'NONE', 'None', '0', '~'])(
    'origin: "%s"',
    async (origin) => {
      const { fakes, log, outputs } = await runRoute({ with: { cidr: own, origin } });
      expect(outputs).toMatchObject({ reason: 'invalid-input', changed: 'false' });
      expect(log).toContain('origin:');
      expect(fakes.requestLog.requests).toEqual([]);
    },
  );

  test.each([
    ['without an origin', `{ cidr: ${own} }`],
    ['with an empty origin', `{ cidr: ${own}, origin: }`],
    ['with off', `{ cidr: ${own}, origin: off }`],
    ['with null', `{ cidr: ${own}, origin: null }`],
  ])('a file %s', async (_, route) => {
    const text = `version: 1
targets:
  - { account: "111122223333", region: us-west-2, routes: [${route}] }
`;
    const { fakes, outputs } = await runRoute({
      with: { config: 'byoasn.yml' },
      files: { 'byoasn.yml': text },
    });
    expect(outputs).toMatchObject({ reason: 'invalid-input', changed: 'false' });
    expect(fakes.requestLog.requests).toEqual([]);
  });
});
