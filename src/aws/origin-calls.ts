import {
  DescribeIpamResourceDiscoveriesCommand,
  GetIpamDiscoveredRoutesCommand,
  type IpamDiscoveredRoute,
  type IpamResourceDiscovery,
} from '@aws-sdk/client-ec2';
import type { Page } from './call.ts';
import { type Client, page } from './ec2.ts';

const largestPage = 1_000;

/** A page of the resource discoveries in the Region of the client. Sent once; throws CallError. */
export async function describeIpamResourceDiscoveries(
  client: Client,
  NextToken: string | undefined,
  abortSignal: AbortSignal,
): Promise<Page<IpamResourceDiscovery>> {
  const command = new DescribeIpamResourceDiscoveriesCommand({
    MaxResults: largestPage,
    NextToken,
  });
  const response = await client.send(command, { abortSignal });
  return page('ipamResourceDiscoverySet', response.IpamResourceDiscoveries, response.NextToken);
}

/** A page of the BYOIP CIDRs in `region` that a resource discovery found in BGP. Sent once; throws CallError. */
export async function getIpamDiscoveredRoutes(
  client: Client,
  discovery: { readonly id: string; readonly region: string },
  NextToken: string | undefined,
  abortSignal: AbortSignal,
): Promise<Page<IpamDiscoveredRoute>> {
  const command = new GetIpamDiscoveredRoutesCommand({
    IpamResourceDiscoveryId: discovery.id,
    ResourceRegion: discovery.region,
    MaxResults: largestPage,
    NextToken,
  });
  const response = await client.send(command, { abortSignal });
  return page('ipamDiscoveredRouteSet', response.IpamDiscoveredRoutes, response.NextToken);
}
