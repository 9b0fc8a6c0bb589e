import { parseAccountId } from '../domain/account-id.ts';
import { type Asn, parseAsn } from '../domain/asn.ts';
import { type Cidr, parseCidr } from '../domain/cidr.ts';
import type { Parsed, SpecialUse } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import type { Problem } from '../domain/source-location.ts';
import { parseTargetName } from '../domain/target-name.ts';
import { type Entry, quoted } from './entry.ts';
import { longestNote } from './schema.ts';

/** A value of the file with the entry that says it. */
export interface Stated<T> {
  readonly value: T;
  readonly entry: Entry;
}

/** An association that is sound in itself. */
export interface StatedAssociation {
  readonly asn: Stated<Asn>;
  readonly cidr: Stated<Cidr>;
  readonly note: string;
  readonly entry: Entry;
}

/** A target with what of it is sound; the rest is told as problems. */
export interface StatedTarget {
  /** Undefined also where the file gives none. */
  readonly name: Stated<string> | undefined;
  readonly account: Stated<string> | undefined;
  readonly region: Stated<string> | undefined;
  readonly associations: readonly StatedAssociation[];
  readonly entry: Entry;
}

/** The sound parts of the file, and what is wrong with the others. */
export interface StatedTargets {
  readonly targets: readonly StatedTarget[];
  readonly problems: readonly Problem[];
}

type Read = <T>(
  parent: Entry,
  key: string,
  parse: (text: string) => Parsed<T>,
) => Stated<T> | undefined;

/**
 * Reads the texts of every target. Entries at a path of `misshapen` are passed over, because their
 * shape is told already; null says that a key is left out.
 */
export function readTargets(
  root: Entry,
  misshapen: ReadonlySet<string>,
  policy: SpecialUse,
): StatedTargets {
  const problems: Problem[] = [];
  const read: Read = (parent, key, parse) => {
    const entry = child(parent, key);
    if (entry?.kind !== 'scalar' || entry.value === null) return undefined;
    if (misshapen.has(entry.path)) return undefined;
    const parsed = parse(entry.text);
    if (parsed.problem === undefined) return { value: parsed.value, entry };
    const seen = entry.text === '' ? '' : `${quoted(entry.text)} `;
    const text = `${seen}${parsed.problem}. Example: ${key}: ${parsed.example}`;
    problems.push({ location: entry.place, path: entry.path, text });
    return undefined;
  };
  const targets = itemsOf(root, 'targets').map((target) => readTarget(target, read, policy));
  return { targets, problems };
}

function readTarget(entry: Entry, read: Read, policy: SpecialUse): StatedTarget {
  return {
    name: read(entry, 'name', parseTargetName),
    account: read(entry, 'account', parseAccountId),
    region: read(entry, 'region', parseRegion),
    associations: itemsOf(entry, 'associations').flatMap((item) =>
      readAssociation(item, read, policy),
    ),
    entry,
  };
}

/** The association in a list of one, the empty list when it is not sound. */
function readAssociation(entry: Entry, read: Read, policy: SpecialUse): StatedAssociation[] {
  const asn = read(entry, 'asn', (text) => parseAsn(text, policy));
  const cidr = read(entry, 'cidr', (text) => parseCidr(text, policy));
  const note = read(entry, 'note', parseNote)?.value ?? '';
  return asn && cidr ? [{ asn, cidr, note, entry }] : [];
}

function parseNote(text: string): Parsed<string> {
  const { length } = Array.from(text);
  if (length <= longestNote) return { value: text };
  const problem = `has ${length} characters; ${longestNote} are allowed`;
  return { problem, example: '"edge POP, ticket NET-12"' };
}

function itemsOf(parent: Entry, key: string): readonly Entry[] {
  const list = child(parent, key);
  return list?.kind === 'list' ? list.items : [];
}

function child(parent: Entry, key: string): Entry | undefined {
  return parent.kind === 'map' ? parent.entries.get(key) : undefined;
}
