import type { RouteAnswer } from './advertisement.ts';
import { ec2Buckets } from './buckets.ts';
import { canonicalCidr } from './cidr.ts';
import { type DiscoveredRoute, type ResourceDiscovery, transitionsOf } from './ec2-behaviour.ts';
import { byoipCidrXml, discoveredRouteXml, discoveryXml } from './ec2-elements.ts';
import { listing, type Operation, type OperationRequest } from './ec2-operation.ts';
import type { ByoipCidr } from './ipam.ts';
import { invalidValue, ServiceError } from './service-error.ts';
import { type Element, element } from './xml.ts';

/** The operations of routes, by the name in `Action`. */
export const routeOperations: Readonly<Record<string, Operation>> = {
  AdvertiseByoipCidr: {
    parameters: {
      ...{ Cidr: 'required', Asn: 'optional' },
      ...{ NetworkBorderGroup: 'optional', DryRun: 'optional' },
    },
    bucket: ec2Buckets.routes,
    sharedBucket: 'routes',
    perform: advertiseByoipCidr,
  },
  WithdrawByoipCidr: {
    parameters: { Cidr: 'required', DryRun: 'optional' },
    bucket: ec2Buckets.routes,
    sharedBucket: 'routes',
    perform: withdrawByoipCidr,
  },
  DescribeIpamResourceDiscoveries: {
    parameters: { MaxResults: 'optional', NextToken: 'optional', DryRun: 'optional' },
    bucket: ec2Buckets.nonMutating,
    perform: describeIpamResourceDiscoveries,
  },
  GetIpamDiscoveredRoutes: {
    parameters: {
      ...{ IpamResourceDiscoveryId: 'required', ResourceRegion: 'required' },
      ...{ MaxResults: 'optional', NextToken: 'optional', DryRun: 'optional' },
    },
    bucket: ec2Buckets.nonMutating,
    perform: getIpamDiscoveredRoutes,
  },
};

/** IPAM's pages. */
const pages = { smallest: 5, largest: 1000 } as const;

function advertiseByoipCidr(request: OperationRequest): Element[] {
  const { behaviour, ipam, params } = request;
  const { Asn: asn } = params;
  if (asn !== undefined && !/^(AWS|[1-9]\d{0,9})$/.test(asn)) throw invalidValue('Asn', asn);
  const answer = ipam.advertise(cidrOf(request), {
    asn,
    repeat: behaviour.repeat,
    withinHour: behaviour.swapWithinHour,
    transition: transitionsOf(behaviour).route,
  });
  return answerXml('advertise', asn ?? 'AWS', answer, request);
}

function withdrawByoipCidr(request: OperationRequest): Element[] {
  const { repeat } = request.behaviour;
  const transition = transitionsOf(request.behaviour).route;
  const answer = request.ipam.withdraw(cidrOf(request), { repeat, transition });
  return answerXml('withdraw', 'none', answer, request);
}

function cidrOf({ params: { Cidr: cidr = '' } }: OperationRequest): string {
  if (canonicalCidr(cidr) === undefined) throw invalidValue('Cidr', cidr);
  return cidr;
}

function answerXml(
  verb: 'advertise' | 'withdraw',
  asn: string,
  { answered: state, changed, from, byoip }: RouteAnswer & { readonly byoip: ByoipCidr },
  request: OperationRequest,
): Element[] {
  if (changed) request.changed({ verb, asn, from, cidr: byoip.cidr });
  return [element('byoipCidr', byoipCidrXml({ ...byoip, state }, request.behaviour))];
}

function describeIpamResourceDiscoveries(request: OperationRequest): Element[] {
  const xml = (discovery: ResourceDiscovery) => discoveryXml(discovery, request.account);
  return listing('ipamResourceDiscoverySet', discoveries(request), xml, request, pages);
}

/** Those that the Region lists: IPAM responds in its home Region. */
function discoveries({ behaviour, region, regions, ipam }: OperationRequest) {
  const { resourceDiscoveries: given } = behaviour;
  if (given !== 'default') return given.filter((discovery) => discovery.region === region);
  const discovery: ResourceDiscovery = {
    id: 'ipam-res-disco-0123456789abcdef0',
    region,
    operatingRegions: [...regions.keys()],
    isDefault: true,
    state: 'create-complete',
  };
  return ipam.asns().length === 0 ? [] : [discovery];
}

function getIpamDiscoveredRoutes(request: OperationRequest): Element[] {
  const { account, at, behaviour, params } = request;
  const { IpamResourceDiscoveryId: discoveryId = '', ResourceRegion: region = '' } = params;
  const discovery = discoveries(request).find(({ id }) => id === discoveryId);
  if (discovery === undefined) {
    const message = `The resource discovery ${discoveryId} does not exist.`;
    throw new ServiceError(400, 'InvalidIpamResourceDiscoveryId.NotFound', message);
  }
  if (!discovery.operatingRegions.includes(region)) throw invalidValue('ResourceRegion', region);
  const xml = (route: DiscoveredRoute) => {
    const age = (route.ageHours ?? behaviour.discoveredAgeHours) * 3_600_000;
    return discoveredRouteXml(route, { discoveryId, region, account, at: at - age });
  };
  return listing('ipamDiscoveredRouteSet', routesOf(region, request), xml, request, pages);
}

function routesOf(region: string, { at, behaviour, regions }: OperationRequest) {
  const { discoveredRoutes, discoveredAgeHours } = behaviour;
  if (discoveredRoutes !== 'true-origins') return discoveredRoutes;
  const origins = regions.get(region)?.originsAt(at - discoveredAgeHours * 3_600_000) ?? [];
  return [...origins].map(
    ([cidr, origin]): DiscoveredRoute =>
      origin === 'none'
        ? { cidr, state: 'provisioned' }
        : { cidr, asn: origin, state: 'advertised' },
  );
}
