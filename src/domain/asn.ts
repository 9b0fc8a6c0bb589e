import { explainLookAlike } from './look-alikes.ts';
import type { Parsed, SpecialUse } from './parsed.ts';

declare const brand: unique symbol;

/** An Autonomous System Number in asplain digits (RFC 5396), 1 to 4294967295; made only by `parseAsn`. */
export type Asn = string & { readonly [brand]: 'Asn' };

const highest = 4_294_967_295n;
const example = '64500';

/** IANA's special-purpose AS numbers, both ends inclusive (iana.org/assignments/iana-as-numbers-special-registry). */
const specialUse = [
  { first: 112n, last: 112n, text: 'is set aside for the AS112 DNS sink', rfc: 'RFC 7534' },
  { first: 23_456n, last: 23_456n, text: 'is set aside for AS_TRANS', rfc: 'RFC 6793' },
  { first: 64_496n, last: 64_511n, text: 'is set aside for documentation', rfc: 'RFC 5398' },
  { first: 64_512n, last: 65_534n, text: 'is set aside for private use', rfc: 'RFC 6996' },
  { first: 65_535n, last: 65_535n, text: 'is reserved, as the last 16-bit ASN', rfc: 'RFC 7300' },
  { first: 65_536n, last: 65_551n, text: 'is set aside for documentation', rfc: 'RFC 5398' },
  {
    first: 4_200_000_000n,
    last: 4_294_967_294n,
    text: 'is set aside for private use',
    rfc: 'RFC 6996',
  },
  { first: highest, last: highest, text: 'is reserved, as the last 32-bit ASN', rfc: 'RFC 7300' },
] as const;

/**
 * ASNs that AWS documents as its own or as reserved: those that ROAs for BYOIP prefixes must authorize
 * (EC2 API reference, ProvisionByoipCidr), those that a customer gateway may not have (Site-to-Site VPN
 * User Guide, "Customer gateway options") and those of older virtual private gateways (the same guide,
 * "How AWS Site-to-Site VPN works").
 */
const amazonAsns: ReadonlyMap<string, string> = new Map([
  ['16509', "Amazon's own ASN"],
  ['14618', "Amazon's own ASN"],
  ['8987', "Amazon's own ASN, in the GovCloud Regions"],
  ['214101', "Amazon's own ASN, in the European Sovereign Cloud"],
  ['7224', 'reserved by AWS in all Regions'],
  ['9059', 'reserved by AWS in eu-west-1'],
  ['10124', 'reserved by AWS in ap-northeast-1'],
  ['17943', 'reserved by AWS in ap-southeast-1'],
  ['17493', "Amazon's own ASN, of virtual private gateways in ap-southeast-1"],
]);

/** Reads `64500` or `AS64500`. For any other spelling, the problem names the likely meaning. */
export function parseAsn(text: string, policy: SpecialUse): Parsed<Asn> {
  const digits = text.replace(/^AS/i, '');
  if (!/^(0|[1-9][0-9]*)$/.test(digits))
    return { problem: explainLookAlike(text) ?? explainSpelling(digits), example };
  const number = BigInt(digits);
  if (number === 0n)
    return { problem: 'is AS0, which can never originate a route (RFC 7607)', example };
  if (number > highest) return { problem: `is above ${highest}, the highest 32-bit ASN`, example };
  const owner = amazonAsns.get(digits);
  if (owner !== undefined) {
    return {
      problem: `is ${owner}. Use an ASN that you brought to IPAM; to advertise a CIDR from Amazon's ASN, no association is needed`,
      example,
    };
  }
  const special = specialUse.find(({ first, last }) => first <= number && number <= last);
  if (special && policy.specialUse === 'refuse') {
    return {
      problem: `${special.text} (${special.rfc}); for a trial, the input allow-special-use (in a terminal, --allow-special-use) accepts it`,
      example: 'your public ASN',
    };
  }
  return { value: digits as Asn };
}

/**
 * The asplain digits of an ASN from AWS, which may have `AS`, leading zeros or blanks around it, or be asdot
 * (RFC 5396). Undefined if the text is not an ASN.
 */
export function canonicalAsn(text: string): string | undefined {
  const [, high, low] = /^(?:AS)?(?:0*([0-9]{1,5})\.)?0*([0-9]{1,10})$/i.exec(text.trim()) ?? [];
  if (low === undefined) return undefined;
  if (high === undefined) return BigInt(low) <= highest ? String(BigInt(low)) : undefined;
  return asplainOf(high, low)?.toString();
}

function explainSpelling(digits: string): string {
  if (digits === '') return 'is missing';
  const dotted = /^([0-9]+)\.([0-9]+)$/.exec(digits);
  if (dotted) return explainAsdot(dotted[1] ?? '', dotted[2] ?? '');
  if (/^0[0-9]+$/.test(digits)) return 'has a leading zero';
  if (/^0x/i.test(digits)) return 'is hexadecimal';
  if (/^[+-]/.test(digits)) return 'has a sign';
  if (/\s/.test(digits)) return 'has a space inside';
  return 'is not a number in plain digits';
}

/** RFC 5396 asdot is high.low, each 16 bits; YAML drops a trailing zero, so `1.10` and `1.1` look alike. */
function explainAsdot(high: string, low: string): string {
  const asplain = asplainOf(high, low);
  if (asplain === undefined) return 'is neither asplain nor asdot';
  const meant = `is asdot for ${asplain}; write the asplain digits, because YAML reads an unquoted 1.10 as 1.1, another AS`;
  const longer = asplainOf(high, `${low}0`);
  return low.endsWith('0') || longer === undefined
    ? meant
    : `${meant} (if ${high}.${low}0 was written, it is ${longer})`;
}

function asplainOf(high: string, low: string): bigint | undefined {
  const [upper, lower] = [BigInt(high), BigInt(low)];
  return upper <= 65_535n && lower <= 65_535n ? upper * 65_536n + lower : undefined;
}
