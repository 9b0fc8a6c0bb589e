import { expect } from 'vitest';
import { parse } from 'yaml';
import type { Fakes } from '../../fakes/fakes.ts';
import type { ChangeRecord, RequestRecord } from '../../fakes/request-log.ts';
import { isCarriedOut } from '../../fakes/response-mode.ts';
import { rpkiState } from '../../fakes/rpki.ts';
import {
  type CidrListing,
  type ListedCidr,
  readListings,
} from '../../robustness/invariants/cidr-listings.ts';
import type { Answered } from '../../robustness/invariants/observations.ts';
import type { ResultRoute, RouteEnded } from './route-scenario.ts';

/** A run of the action for routes on the fake servers. */
export interface RouteRun {
  readonly inputs: Readonly<Record<string, string>>;
  /** The text of its config file; undefined for none. */
  readonly file: string | undefined;
  /** The true origins before it, by CIDR. */
  readonly originsBefore: ReadonlyMap<string, string>;
  readonly changes: readonly ChangeRecord[];
  readonly requests: readonly RequestRecord[];
}

/** A request with its account. */
interface Located extends Answered, Pick<RequestRecord, 'at' | 'outcome' | 'alongside'> {
  /** Its place among all requests of the run. */
  readonly index: number;
}

/** A route in the output `plan`. */
interface PlannedRoute {
  readonly account_id: string;
  readonly region: string;
  readonly cidr: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
}

/** Checks the invariants of the calls and results of every run. */
export function checkRoutes(ended: RouteEnded, run: RouteRun): void {
  const { fakes } = ended;
  const requests = locate(run.requests, fakes);
  const routeCalls = requests.filter(({ operation }) => isRouteCall(operation));
  const real = routeCalls.filter(({ params }) => params.DryRun !== 'true');
  const listings = readListings(requests);
  expectOnlyDesired(routeCalls, run, fakes);
  expectNotRefused(routeCalls, run, fakes);
  if (run.inputs['dry-run'] === 'true') expect(real, 'calls of a dry run').toEqual([]);
  expectOneByOne(real);
  expectPlanned(ended, run);
  expectCurrent(ended, real, listings);
  for (const pair of ended.result.pairs) {
    expectTrueState(ended, pair, listings);
    expectTrueOrigin(ended, pair, run);
    if (pair.changed) expectAccepted(pair, real);
  }
}

function isRouteCall(operation: string): boolean {
  return operation === 'AdvertiseByoipCidr' || operation === 'WithdrawByoipCidr';
}

function locate(requests: readonly RequestRecord[], { credentials }: Fakes): readonly Located[] {
  return requests.map(({ accessKeyId, region, ...request }, index) => ({
    ...request,
    account: credentials.find(accessKeyId ?? '')?.account ?? '',
    region: region ?? '',
    answer: request.answer,
    index,
  }));
}

/** A config file, as far as calls depend on it. */
interface RouteFile {
  readonly targets: readonly {
    readonly account: string;
    readonly region: string;
    readonly routes?: readonly { readonly cidr: string; readonly origin: number | string }[];
  }[];
}

/** The origins that the inputs or the file desire, by account, Region and CIDR. */
function readDesired({ inputs, file }: RouteRun, { account }: Fakes): ReadonlyMap<string, string> {
  if (file === undefined) {
    const { 'aws-region': region = '', cidr = '', origin = '' } = inputs;
    return new Map([[[account, region, cidr].join(' '), plainOrigin(origin)]]);
  }
  const { targets }: RouteFile = parse(file);
  const routes = targets.flatMap(({ account: owner, region, routes = [] }) =>
    routes.map(({ cidr, origin }) => ({ key: [owner, region, cidr].join(' '), origin })),
  );
  return new Map(routes.map(({ key, origin }) => [key, plainOrigin(String(origin))]));
}

function plainOrigin(text: string): string {
  return text.replace(/^AS(?=\d)/, '');
}

/** The origin that a call makes: an empty text where it has no ASN. */
function originOfCall({ operation, params }: Located): string {
  return operation === 'WithdrawByoipCidr' ? 'none' : (params.Asn ?? '');
}

/** Every call is for a desired route: an Advertise with the desired ASN, a Withdraw only for `none`. */
function expectOnlyDesired(calls: readonly Located[], run: RouteRun, fakes: Fakes): void {
  const desired = calls.length === 0 ? new Map<string, string>() : readDesired(run, fakes);
  for (const call of calls) {
    const key = [call.account, call.region, call.params.Cidr].join(' ');
    expect(originOfCall(call), `the origin that ${call.operation} makes of ${key}`).toBe(
      desired.get(key),
    );
  }
}

const amazon = ['16509', '14618'];

/** No call, not even a dry run of one, advertises from an origin that the policy refuses. */
function expectNotRefused(calls: readonly Located[], { inputs }: RouteRun, fakes: Fakes): void {
  const { rpki = 'ripestat', 'rpki-policy': policy = 'require-valid' } = inputs;
  if (rpki === 'off' || policy === 'report') return;
  const refused = policy === 'require-valid' ? ['invalid', 'not-found'] : ['invalid'];
  for (const call of calls.filter(({ operation }) => operation === 'AdvertiseByoipCidr')) {
    const { Cidr: cidr = '', Asn: asn = '' } = call.params;
    for (const origin of asn === 'AWS' ? amazon : [asn]) {
      const state = rpkiState(fakes.rpki.behaviour.vrps, cidr, origin);
      expect(refused, `${cidr} is advertised from AS${origin}`).not.toContain(state);
    }
  }
}

/** A little less than EC2's ten seconds: on a busy machine calls come closer together than they were sent. */
const leastGapMs = 9_800;

/** The calls of an account and Region are ten seconds apart, and no two are in flight together. */
function expectOneByOne(calls: readonly Located[]): void {
  for (const of of Map.groupBy(calls, ({ account, region }) => `${account} ${region}`).values()) {
    for (const [index, { at, alongside = [] }] of of.entries()) {
      const before = of[index - 1];
      if (before) expect(at - before.at, 'time between two calls').toBeGreaterThan(leastGapMs);
      const together = alongside.filter(({ operation }) => isRouteCall(operation));
      expect(together, 'calls in flight').toEqual([]);
    }
  }
}

function plannedRoutes({ outputs }: RouteEnded): readonly PlannedRoute[] {
  return outputs.plan ? JSON.parse(outputs.plan).changes : [];
}

function isOf({ cidr, account_id, region }: PlannedRoute | ResultRoute) {
  return (call: { readonly account: string; readonly region: string }, name: string) =>
    name === cidr && call.region === region && ['', call.account].includes(account_id);
}

/** Every changed route is in the plan, with that change. */
function expectPlanned(ended: RouteEnded, { changes }: RouteRun): void {
  const planned = plannedRoutes(ended);
  for (const change of changes) {
    const route = planned.find((each) => isOf(each)(change, change.cidr));
    const steps = change.verb === 'withdraw' ? ['withdraw'] : ['advertise', 'swap'];
    expect(steps, `the step of ${change.cidr} in the plan`).toContain(route?.step);
    expect(route?.to, `the origin of ${change.cidr} in the plan`).toBe(change.asn);
  }
}

/** No call follows a listing that shows another state or origin than the plan goes from. */
function expectCurrent(
  ended: RouteEnded,
  calls: readonly Located[],
  listings: readonly CidrListing[],
): void {
  const planned = plannedRoutes(ended);
  for (const call of calls) {
    const { Cidr: cidr = '' } = call.params;
    const route = planned.find((each) => isOf(each)(call, cidr));
    const listing = listings.findLast(
      ({ at, account, region }) =>
        at < call.index && account === call.account && region === call.region,
    );
    const shown = listing?.cidrs.get(cidr);
    expect(route && shown && isAsPlanned(route, shown), `${cidr} is as planned`).toBe(true);
  }
}

function isAsPlanned({ step, from }: PlannedRoute, { state, origins }: ListedCidr): boolean {
  if (step === 'advertise') return state === 'provisioned';
  if (state !== 'advertised') return false;
  return step === 'withdraw' || from === 'unknown' || origins.every((origin) => origin === from);
}

/** The reported state is the last one that AWS listed, or `unknown`. */
function expectTrueState(
  { fakes, reason }: RouteEnded,
  { cidr, region, account_id, ...reported }: ResultRoute,
  listings: readonly CidrListing[],
): void {
  const account = account_id || fakes.account;
  const observed = listings
    .filter((listing) => listing.account === account && listing.region === region)
    .map(({ cidrs }) => cidrs.get(cidr)?.state ?? 'not listed');
  // A run that was cut off, or stopped waiting for the route, may have left responses unread.
  const isLate = reason === 'cancelled' || reported.error !== null;
  expect(
    ['unknown', ...(isLate ? observed : observed.slice(-1))],
    `the state of ${cidr}`,
  ).toContain(reported.state);
}

/** The reported origin is the true one now, or until a call whose end was not awaited; or `unknown`. */
function expectTrueOrigin(
  { fakes }: RouteEnded,
  { cidr, region, account_id, origin, end }: ResultRoute,
  { originsBefore }: RouteRun,
): void {
  const now = fakes.ec2.ipam(account_id || fakes.account, region).advertisement(cidr)?.origin;
  const isDone = ['kept', 'advertised', 'withdrawn'].includes(end);
  const before = isDone ? [] : [originsBefore.get(cidr)];
  const names = [now, ...before].map((asn) => (amazon.includes(asn ?? '') ? 'AWS' : asn));
  expect(['unknown', ...names], `the origin of ${cidr}`).toContain(origin);
}

/** A change that is reported was accepted. */
function expectAccepted(pair: ResultRoute, calls: readonly Located[]): void {
  const accepted = calls.filter(
    (call) =>
      isOf(pair)(call, call.params.Cidr ?? '') &&
      (call.outcome === 'ok' || isCarriedOut(call.outcome)),
  );
  expect(accepted.length, `EC2 accepted a change of ${pair.cidr}`).toBeGreaterThan(0);
}
