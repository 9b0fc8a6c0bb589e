import { withFailureContext } from '../aws/errors/to-failure.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import { type ObservedOrigin, unknownOrigin } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import { planRoute } from '../plan/route-plan.ts';
import { decideOrigin } from './decide-origin.ts';
import { observeOrigins } from './observe-origins.ts';
import { isRecent, type Listing, type RouteContext } from './route-context.ts';
import { routePolicyIfDenied } from './route-policies.ts';
import { cidrInRegion } from './wait-for-route.ts';

/**
 * The change as it would be planned now, by the listing that `read` gives. Before that, asks again for an
 * origin that another source gave more than five seconds ago. Throws a Failure.
 */
export async function planAgain(
  change: RouteChange,
  read: Listing['read'],
  context: RouteContext,
): Promise<RouteChange> {
  const { route, target } = change;
  const known = await askAgain(change, context);
  const cidrs = await withFailureContext(
    `read the state of ${cidrInRegion(change)}`,
    read(),
    routePolicyIfDenied(change, context),
  );
  const listed = originByListing(cidrs, route.cidr, context);
  const isKept = listed.origin === 'unknown' || isUndecided(change, listed, context);
  const origin = isKept ? (known ?? listed) : listed;
  return planRoute(route, origin, { target, observed: { cidrs, asns: [] } });
}

/** The origin of a CIDR as far as the listing shows it. */
export function originByListing(
  cidrs: readonly ObservedCidr[],
  cidr: string,
  { clock }: Pick<RouteContext, 'clock'>,
): ObservedOrigin {
  return decideOrigin(cidr, entriesOf(cidrs, cidr), {}, clock.wallTime());
}

/** The entries of a CIDR in a listing. */
export function entriesOf(cidrs: readonly ObservedCidr[], cidr: string): readonly ObservedCidr[] {
  return cidrs.filter((listed) => listed.cidr === cidr);
}

/** Whether the plan swaps from an origin on which its sources disagreed, and the listing has not changed. */
function isUndecided(
  { step, route, originBefore }: RouteChange,
  listed: ObservedOrigin,
  context: RouteContext,
): boolean {
  if (step !== 'swap' || originBefore.source !== 'none') return false;
  const { cidrs } = context.connected.observed;
  return originByListing(cidrs, route.cidr, context).origin === listed.origin;
}

/** The origin by the other sources, if they decided it in the plan. */
async function askAgain(
  change: RouteChange,
  context: RouteContext,
): Promise<ObservedOrigin | undefined> {
  const { step, route, originBefore } = change;
  const { source } = originBefore;
  if (step !== 'swap' || source === 'state' || source === 'association') return undefined;
  const { clock, connected, listing } = context;
  if (source === 'none' || isRecent(connected.readAt, clock)) return originBefore;
  const cidrs = entriesOf(listing.last(), route.cidr);
  const origins = await observeOrigins([{ connected, cidrs, ask: 'all' }], 1, context);
  return origins.get(route.cidr) ?? unknownOrigin;
}
