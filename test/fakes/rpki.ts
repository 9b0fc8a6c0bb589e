import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Address4, Address6 } from 'ip-address';
import type { Listening } from './server.ts';

/** A VRP. */
export interface FakeVrp {
  readonly asn: number;
  readonly prefix: string;
  readonly maxLength: number;
}

/** How the servers answer: with VRPs of an age, with an HTTP status, or never. */
export interface RpkiBehaviour {
  vrps: readonly FakeVrp[];
  ageHours: number;
  status: number;
  isSilent: boolean;
}

/**
 * RIPEstat (`/data/rpki-validation/data.json`, as stat.ripe.net/docs has it) and a Routinator (`/json`, as
 * version 0.15.3 answers) on loopback, with the same VRPs.
 */
export interface FakeRpki extends Listening {
  readonly behaviour: RpkiBehaviour;
  /** The paths and queries that were asked for, in order. */
  readonly asked: readonly URL[];
}

/** Starts both on one random port. */
export async function startRpki(vrps: readonly FakeVrp[]): Promise<FakeRpki> {
  const behaviour: RpkiBehaviour = { vrps, ageHours: 0, status: 200, isSilent: false };
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(url);
    if (behaviour.isSilent) return;
    if (behaviour.status !== 200) {
      response.writeHead(behaviour.status, { 'content-type': 'text/plain' });
      response.end('Initial validation ongoing. Please wait.');
    } else if (url.pathname === '/json') sendJson(response, routinator(url, behaviour));
    else if (url.pathname === '/data/rpki-validation/data.json') {
      sendJson(response, ripestat(url, behaviour));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    behaviour,
    asked,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendJson(response: ServerResponse, document: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(document));
}

function covering(prefix: string, { vrps }: RpkiBehaviour): readonly FakeVrp[] {
  const address = (text: string) => (text.includes(':') ? new Address6(text) : new Address4(text));
  const wanted = address(prefix);
  return vrps.filter((vrp) => {
    const covers = address(vrp.prefix);
    return covers.constructor === wanted.constructor && wanted.isInSubnet(covers);
  });
}

function routinator(url: URL, behaviour: RpkiBehaviour): object {
  const made = new Date(Date.now() - behaviour.ageHours * 3_600_000);
  const prefix = url.searchParams.get('select-prefix') ?? '';
  return {
    metadata: { generated: Math.floor(made.getTime() / 1000), generatedTime: made.toISOString() },
    roas: covering(prefix, behaviour).map(({ asn, ...vrp }) => ({
      asn: `AS${asn}`,
      ...vrp,
      ta: 'N/A',
    })),
  };
}

function ripestat(url: URL, behaviour: RpkiBehaviour): object {
  const prefix = url.searchParams.get('prefix') ?? '';
  const resource = url.searchParams.get('resource') ?? '';
  const length = Number(prefix.split('/')[1]);
  const roas = covering(prefix, behaviour).map((vrp) => ({
    origin: String(vrp.asn),
    prefix: vrp.prefix,
    max_length: vrp.maxLength,
    validity: validityOf(vrp, resource, length),
  }));
  const validities = roas.map(({ validity }) => validity);
  const status =
    ['valid', 'invalid_length', 'invalid_asn'].find((state) => validities.includes(state)) ??
    'unknown';
  return {
    messages: [],
    see_also: [],
    version: '0.3',
    data_call_name: 'rpki-validation',
    data_call_status: 'supported',
    cached: false,
    data: { validating_roas: roas, status, validator: 'routinator', resource, prefix },
    status: 'ok',
    status_code: 200,
    time: new Date().toISOString(),
  };
}

function validityOf({ asn, maxLength }: FakeVrp, resource: string, length: number): string {
  if (String(asn) !== resource) return 'invalid_asn';
  return length <= maxLength ? 'valid' : 'invalid_length';
}
