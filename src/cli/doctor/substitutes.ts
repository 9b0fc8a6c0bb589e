import { type AddressRange, addressBits, rangeOf, rangeText } from '../../domain/ip-range.ts';

/** What stands for a text that has no substitute. */
export const leftOut = '(left out)';

/** Kinds of values that a report must not hold. A prefix has its family and length kept. */
export type Kind = 'account' | 'arn' | 'asn' | 'host' | 'id' | 'mail' | 'name' | 'prefix';

/** A substitute for a value in canonical text; the same for the same value. */
export type Substitute = (kind: Kind, value: string) => string;

/**
 * Gives documentation values (RFC 5398, 5737, 3849, 9637), and when they run out private ones. A
 * substitute is never one of the values that are taken.
 */
export function createSubstitutes(taken: ReadonlySet<string>): Substitute {
  const sources = new Map<string, Iterator<string>>();
  const known = new Map<string, string>();
  const next = (kind: Kind, value: string) => {
    const group = kind === 'prefix' ? `prefix ${familyOf(value)}/${lengthOf(value)}` : kind;
    const source = sources.get(group) ?? candidates(kind, value);
    sources.set(group, source);
    return firstFree(source, taken);
  };
  return (kind, value) => {
    const key = `${kind} ${value}`;
    const substitute = known.get(key) ?? next(kind, value);
    known.set(key, substitute);
    return substitute;
  };
}

function firstFree(source: Iterator<string>, taken: ReadonlySet<string>): string {
  for (;;) {
    const { value, done } = source.next();
    if (done) return leftOut;
    if (!taken.has(value)) return value;
  }
}

function candidates(kind: Kind, value: string): Iterator<string> {
  switch (kind) {
    case 'account':
      return accounts();
    case 'asn':
      return asns();
    case 'prefix':
      return prefixes(familyOf(value), lengthOf(value));
    case 'host':
      return numbered((number) => `host-${number}.example.com`);
    case 'mail':
      return numbered((number) => `user-${number}@example.com`);
    case 'name':
      return numbered((number) => `name-${number}`);
    case 'arn':
    case 'id':
      return numbered((number) => `example-${number}`);
  }
}

function* numbered(text: (number: number) => string): Generator<string> {
  for (let number = 1; ; number += 1) yield text(number);
}

function* accounts(): Generator<string> {
  yield* ['111122223333', '444455556666', '777788889999', '123456789012'];
  yield* numbered((number) => String(number).padStart(12, '0'));
}

const asnRanges = [
  [64_496, 64_511],
  [65_536, 65_551],
  [4_200_000_000, 4_294_967_294],
] as const;

function* asns(): Generator<string> {
  for (const [first, last] of asnRanges) {
    for (let asn = first; asn <= last; asn += 1) yield String(asn);
  }
}

const blocks = {
  4: ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '198.18.0.0/15', '10.0.0.0/8'],
  6: ['2001:db8::/32', '3fff::/20'],
} as const;
const all = { 4: '0.0.0.0/0', 6: '::/0' } as const;

function* prefixes(family: 4 | 6, length: number): Generator<string> {
  const size = 1n << BigInt(addressBits[family] - length);
  for (const block of [...blocks[family], all[family]]) {
    const { first, last }: Omit<AddressRange, 'family'> = rangeOf(block) ?? { first: 1n, last: 0n };
    for (let at = first; at + size - 1n <= last; at += size) {
      yield rangeText({ family, first: at, last: at + size - 1n });
    }
  }
}

function familyOf(prefix: string): 4 | 6 {
  return prefix.includes(':') ? 6 : 4;
}

function lengthOf(prefix: string): number {
  return Number(prefix.split('/')[1]);
}
