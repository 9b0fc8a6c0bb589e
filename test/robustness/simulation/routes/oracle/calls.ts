import type { RouteChange } from '../../../../../src/plan/plan.ts';
import type { FakeAwsRequest } from '../../fake-aws.ts';
import { isRouteCall } from '../../fake-aws.ts';
import { callsFor, callText, knownResult, type RouteFacts } from './facts.ts';

/** "Once every 10 seconds, even if you specify different address ranges" (AdvertiseByoipCidr). */
const paceMs = 10_000;
const mostCalls = 3;

/** The calls that change routes: which, how often, how fast and in which order. */
export function checkRouteCalls(facts: RouteFacts): string[] {
  const { calls, planned, run } = facts;
  return [
    ...calls.flatMap((call) => checkCall(call, facts)),
    ...checkPace(facts),
    ...planned.flatMap((change) => checkRepetitions(change, facts)),
    ...checkOrder(facts),
    ...calls
      .filter(({ sentAt }) => run.cancelledAt !== undefined && sentAt >= run.cancelledAt)
      .map((call) => `${callText(call)} after the run was cancelled`),
  ];
}

/** A call is in the plan and has the desired origin; a CIDR without a route gets no call. */
function checkCall(call: FakeAwsRequest, facts: RouteFacts): string[] {
  const { run, planned, expected } = facts;
  const { operation, params, account, region } = call;
  const target = expected.scenario.targets.find(
    (each) => each.account === account && each.region === region,
  );
  const cidr = params.Cidr ?? '';
  const desired = target?.routes.find((route) => route.cidr === cidr)?.origin;
  const made = operation === 'WithdrawByoipCidr' ? 'none' : (params.Asn ?? 'no ASN');
  const step = planned.find(({ route }) => route.cidr === cidr)?.step;
  const steps = operation === 'WithdrawByoipCidr' ? ['withdraw'] : ['advertise', 'swap'];
  const text = callText(call);
  return [
    ...(run.inputs['dry-run'] === 'true' ? [`${text} in a dry run`] : []),
    ...(made === desired ? [] : [`${text}, and ${desired ?? 'nothing'} is desired`]),
    ...(step !== undefined && steps.includes(step) ? [] : [`${text}, and the plan has ${step}`]),
    ...checkGroup(call, target?.cidrs.find((fixture) => fixture.cidr === cidr)?.networkBorderGroup),
  ];
}

/** An Advertise has the network border group that AWS lists, unless that is the Region. */
function checkGroup(call: FakeAwsRequest, listed: string | undefined): string[] {
  const { operation, params, region } = call;
  const wanted = operation === 'WithdrawByoipCidr' || listed === region ? undefined : listed;
  return params.NetworkBorderGroup === wanted
    ? []
    : [`${callText(call)} in ${params.NetworkBorderGroup}, and AWS lists it in ${listed}`];
}

/** The calls of an account and Region are ten seconds apart, and never in flight together. */
function checkPace({ calls }: RouteFacts): string[] {
  const arrived = calls.filter(({ injected }) => injected.kind !== 'unsent');
  const byPlace = Map.groupBy(arrived, ({ account, region }) => `${account} ${region}`);
  return [
    ...[...byPlace.values()].flatMap((those) =>
      those.flatMap((call, index) => {
        const gap = call.at - (those[index - 1]?.at ?? Number.NEGATIVE_INFINITY);
        return gap < paceMs ? [`${callText(call)} only ${gap} ms after another`] : [];
      }),
    ),
    ...calls
      .filter(({ alongside }) => alongside.some((operation) => isRouteCall({ operation })))
      .map((call) => `${callText(call)} while another was in flight`),
  ];
}

/** How often a change is tried, by what the client knows of each call. */
function checkRepetitions(change: RouteChange, facts: RouteFacts): string[] {
  const calls = callsFor(facts, change);
  const results = calls.map(knownResult);
  const uncertain = results.filter((result) => result !== 'not carried out').length;
  const isToOwn = change.step === 'swap' && change.route.origin !== 'AWS';
  const most = change.step !== 'swap' ? mostCalls : isToOwn ? 1 : 2;
  const attempts = calls.filter((call) => !isTurnedAway(call)).length;
  const accepted = results.indexOf('accepted');
  const rejected = calls.findIndex(isRejection);
  const name = `${change.step} ${change.route.cidr}`;
  return [
    ...(attempts > mostCalls ? [`${name}: ${attempts} calls`] : []),
    ...(uncertain > most ? [`${name}: ${uncertain} calls that AWS may have carried out`] : []),
    ...(accepted >= 0 && accepted < calls.length - 1
      ? [`${name}: called again once accepted`]
      : []),
    ...(rejected >= 0 && rejected < calls.length - 1
      ? [`${name}: called again after a refusal`]
      : []),
  ];
}

/** The code of a response that proves that AWS has not carried out the call; otherwise empty. */
function codeOfRefusal(call: FakeAwsRequest): string {
  const { injected, outcome } = call;
  if (injected.kind === 'unsent' || knownResult(call) !== 'not carried out') return '';
  return injected.kind === 'replaced' ? injected.code : outcome;
}

/** AWS has not processed the call: it was throttled, or must be signed again. */
function isTurnedAway(call: FakeAwsRequest): boolean {
  return /RequestLimitExceeded|Expired|AuthFailure|SignatureDoesNotMatch/.test(codeOfRefusal(call));
}

/** A response from AWS that the same call would get again. */
function isRejection(call: FakeAwsRequest): boolean {
  return codeOfRefusal(call) !== '' && !isTurnedAway(call);
}

const steps = ['advertise', 'swap', 'withdraw'] as const;

/** One change after the other, in the order of steps and of the file; none after a failure. */
function checkOrder({ planned, calls, routes, expected }: RouteFacts): string[] {
  const inFile = expected.scenario.targets.flatMap((target) => target.routes);
  const order: readonly string[] = steps.flatMap((step) =>
    inFile
      .map(({ cidr }) => cidr)
      .filter((cidr) =>
        planned.some((change) => change.route.cidr === cidr && change.step === step),
      ),
  );
  const called = calls.map(({ params }) => order.indexOf(params.Cidr ?? ''));
  const failed = order.findIndex((cidr) =>
    routes.some(({ route, failure }) => route.cidr === cidr && failure),
  );
  const late = called.filter((index) => failed >= 0 && index > failed);
  return [
    ...(called.some((index, nth) => index < (called[nth - 1] ?? 0))
      ? [`calls in another order than ${order.join(', ')}`]
      : []),
    ...(late.length > 0 ? [`${late.length} calls after ${order[failed]} had failed`] : []),
  ];
}
