import type { Association } from '../domain/association.ts';
import { rangeOfCidr } from '../domain/cidr.ts';
import { prefixLength, rangeText } from '../domain/ip-range.ts';
import {
  amazonOrigins,
  explainRoute,
  matchingVrps,
  type Route,
  type RpkiVerdict,
  type Vrp,
  validateRoute,
} from '../domain/rpki.ts';

/** The VRPs that a source has for a CIDR, or why it could not be used. */
export type Reading =
  | { readonly vrps: readonly Vrp[]; readonly unread?: never }
  | { readonly unread: string; readonly vrps?: never };

/** In seconds. */
const week = 604_800;

/** What RPKI says of an association and the way back to Amazon's ASNs; `now` is in seconds since 1970. */
export function makeVerdict(
  { asn, cidr }: Association,
  region: string,
  reading: Reading,
  now: number,
): RpkiVerdict {
  if (reading.unread !== undefined) {
    return { state: 'unread', why: reading.unread, wayBack: [], notes: [] };
  }
  const prefix = rangeOfCidr(cidr);
  const route = { asn, prefix };
  const vrps = reading.vrps.filter(({ expires }) => expires === undefined || expires > now);
  return {
    state: validateRoute(route, vrps),
    why: explainRoute(route, vrps),
    wayBack: amazonOrigins(region).map((origin) => ({
      asn: origin,
      state: validateRoute({ asn: origin, prefix }, vrps),
    })),
    notes: notesOf(route, vrps, now),
  };
}

/** What is worth knowing of the VRPs that make a route valid. */
function notesOf(route: Route, vrps: readonly Vrp[], now: number): readonly string[] {
  const matching = matchingVrps(route, vrps);
  if (matching.length === 0) return [];
  const name = `${rangeText(route.prefix)} from AS${route.asn}`;
  const end = Math.max(...matching.map(({ expires = Number.POSITIVE_INFINITY }) => expires));
  const longest = Math.max(...matching.map(({ maxLength }) => maxLength));
  return [
    ...(end - now <= week ? [`${name} is valid until ${dateText(end)}, unless renewed`] : []),
    ...(longest > prefixLength(route.prefix)
      ? [
          `AS${route.asn} may also originate prefixes in ${rangeText(route.prefix)} up to /${longest}`,
        ]
      : []),
  ];
}

/** `2026-11-30 04:00 UTC`. */
function dateText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
