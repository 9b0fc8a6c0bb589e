import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAsn, parseAsn } from '../../../src/domain/asn.ts';

const refuse = { specialUse: 'refuse' } as const;
const accept = { specialUse: 'accept' } as const;

/** IANA's Special-Purpose AS Numbers registry, both ends inclusive. */
const registry = [
  { first: 112, last: 112, rfc: 'RFC 7534' },
  { first: 23456, last: 23456, rfc: 'RFC 6793' },
  { first: 64496, last: 64511, rfc: 'RFC 5398' },
  { first: 64512, last: 65534, rfc: 'RFC 6996' },
  { first: 65535, last: 65535, rfc: 'RFC 7300' },
  { first: 65536, last: 65551, rfc: 'RFC 5398' },
  { first: 4200000000, last: 4294967294, rfc: 'RFC 6996' },
  { first: 4294967295, last: 4294967295, rfc: 'RFC 7300' },
];
const amazons = [14618, 16509, 8987, 214101, 17493];
const reserved = [7224, 9059, 10124, 17943];
const boundaries = registry.flatMap(({ first, last, rfc }) => [
  { number: first, rfc },
  { number: last, rfc },
]);

describe('the registry of special-purpose AS numbers', () => {
  test.each(boundaries)('refuses AS$number, an end of a range of $rfc', ({ number, rfc }) => {
    expect(parseAsn(String(number), refuse).problem).toContain(`(${rfc})`);
  });

  test.each([1, 111, 113, 23455, 23457, 64495, 65552, 4199999999])(
    'accepts AS%i, the neighbour of a range',
    (number) => {
      expect(parseAsn(String(number), refuse)).toEqual({ value: String(number) });
    },
  );

  test.each([
    ['112', 'the AS112 DNS sink'],
    ['23456', 'AS_TRANS'],
    ['64496', 'documentation'],
    ['64512', 'private use'],
    ['65535', 'the last 16-bit ASN'],
    ['65536', 'documentation'],
    ['4200000000', 'private use'],
    ['4294967295', 'the last 32-bit ASN'],
  ])('says what AS%s is set aside for, and how to use it for a test', (text, use) => {
    const { problem } = parseAsn(text, refuse);
    expect(problem).toContain(use);
    expect(problem).toContain('the input allow-special-use');
  });

  test('names no documentation number as the example of a public one', () => {
    expect(parseAsn('64500', refuse)).toMatchObject({ example: 'your public ASN' });
  });

  test.each(boundaries)('lets AS$number through where special use is accepted', ({ number }) => {
    expect(parseAsn(String(number), accept)).toEqual({ value: String(number) });
  });
});

describe('what is always refused', () => {
  test.each([refuse, accept])('refuses AS0 by RFC 7607 (special use: $specialUse)', (policy) => {
    expect(parseAsn('0', policy).problem).toContain('RFC 7607');
    expect(parseAsn('AS0', policy).problem).toContain('RFC 7607');
  });

  test.each([refuse, accept])('refuses a number above 32 bits ($specialUse)', (policy) => {
    expect(parseAsn('4294967296', policy).problem).toContain('4294967295');
    expect(parseAsn('9'.repeat(400), policy).problem).toContain('4294967295');
  });

  test.each(amazons)("says that AS%i is Amazon's own", (number) => {
    for (const text of [`${number}`, `AS${number}`]) {
      expect(parseAsn(text, refuse).problem).toContain("Amazon's own ASN");
      expect(parseAsn(text, accept).problem).toContain("Amazon's own ASN");
    }
  });

  test.each(reserved)('says that AWS reserves AS%i', (number) => {
    for (const policy of [refuse, accept]) {
      expect(parseAsn(`AS${number}`, policy).problem).toContain('is reserved by AWS in ');
    }
  });
});

describe('spelling', () => {
  test.each(['AS64500', 'as64500', 'As64500', '64500'])('reads %s as asplain digits', (text) => {
    expect(parseAsn(text, accept)).toEqual({ value: '64500' });
  });

  test.each([
    ['', 'is missing'],
    ['AS', 'is missing'],
    ['064500', 'leading zero'],
    ['00', 'leading zero'],
    ['AS064500', 'leading zero'],
    ['0xFBF4', 'hexadecimal'],
    ['0Xfbf4', 'hexadecimal'],
    ['+64500', 'sign'],
    ['-64500', 'sign'],
    ['AS-64500', 'sign'],
    ['64 500', 'space'],
    ['AS 64500', 'space'],
    ['64500 ', 'space'],
    ['\t64500', 'space'],
    ['64500\n', 'space'],
    ['64,500', 'is not a number in plain digits'],
    ['64_500', 'is not a number in plain digits'],
    ['6.45e4', 'is not a number in plain digits'],
    ['64500n', 'is not a number in plain digits'],
    ['ASAS64500', 'is not a number in plain digits'],
    ['ASN64500', 'is not a number in plain digits'],
    ['1.2.3', 'is not a number in plain digits'],
    ['1.', 'is not a number in plain digits'],
    ['.5', 'is not a number in plain digits'],
    ['NaN', 'is not a number in plain digits'],
    ['６４５００', 'starts with U+FF16 (fullwidth 6)'],
    ['64500\u00a0', 'has U+00A0 (no-break space) after "64500"'],
    ['АS64500', 'starts with U+0410 (Cyrillic letter)'],
    ['\u221264500', 'starts with U+2212 (minus sign)'],
    ['F0x', 'is not a number in plain digits'],
    ['645AS00', 'is not a number in plain digits'],
    ['64500AS', 'is not a number in plain digits'],
    ['x1.10', 'is not a number in plain digits'],
    ['1.10x', 'is not a number in plain digits'],
    ['0123x', 'is not a number in plain digits'],
    ['6+', 'is not a number in plain digits'],
  ])('refuses %j: %s', (text, reason) => {
    expect(parseAsn(text, accept)).toMatchObject({
      problem: expect.stringContaining(reason),
      example: '64500',
    });
  });

  test('refuses a NUL and a bidirectional mark inside', () => {
    expect(parseAsn('64500\0', accept).value).toBeUndefined();
    expect(parseAsn('\u202e64500', accept).value).toBeUndefined();
  });
});

describe('asdot (RFC 5396)', () => {
  test.each([
    ['1.10', '65546'],
    ['1.0', '65536'],
    ['0.64500', '64500'],
    ['AS1.10', '65546'],
    ['65535.65535', '4294967295'],
    ['64086.59904', '4200000000'],
  ])('refuses asdot %s and names the asplain value %s', (text, asplain) => {
    expect(parseAsn(text, accept).problem).toContain(`is asdot for ${asplain};`);
  });

  test.each([
    ['1.1', '1.10', 65546],
    ['1.6553', '1.65530', 131066],
    ['0.112', '0.1120', 1120],
  ])('hints at the zero that YAML drops: %s may have been %s', (text, longer, asplain) => {
    const { problem } = parseAsn(text, accept);
    expect(problem).toContain(`if ${longer} was written, it is ${asplain}`);
  });

  test.each(['1.6554', '1.65535', '1.10', '1.0'])(
    'does not hint at a dropped zero if there cannot have been one: %s',
    (text) => {
      expect(parseAsn(text, accept).problem).not.toContain('was written');
    },
  );

  test.each(['65536.0', '0.65536', '1.99999', '4294967295.1'])(
    'says that %s, with more than 16 bits on a side, is neither',
    (text) => {
      expect(parseAsn(text, accept).problem).toBe('is neither asplain nor asdot');
    },
  );
});

describe('text that AWS returns', () => {
  test.each([
    ['64500', '64500'],
    ['AS64500', '64500'],
    ['as64500', '64500'],
    ['064500', '64500'],
    ['AS0000000000064500', '64500'],
    [' 64500\n', '64500'],
    ['0', '0'],
    ['4294967295', '4294967295'],
    ['1.0', '65536'],
    ['AS1.10', '65546'],
    ['0.64500', '64500'],
    ['65535.65535', '4294967295'],
  ])('%j is compared as %s', (text, canonical) => {
    expect(canonicalAsn(text)).toBe(canonical);
  });

  test.each([
    ...['', ' ', 'AS', 'AWS', 'null', '-1', '+64500', '64 500', '64,500', '6.45e4', '64500x'],
    ...['4294967296', '9'.repeat(400), '65536.0', '0.65536', '1.2.3', '1.', '.1', '0xFBF4'],
    ...['６４５００', '64500\u200b', 'ASN64500', '64500 of 203.0.113.0/24'],
  ])('%j is not an ASN', (text) => {
    expect(canonicalAsn(text)).toBeUndefined();
  });
});

describe('for every number', () => {
  const nearBoundary = fc
    .tuple(
      fc.constantFrom(0, 2 ** 32, ...amazons, ...reserved, ...boundaries.map((end) => end.number)),
    )
    .chain(([number]) => fc.integer({ min: Math.max(0, number - 3), max: number + 3 }));
  const numbers = fc.oneof(nearBoundary, fc.integer({ min: 0, max: 2 ** 33 }), fc.nat(70_000));

  test('agrees with the registry on what is refused', () => {
    const isSpecial = (number: number) =>
      registry.some(({ first, last }) => first <= number && number <= last);
    const isUsable = (number: number) =>
      number > 0 && number <= 4294967295 && ![...amazons, ...reserved].includes(number);
    fc.assert(
      fc.property(numbers, fc.constantFrom('', 'AS', 'as'), (number, prefix) => {
        const text = `${prefix}${number}`;
        const kept = { value: String(number) };
        const refused = { problem: expect.any(String), example: expect.any(String) };
        expect(parseAsn(text, accept)).toEqual(isUsable(number) ? kept : refused);
        expect(parseAsn(text, refuse)).toEqual(
          isUsable(number) && !isSpecial(number) ? kept : refused,
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('that is accepted, AWS may return as asplain or asdot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4294967295 }), (number) => {
        const asdot = `${Math.floor(number / 65536)}.${number % 65536}`;
        expect(canonicalAsn(asdot)).toBe(String(number));
        expect(canonicalAsn(String(number))).toBe(String(number));
        const { value } = parseAsn(String(number), accept);
        if (value !== undefined) expect(canonicalAsn(value)).toBe(value);
      }),
    );
  });

  test('names the asplain value of every asdot number', () => {
    const half = fc.nat(65535);
    fc.assert(
      fc.property(half, half, (high, low) => {
        const { problem } = parseAsn(`${high}.${low}`, refuse);
        expect(problem).toContain(`is asdot for ${high * 65536 + low};`);
      }),
    );
  });

  test('accepts only digits with or without AS before them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value } = parseAsn(text, accept);
        if (value !== undefined) expect(text.replace(/^as/i, '')).toBe(value);
        expect(value ?? '1').toMatch(/^[1-9][0-9]{0,9}$/);
      }),
    );
  });
});
