import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressBits, rangeOf } from '../../../src/domain/ip-range.ts';
import { explainRoute, matchingVrps, type Vrp, validateRoute } from '../../../src/domain/rpki.ts';

/** `64500 198.51.100.0/22-24`: ASN, prefix and, unless it is the prefix's own, maxLength. */
function vrp(text: string): Vrp {
  const [asn = '', cidr = '', maxLength] = text.split(/[ -]/);
  return {
    asn,
    prefix: range(cidr),
    maxLength: Number(maxLength ?? cidr.split('/')[1]),
    expires: undefined,
  };
}

function range(cidr: string) {
  const found = rangeOf(cidr);
  if (!found) throw new Error(cidr);
  return found;
}

const route = (asn: string, cidr: string) => ({ asn, prefix: range(cidr) });

describe('a route', () => {
  test.each([
    ['64500', '198.51.100.0/24', [], 'not-found', /no VRP covers it/],
    ['64500', '198.51.100.0/24', ['64500 198.51.101.0/24'], 'not-found', /no VRP covers it/],
    ['64500', '198.51.100.0/24', ['64500 198.51.100.0/25'], 'not-found', /no VRP covers it/],
    ['64500', '198.51.100.0/24', ['64500 ::/0-128'], 'not-found', /no VRP covers it/],
    ['64500', '198.51.100.0/24', ['64500 198.51.100.0/24'], 'valid', /^$/],
    ['64500', '198.51.100.0/24', ['64500 198.51.0.0/16-24'], 'valid', /^$/],
    ['64500', '198.51.100.0/24', ['64500 0.0.0.0/0-32'], 'valid', /^$/],
    [
      '64500',
      '198.51.100.0/24',
      ['64500 198.51.0.0/16-20', '64500 198.48.0.0/12', '16509 198.51.100.0/24'],
      'invalid',
      /^the VRPs of AS64500 allow prefixes up to \/20 only; create a ROA for 198\.51\.100\.0\/24 with AS64500$/,
    ],
    [
      '64500',
      '198.51.100.0/24',
      ['16509 198.51.100.0/24', '14618 198.51.100.0/24', '0 198.51.0.0/16'],
      'invalid',
      /^only AS16509, AS14618 may originate it; create/,
    ],
    [
      '64500',
      '198.51.100.0/24',
      ['1', '2', '3', '4', '5', '6', '7'].map((asn) => `${asn} 198.51.100.0/24`),
      'invalid',
      /^only AS1, AS2, AS3, AS4, AS5 and 2 more may/,
    ],
    ['64500', '198.51.100.0/24', ['0 198.51.0.0/16-32'], 'invalid', /^only AS0 has VRPs/],
    ['0', '198.51.100.0/24', ['0 198.51.100.0/24'], 'invalid', /AS0/],
    ['64500', '198.51.100.0/24', ['0 198.51.0.0/16', '64500 198.51.0.0/16-24'], 'valid', /^$/],
    ['64500', '2001:db8:1000::/48', ['64500 2001:db8::/32-48'], 'valid', /^$/],
    ['64500', '2001:db8:1000::/48', ['64500 2001:db8::/32'], 'invalid', /up to \/32 only/],
  ] as const)('AS%s %s against %j is %s', (asn, cidr, vrps, state, why) => {
    expect(validateRoute(route(asn, cidr), vrps.map(vrp))).toBe(state);
    expect(explainRoute(route(asn, cidr), vrps.map(vrp))).toMatch(why);
  });

  test('is valid by each VRP that matches it', () => {
    const vrps = ['64500 198.51.0.0/16-24', '64500 198.51.100.0/24', '64501 0.0.0.0/0-24'].map(vrp);
    expect(matchingVrps(route('64500', '198.51.100.0/24'), vrps)).toEqual(vrps.slice(0, 2));
  });
});

/** RFC 6811 with prefixes as strings of bits. */
function validateBits(asn: string, prefix: string, vrps: readonly Vrp[]): string {
  const covering = vrps.filter((each) => prefix.startsWith(bits(each)));
  if (covering.length === 0) return 'not-found';
  const matches = (each: Vrp) => each.asn === asn && asn !== '0' && prefix.length <= each.maxLength;
  return covering.some(matches) ? 'valid' : 'invalid';
}

function bits({ prefix: { family, first, last } }: Pick<Vrp, 'prefix'>): string {
  const width = addressBits[family];
  const text = first.toString(2).padStart(width, '0');
  return text.slice(0, width - (last - first + 1n).toString(2).length + 1);
}

test('any route has the state that its bits say', () => {
  const few = fc.constantFrom('0', '1', '2');
  const someRoute = fc
    .tuple(few, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 26, max: 30 }))
    .map(([asn, host, length]) => route(asn, `192.0.2.${host * 4}/${length}`));
  const someVrp = fc
    .tuple(someRoute, fc.integer({ min: 0, max: 4 }))
    .map(([{ asn, prefix }, more]): Vrp => {
      const maxLength = bits({ prefix }).length + more;
      return { asn, prefix, maxLength, expires: undefined };
    });
  fc.assert(
    fc.property(someRoute, fc.array(someVrp, { maxLength: 4 }), (one, vrps) => {
      expect(validateRoute(one, vrps)).toBe(validateBits(one.asn, bits(one), vrps));
    }),
    { numRuns: 2_000 },
  );
});
