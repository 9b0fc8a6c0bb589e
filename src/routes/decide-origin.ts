import type { ByoipCidrState } from '@aws-sdk/client-ec2';
import { canonicalAsn } from '../domain/asn.ts';
import { originOf, originText } from '../domain/origin.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { Evidence } from '../plan/evidence.ts';
import type { ObservedOrigin, Seen } from '../plan/observed-origin.ts';
import type { DiscoveredRoute, DiscoveredRoutes } from './discovered-routes.ts';
import { countByOrigin, seenText } from './looking-glass.ts';

/** What was read beside the listing. */
interface OtherSources {
  /** Undefined if it was not asked. */
  readonly ipam?: DiscoveredRoutes | undefined;
  readonly seen?: Seen | undefined;
}

/** What one source says of the origin: nothing, one origin, or several, which nobody can choose from. */
interface Statement {
  readonly source: ObservedOrigin['source'];
  readonly origins: readonly string[];
  readonly evidence: Evidence;
  /** Whether it says how it was some time ago. */
  readonly isOld?: boolean;
}

/** Whether a CIDR in a state has an origin. */
const hasOrigin: Readonly<Record<ByoipCidrState, 'yes' | 'no' | 'unknown'>> = {
  advertised: 'yes',
  'pending-advertising': 'unknown',
  'pending-withdrawal': 'unknown',
  provisioned: 'no',
  'provisioned-not-publicly-advertisable': 'no',
  'pending-provision': 'no',
  'failed-provision': 'no',
  'pending-deprovision': 'no',
  'failed-deprovision': 'no',
  deprovisioned: 'no',
};

/**
 * Decides where AWS advertises a CIDR from. While it is advertised: by an association in the state
 * `advertised`, then by IPAM, then by the route collectors; `unknown` where any two of them disagree.
 * `entries` are those of the CIDR in the listing, `now` is in milliseconds since 1970.
 */
export function decideOrigin(
  cidr: string,
  entries: readonly ObservedCidr[],
  { ipam, seen }: OtherSources,
  now: number,
): ObservedOrigin {
  const listing = readListing(cidr, entries);
  const others = [
    ...(ipam === undefined ? [] : [readIpam(cidr, ipam, now)]),
    ...(seen === undefined ? [] : [readSeen(cidr, seen)]),
  ];
  const decided = chooseOrigin(listing.source === 'state' ? [listing] : [listing, ...others]);
  return {
    origin: decided?.origins[0] ?? 'unknown',
    source: decided?.source ?? 'none',
    ...(decided?.isOld ? { isOld: true as const } : {}),
    evidence: [listing, ...others].map(({ evidence }) => evidence),
    ...(seen === undefined ? {} : { seen }),
  };
}

/**
 * The first source that says something; undefined where none does, or not all say the same. An older
 * sample says how it was then: it counts only where no other source says anything.
 */
function chooseOrigin(statements: readonly Statement[]): Statement | undefined {
  const speaking = statements.filter(({ origins }) => origins.length > 0);
  const current = speaking.filter(({ isOld }) => !isOld);
  const counted = current.length > 0 ? current : speaking;
  const [origin = 'unknown', ...others] = new Set(counted.flatMap(({ origins }) => origins));
  if (origin === 'unknown' || others.length > 0) return undefined;
  return speaking.find(({ origins }) => origins.length === 1 && origins[0] === origin);
}

/** By the state, where the CIDR is not advertised; else by its associations. */
function readListing(cidr: string, entries: readonly ObservedCidr[]): Statement {
  const states = [...new Set(entries.map(({ state }) => state))];
  const [answer = 'no', ...others] = new Set(states.map(originByState));
  const text = `DescribeByoipCidrs: ${cidr} is ${states.join(', ') || 'not listed'}`;
  const isClear = others.length === 0;
  if (!isClear || answer !== 'yes') {
    const origins = isClear && answer === 'no' ? ['none'] : [];
    return { source: 'state', origins, evidence: { grade: 'read', text } };
  }
  const asns = listAdvertised(entries);
  const from = asns.length === 0 ? '; no association shows the origin' : ` from ${asnsText(asns)}`;
  return {
    source: 'association',
    origins: originsOf(asns),
    evidence: { grade: 'read', text: `${text}${from}` },
  };
}

function originByState(state: string): 'yes' | 'no' | 'unknown' {
  return isKnown(state) ? hasOrigin[state] : 'unknown';
}

function isKnown(state: string): state is ByoipCidrState {
  return Object.hasOwn(hasOrigin, state);
}

/** The ASNs of the associations in the state `advertised`. */
function listAdvertised(entries: readonly ObservedCidr[]): readonly string[] {
  const advertised = entries
    .flatMap(({ associations }) => associations)
    .filter(({ state }) => state === 'advertised');
  return [...new Set(advertised.map(({ asn }) => asn))];
}

/** Each origin once. */
function originsOf(asns: readonly string[]): readonly string[] {
  return [...new Set(asns.map((asn) => (isReadable(asn) ? originOf(asn) : 'unknown')))];
}

/** An ASN, or `AWS`, the API's own word for Amazon's. */
function isReadable(asn: string): boolean {
  return asn === 'AWS' || canonicalAsn(asn) !== undefined;
}

const hourMs = 3_600_000;
const maxAgeHours = 24;
/** AWS does not say how often it samples. */
const currentMs = 900_000;
const maxListed = 5;

/** A route of a state other than `advertised`, or without a recent time, says nothing. */
function readIpam(
  cidr: string,
  { source, routes, unread }: DiscoveredRoutes,
  now: number,
): Statement {
  if (unread !== undefined) return ipamStatement([], 'not read', `${source}: ${unread}`);
  const found = routes.filter((route) => route.cidr === cidr);
  if (found.length === 0) return ipamStatement([], 'read', `${source}: ${cidr} is not listed`);
  const usable = found.filter((route) => isUsable(route, now));
  const texts = found.slice(0, maxListed).map((route) => routeText(route, now));
  const statement = ipamStatement(
    originsOf(usable.map(({ asn }) => asn)),
    usable.length > 0 ? 'read' : 'not read',
    `${source}: ${cidr} ${texts.join(', ')}`,
  );
  return { ...statement, isOld: usable.every(({ sampledAt = 0 }) => now - sampledAt > currentMs) };
}

function ipamStatement(
  origins: readonly string[],
  grade: Evidence['grade'],
  text: string,
): Statement {
  return { source: 'ipam', origins, evidence: { grade, text } };
}

function isUsable({ state, asn, sampledAt }: DiscoveredRoute, now: number): boolean {
  const isRecent = sampledAt !== undefined && now - sampledAt <= maxAgeHours * hourMs;
  return isRecent && asn !== '' && (state === 'advertised' || state === 'unknown');
}

/** `from AS64500, sampled 3 h ago`. */
function routeText({ asn, state, sampledAt, discovery }: DiscoveredRoute, now: number): string {
  const from = asn === '' ? 'without an ASN' : `from ${asnsText([asn])}`;
  const inState = state === 'advertised' ? '' : ` in the state ${state}`;
  const by = discovery === undefined ? '' : ` by ${discovery}`;
  return `${from}${inState}, ${ageText(sampledAt, now)}${by}`;
}

function ageText(sampledAt: number | undefined, now: number): string {
  if (sampledAt === undefined) return 'sampled at an unknown time';
  const minutes = Math.max(0, Math.floor((now - sampledAt) / 60_000));
  const age = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
  const limit = now - sampledAt > maxAgeHours * hourMs ? ` (at most ${maxAgeHours} h count)` : '';
  return `sampled ${age} ago${limit}`;
}

/** So many peers must agree, and as many make another origin of AWS's announcement a disagreement. */
export const leastPeers = 10;

/**
 * Only what is seen through AWS counts: another announcement is not AWS's. Fewer than ten peers with
 * another origin are routes that are stuck or on their way, and do not count.
 */
function readSeen(cidr: string, seen: Seen): Statement {
  const source = "RIPE's route collectors";
  if (seen.unread !== undefined) {
    const text = `${source}: ${seen.unread}`;
    return { source: 'collectors', origins: [], evidence: { grade: 'not read', text } };
  }
  const byOrigin = countByOrigin(seen).filter(([, peers]) => peers > 0);
  const origins = byOrigin.filter(([, peers]) => peers >= leastPeers).map(([origin]) => origin);
  const isTooLittle = byOrigin.length > 0 && origins.length === 0;
  const limit = isTooLittle ? ` (fewer than ${leastPeers} decide nothing)` : '';
  const text = `${source}: ${cidr} is now ${seenText(seen)}${limit}`;
  return { source: 'collectors', origins, evidence: { grade: 'read', text } };
}

/** `AS64500, AS64501`; a text that is no ASN is quoted. */
function asnsText(asns: readonly string[]): string {
  const texts = asns.map((asn) => (isReadable(asn) ? originText(asn) : JSON.stringify(asn)));
  return texts.slice(0, maxListed).join(', ');
}
