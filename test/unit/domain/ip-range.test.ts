import fc from 'fast-check';
import { Address4, Address6 } from 'ip-address';
import { describe, expect, test } from 'vitest';
import { overlaps, parseAddress, rangeOf, rangeText } from '../../../src/domain/ip-range.ts';
import { ipv6Groups, spellingsOf } from './ipv6-spelling.ts';

const numberOf = (groups: readonly number[]) =>
  groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);

const textOf = (cidr: string) => {
  const range = rangeOf(cidr);
  return range && rangeText(range);
};

describe('IPv6 text', () => {
  test('any spelling of RFC 4291 is read as its number', () => {
    fc.assert(
      fc.property(spellingsOf(ipv6Groups), ({ groups, text }) => {
        expect(parseAddress(text)).toEqual({ family: 6, number: numberOf(groups) });
      }),
      { numRuns: 2000 },
    );
  });

  test('any spelling is written in the canonical text of RFC 5952', () => {
    fc.assert(
      fc.property(spellingsOf(ipv6Groups), ({ groups, text }) => {
        expect(textOf(`${text}/128`)).toBe(
          `${Address6.fromBigInt(numberOf(groups)).correctForm()}/128`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['2001:0DB8::0001/128', '2001:db8::1/128', '4.1 and 4.3: no leading zeros, lower case'],
    ['2001:db8:0:0:0:0:2:1/128', '2001:db8::2:1/128', '4.2.1: shortened as far as possible'],
    ['2001:db8::1:1:1:1:1/128', '2001:db8:0:1:1:1:1:1/128', '4.2.2: never a single group'],
    ['2001:0:0:1:0:0:0:1/128', '2001:0:0:1::1/128', '4.2.3: the longest run'],
    ['2001:db8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128', '4.2.3: the first of two equal runs'],
    ['0:0:0:0:0:0:0:0/0', '::/0', 'the entire space'],
    ['0:0:0:0:0:0:0:1/128', '::1/128', 'zeros in front'],
    ['1:0:0:0:0:0:0:0/128', '1::/128', 'zeros behind'],
  ])('%s is %s (RFC 5952 section %s)', (text, canonical) => {
    expect(textOf(text)).toBe(canonical);
  });
});

describe('a range', () => {
  test('of an IPv4 prefix has the ends that ip-address gives', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, length) => {
        const oracle = new Address4(`${address}/${length}`);
        const first = oracle.startAddress();
        expect(rangeOf(`${address}/${length}`)).toEqual({
          family: 4,
          first: first.bigInt(),
          last: oracle.endAddress().bigInt(),
        });
        expect(textOf(`${address}/${length}`)).toBe(`${first.correctForm()}/${length}`);
      }),
    );
  });

  test('of an IPv6 prefix has the ends that ip-address gives', () => {
    fc.assert(
      fc.property(spellingsOf(ipv6Groups), fc.integer({ min: 0, max: 128 }), ({ text }, length) => {
        const oracle = new Address6(`${text}/${length}`);
        const first = oracle.startAddress();
        expect(rangeOf(`${text}/${length}`)).toEqual({
          family: 6,
          first: first.bigInt(),
          last: oracle.endAddress().bigInt(),
        });
        expect(textOf(`${text}/${length}`)).toBe(`${first.correctForm()}/${length}`);
      }),
    );
  });

  test('survives a round trip through its text', () => {
    const lengths = fc.integer({ min: 0, max: 128 });
    fc.assert(
      fc.property(spellingsOf(ipv6Groups), lengths, ({ text }, length) => {
        const range = rangeOf(`${text}/${length}`);
        expect(range && rangeOf(rangeText(range))).toEqual(range);
      }),
    );
  });

  test.each([
    '',
    '10.0.0.0',
    '10.0.0.0/',
    '/8',
    '10.0.0.0/8/8',
    'x/10.0.0.0/8',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/-1',
    '10.0.0.0/8 ',
    ' 10.0.0.0/8',
    '10.0.0.0/0008',
    '10.0.0/8',
    'fe80::%1/64',
    'no range',
  ])('is not read from %j', (text) => {
    expect(rangeOf(text)).toBeUndefined();
  });

  test('exists up to the longest prefix of a family', () => {
    expect(rangeOf('192.0.2.1/32')).toEqual({
      family: 4,
      first: 3221225985n,
      last: 3221225985n,
    });
    expect(rangeOf('192.0.2.1/33')).toBeUndefined();
    expect(rangeOf('::5/128')).toEqual({ family: 6, first: 5n, last: 5n });
    expect(rangeOf('::5/129')).toBeUndefined();
    expect(rangeOf('300.0.0.0/8')).toBeUndefined();
  });
});

describe('families', () => {
  test.each([
    ['192.0.2.0', 4],
    ['::', 6],
    ['2001:db8::1', 6],
    ['::ffff:192.0.2.1', 6],
    ['fe80::1%eth0', undefined],
    ['192.0.2', undefined],
    ['192.0.2.00', undefined],
    ['0xc0.0.2.0', undefined],
    ['3221225984', undefined],
    ['2001:db8', undefined],
    ['1::2::3', undefined],
    ['2001:db8::\t1', undefined],
    ['\n::1', undefined],
    ['::1\r', undefined],
    ['::1]:80/[', undefined],
    ['::1]#', undefined],
    ['user@[::1', undefined],
    ['[::1]', undefined],
    ['::ffff:192.0.2.01', undefined],
    ['::ffff:0xc0.0.2.1', undefined],
    ['1::2:3:4:5:6:7:8', undefined],
    ['', undefined],
  ])('%j is of family %s', (text, family) => {
    expect(parseAddress(text)?.family).toBe(family);
  });
});

describe('overlap', () => {
  const overlap = (first: string, second: string) => {
    const [a, b] = [rangeOf(first), rangeOf(second)];
    return a && b && overlaps(a, b);
  };

  test.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.0.0.0/8', '10.255.255.255/32', true],
    ['10.0.0.0/8', '10.0.0.0/32', true],
    ['10.0.0.0/8', '11.0.0.0/8', false],
    ['0.0.0.0/0', '203.0.113.0/24', true],
    ['2001:db8::/32', '2001:db8:ffff::/48', true],
    ['2001:db8::/32', '2001:db9::/32', false],
    ['::/0', '0.0.0.0/0', false],
    ['::a00:0/104', '10.0.0.0/8', false],
  ])('of %s and %s, either way round: %s', (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });

  test('is containment by ip-address, either way round', () => {
    const cidr = fc
      .tuple(fc.ipV4(), fc.integer({ min: 0, max: 12 }))
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(cidr, cidr, (first, second) => {
        const [a, b] = [new Address4(first), new Address4(second)];
        expect(overlap(first, second)).toBe(a.isInSubnet(b) || b.isInSubnet(a));
      }),
    );
  });
});
