import { Readable } from 'node:stream';
import { HttpResponse } from '@smithy/core/protocols';
import { type Transport, wrapHandler } from '../../src/aws/transport.ts';
import { canonicalCidr } from './cidr.ts';

/** An announcement of a prefix that this many peers of the route collectors see. */
export interface FakeAnnouncement {
  readonly prefix: string;
  readonly asn: number;
  readonly peers: number;
  /** The ASNs before the origin; where left out, an origin that is not Amazon's is behind 16509. */
  readonly via?: readonly number[];
}

/** What the route collectors see, always or at a time in milliseconds. */
export type FakeAnnouncements =
  | readonly FakeAnnouncement[]
  | ((now: number) => readonly FakeAnnouncement[]);

/** The data of RIPEstat's looking glass for a prefix (stat.ripe.net/docs, looking-glass). */
export function lookingGlass(
  resource: string,
  announcements: FakeAnnouncements,
  now: number,
): object {
  const seen = typeof announcements === 'function' ? announcements(now) : announcements;
  const paths = seen
    .filter(({ prefix }) => canonicalCidr(prefix) === canonicalCidr(resource))
    .flatMap((announcement) => Array<string>(announcement.peers).fill(pathOf(announcement)));
  const time = new Date(now).toISOString().slice(0, -1);
  const peers = paths.map((path, index) => ({
    asn_origin: path.split(' ').at(-1),
    as_path: `${64_496 + (index % 3)} ${path}`,
    community: '',
    largeCommunity: '',
    extendedCommunity: '',
    last_updated: time,
    prefix: resource,
    peer: `192.0.2.${index % 256}`,
    origin: 'IGP',
    next_hop: `192.0.2.${index % 256}`,
    latest_time: time,
    community_info: {},
  }));
  const rrcs = ['RRC00', 'RRC01', 'RRC06'].map((rrc, nth) => ({
    rrc,
    location: 'Amsterdam, Netherlands',
    scope: 'global',
    peers: peers.filter((_, index) => index % 3 === nth),
  }));
  return {
    rrcs: rrcs.filter((collector) => collector.peers.length > 0),
    query_time: time,
    latest_time: time,
    parameters: { resource, look_back_limit: 3_600, cache: null },
  };
}

/** Amazon's ASNs that originate prefixes. */
const amazon: readonly number[] = [16_509, 14_618, 8_987, 214_101];

function pathOf({ asn, via = amazon.includes(asn) ? [] : [16_509] }: FakeAnnouncement): string {
  return [...via, asn].join(' ');
}

/** How a change reaches the peers: one by one, the last after this many milliseconds. */
export interface Propagation {
  readonly peers: number;
  readonly ms: number;
}

/**
 * The announcements of a prefix whose origin changes: each peer sees the origin of a while ago. `originAt`
 * says an ASN, `AWS` or `none` for a time.
 */
export function propagate(
  prefix: string,
  originAt: (time: number) => string,
  { peers, ms }: Propagation,
): (now: number) => readonly FakeAnnouncement[] {
  return (now) => {
    const origins = Array.from({ length: peers }, (_, index) =>
      originAt(now - (ms * (index + 1)) / peers),
    );
    return [...Map.groupBy(origins, (origin) => origin)]
      .filter(([origin]) => origin !== 'none')
      .map(([origin, those]) => ({
        prefix,
        asn: origin === 'AWS' ? 16_509 : Number(origin),
        peers: those.length,
      }));
  };
}

/** RIPEstat in memory: each response shows what `see` returns, or is an error. */
export function lookingGlassTransport(see: () => readonly FakeAnnouncement[] | 'down'): Transport {
  return wrapHandler({
    handle: async ({ query }) => {
      const seen = see();
      const data = lookingGlass(String(query.resource), seen === 'down' ? [] : seen, Date.now());
      const body = seen === 'down' ? seen : JSON.stringify({ status: 'ok', data });
      const statusCode = seen === 'down' ? 503 : 200;
      const response = new HttpResponse({
        statusCode,
        headers: {},
        body: Readable.from([Buffer.from(body)]),
      });
      return { response };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  });
}
