import type { BoundedContext } from '../context.ts';
import { isChange, type RouteStep } from '../domain/step.ts';
import type { DesiredRoute } from '../domain/target.ts';
import { type Inputs, onlyReads, withdrawsOnly } from '../inputs/inputs.ts';
import { readRouteInputs } from '../inputs/route-inputs.ts';
import type { ConnectedTarget } from '../observe/connect-target.ts';
import { type RunMode, summarizeFailures } from '../outcome/conclude.ts';
import { initialRoutes, type RouteOutcome } from '../outcome/run-state.ts';
import { checkAll } from '../plan/check.ts';
import type { ObservedTarget, Plan, RouteChange } from '../plan/plan.ts';
import { findRouteDifferences } from '../plan/route-differences.ts';
import { makeRoutePlan } from '../plan/route-plan.ts';
import type { Reason } from '../reasons.ts';
import { addVerdicts, renewVerdict } from '../rpki/add-verdicts.ts';
import type { Action } from '../stages.ts';
import { applyRoutes } from './apply-routes.ts';
import { effectOf } from './effect.ts';
import { type OriginQuery, observeOrigins } from './observe-origins.ts';
import { routePlanPolicy, routePolicy, withdrawPolicy } from './route-policies.ts';

/** The action that changes from where AWS advertises CIDRs. */
export const routes: Action<RouteChange, RouteOutcome> = {
  name: 'routes',
  readInputs: readRouteInputs,
  entriesOf: (target) => target.routes ?? [],
  initialOutcomes: initialRoutes,
  asns: 'skip',
  policyOf,
  makePlan: async (connected, inputs, context) =>
    makeRoutePlan(await observeRoutes(connected, inputs, context)),
  addEvidence,
  checkPlan: (plan, inputs) => {
    const { approvedRoutes } = inputs;
    checkAll(plan, inputs, approvedRoutes && findRouteDifferences(approvedRoutes, plan));
  },
  apply: (plan, stage) =>
    applyRoutes(plan, stage, (change) => renewVerdict(change, stage.inputs.rpki, stage.context)),
  conclude: (pairs, inputs) => summarizeFailures(pairs, inputs) ?? reasonOf(pairs, inputs),
};

/** A run that withdraws the CIDR of its inputs reads no origins, and its role may do nothing else. */
function policyOf(inputs: Inputs, region: string, ipamRegion: string | undefined) {
  if (onlyReads(inputs)) return routePlanPolicy(region, ipamRegion);
  return withdrawsOnly(inputs) ? withdrawPolicy(region) : routePolicy(region, ipamRegion);
}

/**
 * The listing of each target, with the origins of its routes. An apply asks no other source about a CIDR
 * to withdraw: nothing may delay a withdrawal.
 */
export async function observeRoutes(
  connected: readonly ConnectedTarget[],
  { mode, concurrency }: Pick<Inputs, 'mode' | 'concurrency'>,
  context: BoundedContext,
): Promise<readonly ObservedTarget[]> {
  const askFor = ({ origin }: DesiredRoute): OriginQuery['ask'] =>
    mode === 'apply' && origin === 'none' ? 'listing' : 'all';
  const queries = connected.flatMap((each) =>
    [...Map.groupBy(each.target.routes ?? [], askFor)].map(([ask, wanted]) => {
      const names = new Set<string>(wanted.map(({ cidr }) => cidr));
      const cidrs = each.observed.cidrs.filter(({ cidr }) => names.has(cidr));
      return { connected: each, cidrs, ask };
    }),
  );
  const origins = await observeOrigins(queries, concurrency, context);
  return connected.map(({ target, observed }) => ({ target, observed, origins }));
}

/** Adds the RPKI verdicts, and the effect of every change. */
async function addEvidence(
  observed: Plan<RouteChange>,
  { rpki }: Inputs,
  context: BoundedContext,
): Promise<Plan<RouteChange>> {
  const isAsked = observed.changes.some(({ step }) => step === 'advertise' || step === 'swap');
  if (rpki && isAsked) context.log.group('RPKI');
  const plan = rpki ? await addVerdicts(observed, rpki, context) : observed;
  const changes = plan.changes.map((change) => ({ ...change, effect: effectOf(change) }));
  return { ...plan, changes };
}

function reasonOf(pairs: readonly RouteOutcome[], { mode, source }: RunMode): Reason {
  // A plan that only waits changes nothing; an apply has waited.
  const isPart = (step: RouteStep) => (mode === 'plan' ? isChange(step) : step !== 'keep');
  const done = pairs.filter(({ step }) => step !== undefined && isPart(step));
  if (done.length === 0) return 'no-changes';
  if (mode === 'plan') return 'planned';
  if (source.form === 'file') return 'applied';
  return done.some(({ route }) => route.origin === 'none') ? 'withdrawn' : 'advertised';
}
