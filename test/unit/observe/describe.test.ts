import type { Byoasn, ByoipCidr } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/aws/call.ts';
import type { Ec2 } from '../../../src/aws/ec2.ts';
import type { CallError } from '../../../src/aws/errors/call-error.ts';
import { rates } from '../../../src/aws/rates.ts';
import { createRateLimiter } from '../../../src/lib/rate-limiter.ts';
import { describeCidrs, tryDescribeAsns } from '../../../src/observe/describe.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { lastPage, memoryEc2 } from '../../fakes/memory-ec2.ts';
import { virtualContext } from '../../fakes/retry-context.ts';

const { throttled, denied, ambiguous } = callErrors;

/** Pages by their token, the first under the empty one. */
function paged<Item>(pages: Readonly<Record<string, Page<Item> | CallError>>) {
  return async (token = '') => {
    const page = pages[token];
    if (page === undefined) throw new Error(`no page ${token}`);
    if (page instanceof Error) throw page;
    return page;
  };
}

function read(calls: Partial<Ec2>, seconds = 900) {
  const { signal: cancelled } = new AbortController();
  const context = { ...virtualContext(seconds), cancelled };
  const limiter = createRateLimiter(rates.describeByoipCidrs, context);
  const ec2 = {
    ...memoryEc2({}),
    describeByoipCidrs: async () => lastPage<ByoipCidr>([]),
    ...calls,
  };
  const observed = Promise.all([
    describeCidrs(ec2, limiter, context),
    tryDescribeAsns(ec2, context),
  ]).then(([cidrs, asns]) => ({ cidrs, asns }));
  return { context, observed };
}

const texts = (...numbers: number[]) => numbers.map((number) => `203.0.${number}.0/24`);
const cidrPage = (nextToken: string | undefined, ...numbers: number[]): Page<ByoipCidr> => ({
  items: texts(...numbers).map((Cidr) => ({ Cidr })),
  nextToken,
});

describe('the CIDRs', () => {
  test('of all pages are read, also after an empty page with a token', async () => {
    const describeByoipCidrs = paged({
      '': cidrPage('a', 1, 2),
      a: cidrPage('b'),
      b: cidrPage('c', 3),
      c: cidrPage(undefined, 4),
    });
    const { cidrs } = await read({ describeByoipCidrs }).observed;
    expect(cidrs.map(({ cidr }) => cidr)).toEqual(texts(1, 2, 3, 4));
  });

  test('are read at the rate that EC2 allows', async () => {
    const { context, observed } = read({
      describeByoipCidrs: paged({
        '': cidrPage('a', 1),
        a: cidrPage('b', 2),
        b: cidrPage(undefined, 3),
      }),
    });
    await observed;
    expect(context.clock.now()).toBe(4_020);
  });

  test('are not read in circles if a token repeats', async () => {
    const describeByoipCidrs = paged({
      '': cidrPage('a', 1),
      a: cidrPage('b', 2),
      b: cidrPage('a', 3),
    });
    await expect(read({ describeByoipCidrs }).observed).rejects.toMatchObject({
      result: { code: 'Unreadable', message: 'the listing repeats its NextToken' },
    });
  });

  test('are read again if a page was throttled or lost', async () => {
    const errors = [throttled, ambiguous];
    const describeByoipCidrs = async () => {
      const error = errors.shift();
      if (error) throw error;
      return cidrPage(undefined, 1);
    };
    const { cidrs } = await read({ describeByoipCidrs }).observed;
    expect(cidrs).toHaveLength(1);
  });

  test('must be readable', async () => {
    const { observed } = read({ describeByoipCidrs: paged<ByoipCidr>({ '': denied }) });
    await expect(observed).rejects.toBe(denied);
  });

  test('have every fact from AWS, with the CIDR in canonical text', async () => {
    const item: ByoipCidr = {
      Cidr: '2001:0DB8:1:0:0:0:0:0/48',
      State: 'advertised',
      StatusMessage: 'ipam-pool-1',
      AdvertisementType: 'anycast',
      NetworkBorderGroup: 'us-west-2-lax-1',
      AsnAssociations: [
        {
          Asn: '64500',
          Cidr: '2001:0DB8:1::/48',
          State: 'failed-association',
          StatusMessage: 'ROA',
        },
        { Asn: '64501', State: 'associated' },
      ],
    };
    const describeByoipCidrs = paged({ '': lastPage([item]) });
    const { cidrs } = await read({ describeByoipCidrs }).observed;
    expect(cidrs).toEqual([
      {
        cidr: '2001:db8:1::/48',
        state: 'advertised',
        statusMessage: 'ipam-pool-1',
        advertisementType: 'anycast',
        networkBorderGroup: 'us-west-2-lax-1',
        associations: [
          { asn: '64500', state: 'failed-association', statusMessage: 'ROA' },
          { asn: '64501', state: 'associated', statusMessage: '' },
        ],
      },
    ]);
  });

  test.each([
    [{ Asn: 'AS64500' }, '64500'],
    [{ Asn: '064500 ', Cidr: '2001:DB8:1::/48' }, '64500'],
    [{ Asn: '1.0', Cidr: '' }, '65536'],
    [{ Asn: '64500x' }, '64500x'],
    [{ Asn: '64500', Cidr: '2001:db8:2::/48' }, '64500 of 2001:db8:2::/48'],
    [{ Asn: 'AS64500', Cidr: 'pool' }, '64500 of pool'],
  ])('have their ASNs in canonical text, or as AWS spells them: %j', async (item, asn) => {
    const listed = { Cidr: '2001:db8:1::/48', AsnAssociations: [item] };
    const { cidrs } = await read({ describeByoipCidrs: paged({ '': lastPage([listed]) }) })
      .observed;
    expect(cidrs[0]?.associations.map((association) => association.asn)).toEqual([asn]);
  });

  test('without facts from AWS are read as unknown', async () => {
    const describeByoipCidrs = paged<ByoipCidr>({ '': lastPage([{ AsnAssociations: [{}] }, {}]) });
    const { cidrs } = await read({ describeByoipCidrs }).observed;
    const texts = { statusMessage: '', advertisementType: '', networkBorderGroup: '' };
    const nothing = { cidr: '', state: 'unknown', ...texts };
    expect(cidrs).toEqual([
      { ...nothing, associations: [{ asn: '', state: 'unknown', statusMessage: '' }] },
      { ...nothing, associations: [] },
    ]);
  });

  test('are read without the ASNs for a poll', async () => {
    const context = virtualContext();
    const ec2 = memoryEc2({ reads: ['pending-association'] });
    const [cidr] = await describeCidrs(
      ec2,
      createRateLimiter(rates.describeByoipCidrs, context),
      context,
    );
    expect(cidr?.associations).toEqual([
      { asn: '64500', state: 'pending-association', statusMessage: '' },
    ]);
  });
});

describe('the ASNs', () => {
  test('of all pages are read', async () => {
    const describeIpamByoasn = paged<Byoasn>({
      '': { items: [{ Asn: '64500', State: 'provisioned' }], nextToken: 'a' },
      a: { items: [], nextToken: 'b' },
      b: lastPage([{ Asn: 'AS64501', State: 'failed-provision', StatusMessage: 'expired' }, {}]),
    });
    const { asns } = await read({ describeIpamByoasn }).observed;
    expect(asns).toEqual([
      { asn: '64500', state: 'provisioned', statusMessage: '' },
      { asn: '64501', state: 'failed-provision', statusMessage: 'expired' },
      { asn: '', state: 'unknown', statusMessage: '' },
    ]);
  });

  test('that the role may not read give a note, not a failure', async () => {
    const { asns, cidrs } = await read({
      describeByoipCidrs: paged({ '': cidrPage(undefined, 1) }),
      describeIpamByoasn: paged<Byoasn>({ '': denied }),
    }).observed;
    expect(cidrs).toHaveLength(1);
    expect(asns).toEqual({
      unread:
        'UnauthorizedOperation (HTTP 403): You are not authorized. (request id req-UnauthorizedOperation)',
    });
  });

  test.each([throttled, ambiguous, callErrors.rejected, callErrors.unsent])(
    'that cannot be read within ten seconds give a note: $message',
    async (error) => {
      const { context, observed } = read({ describeIpamByoasn: paged<Byoasn>({ '': error }) });
      const { asns } = await observed;
      expect(asns).toEqual({ unread: expect.stringContaining(error.result.code) });
      expect(context.clock.now()).toBeLessThan(10_000);
    },
  );

  test('with a listing that goes in circles give a note', async () => {
    const circle: Page<Byoasn> = { items: [], nextToken: 'a' };
    const { asns } = await read({ describeIpamByoasn: paged({ '': circle, a: circle }) }).observed;
    expect(asns).toEqual({ unread: expect.stringContaining('repeats its NextToken') });
  });

  test('do not hide a defect', async () => {
    const describeIpamByoasn = async () => {
      throw new TypeError('x is not a function');
    };
    await expect(read({ describeIpamByoasn }).observed).rejects.toThrow(TypeError);
  });
});
