import type { AwsCallContext } from '../aws/call.ts';
import type { CallResult } from '../aws/errors/call-error.ts';
import { type Policy, policyToPaste } from '../aws/policies.ts';
import { type RouteCalls, routeCalls, routeRate } from '../aws/route-calls.ts';
import type { Log } from '../context.ts';
import type { DesiredAssociation, DesiredRoute, Target } from '../domain/target.ts';
import type { FailureDetails } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Clock } from '../lib/clock.ts';
import { createRateLimiter, type RateLimiter } from '../lib/rate-limiter.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { RouteOutcome } from '../outcome/run-state.ts';
import type { RouteChange } from '../plan/plan.ts';
import type { RequestContext } from '../rpki/request-json.ts';
import type { ApplyStage } from '../stages.ts';
import { routePolicy, withdrawPolicy } from './route-policies.ts';

/** What requests to AWS and to the route collectors need. */
interface CallsContext extends RequestContext {
  readonly log: Pick<Log, 'line' | 'warning'>;
}

/** What applying routes needs of the stage. */
export interface RouteStage
  extends Pick<ApplyStage<RouteChange, RouteOutcome>, 'connected' | 'runState' | 'elapsed'> {
  readonly inputs: Pick<Inputs, 'mode' | 'permissionCheck' | 'concurrency' | 'verify'>;
  readonly context: Pick<CallsContext, 'clock' | 'deadline'>;
  readonly contextOf: (target: Target) => CallsContext;
}

/** What changing the routes of a target needs, and where it records what it learns. */
export interface RouteContext
  extends CallsContext,
    Pick<AwsCallContext, 'renew'>,
    Pick<RouteStage, 'runState' | 'elapsed' | 'inputs'> {
  readonly connected: ConnectedTarget;
  readonly calls: RouteCalls;
  /** The rate of both calls together, in the account and Region. */
  readonly limiter: RateLimiter;
  readonly listing: Listing;
  /** The route whose call has no known result yet. */
  readonly inFlight: Set<DesiredAssociation | DesiredRoute>;
  /** Reads the CIDRs again, for the listing too. */
  readonly readCidrs: ConnectedTarget['readCidrs'];
}

/** What AWS lists in a target, as it was read last. */
export interface Listing {
  last(): readonly ObservedCidr[];
  /** The last one if it is at most five seconds old, else a new one. */
  recent(): Promise<readonly ObservedCidr[]>;
  read(): Promise<readonly ObservedCidr[]>;
}

const recentMs = 5_000;

/** Whether what was read then is at most five seconds old. */
export function isRecent(readAt: number, clock: Clock): boolean {
  return clock.now() - readAt <= recentMs;
}

/** Makes the contexts of targets; those of one account and Region share their rate. */
export function createRouteContexts(stage: RouteStage): (target: Target) => RouteContext {
  const { connected, context, contextOf } = stage;
  const limiters = new Map<string, RateLimiter>();
  const limiterOf = ({ accountId, region }: Target) => {
    const place = `${accountId ?? ''} ${region}`;
    const limiter =
      limiters.get(place) ?? createRateLimiter(routeRate, context.clock, context.deadline);
    limiters.set(place, limiter);
    return limiter;
  };
  const contexts = new Map(
    connected.map((each) => {
      const listing = createListing(each, context.clock);
      const own: RouteContext = {
        ...contextOf(each.target),
        renew: each.connection.renew,
        runState: stage.runState,
        elapsed: stage.elapsed,
        inputs: stage.inputs,
        connected: each,
        calls: routeCalls(each.connection.clients),
        limiter: limiterOf(each.target),
        listing,
        inFlight: new Set(),
        readCidrs: listing.read,
      };
      return [each.target, own];
    }),
  );
  return (target) => {
    const own = contexts.get(target);
    if (!own) throw new Error(`${target.name} is not connected`);
    return own;
  };
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

/** The smallest policy for a step, where a role is denied what it needs; nothing for any other error. */
export function routePolicyIfDenied(
  { kind }: Pick<CallResult, 'kind'>,
  change: Pick<RouteChange, 'step' | 'target'>,
  context: Pick<RouteContext, 'connected'>,
): FailureDetails {
  if (kind !== 'denied') return {};
  return { lines: policyToPaste(smallestPolicy(change, context)) };
}

/** The smallest policy of a role for a step. */
export function smallestPolicy(
  { step, target: { region } }: Pick<RouteChange, 'step' | 'target'>,
  { connected }: Pick<RouteContext, 'connected'>,
): Policy {
  if (step === 'withdraw') return withdrawPolicy(region);
  return routePolicy(region, connected.observed.ipamRegion);
}
