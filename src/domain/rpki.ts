import { joinFirst } from '../lib/text.ts';
import { type AddressRange, covers, prefixLength, rangeText } from './ip-range.ts';

/**
 * A Validated ROA Payload (RFC 6811, section 2): the AS may originate the prefix, and prefixes inside
 * it up to `maxLength` bits.
 */
export interface Vrp {
  /** Asplain digits. */
  readonly asn: string;
  readonly prefix: AddressRange;
  readonly maxLength: number;
  /** Seconds since 1970; undefined where the source does not say. */
  readonly expires: number | undefined;
}

/** A prefix and the AS that originates it, in asplain digits. */
export interface Route {
  readonly prefix: AddressRange;
  readonly asn: string;
}

/** The validation state of a route (RFC 6811, section 2). */
export type RpkiState = 'valid' | 'invalid' | 'not-found';

/** What RPKI says about an association or a route. */
export interface RpkiVerdict {
  /** The state of the CIDR with the ASN as origin; `unread` if the source was not usable. */
  readonly state: RpkiState | 'unread';
  /** How to reach `valid`, or why the source was not usable; empty for `valid`. */
  readonly why: string;
  /** The same CIDR with each origin that an undo would return to: Amazon's, or the previous ASN. */
  readonly wayBack: readonly { readonly asn: string; readonly state: RpkiState }[];
  readonly notes: readonly string[];
  /** The VRPs that make it valid, as origin and maximum length: `AS64500 /24`. */
  readonly roas: readonly string[];
}

/**
 * Validates a route (RFC 6811, section 2): `not-found` if no VRP covers its prefix, `valid` if one of
 * those also matches its origin and length, else `invalid`. A VRP of AS0 covers and never matches.
 */
export function validateRoute(route: Route, vrps: readonly Vrp[]): RpkiState {
  const covering = coveringVrps(route, vrps);
  if (covering.length === 0) return 'not-found';
  return matchingVrps(route, covering).length > 0 ? 'valid' : 'invalid';
}

/** The VRPs that cover the prefix of a route. */
function coveringVrps({ prefix }: Route, vrps: readonly Vrp[]): readonly Vrp[] {
  return vrps.filter((vrp) => covers(vrp.prefix, prefix));
}

/** The covering VRPs that make a route valid. */
export function matchingVrps(route: Route, vrps: readonly Vrp[]): readonly Vrp[] {
  const { asn, prefix } = route;
  const length = prefixLength(prefix);
  return coveringVrps(route, vrps).filter(
    (vrp) => vrp.asn === asn && asn !== '0' && length <= vrp.maxLength,
  );
}

const maxListed = 5;

/** Why a route is not valid, and which ROA would make it valid; empty for a valid route. */
export function explainRoute(route: Route, vrps: readonly Vrp[]): string {
  const state = validateRoute(route, vrps);
  if (state === 'valid') return '';
  const { asn, prefix } = route;
  const fix = `create a ROA for ${rangeText(prefix)} with AS${asn}`;
  if (state === 'not-found') return `no VRP covers it; ${fix}`;
  const covering = coveringVrps(route, vrps);
  const own = covering.filter((vrp) => vrp.asn === asn);
  if (own.length > 0) {
    const length = Math.max(...own.map(({ maxLength }) => maxLength));
    return `the VRPs of AS${asn} allow prefixes up to /${length} only; ${fix}`;
  }
  const others = [...new Set(covering.map((vrp) => vrp.asn))].filter((other) => other !== '0');
  if (others.length === 0) return `only AS0 has VRPs for it, which forbid every origin; ${fix}`;
  const names = others.map((other) => `AS${other}`);
  return `only ${joinFirst(names, maxListed)} may originate it; ${fix}`;
}
