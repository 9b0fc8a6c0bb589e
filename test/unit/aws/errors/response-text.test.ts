import { describe, expect, test } from 'vitest';
import { isAwsDocument, isPage, quoteResponse } from '../../../../src/aws/errors/response-text.ts';

const answer = (text: string, headers: Readonly<Record<string, string>> = {}) => ({
  statusCode: 403,
  headers,
  text,
  host: 'ec2.us-west-2.amazonaws.com',
});

describe('an HTML page', () => {
  test.each([
    '<html>',
    '<HTML lang="en"><head>',
    '<!DOCTYPE html><p>x',
    '\n  <!doctype HTML public "-//W3C//DTD HTML 4.01//EN">',
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x">',
    '<!-- made by a proxy -->\n<!-- really -->\n<html>',
  ])('is recognized by its beginning: %j', (text) => {
    expect(isPage(text)).toBe(true);
  });

  test.each([
    '',
    'Forbidden',
    '{"message":"<html>"}',
    '<htmlish>',
    '<DescribeByoipCidrsResponse><html>',
    '<?xml version="1.0"?><Response/>',
  ])('is not %j', (text) => {
    expect(isPage(text)).toBe(false);
  });
});

describe('an XML document from AWS', () => {
  test.each([
    '<Response><Errors><Err',
    '<?xml version="1.0" encoding="UTF-8"?>\n<Response>',
    '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
    '<AssociateIpamByoasnResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>',
  ])('is recognized by its beginning, cut or not: %j', (text) => {
    expect(isAwsDocument(text)).toBe(true);
  });

  test.each(['', '<html>', '<Responses>', '<error>', '{"Response":1}', 'Response'])(
    'is not %j',
    (text) => {
      expect(isAwsDocument(text)).toBe(false);
    },
  );
});

describe('the text of a response', () => {
  test.each([
    ['its title', '<html><head><title>\n Access  denied</title></head><p>x', '"Access denied"'],
    ['its first words', '<html><body>\n<h1>502 Bad Gateway</h1>\nnginx', '"502 Bad Gateway"'],
    ['its first line', '\n\nBlocked by policy 7\nMore of it', '"Blocked by policy 7"'],
    ['words over an empty title', '<title></title><p>Blocked', '"Blocked"'],
    ['a tag that is cut', 'Blocked <a hre', '"Blocked"'],
    ['its JSON', '{"message": "Forbidden"}', '"{\\"message\\": \\"Forbidden\\"}"'],
    ['nothing', '<html></html>', 'nothing'],
    ['nothing at all', '', 'nothing'],
  ])('is %s', (_, text, expected) => {
    expect(quoteResponse(answer(text))).toBe(expected);
  });

  test('includes the names in its headers, and a redirect without its query', () => {
    const headers = {
      via: '1.1 filter',
      server: 'squid/6.1',
      location: 'https://sign-in.example/start?user=octocat#top',
      'x-other': 'y',
    };
    expect(quoteResponse(answer('Go away', headers))).toBe(
      '"Go away" (location: https://sign-in.example/start, server: squid/6.1, via: 1.1 filter)',
    );
  });

  test('is short and harmless, whatever its origin', () => {
    const hostile = `\u001b[31m::error::\u202e${'x'.repeat(5_000)}`;
    const extract = quoteResponse(
      answer(hostile, { server: hostile, via: hostile, location: hostile }),
    );
    expect(extract.length).toBeLessThan(1_200);
    expect(extract).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
