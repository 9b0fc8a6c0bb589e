import type { DesiredAssociation, Target } from '../../../src/domain/target.ts';
import { makePlan, type Plan } from '../../../src/plan/plan.ts';
import { targetOf } from '../domain/target.ts';
import { observedCidr } from './observed-cidr.ts';

/** A desired pair and its state in AWS; `unlisted` if AWS does not list its CIDR. */
export interface PlannedPair {
  readonly association: DesiredAssociation;
  readonly state: string;
}

/** The plan of one target, through the real planner. */
export function planOfTarget(pairs: readonly PlannedPair[], facts: Partial<Target> = {}): Plan {
  return planOfTargets([{ pairs, facts }]);
}

/** The plan of some targets, through the real planner. */
export function planOfTargets(
  targets: readonly { readonly pairs: readonly PlannedPair[]; readonly facts: Partial<Target> }[],
): Plan {
  const observations = targets.map(({ pairs, facts }) => {
    const associations = pairs.map(({ association }) => association);
    return { target: targetOf(associations, facts), observed: { cidrs: listed(pairs), asns: [] } };
  });
  return makePlan(observations, { specialUse: 'accept' });
}

function listed(pairs: readonly PlannedPair[]) {
  const byCidr = Map.groupBy(
    pairs.filter(({ state }) => state !== 'unlisted'),
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
