import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
} from 'yaml';
import type { Problem, SourceLocation } from '../domain/source-location.ts';
import { type Entry, type EntryPosition, keyPath, quoted, type ScalarEntry } from './entry.ts';

/** What a text holds. Without a root, the problems say why there is no use in looking further. */
export interface EntryTree {
  readonly root: Entry | undefined;
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly placeAt: (offset: number) => SourceLocation;
  readonly anchored: ReadonlyMap<Alias, Node>;
  readonly problems: Problem[];
  /** Entries that aliases brought so far. */
  expanded: number;
}

interface Position {
  readonly path: string;
  readonly keyPlace: SourceLocation | undefined;
  /** The place of the outermost alias that brings the entry. */
  readonly aliasPlace: SourceLocation | undefined;
}

const mostExpanded = 10_000;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The entries of a document without errors, aliases replaced by what they stand for. */
export function readTree(
  document: Document.Parsed,
  placeAt: (offset: number) => SourceLocation,
): EntryTree {
  const anchored = findAnchors(document);
  const reading: Reading = { placeAt, anchored, problems: [], expanded: 0 };
  const at = { path: '', keyPlace: undefined, aliasPlace: undefined };
  const place = placeAt(0);
  const root = document.contents
    ? readNode(document.contents, at, reading)
    : nothing({ path: '', place, keyPlace: place });
  const exhausted = reading.expanded > mostExpanded;
  return { root: exhausted ? undefined : root, problems: reading.problems };
}

/** The node that each alias stands for: the last one so named before it (YAML 1.2, 7.1). */
function findAnchors(document: Document.Parsed): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const named = anchors.get(node.source);
        if (named) anchored.set(node, named);
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return anchored;
}

function readNode(node: Node, at: Position, reading: Reading): Entry {
  if (isAlias(node)) return readAlias(node, at, reading);
  const place = at.aliasPlace ?? reading.placeAt(startOf(node));
  const position = { path: at.path, place, keyPlace: at.keyPlace ?? place };
  if (at.aliasPlace !== undefined && isExhausted(position, reading)) return nothing(position);
  if (node.tag !== undefined) tell(reading, at, place, refuseTag(node.tag));
  if (isMap<Node, Node>(node)) {
    return { kind: 'map', ...position, entries: readPairs(node.items, at, reading) };
  }
  if (isSeq<Node>(node)) {
    const items = node.items.map((item, index) => {
      const { aliasPlace } = at;
      return readNode(
        item,
        { path: `${at.path}[${index}]`, keyPlace: aliasPlace, aliasPlace },
        reading,
      );
    });
    return { kind: 'list', ...position, items };
  }
  return isScalar(node) ? readScalar(node, position) : nothing(position);
}

function readScalar(
  { value, source = '' }: { readonly value: unknown; readonly source?: string },
  position: EntryPosition,
): ScalarEntry {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') {
    return { kind: 'scalar', ...position, value, text: source };
  }
  return nothing(position);
}

function readAlias(alias: Alias, at: Position, reading: Reading): Entry {
  const place = at.aliasPlace ?? reading.placeAt(startOf(alias));
  const position = { path: at.path, place, keyPlace: at.keyPlace ?? place };
  const named = reading.anchored.get(alias);
  if (!named) {
    tell(reading, at, place, `${quoted(`*${alias.source}`)} has no anchor before it`);
    return nothing(position);
  }
  if (startOf(named) <= startOf(alias) && startOf(alias) < (named.range?.[1] ?? 0)) {
    tell(reading, at, place, `${quoted(`*${alias.source}`)} contains itself`);
    return nothing(position);
  }
  return readNode(named, { ...at, keyPlace: position.keyPlace, aliasPlace: place }, reading);
}

/** Counts an entry that an alias brings, and tells once that there are too many. */
function isExhausted({ path, place }: EntryPosition, reading: Reading): boolean {
  reading.expanded += 1;
  if (reading.expanded === mostExpanded + 1) {
    const text = `is where aliases bring more than ${mostExpanded} entries`;
    reading.problems.push({ location: place, path, text });
  }
  return reading.expanded > mostExpanded;
}

function readPairs(
  pairs: readonly Pair<Node, Node | null>[],
  at: Position,
  reading: Reading,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { key, value } of pairs) {
    const { aliasPlace } = at;
    const keyPlace = aliasPlace ?? reading.placeAt(startOf(key));
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
    const path = name === undefined ? at.path : keyPath(at.path, name);
    const inside = { path, keyPlace, aliasPlace };
    const refused = explainKey(key, name, entries);
    if (refused !== undefined) tell(reading, inside, keyPlace, refused);
    const entry = value
      ? readNode(value, inside, reading)
      : nothing({ path, place: keyPlace, keyPlace });
    if (name !== undefined && refused === undefined) entries.set(name, entry);
  }
  return entries;
}

/** What is wrong with a key beside those that came before it in its mapping. */
function explainKey(
  key: Node,
  name: string | undefined,
  before: ReadonlyMap<string, Entry>,
): string | undefined {
  if (name === undefined) return 'has a key that is not text';
  if (!isAlias(key) && key.tag !== undefined) return refuseTag(key.tag);
  if (forbiddenKeys.has(name)) return 'is not allowed as a key';
  const first = before.get(name);
  return first && `is said twice; the first is in line ${first.keyPlace.line}`;
}

/** A tag as it is written most often: `!!str`. */
function refuseTag(tag: string): string {
  return `has the tag ${quoted(tag.replace('tag:yaml.org,2002:', '!!'))}; tags are not read`;
}

/** What an alias brings is told where it was written, not once more. */
function tell(
  reading: Reading,
  { path, aliasPlace }: Position,
  place: SourceLocation,
  text: string,
): void {
  if (aliasPlace === undefined) reading.problems.push({ location: place, path, text });
}

function nothing(position: EntryPosition): ScalarEntry {
  return { kind: 'scalar', ...position, value: null, text: '' };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
