import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SourceLocation } from '../lib/source-location.ts';
import { type Entry, type Keys, quoted } from './entry.ts';

type Content = Omit<Entry, 'location'>;

/** A node with an anchor; it has no entry while it is being read. */
interface Anchored {
  readonly node: Exclude<ParsedNode, Alias.Parsed>;
  entry?: Entry;
}

/** Takes a problem of the entry that `keys` lead to, or of the text without keys. */
export type Report = (offset: number, text: string, keys?: Keys) => void;

interface Reading {
  readonly locate: (offset: number) => SourceLocation;
  readonly report: Report;
  /** Keys whose numbers are read as text, as written: `1.10`, `0x10`. */
  readonly textKeys: ReadonlySet<unknown>;
  /** The latest node of every anchor. */
  readonly anchors: Map<string, Anchored>;
  /** The number of entries that aliases repeat. */
  repeated: number;
}

const maxRepeated = 10_000;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const nothing: Content = { value: null, keys: new Map(), children: new Map(), size: 1 };

/** The entries of a document without errors; undefined if aliases repeat too many. */
export function readTree(
  contents: ParsedNode | null,
  options: Omit<Reading, 'anchors' | 'repeated'>,
): Entry | undefined {
  const reading = { ...options, anchors: new Map<string, Anchored>(), repeated: 0 };
  const root = contents
    ? readNode(contents, [], reading)
    : { ...nothing, location: options.locate(0) };
  return reading.repeated > maxRepeated ? undefined : root;
}

function readNode(node: ParsedNode, keys: Keys, reading: Reading): Entry {
  const location = reading.locate(node.range[0]);
  if (isAlias(node)) return { ...readAlias(node, keys, reading), location };
  if (node.tag !== undefined) {
    const tag = quoted(node.tag.replace('tag:yaml.org,2002:', '!!'));
    reading.report(node.range[0], `has the tag ${tag}; tags are not supported`, keys);
  }
  const anchored: Anchored = { node };
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, anchored);
  anchored.entry = { ...readContent(node, keys, reading), location };
  return anchored.entry;
}

function readAlias(alias: Alias.Parsed, keys: Keys, reading: Reading): Content {
  const { node, entry } = reading.anchors.get(alias.source) ?? {};
  if (!entry) {
    const problem = node ? 'contains itself' : 'has no anchor before it';
    reading.report(alias.range[0], `${quoted(`*${alias.source}`)} ${problem}`, keys);
    return nothing;
  }
  const { size } = entry;
  if (reading.repeated <= maxRepeated && reading.repeated + size > maxRepeated) {
    reading.report(
      alias.range[0],
      `is one alias too many: aliases may repeat at most ${maxRepeated} entries. Write some of them out`,
      keys,
    );
  }
  reading.repeated += size;
  const value = isScalar(node) ? readScalar(node, keys, reading) : entry.value;
  return { ...nothing, value, size };
}

function readContent(node: Anchored['node'], keys: Keys, reading: Reading): Content {
  if (isScalar(node)) return { ...nothing, value: readScalar(node, keys, reading) };
  const content = isMap(node) ? readPairs(node, keys, reading) : readItems(node, keys, reading);
  const size = content.children.values().reduce((sum, entry) => sum + entry.size, 1);
  return { ...nothing, ...content, size };
}

function readScalar({ value, source }: Scalar.Parsed, keys: Keys, { textKeys }: Reading): unknown {
  return typeof value === 'number' && textKeys.has(keys.at(-1)) ? source : value;
}

function readItems({ items }: YAMLSeq.Parsed, keys: Keys, reading: Reading) {
  const entries = items.map((item, index) => readNode(item, [...keys, index], reading));
  return { value: entries.map(({ value }) => value), children: new Map(entries.entries()) };
}

/** Reads a mapping. Invalid keys and their values are read only for their problems and anchors. */
function readPairs({ items }: YAMLMap.Parsed, parent: Keys, reading: Reading) {
  const mapping: Record<string, unknown> = Object.create(null);
  const locations = new Map<string, SourceLocation>();
  const children = new Map<string, Entry>();
  for (const { key, value } of items) {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
    const keys = name === undefined ? parent : [...parent, name];
    if (!isAlias(key)) readNode(key, keys, reading);
    const location = reading.locate(key.range[0]);
    const problem = explainKey(name, locations);
    if (problem !== undefined) reading.report(key.range[0], problem, keys);
    const entry = value ? readNode(value, keys, reading) : { ...nothing, location };
    if (name === undefined || problem !== undefined || key.tag !== undefined) continue;
    mapping[name] = entry.value;
    locations.set(name, location);
    children.set(name, entry);
  }
  return { value: mapping, keys: locations, children };
}

/** The problem of a key, given the keys before it in its mapping. */
function explainKey(key: string | undefined, before: Entry['keys']): string | undefined {
  if (key === undefined) return 'has a key that is not text';
  if (forbiddenKeys.has(key)) return 'is not allowed as a key';
  const first = before.get(key);
  return first && `is a duplicate key; the first is in line ${first.line}`;
}
