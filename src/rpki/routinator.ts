import type { Vrp } from '../domain/rpki.ts';
import { readRows, readVrp } from './read-vrp.ts';
import { type RequestContext, requestJson } from './request-json.ts';

/**
 * The VRPs that cover a CIDR, by the Routinator at a base URL (its manual, HTTP service, /json). Throws a
 * SourceError.
 */
export async function askRoutinator(
  cidr: string,
  base: string,
  maxAgeHours: number,
  context: RequestContext,
): Promise<readonly Vrp[]> {
  const url = new URL(`${base.replace(/\/+$/, '')}/json`);
  url.searchParams.set('select-prefix', cidr);
  const document = await requestJson(url, context);
  return readRows(document, maxAgeHours, context.clock.wallTime()).map(readVrp);
}
