import { isIPv4 } from 'node:net';

/** The addresses of one prefix as numbers, both ends inclusive. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Bits of an address by family. */
export const addressBits = { 4: 32, 6: 128 } as const;

/** The family of an address in strict text (no octal, hex or short forms), undefined for none. */
export function familyOf(address: string): 4 | 6 | undefined {
  if (isIPv4(address)) return 4;
  return canonicalIPv6(address) === undefined ? undefined : 6;
}

/** The prefix of `length` bits that an address lies in; undefined when there is no such prefix. */
export function prefixRange(address: string, length: number): AddressRange | undefined {
  const family = familyOf(address);
  if (!family || length > addressBits[family]) return undefined;
  const hostBits = BigInt(addressBits[family] - length);
  const first = (addressNumber(address) >> hostBits) << hostBits;
  return { family, first, last: first + (1n << hostBits) - 1n };
}

/** The addresses of a CIDR in text, host bits cleared; undefined when the text is not a CIDR. */
export function rangeOf(cidr: string): AddressRange | undefined {
  const [, address, length] = /^([^/]+)\/([0-9]{1,3})$/.exec(cidr) ?? [];
  return address === undefined ? undefined : prefixRange(address, Number(length));
}

/** Whether two ranges share an address. */
export function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Whether the first range has every address of the second. */
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
  const bits = addressBits[family];
  const width = family === 4 ? 8 : 16;
  const parts = Array.from(
    { length: bits / width },
    (_, index) => (first >> BigInt(bits - width * (index + 1))) & ((1n << BigInt(width)) - 1n),
  );
  const address =
    family === 4
      ? parts.join('.')
      : canonicalIPv6(parts.map((part) => part.toString(16)).join(':'));
  return `${address}/${prefixLength(range)}`;
}

/** An address in strict text as a number. */
export function addressNumber(address: string): bigint {
  if (isIPv4(address)) {
    return address.split('.').reduce((sum, octet) => (sum << 8n) + BigInt(octet), 0n);
  }
  const [head = '', tail = ''] = (canonicalIPv6(address) ?? '').split('::');
  const before = groups(head);
  const after = groups(tail);
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].reduce(
    (sum, group) => (sum << 16n) + BigInt(`0x${group}`),
    0n,
  );
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

/**
 * The URL standard's host parser accepts exactly the spellings of RFC 4291, and its serializer writes
 * RFC 5952, never with a dotted quad. Undefined if the text is no IPv6 address.
 */
function canonicalIPv6(address: string): string | undefined {
  if (!/^[0-9a-f:.]+$/i.test(address)) return undefined;
  return URL.parse(`http://[${address}]`)?.hostname.slice(1, -1);
}
