import { type Association, associationText } from '../domain/association.ts';
import { type AddressRange, overlaps, rangeOf } from '../domain/ip-range.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { defaultTargetName } from '../domain/target-name.ts';
import type { Problem } from '../lib/source-location.ts';
import { type Entry, type Place, placeOf } from './entry.ts';
import { readValidParts } from './schema.ts';

interface LocatedTarget {
  readonly place: Place;
  readonly namePlace: Place;
  readonly name: string | null | undefined;
  /** Account and Region, undefined where one is not valid. */
  readonly defaultName: string | undefined;
}

interface LocatedAssociation extends Association {
  readonly place: Place;
  readonly cidrPlace: Place;
  /** The index of its target. */
  readonly target: number;
}

interface LocatedRange extends AddressRange {
  readonly cidr: string;
  readonly place: Place;
  /** Its position among the CIDRs of the file. */
  readonly order: number;
}

/**
 * Reports duplicates and contradictions among the valid entries, at the later one: two targets of one
 * account and Region or of one name, an association twice in a target, a CIDR in two targets, CIDRs
 * that overlap. A CIDR may have two ASNs in one target.
 */
export function findConflicts(root: Entry, policy: SpecialUse): readonly Problem[] {
  const parts = readValidParts(root.value, policy);
  const targets = parts.map(({ name, account, region }, index) => {
    const keys = ['targets', index];
    const defaultName = account && region && defaultTargetName(account, region);
    const namePlace = placeOf(root, name ? [...keys, 'name'] : keys);
    return { place: placeOf(root, keys), namePlace, name, defaultName };
  });
  const associations = parts.flatMap((part, target) =>
    part.associations.flatMap((association, index) => {
      const keys = ['targets', target, 'associations', index];
      const places = { place: placeOf(root, keys), cidrPlace: placeOf(root, [...keys, 'cidr']) };
      return association ? { ...association, ...places, target } : [];
    }),
  );
  return [
    ...findSameTargets(targets),
    ...findSameNames(targets),
    ...findSameCidrs(associations),
    ...findSameAssociations(associations),
    ...findOverlaps(associations),
  ];
}

function findSameTargets(targets: readonly LocatedTarget[]): Problem[] {
  return findRepeats(targets, ({ defaultName }) => defaultName).map(({ item, first, key }) => ({
    ...item.place,
    text: `is a second target for ${key}; add its associations to the first, in ${lineOf(first.place)}`,
  }));
}

function findSameNames(targets: readonly LocatedTarget[]): Problem[] {
  // Two default names are the same only for one account and Region, which is reported already.
  return findRepeats(targets, ({ name, defaultName }) => name ?? defaultName)
    .filter(({ item, first }) => item.name || first.name)
    .map(({ item, first, key }) => ({
      ...item.namePlace,
      text: `"${key}" is also the name of the target in ${lineOf(first.place)}`,
    }));
}

function findSameCidrs(associations: readonly LocatedAssociation[]): Problem[] {
  return findRepeats(associations, ({ cidr }) => cidr)
    .filter(({ item, first }) => item.target !== first.target)
    .map(({ item, first, key }) => ({
      ...item.cidrPlace,
      text: `"${key}" is also in another target, in ${lineOf(first.cidrPlace)}; a CIDR is in one account and Region`,
    }));
}

function findSameAssociations(associations: readonly LocatedAssociation[]): Problem[] {
  const keyOf = (each: LocatedAssociation) => `${each.target} ${associationText(each)}`;
  return findRepeats(associations, keyOf).map(({ item, first }) => ({
    ...item.place,
    text: `repeats ${associationText(item)}; the first is in ${lineOf(first.place)}`,
  }));
}

/** Prefixes overlap only if one contains the other, so each is compared with the nearest that contains it. */
function findOverlaps(associations: readonly LocatedAssociation[]): Problem[] {
  let containing: readonly LocatedRange[] = [];
  return rangesOf(associations).flatMap((inner) => {
    const outers = containing.filter((range) => overlaps(range, inner));
    const outer = outers.at(-1);
    containing = [...outers, inner];
    return outer ? explainOverlap(inner, outer) : [];
  });
}

/** Every CIDR where it is first, sorted by first address, a range before those that it contains. */
function rangesOf(associations: readonly LocatedAssociation[]): LocatedRange[] {
  const byCidr = Map.groupBy(associations, ({ cidr }) => cidr);
  const ranges = [...byCidr].flatMap(([cidr, [first]], order) => {
    const range = rangeOf(cidr);
    return range && first ? { ...range, cidr, place: first.cidrPlace, order } : [];
  });
  return ranges.toSorted(
    (a, b) => a.family - b.family || Number(a.first - b.first) || Number(b.last - a.last),
  );
}

function explainOverlap(inner: LocatedRange, outer: LocatedRange): Problem {
  const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
  const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(first.place)}`;
  return { ...later.place, text };
}

/** Every item whose key an earlier one has, with the first of them; items without a key are none. */
function findRepeats<T>(items: readonly T[], keyOf: (item: T) => string | undefined) {
  const groups = Map.groupBy(items, keyOf);
  return items.flatMap((item) => {
    const key = keyOf(item);
    const [first = item] = groups.get(key) ?? [];
    return key === undefined || first === item ? [] : { item, first, key };
  });
}

function lineOf({ location }: Place): string {
  return `line ${location.line}`;
}
