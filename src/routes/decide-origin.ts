import { canonicalAsn } from '../domain/asn.ts';
import { originOf, originText } from '../domain/origin.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import { cidrPhase } from '../plan/cidr-phase.ts';
import type { Evidence } from '../plan/evidence.ts';
import { type ObservedOrigin, originLifeMs, type Seen } from '../plan/observed-origin.ts';
import type { DiscoveredRoute, DiscoveredRoutes } from './discovered-routes.ts';
import { countByOrigin, seenText } from './looking-glass.ts';

/** What was read besides the listing; undefined for a source that was not read. */
interface OtherSources {
  readonly ipam?: DiscoveredRoutes | undefined;
  readonly seen?: Seen | undefined;
}

/** What one source says about the origin: nothing, one origin, or several that contradict each other. */
interface Statement {
  readonly source: ObservedOrigin['source'];
  readonly origins: readonly string[];
  readonly evidence: Evidence;
  /** Whether all of it is from samples older than `originLifeMs`. */
  readonly isOld?: boolean;
}

/**
 * Decides from where AWS advertises a CIDR. While it is advertised: an association in the state
 * `advertised`, then IPAM, then the route collectors; `unknown` if any two of them disagree. `entries` are
 * those of the CIDR in the listing; `now` is in milliseconds since 1970.
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
 * The first source that names an origin; undefined if none does, or if they disagree. An old sample
 * counts only if no current source names an origin.
 */
function chooseOrigin(statements: readonly Statement[]): Statement | undefined {
  const speaking = statements.filter(({ origins }) => origins.length > 0);
  const current = speaking.filter(({ isOld }) => !isOld);
  const counted = current.length > 0 ? current : speaking;
  const [origin = 'unknown', ...others] = new Set(counted.flatMap(({ origins }) => origins));
  if (origin === 'unknown' || others.length > 0) return undefined;
  return speaking.find(({ origins }) => origins.length === 1 && origins[0] === origin);
}

/** The state decides if the CIDR is not advertised, else its associations do. */
function readListing(cidr: string, entries: readonly ObservedCidr[]): Statement {
  const states = [...new Set(entries.map(({ state }) => state))];
  const [advertised = 'no', ...others] = new Set(states.map(isAdvertised));
  const text = `DescribeByoipCidrs: ${cidr} is ${states.join(', ') || 'not listed'}`;
  const isClear = others.length === 0;
  if (!isClear || advertised !== 'yes') {
    const origins = isClear && advertised === 'no' ? ['none'] : [];
    return { source: 'state', origins, evidence: { grade: 'read', text } };
  }
  const associations = entries.flatMap((entry) => entry.associations);
  const advertisedAsns = associations
    .filter(({ state }) => state === 'advertised')
    .map(({ asn }) => asn);
  const asns = [...new Set(advertisedAsns)];
  const from = asns.length === 0 ? '; no association shows the origin' : ` from ${asnsText(asns)}`;
  const evidence: Evidence = { grade: 'read', text: `${text}${from}` };
  return { source: 'association', origins: originsOf(asns), evidence };
}

function isAdvertised(state: string): 'yes' | 'no' | 'unknown' {
  switch (cidrPhase(state)) {
    case 'advertised':
      return 'yes';
    case 'advertising':
    case 'withdrawing':
    case 'unknown':
      return 'unknown';
    case 'provisioned':
    case 'never advertised':
    case 'not ready':
      return 'no';
  }
}

/** The origins of ASNs, each once. */
function originsOf(asns: readonly string[]): readonly string[] {
  return [...new Set(asns.map((asn) => (isReadable(asn) ? originOf(asn) : 'unknown')))];
}

/** Whether a text is an ASN or `AWS`, which the API shows for Amazon's ASNs. */
function isReadable(asn: string): boolean {
  return asn === 'AWS' || canonicalAsn(asn) !== undefined;
}

const hourMs = 3_600_000;
const maxAgeHours = 24;
const maxListed = 5;

/** Ignores a route in a state other than `advertised`, or without a recent sample. */
function readIpam(
  cidr: string,
  { source, routes, unread }: DiscoveredRoutes,
  now: number,
): Statement {
  const found = routes.filter((route) => route.cidr === cidr);
  const usable = found.filter((route) => isUsable(route, now));
  const texts = found.slice(0, maxListed).map((route) => routeText(route, now));
  const foundText = found.length === 0 ? `${cidr} is not listed` : `${cidr} ${texts.join(', ')}`;
  const isRead = unread === undefined && (found.length === 0 || usable.length > 0);
  return {
    source: 'ipam',
    origins: originsOf(usable.map(({ asn }) => asn)),
    isOld: usable.every(({ sampledAt = 0 }) => now - sampledAt > originLifeMs),
    evidence: { grade: isRead ? 'read' : 'not read', text: `${source}: ${unread ?? foundText}` },
  };
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

/** This many peers must agree on an origin; as many that see another one are a disagreement. */
export const leastPeers = 10;

/**
 * Counts only what is seen through AWS, because other routes are not AWS's. Ignores an origin that
 * fewer than ten peers see: such routes are stuck or still propagating.
 */
function readSeen(cidr: string, seen: Seen): Statement {
  const text = "RIPE's route collectors";
  if (seen.unread !== undefined) {
    const evidence: Evidence = { grade: 'not read', text: `${text}: ${seen.unread}` };
    return { source: 'collectors', origins: [], evidence };
  }
  const byOrigin = countByOrigin(seen).filter(([, peers]) => peers > 0);
  const origins = byOrigin.filter(([, peers]) => peers >= leastPeers).map(([origin]) => origin);
  const isTooLittle = byOrigin.length > 0 && origins.length === 0;
  const limit = isTooLittle ? ` (fewer than ${leastPeers} decide nothing)` : '';
  const seenNow = `${text}: ${cidr} is now ${seenText(seen)}${limit}`;
  return { source: 'collectors', origins, evidence: { grade: 'read', text: seenNow } };
}

/** `AS64500, AS64501`; a text that is not an ASN is quoted. */
function asnsText(asns: readonly string[]): string {
  const texts = asns.map((asn) => (isReadable(asn) ? originText(asn) : JSON.stringify(asn)));
  return texts.slice(0, maxListed).join(', ');
}
