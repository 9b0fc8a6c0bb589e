import { quotedText } from '../domain/look-alikes.ts';
import type { Problem, SourceLocation } from '../lib/source-location.ts';

/** Keys and indexes that lead to an entry. */
export type Keys = readonly unknown[];

/** Where a Problem is. */
export type EntryLocation = Omit<Problem, 'text'>;

/** An entry of a file: its data, and where it is. */
export interface Entry {
  readonly location: SourceLocation;
  /** Plain data; its mappings have no prototype. */
  readonly value: unknown;
  /** The locations of the keys of a mapping. */
  readonly keys: ReadonlyMap<unknown, SourceLocation>;
  /** The entries of a mapping by key, of a list by index; none of an alias. */
  readonly children: ReadonlyMap<unknown, Entry>;
  /** The number of entries, with those in it. */
  readonly size: number;
}

const maxQuoteLength = 80;

/** The last entry on the way that exists: for a missing key its mapping, for data of an alias the alias. */
export function nearestEntry(root: Entry, keys: Keys): Entry {
  const [key, ...rest] = keys;
  const child = root.children.get(key);
  return child ? nearestEntry(child, rest) : root;
}

/** The location of the key of an entry; its own outside of mappings. */
export function locateKey(root: Entry, keys: Keys): SourceLocation {
  const parent = nearestEntry(root, keys.slice(0, -1));
  return parent.keys.get(keys.at(-1)) ?? nearestEntry(root, keys).location;
}

/** The location of the entry that keys lead to. */
export function locateEntry(root: Entry, keys: Keys): EntryLocation {
  return { location: nearestEntry(root, keys).location, path: pathText(keys) };
}

/** Orders places as in the file. */
export function compareLocations(
  { location: a }: EntryLocation,
  { location: b }: EntryLocation,
): number {
  return a.line - b.line || a.column - b.column;
}

/** `targets[1].associations[0].asn`, empty for the root; a key that is not a plain word is quoted. */
export function pathText(keys: Keys): string {
  const parts = keys.map((key) => {
    if (typeof key !== 'string') return `[${key}]`;
    return /^[A-Za-z_][\w-]{0,79}$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
  });
  return parts.join('').replace(/^\./, '');
}

/** Text of the file in quotes, cut where it is long. */
export function quoted(text: string): string {
  return quotedText(text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}...` : text);
}
