import { parseAccountId } from '../domain/account-id.ts';
import { type Asn, parseAsn } from '../domain/asn.ts';
import { associationText } from '../domain/association.ts';
import { type Cidr, parseCidr } from '../domain/cidr.ts';
import { type AddressRange, overlaps, rangeOf } from '../domain/ip-range.ts';
import type { Parsed, SpecialUse } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import { defaultTargetName, parseTargetName } from '../domain/target-name.ts';
import type { Problem } from '../lib/source-location.ts';
import { type Entry, entryAt } from './entry.ts';

interface LocatedTarget {
  readonly entry: Entry;
  readonly name: string | undefined;
  /** Account and Region, undefined where one is not valid. */
  readonly defaultName: string | undefined;
}

interface LocatedAssociation {
  readonly entry: Entry;
  readonly asn: Asn;
  readonly cidr: Cidr;
  readonly target: Entry;
}

interface LocatedRange {
  readonly cidr: string;
  readonly entry: Entry;
  readonly range: AddressRange;
  /** Its position among the associations of the file. */
  readonly order: number;
}

/**
 * Reports duplicates and contradictions among the valid entries, at the later one: two targets of one
 * account and Region or of one name, an association twice in a target, a CIDR in two targets, CIDRs
 * that overlap. A CIDR may have two ASNs in one target.
 */
export function findConflicts(root: Entry, policy: SpecialUse): readonly Problem[] {
  const targets = itemsOf(root, 'targets').map(readTarget);
  const associations = targets.flatMap(({ entry: target }) =>
    itemsOf(target, 'associations').flatMap((entry) => readAssociation(entry, target, policy)),
  );
  return [
    ...findSameTargets(targets),
    ...findSameNames(targets),
    ...findSameCidrs(associations),
    ...findSameAssociations(associations),
    ...findOverlaps(associations),
  ];
}

function readTarget(entry: Entry): LocatedTarget {
  const account = read(entry, 'account', parseAccountId);
  const region = read(entry, 'region', parseRegion);
  const defaultName = account && region && defaultTargetName(account, region);
  return { entry, name: read(entry, 'name', parseTargetName), defaultName };
}

/** The association in a list of one, an empty list if it is not valid. */
function readAssociation(entry: Entry, target: Entry, policy: SpecialUse): LocatedAssociation[] {
  const asn = read(entry, 'asn', (text) => parseAsn(text, policy));
  const cidr = read(entry, 'cidr', (text) => parseCidr(text, policy));
  return asn && cidr ? [{ entry, asn, cidr, target }] : [];
}

function read<T>(parent: Entry, key: string, parse: (text: string) => Parsed<T>): T | undefined {
  const { value } = at(parent, key);
  return typeof value === 'string' ? parse(value).value : undefined;
}

function itemsOf(parent: Entry, key: string): readonly Entry[] {
  const list = at(parent, key);
  return Array.isArray(list.value) ? [...list.children.values()] : [];
}

function findSameTargets(targets: readonly LocatedTarget[]): Problem[] {
  return findRepeats(
    targets,
    ({ defaultName }) => defaultName,
    ({ entry }, first, key) =>
      problemAt(
        entry,
        `is a second target for ${key}; add its associations to the first, in ${lineOf(first.entry)}`,
      ),
  );
}

function findSameNames(targets: readonly LocatedTarget[]): Problem[] {
  const nameOf = ({ name, defaultName }: LocatedTarget) => name ?? defaultName;
  return findRepeats(targets, nameOf, ({ name, entry }, first, key) => {
    // Two default names are the same only for one account and Region, which is reported already.
    if (!name && !first.name) return undefined;
    const text = `"${key}" is also the name of the target in ${lineOf(first.entry)}`;
    return problemAt(name ? at(entry, 'name') : entry, text);
  });
}

function findSameCidrs(associations: readonly LocatedAssociation[]): Problem[] {
  const cidrOf = ({ cidr }: LocatedAssociation) => cidr;
  return findRepeats(associations, cidrOf, ({ entry, target }, first, cidr) => {
    if (target === first.target) return undefined;
    const text = `"${cidr}" is also in another target, in ${lineOf(at(first.entry, 'cidr'))}; a CIDR is in one account and Region`;
    return problemAt(at(entry, 'cidr'), text);
  });
}

function findSameAssociations(associations: readonly LocatedAssociation[]): Problem[] {
  const keyOf = (association: LocatedAssociation) =>
    `${association.target.path} ${associationText(association)}`;
  return findRepeats(associations, keyOf, (association, first) =>
    problemAt(
      association.entry,
      `repeats ${associationText(association)}; the first is in ${lineOf(first.entry)}`,
    ),
  );
}

/** Prefixes overlap only if one contains the other, so each is compared with the nearest that contains it. */
function findOverlaps(associations: readonly LocatedAssociation[]): Problem[] {
  const containing: LocatedRange[] = [];
  return rangesOf(associations)
    .toSorted(byRange)
    .flatMap((inner) => {
      while (isApart(containing.at(-1), inner)) containing.pop();
      const outer = containing.at(-1);
      containing.push(inner);
      return outer ? [explainOverlap(inner, outer)] : [];
    });
}

function isApart(outer: LocatedRange | undefined, inner: LocatedRange): boolean {
  return outer !== undefined && !overlaps(outer.range, inner.range);
}

/** Every CIDR once, where it is first. */
function rangesOf(associations: readonly LocatedAssociation[]): LocatedRange[] {
  const ranges = new Map<string, LocatedRange>();
  for (const [order, { entry, cidr }] of associations.entries()) {
    const range = rangeOf(cidr);
    if (range && !ranges.has(cidr)) ranges.set(cidr, { cidr, entry, range, order });
  }
  return [...ranges.values()];
}

/** By first address, a range before those that it contains. */
function byRange({ range: a }: LocatedRange, { range: b }: LocatedRange): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.last > b.last ? -1 : 1;
}

function explainOverlap(inner: LocatedRange, outer: LocatedRange): Problem {
  const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
  const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(at(first.entry, 'cidr'))}`;
  return problemAt(at(later.entry, 'cidr'), text);
}

/** A problem for every item whose key an earlier one has; items without a key have none. */
function findRepeats<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  explain: (item: T, first: T, key: string) => Problem | undefined,
): Problem[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    const problem = first && explain(item, first, key);
    return problem ? [problem] : [];
  });
}

function problemAt({ location, path }: Entry, text: string): Problem {
  return { location, path, text };
}

function lineOf({ location }: Entry): string {
  return `line ${location.line}`;
}

/** The entry of a key, the mapping itself where it has none. */
function at(mapping: Entry, key: string): Entry {
  return entryAt(mapping, [key]) ?? mapping;
}
