import { describe, expect, test } from 'vitest';
import { CallError } from '../../../../src/aws/errors/call-error.ts';
import { readConnectionFailure } from '../../../../src/aws/errors/connection-error.ts';
import { toFailure } from '../../../../src/aws/errors/to-failure.ts';
import { callErrors } from '../../../fakes/call-errors.ts';

const host = 'ec2.us-west-2.amazonaws.com';
const proxy = new URL('http://user:secret@proxy.example.com:3128');

const broken = (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
  Object.assign(new Error(message), fields);

const answerOf = (thrown: unknown) => readConnectionFailure(thrown, host).result;

describe('a connection that could not be opened', () => {
  test.each([
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'ECONNRESET',
    'EADDRNOTAVAIL',
    'EACCES',
  ])('never carried the request, whatever its code (connect %s)', (code) => {
    const message = `connect ${code} 192.0.2.1:443`;
    expect(answerOf(broken(message, { code, syscall: 'connect' }))).toEqual({
      kind: 'unsent',
      code,
      message,
      httpStatus: undefined,
      requestId: undefined,
    });
  });

  test.each(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'])('because of its name (%s)', (code) => {
    const fields = { code, syscall: 'getaddrinfo', hostname: 'ec2.us-west-9.amazonaws.com' };
    expect(answerOf(broken(`getaddrinfo ${code}`, fields))).toMatchObject({ kind: 'unsent', code });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_PROXY_TUNNEL'])(
    'is recognized by %s',
    (code) => {
      expect(answerOf(broken('it broke', { code })).kind).toBe('unsent');
    },
  );

  test('to any of several addresses names them all', () => {
    const attempts = [
      broken('connect ECONNREFUSED 192.0.2.1:443', { code: 'ECONNREFUSED', syscall: 'connect' }),
      broken('connect ENETUNREACH 2001:db8::1:443', { code: 'ENETUNREACH', syscall: 'connect' }),
    ];
    const all = Object.assign(new AggregateError(attempts), { code: 'ECONNREFUSED' });
    expect(answerOf(all)).toMatchObject({
      kind: 'unsent',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 192.0.2.1:443; connect ENETUNREACH 2001:db8::1:443',
    });
  });
});

describe('an open connection that breaks', () => {
  test.each([
    ['read', 'ECONNRESET'],
    ['read', 'ETIMEDOUT'],
    ['read', 'EHOSTUNREACH'],
    ['read', 'ENETUNREACH'],
    ['write', 'EPIPE'],
    ['write', 'ECONNRESET'],
    ['write', 'EHOSTUNREACH'],
  ])('may have carried the request (%s %s)', (syscall, code) => {
    const error = broken(`${syscall} ${code}`, { code, syscall, name: 'TimeoutError' });
    expect(answerOf(error)).toMatchObject({ kind: 'ambiguous', code });
  });

  test.each(['ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'HPE_INVALID_CONSTANT', 'EPROTO'])(
    'may have carried it if it is unknown where it broke (%s)',
    (code) => {
      expect(answerOf(broken('socket hang up', { code }))).toMatchObject({ kind: 'ambiguous' });
    },
  );

  test.each([
    ['one of them was open', [broken('x', { syscall: 'connect' }), broken('read ECONNRESET')]],
    ['nothing is known of it', []],
  ])('may have carried it if several failed and %s', (_, errors) => {
    expect(answerOf(new AggregateError(errors)).kind).toBe('ambiguous');
  });

  test('without a code has the name of the error', () => {
    const error = broken('no answer', { name: 'TimeoutError' });
    expect(answerOf(error)).toMatchObject({ kind: 'ambiguous', code: 'TimeoutError' });
  });
});

describe('a TLS connection that cannot be opened', () => {
  test.each([
    ...[
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'CRL_HAS_EXPIRED',
    ],
    ...['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_CRL'],
    ...['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'HOSTNAME_MISMATCH', 'INVALID_PURPOSE'],
    ...['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
    ...['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    ...['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'],
  ])('fails again next time (%s)', (code) => {
    expect(answerOf(broken('tls', { code }))).toMatchObject({ kind: 'rejected', code });
  });

  test.each(['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'ERR_SSL_TLSV13_ALERT_X'])(
    'differs from one that breaks later (%s)',
    (code) => {
      expect(answerOf(broken('tls', { code })).kind).toBe('ambiguous');
    },
  );
});

describe('a value that Node rejects', () => {
  test('in a header is a key or a token', () => {
    const thrown = Object.assign(new TypeError('Invalid character in header content ["x"]'), {
      code: 'ERR_INVALID_CHAR',
    });
    expect(answerOf(thrown)).toMatchObject({ kind: 'credentials', code: 'ERR_INVALID_CHAR' });
  });

  test.each(['ERR_UNESCAPED_CHARACTERS', 'ERR_INVALID_URL', 'ERR_SOCKET_BAD_PORT'])(
    'elsewhere is invalid (%s)',
    (code) => {
      expect(answerOf(broken('no', { code }))).toMatchObject({ kind: 'invalid', code });
    },
  );
});

describe('any thrown value', () => {
  test('that is a CallError stays the same', () => {
    expect(readConnectionFailure(callErrors.denied, host)).toBe(callErrors.denied);
  });

  test('is kept as the cause', () => {
    const thrown = broken('read ECONNRESET');
    const error = readConnectionFailure(thrown, host);
    expect(error).toBeInstanceOf(CallError);
    expect(error.cause).toBe(thrown);
  });

  test.each(['a text', null, undefined])('as no Error proves nothing: %j', (thrown) => {
    const answer = { kind: 'ambiguous', code: 'Error', message: String(thrown) };
    expect(answerOf(thrown)).toMatchObject(answer);
  });

  test('without a message says so', () => {
    expect(answerOf(broken('', { code: 7 }))).toMatchObject({
      code: 'Error',
      message: 'no message',
    });
    expect(answerOf(new AggregateError([])).message).toBe('no message');
  });
});

const systemError = (fields: Readonly<Record<string, unknown>>, message = 'it broke') =>
  Object.assign(new Error(message), fields);

const proxyResultOf = (error: unknown, proxyUrl: URL = proxy) =>
  readConnectionFailure(error, host, proxyUrl).result;

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
    expect(proxyResultOf(error)).toEqual({
      kind,
      code,
      message: `the proxy proxy.example.com:3128 opened no tunnel to ${host}: HTTP ${statusCode}`,
      httpStatus: undefined,
      requestId: undefined,
    });
  });

  test('because it sent no response means that the request was not sent', () => {
    const error = systemError({ code: 'ERR_PROXY_TUNNEL' }, 'ended unexpectedly');
    expect(proxyResultOf(error)).toMatchObject({
      kind: 'unsent',
      code: 'ProxyFailed',
      message: `the proxy proxy.example.com:3128 opened no tunnel to ${host}: ended unexpectedly`,
    });
    expect(readConnectionFailure(error, host, proxy).cause).toBe(error);
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
    expect(proxyResultOf(systemError({ ...refused, code, port: 3128 }))).toMatchObject(unsent);
  });

  test('for its name was not sent', () => {
    const error = systemError({ syscall: 'getaddrinfo', hostname: 'proxy.example.com' });
    expect(proxyResultOf(error)).toMatchObject(unsent);
  });

  test('at every one of its addresses was not sent', () => {
    const attempts = [1, 2].map((nth) => systemError({ ...refused, port: 3128 }, `try ${nth}`));
    expect(proxyResultOf(new AggregateError(attempts))).toMatchObject({
      ...unsent,
      message: 'no connection to the proxy proxy.example.com:3128: try 1; try 2',
    });
  });

  test.each([
    ['http://proxy.example.com', 80],
    ['https://proxy.example.com', 443],
  ])('%s is recognized by the port of its scheme', (url, port) => {
    const error = systemError({ ...refused, port });
    expect(proxyResultOf(error, new URL(url))).toMatchObject({ kind: 'unsent' });
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
    const error = systemError(fields);
    expect(proxyResultOf(error)).toEqual(readConnectionFailure(error, host).result);
  });

  test('does not come from a proxy if there is none', () => {
    const error = systemError({ code: 'ERR_PROXY_TUNNEL', statusCode: 502 });
    expect(answerOf(error)).toMatchObject({ kind: 'unsent', code: 'ERR_PROXY_TUNNEL' });
  });

  test.each(['a text', undefined, new AggregateError([])])('is not read: %j', (thrown) => {
    expect(proxyResultOf(thrown)).toEqual(answerOf(thrown));
  });
});

describe('the failure of a run', () => {
  test.each([
    [407, 'Correct user and password in HTTPS_PROXY'],
    [502, 'Check HTTPS_PROXY and the log of the proxy'],
  ])('at a proxy that responds with %i is a network-error with a next step', (statusCode, next) => {
    const error = readConnectionFailure(
      systemError({ code: 'ERR_PROXY_TUNNEL', statusCode }),
      host,
      proxy,
    );
    const failure = toFailure('associate', error);
    expect(failure.reason).toBe('network-error');
    expect(failure.next).toContain(next);
    expect(`${failure.message}${failure.likely}${failure.next}`).not.toContain('secret');
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
