import { checkAll, currentChanges, type PlanPolicy } from '../plan/check.ts';
import type { Plan, RouteChange } from '../plan/plan.ts';
import { findRouteDifferences } from '../plan/route-differences.ts';

/** Checks the complete plan of routes before the first change, as `checkPlan` does. */
export function checkRoutePlan(plan: Plan<RouteChange>, policy: PlanPolicy): void {
  const { approvedRoutes } = policy;
  checkAll(plan, policy, () =>
    approvedRoutes ? findRouteDifferences(approvedRoutes, plan) : currentChanges(plan),
  );
}
