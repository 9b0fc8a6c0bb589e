import { describe, expect, test } from 'vitest';
import { findAssociation, findContradiction } from '../../src/plan/observed.ts';
import { associationOf } from '../desired/association.ts';
import { cidrAssociated, observedCidr } from './observed-cidr.ts';

const pair = associationOf();
const absent = { asn: '64500', state: 'absent', statusMessage: '' };

describe('the association of a pair', () => {
  test('is found under its CIDR, among other ASNs and CIDRs', () => {
    const associations = [
      { asn: '64501', state: 'associated', statusMessage: '' },
      { asn: '64500', state: 'failed-association', statusMessage: 'ROA' },
    ];
    const cidrs = [
      cidrAssociated('associated', '', { cidr: '203.0.113.0/24' }),
      observedCidr({ associations }),
    ];
    expect(findAssociation(cidrs, pair)).toEqual(associations[1]);
  });

  test.each([
    ['nothing is listed', []],
    ['the CIDR has no associations', [observedCidr()]],
    [
      'only another ASN is associated',
      [observedCidr({ associations: [{ ...absent, asn: '64501' }] })],
    ],
    ['only another CIDR has it', [cidrAssociated('associated', '', { cidr: '203.0.113.0/24' })]],
    ['only a wider CIDR has it', [cidrAssociated('associated', '', { cidr: '198.51.100.0/23' })]],
  ])('is absent where %s', (_, cidrs) => {
    expect(findAssociation(cidrs, pair)).toEqual(absent);
  });
});

describe('a CIDR that is listed', () => {
  const [one, other] = [observedCidr(), observedCidr({ state: 'pending-deprovision' })];
  const elsewhere = observedCidr({ cidr: '203.0.113.0/24', state: 'pending-deprovision' });

  test.each([
    ['once', [one, elsewhere], []],
    ['twice alike, as when a page shifts', [one, observedCidr()], []],
    ['not at all', [elsewhere], []],
    ['twice and not alike', [one, other], ['provisioned', 'pending-deprovision']],
    [
      'twice with other associations',
      [one, cidrAssociated('associated')],
      ['provisioned', 'provisioned'],
    ],
  ])('%s contradicts itself in what is shown', (_, cidrs, states) => {
    expect(findContradiction(cidrs, pair.cidr)).toEqual(states);
  });
});
