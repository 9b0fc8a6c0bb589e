import type { DesiredAssociation, Target } from '../../../src/domain/target.ts';

/** A target of account 111122223333 in us-west-2 under its default name, but for what is given. */
export function targetOf(
  associations: readonly DesiredAssociation[],
  facts: Partial<Target> = {},
): Target {
  const { accountId = '111122223333', region = 'us-west-2' } = facts;
  return { name: `${accountId}/${region}`, accountId, region, associations, ...facts };
}
