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
  const one = observedCidr();
  const other = observedCidr({ state: 'pending-deprovision' });
  const elsewhere = observedCidr({ cidr: '203.0.113.0/24', state: 'pending-deprovision' });
  const foreign = observedCidr({
    associations: [{ ...absent, asn: '64501', state: 'associated' }],
  });

  test.each([
    ['once', [one, elsewhere]],
    ['twice alike, as when a page shifts', [one, observedCidr()]],
    ['twice, of which one has another association', [one, foreign]],
    ['not at all', [elsewhere]],
  ])('%s does not contradict itself', (_, cidrs) => {
    expect(findContradiction(cidrs, pair)).toEqual([]);
  });

  test('twice in other states is told by both', () => {
    expect(findContradiction([one, other], pair)).toEqual([
      'provisioned (unicast) with the association absent',
      'pending-deprovision (unicast) with the association absent',
    ]);
  });

  test('twice with the pair in other states leaves that unknown', () => {
    const cidrs = [cidrAssociated('associated'), cidrAssociated('pending-disassociation')];
    expect(findContradiction(cidrs, pair)).toHaveLength(2);
    expect(findAssociation(cidrs, pair)).toMatchObject({
      state: 'unknown',
      statusMessage: 'AWS lists it more than once: associated, pending-disassociation',
    });
  });
});
