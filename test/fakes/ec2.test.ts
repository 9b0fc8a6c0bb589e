import {
  AssociateIpamByoasnCommand,
  DescribeByoipCidrsCommand,
  DescribeIpamByoasnCommand,
  DescribeVpcsCommand,
  paginateDescribeByoipCidrs,
} from '@aws-sdk/client-ec2';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ec2Client, failureOf, staticKeys } from './clients.ts';
import type { FakesOptions } from './fakes.ts';
import { startFakes } from './fakes.ts';

const PAIR = { Asn: '64500', Cidr: '198.51.100.0/24' };
const UNLIMITED = { rateSpeed: Number.POSITIVE_INFINITY };

async function start(options: FakesOptions = {}) {
  const behaviour = { ...UNLIMITED, ...options.behaviour };
  const fakes = await startFakes({ ...options, behaviour });
  onTestFinished(() => fakes.close());
  const client = ec2Client(fakes);
  const associate = (changes = {}) =>
    client.send(new AssociateIpamByoasnCommand({ ...PAIR, ...changes }));
  const list = (changes = {}) =>
    client.send(new DescribeByoipCidrsCommand({ MaxResults: 100, ...changes }));
  const stateListed = async () => {
    const { ByoipCidrs = [] } = await list();
    const range = ByoipCidrs.find(({ Cidr }) => Cidr === PAIR.Cidr);
    return range?.AsnAssociations?.find(({ Asn }) => Asn === PAIR.Asn)?.State;
  };
  return { fakes, client, associate, list, stateListed };
}

describe('listing', () => {
  test('DescribeByoipCidrs gives every field of a CIDR and its associations', async () => {
    const cidr = {
      cidr: '192.0.2.0/24',
      state: 'advertised',
      statusMessage: 'pool <a> & "b"',
      advertisementType: 'unicast',
      networkBorderGroup: 'us-west-2',
      description: 'edge',
      associations: [
        { asn: '64500', state: 'failed-association', statusMessage: "ROA isn't there" },
      ],
    };
    const { list } = await start({ cidrs: [cidr] });
    const { ByoipCidrs } = await list();
    expect(ByoipCidrs).toEqual([
      {
        Cidr: '192.0.2.0/24',
        State: 'advertised',
        StatusMessage: 'pool <a> & "b"',
        AdvertisementType: 'unicast',
        NetworkBorderGroup: 'us-west-2',
        Description: 'edge',
        AsnAssociations: [
          {
            Asn: '64500',
            Cidr: '192.0.2.0/24',
            State: 'failed-association',
            StatusMessage: "ROA isn't there",
          },
        ],
      },
    ]);
  });

  test('DescribeByoipCidrs is rejected without MaxResults and with more than 100', async () => {
    const { list } = await start();
    expect(await failureOf(list({ MaxResults: undefined }))).toMatchObject({
      name: 'MissingParameter',
      status: 400,
    });
    expect(await failureOf(list({ MaxResults: 101 }))).toMatchObject({ status: 400 });
    expect(await failureOf(list({ MaxResults: 0 }))).toMatchObject({ status: 400 });
  });

  test("the SDK's paginator continues after empty pages with a token", async () => {
    const { client, fakes } = await start({ behaviour: { pageSize: 2, emptyPages: 1 } });
    const pages: string[][] = [];
    for await (const { ByoipCidrs = [] } of paginateDescribeByoipCidrs(
      { client },
      { MaxResults: 100 },
    )) {
      pages.push(ByoipCidrs.map(({ Cidr = '' }) => Cidr));
    }
    expect(pages).toEqual([[], ['198.51.100.0/24', '2001:db8:1000::/48'], [], ['203.0.113.0/24']]);
    expect(fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(4);
  });

  test('a page has at most MaxResults items, and an unknown token is rejected', async () => {
    const { list } = await start();
    const first = await list({ MaxResults: 1 });
    expect(first.ByoipCidrs).toHaveLength(1);
    const second = await list({ MaxResults: 2, NextToken: first.NextToken });
    expect(second.ByoipCidrs).toHaveLength(2);
    expect(second.NextToken).toBeUndefined();
    expect(await failureOf(list({ NextToken: 'invented' }))).toMatchObject({ status: 400 });
  });

  test('DescribeIpamByoasn pages without a paginator', async () => {
    const { client } = await start();
    const first = await client.send(new DescribeIpamByoasnCommand({ MaxResults: 1 }));
    const { NextToken } = first;
    const second = await client.send(new DescribeIpamByoasnCommand({ NextToken }));
    expect([...(first.Byoasns ?? []), ...(second.Byoasns ?? [])]).toEqual([
      { Asn: '64500', IpamId: 'ipam-0123456789abcdef0', State: 'provisioned' },
      { Asn: '64501', IpamId: 'ipam-0123456789abcdef0', State: 'provisioned' },
    ]);
  });
});

describe('associating', () => {
  test('an accepted association is pending, and reaches its end state after a listing', async () => {
    const { fakes, associate, stateListed } = await start();
    const { AsnAssociation } = await associate();
    expect(AsnAssociation).toEqual({ ...PAIR, State: 'pending-association' });
    expect([await stateListed(), await stateListed()]).toEqual([
      'pending-association',
      'associated',
    ]);
    expect(fakes.requestLog.changes).toMatchObject([{ asn: PAIR.Asn, cidr: PAIR.Cidr }]);
  });

  test('the listing can lag behind and show the state from before', async () => {
    const transition = { lag: 2, reads: 1 };
    const { fakes, associate, stateListed } = await start({ behaviour: { transition } });
    fakes.ipam.setAssociation({ asn: PAIR.Asn, cidr: PAIR.Cidr, state: 'failed-association' });
    await associate();
    const seen = [];
    for (let read = 0; read < 4; read += 1) seen.push(await stateListed());
    expect(seen).toEqual([
      'failed-association',
      'failed-association',
      'pending-association',
      'associated',
    ]);
  });

  test('a new pair is not listed at all while the listing lags', async () => {
    const { associate, stateListed } = await start({ behaviour: { transition: { lag: 1 } } });
    await associate();
    expect([await stateListed(), await stateListed()]).toEqual([undefined, 'pending-association']);
  });

  test('an association can fail with a message', async () => {
    const transition = { to: 'failed-association', statusMessage: 'no ROA', reads: 0 };
    const { associate, list } = await start({ behaviour: { transition } });
    await associate();
    const [range] = (await list()).ByoipCidrs ?? [];
    expect(range?.AsnAssociations).toEqual([
      { ...PAIR, State: 'failed-association', StatusMessage: 'no ROA' },
    ]);
  });

  test('an association reaches its end state by the clock, without a read', async () => {
    let now = Date.now();
    const transition = { reads: 0, ms: 30_000 };
    const { fakes, associate } = await start({ now: () => now, behaviour: { transition } });
    await associate();
    now += 29_999;
    expect(fakes.ipam.association(PAIR.Asn, PAIR.Cidr)?.state).toBe('pending-association');
    now += 1;
    expect(fakes.ipam.association(PAIR.Asn, PAIR.Cidr)?.state).toBe('associated');
  });

  test('later pages of a listing do not change the state of a pair', async () => {
    const behaviour = { pageSize: 1, transition: { reads: 2 } };
    const { fakes, associate, list } = await start({ behaviour });
    await associate();
    const first = await list();
    await list({ NextToken: first.NextToken });
    await list({ NextToken: first.NextToken });
    expect(fakes.ipam.association(PAIR.Asn, PAIR.Cidr)?.state).toBe('pending-association');
  });

  test.each([
    ['an unknown CIDR', { Cidr: '192.0.2.0/24' }],
    ['part of a CIDR', { Cidr: '198.51.100.0/25' }],
    ['a malformed CIDR', { Cidr: '198.51.100.0' }],
    ['an ASN that is not provisioned', { Asn: '64502' }],
    ['an ASN with its prefix', { Asn: 'AS64500' }],
    ['no CIDR', { Cidr: undefined }],
  ])('%s is rejected with a 4xx and changes nothing', async (_, changes) => {
    const { fakes, associate } = await start();
    expect(await failureOf(associate(changes))).toMatchObject({ status: 400 });
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('an ASN that is still being provisioned cannot be associated', async () => {
    const { fakes, associate } = await start();
    const ipamId = 'ipam-0123456789abcdef0';
    fakes.ipam.setAsn({ asn: PAIR.Asn, ipamId, state: 'pending-provision' });
    expect(await failureOf(associate())).toMatchObject({ status: 400 });
  });

  test.each([
    'pending-association',
    'associated',
    'pending-disassociation',
    'failed-disassociation',
  ])('a pair that is %s cannot be associated again', async (state) => {
    const { fakes, associate } = await start();
    fakes.ipam.setAssociation({ asn: PAIR.Asn, cidr: PAIR.Cidr, state });
    expect(await failureOf(associate())).toMatchObject({ status: 400 });
  });

  test.each(['disassociated', 'failed-association'])('a pair that is %s can', async (state) => {
    const { fakes, associate } = await start();
    fakes.ipam.setAssociation({ asn: PAIR.Asn, cidr: PAIR.Cidr, state });
    expect((await associate()).AsnAssociation?.State).toBe('pending-association');
  });

  test.each(['pending-provision', 'deprovisioned', 'pending-deprovision'])(
    'a CIDR that is %s cannot be associated',
    async (state) => {
      const { fakes, associate } = await start();
      fakes.ipam.setCidrState(PAIR.Cidr, state);
      expect(await failureOf(associate())).toMatchObject({ status: 400 });
    },
  );

  test('a repeated call can be accepted, returns the current state and is not a second change', async () => {
    const { fakes, associate } = await start({ behaviour: { repeat: 'accept' } });
    fakes.ipam.setAssociation({ asn: PAIR.Asn, cidr: PAIR.Cidr, state: 'associated' });
    expect((await associate()).AsnAssociation?.State).toBe('associated');
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('every spelling of an IPv6 CIDR is the same range', async () => {
    const { associate, fakes } = await start();
    const { AsnAssociation } = await associate({ Cidr: '2001:DB8:1000:0::/48' });
    expect(AsnAssociation?.Cidr).toBe('2001:db8:1000::/48');
    fakes.ipam.removeAssociation(PAIR.Asn, '2001:db8:1000::/48');
    expect(fakes.ipam.association(PAIR.Asn, '2001:db8:1000::/48')).toBeUndefined();
  });
});

describe('permissions and signatures', () => {
  test('a dry run of an allowed call is a 412 and changes nothing', async () => {
    const { fakes, associate } = await start();
    const failure = await failureOf(associate({ DryRun: true }));
    expect(failure).toMatchObject({ name: 'DryRunOperation', status: 412 });
    expect(failure.requestId).toBe(fakes.requestLog.requests[0]?.requestId);
    expect(fakes.requestLog.changes).toEqual([]);
    expect(fakes.ipam.association(PAIR.Asn, PAIR.Cidr)).toBeUndefined();
  });

  test('both real calls and dry runs are unauthorized without the permission', async () => {
    const { fakes, associate, list } = await start({ actions: ['ec2:DescribeByoipCidrs'] });
    expect(await failureOf(associate())).toMatchObject({
      name: 'UnauthorizedOperation',
      status: 403,
    });
    fakes.ec2.behave({ encodedMessages: true });
    const { name, message } = await failureOf(associate({ DryRun: true }));
    expect(name).toBe('UnauthorizedOperation');
    expect(message).toContain('Encoded authorization failure message: ');
    expect((await list()).ByoipCidrs).toHaveLength(3);
  });

  test('an action that is allowed in one Region is unauthorized in every other', async () => {
    const regions = ['us-west-2', 'eu-west-1'];
    const listing = { action: 'ec2:DescribeByoipCidrs', regions };
    const { fakes, associate, list } = await start({ actions: [listing] });
    const listIn = (region: string) =>
      ec2Client(fakes, staticKeys(fakes), region).send(
        new DescribeByoipCidrsCommand({ MaxResults: 5 }),
      );
    expect((await list()).ByoipCidrs).toHaveLength(3);
    expect((await listIn('eu-west-1')).ByoipCidrs).toEqual([]);
    const unauthorized = { name: 'UnauthorizedOperation', status: 403 };
    expect(await failureOf(listIn('eu-west-2'))).toMatchObject(unauthorized);
    expect(await failureOf(associate())).toMatchObject(unauthorized);
  });

  test('an unknown key, a wrong secret and a wrong session token fail authentication', async () => {
    const { fakes } = await start();
    const keys = staticKeys(fakes);
    const wrong = [
      { ...keys, accessKeyId: 'AKIAUNKNOWN' },
      { ...keys, secretAccessKey: 'wrong' },
      { ...keys, sessionToken: 'wrong' },
    ];
    for (const credentials of wrong) {
      const call = ec2Client(fakes, credentials).send(new AssociateIpamByoasnCommand(PAIR));
      expect(await failureOf(call)).toMatchObject({ name: 'AuthFailure', status: 401 });
    }
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('a request that was changed after it was signed is rejected', async () => {
    const { fakes, client, associate } = await start();
    client.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: string };
        request.body = request.body.replace('64500', '64501');
        return next(args);
      },
      { step: 'deserialize' },
    );
    expect(await failureOf(associate())).toMatchObject({ name: 'AuthFailure', status: 401 });
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('expired keys are rejected', async () => {
    const { fakes, associate } = await start();
    fakes.credentials.expire(staticKeys(fakes).accessKeyId);
    expect(await failureOf(associate())).toMatchObject({ name: 'RequestExpired', status: 400 });
  });

  test('a request from a clock that is twenty minutes off is rejected', async () => {
    const { fakes, client, associate } = await start();
    client.config.systemClockOffset = -20 * 60_000;
    expect(await failureOf(associate())).toMatchObject({ name: 'RequestExpired', status: 400 });
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('a signature for another service is rejected', async () => {
    const { fakes } = await start();
    const credentials = staticKeys(fakes);
    const { region, ec2 } = fakes;
    const crossServiceClient = new STSClient({
      region,
      endpoint: ec2.url,
      credentials,
      maxAttempts: 1,
    });
    const call = crossServiceClient.send(new GetCallerIdentityCommand({}));
    expect(await failureOf(call)).toMatchObject({ status: 401 });
  });

  test('an unsigned request is rejected', async () => {
    const { fakes } = await start();
    const body = new URLSearchParams({ Action: 'DescribeIpamByoasn', Version: '2016-11-15' });
    const response = await fetch(fakes.ec2.url, { method: 'POST', body });
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/<Response><Errors><Error><Code>AuthFailure</);
  });

  test('an operation that the fake server lacks is an invalid action', async () => {
    const { client } = await start();
    expect(await failureOf(client.send(new DescribeVpcsCommand({})))).toMatchObject({
      name: 'InvalidAction',
      message: 'The action DescribeVpcs is not valid for this web service.',
      status: 400,
    });
  });

  test('every account and Region has its own CIDRs', async () => {
    const { fakes } = await start();
    const elsewhere = ec2Client(fakes, staticKeys(fakes), 'eu-west-1');
    const { ByoipCidrs } = await elsewhere.send(new DescribeByoipCidrsCommand({ MaxResults: 5 }));
    expect(ByoipCidrs).toEqual([]);
    fakes.ec2
      .ipam(fakes.account, 'eu-west-1')
      .setCidr({ cidr: '192.0.2.0/24', state: 'provisioned' });
    await elsewhere.send(new AssociateIpamByoasnCommand({ ...PAIR, Cidr: '192.0.2.0/24' }));
    expect(fakes.requestLog.changes).toMatchObject([{ region: 'eu-west-1', cidr: '192.0.2.0/24' }]);
  });

  test('the request ID is in the header only if the fake server sends one', async () => {
    const { fakes, associate } = await start({ behaviour: { requestIdHeader: false } });
    const { $metadata } = await associate();
    expect($metadata.requestId).toBeUndefined();
    expect(fakes.requestLog.requests[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('rate limits', () => {
  test('DescribeByoipCidrs can be called once every two seconds', async () => {
    let now = Date.now();
    const { fakes, list } = await start({ now: () => now, behaviour: { rateSpeed: 1 } });
    await list();
    now += 1999;
    expect(await failureOf(list())).toMatchObject({ name: 'RequestLimitExceeded', status: 503 });
    now += 1;
    await list();
    expect(fakes.requestLog.requests.map(({ outcome }) => outcome)).toEqual([
      'ok',
      'RequestLimitExceeded',
      'ok',
    ]);
  });

  test('a bucket never holds more than its size', async () => {
    let now = Date.now();
    const { list } = await start({ now: () => now, behaviour: { rateSpeed: 1 } });
    await list();
    now += 60_000;
    await list();
    expect(await failureOf(list())).toMatchObject({ name: 'RequestLimitExceeded' });
  });

  test('each account, Region and action has its own bucket', async () => {
    const { fakes, client, list } = await start({ behaviour: { rateSpeed: 1 } });
    await list();
    await client.send(new DescribeIpamByoasnCommand({}));
    const listing = new DescribeByoipCidrsCommand({ MaxResults: 5 });
    await ec2Client(fakes, staticKeys(fakes), 'eu-west-1').send(listing);
    expect(await failureOf(list())).toMatchObject({ name: 'RequestLimitExceeded' });
  });

  test('fifty associate calls pass immediately, dry runs included, and then five per second', async () => {
    let now = Date.now();
    const { associate } = await start({ now: () => now, behaviour: { rateSpeed: 1 } });
    const dryRun = async () => (await failureOf(associate({ DryRun: true }))).name;
    const burst = new Set();
    for (let call = 0; call < 50; call += 1) burst.add(await dryRun());
    expect([...burst]).toEqual(['DryRunOperation']);
    expect(await dryRun()).toBe('RequestLimitExceeded');
    now += 200;
    expect(await dryRun()).toBe('DryRunOperation');
    expect(await dryRun()).toBe('RequestLimitExceeded');
  });

  test('a speed factor refills faster', async () => {
    let now = Date.now();
    const { list } = await start({ now: () => now, behaviour: { rateSpeed: 100 } });
    await list();
    now += 20;
    await list();
    expect(await failureOf(list())).toMatchObject({ name: 'RequestLimitExceeded' });
  });
});
