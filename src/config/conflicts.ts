import { type AddressRange, rangeOf } from '../domain/ip-range.ts';
import type { Problem } from '../domain/source-location.ts';
import { defaultTargetName } from '../domain/target-name.ts';
import type { Entry } from './entry.ts';
import type { StatedAssociation, StatedTarget } from './stated.ts';

interface Placed {
  readonly association: StatedAssociation;
  readonly target: StatedTarget;
}

interface Ranged {
  readonly cidr: string;
  readonly entry: Entry;
  readonly range: AddressRange;
  /** How many CIDRs the file says before this one. */
  readonly order: number;
}

/**
 * What the file says twice, or once so and once otherwise, told of the later entry: two targets of one
 * account and Region or of one name, a pair twice in a target, a CIDR in two targets, CIDRs that
 * overlap. One CIDR with two ASNs in one target is right.
 */
export function findConflicts(targets: readonly StatedTarget[]): readonly Problem[] {
  const placed = targets.flatMap((target) =>
    target.associations.map((association) => ({ association, target })),
  );
  return [
    ...findSameTargets(targets),
    ...findSameNames(targets),
    ...findSameCidrs(placed),
    ...findOverlaps(placed),
  ];
}

function findSameTargets(targets: readonly StatedTarget[]): Problem[] {
  return findRepeats(targets, defaultNameOf, ({ entry }, { entry: first }, key) => ({
    ...at(entry),
    text: `is a second target for ${key}; the first is in ${lineOf(first)}, and holds all associations of an account and Region`,
  }));
}

function findSameNames(targets: readonly StatedTarget[]): Problem[] {
  const name = (target: StatedTarget) => target.name?.value ?? defaultNameOf(target);
  return findRepeats(targets, name, (target, first, key) => {
    // Two default names are the same only for the same account and Region, which is told already.
    if (!target.name && !first.name) return undefined;
    const text = `"${key}" is also the name of the target in ${lineOf(first.entry)}`;
    return { ...at(target.name?.entry ?? target.entry), text };
  });
}

function findSameCidrs(placed: readonly Placed[]): Problem[] {
  const cidr = ({ association }: Placed) => association.cidr.value;
  const across = findRepeats(placed, cidr, ({ association, target }, first, key) => {
    if (target === first.target) return undefined;
    const line = lineOf(first.association.cidr.entry);
    const text = `"${key}" is also in another target, in ${line}; a CIDR is in one account and Region`;
    return { ...at(association.cidr.entry), text };
  });
  const pair = ({ association, target }: Placed) =>
    `${target.entry.path} ${association.cidr.value} ${association.asn.value}`;
  const within = findRepeats(placed, pair, ({ association: { entry, asn, cidr } }, first) => ({
    ...at(entry),
    text: `says ${cidr.value} with AS${asn.value} again; the first is in ${lineOf(first.association.entry)}`,
  }));
  return [...across, ...within];
}

/** Prefixes overlap only by holding one another, so each is compared with the nearest that holds it. */
function findOverlaps(placed: readonly Placed[]): Problem[] {
  const holders: Ranged[] = [];
  const problems: Problem[] = [];
  for (const inner of rangesOf(placed).sort(byRange)) {
    while (isPast(holders.at(-1), inner)) holders.pop();
    const outer = holders.at(-1);
    if (outer) problems.push(explainOverlap(inner, outer));
    holders.push(inner);
  }
  return problems;
}

/** Every CIDR once, where it is said first. */
function rangesOf(placed: readonly Placed[]): Ranged[] {
  const ranges = new Map<string, Ranged>();
  for (const [order, { association }] of placed.entries()) {
    const { value: cidr, entry } = association.cidr;
    const range = rangeOf(cidr);
    if (range && !ranges.has(cidr)) ranges.set(cidr, { cidr, entry, range, order });
  }
  return [...ranges.values()];
}

/** By first address, a range before those that it holds. */
function byRange({ range: one }: Ranged, { range: other }: Ranged): number {
  if (one.family !== other.family) return one.family - other.family;
  if (one.first !== other.first) return one.first < other.first ? -1 : 1;
  return one.last > other.last ? -1 : 1;
}

function isPast(holder: Ranged | undefined, { range }: Ranged): boolean {
  if (!holder) return false;
  return holder.range.family !== range.family || holder.range.last < range.first;
}

function explainOverlap(inner: Ranged, outer: Ranged): Problem {
  const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
  const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(first.entry)}`;
  return { ...at(later.entry), text };
}

/** A problem for every item whose key an earlier one has; items without a key are passed over. */
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

function defaultNameOf({ account, region }: StatedTarget): string | undefined {
  return account && region && defaultTargetName(account.value, region.value);
}

function at({ place, path }: Entry): Pick<Problem, 'location' | 'path'> {
  return { location: place, path };
}

function lineOf({ place }: Entry): string {
  return `line ${place.line}`;
}
