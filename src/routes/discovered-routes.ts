import type { IpamDiscoveredRoute, IpamResourceDiscovery } from '@aws-sdk/client-ec2';
import { type AwsCallContext, callPages } from '../aws/call.ts';
import type { Client } from '../aws/ec2.ts';
import { CallError } from '../aws/errors/call-error.ts';
import { normalizeAsn, normalizeCidr, normalizeState } from '../aws/normalize.ts';
import { describeIpamResourceDiscoveries, getIpamDiscoveredRoutes } from '../aws/origin-calls.ts';
import type { Target } from '../domain/target.ts';
import { startDeadline } from '../lib/deadline.ts';

/** A route of a CIDR as a resource discovery of IPAM found it in BGP. */
export interface DiscoveredRoute {
  readonly cidr: string;
  /** In canonical text, or AWS's text where it has none. */
  readonly asn: string;
  readonly state: string;
  /** Milliseconds since 1970; undefined where AWS names no time. */
  readonly sampledAt: number | undefined;
  /** The account and ID of a discovery that is not the default one; else undefined. */
  readonly discovery: string | undefined;
}

/** What IPAM has found, or why it could not be read. */
export interface DiscoveredRoutes {
  /** The call, for evidence. */
  readonly source: string;
  readonly routes: readonly DiscoveredRoute[];
  readonly unread?: string;
}

const timeoutSeconds = 10;

/**
 * Reads the routes that IPAM has discovered in the Region of a target; `client` is one of the IPAM's
 * Region. Never fatal, and bounded in time: a role may lack the permission, and there may be no IPAM.
 */
export async function readDiscoveredRoutes(
  client: Client,
  { region, ipamRegion }: Pick<Target, 'region' | 'ipamRegion'>,
  context: AwsCallContext,
): Promise<DiscoveredRoutes> {
  const source = `GetIpamDiscoveredRoutes${ipamRegion === undefined ? '' : ` in ${ipamRegion}`}`;
  const seconds = Math.min(timeoutSeconds, context.deadline.remaining() / 1000);
  const bounded = { ...context, deadline: startDeadline(context.clock, seconds) };
  try {
    const discoveries = await findDiscoveries(client, bounded);
    if (discoveries.length === 0) return { source, routes: [], unread: noDiscovery };
    const routes: (readonly DiscoveredRoute[])[] = [];
    for (const discovery of discoveries) {
      routes.push(await readRoutes(client, discovery, region, bounded));
    }
    return { source, routes: routes.flat() };
  } catch (error) {
    if (error instanceof CallError) return { source, routes: [], unread: error.message };
    throw error;
  }
}

const noDiscovery = 'the account has no resource discovery of IPAM there';

/** The default resource discovery; without one, all, which others may have shared. */
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
  return found.map((route) => readRoute(route, discovery));
}

function readRoute(
  { Cidr, Asn, State, SampleTime }: IpamDiscoveredRoute,
  discovery: string | undefined,
): DiscoveredRoute {
  return {
    cidr: normalizeCidr(Cidr),
    asn: normalizeAsn(Asn),
    state: normalizeState(State),
    sampledAt: SampleTime?.getTime(),
    discovery,
  };
}
