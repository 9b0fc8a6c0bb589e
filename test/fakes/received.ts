import type { HttpRequest } from '@smithy/core/protocols';
import type { Received } from './server.ts';

/** A request of the SDK as a server receives it. */
export function receivedOf(request: HttpRequest): Received {
  const query = new URLSearchParams(
    Object.entries(request.query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return {
    method: request.method,
    url: new URL(`https://${request.hostname}${request.path}?${query}`),
    headers: request.headers,
    body: typeof request.body === 'string' ? request.body : '',
  };
}
