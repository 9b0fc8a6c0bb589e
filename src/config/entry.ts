import { quotedText } from '../domain/look-alikes.ts';
import type { SourceLocation } from '../lib/source-location.ts';

/** An entry of a file: its data, and where it is. What an alias brings is where the alias is. */
export interface Entry {
  /** `targets[1].associations[0].asn`, empty for the root. */
  readonly path: string;
  readonly location: SourceLocation;
  /** The location of its key; its own for an item of a list. */
  readonly keyLocation: SourceLocation;
  /** Plain data; its mappings have no prototype. */
  readonly value: unknown;
  /** The entries of a mapping by key, of a list by index. */
  readonly children: ReadonlyMap<unknown, Entry>;
}

const longestQuote = 80;

/** The entry that keys and indexes lead to, undefined where there is none. */
export function entryAt(root: Entry, keys: readonly unknown[]): Entry | undefined {
  return keys.reduce<Entry | undefined>((entry, key) => entry?.children.get(key), root);
}

/** The path of a key of a mapping; a key that is not a plain word is quoted. */
export function keyPath(parent: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key) || key.length > longestQuote) {
    return `${parent}[${quoted(key)}]`;
  }
  return parent === '' ? key : `${parent}.${key}`;
}

/** Text of the file in quotes, cut where it is long. */
export function quoted(text: string): string {
  return quotedText(text.length > longestQuote ? `${text.slice(0, longestQuote)}...` : text);
}
