import type { ObservedAssociation, ObservedCidr } from '../../../src/observe/observed.ts';

/** A provisioned unicast CIDR without associations, but for what is given. */
export function observedCidr(facts: Partial<ObservedCidr> = {}): ObservedCidr {
  return {
    cidr: '198.51.100.0/24',
    state: 'provisioned',
    statusMessage: '',
    advertisementType: 'unicast',
    networkBorderGroup: 'us-west-2',
    associations: [],
    ...facts,
  };
}

/** The same with an association with AS64500 in a state; none when it is absent. */
export function cidrAssociated(
  state: string,
  statusMessage = '',
  facts: Partial<ObservedCidr> = {},
): ObservedCidr {
  const association: ObservedAssociation = { asn: '64500', state, statusMessage };
  return observedCidr({ associations: state === 'absent' ? [] : [association], ...facts });
}
