import { addressBits, rangeOf, rangeText } from '../../domain/ip-range.ts';
import { createReplacer, type Kind, leftOut, type Substitute } from './patterns.ts';

/** Values that are known to be the user's. Patterns find the rest. */
export interface KnownValues {
  readonly names: readonly string[];
  /** In asplain digits: without context, an ASN of few digits looks like any other number. */
  readonly asns: readonly string[];
  /** Accounts, ASNs and CIDRs, to be found in base64 too. */
  readonly values: readonly string[];
}

/**
 * Returns a function that puts documentation values in place of accounts, ASNs, prefixes, ARNs, IDs,
 * host names and names. `texts` are all texts that will be passed to it: no substitute is a value in
 * them. Encoded texts, paths and what follows `=` are left out.
 */
export function createAnonymizer(
  texts: readonly string[],
  { names, asns, values }: KnownValues,
): (text: string) => string {
  const replace = createReplacer(names, values, new Set(asns));
  const taken = new Set(asns);
  for (const text of texts) {
    replace(text, (_kind, value) => {
      taken.add(value);
      return value;
    });
  }
  const substitute = createSubstitute(taken);
  return (text) => replace(text, substitute);
}

/** Returns the same substitute for the same value, and never one of the values that are taken. */
function createSubstitute(taken: ReadonlySet<string>): Substitute {
  const candidates = new Map<string, Iterator<string>>();
  const known = new Map<string, string>();
  const choose = (kind: Kind, value: string) => {
    const shape = kind === 'prefix' ? `${familyOf(value)}/${lengthOf(value)}` : kind;
    const ofShape = candidates.get(shape) ?? candidatesFor(kind, value);
    candidates.set(shape, ofShape);
    for (;;) {
      const { value: candidate, done } = ofShape.next();
      if (done) return leftOut;
      if (!taken.has(candidate)) return candidate;
    }
  };
  return (kind, value) => {
    const key = `${kind} ${value}`;
    const substitute = known.get(key) ?? choose(kind, value);
    known.set(key, substitute);
    return substitute;
  };
}

/** Documentation values (RFC 5398, 5737, 3849, 9637), followed by private ones. */
function candidatesFor(kind: Kind, value: string): Iterator<string> {
  switch (kind) {
    case 'account':
      return accounts();
    case 'asn':
      return asns();
    case 'prefix':
      return prefixes(familyOf(value), lengthOf(value));
    case 'name':
      return numbered((number) => `name-${number}`);
    case 'text':
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

/** The last of each family has every address, for prefixes that are longer than the others. */
const prefixRanges = {
  4: [
    '192.0.2.0/24',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '198.18.0.0/15',
    '10.0.0.0/8',
    '0.0.0.0/0',
  ],
  6: ['2001:db8::/32', '3fff::/20', '::/0'],
} as const;

function* prefixes(family: 4 | 6, length: number): Generator<string> {
  const size = 1n << BigInt(addressBits[family] - length);
  for (const text of prefixRanges[family]) {
    const range = rangeOf(text);
    if (!range) continue;
    for (let first = range.first; first + size - 1n <= range.last; first += size) {
      yield rangeText({ family, first, last: first + size - 1n });
    }
  }
}

function familyOf(prefix: string): 4 | 6 {
  return prefix.includes(':') ? 6 : 4;
}

function lengthOf(prefix: string): number {
  return Number(prefix.split('/')[1]);
}
