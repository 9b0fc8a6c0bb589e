import { type AddressRange, overlaps, rangeOf } from './ip-range.ts';

/**
 * IANA's special-purpose address blocks and the multicast ranges: none can be brought to AWS
 * (iana.org/assignments/iana-ipv4-special-registry, iana-ipv6-special-registry).
 */
const blocks = [
  ['0.0.0.0/8', 'this network (RFC 791)'],
  ['10.0.0.0/8', 'private use (RFC 1918)'],
  ['100.64.0.0/10', 'carrier-grade NAT (RFC 6598)'],
  ['127.0.0.0/8', 'loopback (RFC 1122)'],
  ['169.254.0.0/16', 'link local (RFC 3927)'],
  ['172.16.0.0/12', 'private use (RFC 1918)'],
  ['192.0.0.0/24', 'IETF protocol assignments (RFC 6890)'],
  ['192.0.2.0/24', 'documentation (RFC 5737)'],
  ['192.31.196.0/24', 'AS112 (RFC 7535)'],
  ['192.52.193.0/24', 'AMT (RFC 7450)'],
  ['192.88.99.0/24', 'the former 6to4 relay anycast (RFC 7526)'],
  ['192.168.0.0/16', 'private use (RFC 1918)'],
  ['192.175.48.0/24', 'AS112 (RFC 7534)'],
  ['198.18.0.0/15', 'benchmarking (RFC 2544)'],
  ['198.51.100.0/24', 'documentation (RFC 5737)'],
  ['203.0.113.0/24', 'documentation (RFC 5737)'],
  ['224.0.0.0/4', 'multicast (RFC 5771)'],
  ['240.0.0.0/4', 'reserved (RFC 1112)'],
  ['2001::/23', 'IETF protocol assignments (RFC 2928)'],
  ['2001:db8::/32', 'documentation (RFC 3849)'],
  ['2002::/16', '6to4 (RFC 3056)'],
  ['2620:4f:8000::/48', 'AS112 (RFC 7534)'],
  ['3fff::/20', 'documentation (RFC 9637)'],
] as const;

const globalUnicast = '2000::/3';

/** The special-purpose block that a range overlaps, as text; undefined for none. */
export function findSpecialPurpose(range: AddressRange): string | undefined {
  for (const [block, use] of blocks) {
    const special = rangeOf(block);
    if (special && overlaps(range, special)) return `overlaps ${block}, set aside for ${use}`;
  }
  const unicast = rangeOf(globalUnicast);
  const outside = unicast && range.family === 6 && !overlaps(range, unicast);
  return outside ? `is outside ${globalUnicast}, the global unicast space (RFC 4291)` : undefined;
}
