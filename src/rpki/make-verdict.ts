import type { Association } from '../domain/association.ts';
import { type Cidr, rangeOfCidr } from '../domain/cidr.ts';
import { prefixLength, rangeText } from '../domain/ip-range.ts';
import { amazonOrigins } from '../domain/origin.ts';
import {
  explainRoute,
  matchingVrps,
  type Route,
  type RpkiVerdict,
  type Vrp,
  validateRoute,
} from '../domain/rpki.ts';

/** The VRPs that a source has for a CIDR, or why it could not be read. */
export type Reading =
  | { readonly vrps: readonly Vrp[]; readonly unread?: never }
  | { readonly unread: string; readonly vrps?: never };

/** In seconds. */
const week = 604_800;

/** A question to RPKI: a CIDR, its origins, and the origins to which it can go back. */
export interface Question {
  readonly cidr: Cidr;
  /** Empty if AWS documents no ASNs of Amazon's for the partition. */
  readonly origins: readonly string[];
  readonly wayBack: readonly string[];
}

/** The question about an association, which can go back to Amazon's ASNs. */
export function questionOf({ asn, cidr }: Association, region: string): Question {
  return { cidr, origins: [asn], wayBack: amazonOrigins(region) };
}

/** The verdict on the worst of the origins; `now` is in seconds since 1970. */
export function makeVerdict(
  { cidr, origins, wayBack }: Question,
  reading: Reading,
  now: number,
): RpkiVerdict {
  if (reading.unread !== undefined) return unreadVerdict(reading.unread);
  if (origins.length === 0) {
    return unreadVerdict("AWS documents no ASNs of Amazon's for this partition");
  }
  const prefix = rangeOfCidr(cidr);
  const vrps = reading.vrps.filter(({ expires }) => expires === undefined || expires > now);
  const stateOf = (asn: string) => validateRoute({ asn, prefix }, vrps);
  const routes = origins.map((asn) => ({ asn, prefix }));
  const state = worstFirst.find((each) => origins.map(stateOf).includes(each)) ?? 'not-found';
  const worst = routes.filter(({ asn }) => stateOf(asn) === state);
  return {
    state,
    why: [...new Set(worst.map((route) => explainRoute(route, vrps)))].join('; '),
    wayBack: wayBack.map((asn) => ({ asn, state: stateOf(asn) })),
    notes: routes.flatMap((route) => notesOf(route, vrps, now)),
    roas: routes.flatMap((route) => roasOf(route, vrps)),
  };
}

function unreadVerdict(why: string): RpkiVerdict {
  return { state: 'unread', why, wayBack: [], notes: [], roas: [] };
}

const worstFirst = ['invalid', 'not-found', 'valid'] as const;

/** The VRPs that make a route valid: `AS64500 /24`. */
function roasOf(route: Route, vrps: readonly Vrp[]): readonly string[] {
  const texts = matchingVrps(route, vrps).map(({ asn, maxLength }) => `AS${asn} /${maxLength}`);
  return [...new Set(texts)];
}

/** Notes on the VRPs that make a route valid: they expire soon, or allow longer prefixes. */
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
