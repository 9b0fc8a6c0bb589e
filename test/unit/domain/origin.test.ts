import { describe, expect, test } from 'vitest';
import { amazonOrigins, originOf, originText, parseOrigin } from '../../../src/domain/origin.ts';

const accept = { specialUse: 'accept' } as const;

describe('an origin', () => {
  test.each([
    ['64500', '64500'],
    ['AS64500', '64500'],
    ['as65551', '65551'],
    ['AWS', 'AWS'],
    ['none', 'none'],
  ])('is read from %j', (text, origin) => {
    expect(parseOrigin(text, accept)).toEqual({ value: origin });
  });

  const choices = 'write an ASN, AWS, or none to withdraw the CIDR';
  test.each([
    ...['null', 'Null', '~', 'false', 'False', 'off', 'OFF', 'no', 'No', 'n', 'true', 'on', 'yes'],
    ...['None', 'NONE', 'nil', 'undefined', 'withdraw', 'AS', 'ASN', 'any', 'nones', 'xnone'],
    ...[' ', 'none ', ' none', 'none\n', 'AWS ', 'n one', '-', '{origin}', '""', 'none,none'],
  ])('is not %j, which names no origin', (text) => {
    expect(parseOrigin(text, accept)).toEqual({
      problem: `is not an origin: ${choices}`,
      example: '64500',
    });
  });

  test.each([
    ['', `is empty: ${choices}`],
    ['aws', 'must be written AWS'],
    ['Aws', 'must be written AWS'],
    ['Amazon', 'must be written AWS'],
    ['16509', "is Amazon's own ASN; write AWS"],
    ['AS14618', "is Amazon's own ASN; write AWS"],
    ['8987', "is Amazon's own ASN; write AWS"],
    ['as214101', "is Amazon's own ASN; write AWS"],
    ['0', 'is AS0, which can never originate a route (RFC 7607)'],
    ['AS0', 'is AS0, which can never originate a route (RFC 7607)'],
    ['-1', 'has a sign'],
    ['064500', 'has a leading zero'],
    ['64500 64501', 'has a space inside'],
    ['4294967296', 'is above 4294967295, the highest 32-bit ASN'],
    ['none\u00a0', 'has U+00A0 (no-break space) after "none"'],
    ['n\u043ene', 'has U+043E (Cyrillic letter) after "n"'],
    ['\u0410WS', 'starts with U+0410 (Cyrillic letter)'],
    ['\uff16\uff14', 'starts with U+FF16 (fullwidth 6)'],
  ])('is not %j, which %s', (text, problem) => {
    expect(parseOrigin(text, accept).problem).toBe(problem);
  });

  test.each([
    ['1.10', 'is asdot for 65546'],
    ['7224', 'is reserved by AWS in all Regions'],
  ])('is not %j, which %s', (text, problem) => {
    expect(parseOrigin(text, accept).problem).toContain(problem);
  });

  test('of special use is refused if the policy says so, and the words never are', () => {
    const refuse = { specialUse: 'refuse' } as const;
    expect(parseOrigin('64500', refuse).problem).toContain('is set aside for documentation');
    expect(parseOrigin('AWS', refuse).value).toBe('AWS');
    expect(parseOrigin('none', refuse).value).toBe('none');
  });
});

test.each([
  ['16509', 'AWS'],
  ['14618', 'AWS'],
  ['8987', 'AWS'],
  ['214101', 'AWS'],
  ['7224', '7224'],
  ['64500', '64500'],
])('the observed ASN %s is the origin %s', (asn, origin) => {
  expect(originOf(asn)).toBe(origin);
});

test.each([
  ['64500', 'AS64500'],
  ['AWS', 'AWS'],
  ['none', 'no origin'],
  ['unknown', 'an unknown origin'],
])('the origin %s is %s in prose', (origin, text) => {
  expect(originText(origin)).toBe(text);
});

test.each([
  ['us-west-2', ['16509', '14618']],
  ['us-gov-west-1', ['8987']],
  ['eusc-de-east-1', ['16509', '214101']],
  ['cn-north-1', []],
])("Amazon's origins in %s are %j", (region, asns) => {
  expect(amazonOrigins(region)).toEqual(asns);
});
