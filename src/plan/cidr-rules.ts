import type { ByoipCidrState } from '@aws-sdk/client-ec2';
import { canonicalAsn } from '../domain/asn.ts';
import type { Association } from '../domain/association.ts';
import { type AddressRange, overlaps, rangeOf } from '../domain/ip-range.ts';
import {
  findContradiction,
  type Observed,
  type ObservedAsn,
  type ObservedCidr,
} from '../observe/observed.ts';
import type { Verdict } from './association-rules.ts';

/** The verdict on a pair or a route that is refused. */
type Refused = Verdict & { readonly step: 'refuse' };

/** The names of a pair, or a CIDR with its desired origin. */
type Pair = Readonly<Record<'asn' | 'cidr', string>>;

/** Whether a CIDR can be associated, by its state. */
const readiness: Readonly<Record<ByoipCidrState, 'ready' | 'not-ready' | 'never'>> = {
  provisioned: 'ready',
  advertised: 'ready',
  'pending-advertising': 'ready',
  'pending-withdrawal': 'ready',
  'pending-provision': 'not-ready',
  'failed-provision': 'not-ready',
  'pending-deprovision': 'not-ready',
  'failed-deprovision': 'not-ready',
  deprovisioned: 'not-ready',
  'provisioned-not-publicly-advertisable': 'never',
};

/** Refuses a CIDR that cannot be associated, or cannot be advertised from another ASN. */
export function refuseCidr({
  cidr,
  state,
  statusMessage,
  advertisementType,
}: ObservedCidr): Verdict | undefined {
  const wrongType = refuseType({ cidr, advertisementType });
  if (wrongType) return wrongType;
  const message = statusMessage === '' ? '' : `: ${statusMessage}`;
  switch (isKnown(state) ? readiness[state] : 'unknown') {
    case 'ready':
      return undefined;
    case 'never':
      return { step: 'refuse', why: `${cidr} is ${state}`, refusal: 'cidr-not-eligible' };
    case 'not-ready':
      return { step: 'refuse', why: `${cidr} is ${state}${message}`, refusal: 'cidr-not-ready' };
    case 'unknown': {
      const why = `AWS shows ${cidr} in the state ${state}, which this version does not know`;
      return { step: 'refuse', why, refusal: 'unknown-state' };
    }
  }
}

/** Refuses an anycast CIDR. */
export function refuseType({
  cidr,
  advertisementType,
}: Pick<ObservedCidr, 'cidr' | 'advertisementType'>): Refused | undefined {
  if (advertisementType === '' || advertisementType === 'unicast') return undefined;
  const why = `${cidr} is ${advertisementType}; only a unicast CIDR can be advertised from your ASN`;
  return { step: 'refuse', why, refusal: 'cidr-not-eligible' };
}

/** Refuses a pair whose CIDR AWS lists more than once with differences: nobody knows which is true. */
export function refuseContradiction(
  association: Pair,
  cidrs: readonly ObservedCidr[],
): Refused | undefined {
  const texts = findContradiction(cidrs, association);
  if (texts.length === 0) return undefined;
  const why = `AWS lists ${association.cidr} more than once, with differences: ${texts.join('; ')}`;
  return { step: 'refuse', why, refusal: 'unknown-state' };
}

/**
 * Refuses an ASN that IPAM lists, but not as provisioned; in the home Region of the IPAM, also one that
 * it does not list. Elsewhere it may be listed in another Region.
 */
export function refuseAsn({ asn }: Association, observed: Observed): Verdict | undefined {
  const { asns, ipamRegion } = observed;
  if ('unread' in asns) return undefined;
  const listed = asns.filter((item) => item.asn === asn);
  const [first] = listed;
  if (!first) {
    if (ipamRegion === undefined) return refuseUnreadableAsn(asn, asns, 'provisioned');
    return refuseUnreadableAsn(asn, asns) ?? refuseUnlistedAsn(asn, asns, ipamRegion);
  }
  if (listed.some(({ state }) => state === 'provisioned')) return undefined;
  const message = first.statusMessage === '' ? '' : `: ${first.statusMessage}`;
  const why = `IPAM shows AS${asn} as ${first.state}${message}`;
  return { step: 'refuse', why, refusal: 'asn-not-provisioned' };
}

function refuseUnreadableAsn(
  asn: string,
  asns: readonly ObservedAsn[],
  exceptState?: string,
): Verdict | undefined {
  const found = asns.find(
    (listed) => listed.state !== exceptState && canonicalAsn(listed.asn) === undefined,
  );
  if (!found) return undefined;
  const why = `IPAM shows the ASN ${JSON.stringify(found.asn)}, which cannot be read and may be AS${asn}, as ${found.state}`;
  return { step: 'refuse', why, refusal: 'unknown-state' };
}

function refuseUnlistedAsn(asn: string, asns: readonly ObservedAsn[], region: string): Verdict {
  const listed = asns.length === 0 ? 'no ASN' : `${listAsns(asns)}, and not AS${asn}`;
  const why = `the IPAM in ${region} lists ${listed}`;
  return { step: 'refuse', why, refusal: 'asn-not-provisioned' };
}

const maxListed = 10;

/** `AS64500, AS64501 and 3 more`. */
export function listAsns(asns: readonly ObservedAsn[]): string {
  const names = [...new Set(asns.map(({ asn }) => `AS${asn}`))];
  const more = names.length - maxListed;
  return names.slice(0, maxListed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Refuses a CIDR that AWS does not list, and names those that it lists. */
export function refuseUnlisted(
  association: Pick<Pair, 'cidr'>,
  cidrs: readonly ObservedCidr[],
): Refused {
  const wanted = rangeOf(association.cidr);
  const related = rangesOf(cidrs)
    .filter(({ range }) => wanted && range && overlaps(wanted, range))
    .map(({ cidr }) => cidr);
  return {
    step: 'refuse',
    why: `AWS does not list ${association.cidr} in this account and Region${listedText(related, cidrs)}`,
    refusal: 'cidr-not-found',
  };
}

function listedText(related: readonly string[], cidrs: readonly ObservedCidr[]): string {
  if (cidrs.length === 0) return ', nor any other BYOIP CIDR: is the Region right?';
  if (related.length === 0) {
    const listed = cidrs.slice(0, maxListed).map(({ cidr }) => cidr);
    return `; it lists ${listed.join(', ')}`;
  }
  return `; it lists ${related.slice(0, maxListed).join(', ')}: use the CIDR exactly as provisioned`;
}

interface CidrRange {
  readonly cidr: string;
  readonly range: AddressRange | undefined;
}

/** Every missing CIDR is compared with all that are listed, so these are parsed once. */
function rangesOf(cidrs: readonly ObservedCidr[]): readonly CidrRange[] {
  const known = rangesByListing.get(cidrs);
  if (known) return known;
  const ranges = cidrs.map(({ cidr }) => ({ cidr, range: rangeOf(cidr) }));
  rangesByListing.set(cidrs, ranges);
  return ranges;
}

const rangesByListing = new WeakMap<readonly ObservedCidr[], readonly CidrRange[]>();

function isKnown(state: string): state is ByoipCidrState {
  return Object.hasOwn(readiness, state);
}
