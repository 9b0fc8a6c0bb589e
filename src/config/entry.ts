import { quotedText } from '../domain/look-alikes.ts';
import type { SourceLocation } from '../domain/source-location.ts';

/** Where an entry stands. Everything that an alias brings stands where the alias does. */
export interface EntryPosition {
  /** `targets[1].associations[0].asn`, empty for the root. */
  readonly path: string;
  readonly place: SourceLocation;
  /** The place of its key; its own place for an item of a list. */
  readonly keyPlace: SourceLocation;
}

/** A text, number, boolean or null; `text` is what was written, without quotes. */
export interface ScalarEntry extends EntryPosition {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
}

/** A YAML sequence. */
export interface ListEntry extends EntryPosition {
  readonly kind: 'list';
  readonly items: readonly Entry[];
}

/** A YAML mapping; its keys are text, and unlike every name of an object's prototype. */
export interface MapEntry extends EntryPosition {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
}

/** An entry of a file with its place. */
export type Entry = ScalarEntry | ListEntry | MapEntry;

const longestShown = 80;

/** The value of an entry as plain data; its mappings have no prototype. */
export function plainValue(entry: Entry): unknown {
  if (entry.kind === 'scalar') return entry.value;
  if (entry.kind === 'list') return entry.items.map(plainValue);
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entry.entries) plain[key] = plainValue(value);
  return plain;
}

/** The entry that keys and indexes lead to, undefined where there is none. */
export function entryAt(root: Entry, keys: readonly unknown[]): Entry | undefined {
  let entry: Entry | undefined = root;
  for (const key of keys) {
    if (entry?.kind === 'list') entry = entry.items[Number(key)];
    else entry = entry?.kind === 'map' ? entry.entries.get(String(key)) : undefined;
  }
  return entry;
}

/** The path of a key of a mapping; a key that is not a plain word is quoted. */
export function keyPath(parent: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key) || key.length > longestShown) {
    return `${parent}[${quoted(key)}]`;
  }
  return parent === '' ? key : `${parent}.${key}`;
}

/** Text of the file in quotes, cut where it is long. */
export function quoted(text: string): string {
  return quotedText(text.length > longestShown ? `${text.slice(0, longestShown)}...` : text);
}
