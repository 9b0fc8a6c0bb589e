import { canonicalAsn } from '../domain/asn.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { originOf } from '../domain/origin.ts';
import { property } from '../lib/json.ts';
import { countNoun } from '../lib/text.ts';
import type { Seen, SeenOrigin, SeenRoutes } from '../plan/observed-origin.ts';
import { quoteJson } from '../rpki/read-vrp.ts';
import { type RequestContext, requestJson } from '../rpki/request-json.ts';
import { SourceError } from '../rpki/source-error.ts';

/** In characters: up to 1,500 peers, with one to three thousand characters each. */
const longestResponse = 8_388_608;

/** Why the route collectors cannot show what AWS advertises. */
export const unknownPartition = 'not asked: the ASNs of AWS in this partition are not documented';

/** What the route collectors see of a CIDR. Throws only the cancellation. */
export async function askCollectors(cidr: string, context: RequestContext): Promise<Seen> {
  try {
    return await readCollectors(cidr, context);
  } catch (error) {
    if (error instanceof SourceError) return { unread: error.message };
    throw error;
  }
}

/** The same, but also throws a SourceError. */
export async function readCollectors(cidr: string, context: RequestContext): Promise<SeenRoutes> {
  const url = new URL('https://stat.ripe.net/data/looking-glass/data.json');
  url.searchParams.set('resource', cidr);
  // In seconds. Excludes peers that a collector has lost (stat.ripe.net/docs, looking-glass).
  url.searchParams.set('look_back_limit', '3600');
  url.searchParams.set('sourceapp', 'associate-ipam-byoasn');
  return readLookingGlass(await requestJson(url, context, longestResponse), cidr);
}

/** Reads RIPEstat's response about a CIDR. Throws a SourceError. */
export function readLookingGlass(response: unknown, cidr: string): SeenRoutes {
  const collectors = property(property(response, 'data'), 'rrcs');
  if (property(response, 'status') !== 'ok' || !Array.isArray(collectors)) {
    throw unreadable(response);
  }
  const paths = collectors
    .flatMap(peersOf)
    .filter(({ prefix }) => canonicalCidr(prefix) === cidr)
    .map(({ path }) => readPath(path));
  const elsewhere = paths.filter((path) => path.origin === undefined && path.isElsewhere).length;
  return {
    peers: paths.length,
    origins: countOrigins(paths),
    ...(elsewhere === 0 ? {} : { elsewhere }),
  };
}

interface Peer {
  readonly prefix: string;
  readonly path: string;
}

function peersOf(collector: unknown): Peer[] {
  const peers = property(collector, 'peers');
  if (!Array.isArray(peers)) throw unreadable(collector);
  return peers.map((peer) => {
    const [prefix, path] = [property(peer, 'prefix'), property(peer, 'as_path')];
    if (typeof prefix !== 'string' || typeof path !== 'string') throw unreadable(peer);
    return { prefix, path };
  });
}

function unreadable(value: unknown): SourceError {
  return new SourceError(`RIPEstat's response cannot be read: ${quoteJson(value)}`);
}

interface Path {
  /** Undefined for an AS set, which has no single origin. */
  readonly origin: string | undefined;
  readonly isElsewhere: boolean;
}

/**
 * The origin is the last ASN of the path; `asn_origin` is ignored, because it may be a set. Amazon's routers
 * prepend their ASN to a customer's (RFC 4271, section 5.1.2). A path that cannot be read may be AWS's.
 */
function readPath(path: string): Path {
  const origin = readAsn(path.trim().split(/\s+/).at(-1) ?? '');
  const asns = (path.match(/[^\s{},()]+/g) ?? []).map(readAsn);
  const isElsewhere =
    asns.length > 0 && asns.every((asn) => asn !== undefined && originOf(asn) !== 'AWS');
  return { origin, isElsewhere };
}

function readAsn(text: string): string | undefined {
  return /^[0-9]+$/.test(text) ? canonicalAsn(text) : undefined;
}

function countOrigins(paths: readonly Path[]): readonly SeenOrigin[] {
  const byOrigin = Map.groupBy(paths, ({ origin }) => origin);
  const origins = [...byOrigin].flatMap(([asn, those]) => {
    const elsewhere = those.filter(({ isElsewhere }) => isElsewhere).length;
    const others = elsewhere === 0 ? {} : { elsewhere };
    return asn === undefined ? [] : [{ asn, peers: those.length, ...others }];
  });
  return origins.toSorted((a, b) => b.peers - a.peers || Number(a.asn) - Number(b.asn));
}

/** Peers that see an origin through AWS. */
function peersThroughAws({ peers, elsewhere = 0 }: SeenOrigin): number {
  return peers - elsewhere;
}

/** Counts the peers that see each origin through AWS. Amazon's ASNs are one origin, `AWS`. */
export function countByOrigin({ origins }: SeenRoutes): readonly (readonly [string, number])[] {
  const byOrigin = Map.groupBy(origins, ({ asn }) => originOf(asn));
  return [...byOrigin].map(([origin, those]) => [
    origin,
    those.reduce((sum, each) => sum + peersThroughAws(each), 0),
  ]);
}

/** Peers that see no single origin, because their path ends in an AS set. */
export function peersWithoutOrigin({ peers, origins }: SeenRoutes): number {
  return origins.reduce((left, origin) => left - origin.peers, peers);
}

/** Those of them that may see AWS's route. */
export function unclearPeersThroughAws(seen: SeenRoutes): number {
  return peersWithoutOrigin(seen) - (seen.elsewhere ?? 0);
}

/** `from no single origin by 3 peers`; nothing for no peers. */
export function unclearTexts(peers: number): readonly string[] {
  return peers === 0 ? [] : [`from no single origin by ${countNoun(peers, 'peer')}`];
}

/** `seen from AS64500 by 312 peers; another route: from AS64499 by 50 peers`. */
export function seenText(seen: SeenRoutes): string {
  const through = [
    ...listOrigins(seen.origins, peersThroughAws),
    ...unclearTexts(unclearPeersThroughAws(seen)),
  ];
  const other = elsewhereText(seen);
  if (through.length === 0) return other === '' ? 'seen by no peer' : `not seen from AWS${other}`;
  return `seen ${through.join(', ')}${other}`;
}

/** `; another route: from AS64499 by 50 peers`; empty for none. */
export function elsewhereText({ origins, elsewhere: unclear = 0 }: SeenRoutes): string {
  const others = [
    ...listOrigins(origins, ({ elsewhere = 0 }) => elsewhere),
    ...unclearTexts(unclear),
  ];
  return others.length === 0 ? '' : `; another route: ${others.join(', ')}`;
}

const maxListed = 5;

/** `from AS64500 by 312 peers` for each origin that a number of peers sees, and how many more there are. */
export function listOrigins(
  origins: readonly SeenOrigin[],
  count: (origin: SeenOrigin) => number,
): readonly string[] {
  const texts = origins
    .filter((origin) => count(origin) > 0)
    .map((origin) => `from AS${origin.asn} by ${countNoun(count(origin), 'peer')}`);
  const more = texts.length - maxListed;
  return more > 0 ? [...texts.slice(0, maxListed), `from ${more} more`] : texts;
}
