import { canonicalAsn } from '../domain/asn.ts';
import { hasEnded } from '../domain/association-state.ts';
import { canonicalCidr } from '../domain/cidr.ts';

/**
 * An association as AWS lists it under its CIDR. ASN and CIDR are in canonical text, or AWS's text
 * where it has none; states are AWS's text, known or not.
 */
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

/** The names of a pair, in canonical text. */
type Pair = Readonly<Record<'asn' | 'cidr', string>>;

/**
 * The association of a pair as listed; `absent` when AWS lists none, `unknown` with the reason as its
 * message where what is listed contradicts itself, or may be the pair and cannot be read.
 */
export function findAssociation(
  cidrs: readonly ObservedCidr[],
  { asn, cidr }: Pair,
): ObservedAssociation {
  const { entries, unreadable } = indexOf(cidrs);
  const found = entries.get(cidr)?.map((entry) => associationIn(entry, asn));
  if (found) return agree(asn, found);
  if (unreadable === undefined) return absentOf(asn);
  return unclear(asn, `AWS lists the CIDR ${JSON.stringify(unreadable)}, which ${mayBe} ${cidr}`);
}

/** The associations of a CIDR as listed, each ASN once. */
export function listAssociations(
  cidrs: readonly ObservedCidr[],
  cidr: string,
): readonly ObservedAssociation[] {
  const asns = new Set(entriesOf(cidrs, cidr).flatMap(({ byAsn }) => [...byAsn.keys()]));
  return [...asns].map((asn) => findAssociation(cidrs, { asn, cidr }));
}

/** The CIDRs of a listing, each once, what is no CIDR included. */
export function listCidrs(cidrs: readonly ObservedCidr[]): readonly string[] {
  return [...indexOf(cidrs).entries.keys()];
}

/**
 * An association that is over may stand beside a later one, and a failed attempt beside an earlier
 * association that has ended. An item that cannot be read may be a later one too.
 */
function associationIn({ listed, byAsn, unreadable }: Entry, asn: string): ObservedAssociation {
  const items = byAsn.get(asn) ?? [];
  const live = items.filter(({ state }) => !hasEnded(state));
  if (live.length > 0) return agree(asn, live);
  const other = unreadable.find((text) => text !== asn);
  if (other !== undefined) {
    const text = `AWS lists the ASN ${JSON.stringify(other)} with ${listed.cidr}`;
    return unclear(asn, `${text}, which ${mayBe} AS${asn}`);
  }
  const failed = items.filter(({ state }) => state === 'failed-association');
  return agree(asn, failed.length > 0 ? failed : items);
}

/** Items of one association as one, with the first message; `unknown` where their states differ. */
function agree(asn: string, items: readonly ObservedAssociation[]): ObservedAssociation {
  const [first, ...others] = new Set(items.map(({ state }) => state));
  if (first === undefined) return absentOf(asn);
  if (others.length > 0) {
    const states = [first, ...others].slice(0, shownAtMost).join(', ');
    return unclear(asn, `AWS lists it more than once: ${states}`);
  }
  const statusMessage = items.find((item) => item.statusMessage !== '')?.statusMessage ?? '';
  return { asn, state: first, statusMessage };
}

const mayBe = 'cannot be read and may be';
const shownAtMost = 10;

function unclear(asn: string, statusMessage: string): ObservedAssociation {
  return { asn, state: 'unknown', statusMessage };
}

function absentOf(asn: string): ObservedAssociation {
  return { asn, state: 'absent', statusMessage: '' };
}

/** The CIDR as listed, undefined when it is not. */
export function findCidr(cidrs: readonly ObservedCidr[], cidr: string): ObservedCidr | undefined {
  return entriesOf(cidrs, cidr)[0]?.listed;
}

/**
 * What the entries of a pair's CIDR say of the two, where they contradict each other; empty where
 * they do not. A page that shifts while another is read shows an entry twice.
 */
export function findContradiction(
  cidrs: readonly ObservedCidr[],
  { asn, cidr }: Pair,
): readonly string[] {
  const texts = entriesOf(cidrs, cidr).map((entry) => {
    const { state, advertisementType } = entry.listed;
    const kind = advertisementType === '' ? '' : ` (${advertisementType})`;
    return `${state}${kind} with the association ${associationIn(entry, asn).state}`;
  });
  const distinct = [...new Set(texts)];
  return distinct.length > 1 ? distinct : [];
}

/** An entry of a listing by its ASNs; `unreadable` are the texts of those that are none. */
interface Entry {
  readonly listed: ObservedCidr;
  readonly byAsn: ReadonlyMap<string, readonly ObservedAssociation[]>;
  readonly unreadable: readonly string[];
}

/** A listing by its CIDRs; `unreadable` is the text of the first that is none. */
interface Index {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly unreadable: string | undefined;
}

const byListing = new WeakMap<readonly ObservedCidr[], Index>();

/** A listing is asked for every pair, so it is indexed. */
function indexOf(cidrs: readonly ObservedCidr[]): Index {
  const known = byListing.get(cidrs);
  if (known) return known;
  const index = {
    entries: Map.groupBy(cidrs.map(entryOf), ({ listed }) => listed.cidr),
    unreadable: cidrs.find(({ cidr }) => canonicalCidr(cidr) === undefined)?.cidr,
  };
  byListing.set(cidrs, index);
  return index;
}

function entryOf(listed: ObservedCidr): Entry {
  const byAsn = Map.groupBy(listed.associations, ({ asn }) => asn);
  const unreadable = [...byAsn.keys()].filter((asn) => canonicalAsn(asn) === undefined);
  return { listed, byAsn, unreadable };
}

function entriesOf(cidrs: readonly ObservedCidr[], cidr: string): readonly Entry[] {
  return indexOf(cidrs).entries.get(cidr) ?? [];
}
