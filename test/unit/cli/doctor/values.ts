import fc from 'fast-check';
import { rangeOf, rangeText } from '../../../../src/domain/ip-range.ts';

/** An ASN that does not look like a prefix length. */
export const asn = fc.integer({ min: 1_000, max: 4_294_967_295 }).map(String);
/** The id of an account. */
export const account = fc.integer({ min: 1e11, max: 1e12 - 1 }).map(String);
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
/** A prefix of either family, in any spelling, also with host bits. */
export const prefix = fc
  .oneof(
    fc.tuple(fc.ipV4(), fc.integer({ min: 8, max: 32 })),
    fc.tuple(fc.ipV6(), fc.integer({ min: 20, max: 128 })),
  )
  .map(([address, length]) => `${address}/${length}`);
const host = fc.domain().filter((name) => !/\.(amazonaws|github|ripe)\./.test(name));
const asnSign = fc.constantFrom('AS', 'AS:', 'AS-', 'as/', 'ASN-', 'ASN_');
const word = fc.stringMatching(/^[a-z]{6,12}$/);
const value = fc.oneof(
  asn,
  fc.tuple(asnSign, asn).map((parts) => parts.join('')),
  account,
  prefix,
  fc.uuid(),
  hex(17).map((digits) => `ipam-0a${digits}`),
  hex(9).map((digits) => `acme-prod-0a${digits}`),
  account.map((id) => `arn:aws:iam::${id}:role/harbor`),
  account.map((id) => `arn:aws:iam::${id}:role/harbor,lane`),
  fc.ipV4().map((address) => `ip-${address.replaceAll('.', '-')}`),
  fc.ipV4().map((address) => address.replace(/\d+$/, '*')),
  word.map((name) => `AROA3XFRBF535PLBIFPI4:${name}`),
  word.map((name) => `repo:octo/${name}:pull_request`),
  word.map((name) => `Owner=${name} ${name}`),
  word.map((name) => `/home/Jo Doe/${name}`),
  host,
);
/** Separators between values, as in messages, lists, JSON and URLs. */
const between = fc.constantFrom(
  ' ',
  ', ',
  '"',
  '(',
  '): ',
  ' = ',
  '\n',
  '; state: ',
  ' [',
  "' ",
  ', ...',
);
/** A text with values of a user, and the values. */
export const message = fc
  .array(fc.tuple(value, between), { minLength: 1, maxLength: 12 })
  .map((parts) => ({
    values: parts.map(([text]) => text),
    text: parts.flat().join(''),
  }));

/** A value without AS, and in canonical text. */
function bareValues(text: string): readonly string[] {
  const [, digits] = /^ASN?[:/_-]?(\d+)$/i.exec(text) ?? [];
  const [name] = /(?<=^(?:AROA.*:|Owner=\w+ |\/.*\/|repo:octo\/))[a-z]+/.exec(text) ?? [];
  const range = rangeOf(text);
  const canonical = range ? rangeText(range) : undefined;
  return [digits ?? name ?? text, ...(canonical === undefined ? [] : [canonical])];
}

/** The values that a text contains, not as part of a longer word. */
export function foundIn(text: string, values: readonly string[]): readonly string[] {
  return values.flatMap(bareValues).filter((value) => {
    const escaped = value.replace(/[.+*?^$()[\]{}|\\/]/g, '\\$&');
    return new RegExp(`(?<![\\w.:])${escaped}(?![\\w.:])`).test(text);
  });
}
