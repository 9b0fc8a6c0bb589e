import { CallError } from './call-error.ts';
import { messageOf } from './connection-error.ts';

/**
 * The error of a failure at a proxy or on the way to it: the request was never sent. Undefined for any
 * other failure. The message names only host and port of the proxy.
 */
export function proxyFailure(
  thrown: unknown,
  hostname: string,
  proxy: URL | undefined,
): CallError | undefined {
  if (proxy === undefined || !(thrown instanceof Error)) return undefined;
  if (codeOf(thrown) === 'ERR_PROXY_TUNNEL') return noTunnel(thrown, hostname, proxy);
  const attempt = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  if (!leadsTo(proxy, attempt)) return undefined;
  const text = `no connection to the proxy ${proxy.host}: ${messageOf(thrown)}`;
  return failure('ProxyFailed', text, thrown);
}

function noTunnel(error: Error, hostname: string, { host }: URL): CallError {
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined;
  // With a status, Node's message holds the URL.
  const said = status === undefined ? error.message : `HTTP ${status}`;
  const text = `the proxy ${host} opened no tunnel to ${hostname}: ${said}`;
  return failure(isFinal(status) ? 'ProxyRefused' : 'ProxyFailed', text, error);
}

/** A client error is the proxy's rule. Retrying a wrong password may lock the user out. */
function isFinal(status = 0): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Whether the connection that failed was one to the proxy; Node reports its name or port. */
function leadsTo({ hostname, port, protocol }: URL, error: unknown): error is Error {
  if (!(error instanceof Error) || !('syscall' in error)) return false;
  if (error.syscall === 'getaddrinfo') return 'hostname' in error && error.hostname === hostname;
  const proxyPort = Number(port) || (protocol === 'https:' ? 443 : 80);
  return error.syscall === 'connect' && 'port' in error && error.port === proxyPort;
}

function failure(code: 'ProxyFailed' | 'ProxyRefused', message: string, cause: Error): CallError {
  const kind = code === 'ProxyRefused' ? 'rejected' : 'unsent';
  return new CallError({ kind, code, message }, cause);
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
