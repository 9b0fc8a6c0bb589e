import fc from 'fast-check';
import { hostileText } from '../../unit/report/text.ts';
import type { WireResponse } from './wire.ts';

const fragments = fc.constantFrom(
  ...['<item>', '</item>', '<item/>', '<state>', '</state>', '<', '>', '&', '"', '</', '<!', '<?'],
  ...['<![CDATA[', ']]>', '<!--', '-->', '<?xml version="1.0"?>', '&lol;', '&amp', '&#0;', '&#;'],
  ...['&#x110000;', '&#xD800;', '&#99999999999;', '<!DOCTYPE x [<!ENTITY lol "associated">]>'],
  ...[
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<__proto__><state>associated</state></__proto__>',
  ],
  ...['<constructor><prototype><x>1</x></prototype></constructor>', '<toString>1</toString>', '\0'],
  ...['<cidr>198.51.100.0/24</cidr>', '<state>associated</state>', '<asn>64500</asn>', '\ufffe'],
  ...[
    '<x:state xmlns:x="y">associated</x:state>',
    ' xsi:nil="true"',
    '<a b="c',
    ' ',
    '\n',
    '\ufeff',
  ],
  ...['<nextToken>x</nextToken>', '<byoipCidrSet/>', '<asnAssociationSet/>', '<cidr/>'],
);

/** A valid body with some parts replaced; a part and its replacement may be empty. */
const mutated = (body: string) =>
  fc
    .array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(fragments, fragments, hostileText)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) =>
      parts.reduce((text, [from, length, insert]) => {
        const at = from % (text.length + 1);
        return text.slice(0, at) + insert + text.slice(at + length);
      }, body),
    );

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
  fc.array(fragments, { maxLength: 20 }).map((some) => Buffer.from(some.join(''))),
);

/** An HTTP status, mostly 200. */
export const status = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  fc.constantFrom(100, 199, 204, 206, 299, 301, 304, 307, 400, 401, 403, 404, 408, 412, 413, 429),
  fc.constantFrom(499, 500, 502, 503, 504, 511, 599, 600, 999),
);

const headerText = hostileText.map((text) => text.replaceAll(/[^\x20-\x7e]/g, ''));
const headers = fc.oneof(
  fc.constant({}),
  fc.record({
    'content-type': fc.constantFrom('text/xml', 'application/json', 'text/html; charset=x', ''),
    'content-length': fc.constantFrom('0', '-1', '999999999999', 'x'),
    date: fc.oneof(fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', 'never'), headerText),
    'retry-after': fc.constantFrom('0', '-1', '1e309', 'never'),
    'x-amzn-requestid': headerText,
    'x-amzn-errortype': headerText,
    location: headerText,
  }),
);

/** A response with any status and headers, and a valid body that is damaged or missing. */
export function corruptedAnswer(goodBody: string): fc.Arbitrary<Required<WireResponse>> {
  return fc.record({
    status,
    headers,
    body: fc.oneof(mutated(goodBody), bytes, fc.constant(goodBody)),
  });
}
