import { type HttpHandler, HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { CallError, intercepted, ownError } from './errors/call-error.ts';
import { readConnectionFailure } from './errors/connection-error.ts';
import { tooLongCode } from './errors/error-codes.ts';
import { isPage, type TextResponse } from './errors/response-text.ts';

/**
 * Sends requests, and reads each response to its end. Throws a CallError for every failure on the way,
 * and for an HTML page in place of a response. So any other error of the SDK without a response was
 * thrown before anything was sent.
 */
export interface Transport extends HttpHandler {
  handle(
    ...sent: Parameters<HttpHandler['handle']>
  ): Promise<{ readonly response: HttpResponse & TextResponse }>;
}

/** `https_proxy`, `http_proxy` and `no_proxy`, as Node's agents read them; empty for no proxy. */
type ProxyVariables = Readonly<Record<string, string>>;

/**
 * First in, first out: the server may close a connection that was idle for long just as a call is sent
 * on it, and then nobody knows whether the call was carried out.
 */
const agent = { keepAlive: true, maxSockets: 50, scheduling: 'fifo' } as const;

/** The time for a proxy to open a tunnel, as in Node's own agents. */
const tunnelMs = 5_000;

/** The connections of this process, shared by all clients, through the given proxies. */
export function openTransport(proxies: ProxyVariables = {}): Transport {
  const proxied =
    Object.keys(proxies).length === 0 ? agent : { ...agent, proxyEnv: proxies, timeout: tunnelMs };
  const handler = new NodeHttpHandler({ httpAgent: proxied, httpsAgent: proxied });
  return wrapHandler(handler, proxies);
}

/** A transport over a handler of the SDK; failures at the given proxies name the proxy. */
export function wrapHandler(handler: HttpHandler, proxies: ProxyVariables = {}): Transport {
  return {
    ...(handler.metadata && { metadata: handler.metadata }),
    handle: async (request, options) => {
      try {
        const { response } = await handler.handle(request, options);
        return { response: await readResponse(response, request.hostname) };
      } catch (error) {
        throw readConnectionFailure(error, request.hostname, proxyOf(request, proxies));
      }
    },
    updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
    httpHandlerConfigs: () => handler.httpHandlerConfigs(),
    destroy: () => handler.destroy?.(),
  };
}

/** A request to a URL, for a transport. */
export function requestTo(
  { protocol, hostname, port, host, pathname: path, searchParams }: URL,
  {
    headers,
    ...rest
  }: Pick<HttpRequest, 'headers'> & Partial<Pick<HttpRequest, 'method' | 'body'>>,
): HttpRequest {
  return new HttpRequest({
    ...{ protocol, hostname, path, query: Object.fromEntries(searchParams), ...rest },
    ...(port === '' ? {} : { port: Number(port) }),
    headers: { host, ...headers },
  });
}

async function readResponse(
  response: HttpResponse,
  host: string,
): Promise<HttpResponse & TextResponse> {
  const body = await readBody(response);
  const read = Object.assign(response, { body, text: new TextDecoder().decode(body), host });
  if (isPage(read.text)) throw intercepted(read);
  return read;
}

/** In bytes. The largest page of a listing has some hundred thousand. */
const longestBody = 16 * 1024 * 1024;

/** The body of a response. Listens to events, which is a millisecond a run faster than iterating. */
function readBody({ body, statusCode: httpStatus }: HttpResponse): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const fail = (cause: Error) => {
    const message = `the response broke off (${cause.message})`;
    const isOwn = cause instanceof CallError;
    reject(isOwn ? cause : ownError('Unreadable', message, { httpStatus, cause }));
  };
  body.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
    // Closes the connection.
    else
      body.destroy(ownError(tooLongCode, 'the response was cut off after 16 MiB', { httpStatus }));
  });
  body.on('end', () => resolve(Buffer.concat(chunks)));
  body.on('error', fail);
  body.on('close', () => fail(new Error('the connection was closed')));
  return promise;
}

function proxyOf({ protocol }: HttpRequest, proxies: ProxyVariables): URL | undefined {
  const text = proxies[protocol === 'https:' ? 'https_proxy' : 'http_proxy'];
  // An empty variable turns the proxy off.
  return text ? new URL(text) : undefined;
}
