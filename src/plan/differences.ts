import type { ApprovedChange } from '../domain/approved-plan.ts';
import { associationText } from '../domain/association.ts';
import { isChange } from '../domain/step.ts';
import { targetText } from '../domain/target.ts';
import type { Change, Plan } from './plan.ts';

/**
 * The differences between an approved plan and the current one: a line for each pair that either plan
 * creates or removes, with the fields that changed. A CIDR with another ASN counts as one pair.
 */
export function findDifferences(
  approved: readonly ApprovedChange[],
  plan: Plan,
): readonly string[] {
  const current = plan.changes.map(asApproved);
  const currentByPair = new Map(current.map((change) => [keyOf(change), change]));
  const approvedPairs = new Set(approved.map(keyOf));
  const added = new Set(
    current.filter((change) => !approvedPairs.has(keyOf(change)) && isChange(change.step)),
  );
  const matched = approved.map((old) => {
    const sameCidr = isChange(old.step)
      ? [...added].find(({ cidr }) => cidr === old.cidr)
      : undefined;
    return [old, currentByPair.get(keyOf(old)) ?? sameCidr] as const;
  });
  for (const [, change] of matched) if (change) added.delete(change);
  return [
    ...matched.flatMap(([old, change]) => {
      if (!isChange(old.step) && !(change && isChange(change.step))) return [];
      return change ? differencesOf(old, change) : `${pairText(old)}: no longer in the plan`;
    }),
    ...added
      .values()
      .map((change) => `${pairText(change)}: not in the approved plan; now ${change.state}`),
  ];
}

function asApproved({ target, association, before, step }: Change): ApprovedChange {
  return {
    target: target.name,
    accountId: target.accountId ?? '',
    region: target.region,
    asn: association.asn,
    cidr: association.cidr,
    state: before,
    step,
  };
}

/** The compared fields, by their names in messages. */
const fields = [
  ['account', 'accountId'],
  ['Region', 'region'],
  ['ASN', 'asn'],
  ['step', 'step'],
  ['state', 'state'],
] as const;

function differencesOf(old: ApprovedChange, change: ApprovedChange): string[] {
  const texts = fields
    .filter(([, field]) => old[field] !== change[field])
    .map(([name, field]) => `${name} changed from ${old[field]} to ${change[field]}`);
  return texts.length === 0 ? [] : [`${pairText(old)}: ${texts.join(', ')}`];
}

function keyOf({ cidr, asn }: ApprovedChange): string {
  return `${cidr} ${asn}`;
}

function pairText({ target: name, ...change }: ApprovedChange): string {
  return `${associationText(change)} in ${targetText({ name, ...change })}`;
}
