import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, PlainFault } from './faults.ts';
import type { Reply, Service } from './server.ts';
import { ServiceError } from './service-error.ts';

/** How the service handled a request: `outcome` is `ok` or the error's code. */
export interface Attempted {
  readonly reply: Reply;
  readonly outcome: string;
}

/** The response to a request, and its outcome in the request log. */
export interface ResponseMode {
  readonly outcome: string;
  readonly requestId?: string | undefined;
  send(response: ServerResponse): Promise<void> | void;
}

type Send = ResponseMode['send'];
type Attempt = () => Promise<Attempted>;

const CHUNKS = 16;

/** Performs the request unless its fault prevents that, and chooses the response. */
export async function chooseResponse(
  fault: Fault | undefined,
  service: Service,
  attempt: Attempt,
): Promise<ResponseMode> {
  if (fault === undefined) return respond(await attempt(), complete);
  switch (fault.fault) {
    case 'slow':
      return respond(await attempt(), (reply) => slow(closing(reply, fault), fault.ms));
    case 'drip':
      return respond(await attempt(), (reply) => drip(closing(reply, fault), fault.ms));
    case 'error': {
      const error = new ServiceError(fault.status, fault.code, fault.message);
      const reply = service.error(error);
      const headers = { ...reply.headers, ...fault.headers };
      return respond({ reply: { ...reply, headers }, outcome: fault.code }, complete);
    }
    case 'page':
    case 'applied-then-page': {
      if (fault.fault === 'applied-then-page') await attempt();
      const { status, body = FILTERED, headers = {} } = fault;
      const page = { status, contentType: 'text/html', headers, body };
      return { outcome: fault.fault, send: complete(page) };
    }
    default: {
      const performed = PERFORMED.includes(fault.fault) ? await attempt() : undefined;
      const send = replacement(fault.fault, service, performed?.reply ?? nothing);
      return { outcome: fault.fault, send };
    }
  }
}

const nothing = { status: 200, body: '' };

const PERFORMED: readonly PlainFault[] = [
  'cut',
  'cut-reset',
  'garbled',
  'empty',
  'endless',
  'applied-then-hang',
  'applied-then-hangup',
  'applied-then-reset',
  'applied-then-end',
  'applied-then-500',
  'applied-then-503',
];

/** Whether a fault, by the outcome of its request, only loses the response. */
export function isCarriedOut(outcome: string): boolean {
  return outcome === 'applied-then-page' || PERFORMED.some((fault) => fault === outcome);
}

function respond({ reply, outcome }: Attempted, send: (reply: Reply) => Send): ResponseMode {
  return { outcome, requestId: reply.requestId, send: send(reply) };
}

function replacement(
  fault: PlainFault,
  service: Service,
  { status, body }: Pick<Reply, 'status' | 'body'>,
): Send {
  const { throttled, failed, unavailable } = service.breakdowns;
  const { contentType } = service.error(failed);
  switch (fault) {
    case 'hang':
    case 'applied-then-hang':
      return () => {};
    case 'hangup':
    case 'applied-then-hangup':
      return (response) => void response.destroy();
    case 'reset':
    case 'applied-then-reset':
      return (response) => void response.socket?.resetAndDestroy();
    case 'applied-then-end':
      return (response) => void response.socket?.end();
    case 'throttle':
      return complete(service.error(throttled));
    case 'status500':
    case 'applied-then-500':
      return complete(service.error(failed));
    case '503-unavailable':
    case 'applied-then-503':
      return complete(service.error(unavailable));
    case 'status500-empty':
      return complete({ status: 500, contentType, body: '' });
    case '502-html':
      return complete({ status: 502, contentType: 'text/html', body: BAD_GATEWAY });
    case 'cut':
      return cut({ status, contentType, body }, (response) => response.destroy());
    case 'cut-reset':
      return cut({ status, contentType, body }, (response) => response.socket?.resetAndDestroy());
    case 'garbled':
      return complete({ status, contentType, body: half(body) });
    case 'empty':
      return complete({ status, contentType, body: '' });
    case 'endless':
      return endless({ status, contentType, body });
  }
}

const FILTERED =
  '<!DOCTYPE html><html><head><title>Blocked by policy</title></head><body><p>No entry</p></body></html>';
const BAD_GATEWAY = '<html><body><h1>502 Bad Gateway</h1></body></html>';

function half(body: string): string {
  return body.slice(0, Math.ceil(body.length / 2));
}

function complete(reply: Reply): Send {
  return (response) => {
    writeHead(response, reply);
    response.end(reply.body);
  };
}

function closing(reply: Reply, { closes }: { readonly closes?: true }): Reply {
  return closes ? { ...reply, headers: { ...reply.headers, connection: 'close' } } : reply;
}

function slow(reply: Reply, ms: number): Send {
  return async (response) => {
    await sleep(ms, undefined, { ref: false });
    if (!response.destroyed) await complete(reply)(response);
  };
}

function drip(reply: Reply, ms: number): Send {
  return async (response) => {
    writeHead(response, reply);
    const bytes = Buffer.from(reply.body);
    const size = Math.ceil(bytes.length / CHUNKS);
    for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
      response.write(bytes.subarray(at, at + size));
      await sleep(ms, undefined, { ref: false });
    }
    response.end();
  };
}

function endless({ status, contentType, body }: Reply): Send {
  return async (response) => {
    response.writeHead(status, { 'content-type': contentType });
    // Ends when the client closes the connection.
    await pipeline(withoutEnd(half(body)), response).catch(() => {});
  };
}

function* withoutEnd(start: string): Generator<string | Buffer> {
  yield start;
  const more = Buffer.alloc(64 * 1024, ' ');
  for (;;) yield more;
}

// The length announces the complete body, so that the client notices that the rest is missing.
function cut(reply: Reply, end: (response: ServerResponse) => void): Send {
  return (response) => {
    writeHead(response, reply);
    response.write(half(reply.body), () => end(response));
  };
}

function writeHead(response: ServerResponse, { status, contentType, headers, body }: Reply): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': length,
    ...headers,
  });
}
