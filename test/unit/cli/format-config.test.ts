import { describe, expect, test } from 'vitest';
import { countConfig, formatConfig, type ObservedRegion } from '../../../src/cli/format-config.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import { problemText } from '../../../src/lib/source-location.ts';
import type { ObservedCidr } from '../../../src/observe/observed.ts';

const accept = { specialUse: 'accept' } as const;

/** A Region with a CIDR for each list of the states of its associations. */
const regionOf = (...cidrs: readonly (readonly string[])[]) => ({
  accountId: '111122223333',
  region: 'us-west-2',
  cidrs: cidrs.map((states, index) => ({
    cidr: `2001:db8:${index}::/48`,
    state: 'provisioned',
    statusMessage: '',
    advertisementType: 'unicast',
    networkBorderGroup: 'us-west-2',
    associations: states.map((state, at) => ({
      asn: String(64_500 + at),
      state,
      statusMessage: '',
    })),
  })),
});

test.each([
  ['1 association', [regionOf(['associated'])]],
  ['2 associations', [regionOf(['associated', 'pending-association'])]],
  ['2 associations, 1 CIDR without one', [regionOf(['advertised'], ['associated'], [])]],
  ['1 association, 2 CIDRs without one', [regionOf(['associated'], ['disassociated'], [])]],
  ['0 associations, 1 CIDR without one', [regionOf(['failed-association'])]],
  [
    '2 associations, 2 CIDRs without one',
    [regionOf(['associated'], []), regionOf([], ['associated'])],
  ],
  ['0 associations', [regionOf()]],
])('a file has %s', (text, regions) => {
  expect(countConfig(regions)).toBe(text);
});

describe('the routes of an exported file', () => {
  const advertised = (
    cidr: string,
    associations: Readonly<Record<string, string>>,
    facts: Partial<ObservedCidr> = {},
  ): ObservedCidr => ({
    cidr,
    state: 'advertised',
    statusMessage: '',
    advertisementType: 'unicast',
    networkBorderGroup: 'us-west-2',
    associations: Object.entries(associations).map(([asn, state]) => ({
      asn,
      state,
      statusMessage: '',
    })),
    ...facts,
  });
  const region = (cidrs: readonly ObservedCidr[], name = 'us-west-2'): ObservedRegion => ({
    accountId: '111122223333',
    region: name,
    cidrs,
  });
  const own = advertised('198.51.100.0/24', { 64500: 'advertised', 64501: 'associated' });
  const other = advertised('2001:db8:1000::/48', { 64500: 'advertised' });
  const hidden = advertised('203.0.113.0/24', { 64500: 'associated' });
  const withoutAsn = advertised('192.0.2.0/24', {});

  /** Uncomments the routes, as a person does to let the action change them. */
  const uncomment = (text: string) => text.replaceAll(/^( +)# /gm, '$1');
  const read = (text: string) => parseConfig(text, 'byoasn.yml', accept);
  const routesIn = (text: string) =>
    read(text).targets?.map(({ region, associations, routes }) => [
      region,
      associations.length,
      routes?.map(({ cidr, origin }) => `${cidr} ${origin}`),
    ]);

  test('are comments with the ASN that AWS lists as advertised, which parse once uncommented', () => {
    const text = formatConfig([
      region([own, other]),
      region([{ ...hidden, state: 'provisioned' }], 'us-east-1'),
    ]);
    expect(
      text,
    ).toBe(`# The associations that exist or are pending in AWS. Removing one from this file does
# not remove it from AWS.
# Routes are comments. The action for routes changes only those that you uncomment.

version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    associations:
      - { asn: 64500, cidr: 198.51.100.0/24 }
      - { asn: 64501, cidr: 198.51.100.0/24 }
      - { asn: 64500, cidr: "2001:db8:1000::/48" }
    # routes:
    #   - { cidr: 198.51.100.0/24, origin: 64500 }
    #   - { cidr: "2001:db8:1000::/48", origin: 64500 }
  - account: "111122223333"
    region: us-east-1
    associations:
      - { asn: 64500, cidr: 203.0.113.0/24 }
`);
    expect(routesIn(text)).toEqual([
      ['us-west-2', 3, undefined],
      ['us-east-1', 1, undefined],
    ]);
    expect(routesIn(uncomment(text))).toEqual([
      ['us-west-2', 3, ['198.51.100.0/24 64500', '2001:db8:1000::/48 64500']],
      ['us-east-1', 1, undefined],
    ]);
  });

  test('have no origin if AWS does not list it: a person must add it', () => {
    const text = formatConfig([region([own, hidden])]);
    const line =
      '    #   - { cidr: 203.0.113.0/24, origin: } # your ASN or AWS; AWS does not list which\n';
    expect(text).toContain(line);
    expect(read(text).problems).toBeUndefined();
    const written = uncomment(text);
    expect(read(written).problems?.map(problemText)).toEqual([
      'byoasn.yml:15:41 targets[0].routes[1].origin: is empty, and must be an ASN, AWS, or none to withdraw the CIDR. Example: origin: 64500',
    ]);
    expect(routesIn(written.replace('origin: }', 'origin: AWS }'))).toEqual([
      ['us-west-2', 3, ['198.51.100.0/24 64500', '203.0.113.0/24 AWS']],
    ]);
  });

  test('of a target without associations make the entire target a comment', () => {
    const text = formatConfig([region([withoutAsn]), region([own], 'us-east-1')]);
    expect(text).toContain(`
    #   - { cidr: 198.51.100.0/24, origin: 64500 }
  # - account: "111122223333"
  #   region: us-west-2
  #   routes:
  #     - { cidr: 192.0.2.0/24, origin: } # your ASN or AWS; AWS does not list which

# Not listed:
# us-west-2 192.0.2.0/24: no association
`);
    expect(routesIn(text)).toEqual([['us-east-1', 2, undefined]]);
    expect(routesIn(uncomment(text).replace('origin: }', 'origin: AWS }'))).toEqual([
      ['us-east-1', 2, ['198.51.100.0/24 64500']],
      ['us-west-2', 0, ['192.0.2.0/24 AWS']],
    ]);
  });

  test('may be the only content of a file', () => {
    const text = formatConfig([region([withoutAsn])]);
    expect(read(text).problems?.map(problemText)).toEqual([
      expect.stringContaining('targets: is empty, and must be a list of targets'),
    ]);
    expect(routesIn(uncomment(text).replace('origin: }', 'origin: AWS }'))).toEqual([
      ['us-west-2', 0, ['192.0.2.0/24 AWS']],
    ]);
  });

  test.each([
    ['that is not advertised', { state: 'provisioned' }],
    ['that is being advertised', { state: 'pending-advertising' }],
    ['that is being withdrawn', { state: 'pending-withdrawal' }],
    ['that is anycast', { advertisementType: 'anycast' }],
    ['that is not a CIDR', { cidr: '203.0.113.0' }],
    ['with a line end', { cidr: '203.0.113.0/24\n    routes: []' }],
  ])('exclude a CIDR %s', (_title, facts) => {
    const text = formatConfig([region([{ ...hidden, ...facts }])]);
    expect(text).not.toContain('origin');
    expect(text).not.toContain('Routes');
  });

  test('exclude a CIDR that AWS lists both as advertised and not, and an origin of two ASNs', () => {
    const twice = formatConfig([region([hidden, { ...hidden, state: 'provisioned' }])]);
    expect(twice).not.toContain('origin');
    const two = advertised('198.51.100.0/24', { 64500: 'advertised', 64501: 'advertised' });
    expect(formatConfig([region([two])])).toContain('198.51.100.0/24, origin: } #');
  });
});
