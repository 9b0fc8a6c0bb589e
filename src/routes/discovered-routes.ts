import type { IpamResourceDiscovery } from '@aws-sdk/client-ec2';
import { type AwsCallContext, callPages } from '../aws/call.ts';
import type { Client } from '../aws/ec2.ts';
import { normalizeAsn, normalizeCidr, normalizeState } from '../aws/normalize.ts';
import { describeIpamResourceDiscoveries, getIpamDiscoveredRoutes } from '../aws/origin-calls.ts';
import type { CallContext } from '../lib/call-context.ts';
import { mapConcurrent } from '../lib/concurrency.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import { tryRead } from '../observe/describe.ts';

/** A route of a CIDR that a resource discovery of IPAM found in BGP. */
export interface DiscoveredRoute {
  readonly cidr: string;
  /** In canonical text, or AWS's text if that is not an ASN. */
  readonly asn: string;
  readonly state: string;
  /** Milliseconds since 1970; undefined if AWS gives no time. */
  readonly sampledAt: number | undefined;
  /** ID and account of a discovery that is not the default one. */
  readonly discovery: string | undefined;
}

/** The routes that IPAM has found, or why they could not be read. */
export interface DiscoveredRoutes {
  /** The call, for evidence. */
  readonly source: string;
  readonly routes: readonly DiscoveredRoute[];
  readonly unread?: string;
}

/**
 * Reads the routes that IPAM has discovered in the Region of a target. Never fatal, and takes at most ten
 * seconds: a role may lack the permission, and there may be no IPAM.
 */
export async function readDiscoveredRoutes(
  {
    target: { region },
    connection,
    observed: { ipamRegion },
  }: Pick<ConnectedTarget, 'target' | 'connection' | 'observed'>,
  context: CallContext,
): Promise<DiscoveredRoutes> {
  const source = `GetIpamDiscoveredRoutes${ipamRegion === undefined ? '' : ` in ${ipamRegion}`}`;
  const { renew, clients } = connection;
  const client = clients.ipamClient;
  const readAll = async (bounded: AwsCallContext) => {
    const discoveries = await findDiscoveries(client, bounded);
    if (discoveries.length === 0) return { unread: noDiscovery };
    const routes = await mapConcurrent(discoveries, 1, (discovery) =>
      readRoutes(client, discovery, region, bounded),
    );
    return { routes: routes.flat() };
  };
  return { source, routes: [], ...(await tryRead(readAll, { ...context, renew })) };
}

const noDiscovery = 'the account has no resource discovery of IPAM there';

/** The default resource discovery; without one, all discoveries, which others may have shared. */
async function findDiscoveries(
  client: Client,
  context: AwsCallContext,
): Promise<readonly IpamResourceDiscovery[]> {
  const all = await callPages(
    (nextToken, signal) => describeIpamResourceDiscoveries(client, nextToken, signal),
    context,
  );
  const own = all.filter(({ IsDefault }) => IsDefault);
  return own.length > 0 ? own : all;
}

async function readRoutes(
  client: Client,
  { IpamResourceDiscoveryId: id = '', OwnerId: owner, IsDefault }: IpamResourceDiscovery,
  region: string,
  context: AwsCallContext,
): Promise<readonly DiscoveredRoute[]> {
  const found = await callPages(
    (nextToken, signal) => getIpamDiscoveredRoutes(client, { id, region }, nextToken, signal),
    context,
  );
  const discovery = IsDefault ? undefined : `${id} of account ${owner ?? 'not known'}`;
  return found.map(({ Cidr, Asn, State, SampleTime }) => ({
    cidr: normalizeCidr(Cidr),
    asn: normalizeAsn(Asn),
    state: normalizeState(State),
    sampledAt: SampleTime?.getTime(),
    discovery,
  }));
}
