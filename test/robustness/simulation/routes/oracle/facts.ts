import type { RouteOutcome } from '../../../../../src/outcome/run-state.ts';
import type { RouteChange } from '../../../../../src/plan/plan.ts';
import {
  type CidrListing,
  type ListedCidr,
  readListings,
} from '../../../invariants/cidr-listings.ts';
import { type FakeAwsRequest, isRouteCall } from '../../fake-aws.ts';
import type { Run } from '../../run.ts';
import type { ActRecord } from '../route-aws.ts';
import type { RouteScenario } from '../scenario.ts';

/** What a run is checked against. */
export interface ExpectedRoutes {
  readonly scenario: RouteScenario;
  readonly secrets: readonly string[];
  /** What was approved, as the run had to expect it; undefined for any plan. */
  readonly approved: string | undefined;
  /** Whether nothing hindered this run. */
  readonly mustSucceed: boolean;
  /** Changes that were not the run's own, in order. */
  readonly acts: readonly ActRecord[];
  /** The true origin of a CIDR at a time of the clock: an ASN, `AWS` or `none`. */
  originAt(region: string, cidr: string, at: number): string;
}

/** The input of the checks of a run. */
export interface RouteFacts {
  readonly run: Run;
  readonly expected: ExpectedRoutes;
  /** Calls that advertise or withdraw, without dry runs. */
  readonly calls: readonly FakeAwsRequest[];
  readonly listings: readonly CidrListing[];
  /** In the order of the plan. */
  readonly planned: readonly RouteChange[];
  readonly routes: readonly RouteOutcome[];
}

/** The facts of a run. */
export function factsOf(run: Run, expected: ExpectedRoutes): RouteFacts {
  const { requests, outcome } = run;
  const listings = readListings(
    requests.map((request) => ({
      ...request,
      answer: request.outcome === 'ok' ? request.delivered?.body : undefined,
    })),
  );
  return {
    run,
    expected,
    calls: requests.filter((request) => isRouteCall(request) && !request.dryRun),
    listings,
    planned: (outcome.plan ? outcome.plan.changes : []).filter(
      (change): change is RouteChange => change.route !== undefined,
    ),
    routes: outcome.pairs.filter((pair): pair is RouteOutcome => pair.route !== undefined),
  };
}

/** A call or a change in words: a CIDR is in one target only. */
export function callText({ operation, params }: FakeAwsRequest): string {
  const to = operation === 'AdvertiseByoipCidr' ? ` from ${params.Asn ?? 'no ASN'}` : '';
  return `${operation} ${params.Cidr}${to}`;
}

/** The calls for the CIDR of a route. */
export function callsFor(
  { calls }: Pick<RouteFacts, 'calls'>,
  { route }: Pick<RouteOutcome, 'route'>,
): readonly FakeAwsRequest[] {
  return calls.filter(({ params }) => params.Cidr === route.cidr);
}

/** What a listing shows of a CIDR. */
export function shownIn({ cidrs }: CidrListing, cidr: string): ListedCidr {
  return cidrs.get(cidr) ?? { state: 'not listed', origins: [] };
}

/** When the client had the whole of a listing. */
export function readAt({ at }: CidrListing, { requests }: Run): number {
  return requests[at]?.delivered?.at ?? 0;
}

/** When AWS had the request for the first page of a listing. */
export function askedAt({ at, account, region }: CidrListing, { requests }: Run): number {
  const first = requests
    .slice(0, at + 1)
    .findLast(
      ({ operation, params, delivered, ...request }) =>
        operation === 'DescribeByoipCidrs' &&
        params.NextToken === undefined &&
        delivered !== undefined &&
        request.account === account &&
        request.region === region,
    );
  return first?.at ?? 0;
}

/** What the client knows of a call: that AWS has accepted it, that it has not, or neither. */
export function knownResult(call: FakeAwsRequest): 'accepted' | 'not carried out' | 'unknown' {
  const { injected, outcome, delivered } = call;
  switch (injected.kind) {
    case 'unsent':
      return 'not carried out';
    case 'answered':
      if (!delivered) return 'unknown';
      return outcome === 'ok' ? 'accepted' : 'not carried out';
    case 'replaced':
      return isFinalCode(injected.status, injected.code) ? 'not carried out' : 'unknown';
    case 'broken':
    case 'silent':
    case 'mangled':
      return 'unknown';
  }
}

/** An error from AWS itself. A page, or a response that no real call gets, proves nothing. */
function isFinalCode(status: number, code: string): boolean {
  if (code === 'RequestLimitExceeded') return true;
  return code !== '' && code !== 'DryRunOperation' && status < 500;
}

/** `AWS` for an ASN of Amazon's. */
export function originName(origin: string): string {
  return ['16509', '14618'].includes(origin) ? 'AWS' : origin;
}

/** The words of the violations that have happened. */
export function happened(violations: readonly (readonly [boolean, string])[]): string[] {
  return violations.filter(([is]) => is).map(([, words]) => words);
}
