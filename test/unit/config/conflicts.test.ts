import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { overlaps, rangeOf } from '../../../src/domain/ip-range.ts';
import { accept, problemsOf, withAssociations, withRoutes } from './config-text.ts';

interface Written {
  readonly name?: string;
  readonly account?: string;
  readonly region?: string;
  readonly pairs?: readonly string[];
  readonly routes?: readonly string[];
}

/**
 * A file of these targets, one in each line from line 3 on; a pair is written `64500 2001:db8::/48`, one
 * that is to be removed `64500 2001:db8::/48 remove`, and a route `2001:db8::/48 64500`.
 */
function fileOf(...targets: readonly Written[]): string {
  const lines = targets.map(({ name, account, region, pairs, routes }) => {
    const associations = pairs?.map((pair) => {
      const [asn, cidr, remove] = pair.split(' ');
      return { asn, cidr, ...(remove && { remove: true }) };
    });
    const origins = routes?.map((route) => {
      const [cidr, origin] = route.split(' ');
      return { cidr, origin };
    });
    const target = { name, account: account ?? '111122223333', region: region ?? 'us-west-2' };
    return `  - ${JSON.stringify({ ...target, associations, routes: origins })}`;
  });
  return ['version: 1', 'targets:', ...lines, ''].join('\n');
}

/** The problems without their columns. */
function conflictsOf(...targets: readonly Written[]): readonly string[] {
  return problemsOf(fileOf(...targets)).map((problem) =>
    problem.replace(/^[^:]*:(\d+):\d+ /, '$1 '),
  );
}

const east = { account: '444455556666', region: 'us-east-1' };

describe('no conflict', () => {
  test.each([
    ['one CIDR with two ASNs', [{ pairs: ['64500 198.51.100.0/24', '64501 198.51.100.0/24'] }]],
    [
      'neighbours',
      [{ pairs: ['64500 2001:db8::/48', '64500 2001:db8:1::/48', '64500 2001:db8:2::/47'] }],
    ],
    [
      'the same account in two Regions',
      [
        { pairs: ['64500 198.51.100.0/24'] },
        { region: 'us-east-1', pairs: ['64500 203.0.113.0/24'] },
      ],
    ],
    [
      'the same Region in two accounts',
      [
        { pairs: ['64500 198.51.100.0/24'] },
        { account: '444455556666', pairs: ['64500 203.0.113.0/24'] },
      ],
    ],
    ['addresses of two families', [{ pairs: ['64500 0.0.0.0/0', '64500 ::/0'] }]],
    [
      'a CIDR that has associations and a route',
      [
        {
          pairs: ['64500 2001:db8::/48', '64501 2001:db8::/48'],
          routes: ['2001:DB8:0::/48 64502'],
        },
      ],
    ],
    [
      'the last step of a swap: a route from one ASN, with another to remove',
      [
        {
          pairs: ['64500 198.51.100.0/24 remove', '64501 198.51.100.0/24'],
          routes: ['198.51.100.0/24 64501'],
        },
      ],
    ],
    [
      'a route from an ASN that is removed from another CIDR',
      [{ pairs: ['64500 203.0.113.0/24 remove'], routes: ['198.51.100.0/24 64500'] }],
    ],
    ...['AWS', 'none'].map((origin): [string, Written[]] => [
      `the origin ${origin} of a CIDR whose ASNs are all to be removed`,
      [{ pairs: ['64500 198.51.100.0/24 remove'], routes: [`198.51.100.0/24 ${origin}`] }],
    ]),
  ])('is %s', (_title, targets) => {
    expect(conflictsOf(...targets)).toEqual([]);
  });
});

describe('a conflict', () => {
  const one = { pairs: ['64500 198.51.100.0/24'] };
  const other = { ...east, pairs: ['64500 203.0.113.0/24'] };
  test.each([
    [
      'two targets of one account and Region',
      [one, other, { pairs: ['64500 192.0.2.0/24'] }],
      [
        '5 targets[2]: is a second target for 111122223333/us-west-2; move its entries to the first, in line 3',
      ],
    ],
    [
      'one name twice',
      [
        { ...one, name: 'a' },
        { ...other, name: 'a' },
      ],
      ['4 targets[1].name: "a" is also the name of the target in line 3'],
    ],
    [
      'a name that is the default name of an earlier target',
      [one, { ...other, name: '111122223333/us-west-2' }],
      ['4 targets[1].name: "111122223333/us-west-2" is also the name of the target in line 3'],
    ],
    [
      'a default name that is the name of an earlier target',
      [{ ...one, name: '444455556666/us-east-1' }, other],
      ['4 targets[1]: "444455556666/us-east-1" is also the name of the target in line 3'],
    ],
    [
      'an association twice in a target, in any spelling',
      [{ pairs: ['64500 2001:db8::/48', '64500 2001:DB8:0::/48', 'AS64500 2001:db8::/48'] }],
      [
        '3 targets[0].associations[1]: repeats 2001:db8::/48 with AS64500; the first is in line 3',
        '3 targets[0].associations[2]: repeats 2001:db8::/48 with AS64500; the first is in line 3',
      ],
    ],
    [
      'a CIDR in two targets, with any ASN',
      [one, { ...east, pairs: ['64501 198.51.100.0/24'] }],
      [
        '4 targets[1].associations[0].cidr: "198.51.100.0/24" is also in another target, in line 3; a CIDR is in one account and Region',
      ],
    ],
    [
      'a CIDR that contains another of the same target',
      [{ pairs: ['64500 203.0.113.0/24', '64501 203.0.112.0/20'] }],
      ['3 targets[0].associations[1].cidr: "203.0.112.0/20" overlaps 203.0.113.0/24 in line 3'],
    ],
    [
      'a CIDR that a CIDR of another target contains',
      [{ pairs: ['64500 2001:db8::/32'] }, { ...east, pairs: ['64500 2001:db8:ffff::/48'] }],
      ['4 targets[1].associations[0].cidr: "2001:db8:ffff::/48" overlaps 2001:db8::/32 in line 3'],
    ],
    [
      'each of three nested CIDRs, with the nearest',
      [{ pairs: ['64500 198.51.0.0/16', '64500 198.51.100.0/24', '64500 198.51.96.0/20'] }],
      [
        '3 targets[0].associations[2].cidr: "198.51.96.0/20" overlaps 198.51.0.0/16 in line 3',
        '3 targets[0].associations[2].cidr: "198.51.96.0/20" overlaps 198.51.100.0/24 in line 3',
      ],
    ],
    [
      'an association that is both desired and removed',
      [
        {
          pairs: [
            '64500 198.51.100.0/24 remove',
            '64501 198.51.100.0/24',
            '64500 198.51.100.0/24',
            '64501 198.51.100.0/24 remove',
          ],
        },
      ],
      [
        '3 targets[0].associations[2]: repeats 198.51.100.0/24 with AS64500, which line 3 removes',
        '3 targets[0].associations[3]: removes 198.51.100.0/24 with AS64501, which is desired in line 3',
      ],
    ],
    [
      'an association that is removed twice',
      [{ pairs: ['64500 198.51.100.0/24 remove', '64500 198.51.100.0/24 remove'] }],
      [
        '3 targets[0].associations[1]: repeats 198.51.100.0/24 with AS64500; the first is in line 3',
      ],
    ],
    [
      'a CIDR with two routes, in any spelling, even with the same origin',
      [{ routes: ['2001:db8::/48 64500', '2001:DB8::/48 none', '2001:db8:0::/48 64500'] }],
      [
        '3 targets[0].routes[1].cidr: "2001:db8::/48" already has a route, in line 3; a CIDR has one origin',
        '3 targets[0].routes[2].cidr: "2001:db8::/48" already has a route, in line 3; a CIDR has one origin',
      ],
    ],
    [
      'a CIDR with routes in two targets',
      [{ routes: ['198.51.100.0/24 AWS'] }, { ...east, routes: ['198.51.100.0/24 AWS'] }],
      [
        '4 targets[1].routes[0].cidr: "198.51.100.0/24" is also in another target, in line 3; a CIDR is in one account and Region',
      ],
    ],
    [
      'a CIDR with an association in one target and a route in another',
      [one, { ...east, routes: ['198.51.100.0/24 64500'] }],
      [
        '4 targets[1].routes[0].cidr: "198.51.100.0/24" is also in another target, in line 3; a CIDR is in one account and Region',
      ],
    ],
    [
      'a route of a CIDR that the CIDR of an association contains',
      [{ pairs: ['64500 203.0.112.0/20'], routes: ['203.0.113.0/24 64500'] }],
      ['3 targets[0].routes[0].cidr: "203.0.113.0/24" overlaps 203.0.112.0/20 in line 3'],
    ],
    [
      'a route of a CIDR that contains the CIDR of a route of another target',
      [{ routes: ['203.0.113.0/24 none'] }, { ...east, routes: ['203.0.112.0/20 AWS'] }],
      ['4 targets[1].routes[0].cidr: "203.0.112.0/20" overlaps 203.0.113.0/24 in line 3'],
    ],
    [
      'a route from an ASN that is removed',
      [
        {
          pairs: ['64500 2001:db8::/48 remove', '64501 2001:db8::/48'],
          routes: ['2001:DB8::/48 AS64500'],
        },
      ],
      [
        '3 targets[0].routes[0].origin: "64500" is removed from 2001:db8::/48 by line 3; change the origin before you remove the ASN',
      ],
    ],
    [
      'a conflict of valid entries next to invalid ones',
      [
        { ...one, region: 'us-west-2a' },
        { ...east, pairs: ['0 192.0.2.0/24', '64500 198.51.100.0/24'] },
      ],
      [
        '3 targets[0].region: "us-west-2a" is not an AWS Region; it names an Availability Zone. Example: region: us-west-2',
        '4 targets[1].associations[0].asn: "0" is AS0, which can never originate a route (RFC 7607). Example: asn: 64500',
        '4 targets[1].associations[1].cidr: "198.51.100.0/24" is also in another target, in line 3; a CIDR is in one account and Region',
      ],
    ],
  ])('is %s', (_title, targets: readonly Written[], conflicts) => {
    expect(conflictsOf(...targets)).toEqual(conflicts);
  });
});

test('routes may come before associations, and the later entry has the conflict', () => {
  const text = `version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    routes:
      - { cidr: 198.51.100.0/24, origin: 64500 }
      - { cidr: 203.0.113.0/24, origin: none }
    associations:
      - { asn: 64500, cidr: 198.51.100.0/24, remove: true }
      - { asn: 64500, cidr: 203.0.112.0/20 }
`;
  expect(problemsOf(text)).toEqual([
    'byoasn.yml:6:42 targets[0].routes[0].origin: "64500" is removed from 198.51.100.0/24 by line 9; change the origin before you remove the ASN',
    'byoasn.yml:10:29 targets[0].associations[1].cidr: "203.0.112.0/20" overlaps 203.0.113.0/24 in line 7',
  ]);
});

test('a conflict of a route is found next to invalid entries', () => {
  const text = withRoutes(
    '- 64500',
    '- { cidr: 198.51.100.0/24, origin: off }',
    '- { cidr: 198.51.100.0/24, origin: none }',
    '- { cidr: 198.51.100.0/24, origin: AWS, note: 7 }',
  );
  expect(problemsOf(text)).toEqual([
    expect.stringContaining('byoasn.yml:6:9 targets[0].routes[0]: is a number'),
    expect.stringContaining('byoasn.yml:7:42 targets[0].routes[1].origin: "off" is not an origin'),
    'byoasn.yml:9:17 targets[0].routes[3].cidr: "198.51.100.0/24" already has a route, in line 8; a CIDR has one origin',
    expect.stringContaining('byoasn.yml:9:53 targets[0].routes[3].note: is a number'),
  ]);
});

test('a conflict is found next to entries of the wrong type', () => {
  const pair = 'asn: 64500, cidr: 198.51.100.0/24';
  const text = withAssociations('- 64500', `- { ${pair} }`, `- { ${pair}, weight: 1 }`);
  expect(problemsOf(`${text}  - text\n`)).toEqual([
    expect.stringContaining('byoasn.yml:6:9 targets[0].associations[0]: is a number'),
    'byoasn.yml:8:9 targets[0].associations[2]: repeats 198.51.100.0/24 with AS64500; the first is in line 7',
    expect.stringContaining(
      'byoasn.yml:8:46 targets[0].associations[2].weight: is not a known key',
    ),
    expect.stringContaining('byoasn.yml:9:5 targets[1]: is text'),
  ]);
});

test('two CIDRs are a conflict exactly if they share an address', () => {
  const cidr = fc
    .tuple(fc.integer({ min: 40, max: 48 }), fc.integer({ min: 0, max: 255 }))
    .map(([length, number]) => {
      const bits = 48 - length;
      return `2001:db8:${((number >> bits) << bits).toString(16)}::/${length}`;
    });
  fc.assert(
    fc.property(fc.uniqueArray(cidr, { minLength: 1, maxLength: 12 }), (cidrs) => {
      const half = cidrs.length / 2;
      const text = withAssociations(
        ...cidrs.slice(0, half).map((each) => `- { asn: 64500, cidr: "${each}" }`),
      )
        .replace(/ {4}associations:\n$/, '')
        .concat('    routes:\n')
        .concat(...cidrs.slice(half).map((each) => `      - { cidr: "${each}", origin: none }\n`));
      const ranges = cidrs.flatMap((each) => rangeOf(each) ?? []);
      const shared = ranges.some((a, n) => ranges.slice(n + 1).some((b) => overlaps(a, b)));
      expect(parseConfig(text, 'f', accept).problems !== undefined).toBe(shared);
    }),
  );
});
