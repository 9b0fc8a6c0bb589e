import type { Association } from '../domain/association.ts';
import { addressNumber, familyOf } from '../domain/ip-range.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { digestOfChanges } from '../domain/plan-digest.ts';
import type { DesiredAssociation, Target } from '../domain/target.ts';
import { findAssociation, findCidr, listAssociations, type Observed } from '../observe/observed.ts';
import { decideStep, type Step, type Verdict } from './association-rules.ts';
import { refuseAsn, refuseCidr, refuseContradiction, refuseUnlisted } from './cidr-rules.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';

/** A target and what AWS shows there. */
export interface ObservedTarget {
  /** With its account, where that is known by now. */
  readonly target: Target;
  readonly observed: Observed;
}

/** What the plan says of one pair. */
export interface Change extends Verdict {
  readonly target: Target;
  readonly association: DesiredAssociation;
  /** The state before the run: AWS's text, or `absent`. */
  readonly before: string;
  readonly statusMessage: string;
  readonly evidence: readonly Evidence[];
}

/** An association that AWS shows on a listed CIDR and nobody has listed; it is left alone. */
export interface Unmanaged {
  readonly target: Target;
  readonly asn: string;
  readonly cidr: string;
  readonly state: string;
}

/** The changes of one target, by address and ASN. */
export interface PlannedTarget {
  readonly target: Target;
  readonly changes: readonly Change[];
}

/** The plan of a run: a plain value. Only apply acts on it. */
export interface Plan {
  /** By name. */
  readonly targets: readonly PlannedTarget[];
  readonly unmanaged: readonly Unmanaged[];
  /** Of what would be written; undefined while an account is not known. */
  readonly digest: string | undefined;
}

/** Judges every desired association against what AWS shows; writes nothing and cannot fail. */
export function makePlan(observations: readonly ObservedTarget[], policy: SpecialUse): Plan {
  const inOrder = observations.toSorted((one, other) =>
    compareText(one.target.name, other.target.name),
  );
  const targets = inOrder.map((observation) => ({
    target: observation.target,
    changes: planTarget(observation, policy),
  }));
  return {
    targets,
    unmanaged: inOrder.flatMap(unmanagedOf),
    digest: digestOfChanges(listChanges({ targets })),
  };
}

/** The changes of all targets, in the order of the plan. */
export function listChanges({ targets }: Pick<Plan, 'targets'>): readonly Change[] {
  return targets.flatMap(({ changes }) => changes);
}

/** The changes of one target, which is one of the plan's. */
export function changesOf({ targets }: Plan, target: Target): readonly Change[] {
  return targets.find((planned) => planned.target === target)?.changes ?? [];
}

/** Whether carrying out the plan would write. */
export function hasChanges(plan: Plan): boolean {
  return listChanges(plan).some(({ step }) => step === 'associate');
}

/** How many pairs take each step. */
export function countSteps(
  changes: readonly Pick<Change, 'step'>[],
): Readonly<Record<Step, number>> {
  const count = (step: Step) => changes.filter((change) => change.step === step).length;
  return {
    associate: count('associate'),
    wait: count('wait'),
    keep: count('keep'),
    refuse: count('refuse'),
  };
}

function planTarget({ target, observed }: ObservedTarget, policy: SpecialUse): Change[] {
  return sorted(target.associations).map((association) => {
    const { state: before, statusMessage } = findAssociation(observed.cidrs, association);
    return {
      target,
      association,
      before,
      statusMessage,
      ...judge(association, observed),
      evidence: gatherEvidence(association, policy, observed),
    };
  });
}

/** The state of the pair first; whether CIDR and ASN are ready matters only for a write. */
function judge(association: Association, observed: Observed): Verdict {
  const listed = findCidr(observed.cidrs, association.cidr);
  const found = findAssociation(observed.cidrs, association);
  if (!listed && found.state === 'absent') return refuseUnlisted(association, observed.cidrs);
  const contradiction = refuseContradiction(association, observed.cidrs);
  if (contradiction) return contradiction;
  const verdict = decideStep(found);
  if (!listed || verdict.step !== 'associate') return verdict;
  return refuseCidr(listed) ?? refuseAsn(association, observed) ?? verdict;
}

function unmanagedOf({ target, observed }: ObservedTarget): Unmanaged[] {
  const desired = Map.groupBy(target.associations, ({ cidr }): string => cidr);
  const unmanaged = [...desired].flatMap(([cidr, managed]) =>
    listAssociations(observed.cidrs, cidr)
      .filter(
        ({ asn, state }) => state !== 'disassociated' && managed.every((one) => one.asn !== asn),
      )
      .map(({ asn, state }) => ({ target, asn, cidr, state })),
  );
  return unmanaged.toSorted(
    (one, other) => compareText(one.cidr, other.cidr) || compareText(one.asn, other.asn),
  );
}

/** IPv4 before IPv6, then by address, prefix length and ASN as numbers. */
function sorted(associations: readonly DesiredAssociation[]): readonly DesiredAssociation[] {
  const keyed = associations.map((association) => ({ association, key: sortKey(association) }));
  keyed.sort(({ key: one }, { key: other }) => compareKeys(one, other));
  return keyed.map(({ association }) => association);
}

function sortKey({ asn, cidr }: Association): readonly bigint[] {
  const [address = '', length = ''] = cidr.split('/');
  return [BigInt(familyOf(address) ?? 0), addressNumber(address), BigInt(length), BigInt(asn)];
}

function compareKeys(one: readonly bigint[], other: readonly bigint[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0n) < (other[at] ?? 0n) ? -1 : 1;
}

/** By code units, the same on every machine. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
