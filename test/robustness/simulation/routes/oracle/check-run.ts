import { routeAction } from '../../../../e2e/action/environment.ts';
import { checkEnd } from '../../oracle/end.ts';
import { checkOutputs } from '../../oracle/outputs.ts';
import { checkSecrets } from '../../oracle/secrets.ts';
import type { Run } from '../../run.ts';
import { checkRouteCalls } from './calls.ts';
import { type ExpectedRoutes, factsOf } from './facts.ts';
import { checkGrounds } from './grounds.ts';
import { checkPlan } from './plan.ts';
import { checkReason } from './reason.ts';
import { checkRoute } from './route.ts';

/** The violated invariants of a run of the action for routes as text; empty for a correct run. */
export function checkRouteRun(run: Run, expected: ExpectedRoutes): readonly string[] {
  const facts = factsOf(run, expected);
  return [
    ...checkEnd(run, expected),
    ...checkPlan(facts),
    ...checkRouteCalls(facts),
    ...checkGrounds(facts),
    ...facts.routes.flatMap((route) => checkRoute(route, facts)),
    ...checkReason(facts),
    ...checkOutputs(run, routeAction),
    ...checkSecrets(run, expected.secrets),
  ];
}
