/** The result of a parser: the value, or the problem and a valid example. */
export type Parsed<T> =
  | { readonly value: T; readonly problem?: never }
  | { readonly problem: string; readonly example: string; readonly value?: never };

/** Whether ASNs and prefixes that IANA set aside are accepted (for trials) or refused. */
export interface SpecialUse {
  readonly specialUse: 'refuse' | 'accept';
}
