import type { AwsCallContext } from '../aws/call.ts';
import type { Client } from '../aws/ec2.ts';
import { amazonOrigins } from '../domain/origin.ts';
import type { Target } from '../domain/target.ts';
import { mapConcurrent } from '../lib/concurrency.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { ObservedOrigin, Seen } from '../plan/observed-origin.ts';
import { askForEach } from '../rpki/read-sources.ts';
import type { RequestContext } from '../rpki/request-json.ts';
import { decideOrigin } from './decide-origin.ts';
import { type DiscoveredRoutes, readDiscoveredRoutes } from './discovered-routes.ts';
import { readCollectors, unknownPartition } from './looking-glass.ts';

/** What is asked beside the listing: nothing, IPAM, or also the route collectors for every CIDR. */
export type OriginSources = 'listing' | 'ipam' | 'all';

/** CIDRs of one target as they are listed, and what is asked for their origins. */
export interface OriginQuery {
  readonly cidrs: readonly ObservedCidr[];
  readonly ask: OriginSources;
  readonly target: Pick<Target, 'region' | 'ipamRegion'>;
  /** Of the Region of the IPAM. */
  readonly client: Client;
  readonly renew: AwsCallContext['renew'];
}

/** The query for CIDRs of a connected target. */
export function originQuery(
  { target: { region }, connection, observed: { ipamRegion } }: ConnectedTarget,
  cidrs: readonly ObservedCidr[],
  ask: OriginSources,
): OriginQuery {
  const { clients, renew } = connection;
  return { cidrs, ask, target: { region, ipamRegion }, client: clients.ipamClient, renew };
}

/**
 * The origins of CIDRs, by CIDR. IPAM is read once for each query, so many at a time; the route collectors
 * are asked for the CIDRs of all queries together. Only the cancellation and a defect are thrown.
 */
export async function observeOrigins(
  queries: readonly OriginQuery[],
  concurrency: number,
  context: RequestContext,
): Promise<ReadonlyMap<string, ObservedOrigin>> {
  const [discovered, seen] = await Promise.all([
    mapConcurrent(queries, concurrency, (query) => askIpam(query, context)),
    askCollectors(queries, context),
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
  { cidrs, ask, target, client, renew }: OriginQuery,
  context: RequestContext,
): Promise<DiscoveredRoutes | undefined> {
  if (ask === 'listing' || !isAdvertised(cidrs)) return undefined;
  return readDiscoveredRoutes(client, target, { ...context, renew });
}

function isAdvertised(entries: readonly ObservedCidr[]): boolean {
  return entries.some(({ state }) => state === 'advertised');
}

/** Without the ASNs of AWS, its own announcement would be taken for another one. */
async function askCollectors(
  queries: readonly OriginQuery[],
  context: RequestContext,
): Promise<ReadonlyMap<string, Seen>> {
  const wanted = queries
    .filter(({ ask }) => ask === 'all')
    .flatMap(({ cidrs, target }) => cidrs.map(({ cidr }) => ({ cidr, region: target.region })));
  const isKnown = ({ region }: { readonly region: string }) => amazonOrigins(region).length > 0;
  const answers = await askForEach(wanted.filter(isKnown), ({ cidr }) =>
    readCollectors(cidr, context),
  );
  const unknown = wanted.filter((each) => !isKnown(each));
  return new Map<string, Seen>([
    ...answers,
    ...unknown.map(({ cidr }) => [cidr, { unread: unknownPartition }] as const),
  ]);
}
