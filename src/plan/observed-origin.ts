import type { Evidence } from './evidence.ts';

/** An origin of a prefix, and how many peers of the route collectors see it. */
export interface SeenOrigin {
  readonly asn: string;
  readonly peers: number;
  /** Peers whose AS path has no ASN of Amazon's: they see another announcement than AWS's. */
  readonly elsewhere?: number;
}

/** What RIPE's route collectors see of a prefix. */
export interface SeenRoutes {
  /** All that see the prefix, also from no single origin. */
  readonly peers: number;
  /** By peers, the most first. */
  readonly origins: readonly SeenOrigin[];
  readonly unread?: never;
}

/** The same, or why it could not be read. */
export type Seen = SeenRoutes | { readonly unread: string; readonly peers?: never };

/** From where AWS advertises a CIDR, and how that is known. */
export interface ObservedOrigin {
  /** Asplain digits, `AWS`, `none` or `unknown`. */
  readonly origin: string;
  /** `state` where the CIDR is not advertised, `none` where nothing decided. */
  readonly source: 'state' | 'association' | 'ipam' | 'collectors' | 'none';
  /** Source and age of everything that was read. */
  readonly evidence: readonly Evidence[];
  /** Set where a sample of IPAM decided that is older than a quarter of an hour. */
  readonly isOld?: true;
  /** Undefined where the collectors were not asked. */
  readonly seen?: Seen;
}

/** An origin before anything was read. */
export const unknownOrigin: ObservedOrigin = { origin: 'unknown', source: 'none', evidence: [] };
