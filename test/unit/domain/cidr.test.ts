import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalCidr, parseCidr } from '../../../src/domain/cidr.ts';
import { ipv6Groups, spellingsOf } from './ipv6-spelling.ts';
import { hasPython, readNetworks } from './python.ts';

const refuse = { specialUse: 'refuse' } as const;
const accept = { specialUse: 'accept' } as const;

describe('a CIDR', () => {
  test.each([
    ['198.51.100.0/24', '198.51.100.0/24'],
    ['8.0.0.0/8', '8.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8:1000:0:0:0:0:0/48', '2001:db8:1000::/48'],
    ['2001:0db8:0000::0.0.0.0/32', '2001:db8::/32'],
    ['::/0', '::/0'],
  ])('%s is read as %s', (text, canonical) => {
    expect(parseCidr(text, accept)).toEqual({ value: canonical });
  });

  test.each(['8.8.8.0/24', '2600:1f00::/24'])('of public use is always accepted: %s', (text) => {
    expect(parseCidr(text, refuse)).toEqual({ value: text });
  });

  test.each([
    ['', 'is missing'],
    ['198.51.100.0', 'has no prefix length'],
    ['198.51.100.0/', 'has no prefix length'],
    ['/24', 'has no valid IP address'],
    ['198.51.100.0/24/24', 'has more than one "/"'],
    ['198.51.100.0/24/', 'has more than one "/"'],
    ['198.51.100.0//24', 'has more than one "/"'],
    ['fe80::1%eth0/64', 'has a zone'],
    ['198.51.100.0/024', 'has a prefix length that is not a plain number'],
    ['198.51.100.0/+24', 'has a prefix length that is not a plain number'],
    ['198.51.100.0/-24', 'has a prefix length that is not a plain number'],
    ['198.51.100.0/ 24', 'has a prefix length that is not a plain number'],
    ['198.51.100.0/24x', 'has a prefix length that is not a plain number'],
    ['198.51.100.0/255.255.255.0', 'has a prefix length that is not a plain number'],
    ['198.51.100.0/33', 'has a prefix length above /32'],
    ['198.51.100.0/99999999999999999999', 'has a prefix length above /32'],
    ['2001:db8::/129', 'has a prefix length above /128'],
    ['198.51.100/24', 'has no valid IP address (all four octets must be written)'],
    ['10/8', 'has no valid IP address (all four octets must be written)'],
    ['198.051.100.0/24', 'has no valid IP address (an octet with a leading zero is ambiguous)'],
    ['0300.0.0.0/8', 'has no valid IP address (an octet with a leading zero is ambiguous)'],
    ['0xc6.0x33.0x64.0x0/24', 'has no valid IP address (hexadecimal octets are refused)'],
    ['0XC6.51.100.0/24', 'has no valid IP address (hexadecimal octets are refused)'],
    ['198.51.100.256/24', 'has no valid IP address'],
    ['198.51.100.0.0/24', 'has no valid IP address'],
    ['198.51.100.0 /24', 'has no valid IP address'],
    [' 198.51.100.0/24', 'has no valid IP address'],
    ['x198.51/24', 'has no valid IP address'],
    ['198.51.x/24', 'has no valid IP address'],
    ['198.51.100.0x/24', 'has no valid IP address (hexadecimal octets are refused)'],
    ['[2001:db8::]/32', 'has no valid IP address'],
    ['2001:db8::1::/48', 'has no valid IP address'],
    ['2001:db8:00000::/48', 'has no valid IP address'],
    ['example.org/24', 'has no valid IP address'],
  ])('is not %j, which %s', (text, problem) => {
    expect(parseCidr(text, accept).problem).toBe(problem);
  });

  test.each([
    ['', '198.51.100.0/24'],
    ['198.51.100/24', '198.51.100.0/24'],
    ['198.51.100.0/33', '198.51.100.0/24'],
    ['8.8.8.0/25', '198.51.100.0/24'],
    ['2001:db8/32', '2001:db8:1000::/48'],
    ['2001:db8::/129', '2001:db8:1000::/48'],
    ['2600:1f00::/49', '2001:db8:1000::/48'],
  ])('gets an example of the family of %j: %s', (text, example) => {
    expect(parseCidr(text, refuse)).toMatchObject({ example });
  });

  test('gets an example that is accepted', () => {
    for (const text of ['8.8.8.8', '2001:db8::']) {
      const parsed = parseCidr(text, accept);
      const example = parsed.problem === undefined ? '' : parsed.example;
      expect(parseCidr(example, accept)).toEqual({ value: example });
    }
  });
});

describe('host bits', () => {
  test.each([
    ['198.51.100.1/24', '198.51.100.0/24'],
    ['198.51.101.0/23', '198.51.100.0/23'],
    ['128.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8::1/32', '2001:db8::/32'],
    ['2001:db8:1:8000::/48', '2001:db8:1::/48'],
  ])('of %s are refused, and %s is named as the likely meaning', (text, suggested) => {
    expect(parseCidr(text, accept)).toEqual({
      problem: `has host bits set; ${suggested} was probably meant`,
      example: suggested,
    });
  });
});

describe('the longest prefixes that AWS advertises', () => {
  test.each(['198.51.100.0/24', '2001:db8:1::/48'])('take %s', (text) => {
    expect(parseCidr(text, accept)).toEqual({ value: text });
  });

  test.each([
    ['198.51.100.0/25', '/24, the longest IPv4 prefix'],
    ['198.51.100.77/32', '/24, the longest IPv4 prefix'],
    ['2001:db8:1::/49', '/48, the longest IPv6 prefix'],
    ['2001:db8::1/128', '/48, the longest IPv6 prefix'],
  ])('refuse %s, more specific than %s', (text, limit) => {
    expect(parseCidr(text, accept).problem).toContain(`is more specific than ${limit}`);
  });
});

describe('special use', () => {
  test.each(['198.51.100.0/24', '10.1.0.0/16', '8.0.0.0/5', '2001:db8::/32', 'fd00::/48'])(
    'of %s is refused with how to allow it, and accepted on request',
    (text) => {
      expect(parseCidr(text, refuse)).toEqual({
        problem: expect.stringContaining('the input allow-special-use'),
        example: 'the CIDR that you brought to AWS',
      });
      expect(parseCidr(text, accept)).toEqual({ value: text });
    },
  );

  test('is named with its block and RFC', () => {
    const { problem } = parseCidr('203.0.113.0/24', refuse);
    expect(problem).toContain('overlaps 203.0.113.0/24, set aside for documentation (RFC 5737)');
  });
});

describe('text that AWS returns', () => {
  test.each([
    ['2001:0DB8:0::/32', '2001:db8::/32'],
    ['198.51.100.0/24', '198.51.100.0/24'],
    ['2001:db8:1:2:3:4:5:6/128', '2001:db8:1:2:3:4:5:6/128'],
    ['2001:DB8:1000::/048', '2001:db8:1000::/48'],
    [' 198.51.100.0/24\n', '198.51.100.0/24'],
  ])('%s is compared as %s', (text, canonical) => {
    expect(canonicalCidr(text)).toBe(canonical);
  });

  test.each(['', 'pool', '10.0.0.0', '10.0.0.0/64', '198.051.100.0/24', '0/0'])(
    '%j is not a CIDR',
    (text) => {
      expect(canonicalCidr(text)).toBeUndefined();
    },
  );
});

describe('for any text', () => {
  /** The prefix of a spelling: groups behind the length cleared in most cases. */
  const ipv6 = fc
    .tuple(ipv6Groups, fc.integer({ min: 0, max: 130 }), fc.boolean())
    .chain(([groups, length, clear]) =>
      spellingsOf(
        fc.constant(
          clear ? groups.map((group, n) => ((n + 1) * 16 <= length ? group : 0)) : groups,
        ),
      ).map(({ text }) => `${text}/${length}`),
    );
  const octet = fc.oneof(fc.nat(255), fc.constant(0));
  const ipv4 = fc
    .tuple(octet, octet, fc.oneof(octet, fc.constant(0)), fc.constantFrom(0, 0, 0, 128, 1))
    .chain((octets) => fc.nat(34).map((length) => `${octets.join('.')}/${length}`));
  const characters = fc.constantFrom(...'0123456789abcdefABCDEFx./:%+- ');
  const broken = fc
    .tuple(fc.oneof(ipv4, ipv6), fc.nat(), characters, fc.boolean())
    .map(([text, at, character, insert]) => {
      const index = at % (text.length + 1);
      return text.slice(0, index) + character + text.slice(index + (insert ? 0 : 1));
    });

  test.skipIf(!hasPython)("agrees with Python's ipaddress on what is a network", () => {
    const cidrs = fc.oneof(ipv4, ipv6, broken);
    const texts = [...new Set(fc.sample(cidrs, { numRuns: 6000, seed: 4271 }))];
    // Python also takes a missing length, netmasks, zones and zeros in front of the length.
    const plain = texts.filter((text) => /^[^/%]*\/(0|[1-9][0-9]*)$/.test(text));
    const networks = readNetworks(plain);
    const seen = { networks: 0, refused: 0 };
    for (const [index, text] of plain.entries()) {
      const network = networks[index] ?? null;
      const advertised = Number(text.split('/')[1]) <= (text.includes(':') ? 48 : 24);
      const { value, problem } = parseCidr(text, accept);
      if (network !== null && advertised) expect({ text, value }).toEqual({ text, value: network });
      else expect({ text, value }).toEqual({ text, value: undefined });
      if (network !== null && !advertised) expect(problem).toContain('more specific');
      seen[network === null ? 'refused' : 'networks'] += 1;
    }
    expect(Math.min(seen.networks, seen.refused)).toBeGreaterThan(1000);
  });

  test('parsing is idempotent', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6, broken, fc.string()), (text) => {
        const { value } = parseCidr(text, accept);
        fc.pre(value !== undefined);
        expect(parseCidr(value ?? '', accept)).toEqual({ value });
        expect(canonicalCidr(text)).toBe(value);
      }),
    );
  });

  test('the CIDR named for host bits is valid but for its length or use', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), (text) => {
        const parsed = parseCidr(text, accept);
        fc.pre(parsed.problem?.startsWith('has host bits') ?? false);
        const meant = parsed.problem === undefined ? '' : parsed.example;
        expect(parseCidr(meant, accept).problem ?? '').not.toContain('host bits');
      }),
    );
  });
});
