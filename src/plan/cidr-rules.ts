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

/** Whether an association can be written to a CIDR, by the CIDR's state. */
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

/** Refuses a CIDR that an association cannot be written to, or will never be of use to. */
export function refuseCidr({
  cidr,
  state,
  statusMessage,
  advertisementType,
}: ObservedCidr): Verdict | undefined {
  if (advertisementType !== '' && advertisementType !== 'unicast') {
    const why = `${cidr} is ${advertisementType}; only a unicast CIDR can be advertised from your ASN`;
    return { step: 'refuse', why, refusal: 'cidr-not-eligible' };
  }
  const verdict = isKnown(state) ? readiness[state] : 'unknown';
  const message = statusMessage === '' ? '' : `: ${statusMessage}`;
  switch (verdict) {
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

/** Refuses a pair whose CIDR AWS lists more than once and not alike: nobody knows what is true. */
export function refuseContradiction(
  association: Association,
  cidrs: readonly ObservedCidr[],
): Verdict | undefined {
  const texts = findContradiction(cidrs, association);
  if (texts.length === 0) return undefined;
  const why = `AWS lists ${association.cidr} more than once, and not alike: ${texts.join('; ')}`;
  return { step: 'refuse', why, refusal: 'unknown-state' };
}

/** Only an ASN that IPAM lists in another state is refused: the listing may be another Region's. */
export function refuseAsn({ asn }: Association, { asns }: Observed): Verdict | undefined {
  if ('unread' in asns) return undefined;
  const listed = asns.filter((observed) => observed.asn === asn);
  const [first] = listed;
  if (!first) return refuseUnreadableAsn(asn, asns);
  if (listed.some(({ state }) => state === 'provisioned')) return undefined;
  const message = first.statusMessage === '' ? '' : `: ${first.statusMessage}`;
  const why = `IPAM shows AS${asn} as ${first.state}${message}`;
  return { step: 'refuse', why, refusal: 'asn-not-provisioned' };
}

function refuseUnreadableAsn(asn: string, asns: readonly ObservedAsn[]): Verdict | undefined {
  const found = asns.find(
    (listed) => listed.state !== 'provisioned' && canonicalAsn(listed.asn) === undefined,
  );
  if (!found) return undefined;
  const why = `IPAM shows the ASN ${JSON.stringify(found.asn)}, which cannot be read and may be AS${asn}, as ${found.state}`;
  return { step: 'refuse', why, refusal: 'unknown-state' };
}

const shownAtMost = 10;

/** Refuses a CIDR that AWS does not list, and says what it lists instead. */
export function refuseUnlisted(association: Association, cidrs: readonly ObservedCidr[]): Verdict {
  const wanted = rangeOf(association.cidr);
  const related = rangesOf(cidrs)
    .filter(({ range }) => wanted && range && overlaps(wanted, range))
    .map(({ cidr }) => cidr);
  const listed = cidrs.slice(0, shownAtMost).map(({ cidr }) => cidr);
  const names = related.length > 0 ? related.slice(0, shownAtMost) : listed;
  const hint =
    related.length > 0
      ? `AWS lists ${names.join(', ')} instead, and the CIDR must be exactly the one provisioned`
      : names.length > 0
        ? `AWS lists ${names.join(', ')}`
        : 'AWS lists no BYOIP CIDR at all here: is this the Region of the CIDR?';
  return {
    step: 'refuse',
    why: `AWS does not list ${association.cidr} in this account and Region; ${hint}`,
    refusal: 'cidr-not-found',
  };
}

interface Ranged {
  readonly cidr: string;
  readonly range: AddressRange | undefined;
}

/** A listing is asked about for every CIDR that it lacks, so its texts are read once. */
function rangesOf(cidrs: readonly ObservedCidr[]): readonly Ranged[] {
  const known = rangesByListing.get(cidrs);
  if (known) return known;
  const ranges = cidrs.map(({ cidr }) => ({ cidr, range: rangeOf(cidr) }));
  rangesByListing.set(cidrs, ranges);
  return ranges;
}

const rangesByListing = new WeakMap<readonly ObservedCidr[], readonly Ranged[]>();

function isKnown(state: string): state is ByoipCidrState {
  return Object.hasOwn(readiness, state);
}
