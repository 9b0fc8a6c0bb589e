import type { Evidence } from './evidence.ts';

/** What RIPE's route collectors see of a prefix, or why that could not be read. */
export type Seen =
  | {
      /** Peers of the collectors that see the prefix. */
      readonly peers: number;
      /** Most peers first. */
      readonly origins: readonly { readonly asn: string; readonly peers: number }[];
      readonly unread?: never;
    }
  | { readonly unread: string; readonly peers?: never };

/** From where AWS advertises a CIDR, and how that is known. */
export interface ObservedOrigin {
  /** Asplain digits, `AWS`, `none` or `unknown`. */
  readonly origin: string;
  /** `state` where the CIDR is not advertised, `none` where nothing decided. */
  readonly source: 'state' | 'association' | 'ipam' | 'collectors' | 'none';
  /** Source and age of everything that was read. */
  readonly evidence: readonly Evidence[];
  /** Undefined where the collectors were not asked. */
  readonly seen?: Seen;
}

/** An origin before anything was read. */
export const unknownOrigin: ObservedOrigin = { origin: 'unknown', source: 'none', evidence: [] };
