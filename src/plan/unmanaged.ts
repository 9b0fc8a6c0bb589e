import { targetText } from '../domain/target.ts';
import { countNoun, joinFirst } from '../lib/text.ts';
import type { Plan, Unmanaged, UnmanagedCidr } from './plan.ts';

/** Reports list this many unmanaged CIDRs; their counts include all. */
export const maxUnmanagedCidrs = 100;

/** `2 unmanaged associations, 1 unmanaged CIDR`; empty if there are none. */
export function countUnmanaged({
  unmanaged,
  unmanagedCidrs = [],
}: Pick<Plan, 'unmanaged' | 'unmanagedCidrs'>): string {
  const counts = [
    [unmanaged.length, 'association'],
    [unmanagedCidrs.length, 'CIDR'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => countNoun(count, `unmanaged ${noun}`))
    .join(', ');
}

/** `unmanaged: 198.51.100.0/24 with AS64511 is associated in edge, not changed`. */
export function unmanagedText({ target, asn, cidr, state }: Unmanaged): string {
  return `unmanaged: ${cidr} with AS${asn} is ${state} in ${targetText(target)}, not changed`;
}

/** `unmanaged: 203.0.112.0/22 is advertised in edge, with AS64511`. */
export function unmanagedCidrText({ target, cidr, state, asns }: UnmanagedCidr): string {
  const names = asns.map((asn) => `AS${asn}`);
  const text = names.length === 0 ? 'without an ASN' : `with ${joinFirst(names, maxListed)}`;
  return `unmanaged: ${cidr} is ${state} in ${targetText(target)}, ${text}`;
}

const maxListed = 10;
