import { property, stringAt } from '../../lib/json.ts';
import { CallError, ownError } from './call-error.ts';
import { ownCodes, type ResultKind } from './error-codes.ts';

/**
 * The error of a request to a host that failed on its way. Without a connection the request was never
 * sent; on an open one, nobody knows, whatever the code. A failure at the proxy, or on the way there,
 * names only its host and port.
 */
export function readConnectionFailure(
  thrown: unknown,
  hostname: string,
  proxy?: URL | undefined,
): CallError {
  if (thrown instanceof CallError) return thrown;
  const atProxy = proxy && readProxyFailure(thrown, hostname, proxy);
  if (atProxy) return atProxy;
  const name = thrown instanceof Error ? thrown.name : 'Error';
  const code = stringAt(thrown, 'code') ?? name;
  return new CallError({ kind: kindOf(code, thrown), code, message: messageOf(thrown) }, thrown);
}

function kindOf(code: string, thrown: unknown): ResultKind {
  const known = ownCodes.get(code);
  if (known) return known.kind;
  // A TLS error comes again.
  if (isHandshakeCode(code)) return 'rejected';
  return isUnconnected(thrown) ? 'unsent' : 'ambiguous';
}

const tunnelCode = 'ERR_PROXY_TUNNEL';

/** Codes of Node for connections that were never established. */
const unconnectedCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENOTFOUND',
  tunnelCode,
]);

/** Node tries all addresses of a host, and reports their errors together (an AggregateError). */
function isUnconnected(thrown: unknown): boolean {
  if (thrown instanceof AggregateError) {
    return thrown.errors.length > 0 && thrown.errors.every(isUnconnected);
  }
  const syscall = stringAt(thrown, 'syscall');
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return unconnectedCodes.has(stringAt(thrown, 'code') ?? '');
}

/** Node's codes for certificates (OpenSSL's X509_V_ERR), and OpenSSL's for a failed handshake. */
function isHandshakeCode(code: string): boolean {
  return /^(CERT_|CRL_|ERR_TLS_|UNABLE_TO_(DECODE|DECRYPT|GET|VERIFY)_|(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$|ERR_SSL_(\w+_)?(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNKNOWN_CA|UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER)$)/.test(
    code,
  );
}

/** The error of a failure at a proxy; undefined for any other. */
function readProxyFailure(cause: unknown, hostname: string, proxy: URL): CallError | undefined {
  if (stringAt(cause, 'code') === tunnelCode) {
    const status = property(cause, 'statusCode');
    // With a status, Node's message contains the URL.
    const text = status === undefined ? messageOf(cause) : `HTTP ${status}`;
    const message = `the proxy ${proxy.host} opened no tunnel to ${hostname}: ${text}`;
    return ownError(isFinal(Number(status)) ? 'ProxyRefused' : 'ProxyFailed', message, { cause });
  }
  if (!isConnectionTo(proxy, cause instanceof AggregateError ? cause.errors[0] : cause)) {
    return undefined;
  }
  const message = `no connection to the proxy ${proxy.host}: ${messageOf(cause)}`;
  return ownError('ProxyFailed', message, { cause });
}

/** A client error is the proxy's rule. Retrying a wrong password may lock the user out. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Whether the connection that failed was one to the proxy; Node reports its name or port. */
function isConnectionTo({ hostname, port, protocol }: URL, error: unknown): boolean {
  const syscall = stringAt(error, 'syscall');
  if (syscall === 'getaddrinfo') return stringAt(error, 'hostname') === hostname;
  const proxyPort = Number(port) || (protocol === 'https:' ? 443 : 80);
  return syscall === 'connect' && property(error, 'port') === proxyPort;
}

/** The message of an error, with those of all addresses that were tried. */
function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.message !== '') return thrown.message;
  if (!(thrown instanceof AggregateError)) return 'no message';
  return thrown.errors.map(messageOf).join('; ') || 'no message';
}
