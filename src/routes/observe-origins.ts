import type { EC2Client } from '@aws-sdk/client-ec2';
import type { AwsCallContext } from '../aws/call.ts';
import { amazonOrigins } from '../domain/rpki.ts';
import type { Target } from '../domain/target.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { ObservedOrigin, Seen } from '../plan/observed-origin.ts';
import { askForEach } from '../rpki/read-sources.ts';
import type { RequestContext } from '../rpki/request-json.ts';
import { decideOrigin } from './decide-origin.ts';
import { type DiscoveredRoutes, readDiscoveredRoutes } from './discovered-routes.ts';
import { readCollectors, unknownPartition } from './looking-glass.ts';

/** What is asked beside the listing: nothing, IPAM, or also the route collectors for every CIDR. */
export type OriginSources = 'listing' | 'ipam' | 'all';

/**
 * The origins of CIDRs as they are listed, by CIDR. IPAM is read once, by `client`, which is one of the IPAM's
 * Region. Only the cancellation and a defect are thrown.
 */
export async function observeOrigins(
  cidrs: readonly ObservedCidr[],
  target: Pick<Target, 'region' | 'ipamRegion'>,
  ask: OriginSources,
  client: Pick<EC2Client, 'send'>,
  context: AwsCallContext & RequestContext,
): Promise<ReadonlyMap<string, ObservedOrigin>> {
  const [ipam, seen] = await Promise.all([
    askIpam(cidrs, target, ask, client, context),
    ask === 'all' ? askAll(cidrs, target, context) : undefined,
  ]);
  const now = context.clock.wallTime();
  const byCidr = Map.groupBy(cidrs, ({ cidr }) => cidr);
  return new Map(
    [...byCidr].map(([cidr, entries]) => [
      cidr,
      decideOrigin(
        cidr,
        entries,
        { ipam: isAdvertised(entries) ? ipam : undefined, seen: seen?.get(cidr) },
        now,
      ),
    ]),
  );
}

async function askIpam(
  cidrs: readonly ObservedCidr[],
  target: Pick<Target, 'region' | 'ipamRegion'>,
  ask: OriginSources,
  client: Pick<EC2Client, 'send'>,
  context: AwsCallContext,
): Promise<DiscoveredRoutes | undefined> {
  if (ask === 'listing' || !isAdvertised(cidrs)) return undefined;
  return readDiscoveredRoutes(client, target, context);
}

function isAdvertised(entries: readonly ObservedCidr[]): boolean {
  return entries.some(({ state }) => state === 'advertised');
}

/** Without the ASNs of AWS, its own announcement would be taken for another one. */
async function askAll(
  cidrs: readonly ObservedCidr[],
  { region }: Pick<Target, 'region'>,
  context: RequestContext,
): Promise<ReadonlyMap<string, Seen>> {
  if (amazonOrigins(region).length === 0) {
    return new Map(cidrs.map(({ cidr }) => [cidr, { unread: unknownPartition }]));
  }
  return askForEach(cidrs, ({ cidr }) => readCollectors(cidr, context));
}
