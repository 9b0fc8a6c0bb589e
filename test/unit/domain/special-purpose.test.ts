import fc from 'fast-check';
import { Address4, Address6 } from 'ip-address';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../src/domain/ip-range.ts';
import { findSpecialPurpose } from '../../../src/domain/special-purpose.ts';

/** IANA's IPv4 Special-Purpose Address Registry, 192.88.99.0/24 (deprecated) and multicast. */
const ipv4 = [
  ['0.0.0.0/8', 'RFC 791'],
  ['10.0.0.0/8', 'RFC 1918'],
  ['100.64.0.0/10', 'RFC 6598'],
  ['127.0.0.0/8', 'RFC 1122'],
  ['169.254.0.0/16', 'RFC 3927'],
  ['172.16.0.0/12', 'RFC 1918'],
  ['192.0.0.0/24', 'RFC 6890'],
  ['192.0.2.0/24', 'RFC 5737'],
  ['192.31.196.0/24', 'RFC 7535'],
  ['192.52.193.0/24', 'RFC 7450'],
  ['192.88.99.0/24', 'RFC 7526'],
  ['192.168.0.0/16', 'RFC 1918'],
  ['192.175.48.0/24', 'RFC 7534'],
  ['198.18.0.0/15', 'RFC 2544'],
  ['198.51.100.0/24', 'RFC 5737'],
  ['203.0.113.0/24', 'RFC 5737'],
  ['224.0.0.0/4', 'RFC 5771'],
  ['240.0.0.0/4', 'RFC 1112'],
] as const;

/** IANA's IPv6 registry inside the global unicast space. */
const ipv6 = [
  ['2001::/23', 'RFC 2928'],
  ['2001:db8::/32', 'RFC 3849'],
  ['2002::/16', 'RFC 3056'],
  ['2620:4f:8000::/48', 'RFC 7534'],
  ['3fff::/20', 'RFC 9637'],
] as const;

/** IANA's IPv6 registry and multicast outside the global unicast space (RFC 4291, 2000::/3). */
const ipv6Outside = [
  '::1/128',
  '::/128',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '100:0:0:1::/64',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
] as const;

const verdictOf = (cidr: string) => {
  const range = rangeOf(cidr);
  if (!range) throw new Error(`${cidr} is not a CIDR`);
  return findSpecialPurpose(range);
};

const within4 = (cidr: string) => {
  const range = new Address4(cidr);
  return ipv4.some(([text]) => {
    const block = new Address4(text);
    return range.isInSubnet(block) || block.isInSubnet(range);
  });
};

describe('IPv4', () => {
  test.each(ipv4)('%s is set aside by %s, with all that is inside it', (block, rfc) => {
    const range = new Address4(block);
    for (const address of [range.startAddress(), range.endAddress()]) {
      const verdict = verdictOf(`${address.correctForm()}/24`);
      expect(verdict).toContain(`overlaps ${block}, `);
      expect(verdict).toContain(`(${rfc})`);
    }
  });

  test.each(ipv4)('a CIDR that contains %s overlaps it too', (block) => {
    const [address, length] = block.split('/');
    expect(verdictOf(`${address}/${Number(length) - 1}`)).toBeDefined();
  });

  test.each(ipv4)('the /24s on both sides of %s are not part of it', (block) => {
    const range = new Address4(block);
    for (const number of [range.startAddress().bigInt() - 1n, range.endAddress().bigInt() + 1n]) {
      if (number < 0n || number >= 2n ** 32n) continue;
      const neighbour = `${Address4.fromBigInt(number).correctForm()}/24`;
      expect(verdictOf(neighbour) === undefined).toBe(!within4(neighbour));
    }
  });

  test('agrees with the registry for every prefix', () => {
    const cidr = fc
      .tuple(fc.ipV4(), fc.integer({ min: 0, max: 24 }))
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(cidr, (text) => {
        expect(verdictOf(text) !== undefined).toBe(within4(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['1.0.0.0/24', '8.8.8.0/24', '100.128.0.0/10', '172.32.0.0/12', '223.255.255.0/24'])(
    '%s is public',
    (cidr) => {
      expect(verdictOf(cidr)).toBeUndefined();
    },
  );
});

describe('IPv6', () => {
  test.each(ipv6)('%s is set aside by %s, with all that is inside it', (block, rfc) => {
    const range = new Address6(block);
    for (const address of [range.startAddress(), range.endAddress()]) {
      const verdict = verdictOf(`${address.correctForm()}/48`);
      expect(verdict).toContain(`overlaps ${block}, `);
      expect(verdict).toContain(`(${rfc})`);
    }
  });

  test.each(ipv6)('a CIDR that contains %s overlaps it too', (block) => {
    const [address, length] = block.split('/');
    expect(verdictOf(`${address}/${Number(length) - 1}`)).toContain('overlaps');
  });

  test.each(ipv6Outside)('%s is outside the global unicast space', (block) => {
    expect(verdictOf(block)).toBe('is outside 2000::/3, the global unicast space (RFC 4291)');
  });

  test.each([
    '2000::/16',
    '2001:200::/23',
    '2001:db7::/32',
    '2001:db9::/32',
    '2003::/16',
    '2620:4f:7fff::/48',
    '2620:4f:8001::/48',
    '2600:1f00::/24',
    '3ffe::/16',
    '3fff:1000::/20',
  ])('%s is public', (cidr) => {
    expect(verdictOf(cidr)).toBeUndefined();
  });

  test.each(['1fff:ffff:ffff::/48', '4000::/48'])('%s just misses 2000::/3', (cidr) => {
    expect(verdictOf(cidr)).toContain('outside 2000::/3');
  });

  test.each(['::/0', '::/2', '2000::/3'])('%s contains blocks that are set aside', (cidr) => {
    expect(verdictOf(cidr)).toContain('overlaps 2001::/23');
  });
});
