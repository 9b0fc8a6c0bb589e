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

/**
 * The association of a pair as listed; `absent` when AWS lists none, `unknown` where entries of its
 * CIDR contradict each other.
 */
export function findAssociation(
  cidrs: readonly ObservedCidr[],
  { asn, cidr }: Association,
): ObservedAssociation {
  const [first, ...others] = entriesOf(cidrs, cidr).map((entry) => associationIn(entry, asn));
  if (!first) return absentOf(asn);
  const states = new Set([first, ...others].map(({ state }) => state));
  if (states.size === 1) return first;
  const statusMessage = `AWS lists it more than once: ${[...states].join(', ')}`;
  return { asn, state: 'unknown', statusMessage };
}

function associationIn({ associations }: ObservedCidr, asn: string): ObservedAssociation {
  return associations.find((observed) => observed.asn === asn) ?? absentOf(asn);
}

function absentOf(asn: string): ObservedAssociation {
  return { asn, state: 'absent', statusMessage: '' };
}

/** The CIDR as listed, undefined when it is not. */
export function findCidr(cidrs: readonly ObservedCidr[], cidr: string): ObservedCidr | undefined {
  return entriesOf(cidrs, cidr)[0];
}

/**
 * What the entries of a pair's CIDR say of the two, where they contradict each other; empty where
 * they do not. A page that shifts while another is read shows an entry twice.
 */
export function findContradiction(
  cidrs: readonly ObservedCidr[],
  { asn, cidr }: Association,
): readonly string[] {
  const texts = entriesOf(cidrs, cidr).map((entry) => {
    const kind = entry.advertisementType === '' ? '' : ` (${entry.advertisementType})`;
    return `${entry.state}${kind} with the association ${associationIn(entry, asn).state}`;
  });
  const distinct = [...new Set(texts)];
  return distinct.length > 1 ? distinct : [];
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
