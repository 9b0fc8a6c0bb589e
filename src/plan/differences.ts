import type { ApprovedChange } from '../domain/approved-plan.ts';
import { associationText } from '../domain/association.ts';
import { targetText } from '../domain/target.ts';
import { type Change, listChanges, type Plan } from './plan.ts';

/**
 * What moved between an approved plan and the one made now, a line for each pair that is written in
 * either: which field, from what to what. A CIDR whose ASN is another one counts as one pair.
 */
export function findDifferences(
  approved: readonly ApprovedChange[],
  plan: Plan,
): readonly string[] {
  const now = listChanges(plan).map(asApproved);
  const byPair = new Map(now.map((change) => [pairOf(change), change]));
  const before = new Set(approved.map(pairOf));
  const added = now.filter((change) => !before.has(pairOf(change)) && isWrite(change));
  const gone = approved.filter((change) => !byPair.has(pairOf(change)) && isWrite(change));
  const renumbered = gone.flatMap((old) => {
    const other = added.find(({ cidr }) => cidr === old.cidr);
    return other ? [[old, other] as const] : [];
  });
  const paired: ReadonlySet<ApprovedChange> = new Set(renumbered.flat());
  return [
    ...approved.flatMap((old) => {
      const change = byPair.get(pairOf(old));
      return change && (isWrite(old) || isWrite(change)) ? movesOf(old, change) : [];
    }),
    ...renumbered.flatMap(([old, other]) => movesOf(old, other)),
    ...gone.filter((old) => !paired.has(old)).map((old) => `${nameOf(old)}: not in the plan now`),
    ...added
      .filter((change) => !paired.has(change))
      .map(
        (change) =>
          `${nameOf(change)}: not in the approved plan; AWS shows it as ${change.state} now`,
      ),
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

const decisive = ['accountId', 'region', 'asn', 'step', 'state'] as const;
const names = {
  accountId: 'account',
  region: 'Region',
  asn: 'ASN',
  step: 'step',
  state: 'state',
} as const;

function movesOf(old: ApprovedChange, change: ApprovedChange): string[] {
  const moved = decisive.filter((field) => old[field] !== change[field]);
  if (moved.length === 0) return [];
  const fields = moved.map(
    (field) => `${names[field]} moved from ${old[field]} to ${change[field]}`,
  );
  return [`${nameOf(old)}: ${fields.join(', ')}`];
}

function isWrite({ step }: ApprovedChange): boolean {
  return step === 'associate';
}

function pairOf({ cidr, asn }: ApprovedChange): string {
  return `${cidr} ${asn}`;
}

function nameOf({ target: name, ...change }: ApprovedChange): string {
  return `${associationText(change)} in ${targetText({ name, ...change })}`;
}
