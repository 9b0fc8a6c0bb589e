import type { DesiredRoute } from '../domain/target.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BoundedContext, ConnectedTarget } from '../observe/connect-target.ts';
import type { ObservedRoutes } from '../plan/route-plan.ts';
import { type OriginQuery, observeOrigins, originQuery } from './observe-origins.ts';

/**
 * What AWS lists in each target, with the origins of its routes. An apply asks no other source for what it
 * withdraws: nothing may delay a withdrawal.
 */
export async function observeRoutes(
  connected: readonly ConnectedTarget[],
  { mode, concurrency }: Pick<Inputs, 'mode' | 'concurrency'>,
  context: BoundedContext,
): Promise<readonly ObservedRoutes[]> {
  const queries = connected.flatMap((each) =>
    mode === 'plan'
      ? queryFor(each, () => true, 'all')
      : [
          queryFor(each, ({ origin }) => origin === 'none', 'listing'),
          queryFor(each, ({ origin }) => origin !== 'none', 'all'),
        ],
  );
  const origins = await observeOrigins(queries, concurrency, context);
  return connected.map(({ target, observed }) => ({ target, observed, origins }));
}

/** The listed CIDRs of some routes of a target. */
function queryFor(
  connected: ConnectedTarget,
  isWanted: (route: DesiredRoute) => boolean,
  ask: OriginQuery['ask'],
): OriginQuery {
  const { target, observed } = connected;
  const names = new Set<string>((target.routes ?? []).filter(isWanted).map(({ cidr }) => cidr));
  const cidrs = observed.cidrs.filter(({ cidr }) => names.has(cidr));
  return originQuery(connected, cidrs, ask);
}
