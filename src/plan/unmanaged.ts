import { type Target, targetText } from '../domain/target.ts';
import type { SourceLocation } from '../lib/source-location.ts';
import type { Plan, Unmanaged, UnmanagedCidr } from './plan.ts';

/** How many unmanaged CIDRs are listed; the counts have the number of all. */
export const maxUnmanagedCidrs = 100;

/** `2 unmanaged associations, 1 unmanaged CIDR`; empty if there are none. */
export function countUnmanaged({
  unmanaged,
  unmanagedCidrs = [],
}: Pick<Plan, 'unmanaged' | 'unmanagedCidrs'>): string {
  const [associations, cidrs] = [unmanaged.length, unmanagedCidrs.length];
  return [
    ...(associations > 0
      ? [`${associations} unmanaged association${associations === 1 ? '' : 's'}`]
      : []),
    ...(cidrs > 0 ? [`${cidrs} unmanaged CIDR${cidrs === 1 ? '' : 's'}`] : []),
  ].join(', ');
}

/** The line of the file that has the CIDR of an unmanaged association. */
export function locationOf({ target, cidr }: Unmanaged): SourceLocation | undefined {
  const known =
    locations.get(target) ??
    // The first of the associations of a CIDR.
    new Map(target.associations.toReversed().map((each) => [each.cidr, each.location]));
  locations.set(target, known);
  return known.get(cidr);
}

/** Every CIDR may have other ASNs, so their locations are found by CIDR. */
const locations = new WeakMap<Target, ReadonlyMap<string, SourceLocation | undefined>>();

/** `unmanaged: 198.51.100.0/24 with AS64511 is associated in edge, not changed`. */
export function unmanagedText({ target, asn, cidr, state }: Unmanaged): string {
  return `unmanaged: ${cidr} with AS${asn} is ${state} in ${targetText(target)}, not changed`;
}

/** `unmanaged: 203.0.112.0/22 is advertised in edge, with AS64511`. */
export function unmanagedCidrText({ target, cidr, state, asns }: UnmanagedCidr): string {
  const names = asns.slice(0, maxListed).map((asn) => `AS${asn}`);
  const more = asns.length > maxListed ? [`${asns.length - maxListed} more`] : [];
  const text = names.length === 0 ? 'without an ASN' : `with ${[...names, ...more].join(', ')}`;
  return `unmanaged: ${cidr} is ${state} in ${targetText(target)}, ${text}`;
}

const maxListed = 10;
