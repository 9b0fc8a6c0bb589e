import { canonicalAsn } from '../domain/asn.ts';
import type { Association } from '../domain/association.ts';
import { joinFirst } from '../lib/text.ts';
import {
  findContradiction,
  listOverlapping,
  type Observed,
  type ObservedAsn,
  type ObservedCidr,
} from '../observe/observed.ts';
import { cidrPhase } from './cidr-phase.ts';
import { type Refused, refuse } from './verdict.ts';

/** Refuses a CIDR that cannot be associated, or cannot be advertised from your ASN. */
export function refuseCidr(listed: ObservedCidr): Refused | undefined {
  const wrongType = refuseType(listed);
  if (wrongType) return wrongType;
  const { cidr, state, statusMessage } = listed;
  switch (cidrPhase(state)) {
    case 'provisioned':
    case 'advertised':
    case 'advertising':
    case 'withdrawing':
      return undefined;
    case 'never advertised':
      return refuse('cidr-not-eligible', `${cidr} is ${state}`);
    case 'not ready':
      return refuse('cidr-not-ready', `${cidr} is ${state}${suffix(statusMessage)}`);
    case 'unknown': {
      const why = `AWS shows ${cidr} in the state ${state}, which this version does not know`;
      return refuse('unknown-state', why);
    }
  }
}

function suffix(statusMessage: string): string {
  return statusMessage === '' ? '' : `: ${statusMessage}`;
}

/** Refuses an anycast CIDR. */
export function refuseType({
  cidr,
  advertisementType: type,
}: Pick<ObservedCidr, 'cidr' | 'advertisementType'>): Refused | undefined {
  if (type === '' || type === 'unicast') return undefined;
  const why = `${cidr} is ${type}; only a unicast CIDR can be advertised from your ASN`;
  return refuse('cidr-not-eligible', why);
}

/** Refuses a CIDR that AWS lists twice with differences, because either entry may be wrong. */
export function refuseContradiction(
  pair: Readonly<Record<'asn' | 'cidr', string>>,
  cidrs: readonly ObservedCidr[],
): Refused | undefined {
  const texts = findContradiction(cidrs, pair);
  if (texts.length === 0) return undefined;
  const why = `AWS lists ${pair.cidr} more than once, with differences: ${texts.join('; ')}`;
  return refuse('unknown-state', why);
}

/**
 * Refuses an ASN that IPAM lists as anything but provisioned. In the home Region of the IPAM, also
 * refuses one that is not listed; elsewhere, another Region may list it.
 */
export function refuseAsn(
  { asn }: Association,
  { asns, ipamRegion }: Observed,
): Refused | undefined {
  if ('unread' in asns) return undefined;
  const listed = asns.filter((item) => item.asn === asn);
  const [first] = listed;
  if (!first) return refuseMissingAsn(asn, asns, ipamRegion);
  if (listed.some(({ state }) => state === 'provisioned')) return undefined;
  const why = `IPAM shows AS${asn} as ${first.state}${suffix(first.statusMessage)}`;
  return refuse('asn-not-provisioned', why);
}

function refuseMissingAsn(
  asn: string,
  asns: readonly ObservedAsn[],
  ipamRegion: string | undefined,
): Refused | undefined {
  const isHome = ipamRegion !== undefined;
  const unreadable = asns.find(
    (item) => canonicalAsn(item.asn) === undefined && (isHome || item.state !== 'provisioned'),
  );
  if (unreadable) {
    const name = JSON.stringify(unreadable.asn);
    const why = `IPAM shows the ASN ${name}, which cannot be read and may be AS${asn}, as ${unreadable.state}`;
    return refuse('unknown-state', why);
  }
  if (!isHome) return undefined;
  const others = asns.length === 0 ? 'no ASN' : `${listAsns(asns)}, and not AS${asn}`;
  return refuse('asn-not-provisioned', `the IPAM in ${ipamRegion} lists ${others}`);
}

const maxListed = 10;

/** `AS64500, AS64501 and 3 more`. */
export function listAsns(asns: readonly ObservedAsn[]): string {
  return joinFirst([...new Set(asns.map(({ asn }) => `AS${asn}`))], maxListed);
}

/** Refuses a CIDR that AWS does not list, and names those that it lists. */
export function refuseMissingCidr(cidr: string, cidrs: readonly ObservedCidr[]): Refused {
  const text = listedText(listOverlapping(cidrs, cidr), cidrs);
  return refuse('cidr-not-found', `AWS does not list ${cidr} in this account and Region${text}`);
}

function listedText(related: readonly string[], cidrs: readonly ObservedCidr[]): string {
  if (cidrs.length === 0) return ', nor any other BYOIP CIDR: is the Region right?';
  const listed = related.length > 0 ? related : cidrs.map(({ cidr }) => cidr);
  const text = `; it lists ${listed.slice(0, maxListed).join(', ')}`;
  return related.length > 0 ? `${text}: use the CIDR exactly as provisioned` : text;
}
