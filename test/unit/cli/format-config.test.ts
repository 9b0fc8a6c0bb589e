import { expect, test } from 'vitest';
import { countConfig } from '../../../src/cli/format-config.ts';

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
