import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import type { RequestLog, ServiceName } from './request-log.ts';
import type { Attempted } from './response-mode.ts';
import { chooseResponse } from './response-mode.ts';
import { ServiceError } from './service-error.ts';

/** A request with its complete body. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a request asks for, for the request log and the faults. */
export interface Call {
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly dryRun: boolean;
  readonly accessKeyId?: string;
  readonly region?: string;
}

/** A response on the wire. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestId?: string;
  readonly body: string;
}

/** The errors of a service's own making that faults need. */
export interface Breakdowns {
  readonly throttled: ServiceError;
  readonly failed: ServiceError;
  readonly unavailable: ServiceError;
}

/** One service: `perform` returns a response or throws a ServiceError, which `error` formats. */
export interface Service {
  readonly name: ServiceName;
  readonly breakdowns: Breakdowns;
  call(received: Received): Call;
  perform(received: Received): Promise<Reply> | Reply;
  error(error: ServiceError): Reply;
}

/** What all fake servers share; `now` is in milliseconds. */
export interface Shared {
  readonly now: () => number;
  readonly faults: Faults;
  readonly requestLog: RequestLog;
}

/** A running server. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on a random port of the loopback interface. */
export async function serve(service: Service, shared: Shared): Promise<Listening> {
  const inFlight = new Set<Call>();
  const server = createServer((request, response) => {
    answer(service, shared, inFlight, request, response).catch((cause) => {
      // A client that gives up in the middle of its request needs no response.
      if (request.complete) throw cause;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function answer(
  service: Service,
  { now, faults, requestLog }: Shared,
  inFlight: Set<Call>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const received = await receive(request);
  const call = service.call(received);
  const alongside = [...inFlight];
  inFlight.add(call);
  response.once('close', () => inFlight.delete(call));
  const at = now();
  const fault = faults.take(call.operation, call.dryRun);
  let body: string | undefined;
  const mode = await chooseResponse(fault, service, async () => {
    const attempted = await attempt(service, received);
    if (attempted.outcome === 'ok' && arrives(fault)) body = attempted.reply.body;
    return attempted;
  });
  const { dryRun: _, ...asked } = call;
  const { outcome, requestId } = mode;
  requestLog.recordRequest({
    service: service.name,
    ...asked,
    at,
    outcome,
    ...(requestId !== undefined && { requestId }),
    ...(body !== undefined && { answer: body }),
    ...(alongside.length > 0 && { alongside }),
  });
  await mode.send(response);
}

function arrives(fault: Fault | undefined): boolean {
  return fault === undefined || fault.fault === 'slow' || fault.fault === 'drip';
}

async function attempt(service: Service, received: Received): Promise<Attempted> {
  try {
    return { reply: await service.perform(received), outcome: 'ok' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { reply: service.error(error), outcome: error.code };
  }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method ?? '',
    url: new URL(request.url ?? '/', 'http://localhost'),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
