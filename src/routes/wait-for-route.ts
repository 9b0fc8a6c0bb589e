import { readOnce } from '../apply/read.ts';
import { pollDelay } from '../apply/wait.ts';
import { originText } from '../domain/origin.ts';
import { Failure } from '../failure.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { RouteChange } from '../plan/plan.ts';
import { type RouteContext, routePolicyIfDenied } from './route-context.ts';
import {
  addRouteReading,
  evaluateRoute,
  noReads,
  type Reading,
  readingOf,
  rejectionOf,
} from './route-wait-rules.ts';

/**
 * Waits until the listing shows the end of a change, or of what another has begun. Throws a Failure:
 * `wait-timeout`, what the state means where it is not on its way there, or the error of the read.
 */
export async function waitForRoute(change: RouteChange, context: RouteContext): Promise<void> {
  const { clock, deadline, random } = context;
  let history = noReads;
  let lastError = '';
  for (let poll = 1; ; poll += 1) {
    await clock.sleep(Math.min(pollDelay(poll, random), deadline.remaining()));
    if (deadline.remaining() < leastAnswerMs) throw timedOut(change, context, lastError);
    const cidrs = await readOnce(
      `read the state of ${placeOf(change)}`,
      ({ result }) => routePolicyIfDenied(result, change, context),
      context,
    );
    if ('unread' in cidrs) {
      lastError = cidrs.unread || lastError;
      continue;
    }
    lastError = '';
    const reading = recordReading(change, cidrs, context);
    history = addRouteReading(history, change, reading);
    const evaluated = evaluateRoute(change, history, reading);
    if (evaluated.result === 'done') return;
    if (evaluated.result === 'failed') throw failedRoute(change, reading);
  }
}

/** Records what a listing shows of a route, and logs it where it has changed. */
export function recordReading(
  { route }: RouteChange,
  cidrs: readonly ObservedCidr[],
  { runState, log, elapsed }: Pick<RouteContext, 'runState' | 'log' | 'elapsed'>,
): Reading {
  const reading = readingOf(cidrs, route);
  const { state, statusMessage } = reading;
  const known = runState.pair(route);
  if (known.state !== state || known.statusMessage !== statusMessage) {
    const message = statusMessage === '' ? '' : `: ${statusMessage}`;
    log.line(`${elapsed()} ${route.cidr} is ${state}${message}`);
  }
  runState.update(route, { state, statusMessage });
  return reading;
}

/** The failure of a route whose CIDR is in a state that is not on the way to its origin. */
export function failedRoute(
  change: RouteChange,
  { state, statusMessage }: Reading,
  after = '',
): Failure {
  const { reason, why } = rejectionOf(change.route.origin, state) ?? unknownState;
  const message = statusMessage === '' ? '' : `: ${statusMessage}`;
  const text = `${placeOf(change)} is ${state}${message}${after}`;
  return new Failure(reason, text, { likely: `${why}.` });
}

const unknownState = {
  reason: 'unknown-state',
  why: 'This version does not know the state',
} as const;

function timedOut(
  change: RouteChange,
  { runState, deadline, listing }: RouteContext,
  lastError: string,
): Failure {
  const { origins } = readingOf(listing.last(), change.route);
  const { state } = runState.pair(change.route);
  const from = state === 'advertised' && origins.length > 0 ? originsText(origins) : '';
  const unread = lastError === '' ? '' : ` (the last read failed: ${lastError})`;
  return new Failure(
    'wait-timeout',
    `${placeOf(change)} is still ${state}${from} after ${deadline.seconds} s${unread}`,
    { likely: 'AWS needs longer than wait-timeout-seconds; it continues without this run.' },
  );
}

function originsText(origins: readonly string[]): string {
  return ` from ${origins.map(originText).join(', ')}`;
}

/** `198.51.100.0/24 in us-west-2`. */
export function placeOf({ route, target }: Pick<RouteChange, 'route' | 'target'>): string {
  return `${route.cidr} in ${target.region}`;
}
