import { addReading, noReads, unknownState, type WaitResult } from '../apply/history.ts';
import { poll, readOnce, recordState } from '../apply/read.ts';
import { originText } from '../domain/origin.ts';
import { Failure } from '../failure.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { RouteChange } from '../plan/plan.ts';
import { evaluateRoute, type Reading, readingOf, rejectionOf, routeGoal } from './change-rules.ts';
import type { RouteContext } from './route-context.ts';
import { routePolicyIfDenied } from './route-policies.ts';

/**
 * Waits until the listing shows the end state of a change of this run or of someone else. Throws a Failure:
 * `wait-timeout`, the reason why the state cannot lead there, or the error of the read.
 */
export async function waitForRoute(change: RouteChange, context: RouteContext): Promise<void> {
  const goal = routeGoal(change);
  let history = noReads;
  let status: WaitResult = 'open';
  const wait = {
    since: context.clock.now(),
    isDone: () => status === 'done',
    read: () => readRoute(`read the state of ${cidrInRegion(change)}`, change, context),
    onRead: (cidrs: readonly ObservedCidr[]) => {
      const reading = recordReading(change, cidrs, context);
      history = addReading(goal, history, reading.state);
      status = evaluateRoute(change, history, reading);
      if (typeof status === 'object') throw failedRoute(change, reading);
    },
    openText: () => openText(change, context),
  };
  await poll(wait, context);
}

/** Lists the CIDRs as `readOnce` does. */
export function readRoute(doing: string, change: RouteChange, context: RouteContext) {
  return readOnce(doing, routePolicyIfDenied(change, context), context);
}

/** Records what a listing shows of a route, and logs it if it has changed. */
export function recordReading(
  { route }: RouteChange,
  cidrs: readonly ObservedCidr[],
  context: RouteContext,
): Reading {
  const reading = readingOf(cidrs, route);
  const { state, statusMessage } = reading;
  recordState(route, route.cidr, { state, statusMessage }, context);
  return reading;
}

/** The failure of a route whose CIDR is in a state that does not lead to the desired origin. */
export function failedRoute(
  change: RouteChange,
  { state, statusMessage }: Pick<Reading, 'state' | 'statusMessage'>,
  after = '',
): Failure {
  const { reason, why } = rejectionOf(change.route.origin, state) ?? unknownState;
  const message = statusMessage === '' ? '' : `: ${statusMessage}`;
  const text = `${cidrInRegion(change)} is ${state}${message}${after}`;
  return new Failure(reason, text, { likely: `${why}.` });
}

/** `198.51.100.0/24 in us-west-2 is still advertised from AS64501`. */
function openText(change: RouteChange, { runState, listing }: RouteContext): string {
  const { origins } = readingOf(listing.last(), change.route);
  const { state } = runState.pair(change.route);
  const isAdvertised = state === 'advertised' && origins.length > 0;
  const from = isAdvertised ? ` from ${origins.map(originText).join(', ')}` : '';
  return `${cidrInRegion(change)} is still ${state}${from}`;
}

/** `198.51.100.0/24 in us-west-2`. */
export function cidrInRegion({ route, target }: Pick<RouteChange, 'route' | 'target'>): string {
  return `${route.cidr} in ${target.region}`;
}
