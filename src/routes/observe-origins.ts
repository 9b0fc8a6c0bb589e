import { amazonOrigins } from '../domain/origin.ts';
import { mapConcurrent } from '../lib/concurrency.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { ObservedOrigin, Seen } from '../plan/observed-origin.ts';
import { askForEach } from '../rpki/read-sources.ts';
import type { RequestContext } from '../rpki/request-json.ts';
import { decideOrigin } from './decide-origin.ts';
import { type DiscoveredRoutes, readDiscoveredRoutes } from './discovered-routes.ts';
import { readCollectors, unknownPartition } from './looking-glass.ts';

/** Listed CIDRs of one target, and the sources to read for their origins besides the listing. */
export interface OriginQuery {
  readonly connected: Pick<ConnectedTarget, 'target' | 'connection' | 'observed'>;
  readonly cidrs: readonly ObservedCidr[];
  /** No other source, IPAM, or IPAM and the route collectors. */
  readonly ask: 'listing' | 'ipam' | 'all';
}

/**
 * The origins of CIDRs, by CIDR. Reads IPAM once per query, `concurrency` queries at a time, and asks the
 * route collectors about the CIDRs of all queries together. Throws only the cancellation and defects.
 */
export async function observeOrigins(
  queries: readonly OriginQuery[],
  concurrency: number,
  context: RequestContext,
): Promise<ReadonlyMap<string, ObservedOrigin>> {
  const [discovered, seen] = await Promise.all([
    mapConcurrent(queries, concurrency, (query) => askIpam(query, context)),
    askCollectorsAboutAll(queries, context),
  ]);
  const now = context.clock.wallTime();
  return new Map(
    queries.flatMap(({ cidrs }, index) =>
      [...Map.groupBy(cidrs, ({ cidr }) => cidr)].map(([cidr, entries]) => {
        const ipam = isAdvertised(entries) ? discovered[index] : undefined;
        return [cidr, decideOrigin(cidr, entries, { ipam, seen: seen.get(cidr) }, now)] as const;
      }),
    ),
  );
}

async function askIpam(
  { connected, cidrs, ask }: OriginQuery,
  context: RequestContext,
): Promise<DiscoveredRoutes | undefined> {
  if (ask === 'listing' || !isAdvertised(cidrs)) return undefined;
  return readDiscoveredRoutes(connected, context);
}

function isAdvertised(entries: readonly ObservedCidr[]): boolean {
  return entries.some(({ state }) => state === 'advertised');
}

/** Without the ASNs of AWS, its own route would look like someone else's. */
async function askCollectorsAboutAll(
  queries: readonly OriginQuery[],
  context: RequestContext,
): Promise<ReadonlyMap<string, Seen>> {
  const wanted = queries
    .filter(({ ask }) => ask === 'all')
    .flatMap(({ cidrs, connected: { target } }) =>
      cidrs.map(({ cidr }) => ({ cidr, region: target.region })),
    );
  return askForEach(
    wanted,
    async ({ cidr, region }): Promise<Seen> =>
      amazonOrigins(region).length === 0
        ? { unread: unknownPartition }
        : readCollectors(cidr, context),
  );
}
