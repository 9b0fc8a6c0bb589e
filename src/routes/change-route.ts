import { notStarted } from '../apply/apply-target.ts';
import { readOnce } from '../apply/read.ts';
import { pollDelay } from '../apply/wait.ts';
import { provingAbsences } from '../apply/wait-rules.ts';
import { callOnce, createBackoff } from '../aws/call.ts';
import { CallError, mayBeCarriedOut } from '../aws/errors/call-error.ts';
import { toFailure, unsentCall, withFailureContext } from '../aws/errors/to-failure.ts';
import type { Advertisement } from '../aws/route-calls.ts';
import { originText } from '../domain/origin.ts';
import { Failure, type FailureDetails } from '../failure.ts';
import { waitToRetry } from '../lib/retry.ts';
import { leastAnswerMs, waitBriefly } from '../lib/timeout.ts';
import { unknownOrigin } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import {
  classifyRead,
  decideCall,
  decideNext,
  type NextStep,
  type RouteReadBack,
} from './change-rules.ts';
import { planAgain } from './plan-again.ts';
import { type Listing, type RouteContext, routePolicyIfDenied } from './route-context.ts';
import { readingOf } from './route-wait-rules.ts';
import { failedRoute, placeOf, recordReading } from './wait-for-route.ts';

const maxCalls = 3;
const readsBack = 4;

/** Whether a change is on its way, or was found as wanted without a call. */
type Started = 'under way' | 'as wanted';

function startedBy(next: 'keep' | 'wait'): Started {
  return next === 'keep' ? 'as wanted' : 'under way';
}

/**
 * Makes AWS accept the change of a route. Before each call, the change is planned again: a route that
 * has moved is not changed. Repeats what AWS has not carried out. Throws a Failure where the route has
 * moved, where AWS refuses, and where nobody knows what AWS did.
 */
export async function changeRoute(change: RouteChange, context: RouteContext): Promise<Started> {
  const backoff = createBackoff(maxCalls, context);
  let last: CallError | undefined;
  // AWS may have carried out this call.
  let lost: CallError | undefined;
  for (;;) {
    await context.limiter.acquire();
    if (context.deadline.remaining() < leastAnswerMs) throw tooLate(change, last, context);
    const read = last ? context.listing.read : context.listing.recent;
    const next = await decideAgain(change, read, lost, context);
    if (next !== 'send') return startedBy(next);
    const { state, statusMessage, originNow } = context.runState.pair(change.route);
    const error = await send(change, context);
    if (error === undefined) return 'under way';
    const decision = decideCall(change, error.result, lost !== undefined);
    lost ??= mayBeCarriedOut(error) ? error : undefined;
    last = error;
    if (decision === 'unknown') throw unknownResult(change, error);
    if (decision === 'read back' && (await wasCarriedOut(change, error, context))) {
      return 'under way';
    }
    if (decision !== 'repeat') {
      context.runState.update(change.route, { state, statusMessage, originNow });
    }
    const started = decision === 'check once' && (await checkOnce(change, error, context));
    if (started) return started;
    await withFailureContext(describeCall(change), waitToRetry(error, backoff, context), () =>
      decision === 'repeat' ? unknownDetails : detailsOf(change, error, context),
    );
  }
}

/**
 * What the change is by a read just before the call. Throws a Failure if it is another: `plan-changed`,
 * or that of the call whose answer was lost, which may have changed it.
 */
async function decideAgain(
  change: RouteChange,
  read: Listing['read'],
  lost: CallError | undefined,
  context: RouteContext,
): Promise<Exclude<NextStep, 'changed'>> {
  const isUncertain = lost !== undefined;
  const { log, elapsed, runState } = context;
  const { next, now } = await decideNow(change, read, isUncertain, context);
  if (next !== 'send') {
    recordPlanned(now, context);
    log.line(
      `${elapsed()} ${change.route.cidr}: ${now.why}; nothing ${isUncertain ? 'more ' : ''}was sent`,
    );
  }
  if (next === 'changed') throw lost ? unknownResult(change, lost) : planChanged(change, now);
  // The call whose answer was lost has done it.
  if (next !== 'send' && isUncertain) runState.update(change.route, { changed: true });
  return next;
}

/** A step by a read; by two where nothing would be done, because one may be stale. */
async function decideNow(
  change: RouteChange,
  read: Listing['read'],
  isUncertain: boolean,
  context: RouteContext,
): Promise<{ readonly next: NextStep; readonly now: RouteChange }> {
  const { clock, deadline, random, listing } = context;
  const now = await planAgain(change, read, context);
  const next = decideNext(change, now, isUncertain);
  if (next !== 'keep') return { next, now };
  await clock.sleep(Math.min(pollDelay(1, random), deadline.remaining()));
  const later = await planAgain(change, listing.read, context);
  return { next: decideNext(change, later, isUncertain), now: later };
}

function recordPlanned(
  { route, before, statusMessage, originBefore }: RouteChange,
  { runState }: RouteContext,
): void {
  runState.update(route, { state: before, statusMessage, originNow: originBefore });
}

/** Whether a rejected call was not needed, because another has done the same since the read before it. */
async function checkOnce(
  change: RouteChange,
  rejection: CallError,
  context: RouteContext,
): Promise<Started | undefined> {
  const { listing, clock, log } = context;
  const decided = decideNow(change, listing.read, false, context).catch((error: unknown) => {
    // The run reports what AWS said to the call, not that the state cannot be read.
    if (error instanceof Failure && error.reason !== 'cancelled') return undefined;
    throw error;
  });
  const read = await waitBriefly(decided, clock);
  if (!read || read.next === 'send') return undefined;
  const { next, now } = read;
  recordPlanned(now, context);
  if (next === 'changed') return undefined;
  log.line(`${rejection.message}; this call was not needed: ${now.why}`);
  return startedBy(next);
}

function planChanged(change: RouteChange, { why }: RouteChange): Failure {
  const from = change.step === 'swap' ? ` from ${originText(change.originBefore.origin)}` : '';
  return new Failure(
    'plan-changed',
    `${placeOf(change)} has changed since the plan: planned ${change.step}${from}, now ${why}`,
  );
}

const unknownState = { state: 'unknown', statusMessage: '', originNow: unknownOrigin } as const;

/** One call: undefined once AWS has accepted it, else its error. Its answer shows no state to rely on. */
async function send(change: RouteChange, context: RouteContext): Promise<CallError | undefined> {
  const { runState, limiter, log, elapsed } = context;
  const { route } = change;
  const { state, statusMessage, originNow } = runState.pair(route);
  // Until AWS has answered, nobody knows the state.
  runState.update(route, unknownState);
  try {
    const { requestId } = await callOnce(
      (signal) => request(change, context, signal),
      context,
      limiter,
    );
    const id = requestId && ` (request id ${requestId})`;
    log.line(`${elapsed()} EC2 accepted: ${describeCall(change)}${id}`);
    runState.update(route, { changed: true, requestId, state, statusMessage });
    return undefined;
  } catch (error) {
    if (unsentCall(error)) runState.update(route, { state, statusMessage, originNow });
    if (!(error instanceof CallError)) throw error;
    runState.update(route, { requestId: error.result.requestId ?? '' });
    return error;
  }
}

function request(
  change: RouteChange,
  context: RouteContext,
  signal: AbortSignal,
): Promise<{ readonly requestId: string }> {
  const advertisement = advertisementOf(change);
  return advertisement
    ? context.calls.advertise(advertisement, signal)
    : context.calls.withdraw(change.route.cidr, signal);
}

/** What AWS is to advertise; undefined for a withdrawal. */
export function advertisementOf({
  route: { cidr, origin },
  networkBorderGroup,
}: RouteChange): Advertisement | undefined {
  return origin === 'none' ? undefined : { cidr, asn: origin, networkBorderGroup };
}

/** Whether AWS has carried out a call whose answer was lost. Throws a Failure where that stays unknown. */
async function wasCarriedOut(
  change: RouteChange,
  error: CallError,
  context: RouteContext,
): Promise<boolean> {
  const { runState, log } = context;
  log.line(`${error.message}; reading back whether AWS carried it out`);
  const result = await readBack(change, error, context);
  switch (result) {
    case 'carried out':
      runState.update(change.route, { changed: true });
      return true;
    case 'unchanged':
      return false;
    case 'unknown':
      // What a read has shown may be the state from before.
      runState.update(change.route, unknownState);
      throw unknownResult(change, error);
  }
}

/**
 * Reads until a state proves what happened to a call, four times over some sixteen seconds where nothing
 * has changed. What a missed read would have shown, nobody knows: an operator may have withdrawn the CIDR
 * again, and then it must not be advertised once more.
 */
async function readBack(
  change: RouteChange,
  error: CallError,
  context: RouteContext,
): Promise<Exclude<RouteReadBack, 'elsewhere'>> {
  const { clock, deadline, random } = context;
  const doing = `read back the result of the call to ${describeCall(change)}`;
  let results: readonly RouteReadBack[] = [];
  let absences = 0;
  while (results.length < readsBack) {
    await clock.sleep(Math.min(pollDelay(results.length + 1, random), deadline.remaining()));
    if (deadline.remaining() < leastAnswerMs) return 'unknown';
    const cidrs = await readOnce(
      doing,
      ({ result }) => routePolicyIfDenied(result, change, context),
      context,
    );
    const reading = 'unread' in cidrs ? undefined : readingOf(cidrs, change.route);
    absences = reading?.state === 'not listed' ? absences + 1 : 0;
    // A listing may lack a CIDR.
    const isClear = absences === 0 || absences >= provingAbsences;
    const result = reading && isClear ? classifyRead(change, reading.state) : 'unknown';
    // Until AWS has moved, the read may be older than the call, and the state stays unknown.
    if (!('unread' in cidrs) && result !== 'unchanged') recordReading(change, cidrs, context);
    if (reading && result === 'elsewhere') {
      throw failedRoute(change, reading, ` after a call whose answer was lost (${error.message})`);
    }
    if (result === 'carried out') return result;
    results = [...results, result];
  }
  const counted = change.step === 'withdraw' ? results.slice(-1) : results;
  return counted.every((result) => result === 'unchanged') ? 'unchanged' : 'unknown';
}

/** The failure of a call that may or may not have been carried out, and is not repeated. */
function unknownResult(change: RouteChange, error: CallError): Failure {
  return toFailure(describeCall(change), error, unknownDetails);
}

const unknownDetails: FailureDetails = {
  likely: 'AWS may have carried it out or not. This run does not repeat it.',
  next: 'Look at the route in AWS. Then plan again, and review and approve the new plan.',
};

function tooLate(change: RouteChange, last: CallError | undefined, context: RouteContext): Failure {
  if (!last) return notStarted(context);
  return toFailure(describeCall(change), last, detailsOf(change, last, context));
}

function detailsOf(
  change: RouteChange,
  { result }: CallError,
  context: RouteContext,
): FailureDetails {
  const { origin } = change.route;
  const toOwn = origin !== 'none' && origin !== 'AWS';
  if (result.kind === 'rejected' && toOwn) return { likely: hourlyLimit };
  if (result.kind === 'throttled' && toOwn) return { likely: perhapsHourlyLimit };
  return routePolicyIfDenied(result, change, context);
}

const hourlyLimit =
  'AWS allows a change to your own ASN once an hour, and any change of a route once every 10 s. Or the CIDR or its association is in a state that does not allow it.';

/** The code of that refusal is not documented. */
const perhapsHourlyLimit =
  'Other callers in this account and Region, or the limit of AWS of one change to an own ASN once an hour.';

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
