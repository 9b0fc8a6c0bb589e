import { type Association, associationText } from '../domain/association.ts';
import { type AddressRange, overlaps, rangeOf } from '../domain/ip-range.ts';
import type { Origin } from '../domain/origin.ts';
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

/** A CIDR of an association or of a route. */
interface LocatedCidr {
  readonly cidr: string;
  readonly place: Place;
  readonly cidrPlace: Place;
  /** The index of its target. */
  readonly target: number;
}

interface LocatedAssociation extends LocatedCidr, Association {
  readonly cidr: Association['cidr'];
  readonly remove?: true | undefined;
}

interface LocatedRoute extends LocatedCidr {
  readonly origin: Origin;
  readonly originPlace: Place;
}

interface LocatedRange extends AddressRange {
  readonly cidr: string;
  readonly place: Place;
  /** Its position among the CIDRs of the file. */
  readonly order: number;
}

/**
 * Reports duplicates and contradictions among the valid entries, at the later one: two targets of one
 * account and Region or of one name, an association twice in a target, two routes of a CIDR, a CIDR in
 * two targets, CIDRs that overlap; at its origin, a route from an ASN that is to be removed. A CIDR may
 * have two ASNs in one target.
 */
export function findConflicts(root: Entry, policy: SpecialUse): readonly Problem[] {
  const parts = readValidParts(root.value, policy);
  const targets = locateTargets(root, parts);
  const associations = locateAssociations(root, parts);
  const routes = locateRoutes(root, parts);
  const cidrs = inFileOrder([...associations, ...routes]);
  return [
    ...findSameTargets(targets),
    ...findSameNames(targets),
    ...findSameCidrs(cidrs),
    ...findSameAssociations(associations),
    ...findSameRoutes(routes),
    ...findRemovedOrigins(routes, associations),
    ...findOverlaps(cidrs),
  ];
}

type Parts = ReturnType<typeof readValidParts>;

function locateTargets(root: Entry, parts: Parts): readonly LocatedTarget[] {
  return parts.map(({ name, account, region }, index) => {
    const keys = ['targets', index];
    const defaultName = account && region && defaultTargetName(account, region);
    const namePlace = placeOf(root, name ? [...keys, 'name'] : keys);
    return { place: placeOf(root, keys), namePlace, name, defaultName };
  });
}

function locateAssociations(root: Entry, parts: Parts): readonly LocatedAssociation[] {
  return parts.flatMap(({ associations }, target) =>
    associations.flatMap((association, index) => {
      const keys = ['targets', target, 'associations', index];
      const places = { place: placeOf(root, keys), cidrPlace: placeOf(root, [...keys, 'cidr']) };
      return association ? { ...association, ...places, target } : [];
    }),
  );
}

function locateRoutes(root: Entry, parts: Parts): readonly LocatedRoute[] {
  return parts.flatMap(({ routes }, target) =>
    routes.flatMap((route, index) => {
      const keys = ['targets', target, 'routes', index];
      const places = { place: placeOf(root, keys), cidrPlace: placeOf(root, [...keys, 'cidr']) };
      const originPlace = placeOf(root, [...keys, 'origin']);
      return route ? { ...route, ...places, originPlace, target } : [];
    }),
  );
}

/** A target may have its routes before its associations. */
function inFileOrder(cidrs: readonly LocatedCidr[]): readonly LocatedCidr[] {
  return cidrs.toSorted(
    ({ place: { location: a } }, { place: { location: b } }) =>
      a.line - b.line || a.column - b.column,
  );
}

function findSameTargets(targets: readonly LocatedTarget[]): Problem[] {
  return findRepeats(targets, ({ defaultName }) => defaultName).map(({ item, first, key }) => ({
    ...item.place,
    text: `is a second target for ${key}; add what it lists to the first, in ${lineOf(first.place)}`,
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

function findSameCidrs(cidrs: readonly LocatedCidr[]): Problem[] {
  return findRepeats(cidrs, ({ cidr }) => cidr)
    .filter(({ item, first }) => item.target !== first.target)
    .map(({ item, first, key }) => ({
      ...item.cidrPlace,
      text: `"${key}" is also in another target, in ${lineOf(first.cidrPlace)}; a CIDR is in one account and Region`,
    }));
}

function findSameAssociations(associations: readonly LocatedAssociation[]): Problem[] {
  return findRepeats(associations, associationKey).map(({ item, first }) => ({
    ...item.place,
    text: explainRepeat(item, first),
  }));
}

function explainRepeat(item: LocatedAssociation, first: LocatedAssociation): string {
  const association = associationText(item);
  const line = lineOf(first.place);
  if (item.remove === first.remove) return `repeats ${association}; the first is in ${line}`;
  return item.remove
    ? `removes ${association}, which is desired in ${line}`
    : `repeats ${association}, which is to be removed by ${line}`;
}

function findSameRoutes(routes: readonly LocatedRoute[]): Problem[] {
  return findRepeats(routes, ({ target, cidr }) => `${target} ${cidr}`).map(({ item, first }) => ({
    ...item.cidrPlace,
    text: `"${item.cidr}" has a route already, in ${lineOf(first.place)}; a CIDR has one origin`,
  }));
}

/** Routes whose origin is an ASN that their own target removes from the CIDR. */
function findRemovedOrigins(
  routes: readonly LocatedRoute[],
  associations: readonly LocatedAssociation[],
): Problem[] {
  const removed = new Map(
    associations
      .filter(({ remove }) => remove)
      .map((association) => [associationKey(association), association]),
  );
  return routes.flatMap((route) => {
    const association = removed.get(associationKey({ ...route, asn: route.origin }));
    if (!association) return [];
    const text = `"${route.origin}" is to be removed from ${route.cidr} by ${lineOf(association.place)}`;
    return { ...route.originPlace, text: `${text}; change the origin before you remove the ASN` };
  });
}

function associationKey({
  target,
  cidr,
  asn,
}: Pick<LocatedCidr, 'target' | 'cidr'> & { readonly asn: string }): string {
  return `${target} ${cidr} ${asn}`;
}

/** Prefixes overlap only if one contains the other, so each is compared with the nearest that contains it. */
function findOverlaps(cidrs: readonly LocatedCidr[]): Problem[] {
  let containing: readonly LocatedRange[] = [];
  return rangesOf(cidrs).flatMap((inner) => {
    const outers = containing.filter((range) => overlaps(range, inner));
    const outer = outers.at(-1);
    containing = [...outers, inner];
    return outer ? explainOverlap(inner, outer) : [];
  });
}

/** Every CIDR where it is first, sorted by first address, a range before those that it contains. */
function rangesOf(cidrs: readonly LocatedCidr[]): LocatedRange[] {
  const byCidr = Map.groupBy(cidrs, ({ cidr }) => cidr);
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
