import { countAssociations } from '../domain/association.ts';
import { countRoutes } from '../domain/origin.ts';
import type { Inputs } from '../inputs/inputs.ts';

/** What the pages of an action say. */
interface Words {
  readonly title: string;
  /** What the file has of a CIDR. */
  readonly entry: string;
  /** `2 associations`. */
  count(entries: number): string;
  /** The head of the column with what is desired of a CIDR. */
  readonly desired: string;
}

/** The words in which the pages of the actions differ. */
export const words: Readonly<Record<Inputs['action'], Words>> = {
  associations: {
    title: 'BYOASN',
    entry: 'association',
    count: countAssociations,
    desired: 'ASN',
  },
  routes: { title: 'BYOASN routes', entry: 'route', count: countRoutes, desired: 'Origin' },
};
