import type { HttpHandler } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** What carries each request to AWS and to the ID token door, and its answer back. */
export type Transport = HttpHandler;

/**
 * Connections take turns, first in, first out: one that lies idle meets the server just as it closes
 * it, and then nobody knows what became of the call.
 */
const agent = { keepAlive: true, maxSockets: 50, scheduling: 'fifo' } as const;

/** Connections of this process, shared by all clients. */
export function openTransport(): Transport {
  return new NodeHttpHandler({ httpAgent: agent, httpsAgent: agent });
}
