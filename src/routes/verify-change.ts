import { originText, routeText } from '../domain/origin.ts';
import { Failure } from '../failure.ts';
import type { Verification } from '../outcome/run-state.ts';
import type { ObservedOrigin } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import { decideOrigin } from './decide-origin.ts';
import { readDiscoveredRoutes } from './discovered-routes.ts';
import { entriesOf, originByListing } from './plan-again.ts';
import type { RouteContext } from './route-context.ts';
import { waitForCollectors } from './wait-for-collectors.ts';
import { cidrInRegion } from './wait-for-route.ts';

/** When AWS accepted a change, or was found to have made it. */
export interface ChangedAt {
  /** On the clock of the run. */
  readonly clockTime: number;
  readonly wallTime: number;
}

/**
 * Records the origin of a route that has reached its end state, and verifies it with the route collectors
 * as the inputs say. A change that someone else began is done only if its origin is proven to be the
 * desired one. Throws a Failure.
 */
export async function verifyChange(
  change: RouteChange,
  changedAt: ChangedAt,
  context: RouteContext,
): Promise<void> {
  const { runState, inputs, log } = context;
  const { route, step } = change;
  const now = await originAfter(change, changedAt, context);
  runState.update(route, { originNow: now });
  const needsProof = step === 'wait' && now.origin !== route.origin;
  if (needsProof && now.origin !== 'unknown') throw otherOrigin(change, now);
  if (!needsProof) {
    runState.update(route, { done: true });
    if (inputs.verify.policy === 'off') return;
  }
  const { verified, text } = await verifyByCollectors(change, now, changedAt, context);
  if (verified === 'collectors') return runState.update(route, { done: true });
  if (needsProof) {
    throw new Failure(
      'origin-unknown',
      `${cidrInRegion(change)} is advertised from an unknown origin: ${text}`,
    );
  }
  const message = `The route collectors do not show the change of ${routeText(route)}: ${text}`;
  if (inputs.verify.policy === 'required') throw new Failure('not-verified', message);
  log.warning(message);
}

function otherOrigin(change: RouteChange, { origin }: ObservedOrigin): Failure {
  const advertised = `${cidrInRegion(change)} is advertised from ${originText(origin)}`;
  const message = `${advertised}, not from ${originText(change.route.origin)}`;
  return new Failure('not-verified', message, {
    likely: 'Someone else has advertised it from there.',
  });
}

/** Records what the route collectors see; their origin too, if AWS does not show one. */
async function verifyByCollectors(
  { route, target: { region } }: RouteChange,
  now: ObservedOrigin,
  { clockTime: changedAtMs }: ChangedAt,
  context: RouteContext,
): Promise<Verification> {
  const { runState, inputs } = context;
  const { cidr, origin } = route;
  const changed = { cidr, origin, region, changedAtMs };
  const verification = await waitForCollectors(changed, inputs.verify.timeoutSeconds, context);
  runState.update(route, { verification });
  const { verified, text } = verification;
  if (verified === 'collectors' && now.origin === 'unknown') {
    const evidence = { grade: 'read', text: `RIPE's route collectors: ${text}` } as const;
    const originNow = {
      origin,
      source: 'collectors',
      evidence: [...now.evidence, evidence],
    } as const;
    runState.update(route, { originNow });
  }
  return verification;
}

/**
 * The origin by the listing. If that does not show it, by what IPAM has sampled since the change: AWS shows
 * the origin of a new advertisement nowhere else.
 */
async function originAfter(
  { step, route }: RouteChange,
  { wallTime }: ChangedAt,
  context: RouteContext,
): Promise<ObservedOrigin> {
  const { connected, clock, listing, runState } = context;
  const listed = originByListing(listing.last(), route.cidr, context);
  if (listed.origin !== 'unknown' || step === 'advertise' || step === 'withdraw') return listed;
  const { originNow } = runState.pair(route);
  // The read right before the call showed the desired origin.
  if (originNow?.origin === route.origin) return originNow;
  const ipam = await readDiscoveredRoutes(connected, context);
  const routes = ipam.routes.filter(({ sampledAt = 0 }) => sampledAt >= wallTime);
  if (routes.length === 0) return listed;
  const entries = entriesOf(listing.last(), route.cidr);
  const fresh = decideOrigin(route.cidr, entries, { ipam: { ...ipam, routes } }, clock.wallTime());
  return fresh.origin === route.origin || step === 'wait' ? fresh : listed;
}
