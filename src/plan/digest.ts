import { callsOf } from '../domain/approved-routes.ts';
import { digestOfChanges } from '../domain/plan-digest.ts';
import { digestOfRoutes } from '../domain/route-digest.ts';
import type { Change, PlannedChange, RouteChange } from './plan.ts';

/** The digest of changes of one action; undefined while an account is not known. */
export function digestOf(changes: readonly PlannedChange[]): string | undefined {
  const routes = changes.filter((change): change is RouteChange => change.route !== undefined);
  if (routes.length > 0) return digestOfRouteChanges(routes);
  return digestOfChanges(
    changes.filter((change): change is Change => change.association !== undefined),
  );
}

/** The digest of changes of routes; undefined while an account is not known. */
export function digestOfRouteChanges(changes: readonly RouteChange[]): string | undefined {
  const wanted = callsOf(changes);
  const calls = wanted.flatMap(({ step, target, route, originBefore }) =>
    target.accountId === undefined
      ? []
      : [
          {
            step,
            accountId: target.accountId,
            region: target.region,
            cidr: route.cidr,
            from: originBefore.origin,
            to: route.origin,
          },
        ],
  );
  return calls.length < wanted.length ? undefined : digestOfRoutes(calls);
}
