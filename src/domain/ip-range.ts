import { isIPv4 } from 'node:net';

/** The addresses of a prefix as numbers, both ends inclusive. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Bits of an address by family. */
export const addressBits = { 4: 32, 6: 128 } as const;

/** An IP address as a number. */
interface Address {
  readonly family: 4 | 6;
  readonly number: bigint;
}

/** Reads an address in strict text (no octal, hex or short forms); undefined for any other text. */
export function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) {
    const number = text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
    return { family: 4, number: BigInt(number) };
  }
  const canonical = canonicalIPv6(text);
  if (canonical === undefined) return undefined;
  const [head = [], tail = []] = canonical.split('::').map(hexGroups);
  const zeros = '0000'.repeat(8 - head.length - tail.length);
  return { family: 6, number: BigInt(`0x${head.join('')}${zeros}${tail.join('')}`) };
}

function hexGroups(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.padStart(4, '0'));
}

/** The prefix of `length` bits that contains an address; undefined if its family has no such length. */
export function prefixRange({ family, number }: Address, length: number): AddressRange | undefined {
  if (length > addressBits[family]) return undefined;
  const hostBits = BigInt(addressBits[family] - length);
  const first = (number >> hostBits) << hostBits;
  return { family, first, last: first + (1n << hostBits) - 1n };
}

/** The addresses of a CIDR, with host bits cleared; undefined if the text is not a CIDR. */
export function rangeOf(cidr: string): AddressRange | undefined {
  const [, text = '', length] = /^([^/]+)\/([0-9]{1,3})$/.exec(cidr) ?? [];
  const address = parseAddress(text);
  return address && prefixRange(address, Number(length));
}

/** Whether two ranges share an address. */
export function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Whether the first range contains the second. */
export function covers(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** The prefix length of a range, in bits. */
export function prefixLength({ family, first, last }: AddressRange): number {
  return addressBits[family] - (last - first + 1n).toString(2).length + 1;
}

/** A range as CIDR text: dotted quads for IPv4, RFC 5952 for IPv6. */
export function rangeText(range: AddressRange): string {
  const { family, first } = range;
  const hex = first.toString(16).padStart(addressBits[family] / 4, '0');
  const address =
    family === 4
      ? hex
          .match(/../g)
          ?.map((octet) => Number.parseInt(octet, 16))
          .join('.')
      : canonicalIPv6(hex.match(/.{4}/g)?.join(':') ?? '');
  return `${address}/${prefixLength(range)}`;
}

/**
 * The URL standard's host parser accepts exactly the spellings of RFC 4291, and its serializer writes
 * RFC 5952, never a dotted quad. Undefined if the text is not an IPv6 address.
 */
function canonicalIPv6(address: string): string | undefined {
  if (!/^[0-9a-f:.]+$/i.test(address)) return undefined;
  return URL.parse(`http://[${address}]`)?.hostname.slice(1, -1);
}
