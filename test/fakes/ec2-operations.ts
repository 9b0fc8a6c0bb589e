import { ec2Buckets } from './buckets.ts';
import { canonicalCidr } from './cidr.ts';
import { transitionsOf } from './ec2-behaviour.ts';
import { associationXml, byoasnXml, byoipCidrXml } from './ec2-elements.ts';
import { listing, type Operation, type OperationRequest } from './ec2-operation.ts';
import type { ByoipCidr } from './ipam.ts';
import { routeOperations } from './route-operations.ts';
import { invalidValue } from './service-error.ts';
import { type Element, element } from './xml.ts';

/** The operations that the fake EC2 has, by the name in `Action`. */
export const ec2Operations: Readonly<Record<string, Operation>> = {
  AssociateIpamByoasn: {
    parameters: { Asn: 'required', Cidr: 'required', DryRun: 'optional' },
    bucket: ec2Buckets.mutating,
    perform: associateIpamByoasn,
  },
  DisassociateIpamByoasn: {
    parameters: { Asn: 'required', Cidr: 'required', DryRun: 'optional' },
    bucket: ec2Buckets.mutating,
    perform: disassociateIpamByoasn,
  },
  DescribeByoipCidrs: {
    parameters: { MaxResults: 'required', NextToken: 'optional', DryRun: 'optional' },
    bucket: ec2Buckets.describeByoipCidrs,
    perform: describeByoipCidrs,
  },
  DescribeIpamByoasn: {
    parameters: { MaxResults: 'optional', NextToken: 'optional', DryRun: 'optional' },
    bucket: ec2Buckets.nonMutating,
    perform: (request) => listing('byoasnSet', request.ipam.asns(), byoasnXml, request),
  },
  ...routeOperations,
};

function associateIpamByoasn(request: OperationRequest): Element[] {
  const { behaviour, ipam, regions } = request;
  const { asn, cidr } = pairOf(request);
  // An ASN lives in its IPAM's home Region, which need not be the Region of the CIDR.
  const asnProvisioned = [...regions.values()]
    .flatMap((state) => state.asns())
    .some((byoasn) => byoasn.asn === asn && byoasn.state === 'provisioned');
  const { association: transition } = transitionsOf(behaviour);
  const { repeat } = behaviour;
  const asked = { asn, cidr, asnProvisioned, repeat, transition };
  const { association, changed } = ipam.associate(asked);
  if (changed) request.changed({ verb: 'associate', ...pairOnly(association) });
  return [element('asnAssociation', associationXml(association))];
}

function disassociateIpamByoasn(request: OperationRequest): Element[] {
  const { behaviour, ipam } = request;
  const { disassociation: transition } = transitionsOf(behaviour);
  const { repeat, disassociateOrigin: ofOrigin } = behaviour;
  const asked = { ...pairOf(request), repeat, ofOrigin, transition };
  const { association, changed } = ipam.disassociate(asked);
  if (changed) request.changed({ verb: 'disassociate', ...pairOnly(association) });
  return [element('asnAssociation', associationXml(association))];
}

function describeByoipCidrs(request: OperationRequest): Element[] {
  const { behaviour, ipam, params } = request;
  if (params.NextToken === undefined) ipam.countListing();
  const xml = (byoip: ByoipCidr) => byoipCidrXml(byoip, behaviour);
  return listing('byoipCidrSet', ipam.cidrs(), xml, request);
}

function pairOf({ params }: OperationRequest) {
  const { Asn: asn = '', Cidr: cidr = '' } = params;
  if (!/^[1-9]\d{0,9}$/.test(asn)) throw invalidValue('Asn', asn);
  if (canonicalCidr(cidr) === undefined) throw invalidValue('Cidr', cidr);
  return { asn, cidr };
}

function pairOnly({ asn, cidr }: { readonly asn: string; readonly cidr: string }) {
  return { asn, cidr };
}
