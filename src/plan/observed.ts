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
  const listed = findCidr(cidrs, cidr);
  const association = listed?.associations.find((observed) => observed.asn === asn);
  return association ?? { asn, state: 'absent', statusMessage: '' };
}

/** The CIDR as listed, undefined when it is not. */
export function findCidr(cidrs: readonly ObservedCidr[], cidr: string): ObservedCidr | undefined {
  return entriesOf(cidrs, cidr)[0];
}

/**
 * The states in which a CIDR is listed, where its entries contradict each other; empty where they do
 * not. A page that shifts while another is read shows an entry twice.
 */
export function findContradiction(cidrs: readonly ObservedCidr[], cidr: string): readonly string[] {
  const entries = entriesOf(cidrs, cidr);
  const texts = new Set(entries.length > 1 ? entries.map((entry) => JSON.stringify(entry)) : []);
  return texts.size > 1 ? entries.map(({ state }) => state) : [];
}

const byListing = new WeakMap<
  readonly ObservedCidr[],
  ReadonlyMap<string, readonly ObservedCidr[]>
>();

/** A listing is asked for every pair, so it is indexed. */
function entriesOf(cidrs: readonly ObservedCidr[], cidr: string): readonly ObservedCidr[] {
  const index = byListing.get(cidrs) ?? Map.groupBy(cidrs, (entry) => entry.cidr);
  byListing.set(cidrs, index);
  return index.get(cidr) ?? [];
}
