import { withFailureContext } from '../aws/errors/to-failure.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import { type ObservedOrigin, unknownOrigin } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import { planRoute } from '../plan/route-plan.ts';
import { decideOrigin } from './decide-origin.ts';
import { observeOrigins, originQuery } from './observe-origins.ts';
import { isRecent, type Listing, type RouteContext, routePolicyIfDenied } from './route-context.ts';
import { placeOf } from './wait-for-route.ts';

/**
 * A change as it would be planned now, by the listing that `read` gives. Origins that others have shown
 * are asked again first if they are older than five seconds. Throws a Failure.
 */
export async function planAgain(
  change: RouteChange,
  read: Listing['read'],
  context: RouteContext,
): Promise<RouteChange> {
  const { route, target } = change;
  const known = await askAgain(change, context);
  const cidrs = await withFailureContext(`read the state of ${placeOf(change)}`, read(), (result) =>
    routePolicyIfDenied(result, change, context),
  );
  const listed = originByListing(route.cidr, cidrs, context);
  const isKept = listed.origin === 'unknown' || isUndecided(change, listed, context);
  const origin = isKept ? (known ?? listed) : listed;
  return planRoute(route, {
    target,
    observed: { cidrs, asns: [] },
    origins: new Map([[route.cidr, origin]]),
  });
}

/** The origin of a CIDR as far as the listing shows it. */
export function originByListing(
  cidr: string,
  cidrs: readonly ObservedCidr[],
  { clock }: Pick<RouteContext, 'clock'>,
): ObservedOrigin {
  return decideOrigin(cidr, entriesOf(cidr, cidrs), {}, clock.wallTime());
}

/** The entries of a CIDR in a listing. */
export function entriesOf(cidr: string, cidrs: readonly ObservedCidr[]): readonly ObservedCidr[] {
  return cidrs.filter((listed) => listed.cidr === cidr);
}

/**
 * Whether the plan swaps from an origin on which its sources disagreed, and the listing shows the same as
 * then.
 */
function isUndecided(
  { step, route, originBefore }: RouteChange,
  listed: ObservedOrigin,
  context: RouteContext,
): boolean {
  if (step !== 'swap' || originBefore.source !== 'none') return false;
  const { cidrs } = context.connected.observed;
  return originByListing(route.cidr, cidrs, context).origin === listed.origin;
}

/** What others than the listing say of an origin that they have decided in the plan; else undefined. */
async function askAgain(
  change: RouteChange,
  context: RouteContext,
): Promise<ObservedOrigin | undefined> {
  const { step, route, originBefore } = change;
  const { source } = originBefore;
  if (step !== 'swap' || source === 'state' || source === 'association') return undefined;
  const { clock, connected, listing } = context;
  if (source === 'none' || isRecent(connected.readAt, clock)) return originBefore;
  const query = originQuery(connected, entriesOf(route.cidr, listing.last()), 'all');
  const origins = await observeOrigins([query], 1, context);
  return origins.get(route.cidr) ?? unknownOrigin;
}
