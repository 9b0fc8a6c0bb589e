import { describe, expect, test } from 'vitest';
import {
  callsAtMost,
  countCalls,
  fleetFile,
  fleets,
  fleetText,
  leastSeconds,
  targetsOf,
} from '../../../bench/fleet.ts';
import { parseConfig } from '../../../src/config/parse.ts';

describe('a fleet of the bench', () => {
  test.each(fleets.map((fleet) => [fleetText(fleet), fleet] as const))(
    'of %s is a valid config file with as many associations',
    (_, fleet) => {
      const { targets = [], problems } = parseConfig(fleetFile(fleet), 'byoasn.yml', {
        specialUse: 'accept',
      });
      expect(problems ?? []).toEqual([]);
      expect(targets).toHaveLength(fleet.targets);
      expect(targets.flatMap(({ associations }) => associations)).toHaveLength(fleet.pairs);
    },
  );

  test('has every CIDR and every account once', () => {
    const targets = targetsOf({ pairs: 1_000, targets: 20 });
    expect(new Set(targets.map(({ account }) => account)).size).toBe(20);
    expect(new Set(targets.flatMap(({ cidrs }) => cidrs)).size).toBe(1_000);
  });

  test.each([
    ['a page, a change, a page, and the ASNs', { pairs: 1, targets: 1 }, 1 + 1 + 1 + 1],
    ['a hundred CIDRs on one page', { pairs: 100, targets: 1 }, 1 + 100 + 1 + 1],
    ['one more page for one more CIDR', { pairs: 101, targets: 1 }, 2 + 101 + 2 + 1],
    ['pages and ASNs of each target', { pairs: 1_000, targets: 20 }, 20 * (1 + 50 + 1 + 1)],
  ])('may make few calls: %s', (_, fleet, calls) => {
    expect(callsAtMost(fleet)).toBe(calls);
  });
});

describe('the least time that the buckets allow', () => {
  test.each([
    ['the second listing waits for a token', { pages: 1, associateCalls: 1 }, 2],
    ['a burst of 50 changes needs no wait', { pages: 1, associateCalls: 50 }, 2],
    [
      '60 writes need two seconds at 5 a second, in which the listing has its token back',
      { pages: 1, associateCalls: 60 },
      2,
    ],
    ['100 writes need ten seconds', { pages: 1, associateCalls: 100 }, 10],
    [
      'two pages are two seconds apart, before and after',
      { pages: 2, associateCalls: 1 },
      2 + 2 + 2,
    ],
    [
      'ten pages, 950 changes after the burst, ten pages',
      { pages: 10, associateCalls: 1_000 },
      18 + 190 + 18,
    ],
    [
      'the read bucket holds one token, however long the changes take',
      { pages: 3, associateCalls: 250 },
      4 + 40 + 4,
    ],
  ])('%s', (_, work, seconds) => {
    expect(leastSeconds(work)).toBe(seconds);
  });
});

function request(operation: string, outcome = 'ok') {
  return { service: 'ec2', operation, params: {}, at: 0, outcome } as const;
}

test('the counts are those of EC2 requests by operation, throttled ones included, without STS', () => {
  const counts = countCalls([
    { ...request('GetCallerIdentity'), service: 'sts' },
    request('DescribeByoipCidrs'),
    request('DescribeIpamByoasn'),
    request('AssociateIpamByoasn', 'RequestLimitExceeded'),
    request('AssociateIpamByoasn', 'IncorrectState'),
    request('AssociateIpamByoasn'),
    request('DescribeByoipCidrs', 'RequestLimitExceeded'),
  ]);
  expect(counts).toEqual({
    describeByoipCidrs: 2,
    associateIpamByoasn: 3,
    describeIpamByoasn: 1,
    total: 6,
    throttles: 2,
  });
});
