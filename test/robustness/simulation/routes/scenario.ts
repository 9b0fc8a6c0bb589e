import { stringify } from 'yaml';
import type { Ec2Behaviour } from '../../../fakes/ec2-behaviour.ts';
import type { CidrFixture } from '../../../fakes/ipam.ts';
import type { FakeVrp } from '../../../fakes/rpki.ts';
import type { FaultProfile } from '../injected-outcome.ts';
import type { Random } from '../random.ts';

/** The origin that is desired of a CIDR. */
export interface ScenarioRoute {
  readonly cidr: string;
  /** ASN digits, `AWS` or `none`. */
  readonly origin: string;
}

/** An account and Region: what is desired there and what AWS has there at first. */
export interface RouteTarget {
  readonly account: string;
  readonly region: string;
  readonly routes: readonly ScenarioRoute[];
  readonly cidrs: readonly CidrFixture[];
}

/** What another actor does to a CIDR. */
export type Act =
  | { readonly advertises: string }
  | { readonly association: string; readonly state: string }
  | { readonly state: string }
  | { readonly removes: 'cidr' };

/** An act at a time, or just before AWS carries out a write of the run. */
export interface ExternalAct {
  readonly when: { readonly atMs: number } | { readonly beforeWrite: number };
  readonly target: RouteTarget;
  readonly cidr: string;
  readonly act: Act;
}

/** What RIPE's route collectors see. */
export interface Collectors {
  readonly peers: number;
  /** Until the last peer sees a change. */
  readonly ms: number;
  readonly isDown: boolean;
  /** Peers that see another announcement of the same prefix, which is not AWS's. */
  readonly elsewhere: number;
}

/** Everything about a run of the action for routes that a seed decides. */
export interface RouteScenario {
  readonly targets: readonly RouteTarget[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly behaviour: Partial<Ec2Behaviour>;
  /** Where the IPAM lists discovered routes; undefined for the Regions of the targets. */
  readonly ipamRegion: string | undefined;
  readonly mayReadIpam: boolean;
  readonly sessionSeconds: number;
  readonly vrps: readonly FakeVrp[];
  readonly vrpAgeHours: number;
  readonly isRpkiDown: boolean;
  readonly collectors: Collectors;
  readonly faultProfile: FaultProfile;
  readonly externalActs: readonly ExternalAct[];
  /** What is approved: any plan, the one of a run just before, or of one before others acted. */
  readonly approved: 'any' | 'now' | 'older';
  /** Whether `expected-plan` is the output `plan` in place of `plan-digest`. */
  readonly expects: 'plan' | 'plan-digest';
  readonly pauseMs: number;
  readonly cancelAtMs: number | undefined;
  /** The line of the log at which a defect of the action shows; undefined for none. */
  readonly defectAtLine: number | undefined;
  /** Whether every route can be changed and proven, and the inputs allow it. */
  readonly valid: boolean;
}

const asns = ['64500', '64501', '64502'] as const;
const amazon = ['16509', '14618'] as const;
const accounts = ['111122223333', '444455556666', '777788889999'] as const;
const regions = ['us-west-2', 'eu-west-1', 'ap-southeast-2'] as const;
const ipv4 = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'] as const;

/** The host of the fake Routinator. */
export const routinatorHost = 'routinator.example.net';

/** A scenario, drawn from a seed's random choices. */
export function drawRouteScenario(random: Random): RouteScenario {
  const form = random.choose(['inputs', 'file', 'file', 'file']);
  const valid = random.chance(0.4);
  // Most runs get as far as a write, to meet faults and other actors there.
  const clear = valid || random.chance(0.7);
  const count = form === 'inputs' ? 1 : random.choose([1, 1, 2, 3]);
  const targets = Array.from({ length: count }, (_, nth) => drawTarget(nth, form, clear, random));
  const routes = targets.flatMap((target) => target.routes);
  const dryRun = random.chance(0.15);
  const rpki = random.choose(['ripestat', 'ripestat', `https://${routinatorHost}`, 'off']);
  const policy = random.choose(['require-valid', 'require-valid', 'refuse-invalid', 'report']);
  const common = {
    'allow-special-use': 'true',
    'dry-run': String(dryRun),
    'permission-check': String(random.chance(0.7)),
    'expected-plan': dryRun ? '' : 'any',
    'max-changes': String(clear || random.chance(0.8) ? routes.length : random.integer(0, 2)),
    rpki,
    'rpki-policy': rpki === 'off' ? 'report' : policy,
    verify: random.choose(['warn', 'warn', 'off', 'required']),
    'verify-timeout-seconds': random.choose(['60', '180']),
    concurrency: String(random.integer(1, 3)),
    'wait-timeout-seconds': String(valid ? 3600 : random.choose([5, 30, 120, 900, 900, 900])),
    'role-duration-seconds': '900',
    'role-to-assume': `arn:aws:iam::${form === 'file' ? '{account}' : targets[0]?.account}:role/byoasn-route`,
  };
  const [only] = targets;
  const [route] = routes;
  const named = {
    cidr: route?.cidr ?? '',
    origin: route?.origin ?? '',
    'aws-region': only?.region ?? '',
  };
  const ipamRegion = random.chance(0.2) ? 'us-east-1' : undefined;
  const isJudged = rpki !== 'off' && policy !== 'report';
  return {
    targets,
    inputs: {
      ...common,
      ...(form === 'file' ? { config: 'byoasn.yml' } : named),
      ...(ipamRegion === undefined ? {} : { 'ipam-region': ipamRegion }),
    },
    files: form === 'file' ? { 'byoasn.yml': configOf(targets, random) } : {},
    behaviour: drawBehaviour(valid, random),
    ipamRegion,
    mayReadIpam: random.chance(0.7),
    sessionSeconds: random.choose([900, 3600]),
    vrps: routes.flatMap(({ cidr }) => drawVrps(cidr, clear && isJudged, random)),
    vrpAgeHours: clear ? random.choose([0, 23]) : random.choose([0, 0, 23, 25]),
    isRpkiDown: !clear && random.chance(0.1),
    collectors: drawCollectors(clear, random),
    faultProfile: random.choose(['none', 'transient', 'transient', 'all', 'all']),
    externalActs:
      valid || random.chance(0.2)
        ? []
        : Array.from({ length: random.integer(1, 4) }, () => drawExternalAct(targets, random)),
    approved: dryRun ? 'any' : random.choose(['any', 'any', 'now', valid ? 'now' : 'older']),
    expects: random.choose(['plan', 'plan-digest']),
    pauseMs: random.choose([0, 15_000, 600_000]),
    cancelAtMs: random.chance(0.2)
      ? random.integer(0, random.choose([1_000, 10_000, 120_000]))
      : undefined,
    defectAtLine: !valid && random.chance(0.1) ? random.integer(1, 40) : undefined,
    valid,
  };
}

const otherStates = [
  'pending-advertising',
  'pending-advertising',
  'pending-withdrawal',
  'pending-withdrawal',
  'failed-provision',
  'provisioned-not-publicly-advertisable',
  'from-the-future',
] as const;

const associationStates = [
  'absent',
  'disassociated',
  'failed-association',
  'pending-association',
  'pending-disassociation',
] as const;

function drawTarget(nth: number, form: string, clear: boolean, random: Random): RouteTarget {
  const count = form === 'inputs' ? random.choose([1, 2]) : random.choose([1, 1, 2, 2, 3, 5]);
  const cidrs = Array.from({ length: count }, (_, at) =>
    at === 0 && random.chance(0.5) ? (ipv4[nth] ?? ipv4[0]) : `2001:db8:${nth + 1}${at}::/48`,
  );
  // A second Region of the same account has its own rate.
  const owner = random.chance(0.3) ? 0 : nth;
  const drawn = cidrs.map((cidr, at) => {
    const origin = random.choose([...asns, 'AWS', 'none']);
    return {
      origin,
      fixture: drawCidr(cidr, at, regions[nth] ?? regions[0], origin, clear, random),
    };
  });
  const listed = clear || random.chance(0.9) ? drawn : drawn.slice(1);
  // What has no entry is never touched.
  const desired = drawn.filter((_, at) => at === 0 || (form === 'file' && random.chance(0.85)));
  return {
    account: accounts[owner] ?? accounts[0],
    region: regions[nth] ?? regions[0],
    routes: desired.map(({ origin, fixture: { cidr } }) => ({ cidr, origin })),
    cidrs: listed.map(({ fixture }) => fixture),
  };
}

function drawCidr(
  cidr: string,
  at: number,
  region: string,
  wanted: string,
  clear: boolean,
  random: Random,
): CidrFixture {
  const state =
    clear || random.chance(0.85)
      ? random.choose(['provisioned', 'advertised', 'advertised'])
      : random.choose(otherStates);
  const isAdvertised = state === 'advertised' || state === 'pending-withdrawal';
  const origin = isAdvertised ? random.choose([...asns, 'AWS', 'AWS', 'AWS']) : 'none';
  const associations = asns.flatMap((asn) => {
    const isNeeded = asn === origin || (asn === wanted && (clear || random.chance(0.85)));
    const found = isNeeded || random.chance(0.3) ? 'associated' : random.choose(associationStates);
    return found === 'absent' ? [] : [{ asn, state: found }];
  });
  const group = at > 0 && random.chance(0.2) ? `${region}-lax-1` : region;
  return {
    cidr,
    state,
    origin,
    advertisementType: 'unicast',
    associations,
    ...(random.chance(0.7) ? { networkBorderGroup: group } : {}),
  };
}

function drawBehaviour(valid: boolean, random: Random): Partial<Ec2Behaviour> {
  const to = { state: random.choose(otherEnds), origin: 'none' };
  return {
    repeat: random.choose(['accept', 'reject']),
    emptyPages: random.choose([0, 0, 0, 1]),
    pageSize: random.choose([1, 2, 100, 100, 100]),
    requestIdHeader: random.chance(0.5),
    associationOfOrigin: random.choose(['advertised', 'associated']),
    swapWithinHour: random.choose(['refuse', 'accept']),
    // Right after a change a sample that counts as current contradicts the collectors.
    discoveredAgeHours: random.choose(valid ? [0, 1, 23, 25] : [0, 0.1, 1, 23, 25]),
    ...(random.chance(0.15) ? { resourceDiscoveries: [] } : {}),
    routeTransition: {
      reads: random.integer(0, 3),
      ms: random.choose([0, 1_000, 20_000, 120_000]),
      lag: random.choose([0, 0, 1, 2]),
      ...answeredBy(random),
      ...(valid || random.chance(0.85) ? {} : { to }),
    },
  };
}

/** AWS gives up the change, whatever it was. */
const otherEnds = ['provisioned', 'pending-deprovision'] as const;

/** The response to a call may show any state; by default, the state before the call. */
function answeredBy(random: Random) {
  const answered = random.choose([undefined, 'advertised', 'provisioned', 'pending-advertising']);
  return answered === undefined ? {} : { answered };
}

/** Mostly what makes the origins valid; else none, those of others, or too short a maximum length. */
function drawVrps(cidr: string, clear: boolean, random: Random): FakeVrp[] {
  const length = Number(cidr.split('/')[1]);
  const made = [...asns, ...amazon].flatMap((asn): FakeVrp[] => {
    const kind = clear
      ? 'exact'
      : random.choose(['exact', 'exact', 'exact', 'exact', 'none', 'short']);
    if (kind === 'none') return [];
    const exact = { asn: Number(asn), prefix: cidr, maxLength: length };
    return [kind === 'exact' ? exact : { ...exact, ...shorterThan(cidr) }];
  });
  return !clear && random.chance(0.1) ? [] : made;
}

/** A prefix that covers a CIDR, and is the longest that its VRP allows. */
function shorterThan(cidr: string): Pick<FakeVrp, 'prefix' | 'maxLength'> {
  const prefix = cidr.includes(':')
    ? '2001:db8::/32'
    : `${cidr.split('.').slice(0, 2).join('.')}.0.0/16`;
  return { prefix, maxLength: Number(prefix.split('/')[1]) };
}

function drawCollectors(clear: boolean, random: Random): Collectors {
  const elsewhere = random.choose([0, 0, 0, 12]);
  if (clear) return { peers: 30, ms: random.choose([0, 10_000]), isDown: false, elsewhere };
  return {
    peers: random.choose([0, 8, 12, 30]),
    ms: random.choose([0, 10_000, 60_000, 600_000]),
    isDown: random.chance(0.2),
    elsewhere,
  };
}

function drawExternalAct(targets: readonly RouteTarget[], random: Random): ExternalAct {
  const [first, ...others] = targets;
  if (!first) throw new Error('a scenario has a target');
  const target = random.choose([first, ...others]);
  const [route, ...more] = target.routes;
  if (!route) throw new Error('a target has a route');
  const act = random.choose<Act>([
    { advertises: 'none' },
    { advertises: 'none' },
    { advertises: random.choose(asns) },
    { advertises: 'AWS' },
    { association: random.choose(asns), state: random.choose(['associated', 'disassociated']) },
    { state: random.choose(otherStates) },
    { removes: 'cidr' },
  ]);
  return {
    when: random.chance(0.4)
      ? { beforeWrite: random.choose([1, 1, 2, 3]) }
      : { atMs: random.integer(0, random.choose([2_000, 20_000, 20_000, 120_000])) },
    target,
    cidr: random.choose([route, ...more]).cidr,
    act,
  };
}

/** The file also has associations, which the action for routes leaves alone. */
function configOf(targets: readonly RouteTarget[], random: Random): string {
  const listed = targets.map(({ account, region, routes, cidrs }) => {
    const associations = cidrs.slice(0, 1).map(({ cidr }) => ({ asn: 64502, cidr }));
    return {
      account,
      region,
      ...(random.chance(0.5) && associations.length > 0 ? { associations } : {}),
      routes: routes.map(({ cidr, origin }) => ({
        cidr,
        origin: /^[0-9]+$/.test(origin) ? Number(origin) : origin,
      })),
    };
  });
  return stringify({ version: 1, targets: listed });
}
