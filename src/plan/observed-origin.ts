import type { Evidence } from './evidence.ts';

/** An origin of a prefix, and the number of route collector peers that see it. */
export interface SeenOrigin {
  readonly asn: string;
  readonly peers: number;
  /** Peers whose AS path has no ASN of Amazon's: they see a route that is not AWS's. */
  readonly elsewhere?: number;
}

/** What RIPE's route collectors see of a prefix. */
export interface SeenRoutes {
  /** All peers that see the prefix, even without a single origin. */
  readonly peers: number;
  /** Sorted by peers, most first. */
  readonly origins: readonly SeenOrigin[];
  /** Peers without a single origin that see a route that is not AWS's. */
  readonly elsewhere?: number;
  readonly unread?: never;
}

/** What the route collectors see, or why it could not be read. */
export type Seen = SeenRoutes | { readonly unread: string; readonly peers?: never };

/**
 * In milliseconds. The route may have changed since an older read or sample of its origin; AWS does not
 * document how often IPAM samples.
 */
export const originLifeMs = 900_000;

/** From where AWS advertises a CIDR, and how the run knows. */
export interface ObservedOrigin {
  /** Asplain digits, `AWS`, `none` or `unknown`. */
  readonly origin: string;
  /** What decided: `state` if the CIDR is not advertised, `none` if nothing did. */
  readonly source: 'state' | 'association' | 'ipam' | 'collectors' | 'none';
  /** Source and age of all that was read. */
  readonly evidence: readonly Evidence[];
  /** Set if an IPAM sample older than 15 minutes decided. */
  readonly isOld?: true;
  /** Undefined if the collectors were not asked. */
  readonly seen?: Seen;
}

/** The origin before anything was read. */
export const unknownOrigin: ObservedOrigin = { origin: 'unknown', source: 'none', evidence: [] };
