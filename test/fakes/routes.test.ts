import {
  AdvertiseByoipCidrCommand,
  AssociateIpamByoasnCommand,
  DescribeByoipCidrsCommand,
  DescribeIpamResourceDiscoveriesCommand,
  DisassociateIpamByoasnCommand,
  type EC2Client,
  GetIpamDiscoveredRoutesCommand,
  WithdrawByoipCidrCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ec2Client, failureOf, staticKeys } from './clients.ts';
import { type FakesOptions, startFakes } from './fakes.ts';

const [Cidr, Asn] = ['198.51.100.0/24', '64500'];
const ASSOCIATED = ['64500', '64501'].map((asn) => ({ asn, state: 'associated' }));
const PROVISIONED = { cidr: Cidr, state: 'provisioned', associations: ASSOCIATED };
const ADVERTISED = { ...PROVISIONED, state: 'advertised' };

async function start({ behaviour, cidrs = [PROVISIONED], ...options }: FakesOptions = {}) {
  const fakes = await startFakes({
    ...options,
    cidrs,
    behaviour: { rateSpeed: Number.POSITIVE_INFINITY, ...behaviour },
  });
  onTestFinished(() => fakes.close());
  const client = ec2Client(fakes);
  if (options.now) signAt(client, options.now);
  const listed = async () => {
    const { ByoipCidrs } = await client.send(new DescribeByoipCidrsCommand({ MaxResults: 100 }));
    return ByoipCidrs?.find((byoip) => byoip.Cidr === Cidr);
  };
  return {
    fakes,
    client,
    advertise: (changes = {}) =>
      client.send(new AdvertiseByoipCidrCommand({ Cidr, Asn, ...changes })),
    withdraw: (changes = {}) => client.send(new WithdrawByoipCidrCommand({ Cidr, ...changes })),
    disassociate: (changes = {}) =>
      client.send(new DisassociateIpamByoasnCommand({ Cidr, Asn, ...changes })),
    state: async () => (await listed())?.State,
    associations: async () =>
      Object.fromEntries(
        (await listed())?.AsnAssociations?.map((pair) => [pair.Asn, pair.State]) ?? [],
      ),
    origin: () => fakes.ipam.advertisement(Cidr)?.origin,
  };
}

/** Signs with the clock of the fake servers; the SDK would correct its clock from the date of each response. */
function signAt(client: EC2Client, now: () => number) {
  client.middlewareStack.add(
    (next) => (args) => {
      client.config.systemClockOffset = now() - Date.now();
      return next(args);
    },
    { step: 'initialize' },
  );
}

describe('advertising', () => {
  test('an accepted call returns the old state, is pending for a listing, and then has the origin', async () => {
    const { fakes, advertise, state, origin } = await start();
    const { ByoipCidr } = await advertise({ NetworkBorderGroup: 'us-west-2-lax-1' });
    expect(ByoipCidr).toEqual({
      Cidr,
      State: 'provisioned',
      AsnAssociations: ASSOCIATED.map((pair) => ({ Asn: pair.asn, Cidr, State: pair.state })),
    });
    expect([origin(), await state()]).toEqual(['none', 'pending-advertising']);
    expect([origin(), await state()]).toEqual([Asn, 'advertised']);
    expect(fakes.requestLog.changes).toMatchObject([
      { verb: 'advertise', operation: 'AdvertiseByoipCidr', cidr: Cidr, asn: Asn, from: 'none' },
    ]);
  });

  test('AWS as the ASN swaps to an ASN of Amazon', async () => {
    const { fakes, advertise, state, origin } = await start({
      cidrs: [{ ...ADVERTISED, origin: Asn }],
      behaviour: { routeTransition: { reads: 0 } },
    });
    expect((await advertise({ Asn: 'AWS' })).ByoipCidr?.State).toBe('advertised');
    expect([await state(), origin()]).toEqual(['advertised', '16509']);
    expect(fakes.requestLog.changes).toMatchObject([
      { verb: 'advertise', asn: 'AWS', from: '64500' },
    ]);
  });

  test.each([
    ['the state from before while listings lag', { lag: 2 }],
    ['the pending state that a behavior sets', { pending: 'advertised', reads: 2 }],
  ])('a swap shows %s', async (_, routeTransition) => {
    const cidrs = [{ ...ADVERTISED, origin: '64501' }];
    const { advertise, state, origin } = await start({ cidrs, behaviour: { routeTransition } });
    await advertise();
    expect([await state(), origin(), await state()]).toEqual(['advertised', '64501', 'advertised']);
    await state();
    expect([await state(), origin()]).toEqual(['advertised', Asn]);
  });

  test('the end comes no earlier than the clock says', async () => {
    let now = Date.now();
    const routeTransition = { reads: 0, ms: 30_000 };
    const { advertise, origin } = await start({ now: () => now, behaviour: { routeTransition } });
    await advertise();
    now += 29_999;
    expect(origin()).toBe('none');
    now += 1;
    expect(origin()).toBe(Asn);
  });

  test('a call can return any state, and end in another state and with another origin', async () => {
    const to = { state: 'advertised', origin: '16509', statusMessage: 'no ROA' };
    const routeTransition = { answered: 'pending-advertising', to, reads: 0 };
    const { fakes, advertise } = await start({ behaviour: { routeTransition } });
    expect((await advertise()).ByoipCidr?.State).toBe('pending-advertising');
    expect(fakes.ipam.advertisement(Cidr)).toEqual(to);
  });

  test.each([
    ['an unknown CIDR', { Cidr: '192.0.2.0/24' }],
    ['a malformed CIDR', { Cidr: '198.51.100.0' }],
    ['an ASN that is not associated', { Asn: '64502' }],
    ['the origin none', { Asn: 'none' }],
    ['an ASN with its prefix', { Asn: 'AS64500' }],
    ['no CIDR', { Cidr: undefined }],
  ])('%s is rejected with a 4xx and changes nothing', async (_, changes) => {
    const { fakes, advertise } = await start();
    expect(await failureOf(advertise(changes))).toMatchObject({ status: 400 });
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test.each(['pending-association', 'failed-association', 'disassociated'])(
    'an ASN whose association is %s is rejected',
    async (state) => {
      const { fakes, advertise } = await start();
      fakes.ipam.setAssociation({ asn: Asn, cidr: Cidr, state });
      expect(await failureOf(advertise())).toMatchObject({ status: 400 });
    },
  );

  test.each([
    'pending-provision',
    'pending-advertising',
    'pending-withdrawal',
    'provisioned-not-publicly-advertisable',
  ])('a CIDR that is %s is rejected', async (state) => {
    const { fakes, advertise, withdraw } = await start();
    fakes.ipam.setCidrState(Cidr, state);
    expect(await failureOf(advertise())).toMatchObject({ status: 400 });
    fakes.ipam.setCidrState(Cidr, 'pending-advertising');
    expect(await failureOf(withdraw())).toMatchObject({ status: 400 });
  });

  test('a second call for a CIDR with a pending change is rejected', async () => {
    const { advertise, withdraw } = await start({ behaviour: { repeat: 'accept' } });
    await advertise();
    expect(await failureOf(withdraw())).toMatchObject({ status: 400 });
    expect(await failureOf(advertise({ Asn: '64501' }))).toMatchObject({ status: 400 });
  });

  test('a repeated call is rejected, or accepted without a change', async () => {
    const { fakes, advertise, withdraw } = await start();
    await advertise();
    expect(await failureOf(advertise())).toMatchObject({ status: 400 });
    fakes.ec2.behave({ repeat: 'accept' });
    expect((await advertise()).ByoipCidr?.State).toBe('pending-advertising');
    fakes.ipam.setOrigin(Cidr, 'none');
    expect((await withdraw()).ByoipCidr?.State).toBe('provisioned');
    expect(fakes.requestLog.changes).toHaveLength(1);
  });

  test('a swap to an ASN of your own is refused within an hour of the last such change', async () => {
    let now = Date.now();
    const { fakes, advertise, state, origin } = await start({
      now: () => now,
      behaviour: { routeTransition: { reads: 0 } },
    });
    await advertise();
    const swap = () => advertise({ Asn: '64501' });
    expect(await failureOf(swap())).toMatchObject({ status: 400 });
    await advertise({ Asn: 'AWS' });
    await state();
    now += 3_599_999;
    expect(await failureOf(swap())).toMatchObject({ status: 400 });
    now += 1;
    await swap();
    expect(origin()).toBe('64501');
    fakes.ec2.behave({ swapWithinHour: 'accept' });
    await advertise();
    expect(origin()).toBe(Asn);
  });
});

describe('withdrawing', () => {
  test('an accepted call returns the old state, is pending for a listing, and ends provisioned', async () => {
    const { fakes, withdraw, state, origin } = await start({ cidrs: [ADVERTISED] });
    expect((await withdraw()).ByoipCidr?.State).toBe('advertised');
    expect([origin(), await state()]).toEqual(['16509', 'pending-withdrawal']);
    expect([origin(), await state()]).toEqual(['none', 'provisioned']);
    expect(fakes.requestLog.changes).toMatchObject([
      { verb: 'withdraw', operation: 'WithdrawByoipCidr', cidr: Cidr, asn: 'none', from: '16509' },
    ]);
  });

  test('a CIDR that is not advertised cannot be withdrawn', async () => {
    const { withdraw } = await start();
    expect(await failureOf(withdraw())).toMatchObject({ status: 400 });
  });
});

describe('the true origin', () => {
  test.each([
    ['none if the CIDR is only provisioned', PROVISIONED, 'none'],
    ['an ASN of Amazon if it is advertised', ADVERTISED, '16509'],
    ['that of the fixture', { ...ADVERTISED, origin: Asn }, Asn],
    [
      'the ASN that a fixture shows as advertised',
      { ...ADVERTISED, associations: [{ asn: Asn, state: 'advertised' }] },
      Asn,
    ],
  ])('is %s', async (_, cidr, expected) => {
    const { origin } = await start({ cidrs: [cidr] });
    expect(origin()).toBe(expected);
  });

  test('can be changed by an operator, which ends a pending change', async () => {
    const { fakes, advertise, state, origin } = await start();
    await advertise();
    fakes.ipam.setOrigin(Cidr, 'AWS');
    expect([await state(), origin()]).toEqual(['advertised', '16509']);
    fakes.ipam.setOrigin(Cidr, 'none');
    expect([await state(), origin()]).toEqual(['provisioned', 'none']);
  });

  test('is visible in the state of its association, as long as it is the origin', async () => {
    const { fakes, advertise, associations } = await start();
    await advertise();
    expect(await associations()).toEqual({ 64500: 'associated', 64501: 'associated' });
    expect(await associations()).toEqual({ 64500: 'advertised', 64501: 'associated' });
    fakes.ipam.setOrigin(Cidr, '64501');
    expect(await associations()).toEqual({ 64500: 'associated', 64501: 'advertised' });
    fakes.ipam.setOrigin(Cidr, 'none');
    expect(await associations()).toEqual({ 64500: 'associated', 64501: 'associated' });
  });

  test('ends the state advertised of a fixture', async () => {
    const associations = [{ asn: Asn, state: 'advertised' }];
    const { fakes, associations: states } = await start({
      cidrs: [{ ...ADVERTISED, associations }],
    });
    expect(await states()).toEqual({ 64500: 'advertised' });
    fakes.ipam.setOrigin(Cidr, 'none');
    expect(await states()).toEqual({ 64500: 'associated' });
  });

  test('can stay out of the listing', async () => {
    const { associations } = await start({
      cidrs: [{ ...ADVERTISED, origin: Asn }],
      behaviour: { associationOfOrigin: 'associated' },
    });
    expect(await associations()).toEqual({ 64500: 'associated', 64501: 'associated' });
  });
});

describe('disassociating', () => {
  test('an accepted call is pending, and ends after a listing', async () => {
    const { fakes, disassociate, associations } = await start();
    const { AsnAssociation } = await disassociate();
    expect(AsnAssociation).toEqual({ Asn, Cidr, State: 'pending-disassociation' });
    expect((await associations())[Asn]).toBe('pending-disassociation');
    expect((await associations())[Asn]).toBe('disassociated');
    expect(fakes.requestLog.changes).toMatchObject([
      { verb: 'disassociate', operation: 'DisassociateIpamByoasn', cidr: Cidr, asn: Asn },
    ]);
  });

  test('an association can vanish from a lagging listing, and be created again', async () => {
    const disassociation = { to: 'absent', lag: 1, reads: 0 };
    const { fakes, client, disassociate, associations } = await start({
      behaviour: { disassociation },
    });
    await disassociate();
    expect((await associations())[Asn]).toBe('associated');
    expect(await associations()).toEqual({ 64501: 'associated' });
    expect(fakes.ipam.association(Asn, Cidr)).toBeUndefined();
    await client.send(new AssociateIpamByoasnCommand({ Cidr, Asn }));
    expect((await associations())[Asn]).toBe('pending-association');
  });

  test.each(['failed-association', 'failed-disassociation'])('works on %s', async (state) => {
    const { fakes, disassociate } = await start();
    fakes.ipam.setAssociation({ asn: Asn, cidr: Cidr, state });
    expect((await disassociate()).AsnAssociation?.State).toBe('pending-disassociation');
  });

  test.each(['pending-association', 'pending-disassociation', 'disassociated', 'absent'])(
    'an association that is %s is rejected',
    async (state) => {
      const { fakes, disassociate } = await start();
      fakes.ipam.setAssociation({ asn: Asn, cidr: Cidr, state });
      expect(await failureOf(disassociate())).toMatchObject({ status: 400 });
      expect(fakes.requestLog.changes).toEqual([]);
    },
  );

  test('a repeated call can be accepted without a change', async () => {
    const { fakes, disassociate } = await start({ behaviour: { repeat: 'accept' } });
    fakes.ipam.setAssociation({ asn: Asn, cidr: Cidr, state: 'disassociated' });
    expect((await disassociate()).AsnAssociation?.State).toBe('disassociated');
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('the association of the origin is refused, or ends the advertisement too', async () => {
    const { fakes, disassociate, origin } = await start({
      cidrs: [{ ...ADVERTISED, origin: Asn }],
    });
    expect(await failureOf(disassociate())).toMatchObject({ status: 400 });
    fakes.ec2.behave({ disassociateOrigin: 'drop' });
    await disassociate();
    expect(origin()).toBe('none');
  });
});

describe('discovered routes', () => {
  const discovered = async (
    { fakes, client }: Awaited<ReturnType<typeof start>>,
    ResourceRegion = fakes.region,
  ) => {
    const { IpamResourceDiscoveries: [discovery] = [] } = await client.send(
      new DescribeIpamResourceDiscoveriesCommand({}),
    );
    const { IpamResourceDiscoveryId = 'ipam-res-disco-none' } = discovery ?? {};
    const { IpamDiscoveredRoutes } = await client.send(
      new GetIpamDiscoveredRoutesCommand({ IpamResourceDiscoveryId, ResourceRegion }),
    );
    return IpamDiscoveredRoutes;
  };

  test('the SDK reads every field of a resource discovery', async () => {
    const { client, fakes } = await start();
    fakes.ec2.ipam(fakes.account, 'eu-west-1');
    const answer = await client.send(new DescribeIpamResourceDiscoveriesCommand({}));
    const id = 'ipam-res-disco-0123456789abcdef0';
    expect(answer.IpamResourceDiscoveries).toEqual([
      {
        OwnerId: '111122223333',
        IpamResourceDiscoveryId: id,
        IpamResourceDiscoveryArn: `arn:aws:ec2::111122223333:ipam-resource-discovery/${id}`,
        IpamResourceDiscoveryRegion: 'us-west-2',
        OperatingRegions: [{ RegionName: 'us-west-2' }, { RegionName: 'eu-west-1' }],
        IsDefault: true,
        State: 'create-complete',
        Tags: [],
      },
    ]);
  });

  test('the SDK reads every field of a route, from the true origin', async () => {
    const cidrs = [
      { ...ADVERTISED, origin: Asn },
      { cidr: '203.0.113.0/24', state: 'provisioned' },
    ];
    const started = await start({ cidrs });
    started.fakes.ec2.behave({ discoveredAgeHours: 2 });
    const common = {
      IpamResourceDiscoveryId: 'ipam-res-disco-0123456789abcdef0',
      ResourceRegion: 'us-west-2',
      ResourceOwnerId: '111122223333',
      AdvertisementType: 'regional',
      NetworkBorderGroup: 'us-west-2',
      SampleTime: expect.any(Date),
    };
    const routes = await discovered(started);
    expect(routes).toEqual([
      { ...common, Cidr, Asn, State: 'advertised' },
      { ...common, Cidr: '203.0.113.0/24', State: 'provisioned' },
    ]);
    const age = Date.now() - (routes?.[0]?.SampleTime?.getTime() ?? 0);
    expect(Math.round(age / 3_600_000)).toBe(2);
  });

  test('a sample shows the origin of its time', async () => {
    let now = Date.now();
    const started = await start({
      now: () => now,
      cidrs: [ADVERTISED],
      behaviour: { discoveredAgeHours: 1 },
    });
    const asns = async () => (await discovered(started))?.map((route) => route.Asn);
    started.fakes.ipam.setOrigin(Cidr, Asn);
    expect(await asns()).toEqual(['16509']);
    now += 3_600_000;
    expect(await asns()).toEqual([Asn]);
  });

  test('a behavior can list any routes', async () => {
    const routes = [{ cidr: Cidr, asn: '64511', state: 'advertised', ageHours: 30 }];
    const started = await start({ behaviour: { discoveredRoutes: routes } });
    const [route] = (await discovered(started)) ?? [];
    expect(route).toMatchObject({ Cidr, Asn: '64511' });
    expect(route?.SampleTime?.getTime()).toBeLessThan(Date.now() - 29 * 3_600_000);
  });

  test('an account without IPAM has no resource discovery, and an unknown one is rejected', async () => {
    const started = await start({ asns: [] });
    expect(await failureOf(discovered(started))).toMatchObject({ status: 400 });
  });

  test('only the home Region of the IPAM answers, for its operating Regions', async () => {
    const resourceDiscoveries = [
      {
        id: 'ipam-res-disco-1',
        region: 'us-west-2',
        operatingRegions: ['us-west-2'],
        isDefault: true,
        state: 'create-complete',
      },
    ];
    const started = await start({ behaviour: { resourceDiscoveries } });
    const { fakes } = started;
    expect(await discovered(started)).toHaveLength(1);
    expect(await failureOf(discovered(started, 'eu-west-1'))).toMatchObject({ status: 400 });
    const elsewhere = ec2Client(fakes, staticKeys(fakes), 'eu-west-1');
    const { IpamResourceDiscoveries } = await elsewhere.send(
      new DescribeIpamResourceDiscoveriesCommand({}),
    );
    expect(IpamResourceDiscoveries).toEqual([]);
  });

  test('pages have 5 to 1000 items', async () => {
    const { client } = await start();
    const read = (MaxResults: number) =>
      client.send(new DescribeIpamResourceDiscoveriesCommand({ MaxResults }));
    expect((await read(1000)).IpamResourceDiscoveries).toHaveLength(1);
    expect(await failureOf(read(4))).toMatchObject({ status: 400 });
    expect(await failureOf(read(1001))).toMatchObject({ status: 400 });
  });
});

describe('permissions and rate limits', () => {
  test('a dry run of each write is a 412 and changes nothing', async () => {
    const { fakes, advertise, withdraw, disassociate } = await start();
    for (const call of [advertise, withdraw, disassociate]) {
      const failure = await failureOf(call({ DryRun: true }));
      expect(failure).toMatchObject({ name: 'DryRunOperation', status: 412 });
    }
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('each call is unauthorized without its permission', async () => {
    const started = await start({ actions: ['ec2:WithdrawByoipCidr'], cidrs: [ADVERTISED] });
    const { client, fakes } = started;
    const discovery = { IpamResourceDiscoveryId: 'ipam-res-disco-1', ResourceRegion: 'us-west-2' };
    const calls = [
      started.advertise(),
      started.disassociate(),
      client.send(new DescribeIpamResourceDiscoveriesCommand({})),
      client.send(new GetIpamDiscoveredRoutesCommand(discovery)),
    ];
    for (const call of calls) {
      expect(await failureOf(call)).toMatchObject({ name: 'UnauthorizedOperation', status: 403 });
    }
    await started.withdraw();
    expect(fakes.requestLog.changes).toMatchObject([{ verb: 'withdraw' }]);
  });

  test('one call in ten seconds can advertise or withdraw, for all CIDRs of a Region', async () => {
    let now = Date.now();
    const { advertise, withdraw } = await start({
      now: () => now,
      behaviour: { rateSpeed: 1, routeTransition: { reads: 0 } },
    });
    await advertise();
    now += 9_999;
    const throttled = { name: 'RequestLimitExceeded', status: 503 };
    expect(await failureOf(withdraw())).toMatchObject(throttled);
    expect(await failureOf(advertise({ Cidr: '192.0.2.0/24' }))).toMatchObject(throttled);
    now += 1;
    await withdraw();
    expect(await failureOf(advertise())).toMatchObject(throttled);
  });

  test('fifty disassociate calls pass immediately', async () => {
    const now = Date.now();
    const { disassociate } = await start({ now: () => now, behaviour: { rateSpeed: 1 } });
    const names: string[] = [];
    for (let call = 0; call <= 50; call += 1) {
      names.push((await failureOf(disassociate({ DryRun: true }))).name);
    }
    expect(new Set(names.slice(0, 50))).toEqual(new Set(['DryRunOperation']));
    expect(names[50]).toBe('RequestLimitExceeded');
  });
});
