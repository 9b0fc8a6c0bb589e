/** What a parser makes of a text: the value, or what is wrong with it and one right example. */
export type Parsed<T> =
  | { readonly value: T; readonly problem?: never }
  | { readonly problem: string; readonly example: string; readonly value?: never };

/** Whether numbers and prefixes that IANA set aside are accepted (for trials) or refused. */
export interface SpecialUse {
  readonly specialUse: 'refuse' | 'accept';
}
