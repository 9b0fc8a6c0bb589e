import { type Association, associationText } from '../domain/association.ts';
import { type AddressRange, overlaps, rangeOf } from '../domain/ip-range.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { defaultTargetName } from '../domain/target-name.ts';
import type { Problem } from '../lib/source-location.ts';
import { compareLocations, type Entry, type EntryLocation, locateEntry } from './entry.ts';
import { readValidParts } from './schema.ts';

type Parts = ReturnType<typeof readValidParts>;

/**
 * Reports duplicates and contradictions among the valid entries, at the later one: two targets of one
 * account and Region or of one name, an association twice in a target, two routes of a CIDR, a CIDR in
 * two targets, CIDRs that overlap; at its origin, a route from an ASN that is to be removed. A CIDR may
 * have two ASNs in one target.
 */
export function findConflicts(root: Entry, policy: SpecialUse): readonly Problem[] {
  const parts = readValidParts(root.value, policy);
  const associations = locate(root, parts, 'associations', (part) => part.associations);
  const routes = locate(root, parts, 'routes', (part) => part.routes);
  // A target may have its routes before its associations.
  const cidrs = [...associations, ...routes].toSorted((a, b) => compareLocations(a.at(), b.at()));
  return [
    ...findSameTargets(root, parts),
    ...findSameCidrs(cidrs),
    ...findSameAssociations(associations),
    ...findSameRoutes(routes),
    ...findRemovedOrigins(routes, associations),
    ...findOverlaps(cidrs),
  ];
}

/** An association or a route in the file. */
interface Located {
  readonly cidr: string;
  /** The index of its target. */
  readonly target: number;
  /** The location of the item, or of one of its keys. */
  readonly at: (key?: string) => EntryLocation;
}

function locate<T extends { readonly cidr: string }>(
  root: Entry,
  parts: Parts,
  list: string,
  itemsOf: (part: Parts[number]) => readonly (T | undefined)[],
): readonly (T & Located)[] {
  return parts.flatMap((part, target) =>
    itemsOf(part).flatMap((item, index) => {
      const keys = ['targets', target, list, index];
      const at = (key?: string) => locateEntry(root, key === undefined ? keys : [...keys, key]);
      return item ? { ...item, target, at } : [];
    }),
  );
}

function findSameTargets(root: Entry, parts: Parts): Problem[] {
  const targets = parts.map(({ name, account, region }, index) => {
    const keys = ['targets', index];
    const entryLocation = locateEntry(root, keys);
    const defaultName = account && region && defaultTargetName(account, region);
    const nameLocation = name ? locateEntry(root, [...keys, 'name']) : entryLocation;
    return { name, defaultName, entryLocation, nameLocation };
  });
  const sameTargets = findRepeats(targets, ({ defaultName }) => defaultName);
  // Two default names are the same only for one account and Region, which is reported already.
  const sameNames = findRepeats(targets, ({ name, defaultName }) => name ?? defaultName).filter(
    ({ item, first }) => item.name || first.name,
  );
  return [
    ...sameTargets.map(({ item, first, key }) => ({
      ...item.entryLocation,
      text: `is a second target for ${key}; move its entries to the first, in ${lineOf(first.entryLocation)}`,
    })),
    ...sameNames.map(({ item, first, key }) => ({
      ...item.nameLocation,
      text: `"${key}" is also the name of the target in ${lineOf(first.entryLocation)}`,
    })),
  ];
}

function findSameCidrs(cidrs: readonly Located[]): Problem[] {
  return findRepeats(cidrs, ({ cidr }) => cidr)
    .filter(({ item, first }) => item.target !== first.target)
    .map(({ item, first, key }) => ({
      ...item.at('cidr'),
      text: `"${key}" is also in another target, in ${lineOf(first.at('cidr'))}; a CIDR is in one account and Region`,
    }));
}

type LocatedAssociation = Located & Association & { readonly remove?: true | undefined };

function findSameAssociations(associations: readonly LocatedAssociation[]): Problem[] {
  return findRepeats(associations, associationKey).map(({ item, first }) => ({
    ...item.at(),
    text: explainRepeat(item, first),
  }));
}

function explainRepeat(item: LocatedAssociation, first: LocatedAssociation): string {
  const association = associationText(item);
  const line = lineOf(first.at());
  if (item.remove === first.remove) return `repeats ${association}; the first is in ${line}`;
  return item.remove
    ? `removes ${association}, which is desired in ${line}`
    : `repeats ${association}, which ${line} removes`;
}

function findSameRoutes(routes: readonly Located[]): Problem[] {
  return findRepeats(routes, ({ target, cidr }) => `${target} ${cidr}`).map(({ item, first }) => ({
    ...item.at('cidr'),
    text: `"${item.cidr}" already has a route, in ${lineOf(first.at())}; a CIDR has one origin`,
  }));
}

/** Routes whose origin is an ASN that their own target removes from the CIDR. */
function findRemovedOrigins(
  routes: readonly (Located & { readonly origin: string })[],
  associations: readonly LocatedAssociation[],
): Problem[] {
  const removed = new Map(
    associations
      .filter(({ remove }) => remove)
      .map((association) => [associationKey(association), association]),
  );
  return routes.flatMap(({ target, cidr, origin, at }) => {
    const association = removed.get(associationKey({ target, cidr, asn: origin }));
    if (!association) return [];
    const text = `"${origin}" is removed from ${cidr} by ${lineOf(association.at())}; change the origin before you remove the ASN`;
    return { ...at('origin'), text };
  });
}

type AssociationKey = Pick<Located, 'target' | 'cidr'> & { readonly asn: string };

function associationKey({ target, cidr, asn }: AssociationKey): string {
  return `${target} ${cidr} ${asn}`;
}

/** Prefixes overlap only if one contains the other, so each is compared with the nearest that contains it. */
function findOverlaps(cidrs: readonly Located[]): Problem[] {
  const byCidr = Map.groupBy(cidrs, ({ cidr }) => cidr);
  const firsts = [...byCidr.values()].flatMap(([first], order) => {
    const range = first && rangeOf(first.cidr);
    return range ? { ...first, range, order } : [];
  });
  let containing: typeof firsts = [];
  return firsts.toSorted(compareRanges).flatMap((inner) => {
    const outers = containing.filter(({ range }) => overlaps(range, inner.range));
    containing = [...outers, inner];
    const outer = outers.at(-1);
    if (!outer) return [];
    const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
    const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(first.at('cidr'))}`;
    return { ...later.at('cidr'), text };
  });
}

type Ranged = { readonly range: AddressRange };

/** By first address, a range before those that it contains. */
function compareRanges({ range: a }: Ranged, { range: b }: Ranged): number {
  return a.family - b.family || Number(a.first - b.first) || Number(b.last - a.last);
}

/** Every item with the same key as an earlier one, and the first of them; an undefined key is ignored. */
function findRepeats<T>(items: readonly T[], keyOf: (item: T) => string | undefined) {
  const groups = Map.groupBy(items, keyOf);
  return items.flatMap((item) => {
    const key = keyOf(item);
    const [first = item] = groups.get(key) ?? [];
    return key === undefined || first === item ? [] : { item, first, key };
  });
}

function lineOf({ location }: EntryLocation): string {
  return `line ${location.line}`;
}
