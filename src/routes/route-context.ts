import type { ChangeContext } from '../apply/context.ts';
import { type RouteCalls, routeCalls, routeRate } from '../aws/route-calls.ts';
import type { BoundedContext } from '../context.ts';
import type { Clock } from '../lib/clock.ts';
import { createRateLimiter } from '../lib/rate-limiter.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { RouteOutcome } from '../outcome/run-state.ts';
import type { RouteChange } from '../plan/plan.ts';
import type { ApplyStage } from '../stages.ts';

/** What applying routes needs. */
export type RouteStage = ApplyStage<RouteOutcome>;

/** Everything that changing the routes of a target needs. */
export interface RouteContext extends BoundedContext, ChangeContext {
  readonly log: BoundedContext['log'];
  readonly inputs: RouteStage['inputs'];
  readonly runState: RouteStage['runState'];
  readonly connected: ConnectedTarget;
  readonly calls: RouteCalls;
  readonly listing: Listing;
  /** Renews an RPKI verdict that is older than a minute. Throws a Failure if RPKI refuses the change by now. */
  readonly renewVerdict: (change: RouteChange) => Promise<void>;
}

/** The CIDRs that AWS lists in a target. */
export interface Listing {
  /** As last read. */
  last(): readonly ObservedCidr[];
  /** As last read if that is at most five seconds old, else read again. */
  recent(): Promise<readonly ObservedCidr[]>;
  read(): Promise<readonly ObservedCidr[]>;
}

const recentMs = 5_000;

/** Whether something was read at most five seconds ago. */
export function isRecent(readAt: number, clock: Clock): boolean {
  return clock.now() - readAt <= recentMs;
}

/** The contexts of all targets, each with the rate of its account and Region. */
export function createRouteContexts(
  stage: RouteStage,
  renewVerdict: RouteContext['renewVerdict'],
): readonly RouteContext[] {
  return stage.connected.map((connected) => {
    const { target, connection } = connected;
    const listing = createListing(connected, stage.context.clock);
    return {
      ...stage.contextOf(target),
      renew: connection.renew,
      runState: stage.runState,
      elapsed: stage.elapsed,
      inputs: stage.inputs,
      connected,
      calls: routeCalls(connection.clients.client),
      limiter: createRateLimiter(routeRate, stage.context),
      listing,
      readCidrs: listing.read,
      renewVerdict,
      inFlight: new Set(),
    };
  });
}

function createListing({ observed, readAt, readCidrs }: ConnectedTarget, clock: Clock): Listing {
  let last = { cidrs: observed.cidrs, readAt };
  const read = async () => {
    const startedAt = clock.now();
    last = { cidrs: await readCidrs(), readAt: startedAt };
    return last.cidrs;
  };
  return {
    last: () => last.cidrs,
    recent: async () => (isRecent(last.readAt, clock) ? last.cidrs : read()),
    read,
  };
}
