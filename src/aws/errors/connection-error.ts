import { CallError } from './call-error.ts';
import { kindOfOwnCode, type ResultKind, unsentSystemCodes } from './error-codes.ts';

/**
 * What a failed connection means. Without a connection the request was never sent; on an open one,
 * nobody knows, whatever the code.
 */
export function readConnectionFailure(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const code = textAt(thrown, 'code') ?? textAt(thrown, 'name') ?? 'Error';
  return new CallError(
    {
      kind: kindOf(code, thrown),
      code,
      message: messageOf(thrown),
    },
    thrown,
  );
}

function kindOf(code: string, thrown: unknown): ResultKind {
  const known = kindOfOwnCode(code);
  if (known !== undefined) return known;
  // A TLS error comes again.
  if (isOfHandshake(code)) return 'rejected';
  return isUnconnected(thrown) ? 'unsent' : 'ambiguous';
}

/** Node tries all addresses of a host, and reports their errors together (an AggregateError). */
function isUnconnected(thrown: unknown): boolean {
  if (thrown instanceof AggregateError) {
    return thrown.errors.length > 0 && thrown.errors.every(isUnconnected);
  }
  const syscall = textAt(thrown, 'syscall');
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return unsentSystemCodes.has(textAt(thrown, 'code') ?? '');
}

/** Node's codes for certificates (OpenSSL's X509_V_ERR), and OpenSSL's for a handshake that fails. */
function isOfHandshake(code: string): boolean {
  return /^(CERT_|CRL_|ERR_TLS_|UNABLE_TO_(DECODE|DECRYPT|GET|VERIFY)_|(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$|ERR_SSL_(\w+_)?(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNKNOWN_CA|UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER)$)/.test(
    code,
  );
}

/** The message of an error, with those of all addresses that were tried. */
export function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.message !== '') return thrown.message;
  if (!(thrown instanceof AggregateError)) return 'no message';
  return thrown.errors.map(messageOf).join('; ') || 'no message';
}

function textAt(thrown: unknown, key: 'code' | 'name' | 'syscall'): string | undefined {
  if (!(thrown instanceof Error) || !(key in thrown)) return undefined;
  const value: unknown = Reflect.get(thrown, key);
  return typeof value === 'string' ? value : undefined;
}
