/** The result of a parser: the value, or the problem with a valid example. */
export type Parsed<T> =
  | { readonly value: T; readonly problem?: never }
  | { readonly problem: string; readonly example: string; readonly value?: never };

/** Whether to accept ASNs and prefixes that IANA set aside, as trials need. */
export interface SpecialUse {
  readonly specialUse: 'refuse' | 'accept';
}
