import { digestOfRoutes } from '../domain/route-digest.ts';
import { isChange, type RouteStep } from '../domain/step.ts';
import type { DesiredRoute } from '../domain/target.ts';
import { findAssociation, findCidr, type Observed } from '../observe/observed.ts';
import { refuseContradiction, refuseMissingCidr, refuseType } from './cidr-rules.ts';
import type { Evidence } from './evidence.ts';
import { type ObservedOrigin, unknownOrigin } from './observed-origin.ts';
import type { ObservedTarget, Plan, RouteChange } from './plan.ts';
import { decideRoute } from './route-rules.ts';
import type { Verdict } from './verdict.ts';

/** Compares every desired origin with the observed one, in the order of the file. */
export function makeRoutePlan(observations: readonly ObservedTarget[]): Plan<RouteChange> {
  const changes = observations.flatMap((observation) =>
    (observation.target.routes ?? []).map((route) =>
      planRoute(route, observation.origins?.get(route.cidr) ?? unknownOrigin, observation),
    ),
  );
  return { changes, unmanaged: [], unmanagedCidrs: undefined, digest: digestOf(changes) };
}

/** The digest of the changes; undefined if an account is not known, because the digest includes it. */
function digestOf(changes: readonly RouteChange[]): string | undefined {
  const wanted = changes.filter(({ step }) => isChange(step));
  const calls = wanted.flatMap(({ step, target: { accountId, region }, route, originBefore }) => {
    const { cidr, origin: to } = route;
    const from = originBefore.origin;
    return accountId === undefined ? [] : [{ step, accountId, region, cidr, from, to }];
  });
  return calls.length < wanted.length ? undefined : digestOfRoutes(calls);
}

/** The planned step for one route. */
export function planRoute(
  route: DesiredRoute,
  originBefore: ObservedOrigin,
  { target, observed }: ObservedTarget,
): RouteChange {
  const listed = findCidr(observed.cidrs, route.cidr);
  const state = listed?.state ?? 'not listed';
  const group = listed?.networkBorderGroup ?? '';
  const verdict = decide(route, observed, originBefore);
  return {
    target,
    route,
    before: state,
    cidrState: state,
    statusMessage: listed?.statusMessage ?? '',
    originBefore,
    networkBorderGroup: group === '' || group === target.region ? undefined : group,
    effect: '',
    ...verdict,
    evidence: [...originBefore.evidence, ...associationEvidence(route, verdict, observed)],
  };
}

/** AWS advertises from your ASN because that is associated with the CIDR. */
function associationEvidence(
  { cidr, origin }: DesiredRoute,
  { step }: Verdict<RouteStep>,
  { cidrs }: Observed,
): readonly Evidence[] {
  if (origin === 'AWS' || (step !== 'advertise' && step !== 'swap')) return [];
  const { state } = findAssociation(cidrs, { cidr, asn: origin });
  const text = `DescribeByoipCidrs: the association of ${cidr} with AS${origin} is ${state}`;
  return [{ grade: 'read', text }];
}

function decide(
  { cidr, origin: desired }: DesiredRoute,
  { cidrs }: Observed,
  { origin }: ObservedOrigin,
): Verdict<RouteStep> {
  const pair = { cidr, asn: desired };
  const listed = findCidr(cidrs, cidr);
  if (!listed) return refuseMissingCidr(cidr, cidrs);
  const refusal = refuseContradiction(pair, cidrs) ?? refuseType(listed);
  if (refusal) return refusal;
  const association = findAssociation(cidrs, pair).state;
  return decideRoute({ desired, state: listed.state, origin, association });
}
