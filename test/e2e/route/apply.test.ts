import { describe, expect, test } from 'vitest';
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

describe.concurrent('an apply of one route', () => {
  test.each([
    ['advertises from your ASN', { cidr: idle, origin: '64500' }, 'none', 'association'],
    ['advertises from AWS', { cidr: idle, origin: 'AWS' }, 'none', 'none'],
    ['swaps from AWS to your ASN', { cidr: amazons, origin: 'AS64500' }, '16509', 'association'],
    [
      'swaps from one of your ASNs to another',
      { cidr: own, origin: '64501' },
      '64500',
      'association',
    ],
  ] as const)('%s, with one call that names the ASN', async (...row) => {
    const [, inputs, from, source] = row;
    const { fakes, outputs } = await runRoute({ with: inputs });
    const plain = inputs.origin.replace('AS6', '6');
    expect(outputs).toMatchObject({
      reason: 'advertised',
      state: 'advertised',
      changed: 'true',
      origin: source === 'none' ? 'unknown' : plain,
      'origin-source': source,
      cidr: inputs.cidr,
      rpki: 'valid',
      verified: '',
    });
    expect(outputs['request-id']).not.toBe('');
    expect(fakes.requestLog.changes).toMatchObject([
      { verb: 'advertise', cidr: inputs.cidr, asn: plain, from },
    ]);
    const calls = fakes.requestLog.of('AdvertiseByoipCidr');
    expect(calls.map(({ params }) => params)).toMatchObject([{ Asn: plain, Cidr: inputs.cidr }]);
    expect(calls[0]?.params).not.toHaveProperty('NetworkBorderGroup');
  });

  test('withdraws', async () => {
    const { fakes, outputs, summary } = await runRoute({ with: { cidr: own, origin: 'none' } });
    expect(outputs).toMatchObject({
      reason: 'withdrawn',
      state: 'provisioned',
      changed: 'true',
      origin: 'none',
      'origin-source': 'state',
      rpki: '',
    });
    expect(fakes.ipam.advertisement(own)).toMatchObject({ origin: 'none' });
    expect(summary).toContain('withdraw');
  });

  test.each([
    { cidr: own, origin: '64500' },
    { cidr: amazons, origin: 'AWS' },
    { cidr: idle, origin: 'none' },
  ])('keeps $cidr, whose origin is $origin already', async (inputs) => {
    const { fakes, outputs } = await runRoute({ with: inputs });
    expect(outputs).toMatchObject({ reason: 'no-changes', changed: 'false' });
    expect(fakes.requestLog.of('AdvertiseByoipCidr')).toEqual([]);
    expect(fakes.requestLog.of('WithdrawByoipCidr')).toEqual([]);
  });

  test('names the network border group of a Local Zone, and not that of the Region', () =>
    withRouteFakes({}, async (fakes) => {
      const cidr = {
        advertisementType: 'unicast',
        associations: [{ asn: '64500', state: 'associated' }],
        state: 'provisioned',
      };
      fakes.ipam.setCidr({ ...cidr, cidr: idle, networkBorderGroup: 'us-west-2-lax-1' });
      fakes.ipam.setCidr({ ...cidr, cidr: amazons, networkBorderGroup: fakes.region });
      const zone = await runRouteOn(fakes, { with: { cidr: idle } });
      expect(zone.reason).toBe('advertised');
      const region = await runRouteOn(fakes, { with: { cidr: amazons } });
      expect(region.reason).toBe('advertised');
      const groups = fakes.requestLog.of('AdvertiseByoipCidr').map(({ params }) => params);
      expect(groups.map(({ NetworkBorderGroup }) => NetworkBorderGroup)).toEqual([
        'us-west-2-lax-1',
        undefined,
      ]);
    }));
});

test('an apply of a file with only associations changes nothing', () =>
  withRouteFakes({}, async (fakes) => {
    const text = `version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    associations: [{ asn: 64500, cidr: ${idle} }]
`;
    const { outputs } = await runRouteFile(fakes, text, {});
    expect(outputs).toMatchObject({ changed: 'false' });
    expect(fakes.requestLog.changes).toEqual([]);
  }));

test('a file with one blocked route changes none', () =>
  withRouteFakes({}, async (fakes) => {
    const file = routesFile({ cidr: idle, origin: 64500 }, { cidr: '192.0.2.0/24', origin: 'AWS' });
    const { log, outputs } = await runRouteFile(fakes, file, { 'max-changes': '2' });
    expect(outputs).toMatchObject({ reason: 'refused', changed: 'false' });
    expect(log).toContain('cidr-not-found');
    expect(fakes.requestLog.of('AdvertiseByoipCidr')).toEqual([]);
  }));
