import { buffer } from 'node:stream/consumers';
import type { HttpHandler, HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Proxies } from '../inputs/proxies.ts';
import { boundAnswer } from '../lib/bounded-body.ts';
import { brokenOff, CallError, intercepted, tooLongError } from './errors/call-error.ts';
import { readConnectionFailure } from './errors/connection-error.ts';
import { proxyFailure } from './errors/proxy-error.ts';
import { isPage, type WholeAnswer } from './errors/response-text.ts';

/**
 * What carries each request to AWS and to the ID token door, and its answer back, whole. Whatever
 * goes wrong on the way is thrown as a CallError, so that all else that the SDK throws without an
 * answer was thrown before anything was sent. A page in place of an answer is a CallError too.
 */
export interface Transport extends HttpHandler {
  handle(
    ...sent: Parameters<HttpHandler['handle']>
  ): Promise<{ readonly response: HttpResponse & WholeAnswer }>;
}

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
  return carryOver(handler, proxies);
}

/** A transport over a handler of the SDK. */
export function carryOver(handler: HttpHandler, proxies: Proxies['variables'] = {}): Transport {
  return {
    ...(handler.metadata && { metadata: handler.metadata }),
    handle: async (request, options) => {
      try {
        const { response } = await handler.handle(request, options);
        return { response: await readWhole(response, request.hostname) };
      } catch (error) {
        const proxy = proxyOf(request, proxies);
        throw proxyFailure(error, request.hostname, proxy) ?? readConnectionFailure(error);
      }
    },
    updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
    httpHandlerConfigs: () => handler.httpHandlerConfigs(),
    destroy: () => handler.destroy?.(),
  };
}

async function readWhole(
  response: HttpResponse,
  host: string,
): Promise<HttpResponse & WholeAnswer> {
  const body = await readBody(response);
  const answer = Object.assign(response, { body, text: new TextDecoder().decode(body), host });
  if (isPage(answer.text)) throw intercepted(answer);
  return answer;
}

async function readBody({ body, statusCode }: HttpResponse): Promise<Uint8Array> {
  try {
    return await buffer(boundAnswer(body, tooLongError(statusCode)));
  } catch (error) {
    throw error instanceof CallError ? error : brokenOff(statusCode, error);
  }
}

function proxyOf({ protocol }: HttpRequest, proxies: Proxies['variables']): URL | undefined {
  const text = proxies[protocol === 'https:' ? 'https_proxy' : 'http_proxy'];
  return text === undefined ? undefined : new URL(text);
}
