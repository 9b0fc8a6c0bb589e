import type { Association } from '../desired/association.ts';

/** An association as AWS lists it under its CIDR. States are AWS's text, known or not. */
export interface ObservedAssociation {
  readonly asn: string;
  readonly state: string;
  readonly statusMessage: string;
}

/** A BYOIP CIDR as DescribeByoipCidrs lists it. */
export interface ObservedCidr {
  readonly cidr: string;
  readonly state: string;
  readonly statusMessage: string;
  readonly advertisementType: string;
  readonly associations: readonly ObservedAssociation[];
}

/** An ASN as DescribeIpamByoasn lists it. */
export interface ObservedAsn {
  readonly asn: string;
  readonly state: string;
  readonly statusMessage: string;
}

/** What AWS shows of one account and Region. */
export interface Observed {
  readonly cidrs: readonly ObservedCidr[];
  /** The ASNs of the IPAM, or why they could not be read. */
  readonly asns: readonly ObservedAsn[] | { readonly unread: string };
}

/** The association of a pair as listed; `absent` when AWS lists none. */
export function findAssociation(
  cidrs: readonly ObservedCidr[],
  { asn, cidr }: Association,
): ObservedAssociation {
  const listed = cidrs.find((observed) => observed.cidr === cidr);
  const association = listed?.associations.find((observed) => observed.asn === asn);
  return association ?? { asn, state: 'absent', statusMessage: '' };
}
