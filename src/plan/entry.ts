import { associationText } from '../domain/association.ts';
import { routeText } from '../domain/origin.ts';
import type { DesiredAssociation, DesiredRoute } from '../domain/target.ts';
import { countNoun } from '../lib/text.ts';
import type { Change, RouteChange } from './plan.ts';

/** Anything about one association or one route. */
type Holder = Pick<Change, 'association' | 'route'> | Pick<RouteChange, 'association' | 'route'>;

/** What is desired of a CIDR: an association or a route. */
export type Entry = DesiredAssociation | DesiredRoute;

/** The desired association or route. */
export function entryOf(holder: Holder): Entry {
  return holder.route ?? holder.association;
}

/** `198.51.100.0/24 with AS64500`, or for a route `198.51.100.0/24 to origin AS64500`. */
export function entryText(holder: Holder): string {
  return holder.route ? routeText(holder.route) : associationText(holder.association);
}

/** `2 associations`, `1 route`. */
export function countEntries(count: number, [first]: readonly Holder[]): string {
  return countNoun(count, first?.route ? 'route' : 'association');
}
