import {
  DescribeIpamResourceDiscoveriesCommand,
  type EC2Client,
  GetIpamDiscoveredRoutesCommand,
  type IpamDiscoveredRoute,
  type IpamResourceDiscovery,
} from '@aws-sdk/client-ec2';
import { mapErrors, type Page } from './call.ts';
import { page } from './ec2.ts';

/** The requests to EC2 that show origins, each sent once. All throw CallError. */
export interface OriginCalls {
  describeIpamResourceDiscoveries(
    nextToken: string | undefined,
    signal: AbortSignal,
  ): Promise<Page<IpamResourceDiscovery>>;
  /** The BYOIP CIDRs of a Region that a resource discovery has found in BGP. */
  getIpamDiscoveredRoutes(
    discoveryId: string,
    region: string,
    nextToken: string | undefined,
    signal: AbortSignal,
  ): Promise<Page<IpamDiscoveredRoute>>;
}

/** The requests over an SDK client of the IPAM's Region that is set to a single attempt. */
export function originCalls(client: Pick<EC2Client, 'send'>): OriginCalls {
  return {
    describeIpamResourceDiscoveries: async (nextToken, abortSignal) => {
      const command = new DescribeIpamResourceDiscoveriesCommand(paging(nextToken));
      const answer = await mapErrors(client.send(command, { abortSignal }));
      return page('ipamResourceDiscoverySet', answer.IpamResourceDiscoveries, answer.NextToken);
    },
    getIpamDiscoveredRoutes: async (discoveryId, region, nextToken, abortSignal) => {
      const command = new GetIpamDiscoveredRoutesCommand({
        IpamResourceDiscoveryId: discoveryId,
        ResourceRegion: region,
        ...paging(nextToken),
      });
      const answer = await mapErrors(client.send(command, { abortSignal }));
      return page('ipamDiscoveredRouteSet', answer.IpamDiscoveredRoutes, answer.NextToken);
    },
  };
}

/** The largest page that EC2 gives of these. */
function paging(nextToken: string | undefined) {
  return { MaxResults: 1_000, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
}
