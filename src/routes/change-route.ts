import { notStarted } from '../apply/apply-target.ts';
import { type ChangeCall, type ChangeProgress, makeChange } from '../apply/make-change.ts';
import { sleepUntilPoll, tryBriefly } from '../apply/read.ts';
import type { CallError, CallResult } from '../aws/errors/call-error.ts';
import { toFailure } from '../aws/errors/to-failure.ts';
import type { Advertisement } from '../aws/route-calls.ts';
import { originText } from '../domain/origin.ts';
import { Failure, type FailureDetails } from '../failure.ts';
import { minResponseMs } from '../lib/timeout.ts';
import { unknownOrigin } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import {
  classifyRead,
  decideCall,
  decideNext,
  type NextStep,
  readingOf,
  routeGoal,
} from './change-rules.ts';
import { planAgain } from './plan-again.ts';
import type { Listing, RouteContext } from './route-context.ts';
import { routePolicyIfDenied } from './route-policies.ts';
import { cidrInRegion, failedRoute, readRoute, recordReading } from './wait-for-route.ts';

/** The facts about a route while the result of its call is unknown. */
export const unknownRoute = {
  state: 'unknown',
  statusMessage: '',
  originNow: unknownOrigin,
} as const;

/**
 * Advertises, swaps or withdraws a route, as `makeChange` says. The change is planned again before each
 * call: a route that has changed since the plan is left as it is, with Failure `plan-changed`.
 */
export async function changeRoute(
  change: RouteChange,
  context: RouteContext,
): Promise<ChangeProgress> {
  const { calls, limiter, deadline, runState } = context;
  const { route } = change;
  const advertisement = advertisementOf(change);
  const text = describeCall(change);
  const call: ChangeCall = {
    text,
    entry: route,
    goal: routeGoal(change),
    unknown: unknownRoute,
    prepare: (last, lost) => prepare(change, last, lost, context),
    send: (signal) =>
      advertisement ? calls.advertise(advertisement, signal) : calls.withdraw(route.cidr, signal),
    decide: (result, isUncertain) => decideCall(change, result, isUncertain),
    checkRejection: (rejection) => checkRejection(change, rejection, context),
    read: (doing) => readRoute(doing, change, context),
    stateIn: (cidrs) => readingOf(cidrs, route).state,
    record: (cidrs) => recordReading(change, cidrs, context),
    classify: (state, history) => classifyRead(change, state, history),
    // A missed listing may have said that an operator withdrew the CIDR again: do not repeat the call.
    missedReadMeansUnknown: change.step !== 'withdraw',
    conflict: ({ message }) =>
      failedRoute(
        change,
        runState.pair(route),
        ` after a call whose response was lost (${message})`,
      ),
    detailsOf: (result) => detailsOf(change, result, context),
    unknownDetails,
  };
  await limiter.acquire();
  if (deadline.remaining() < minResponseMs) throw notStarted(context);
  return makeChange(call, context);
}

/**
 * Plans the change again right before a call. Throws a Failure if the result differs: `plan-changed`, or the
 * failure of the lost call, which may have caused the difference.
 */
async function prepare(
  change: RouteChange,
  last: CallError | undefined,
  lost: CallError | undefined,
  context: RouteContext,
): Promise<'send' | ChangeProgress> {
  const { log, elapsed, runState } = context;
  const isUncertain = lost !== undefined;
  // A call that AWS may have carried out is not refused any more.
  if (!isUncertain) await context.renewVerdict(change);
  const read = last ? context.listing.read : context.listing.recent;
  const { next, now } = await decideNow(change, read, isUncertain, context);
  if (next === 'send') return next;
  recordPlanned(now, context);
  // The lost call has made the change.
  if (isUncertain && next !== 'changed') runState.update(change.route, { changed: true });
  const sent = isUncertain ? 'nothing more was sent' : 'nothing was sent';
  log.line(`${elapsed()} ${change.route.cidr}: ${now.why}; ${sent}`);
  if (next === 'changed') {
    throw lost ? toFailure(describeCall(change), lost, unknownDetails) : planChanged(change, now);
  }
  return progressOf(next);
}

function progressOf(next: 'keep' | 'wait'): ChangeProgress {
  return next === 'keep' ? 'done' : 'in progress';
}

/** Decides by one listing; by two if nothing would be done, because one may be stale. */
async function decideNow(
  change: RouteChange,
  read: Listing['read'],
  isUncertain: boolean,
  context: RouteContext,
): Promise<{ readonly next: NextStep; readonly now: RouteChange }> {
  const now = await planAgain(change, read, context);
  const next = decideNext(change, now, isUncertain);
  if (next !== 'keep') return { next, now };
  await sleepUntilPoll(1, context);
  const later = await planAgain(change, context.listing.read, context);
  return { next: decideNext(change, later, isUncertain), now: later };
}

function recordPlanned(now: RouteChange, { runState }: RouteContext): void {
  const { route, before, statusMessage, originBefore } = now;
  runState.update(route, { state: before, statusMessage, originNow: originBefore });
}

/** Whether a rejected call was unnecessary because someone else had made the same change. */
async function checkRejection(
  change: RouteChange,
  rejection: CallError,
  context: RouteContext,
): Promise<ChangeProgress | undefined> {
  const { listing, clock, log } = context;
  const read = await tryBriefly(decideNow(change, listing.read, false, context), clock);
  if (!read || read.next === 'send') return undefined;
  const { next, now } = read;
  recordPlanned(now, context);
  if (next === 'changed') return undefined;
  log.line(`${rejection.message}; AWS shows the change as started without this call: ${now.why}`);
  return progressOf(next);
}

function planChanged(change: RouteChange, { why }: RouteChange): Failure {
  const from = change.step === 'swap' ? ` from ${originText(change.originBefore.origin)}` : '';
  return new Failure(
    'plan-changed',
    `${cidrInRegion(change)} has changed since the plan: planned ${change.step}${from}, now ${why}`,
  );
}

/** What AWS is to advertise; undefined for a withdrawal. */
export function advertisementOf({
  route: { cidr, origin },
  networkBorderGroup,
}: RouteChange): Advertisement | undefined {
  return origin === 'none' ? undefined : { cidr, asn: origin, networkBorderGroup };
}

const unknownDetails: FailureDetails = {
  likely: 'AWS may have carried it out or not. This run does not repeat it.',
  next: 'Look at the route in AWS. Then plan again, and review and approve the new plan.',
};

function detailsOf(change: RouteChange, result: CallResult, context: RouteContext): FailureDetails {
  const { origin } = change.route;
  const toOwn = origin !== 'none' && origin !== 'AWS';
  if (result.kind === 'rejected' && toOwn) return { likely: hourlyLimit };
  if (result.kind === 'throttled' && toOwn) return { likely: perhapsHourlyLimit };
  return routePolicyIfDenied(change, context)(result);
}

const hourlyLimit =
  'AWS allows a change to your own ASN once an hour, and any change of a route once every 10 s. Or the state of the CIDR or of its association does not allow it.';

/** AWS does not document the error code of the hourly limit. */
const perhapsHourlyLimit =
  'Other callers in this account and Region, or the AWS limit of one change to your own ASN an hour.';

/** `swap 198.51.100.0/24 from AWS to AS64500 in us-west-2`. */
function describeCall({ step, route, originBefore, target: { region } }: RouteChange): string {
  const { cidr, origin } = route;
  switch (step) {
    case 'swap':
      return `swap ${cidr} from ${originText(originBefore.origin)} to ${originText(origin)} in ${region}`;
    case 'advertise':
      return `advertise ${cidr} from ${originText(origin)} in ${region}`;
    default:
      return `withdraw ${cidr} in ${region}`;
  }
}
