import { canonicalAsn } from '../domain/asn.ts';
import { hasEnded } from '../domain/association-state.ts';
import { type AddressRange, overlaps, rangeOf } from '../domain/ip-range.ts';

/**
 * An association as AWS lists it under its CIDR. The ASN is in canonical text, or AWS's text if it cannot be
 * read; the state is AWS's text, known or not.
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
  /** The Region or a Local Zone group; empty if AWS names neither. */
  readonly networkBorderGroup: string;
  readonly associations: readonly ObservedAssociation[];
}

/** An ASN as DescribeIpamByoasn lists it. */
export interface ObservedAsn {
  readonly asn: string;
  readonly state: string;
  readonly statusMessage: string;
}

/** What AWS lists in one account and Region. */
export interface Observed {
  readonly cidrs: readonly ObservedCidr[];
  /** The ASNs of the IPAM, or why they were not read. */
  readonly asns: readonly ObservedAsn[] | { readonly unread: string };
  /** The home Region of the IPAM, if file or inputs name it. */
  readonly ipamRegion?: string | undefined;
}

/** A pair in canonical text. */
type Pair = Readonly<Record<'asn' | 'cidr', string>>;

/**
 * The association of a pair as listed. `absent` if AWS lists none; `unknown`, with the reason as its
 * message, if the listing contradicts itself or contains an unreadable entry that may be the pair.
 */
export function findAssociation(
  cidrs: readonly ObservedCidr[],
  { asn, cidr }: Pair,
): ObservedAssociation {
  const { entries, unreadable } = indexOf(cidrs);
  const found = entries.get(cidr)?.map((entry) => associationIn(entry, asn));
  if (found) return mergeItems(asn, found);
  if (unreadable === undefined) return absentAssociation(asn);
  return unknownAssociation(
    asn,
    `AWS lists the CIDR ${JSON.stringify(unreadable)}, which ${mayBe} ${cidr}`,
  );
}

/** The listed associations of a CIDR, each ASN once. */
export function listAssociations(
  cidrs: readonly ObservedCidr[],
  cidr: string,
): readonly ObservedAssociation[] {
  const asns = new Set(entriesOf(cidrs, cidr).flatMap(({ byAsn }) => [...byAsn.keys()]));
  return [...asns].map((asn) => findAssociation(cidrs, { asn, cidr }));
}

/** The CIDRs of a listing, each once, including unreadable ones. */
export function listCidrs(cidrs: readonly ObservedCidr[]): readonly string[] {
  return [...indexOf(cidrs).entries.keys()];
}

/** The listed CIDRs that share addresses with a CIDR, as often as they are listed. */
export function listOverlapping(cidrs: readonly ObservedCidr[], cidr: string): readonly string[] {
  const wanted = rangeOf(cidr);
  return indexOf(cidrs).ranges.flatMap((listed) =>
    wanted && listed.range && overlaps(wanted, listed.range) ? listed.cidr : [],
  );
}

/**
 * AWS may list an ended association next to a later one, and a failed attempt next to an earlier, ended
 * association. An unreadable item may be the later one.
 */
function associationIn({ listed, byAsn, unreadable }: Entry, asn: string): ObservedAssociation {
  const items = byAsn.get(asn) ?? [];
  const live = items.filter(({ state }) => !hasEnded(state));
  if (live.length > 0) return mergeItems(asn, live);
  const unread = unreadable.find((text) => text !== asn);
  if (unread !== undefined) {
    const text = `AWS lists the ASN ${JSON.stringify(unread)} with ${listed.cidr}`;
    return unknownAssociation(asn, `${text}, which ${mayBe} AS${asn}`);
  }
  const failed = items.filter(({ state }) => state === 'failed-association');
  return mergeItems(asn, failed.length > 0 ? failed : items);
}

/** Merges items of one association, keeping the first message; `unknown` if their states differ. */
function mergeItems(asn: string, items: readonly ObservedAssociation[]): ObservedAssociation {
  const [first, ...others] = new Set(items.map(({ state }) => state));
  if (first === undefined) return absentAssociation(asn);
  if (others.length > 0) {
    const states = [first, ...others].slice(0, maxListed).join(', ');
    return unknownAssociation(asn, `AWS lists it more than once: ${states}`);
  }
  const statusMessage = items.find((item) => item.statusMessage !== '')?.statusMessage ?? '';
  return { asn, state: first, statusMessage };
}

const mayBe = 'cannot be read and may be';
const maxListed = 10;

function unknownAssociation(asn: string, statusMessage: string): ObservedAssociation {
  return { asn, state: 'unknown', statusMessage };
}

function absentAssociation(asn: string): ObservedAssociation {
  return { asn, state: 'absent', statusMessage: '' };
}

/** The CIDR as listed; undefined if AWS does not list it. */
export function findCidr(cidrs: readonly ObservedCidr[], cidr: string): ObservedCidr | undefined {
  return entriesOf(cidrs, cidr)[0]?.listed;
}

/**
 * The different things that the entries of a pair's CIDR say; empty if they agree. AWS may list a CIDR twice
 * when the pages shift during a listing.
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

/** An entry of a listing, by ASN. `unreadable` are texts that are not an ASN. */
interface Entry {
  readonly listed: ObservedCidr;
  readonly byAsn: ReadonlyMap<string, readonly ObservedAssociation[]>;
  readonly unreadable: readonly string[];
}

/** A listing, by CIDR and as ranges. `unreadable` is the first text that is not a CIDR. */
interface Index {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly ranges: readonly { readonly cidr: string; readonly range: AddressRange | undefined }[];
  readonly unreadable: string | undefined;
}

const byListing = new WeakMap<readonly ObservedCidr[], Index>();

/** Indexed once per listing, because every pair is looked up in it. */
function indexOf(cidrs: readonly ObservedCidr[]): Index {
  const known = byListing.get(cidrs);
  if (known) return known;
  const ranges = cidrs.map(({ cidr }) => ({ cidr, range: rangeOf(cidr) }));
  const index = {
    entries: Map.groupBy(cidrs.map(entryOf), ({ listed }) => listed.cidr),
    ranges,
    unreadable: ranges.find(({ range }) => range === undefined)?.cidr,
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
