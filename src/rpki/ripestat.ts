import { rangeOf } from '../domain/ip-range.ts';
import { type RpkiState, type Vrp, validateRoute } from '../domain/rpki.ts';
import { property, stringAt } from '../lib/json.ts';
import { quoteJson, readVrp } from './read-vrp.ts';
import { type RequestContext, requestJson } from './request-json.ts';
import { SourceError } from './source-error.ts';

/** RIPEstat's states (stat.ripe.net/docs, rpki-validation). */
const states: ReadonlyMap<string, RpkiState> = new Map([
  ['valid', 'valid'],
  ['invalid', 'invalid'],
  ['invalid_asn', 'invalid'],
  ['invalid_length', 'invalid'],
  ['unknown', 'not-found'],
]);

/**
 * The VRPs that cover a CIDR, according to RIPEstat, which lists those of all origins for any ASN. Throws
 * a SourceError, also if they contradict RIPEstat's own state for the ASN.
 */
export async function askRipestat(
  cidr: string,
  asn: string,
  context: RequestContext,
): Promise<readonly Vrp[]> {
  const url = new URL('https://stat.ripe.net/data/rpki-validation/data.json');
  url.searchParams.set('resource', asn);
  url.searchParams.set('prefix', cidr);
  url.searchParams.set('sourceapp', 'associate-ipam-byoasn');
  return readRipestat(await requestJson(url, context), cidr, asn);
}

/** The VRPs in RIPEstat's response; throws a SourceError. */
export function readRipestat(response: unknown, cidr: string, asn: string): readonly Vrp[] {
  const data = property(response, 'data');
  const rows = property(data, 'validating_roas');
  const state = states.get(stringAt(data, 'status') ?? '');
  const prefix = rangeOf(cidr);
  if (property(response, 'status') !== 'ok' || !Array.isArray(rows) || !state || !prefix) {
    throw new SourceError(`RIPEstat's response cannot be read: ${quoteJson(response)}`);
  }
  const vrps = rows.map((row) =>
    readVrp({
      asn: property(row, 'origin'),
      prefix: property(row, 'prefix'),
      maxLength: property(row, 'max_length'),
    }),
  );
  if (validateRoute({ prefix, asn }, vrps) === state) return vrps;
  throw new SourceError(`RIPEstat's response contradicts itself: ${quoteJson(response)}`);
}
