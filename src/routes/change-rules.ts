import { type Decision, decide } from '../apply/call-rules.ts';
import {
  type Goal,
  type History,
  noReads,
  provingAbsences,
  type ReadBack,
  type Rejection,
  staleReads,
  type WaitResult,
} from '../apply/history.ts';
import type { CallResult } from '../aws/errors/call-error.ts';
import { type Origin, originOf } from '../domain/origin.ts';
import type { RouteStep } from '../domain/step.ts';
import { findCidr, findContradiction, type ObservedCidr } from '../observe/observed.ts';
import { cidrPhase } from '../plan/cidr-phase.ts';
import type { ObservedOrigin } from '../plan/observed-origin.ts';

/** A route to change or to wait for. */
export interface WantedRoute {
  readonly step: RouteStep;
  readonly route: { readonly cidr: string; readonly origin: Origin };
  /** The state of the CIDR in the plan. */
  readonly before: string;
}

/** A CIDR in one listing. */
export interface Reading {
  /** AWS's text, `not listed`, or `unknown` if the listing contradicts itself. */
  readonly state: string;
  readonly statusMessage: string;
  /** Of the associations in the state `advertised`. */
  readonly origins: readonly string[];
}

/** Reads the CIDR of a route from a listing. */
export function readingOf(
  cidrs: readonly ObservedCidr[],
  { cidr, origin }: WantedRoute['route'],
): Reading {
  const listed = findCidr(cidrs, cidr);
  if (!listed) return { state: 'not listed', statusMessage: '', origins: [] };
  if (findContradiction(cidrs, { cidr, asn: origin }).length > 0) {
    return { state: 'unknown', statusMessage: '', origins: [] };
  }
  const { state, statusMessage, associations } = listed;
  const advertised = associations.filter((association) => association.state === 'advertised');
  return { state, statusMessage, origins: advertised.map(({ asn }) => originOf(asn)) };
}

/** The goal of a change of a route. */
export function routeGoal({ route, before }: Pick<WantedRoute, 'route' | 'before'>): Goal {
  const { pending, end } = statesTo(route.origin);
  return {
    before,
    pending,
    absent: 'not listed',
    isEnd: (state) => state === end,
    mayBeStale: (state) => state === before,
  };
}

/** The pending state and the end state of a change to an origin. */
function statesTo(origin: Origin): { readonly pending: string; readonly end: string } {
  return origin === 'none'
    ? { pending: 'pending-withdrawal', end: 'provisioned' }
    : { pending: 'pending-advertising', end: 'advertised' };
}

/**
 * What the last listing means for the wait. In the first `staleReads` listings, any state but the end state
 * may be older than the call. The state before the call counts as stale until another one was read.
 */
export function evaluateRoute(wanted: WantedRoute, history: History, reading: Reading): WaitResult {
  const { state } = reading;
  const { pending, end } = statesTo(wanted.route.origin);
  if (state === end) return evaluateEnd(wanted, history, reading);
  if (state === pending || !isLasting(wanted, history, state)) return 'open';
  return rejectionOf(wanted.route.origin, state) ?? 'open';
}

/**
 * A swap does not change the state, so the listing must show the origin, or must not be stale. For the
 * other changes, the CIDR may have been in the end state shortly before: a second listing must agree, unless
 * one showed the pending state. After a wait for someone else's change, `verifyChange` checks the origin.
 */
function evaluateEnd(
  { step, route: { origin } }: WantedRoute,
  { reads, moved, pending, ends }: History,
  { origins }: Reading,
): WaitResult {
  const isFresh = reads > staleReads;
  const isConfirmed = step === 'wait' || pending || ends > 1;
  if (origin === 'none') return isConfirmed ? 'done' : 'open';
  if (origins.some((other) => other !== origin)) {
    return step === 'wait' && isFresh ? 'done' : 'open';
  }
  if (origins.length > 0) return 'done';
  if (step !== 'swap') return isConfirmed ? 'done' : 'open';
  return moved || isFresh ? 'done' : 'open';
}

function isLasting(
  { before }: WantedRoute,
  { reads, moved, absences }: History,
  state: string,
): boolean {
  if (state === 'not listed') return absences >= provingAbsences;
  return reads > staleReads && (moved || state !== before);
}

/** Why a CIDR in this state cannot reach the origin; undefined if it can or may. */
export function rejectionOf(origin: Origin, state: string): Rejection | undefined {
  const { pending, end } = statesTo(origin);
  if (state === pending || state === end) return undefined;
  switch (cidrPhase(state)) {
    case 'provisioned':
    case 'withdrawing':
      return { reason: 'route-busy', why: 'Someone else has withdrawn it during the run' };
    case 'advertised':
    case 'advertising':
      return { reason: 'route-busy', why: 'Someone else has advertised it during the run' };
    case 'not ready':
      return { reason: 'cidr-not-ready', why: 'Someone else deprovisions it' };
    case 'never advertised':
      return { reason: 'cidr-not-eligible', why: 'AWS does not advertise it' };
    case 'unknown':
      return state === 'not listed'
        ? { reason: 'cidr-not-found', why: 'Someone else has deprovisioned it' }
        : undefined;
  }
}

/** What the last listing says about a call whose response was lost. */
export function classifyRead(
  { route, before }: WantedRoute,
  state: string,
  { absences }: Pick<History, 'absences'> = noReads,
): ReadBack {
  if (state === before) return 'unchanged';
  const { pending, end } = statesTo(route.origin);
  if (state === pending || state === end) return 'carried out';
  // A listing may lack a CIDR.
  if (state === 'not listed' && absences < provingAbsences) return 'unknown';
  return rejectionOf(route.origin, state) ? 'conflicting' : 'unknown';
}

/** A change as planned, or as it would be planned now. */
interface DecidedRoute extends WantedRoute {
  readonly originBefore: Pick<ObservedOrigin, 'origin'>;
}

/**
 * What to do right before a call: `send` it; `keep` a route that has the desired origin; `wait` for a
 * change that is in progress; or stop, because the route has `changed` since the plan.
 */
export type NextStep = 'send' | 'keep' | 'wait' | 'changed';

/**
 * Decides by the change as it would be planned now. A withdrawal does not depend on the origin, and
 * someone else's withdrawal is as good. `isUncertain`: AWS may have carried out a call of this run.
 */
export function decideNext(
  planned: DecidedRoute,
  now: DecidedRoute,
  isUncertain: boolean,
): NextStep {
  const { step } = planned;
  if (isUncertain && classifyRead(planned, now.before) === 'carried out') return 'wait';
  if (now.step === 'keep') return 'keep';
  if (step === 'withdraw' && now.step === 'wait') return 'wait';
  const { origin } = now.originBefore;
  // After a swap to AWS no association shows the origin.
  const isFromOrigin =
    step === 'withdraw' ||
    origin === planned.originBefore.origin ||
    (isUncertain && origin === 'unknown');
  return now.step === step && isFromOrigin ? 'send' : 'changed';
}

/** No listing proves a swap, and AWS allows one to your own ASN only once an hour. */
export function decideCall(
  { step, route }: Pick<WantedRoute, 'step' | 'route'>,
  result: Pick<CallResult, 'kind'>,
  isUncertain: boolean,
): Decision {
  const decision = decide(result, isUncertain);
  if (decision !== 'read back' || step !== 'swap') return decision;
  return route.origin === 'AWS' && !isUncertain ? 'repeat' : 'unknown';
}
