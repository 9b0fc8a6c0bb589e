import { type Inputs, onlyReads, withdrawsOnly } from '../inputs/inputs.ts';
import { readRouteInputs } from '../inputs/route-inputs.ts';
import type { BoundedContext, ConnectedTarget } from '../observe/connect-target.ts';
import { type RouteOutcome, unplannedRoutes } from '../outcome/run-state.ts';
import { listChanges, type Plan, type RouteChange } from '../plan/plan.ts';
import { makeRoutePlan } from '../plan/route-plan.ts';
import { addVerdicts, renewVerdict } from '../rpki/add-verdicts.ts';
import type { Action } from '../stages.ts';
import { applyRoutes } from './apply-routes.ts';
import { checkRoutePlan } from './check-routes.ts';
import { concludeRoutes } from './conclude-routes.ts';
import { effectOf } from './effect.ts';
import { observeRoutes } from './observe-routes.ts';
import { routePlanPolicy, routePolicy, withdrawPolicy } from './route-policies.ts';

/** The action that changes from where AWS advertises CIDRs. */
export const routes: Action<RouteChange, RouteOutcome> = {
  name: 'routes',
  readInputs: readRouteInputs,
  unplanned: unplannedRoutes,
  asns: 'skip',
  policyOf,
  makePlan,
  addEvidence,
  checkPlan: checkRoutePlan,
  apply: (plan, stage) =>
    applyRoutes(plan, stage, (change) => renewVerdict(change, stage.inputs.rpki, stage.context)),
  conclude: concludeRoutes,
};

/** A withdrawal by the inputs reads no origins, and its role may do nothing else. */
function policyOf(inputs: Inputs, region: string, ipamRegion: string | undefined) {
  if (onlyReads(inputs)) return routePlanPolicy(region, ipamRegion);
  return withdrawsOnly(inputs) ? withdrawPolicy(region) : routePolicy(region, ipamRegion);
}

async function makePlan(
  connected: readonly ConnectedTarget[],
  inputs: Inputs,
  context: BoundedContext,
): Promise<Plan<RouteChange>> {
  return makeRoutePlan(await observeRoutes(connected, inputs, context));
}

/** RPKI's verdicts, and the effect of every change. */
async function addEvidence(
  observed: Plan<RouteChange>,
  { rpki }: Inputs,
  context: BoundedContext,
): Promise<Plan<RouteChange>> {
  const isAsked = listChanges(observed).some(({ step }) => step === 'advertise' || step === 'swap');
  if (rpki && isAsked) context.log.group('RPKI');
  const plan = rpki ? await addVerdicts(observed, rpki, context) : observed;
  const targets = plan.targets.map(({ target, changes }) => ({
    target,
    changes: changes.map((change) => ({ ...change, effect: effectOf(change) })),
  }));
  return { ...plan, targets };
}
