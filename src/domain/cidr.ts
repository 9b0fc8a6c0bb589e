import {
  type AddressRange,
  addressBits,
  parseAddress,
  prefixRange,
  rangeOf,
  rangeText,
} from './ip-range.ts';
import { explainLookAlike } from './look-alikes.ts';
import type { Parsed, SpecialUse } from './parsed.ts';
import { findSpecialPurpose } from './special-purpose.ts';

declare const brand: unique symbol;

/** A CIDR without host bits in canonical text (RFC 5952 for IPv6); made only by `parseCidr`. */
export type Cidr = string & { readonly [brand]: 'Cidr' };

/** The longest prefixes that AWS advertises (EC2 User Guide, BYOIP requirements). */
const longest = { 4: 24, 6: 48 } as const;
const examples = { 4: '198.51.100.0/24', 6: '2001:db8:1000::/48' } as const;

/**
 * Reads a BYOIP CIDR: IPv4, or IPv6 in any spelling of RFC 4291. Rejects octal, hexadecimal and short
 * forms, zones, host bits, and prefixes more specific than /24 or /48.
 */
export function parseCidr(text: string, policy: SpecialUse): Parsed<Cidr> {
  const [address = '', length = '', ...more] = text.split('/');
  const parsed = parseAddress(address);
  const example = examples[parsed?.family ?? (text.includes(':') ? 6 : 4)];
  const spelling =
    text === ''
      ? 'is missing'
      : (explainLookAlike(text) ?? explainSpelling(address, length, more.length));
  if (spelling || !parsed) return { problem: spelling ?? 'is not a CIDR', example };

  const { family, number } = parsed;
  const range = prefixRange(parsed, Number(length));
  if (!range) return { problem: `has a prefix length above /${addressBits[family]}`, example };
  const canonical = rangeText(range);
  if (range.first !== number) {
    return { problem: `has host bits set; ${canonical} was probably meant`, example: canonical };
  }
  if (Number(length) > longest[family]) {
    const problem = `is more specific than /${longest[family]}, the longest IPv${family} prefix that AWS advertises`;
    return { problem, example };
  }
  const special = policy.specialUse === 'refuse' ? findSpecialPurpose(range) : undefined;
  if (special) {
    return {
      problem: `${special}; for a trial, the input allow-special-use (in a terminal, --allow-special-use) accepts it`,
      example: 'the CIDR that you brought to AWS',
    };
  }
  return { value: canonical as Cidr };
}

/** The addresses of a CIDR. */
export function rangeOfCidr(cidr: Cidr): AddressRange {
  const range = rangeOf(cidr);
  if (!range) throw new Error(`${cidr} is not a CIDR`);
  return range;
}

/** The canonical text of a CIDR from AWS; undefined if the text is not a CIDR. */
export function canonicalCidr(text: string): string | undefined {
  const range = rangeOf(text.trim());
  return range && rangeText(range);
}

function explainSpelling(address: string, length: string, more: number): string | undefined {
  if (more > 0) return 'has more than one "/"';
  if (address.includes('%')) return 'has a zone';
  if (!parseAddress(address)) return `has no valid IP address${hintAt(address)}`;
  if (length === '') return 'has no prefix length';
  if (!/^(0|[1-9][0-9]*)$/.test(length)) return 'has a prefix length that is not a plain number';
  return undefined;
}

function hintAt(address: string): string {
  if (/^[0-9]+(\.[0-9]+){0,2}$/.test(address)) return ' (all four octets must be written)';
  if (/(^|\.)0[0-9]+/.test(address)) return ' (an octet with a leading zero is ambiguous)';
  if (/0x/i.test(address)) return ' (hexadecimal octets are refused)';
  return '';
}
