import type { HttpHandler, HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { boundAnswer } from '../bound-answer.ts';
import type { Proxies } from '../proxy.ts';
import { tooLong } from './answer.ts';
import { proxyFailure } from './proxy-failure.ts';

/** What carries each request to AWS and to the ID token door, and its answer back. */
export type Transport = HttpHandler;

/**
 * Connections take turns, first in, first out: one that lies idle meets the server just as it closes
 * it, and then nobody knows what became of the call.
 */
const agent = { keepAlive: true, maxSockets: 50, scheduling: 'fifo' } as const;

/** A proxy that opens no tunnel in this time is taken for dead; Node's own agents take as long. */
const tunnelMs = 5_000;

/**
 * Connections of this process, shared by all clients, through the proxies that are named. A failure at
 * a proxy says so, and an answer without end is cut off.
 */
export function openTransport(proxies: Proxies['variables'] = {}): Transport {
  const proxied =
    Object.keys(proxies).length === 0 ? agent : { ...agent, proxyEnv: proxies, timeout: tunnelMs };
  const handler = new NodeHttpHandler({ httpAgent: proxied, httpsAgent: proxied });
  return {
    metadata: handler.metadata,
    handle: async (request, options) => {
      try {
        const { response } = await handler.handle(request, options);
        response.body = boundAnswer(response.body, tooLong(response.statusCode));
        return { response };
      } catch (error) {
        throw proxyFailure(error, request.hostname, proxyOf(request, proxies)) ?? error;
      }
    },
    updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
    httpHandlerConfigs: () => handler.httpHandlerConfigs(),
    destroy: () => handler.destroy(),
  };
}

function proxyOf({ protocol }: HttpRequest, proxies: Proxies['variables']): URL | undefined {
  const text = proxies[protocol === 'https:' ? 'https_proxy' : 'http_proxy'];
  return text === undefined ? undefined : new URL(text);
}
