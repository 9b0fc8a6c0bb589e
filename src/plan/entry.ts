import { associationText, countAssociations } from '../domain/association.ts';
import { countRoutes, routeText } from '../domain/origin.ts';
import type { DesiredAssociation, DesiredRoute } from '../domain/target.ts';
import type { PlannedChange } from './plan.ts';

/** What has an association or a route. */
type Holder = Pick<PlannedChange, 'association' | 'route'>;

/** What is desired of a CIDR: its association, or its origin. */
export function entryOf({ association, route }: Holder): DesiredAssociation | DesiredRoute {
  const entry = association ?? route;
  if (!entry) throw new Error('A change is of an association or of a route');
  return entry;
}

/** `198.51.100.0/24 with AS64500`, or of a route `198.51.100.0/24 to origin AS64500`. */
export function entryText({ association, route }: Holder): string {
  if (route) return routeText(route);
  return association ? associationText(association) : '';
}

/** `2 associations`, `1 route`. */
export function countEntries(count: number, [first]: readonly Holder[]): string {
  return (first?.route ? countRoutes : countAssociations)(count);
}
