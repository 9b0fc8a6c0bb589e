import type { DesiredAssociation, Target } from '../../../src/domain/target.ts';
import { makePlan, type Plan } from '../../../src/plan/plan.ts';
import { targetOf } from '../domain/target.ts';
import { observedCidr } from './observed-cidr.ts';

/** A desired pair and the state that AWS shows it in; `unlisted` where AWS does not list its CIDR. */
export interface Sight {
  readonly association: DesiredAssociation;
  readonly state: string;
}

/** The plan of one target, through the real planner. */
export function planOfTarget(sights: readonly Sight[], facts: Partial<Target> = {}): Plan {
  return planOfTargets([{ sights, facts }]);
}

/** The plan of some targets, through the real planner. */
export function planOfTargets(
  targets: readonly { readonly sights: readonly Sight[]; readonly facts: Partial<Target> }[],
): Plan {
  const observations = targets.map(({ sights, facts }) => {
    const associations = sights.map(({ association }) => association);
    return { target: targetOf(associations, facts), observed: { cidrs: listed(sights), asns: [] } };
  });
  return makePlan(observations, { specialUse: 'accept' });
}

function listed(sights: readonly Sight[]) {
  const byCidr = Map.groupBy(
    sights.filter(({ state }) => state !== 'unlisted'),
    ({ association }): string => association.cidr,
  );
  return [...byCidr].map(([cidr, ofCidr]) =>
    observedCidr({
      cidr,
      associations: ofCidr
        .filter(({ state }) => state !== 'absent')
        .map(({ association: { asn }, state }) => ({ asn, state, statusMessage: '' })),
    }),
  );
}
