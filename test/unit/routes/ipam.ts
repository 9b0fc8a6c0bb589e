import type { EC2Client } from '@aws-sdk/client-ec2';
import { connectedClient, unusedClients } from '../../fakes/clients.ts';
import { memoryEc2 } from '../../fakes/memory-ec2.ts';
import {
  type MemoryTransport,
  memoryTransport,
  type Reply,
  type ScriptedResponses,
} from '../../fakes/memory-transport.ts';
import { ec2Reply } from '../../fakes/replies.ts';
import { element } from '../../fakes/xml.ts';

type Item = Readonly<Record<string, string>>;

/** The resource discovery that every IPAM has. */
export const defaultDiscovery: Item = {
  ipamResourceDiscoveryId: 'ipam-res-disco-1',
  ownerId: '111122223333',
  isDefault: 'true',
};

/** A page of DescribeIpamResourceDiscoveries. */
export function discoveriesReply(...items: readonly Item[]): Reply {
  return pageReply('DescribeIpamResourceDiscoveries', 'ipamResourceDiscoverySet', items);
}

/** A page of GetIpamDiscoveredRoutes. */
export function routesReply(...items: readonly Item[]): Reply {
  return pageReply('GetIpamDiscoveredRoutes', 'ipamDiscoveredRouteSet', items);
}

function pageReply(operation: string, set: string, items: readonly Item[]): Reply {
  const texts = items.map((item) =>
    element(
      'item',
      Object.entries(item).map(([name, text]) => element(name, text)),
    ),
  );
  return ec2Reply(operation, [element(set, texts)]);
}

/** An SDK client of EC2 in us-west-2 with these responses, and what it sent. */
export function clientWith(responses: ScriptedResponses, onSent = () => {}) {
  const transport: MemoryTransport = memoryTransport(responses, onSent);
  return { client: connectedClient(transport), transport };
}

/** A connected target without routes whose IPAM has this client. */
export function connectedTo(ipamClient: EC2Client, region = 'us-west-2', ipamRegion?: string) {
  return {
    target: { name: 'edge', accountId: '111122223333', region, associations: [] },
    connection: {
      ec2: memoryEc2({}),
      clients: { ...unusedClients, ipamClient },
      accountId: '111122223333',
      callerAccountId: async () => '111122223333',
    },
    observed: { cidrs: [], asns: [], ipamRegion },
  };
}
