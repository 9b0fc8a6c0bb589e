import { Readable } from 'node:stream';
import { type HttpHandlerOptions, type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { type Transport, wrapHandler } from '../../src/aws/transport.ts';

/** A request as it would have left the machine. */
export interface Sent {
  /** The `Action` of the form; `IdToken` for a request without one. */
  readonly operation: string;
  readonly method: string;
  /** `protocol//host:port/path`. */
  readonly url: string;
  readonly query: HttpRequest['query'];
  readonly headers: Readonly<Record<string, string>>;
  /** The parameters of the form, except Action and Version. */
  readonly form: Readonly<Record<string, string>>;
}

/** An HTTP response. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The result of a request: a response, a broken connection, or none until it is aborted. */
export type ScriptedResponse = Reply | Error | 'never';

/** The responses to the requests of each operation, in order. */
export type ScriptedResponses = Readonly<Record<string, readonly ScriptedResponse[]>>;

/** A transport in memory, and the requests that it received. */
export interface MemoryTransport extends Transport {
  readonly sent: readonly Sent[];
  /** Operations whose request was aborted before there was a response. */
  readonly aborted: readonly string[];
  of(operation: string): readonly Sent[];
}

/** Requests get their responses by operation; one that was not scripted fails. */
export function memoryTransport(
  scripted: ScriptedResponses,
  onSent: (operation: string) => void = () => {},
): MemoryTransport {
  const left = new Map(
    Object.entries(scripted).map(([operation, those]) => [operation, [...those]]),
  );
  const sent: Sent[] = [];
  const aborted: string[] = [];
  const transport = wrapHandler({
    handle: async (request, { abortSignal } = {}) => {
      const seen = readRequest(request);
      sent.push(seen);
      onSent(seen.operation);
      const response = left.get(seen.operation)?.shift();
      if (response === 'never') {
        await ended(abortSignal);
        aborted.push(seen.operation);
        throw Object.assign(new Error('Request aborted'), { name: 'AbortError' });
      }
      if (response === undefined) throw new Error(`${seen.operation} was not foreseen by the test`);
      if (response instanceof Error) throw response;
      return { response: responseOf(response) };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  });
  return {
    ...transport,
    sent,
    aborted,
    of: (operation) => sent.filter((request) => request.operation === operation),
  };
}

/** A connection that broke with a system code of Node's. */
export function brokenBy(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

function readRequest({ method, protocol, hostname, port, path, ...rest }: HttpRequest): Sent {
  const body = typeof rest.body === 'string' ? rest.body : '';
  const {
    Action: operation = 'IdToken',
    Version: _,
    ...form
  } = Object.fromEntries(new URLSearchParams(body));
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const { query, headers } = rest;
  return { operation, method, url: `${protocol}//${host}${path}`, query, headers, form };
}

function responseOf({ status, body, headers = {} }: Reply): HttpResponse {
  return new HttpResponse({
    statusCode: status,
    headers,
    body: Readable.from([Buffer.from(body)]),
  });
}

async function ended(signal: HttpHandlerOptions['abortSignal']): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    if (signal instanceof AbortSignal) signal.addEventListener('abort', () => resolve());
  });
}
