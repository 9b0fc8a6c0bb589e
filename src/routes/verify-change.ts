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
import { placeOf } from './wait-for-route.ts';

/** When AWS accepted a change, or was found to have made it. */
export interface ChangedAt {
  /** By the clock of the run. */
  readonly milliseconds: number;
  readonly wallTime: number;
}

/**
 * Records the origin of a route whose end AWS shows, and verifies it by the route collectors as the
 * inputs say. What another has begun must prove to have the wanted origin. Throws a Failure.
 */
export async function verifyChange(
  change: RouteChange,
  changedAt: ChangedAt,
  context: RouteContext,
): Promise<void> {
  const { runState, inputs, log } = context;
  const { route } = change;
  const origin = await originAfter(change, changedAt, context);
  const isProven = origin.origin === route.origin;
  runState.update(route, { originNow: origin });
  if (change.step === 'wait' && !isProven) return proveOrigin(change, origin, changedAt, context);
  runState.update(route, { done: true });
  if (inputs.verify.policy === 'off') return;
  const { verified, text } = await askCollectors(change, origin, changedAt, context);
  if (verified === 'collectors') return;
  const message = `The route collectors do not show the change of ${routeText(route)}: ${text}`;
  if (inputs.verify.policy === 'required') throw new Failure('not-verified', message);
  log.warning(message);
}

/** The origin of what another advertises: by the route collectors, where AWS does not show it. */
async function proveOrigin(
  change: RouteChange,
  now: ObservedOrigin,
  changedAt: ChangedAt,
  context: RouteContext,
): Promise<void> {
  const { route } = change;
  const advertised = `${placeOf(change)} is advertised from ${originText(now.origin)}`;
  if (now.origin !== 'unknown') {
    const likely = 'Someone else has advertised it from there.';
    throw new Failure('not-verified', `${advertised}, not from ${originText(route.origin)}`, {
      likely,
    });
  }
  const { verified, text } = await askCollectors(change, now, changedAt, context);
  if (verified === 'none') throw new Failure('origin-unknown', `${advertised}: ${text}`);
  context.runState.update(route, { done: true });
}

/** What the route collectors show, recorded with the route. */
async function askCollectors(
  { route, target: { region } }: RouteChange,
  now: ObservedOrigin,
  { milliseconds: changedAtMs }: ChangedAt,
  context: RouteContext,
): Promise<Verification> {
  const { runState, inputs } = context;
  const verification = await waitForCollectors(
    { cidr: route.cidr, origin: route.origin, region, changedAtMs },
    inputs.verify.timeoutSeconds,
    context,
  );
  runState.update(route, { verification });
  if (verification.verified === 'collectors' && now.origin === 'unknown') {
    const evidence = {
      grade: 'read',
      text: `RIPE's route collectors: ${verification.text}`,
    } as const;
    runState.update(route, {
      originNow: {
        origin: route.origin,
        source: 'collectors',
        evidence: [...now.evidence, evidence],
      },
    });
  }
  return verification;
}

/**
 * The origin by the listing; where that does not show it, by what IPAM has sampled since the change.
 * AWS shows the origin of a new advertisement nowhere else.
 */
async function originAfter(
  { step, route, target: { region } }: RouteChange,
  { wallTime }: ChangedAt,
  context: RouteContext,
): Promise<ObservedOrigin> {
  const { connected, clock, listing, runState } = context;
  const listed = originByListing(route.cidr, listing.last(), context);
  if (listed.origin !== 'unknown' || step === 'advertise' || step === 'withdraw') return listed;
  const { originNow } = runState.pair(route);
  // Found as wanted just before the call.
  if (originNow?.origin === route.origin) return originNow;
  const { ipamRegion } = connected.observed;
  const { ipamClient } = connected.connection.clients;
  const ipam = await readDiscoveredRoutes(ipamClient, { region, ipamRegion }, context);
  const routes = ipam.routes.filter(({ sampledAt = 0 }) => sampledAt >= wallTime);
  if (routes.length === 0) return listed;
  const entries = entriesOf(route.cidr, listing.last());
  const fresh = decideOrigin(route.cidr, entries, { ipam: { ...ipam, routes } }, clock.wallTime());
  return fresh.origin === route.origin || step === 'wait' ? fresh : listed;
}
