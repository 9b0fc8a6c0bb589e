import { describe, expect, test } from 'vitest';
import { CallError } from '../../../../src/aws/errors/call-error.ts';
import { proxyFailure } from '../../../../src/aws/errors/proxy-error.ts';
import { toFailure } from '../../../../src/aws/errors/to-failure.ts';

const host = 'ec2.us-west-2.amazonaws.com';
const proxy = new URL('http://user:secret@proxy.example.com:3128');

const systemError = (fields: Readonly<Record<string, unknown>>, message = 'it broke') =>
  Object.assign(new Error(message), fields);

const resultOf = (error: unknown, proxyUrl: URL | undefined = proxy) =>
  proxyFailure(error, host, proxyUrl)?.result;

describe('a tunnel that a proxy did not open', () => {
  test.each([
    [400, 'ProxyRefused', 'rejected'],
    [403, 'ProxyRefused', 'rejected'],
    [407, 'ProxyRefused', 'rejected'],
    [499, 'ProxyRefused', 'rejected'],
    [408, 'ProxyFailed', 'unsent'],
    [429, 'ProxyFailed', 'unsent'],
    [500, 'ProxyFailed', 'unsent'],
    [502, 'ProxyFailed', 'unsent'],
    [200, 'ProxyFailed', 'unsent'],
    [302, 'ProxyFailed', 'unsent'],
    [399, 'ProxyFailed', 'unsent'],
  ])('with HTTP %i is %s, %s', (statusCode, code, kind) => {
    const error = systemError({ code: 'ERR_PROXY_TUNNEL', statusCode }, 'via http://user:secret@');
    expect(resultOf(error)).toEqual({
      kind,
      code,
      message: `the proxy proxy.example.com:3128 opened no tunnel to ${host}: HTTP ${statusCode}`,
      httpStatus: undefined,
      requestId: undefined,
    });
  });

  test('because it sent no response means that the request was not sent', () => {
    const error = systemError({ code: 'ERR_PROXY_TUNNEL' }, 'ended unexpectedly');
    expect(resultOf(error)).toMatchObject({
      kind: 'unsent',
      code: 'ProxyFailed',
      message: `the proxy proxy.example.com:3128 opened no tunnel to ${host}: ended unexpectedly`,
    });
    expect(proxyFailure(error, host, proxy)?.cause).toBe(error);
  });
});

describe('a connection to a proxy that failed', () => {
  const refused = { code: 'ECONNREFUSED', syscall: 'connect', address: '192.0.2.1' };
  const unsent = {
    kind: 'unsent',
    code: 'ProxyFailed',
    message: 'no connection to the proxy proxy.example.com:3128: it broke',
  };

  test.each(['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH'])('with %s was not sent', (code) => {
    expect(resultOf(systemError({ ...refused, code, port: 3128 }))).toMatchObject(unsent);
  });

  test('for its name was not sent', () => {
    const error = systemError({ syscall: 'getaddrinfo', hostname: 'proxy.example.com' });
    expect(resultOf(error)).toMatchObject(unsent);
  });

  test('at every one of its addresses was not sent', () => {
    const attempts = [1, 2].map((nth) => systemError({ ...refused, port: 3128 }, `try ${nth}`));
    expect(resultOf(new AggregateError(attempts))).toMatchObject({
      ...unsent,
      message: 'no connection to the proxy proxy.example.com:3128: try 1; try 2',
    });
  });

  test.each([
    ['http://proxy.example.com', 80],
    ['https://proxy.example.com', 443],
  ])('%s is recognized by the port of its scheme', (url, port) => {
    const error = systemError({ ...refused, port });
    expect(resultOf(error, new URL(url))).toMatchObject({ kind: 'unsent' });
  });
});

describe('any other failure', () => {
  test.each([
    ['of a direct connection to a host', { syscall: 'connect', port: 443 }],
    ['of the name of such a host', { syscall: 'getaddrinfo', hostname: host }],
    ['after the tunnel', { code: 'ECONNRESET', syscall: 'read' }],
    ['of a certificate', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
    ['in time', { name: 'TimeoutError' }],
  ])('%s does not come from the proxy', (_, fields) => {
    expect(resultOf(systemError(fields))).toBeUndefined();
  });

  test('does not come from a proxy if there is none', () => {
    const error = systemError({ code: 'ERR_PROXY_TUNNEL', statusCode: 502 });
    expect(proxyFailure(error, host, undefined)).toBeUndefined();
  });

  test.each(['a text', undefined, new AggregateError([])])('is not read: %j', (thrown) => {
    expect(resultOf(thrown)).toBeUndefined();
  });
});

describe('the failure of a run', () => {
  test.each([
    [407, 'Correct user and password in HTTPS_PROXY'],
    [502, 'Check HTTPS_PROXY and the log of the proxy'],
  ])('at a proxy that answers %i is a network-error with a next step', (statusCode, next) => {
    const error = proxyFailure(systemError({ code: 'ERR_PROXY_TUNNEL', statusCode }), host, proxy);
    const failure = error && toFailure('associate', error);
    expect(failure?.reason).toBe('network-error');
    expect(failure?.next).toContain(next);
    expect(`${failure?.message}${failure?.likely}${failure?.next}`).not.toContain('secret');
  });

  test.each(['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'])(
    'because of a certificate with %s says where to set a CA',
    (code) => {
      const answer = { kind: 'unsent', code, message: 'self-signed' } as const;
      const error = new CallError({ ...answer, httpStatus: undefined, requestId: undefined });
      const failure = toFailure('associate', error);
      expect(failure.reason).toBe('network-error');
      expect(failure.next).toContain('NODE_EXTRA_CA_CERTS');
    },
  );
});
