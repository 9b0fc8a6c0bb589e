import { describe, expect, test } from 'vitest';
import { amazons, dryRun, idle, own, runRoute } from './route-scenario.ts';

describe.concurrent('a change that AWS refuses', () => {
  test.each([
    ['advertise', { cidr: idle, origin: '64500' }, 'provisioned', 'none'],
    ['withdraw', { cidr: own, origin: 'none' }, 'advertised', '64500'],
  ] as const)('leaves everything as it is: %s', async (verb, inputs, state, origin) => {
    const { fakes, log, outputs } = await runRoute({
      given: ({ faults }) =>
        faults.add({
          operation: verb === 'withdraw' ? 'WithdrawByoipCidr' : 'AdvertiseByoipCidr',
          fault: 'error',
          status: 400,
          code: 'IncorrectState',
          message: 'Not now.',
        }),
      with: inputs,
    });
    expect(outputs).toMatchObject({ reason: 'request-rejected', changed: 'false', state, origin });
    expect(log).toContain('IncorrectState (HTTP 400): Not now.');
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test.each([
    ['AdvertiseByoipCidr', { cidr: idle, origin: '64500' }],
    ['WithdrawByoipCidr', { cidr: own, origin: 'none' }],
  ] as const)('for want of a permission says which: %s', async (operation, inputs) => {
    const { log, outputs } = await runRoute({ with: inputs, credentials: 'route-plan' });
    expect(outputs).toMatchObject({ reason: 'access-denied', changed: 'false' });
    expect(log).toContain(`"ec2:${operation}"`);
  });
});

describe.concurrent('an origin that cannot be read', () => {
  const hidden = {
    behaviour: { associationOfOrigin: 'associated', discoveredRoutes: [] },
  } as const;

  test('refuses a swap to your ASN', async () => {
    const { fakes, log, outputs } = await runRoute({
      fakes: hidden,
      given: ({ rpki }) => {
        rpki.behaviour.announcements = [];
      },
      with: { cidr: own, origin: '64501' },
    });
    expect(outputs).toMatchObject({
      reason: 'origin-unknown',
      changed: 'false',
      state: 'advertised',
      origin: 'unknown',
      'origin-source': 'none',
    });
    expect(log).toContain('GetIpamDiscoveredRoutes');
    expect(fakes.requestLog.of('AdvertiseByoipCidr')).toEqual([]);
  });

  test('also refuses it if two sources disagree, and shows both', async () => {
    const { log, outputs } = await runRoute({
      fakes: {
        behaviour: {
          ...hidden.behaviour,
          discoveredRoutes: [{ cidr: own, asn: '64500', state: 'advertised' }],
        },
      },
      given: ({ rpki }) => {
        rpki.behaviour.announcements = [{ prefix: own, asn: 16509, peers: 200 }];
      },
      with: { cidr: own, origin: '64501' },
    });
    expect(outputs).toMatchObject({ reason: 'origin-unknown', origin: 'unknown' });
    expect(log).toContain('from AS64500, sampled');
    expect(log).toContain('seen from AS16509 by 200 peers');
  });

  test('allows a swap to AWS', async () => {
    const { outputs } = await runRoute({
      fakes: hidden,
      given: ({ rpki }) => {
        rpki.behaviour.announcements = [];
      },
      with: { ...dryRun, cidr: own, origin: 'AWS' },
    });
    expect(outputs).toMatchObject({ reason: 'planned', origin: 'unknown', 'has-changes': 'true' });
  });

  test('is read from the route collectors if the role may not read IPAM', async () => {
    const { log, outputs } = await runRoute({
      fakes: { behaviour: { associationOfOrigin: 'associated' } },
      given: ({ credentials, env }) =>
        credentials.allow(env.credentials.AWS_ACCESS_KEY_ID ?? '', [
          'ec2:DescribeByoipCidrs',
          'ec2:AdvertiseByoipCidr',
        ]),
      with: { cidr: amazons, origin: '64500', 'dry-run': 'true' },
      credentials: 'env',
    });
    expect(outputs).toMatchObject({
      reason: 'planned',
      origin: 'AWS',
      'origin-source': 'collectors',
    });
    expect(log).toMatch(/not read: (DescribeIpamResourceDiscoveries|GetIpamDiscoveredRoutes)/);
  });
});
