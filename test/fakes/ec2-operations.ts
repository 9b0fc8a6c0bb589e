import type { BucketSize } from './buckets.ts';
import { ec2Buckets } from './buckets.ts';
import { canonicalCidr } from './cidr.ts';
import type { Association, Byoasn, ByoipCidr, Ipam, Transition } from './ipam.ts';
import type { Page, Paging } from './paging.ts';
import { pageOf } from './paging.ts';
import type { Parameters } from './query.ts';
import { ServiceError } from './service-error.ts';
import type { Element } from './xml.ts';
import { element } from './xml.ts';

/** An EC2 operation: what it takes, its token bucket, and what it answers after `requestId`. */
export interface Operation {
  readonly parameters: Parameters;
  readonly bucket: BucketSize;
  perform(request: OperationRequest): Element[];
}

/** A signed, authorized request with checked parameter names. */
export interface OperationRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly ipam: Ipam;
  readonly paging: Paging;
  readonly repeat: 'reject' | 'accept';
  readonly transition: Transition;
  asnProvisioned(asn: string): boolean;
  written(association: Association): void;
}

/** The operations that the fake EC2 has, by the name in `Action`. */
export const ec2Operations: Readonly<Record<string, Operation>> = {
  AssociateIpamByoasn: {
    parameters: { Asn: 'required', Cidr: 'required', DryRun: 'optional' },
    bucket: ec2Buckets.mutating,
    perform: associateIpamByoasn,
  },
  DescribeByoipCidrs: {
    parameters: { MaxResults: 'required', NextToken: 'optional', DryRun: 'optional' },
    bucket: ec2Buckets.describeByoipCidrs,
    perform: describeByoipCidrs,
  },
  DescribeIpamByoasn: {
    parameters: { MaxResults: 'optional', NextToken: 'optional', DryRun: 'optional' },
    bucket: ec2Buckets.nonMutating,
    perform: describeIpamByoasn,
  },
};

function associateIpamByoasn(request: OperationRequest): Element[] {
  const { Asn: asn = '', Cidr: cidr = '' } = request.params;
  if (!/^[1-9]\d{0,9}$/.test(asn)) throw invalidValue('Asn', asn);
  if (canonicalCidr(cidr) === undefined) throw invalidValue('Cidr', cidr);
  const { repeat, transition } = request;
  const asnProvisioned = request.asnProvisioned(asn);
  const asked = { asn, cidr, asnProvisioned, repeat, transition };
  const { association, changed } = request.ipam.associate(asked);
  if (changed) request.written(association);
  return [element('asnAssociation', associationXml(association))];
}

function describeByoipCidrs(request: OperationRequest): Element[] {
  const size = maxResults(request.params.MaxResults);
  if (request.params.NextToken === undefined) request.ipam.countListing();
  return set('byoipCidrSet', listing(request.ipam.cidrs(), size, request), byoipCidrXml);
}

function describeIpamByoasn(request: OperationRequest): Element[] {
  const size = maxResults(request.params.MaxResults ?? '100');
  return set('byoasnSet', listing(request.ipam.asns(), size, request), byoasnXml);
}

function listing<Item>(items: readonly Item[], size: number, request: OperationRequest) {
  const { emptyPages, pageSize } = request.paging;
  const paging = { emptyPages, pageSize: Math.min(size, pageSize) };
  return pageOf(items, request.params.NextToken, paging);
}

function maxResults(text = ''): number {
  const size = /^\d+$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > 100) throw invalidValue('MaxResults', text);
  return size;
}

function invalidValue(name: string, value: string): ServiceError {
  const message = `Value (${value}) for parameter ${name} is invalid.`;
  return new ServiceError(400, 'InvalidParameterValue', message);
}

function set<Item>(name: string, page: Page<Item>, xml: (item: Item) => Element[]): Element[] {
  const items = page.items.map((item) => element('item', xml(item)));
  return [element(name, items), element('nextToken', page.nextToken)];
}

function associationXml({ asn, cidr, statusMessage, state }: Association): Element[] {
  return [
    element('asn', asn),
    element('cidr', cidr),
    element('statusMessage', statusMessage),
    element('state', state),
  ];
}

function byoipCidrXml(byoip: ByoipCidr): Element[] {
  const associations = byoip.associations.map((pair) => element('item', associationXml(pair)));
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

function byoasnXml({ asn, ipamId, statusMessage, state }: Byoasn): Element[] {
  return [
    element('asn', asn),
    element('ipamId', ipamId),
    element('statusMessage', statusMessage),
    element('state', state),
  ];
}
