import type { RouteChange } from '../../../../../src/plan/plan.ts';
import { rpkiState } from '../../../../fakes/rpki.ts';
import type { ListedCidr } from '../../../invariants/cidr-listings.ts';
import type { FakeAwsRequest } from '../../fake-aws.ts';
import { callText, type RouteFacts, readAt, shownIn } from './facts.ts';

/** In milliseconds: how old the last read may be when a call is sent. */
const oldestRead = 5_000;

/** Checks what a run had read before each of its calls. */
export function checkGrounds(facts: RouteFacts): string[] {
  return facts.calls.flatMap((call) => {
    const change = facts.planned.find(({ route }) => route.cidr === call.params.Cidr);
    if (!change) return [];
    return [
      ...checkRead(call, change, facts),
      ...checkEarlierEnds(call, facts),
      ...checkPolicy(call, facts),
      ...checkDelay(call, facts),
    ];
  });
}

/** A listing just before the call shows the earlier state of the plan. */
function checkRead(call: FakeAwsRequest, change: RouteChange, facts: RouteFacts): string[] {
  const { run } = facts;
  const last = lastListing(call, facts);
  if (!last) return [`${callText(call)} without a read`];
  const shown = shownIn(last, change.route.cidr);
  const age = call.sentAt - readAt(last, run);
  // Between the read and the call the keys may have to be renewed.
  const isRenewed = run.requests.some(
    ({ operation, at }) =>
      /^(token|Assume)/.test(operation) && at >= readAt(last, run) && at <= call.sentAt,
  );
  return [
    ...(isAsPlanned(change, shown)
      ? []
      : [
          `${callText(call)} over ${shown.state} ${shown.origins}, planned from ${change.originBefore.origin}`,
        ]),
    ...(age > oldestRead && !isRenewed ? [`${callText(call)} ${age} ms after the last read`] : []),
  ];
}

function lastListing(call: FakeAwsRequest, { listings, run }: RouteFacts) {
  return listings.findLast(
    (listing) =>
      listing.account === call.account &&
      listing.region === call.region &&
      readAt(listing, run) <= call.sentAt,
  );
}

function isAsPlanned(
  { step, originBefore: { origin: from } }: RouteChange,
  { state, origins }: ListedCidr,
): boolean {
  if (step === 'advertise') return state === 'provisioned';
  if (state !== 'advertised') return false;
  return step === 'withdraw' || from === 'unknown' || origins.every((origin) => origin === from);
}

/** The run has seen the end of every earlier change. */
function checkEarlierEnds(call: FakeAwsRequest, facts: RouteFacts): string[] {
  const { calls, planned, listings, run } = facts;
  const before = calls.slice(0, calls.indexOf(call)).map(({ params }) => params.Cidr ?? '');
  return [...new Set(before)]
    .filter((cidr) => cidr !== call.params.Cidr)
    .flatMap((cidr) => {
      const lastCall = calls.findLast(
        (each) => each.params.Cidr === cidr && each.sentAt < call.sentAt,
      );
      const change = planned.find(({ route }) => route.cidr === cidr);
      if (!lastCall || !change) return [];
      const end = change.route.origin === 'none' ? 'provisioned' : 'advertised';
      const isSeen = listings.some(
        (listing) =>
          readAt(listing, run) > lastCall.sentAt &&
          readAt(listing, run) <= call.sentAt &&
          listing.region === lastCall.region &&
          listing.account === lastCall.account &&
          shownIn(listing, cidr).state === end,
      );
      return isSeen ? [] : [`${callText(call)} before the end of ${change.step} ${cidr}`];
    });
}

const amazon = ['16509', '14618'];

/** No Advertise of an origin that the policy refuses, or without an RPKI read. */
function checkPolicy(call: FakeAwsRequest, { run, expected: { scenario } }: RouteFacts): string[] {
  const { rpki, 'rpki-policy': policy } = run.inputs;
  const { Cidr: cidr = '', Asn: asn = '' } = call.params;
  if (rpki === 'off' || policy === 'report' || call.operation === 'WithdrawByoipCidr') return [];
  const refused = policy === 'require-valid' ? ['invalid', 'not-found'] : ['invalid'];
  const states = (asn === 'AWS' ? amazon : [asn]).map((origin) =>
    rpkiState(scenario.vrps, cidr, origin),
  );
  const isRead = run.requests.some(
    ({ operation, params, delivered, outcome }) =>
      (operation === 'rpki-validation' || operation === 'vrps') &&
      (params.prefix ?? params['select-prefix']) === cidr &&
      outcome === 'ok' &&
      delivered !== undefined &&
      delivered.at <= call.sentAt,
  );
  const isStale = rpki !== 'ripestat' && scenario.vrpAgeHours > 24;
  return [
    ...states
      .filter((state) => refused.includes(state))
      .map((state) => `${callText(call)}, which RPKI says is ${state}`),
    ...(isRead && !isStale ? [] : [`${callText(call)} without RPKI data that is good`]),
  ];
}

/** No other source is read for a withdrawal before it is done. */
function checkDelay(call: FakeAwsRequest, { run }: RouteFacts): string[] {
  if (call.operation !== 'WithdrawByoipCidr') return [];
  const { Cidr: cidr } = call.params;
  const asked = run.requests.filter(
    ({ at, params }) =>
      at < call.at &&
      [params.prefix, params['select-prefix'], params.resource].includes(cidr ?? ''),
  );
  return asked.map(({ operation }) => `${callText(call)} had to wait for ${operation}`);
}
