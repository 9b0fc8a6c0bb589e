import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findAssociation,
  findContradiction,
  listAssociations,
  listCidrs,
} from '../../../src/observe/observed.ts';
import { associationOf } from '../domain/association.ts';
import { cidrAssociated, observedCidr } from '../plan/observed-cidr.ts';

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
  ])('is absent if %s', (_, cidrs) => {
    expect(findAssociation(cidrs, pair)).toEqual(absent);
  });
});

/** An entry with items of an ASN and its state, with a message or not. */
function entryOf(...items: readonly (readonly [asn: string, state: string, message?: string])[]) {
  return observedCidr({
    associations: items.map(([asn, state, statusMessage = '']) => ({ asn, state, statusMessage })),
  });
}

const [P, A, D, F] = [
  'pending-association',
  'associated',
  'disassociated',
  'failed-association',
] as const;

/** Both orders of the states of a pair that one entry lists twice. */
function bothOrders(a: string, b: string) {
  const entries = [
    entryOf(['64500', a], ['64501', 'moving'], ['64500', b]),
    entryOf(['64500', b], ['64501', 'moving'], ['64500', a]),
  ];
  return entries.map((entry) => findAssociation([entry], pair));
}

describe('a pair that one entry lists twice', () => {
  test.each([
    [A, D],
    [A, F],
    [P, D],
    [P, F],
    ['advertised', D],
    ['advertised', F],
    ['pending-disassociation', D],
    ['failed-disassociation', F],
    ['from-the-future', D],
    ['unknown', F],
  ])('is %s if the other has ended as %s', (live, ended) => {
    for (const found of bothOrders(live, ended)) expect(found.state).toBe(live);
  });

  test('has the state of the failed attempt if the other was disassociated', () => {
    for (const { state } of bothOrders(F, D)) expect(state).toBe(F);
  });

  test.each([
    [A, 'pending-disassociation'],
    [A, 'failed-disassociation'],
    [A, P],
    [A, 'advertised'],
    [P, 'pending-disassociation'],
    [A, 'from-the-future'],
    [A, 'unknown'],
  ])('is unknown if it is %s and %s, and both are reported', (a, b) => {
    const [first, second] = bothOrders(a, b);
    expect(first).toEqual({
      asn: '64500',
      state: 'unknown',
      statusMessage: `AWS lists it more than once: ${a}, ${b}`,
    });
    expect(second?.statusMessage).toBe(`AWS lists it more than once: ${b}, ${a}`);
  });

  test.each([A, P, D, F, 'from-the-future'])('alike is %s', (state) => {
    for (const found of bothOrders(state, state)) expect(found.state).toBe(state);
  });

  test('in the same state has the first message', () => {
    const entry = entryOf(['64500', F], ['64500', F, 'no ROA'], ['64500', F, 'expired']);
    expect(findAssociation([entry], pair)).toMatchObject({ state: F, statusMessage: 'no ROA' });
  });

  test('has the message of the live one if the other has ended', () => {
    const entry = entryOf(['64500', F, 'no ROA'], ['64500', A]);
    expect(findAssociation([entry], pair)).toMatchObject({ state: A, statusMessage: '' });
  });

  test('names at most ten of its states', () => {
    const states = Array.from({ length: 12 }, (_, index) => `state-${index}`);
    const entry = entryOf(...states.map((state) => ['64500', state] as const));
    const { statusMessage } = findAssociation([entry], pair);
    expect(statusMessage).toMatch(/state-9$/);
  });

  test('is the same in every order of a listing', () => {
    const items = [D, F, A, D, A].map((state) => ['64500', state] as const);
    const orders = fc.shuffledSubarray(items, { minLength: items.length });
    fc.assert(
      fc.property(orders, (order) => {
        expect(findAssociation([entryOf(...order)], pair).state).toBe(A);
      }),
    );
  });
});

describe('a listed item that cannot be read', () => {
  const odd = ['', 'AS', '64500x', '64500 of 203.0.113.0/24', '4294967296'];

  test.each(odd)('as an ASN may be any ASN of its CIDR: %j', (asn) => {
    for (const entry of [entryOf([asn, A]), entryOf([asn, D], ['64501', A])]) {
      expect(findAssociation([entry], pair)).toEqual({
        asn: '64500',
        state: 'unknown',
        statusMessage: `AWS lists the ASN ${JSON.stringify(asn)} with 198.51.100.0/24, which cannot be read and may be AS64500`,
      });
    }
  });

  test.each([A, P, 'advertised', 'pending-disassociation', 'from-the-future'])(
    'as an ASN is not an ASN that is listed clearly as %s',
    (state) => {
      const entry = entryOf(['64500x', A], ['64500', state]);
      expect(findAssociation([entry], pair).state).toBe(state);
    },
  );

  test.each([D, F])('as an ASN may be a later association of one that is %s', (state) => {
    const entry = entryOf(['64500', state], ['64500x', A]);
    expect(findAssociation([entry], pair).state).toBe('unknown');
  });

  test('as an ASN of another CIDR is not one of this CIDR', () => {
    const other = { ...entryOf(['64500x', A]), cidr: '203.0.113.0/24' };
    expect(findAssociation([other, observedCidr()], pair)).toEqual(absent);
  });

  test.each(['', '198.51.100.0', '198.051.100.0/24', 'pool'])(
    'as a CIDR may be any unlisted CIDR: %j',
    (cidr) => {
      const listing = [observedCidr({ cidr: '203.0.113.0/24' }), observedCidr({ cidr })];
      expect(findAssociation(listing, pair)).toEqual({
        asn: '64500',
        state: 'unknown',
        statusMessage: `AWS lists the CIDR ${JSON.stringify(cidr)}, which cannot be read and may be 198.51.100.0/24`,
      });
    },
  );

  test('as a CIDR is not a CIDR that is listed clearly', () => {
    const listing = [observedCidr({ cidr: '198.51.100.0' }), cidrAssociated(A)];
    expect(findAssociation(listing, pair).state).toBe(A);
    expect(findAssociation([observedCidr({ cidr: 'pool' }), observedCidr()], pair)).toEqual(absent);
  });
});

describe('the list of associations', () => {
  const listing = [
    entryOf(['64500', D], ['64501', P], ['64500', A], ['64502x', D]),
    observedCidr({ cidr: '203.0.113.0/24' }),
    entryOf(['64500', A], ['64501', 'associated'], ['64502x', D]),
    observedCidr({ cidr: 'pool' }),
  ];

  test('of a CIDR has each of its ASNs once', () => {
    const listed = listAssociations(listing, '198.51.100.0/24');
    expect(listed.map(({ asn, state }) => [asn, state])).toEqual([
      ['64500', A],
      ['64501', 'unknown'],
      ['64502x', D],
    ]);
  });

  test('of a CIDR without associations, or without an entry, is empty', () => {
    expect(listAssociations(listing, '203.0.113.0/24')).toEqual([]);
    expect(listAssociations(listing, '192.0.2.0/24')).toEqual([]);
  });

  test('has each CIDR once, also what is not a CIDR', () => {
    expect(listCidrs(listing)).toEqual(['198.51.100.0/24', '203.0.113.0/24', 'pool']);
  });
});

describe('a listed CIDR', () => {
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

  test('twice in different states reports both', () => {
    expect(findContradiction([one, other], pair)).toEqual([
      'provisioned (unicast) with the association absent',
      'pending-deprovision (unicast) with the association absent',
    ]);
  });

  test('twice with the pair in different states leaves its state unknown', () => {
    const cidrs = [cidrAssociated('associated'), cidrAssociated('pending-disassociation')];
    expect(findContradiction(cidrs, pair)).toHaveLength(2);
    expect(findAssociation(cidrs, pair)).toMatchObject({
      state: 'unknown',
      statusMessage: 'AWS lists it more than once: associated, pending-disassociation',
    });
  });

  test.each([
    [A, D],
    [A, 'absent'],
    [D, 'absent'],
    [P, A],
  ])(
    'twice with the pair as %s and %s was read at two times, so the state is unknown',
    (...states) => {
      const cidrs = states.map((state) => cidrAssociated(state));
      expect(findAssociation(cidrs, pair)).toMatchObject({ state: 'unknown' });
      expect(findAssociation(cidrs.toReversed(), pair)).toMatchObject({ state: 'unknown' });
    },
  );

  test('twice with the same items in another order does not contradict itself', () => {
    const cidrs = [entryOf(['64500', A], ['64500', D]), entryOf(['64500', D], ['64500', A])];
    expect(findAssociation(cidrs, pair)).toMatchObject({ state: A });
    expect(findContradiction(cidrs, pair)).toEqual([]);
  });
});
