import type { Target } from '../domain/target.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BoundedContext, ConnectedTarget } from '../observe/connect-target.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { ObservedRoutes } from '../plan/route-plan.ts';
import { observeOrigins } from './observe-origins.ts';

/**
 * What AWS lists in a target, with the origins of its routes. An apply that only withdraws asks no other
 * source: nothing may delay a withdrawal.
 */
export async function observeRoutes(
  connected: ConnectedTarget,
  mode: Inputs['mode'],
  context: BoundedContext,
): Promise<ObservedRoutes> {
  const { target, connection, observed } = connected;
  const calls = { ...context, renew: connection.renew };
  const { ipamClient } = connection.clients;
  const withdrawn = listedFor(target, observed.cidrs, 'withdrawn');
  const others = listedFor(target, observed.cidrs, 'advertised');
  const place = { region: target.region, ipamRegion: observed.ipamRegion };
  const ask = mode === 'plan' ? 'all' : 'listing';
  const [byWithdrawn, byOthers] = await Promise.all([
    observeOrigins(withdrawn, place, ask, ipamClient, calls),
    observeOrigins(others, place, 'all', ipamClient, calls),
  ]);
  return { target, observed, origins: new Map([...byWithdrawn, ...byOthers]) };
}

/** The listed CIDRs that are to be withdrawn, or to be advertised. */
function listedFor(
  { routes = [] }: Target,
  cidrs: readonly ObservedCidr[],
  wanted: 'withdrawn' | 'advertised',
): readonly ObservedCidr[] {
  const some = routes.filter(({ origin }) => (origin === 'none') === (wanted === 'withdrawn'));
  const names = new Set<string>(some.map(({ cidr }) => cidr));
  return cidrs.filter(({ cidr }) => names.has(cidr));
}
