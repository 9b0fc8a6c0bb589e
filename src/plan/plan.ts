import type { Association } from '../domain/association.ts';
import { addressNumber, familyOf } from '../domain/ip-range.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { digestOfChanges } from '../domain/plan-digest.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import { isChange, type RouteStep, type Step, stepsOf } from '../domain/step.ts';
import type { DesiredAssociation, DesiredRoute, Target } from '../domain/target.ts';
import type { Inputs } from '../inputs/inputs.ts';
import {
  findAssociation,
  findCidr,
  listAssociations,
  listCidrs,
  type Observed,
  type ObservedCidr,
} from '../observe/observed.ts';
import { decideRemoval, decideStep } from './association-rules.ts';
import { refuseAsn, refuseCidr, refuseContradiction, refuseUnlisted } from './cidr-rules.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { ObservedOrigin } from './observed-origin.ts';
import type { Verdict } from './verdict.ts';

/** A target and what AWS shows there. */
export interface ObservedTarget {
  /** With its account, if it is known by now. */
  readonly target: Target;
  readonly observed: Observed;
  /** From where AWS advertises CIDRs, as far as removals need it; see `cidrsToTrace`. */
  readonly origins?: ReadonlyMap<string, Pick<ObservedOrigin, 'origin' | 'evidence' | 'isOld'>>;
}

/** What the plan does with one entry, whatever it is. */
interface ChangeOf<S extends Step | RouteStep> extends Verdict<S> {
  readonly target: Target;
  /** The state before the run: AWS's text, or `absent`; of a route, that of its CIDR. */
  readonly before: string;
  readonly statusMessage: string;
  /** Of the CIDR: AWS's text, or `not listed`. */
  readonly cidrState: string;
  readonly evidence: readonly Evidence[];
  /** What RPKI says, and of that what is a warning; undefined where it was not asked. */
  readonly rpki?: RpkiVerdict & { readonly warnings: readonly string[] };
}

/** What the plan does with one pair. */
export interface Change extends ChangeOf<Step> {
  readonly association: DesiredAssociation;
  readonly route?: undefined;
  /** From where AWS advertises the CIDR, where a removal depends on it. */
  readonly origin?: string | undefined;
}

/** What the plan does with one route. */
export interface RouteChange extends ChangeOf<RouteStep> {
  readonly route: DesiredRoute;
  readonly association?: undefined;
  readonly originBefore: ObservedOrigin;
  /** The Local Zone group that AWS lists; undefined for the Region. */
  readonly networkBorderGroup: string | undefined;
  /** What the change means outside AWS, as sentences for a reviewer; empty where nothing is to change. */
  readonly effect: string;
}

/** A change of either action. */
export type PlannedChange = Change | RouteChange;

/** An association that AWS shows on a desired CIDR, and that is not desired. It stays as it is. */
export interface Unmanaged {
  readonly target: Target;
  readonly asn: string;
  readonly cidr: string;
  readonly state: string;
}

/** A CIDR that AWS lists, and that the target does not have. It stays as it is. */
export interface UnmanagedCidr {
  readonly target: Target;
  readonly cidr: string;
  readonly state: string;
  /** Of its associations, except those that were disassociated. */
  readonly asns: readonly string[];
}

/** The changes of one target, by address and ASN; routes in the order of the file. */
interface PlannedTarget<C> {
  readonly target: Target;
  readonly changes: readonly C[];
}

/** The plan of a run: a plain value. Only apply acts on it. */
export interface Plan<C extends PlannedChange = Change> {
  /** By name. */
  readonly targets: readonly PlannedTarget<C>[];
  readonly unmanaged: readonly Unmanaged[];
  /** Undefined if nobody asked for them. */
  readonly unmanagedCidrs: readonly UnmanagedCidr[] | undefined;
  /** Of the changes; undefined while an account is not known. */
  readonly digest: string | undefined;
}

/** What a plan is made with. */
interface PlanOptions extends SpecialUse {
  /** Whether the plan lists CIDRs that its targets do not have. */
  readonly allCidrs?: boolean;
}

/** Compares every desired association with what AWS shows. */
export function makePlan(observations: readonly ObservedTarget[], options: PlanOptions): Plan {
  const inOrder = observations.toSorted((a, b) => compareText(a.target.name, b.target.name));
  const targets = inOrder.map((observation) => ({
    target: observation.target,
    changes: planTarget(observation, options),
  }));
  return {
    targets,
    unmanaged: inOrder.flatMap(findUnmanaged),
    unmanagedCidrs: options.allCidrs ? inOrder.flatMap(findUnmanagedCidrs) : undefined,
    digest: digestOfChanges(listChanges({ targets })),
  };
}

/** The changes of all targets, in the order of the plan. */
export function listChanges<C extends PlannedChange>({
  targets,
}: Pick<Plan<C>, 'targets'>): readonly C[] {
  return targets.flatMap(({ changes }) => changes);
}

/** The changes of one of the plan's targets. */
export function changesOf<C extends PlannedChange>(
  { targets }: Plan<C>,
  target: Target,
): readonly C[] {
  return targets.find((planned) => planned.target === target)?.changes ?? [];
}

/** The changes that apply makes, of either action. */
export function listWrites<C extends PlannedChange>(plan: Plan<C>): readonly C[] {
  return listChanges(plan).filter(({ step }) => isChange(step));
}

/** Whether the plan changes anything. */
export function hasChanges(plan: Plan<PlannedChange>): boolean {
  return listWrites(plan).length > 0;
}

/** How many changes take each step. */
export function countSteps<S extends Step | RouteStep>(
  changes: readonly Pick<PlannedChange, 'step'>[],
  steps: readonly S[],
): Readonly<Record<S, number>>;
export function countSteps(
  changes: readonly Pick<PlannedChange, 'step'>[],
  steps: readonly string[],
) {
  const count = (wanted: string) => changes.filter(({ step }) => step === wanted).length;
  return Object.fromEntries(steps.map((step) => [step, count(step)]));
}

/** The steps of a plan, removals only if there are any, and what AWS has beyond it; CIDRs only if asked for. */
export function countPlan(
  plan: Plan<PlannedChange> | undefined,
  action: Inputs['action'] = 'associations',
) {
  const cidrs = plan?.unmanagedCidrs;
  const changes = plan ? listChanges(plan) : [];
  const removed = changes.filter(({ step }) => step === 'disassociate').length;
  return {
    ...countSteps(changes, stepsOf[action]),
    ...(removed === 0 ? {} : { disassociate: removed }),
    ...(action === 'associations' ? { unmanaged: plan?.unmanaged.length ?? 0 } : {}),
    ...(cidrs === undefined ? {} : { unmanaged_cidrs: cidrs.length }),
  };
}

/** The entries of advertised CIDRs whose origin decides on a removal. */
export function cidrsToTrace({ target, observed }: ObservedTarget): readonly ObservedCidr[] {
  const removals = target.associations.filter(
    (association) =>
      association.remove && decidePair(association, observed, 'AWS').step === 'disassociate',
  );
  const names = new Set<string>(removals.map(({ cidr }) => cidr));
  return observed.cidrs.filter(({ cidr, state }) => names.has(cidr) && state === 'advertised');
}

function planTarget({ target, observed, origins }: ObservedTarget, policy: SpecialUse): Change[] {
  return sortAssociations(target.associations).map((association) => {
    const { state: before, statusMessage } = findAssociation(observed.cidrs, association);
    const traced = association.remove ? origins?.get(association.cidr) : undefined;
    // The route may have changed since an older sample.
    const origin = traced?.isOld ? 'unknown' : traced?.origin;
    const verdict = decidePair(association, observed, origin);
    const decision = { region: target.region, step: verdict.step };
    return {
      target,
      association,
      before,
      statusMessage,
      cidrState: findCidr(observed.cidrs, association.cidr)?.state ?? 'not listed',
      ...verdict,
      ...(origin === undefined ? {} : { origin }),
      evidence: [
        ...gatherEvidence(association, policy, observed, decision),
        ...(traced?.evidence ?? []),
      ],
    };
  });
}

/**
 * The state of the pair comes first. A CIDR that cannot be advertised refuses also what exists; a state
 * of it that is not known, and the ASN, matter only if the pair is to be created. `origin` is that of the
 * CIDR, if it was read.
 */
function decidePair(
  association: DesiredAssociation,
  observed: Observed,
  origin: string | undefined,
): Verdict {
  const listed = findCidr(observed.cidrs, association.cidr);
  const found = findAssociation(observed.cidrs, association);
  const { remove } = association;
  if (!remove && !listed && found.state === 'absent') {
    return refuseUnlisted(association.cidr, observed.cidrs);
  }
  const contradiction = refuseContradiction(association, observed.cidrs);
  if (contradiction) return contradiction;
  if (remove) return decideRemoval(found, { state: listed?.state ?? 'not listed', origin });
  const verdict = decideStep(found);
  if (!listed || verdict.step === 'refuse') return verdict;
  const unfit = refuseCidr(listed);
  if (verdict.step === 'associate') return unfit ?? refuseAsn(association, observed) ?? verdict;
  if (unfit === undefined || unfit.refusal === 'unknown-state') return verdict;
  return { ...unfit, why: `${verdict.why}, but ${unfit.why}` };
}

function findUnmanaged({ target, observed }: ObservedTarget): Unmanaged[] {
  const byCidr = Map.groupBy(target.associations, ({ cidr }): string => cidr);
  const unmanaged = [...byCidr].flatMap(([cidr, desired]) => {
    const asns = new Set<string>(desired.map(({ asn }) => asn));
    return listAssociations(observed.cidrs, cidr)
      .filter(({ asn, state }) => state !== 'disassociated' && !asns.has(asn))
      .map(({ asn, state }) => ({ target, asn, cidr, state }));
  });
  return unmanaged.toSorted((a, b) => compareText(a.cidr, b.cidr) || compareText(a.asn, b.asn));
}

function findUnmanagedCidrs({ target, observed: { cidrs } }: ObservedTarget): UnmanagedCidr[] {
  const desired = new Set<string>(target.associations.map(({ cidr }) => cidr));
  const unmanaged = listCidrs(cidrs)
    .filter((cidr) => !desired.has(cidr))
    .map((cidr) => ({
      target,
      cidr,
      state: findCidr(cidrs, cidr)?.state ?? 'unknown',
      asns: listAssociations(cidrs, cidr)
        .filter(({ state }) => state !== 'disassociated')
        .map(({ asn }) => asn),
    }));
  return unmanaged
    .filter(({ state }) => state !== 'deprovisioned')
    .toSorted((a, b) => compareText(a.cidr, b.cidr));
}

/** IPv4 before IPv6, then by address, prefix length and ASN as numbers. */
function sortAssociations(
  associations: readonly DesiredAssociation[],
): readonly DesiredAssociation[] {
  const keyed = associations.map((association) => ({ association, key: sortKey(association) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  return keyed.map(({ association }) => association);
}

function sortKey({ asn, cidr }: Association): readonly bigint[] {
  const [address = '', length = ''] = cidr.split('/');
  return [BigInt(familyOf(address) ?? 0), addressNumber(address), BigInt(length), BigInt(asn)];
}

function compareKeys(a: readonly bigint[], b: readonly bigint[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0n) < (b[index] ?? 0n) ? -1 : 1;
}

/** By code units, which is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
