import type { RouteOutcome } from '../../../../../src/outcome/run-state.ts';
import type { FakeAwsRequest } from '../../fake-aws.ts';
import {
  askedAt,
  callsFor,
  happened,
  knownResult,
  originName,
  type RouteFacts,
  readAt,
  shownIn,
} from './facts.ts';

/** Checks the report about a route against what AWS showed the run and what was true. */
export function checkRoute(route: RouteOutcome, facts: RouteFacts): string[] {
  return [
    ...checkState(route, facts),
    ...checkOrigin(route, facts),
    ...checkChanged(route, facts),
    ...checkEnd(route, facts),
    ...checkVerified(route, facts),
  ].map((words) => `${route.route.cidr}: ${words}`);
}

/** The listings of the place of a route, in order. */
function listingsOf({ target, route }: RouteOutcome, { listings, expected }: RouteFacts) {
  const account = expected.scenario.targets.find(({ routes }) =>
    routes.some(({ cidr }) => cidr === route.cidr),
  )?.account;
  return listings.filter(
    (listing) => listing.region === target.region && listing.account === account,
  );
}

/**
 * The state is one that AWS has shown since the last call; where the run was cut off or gave the route
 * up, it may be the one before, or `unknown`. At its end it is that of the end.
 */
function checkState(route: RouteOutcome, facts: RouteFacts): string[] {
  const { run } = facts;
  const { state, failure, done } = route;
  const calls = callsFor(facts, route);
  const sentAt = calls.at(-1)?.sentAt ?? Number.NEGATIVE_INFINITY;
  const own = listingsOf(route, facts);
  const since = own.filter((listing) => readAt(listing, run) >= sentAt);
  const isCut = run.cancelledAt !== undefined || failure !== undefined;
  const before = own.slice(0, own.length - since.length).slice(-1);
  const shown = [...(isCut ? before : []), ...since].map(
    (listing) => shownIn(listing, route.route.cidr).state,
  );
  const isUnknown = isCut || run.outcome.plan === undefined;
  // Nothing was read since a call that was not sent.
  const isUnsent =
    calls.length > 0 && calls.every((call) => knownResult(call) === 'not carried out');
  return happened([
    [
      !shown.includes(state) && !(isUnknown && state === 'unknown') && !isUnsent,
      `it says ${state}, and may say ${[...new Set(shown)].join(', ') || 'nothing'}`,
    ],
    [done === true && !isEnd(route, state) && !isCut, `it says that it is done, and ${state}`],
  ]);
}

/** The origin is one that was true, as far back as its source may be behind; or `unknown`. */
function checkOrigin(route: RouteOutcome, facts: RouteFacts): string[] {
  const { run, expected } = facts;
  const { cidr } = route.route;
  const { origin, source } = route.originNow ?? route.originBefore;
  const isGone = expected.acts.some((act) => act.isRemoval && act.cidr === cidr);
  if (origin === 'unknown' || isGone) return [];
  const { behaviour, collectors } = expected.scenario;
  const behind = {
    state: 0,
    association: 0,
    none: 0,
    ipam: (behaviour.discoveredAgeHours ?? 0) * 3_600_000,
    collectors: collectors.ms,
  }[source];
  const lags = (behaviour.routeTransition?.lag ?? 0) > 0 && callsFor(facts, route).length > 0;
  const from = lags ? 0 : run.startedAt - behind;
  const times = [
    from,
    run.startedAt,
    ...expected.acts.map(({ at }) => at),
    ...run.requests.map(({ at }) => at),
    run.endedAt,
  ].filter((at) => at >= from && at <= run.endedAt);
  const held = new Set(
    times.map((at) => originName(expected.originAt(route.target.region, cidr, at))),
  );
  return held.has(origin) ? [] : [`it says ${origin} (${source}), and was ${[...held].join(', ')}`];
}

/** `changed` says that AWS has accepted a call, and is said where AWS has. */
function checkChanged(route: RouteOutcome, facts: RouteFacts): string[] {
  const calls = callsFor(facts, route);
  const isAccepted = calls.some(({ outcome }) => outcome === 'ok');
  const isMade = facts.run.changes.some(({ cidr }) => cidr === route.route.cidr);
  // A change that AWS abandoned looks like a call that it has not carried out.
  const isGivenUp = facts.expected.scenario.behaviour.routeTransition?.to !== undefined;
  // A change by someone else looks like a call whose response was lost.
  const isAmbiguous =
    hasActs(route, facts, 0) && calls.some((call) => knownResult(call) === 'unknown');
  return happened([
    [route.changed && !isAccepted && !isAmbiguous, 'it says changed, and AWS accepted nothing'],
    [
      isMade &&
        !route.changed &&
        route.state !== 'unknown' &&
        !isGivenUp &&
        !hasActs(route, facts, 0),
      `AWS has changed it, and the run says ${route.state} without a change`,
    ],
  ]);
}

function hasActs({ route }: RouteOutcome, { expected }: RouteFacts, since: number): boolean {
  return expected.acts.some(({ at, cidr }) => cidr === route.cidr && at >= since);
}

/** A route that is done, or kept in a success, is as desired, unless another has acted since. */
function checkEnd(route: RouteOutcome, facts: RouteFacts): string[] {
  const { run, expected } = facts;
  const { cidr, origin: desired } = route.route;
  const isKept = route.step === 'keep' && run.outcome.conclusion === 'success';
  if (!isKept && !route.done) return [];
  const own = listingsOf(route, facts);
  const { source } = route.originNow ?? route.originBefore;
  const calls = callsFor(facts, route);
  const last = calls.at(-1)?.sentAt ?? 0;
  const shows = isKept
    ? own[0]
    : own.find(
        (listing) => readAt(listing, run) >= last && isEnd(route, shownIn(listing, cidr).state),
      );
  // A listing may not show the origin of what is advertised: another's act is seen elsewhere, or later.
  const isShown = source === 'state' || source === 'association';
  const before = own.findLast((listing) => readAt(listing, run) <= (calls[0]?.sentAt ?? 0));
  const listing = isShown ? shows : before;
  const since = listing ? askedAt(listing, run) : 0;
  if (hasActs(route, facts, since)) return [];
  const truth = originName(expected.originAt(route.target.region, cidr, run.endedAt));
  return truth === desired ? [] : [`it says that it is as desired, and AWS has ${truth}`];
}

function isEnd({ route }: RouteOutcome, state: string): boolean {
  return route.origin === 'none' ? state.startsWith('provisioned') : state === 'advertised';
}

/** `collectors` is reported only if their last response shows the desired origin at enough peers. */
function checkVerified(route: RouteOutcome, { run }: RouteFacts): string[] {
  const { cidr, origin } = route.route;
  if (route.verification?.verified !== 'collectors') return [];
  const last = run.requests.findLast(
    (request) =>
      request.operation === 'looking-glass' && request.params.resource === cidr && isRead(request),
  );
  const origins = originsSeen(last?.delivered?.body ?? '');
  const right = origins.filter((seen) => seen === origin).length;
  const isSeen =
    origin === 'none' ? origins.length <= 5 : right >= 10 && right >= 0.8 * origins.length;
  return isSeen ? [] : [`it says verified, and ${right} of ${origins.length} peers see ${origin}`];
}

function isRead({ outcome, delivered }: FakeAwsRequest): boolean {
  return outcome === 'ok' && delivered !== undefined;
}

/** The origins that peers see through AWS. */
function originsSeen(body: string): readonly string[] {
  const paths = [...body.matchAll(/"as_path":"([0-9 ]+)"/g)].map(([, path = '']) =>
    path.split(' '),
  );
  return paths
    .filter((path) => path.includes('16509'))
    .map((path) => originName(path.at(-1) ?? ''));
}
