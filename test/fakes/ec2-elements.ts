import type { DiscoveredRoute, Ec2Behaviour, ResourceDiscovery } from './ec2-behaviour.ts';
import type { Association, Byoasn, ByoipCidr } from './ipam.ts';
import { type Element, element } from './xml.ts';

/** An `AsnAssociation`. */
export function associationXml({ asn, cidr, statusMessage, state }: Association): Element[] {
  return [
    element('asn', asn),
    element('cidr', cidr),
    element('statusMessage', statusMessage),
    element('state', state),
  ];
}

/** A `ByoipCidr`. */
export function byoipCidrXml(
  byoip: ByoipCidr,
  { associationOfOrigin }: Pick<Ec2Behaviour, 'associationOfOrigin'>,
): Element[] {
  const associations = byoip.associations.map((pair) => {
    const isShown = pair.asn === byoip.origin && pair.state === 'associated';
    const state = isShown ? associationOfOrigin : pair.state;
    return element('item', associationXml({ ...pair, state }));
  });
  return [
    element('cidr', byoip.cidr),
    element('description', byoip.description),
    element('asnAssociationSet', associations),
    element('statusMessage', byoip.statusMessage),
    element('state', byoip.state),
    element('networkBorderGroup', byoip.networkBorderGroup),
    element('advertisementType', byoip.advertisementType),
  ];
}

/** A `Byoasn`. */
export function byoasnXml({ asn, ipamId, statusMessage, state }: Byoasn): Element[] {
  return [
    element('asn', asn),
    element('ipamId', ipamId),
    element('statusMessage', statusMessage),
    element('state', state),
  ];
}

/** An `IpamResourceDiscovery` of an account. */
export function discoveryXml(
  { id, region, operatingRegions, isDefault, state }: ResourceDiscovery,
  account: string,
): Element[] {
  const regions = operatingRegions.map((name) => element('item', [element('regionName', name)]));
  return [
    element('ownerId', account),
    element('ipamResourceDiscoveryId', id),
    element('ipamResourceDiscoveryArn', `arn:aws:ec2::${account}:ipam-resource-discovery/${id}`),
    element('ipamResourceDiscoveryRegion', region),
    element('operatingRegionSet', regions),
    element('isDefault', String(isDefault)),
    element('state', state),
    element('tagSet', []),
  ];
}

/** Where and when a discovered route was sampled. */
export interface Sample {
  readonly discoveryId: string;
  readonly region: string;
  readonly account: string;
  readonly at: number;
}

/** An `IpamDiscoveredRoute`. */
export function discoveredRouteXml(
  { cidr, asn, state }: DiscoveredRoute,
  { discoveryId, region, account, at }: Sample,
): Element[] {
  return [
    element('ipamResourceDiscoveryId', discoveryId),
    element('resourceRegion', region),
    element('resourceOwnerId', account),
    element('cidr', cidr),
    element('asn', asn),
    element('state', state),
    element('advertisementType', 'regional'),
    element('networkBorderGroup', region),
    element('sampleTime', new Date(at).toISOString()),
  ];
}
