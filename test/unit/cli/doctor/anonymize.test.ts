import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnonymizer, type KnownValues } from '../../../../src/cli/doctor/anonymize.ts';
import { rangeOf } from '../../../../src/domain/ip-range.ts';
import { foundIn, message, prefix } from './values.ts';

const none: KnownValues = { names: [], asns: [], values: [] };
const anonymize = (text: string, known = none) => createAnonymizer([text], known)(text);

describe('a text of a report', () => {
  test.each([
    ['an ASN', 'The ASN 65551 is not in your account', 'The ASN 64496 is not in your account'],
    ['an ASN with AS', 'AS65551, as65551: AS 65551', 'AS64496, as64496: AS 64496'],
    ['an ASN of few digits after AS', 'AS3 and ASN: 3', 'AS64496 and ASN: 64496'],
    [
      'an ASN after other signs',
      'AS:701 AS-701 as/701, ASN-701 ASN_701',
      'AS:64496 AS-64496 as/64496, ASN-64496 ASN_64496',
    ],
    ['an account', 'in account 999900001111.', 'in account 111122223333.'],
    ['a CIDR, with its length', 'the CIDR 198.18.0.0/15.', 'the CIDR 10.0.0.0/15.'],
    ['an IPv6 CIDR in any spelling', '2001:DB8:8000:0::/48', '2001:db8::/48'],
    ['an IPv6 CIDR after a colon', 'cidr:2001:db8:8000::/48:', 'cidr:2001:db8::/48:'],
    ['a single address', 'from 203.0.113.7', 'from 192.0.2.0'],
    ['a CIDR with host bits', '203.0.113.7/24', '192.0.2.0/24'],
    ['a CIDR after dots', 'from ...198.51.100.0/24', 'from ...192.0.2.0/24'],
    ['a CIDR in short', '198.51.100.* and 198.51.100/24', '(left out) and (left out)'],
    ['an address in the name of a host', 'ip-198-51-100-7 is', 'ip-192.0.2.0 is'],
    ['a CIDR after a hyphen', 'AS65551-198.51.100.0/24', 'AS64496-192.0.2.0/24'],
    ['a CIDR before a hyphen', '198.51.100.0/24-65551', '192.0.2.0/24-64496'],
    ['an address after a number', 'pool-65551-198.51.100.7', 'pool-64496-192.0.2.0'],
    ['an address before a number', '198.51.100.7-65551', '192.0.2.0-64496'],
    ['more numbers than an address has', 'from 7.198.51.100.0', 'from (left out)'],
    ['an ARN with a comma', 'arn:aws:iam::999900001111:role/a,b, or', 'arn:aws:iam:example-1, or'],
    ['an encoded ARN', 'arn%3Aaws%3Aiam%3A%3A999900001111%3Arole%2Fx is', 'example-1 is'],
    ['the name of a session', 'AROA3XFRBF535PLBIFPI4:jo.doe is', 'example-1 is'],
    ['a repository', 'repo:Octo/prefixes:pull_request is', 'repo:example-1 is'],
    ['a branch', 'repo:octo/prefixes:ref:refs/heads/acme', 'repo:example-1'],
    ['an id with a prefix of its own', 'acme-prod-0a1b2c3d4e is', 'example-1 is'],
    ['the id of a resource without a digit', 'ipam-abcdefab is', 'ipam-example-1 is'],
    ['a path with spaces', 'in /Users/Jo Doe/x y', 'in (left out) y'],
    ['a path in quotes', 'in "C:\\Jo Doe\\my file" of', 'in "(left out)" of'],
    ['a path on a server', 'in \\\\files\\jo is', 'in (left out) is'],
    [
      'the value of a tag',
      'Key=Owner,Value=Jo Doe, "a"="b c"',
      'Key=(left out),Value=(left out), "a"=(left out)',
    ],
    ['a URL of another scheme', 'S3://Acme/x and s3://acme/y', 'S3://example-1 and s3://example-2'],
    ['an ARN', 'arn:aws:iam::999900001111:role/x is not', 'arn:aws:iam:example-1 is not'],
    ['the id of a resource', 'pool ipam-pool-0123456789abcdef0', 'pool ipam-pool-example-1'],
    ['a request id', '(request id 68226fda-1d8a-4e07-a422-613094bdc5eb)', '(request id example-1)'],
    ['a host', 'proxy.corp.example:3128 refused', 'example-1 refused'],
    ['a URL', 'https://a.corp.example/x?y=z', 'https://example-1'],
    ['a mail address', 'ask jo.doe@corp.example', 'ask example-1'],
    ['a path', 'in /home/jo/byoasn.yml', 'in (left out)'],
    ['an encoded message', `message: ${'Ab1-'.repeat(40)}`, 'message: (left out)'],
    ['a plan digest', `v2:${'0a'.repeat(32)}`, 'v2:(left out)'],
    ['an access key', 'key AKIAIOSFODNN7EXAMPLE', 'key example-1'],
  ])('does not contain %s', (_, text, expected) => {
    expect(anonymize(text)).toBe(expected);
  });

  test.each([
    ['provisioned-not-publicly-advertisable'],
    ['UnauthorizedOperation (HTTP 403): You are not authorized to perform this operation.'],
    ['ec2:DescribeByoipCidrs in us-gov-west-1 and ap-northeast-1'],
    ['ec2.us-west-2.amazonaws.com and https://stat.ripe.net'],
    ['failed-association, 2 of 17, at 12:34:56 on 2026-11-30 04:00 UTC'],
    ['valid up to /24, in 3.7 s'],
  ])('keeps states, codes, Regions and counts: %s', (text) => {
    expect(anonymize(text)).toBe(text);
  });

  test('does not contain known values in base64, at any offset', () => {
    const known = { ...none, values: ['111122223333'] };
    for (const before of ['', 'a', 'ab', '{"account":"']) {
      const encoded = Buffer.from(`${before}111122223333"}`).toString('base64');
      const left = anonymize(`is ${encoded}`, known).replace('(left out)', '').slice(3);
      expect(Buffer.from(left, 'base64').toString()).not.toContain('112222');
    }
  });

  test('has the same substitute for the same value', () => {
    const text = 'AS65551 64510 198.51.100.0/24 AS65551 198.51.100.0/24 ASN 64510';
    expect(anonymize(text)).toBe('AS64496 64497 192.0.2.0/24 AS64496 192.0.2.0/24 ASN 64497');
  });

  test('has no substitute that is itself a value in the text', () => {
    expect(anonymize('AS64496 AS64497 192.0.2.0/24')).toBe('AS64498 AS64499 198.51.100.0/24');
  });

  test('does not contain known names, and known ASNs of few digits', () => {
    const known = { names: ['harbor', 'harbor/x', ''], asns: ['3', '65551'], values: [] };
    expect(anonymize('harbor/x: 3 of AS65551 in harbor, harbors', known)).toBe(
      'name-1: 64496 of AS64497 in name-2, harbors',
    );
    expect(anonymize('asdot 1.15', known)).toBe('asdot 64496');
    expect(anonymize('3: ENOTFOUND Harbor, harbor', known)).toBe('64496: ENOTFOUND name-1, name-1');
  });
});

describe('no text of a report contains a value of the user', () => {
  test('for any messages', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), (messages) => {
        const texts = messages.map(({ text }) => text);
        const replace = createAnonymizer(texts, none);
        const report = texts.map(replace).join(' ');
        const values = messages.flatMap((message) => message.values);
        expect(foundIn(report, values)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('and prefixes keep their family and length', () => {
    fc.assert(
      fc.property(prefix, (text) => {
        const replaced = anonymize(`the CIDR ${text} is`).split(' ')[2] ?? '';
        expect(rangeOf(replaced)?.family).toBe(rangeOf(text)?.family);
        expect(replaced.split('/')[1]).toBe(text.split('/')[1]);
      }),
      { numRuns: 300 },
    );
  });

  test('in linear time for any text', () => {
    for (const unit of [
      'a-',
      ':',
      'a:',
      '1.',
      'a.',
      'A1',
      '/',
      '@a',
      '0',
      'arn:',
      '=',
      'as-',
      'AROA',
      'repo:',
      '1-1-',
      '\\\\',
      '/a B ',
      '"/',
      'ab1-',
      '::1.',
    ]) {
      const started = performance.now();
      anonymize(unit.repeat(6_000));
      expect(performance.now() - started, unit).toBeLessThan(2_000);
    }
  });
});
