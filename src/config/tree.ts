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
import type { Problem, SourceLocation } from '../lib/source-location.ts';
import { type Entry, keyPath, quoted } from './entry.ts';

/** What a text holds; without a root, the problems make it useless to read on. */
export interface EntryTree {
  readonly root: Entry | undefined;
  readonly problems: readonly Problem[];
}

/** How to read numbers and offsets of a text. */
interface TreeOptions {
  readonly locate: (offset: number) => SourceLocation;
  /** Keys whose numbers are read as text, as written: `1.10`, `0x10`. */
  readonly textKeys: ReadonlySet<string>;
}

interface Reading extends TreeOptions {
  readonly anchored: ReadonlyMap<Alias, Node>;
  readonly problems: Problem[];
  /** Entries that aliases brought so far. */
  expanded: number;
}

interface Position {
  readonly path: string;
  readonly key?: string | undefined;
  readonly keyLocation?: SourceLocation | undefined;
  /** The location of the outermost alias that brings the entry. */
  readonly aliasLocation?: SourceLocation | undefined;
}

const mostExpanded = 10_000;
const nothing: ReadonlyMap<unknown, Entry> = new Map();
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The entries of a document without errors, aliases replaced by what they stand for. */
export function readTree(document: Document.Parsed, options: TreeOptions): EntryTree {
  const anchored = findAnchors(document);
  const reading: Reading = { ...options, anchored, problems: [], expanded: 0 };
  const root = readNode(document.contents, { path: '' }, reading);
  const { expanded, problems } = reading;
  return { root: expanded > mostExpanded ? undefined : root, problems };
}

/** The node that each alias stands for: the last one with its anchor before it (YAML 1.2, 7.1). */
function findAnchors(document: Document.Parsed): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) anchored.set(node, target);
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return anchored;
}

function readNode(node: Node | null, at: Position, reading: Reading): Entry {
  const own = node ? reading.locate(startOf(node)) : (at.keyLocation ?? reading.locate(0));
  const location = at.aliasLocation ?? own;
  const { path, keyLocation = location } = at;
  const entry = { path, location, keyLocation, value: null, children: nothing };
  if (!node) return entry;
  if (isAlias(node)) return readAlias(node, entry, at, reading);
  if (at.aliasLocation && isExhausted(entry, reading)) return entry;
  if (node.tag !== undefined) report(reading, at, location, refuseTag(node.tag));
  if (isMap<Node, Node | null>(node)) return { ...entry, ...readPairs(node.items, at, reading) };
  if (isSeq<Node>(node)) return { ...entry, ...readItems(node.items, at, reading) };
  return isScalar(node) ? { ...entry, value: readScalar(node, at, reading) } : entry;
}

function readScalar(
  { value, source }: { readonly value: unknown; readonly source?: string },
  { key = '' }: Position,
  { textKeys }: Reading,
): unknown {
  return typeof value === 'number' && textKeys.has(key) ? source : value;
}

function readAlias(alias: Alias, entry: Entry, at: Position, reading: Reading): Entry {
  const { location: aliasLocation, keyLocation } = entry;
  const node = reading.anchored.get(alias);
  const contains = node && startOf(node) <= startOf(alias) && startOf(alias) < endOf(node);
  if (node && !contains) return readNode(node, { ...at, keyLocation, aliasLocation }, reading);
  const problem = contains ? 'contains itself' : 'has no anchor before it';
  report(reading, at, aliasLocation, `${quoted(`*${alias.source}`)} ${problem}`);
  return entry;
}

/** Counts an entry that an alias brings, and reports once that there are too many. */
function isExhausted({ path, location }: Entry, reading: Reading): boolean {
  reading.expanded += 1;
  if (reading.expanded === mostExpanded + 1) {
    const text = `is where aliases bring more than ${mostExpanded} entries`;
    reading.problems.push({ location, path, text });
  }
  return reading.expanded > mostExpanded;
}

function readItems(items: readonly Node[], { path, aliasLocation }: Position, reading: Reading) {
  const entries = items.map((item, index) =>
    readNode(item, { path: `${path}[${index}]`, aliasLocation }, reading),
  );
  return { value: entries.map(({ value }) => value), children: new Map(entries.entries()) };
}

function readPairs(
  pairs: readonly Pair<Node, Node | null>[],
  { path: parent, aliasLocation }: Position,
  reading: Reading,
) {
  const value: Record<string, unknown> = Object.create(null);
  const children = new Map<string, Entry>();
  for (const pair of pairs) {
    const key =
      isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : undefined;
    const keyLocation = aliasLocation ?? reading.locate(startOf(pair.key));
    const path = key === undefined ? parent : keyPath(parent, key);
    const at = { path, key, keyLocation, aliasLocation };
    const problem = explainKey(pair.key, key, children);
    if (problem !== undefined) report(reading, at, keyLocation, problem);
    const entry = readNode(pair.value, at, reading);
    if (key === undefined || problem !== undefined) continue;
    children.set(key, entry);
    value[key] = entry.value;
  }
  return { value, children };
}

/** What is wrong with a key, given those before it in its mapping. */
function explainKey(
  node: Node,
  key: string | undefined,
  before: ReadonlyMap<string, Entry>,
): string | undefined {
  if (key === undefined) return 'has a key that is not text';
  if (!isAlias(node) && node.tag !== undefined) return refuseTag(node.tag);
  if (forbiddenKeys.has(key)) return 'is not allowed as a key';
  const first = before.get(key);
  return first && `is a duplicate key; the first is in line ${first.keyLocation.line}`;
}

/** A tag as most people write it: `!!str`. */
function refuseTag(tag: string): string {
  return `has the tag ${quoted(tag.replace('tag:yaml.org,2002:', '!!'))}; tags are not supported`;
}

/** Problems of what an alias brings are reported only where it was written. */
function report(
  reading: Reading,
  { path, aliasLocation }: Position,
  location: SourceLocation,
  text: string,
): void {
  if (!aliasLocation) reading.problems.push({ location, path, text });
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

function endOf({ range }: Node): number {
  return range?.[1] ?? 0;
}
