import type { Association } from '../domain/association.ts';
import { rangeOfCidr } from '../domain/cidr.ts';
import { prefixLength } from '../domain/ip-range.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { digestOfChanges } from '../domain/plan-digest.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import { isChange, type RouteStep, type Step, stepsOf } from '../domain/step.ts';
import type { DesiredAssociation, DesiredRoute, Target } from '../domain/target.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { SourceLocation } from '../lib/source-location.ts';
import {
  findAssociation,
  findCidr,
  listAssociations,
  listCidrs,
  type Observed,
  type ObservedCidr,
} from '../observe/observed.ts';
import { decideRemoval, decideStep } from './association-rules.ts';
import { refuseAsn, refuseCidr, refuseContradiction, refuseMissingCidr } from './cidr-rules.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { ObservedOrigin } from './observed-origin.ts';
import type { Verdict } from './verdict.ts';

/** A target and what AWS lists there. */
export interface ObservedTarget {
  /** With its account, if that is known. */
  readonly target: Target;
  readonly observed: Observed;
  /** Origins by CIDR: of all routes, or of the CIDRs from `cidrsToTrace`. */
  readonly origins?: ReadonlyMap<string, ObservedOrigin>;
}

/** The planned step for an association or a route. */
interface ChangeOf<S extends Step | RouteStep> extends Verdict<S> {
  readonly target: Target;
  /** The state before the run: AWS's text, or `absent`; for a route, the state of its CIDR. */
  readonly before: string;
  readonly statusMessage: string;
  /** The state of the CIDR: AWS's text, or `not listed`. */
  readonly cidrState: string;
  readonly evidence: readonly Evidence[];
  /** The RPKI verdict; undefined if RPKI was not checked. */
  readonly rpki?: RpkiVerdict & { readonly warnings: readonly string[] };
}

/** The planned step for an association. */
export interface Change extends ChangeOf<Step> {
  readonly association: DesiredAssociation;
  readonly route?: undefined;
  /** The origin from which AWS advertises the CIDR; set only if a removal depends on it. */
  readonly origin?: string | undefined;
}

/** The planned step for a route. */
export interface RouteChange extends ChangeOf<RouteStep> {
  readonly route: DesiredRoute;
  readonly association?: undefined;
  readonly originBefore: ObservedOrigin;
  /** The Local Zone group that AWS lists; undefined for the Region. */
  readonly networkBorderGroup: string | undefined;
  /** The effect outside AWS, as sentences for a reviewer; empty if the step changes nothing. */
  readonly effect: string;
}

/** A change of either action. */
export type PlannedChange = Change | RouteChange;

/** An association in AWS that the file lacks, on a CIDR that it has. The run does not change it. */
export interface Unmanaged {
  readonly target: Target;
  readonly asn: string;
  readonly cidr: string;
  readonly state: string;
  /** The line of the file with the CIDR; undefined for an entry from the inputs. */
  readonly location?: SourceLocation | undefined;
}

/** A CIDR that AWS lists and the file lacks. The run does not change it. */
export interface UnmanagedCidr {
  readonly target: Target;
  readonly cidr: string;
  readonly state: string;
  /** The ASNs of its associations, except disassociated ones. */
  readonly asns: readonly string[];
}

/** The plan of a run: a plain value. Only apply acts on it. */
export interface Plan<C extends PlannedChange = Change> {
  /** Sorted by target, address and ASN; routes in the order of the file. */
  readonly changes: readonly C[];
  readonly unmanaged: readonly Unmanaged[];
  /** Undefined if the run does not list them. */
  readonly unmanagedCidrs: readonly UnmanagedCidr[] | undefined;
  /** Undefined if an account is not known. */
  readonly digest: string | undefined;
}

interface PlanOptions extends SpecialUse {
  /** Whether the plan lists the CIDRs that the file lacks. */
  readonly allCidrs?: boolean;
}

/** Compares every desired association with what AWS lists. */
export function makePlan(observations: readonly ObservedTarget[], options: PlanOptions): Plan {
  const inOrder = observations.toSorted((a, b) => compareText(a.target.name, b.target.name));
  const changes = inOrder.flatMap((observation) => planTarget(observation, options));
  return {
    changes,
    unmanaged: inOrder.flatMap(findUnmanaged),
    unmanagedCidrs: options.allCidrs ? inOrder.flatMap(findUnmanagedCidrs) : undefined,
    digest: digestOfChanges(changes),
  };
}

/** The changes of one target. */
export function changesOf<C extends PlannedChange>(plan: Plan<C>, target: Target): readonly C[] {
  return plan.changes.filter((change) => change.target === target);
}

/** The changes that apply makes, of either action. */
export function listChanges<C extends PlannedChange>({ changes }: Plan<C>): readonly C[] {
  return changes.filter(({ step }) => isChange(step));
}

/** Whether the plan changes anything. */
export function hasChanges(plan: Plan<PlannedChange>): boolean {
  return listChanges(plan).length > 0;
}

/** How many entries get each step, and how many unmanaged associations and CIDRs there are. `disassociate` only if not 0. */
export function countPlan(
  plan: Plan<PlannedChange> | undefined,
  action: Inputs['action'] = 'associations',
): Readonly<Record<string, number>> {
  const { changes = [], unmanagedCidrs: cidrs } = plan ?? {};
  const count = (wanted: Step | RouteStep) => changes.filter(({ step }) => step === wanted).length;
  const removed = count('disassociate');
  return {
    ...Object.fromEntries(stepsOf[action].map((step) => [step, count(step)])),
    ...(removed === 0 ? {} : { disassociate: removed }),
    ...(action === 'associations' ? { unmanaged: plan?.unmanaged.length ?? 0 } : {}),
    ...(cidrs === undefined ? {} : { unmanaged_cidrs: cidrs.length }),
  };
}

/** The advertised CIDRs whose origin decides whether an association can be removed. Assumes the most favorable origin. */
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
    // The route may have changed since an old sample.
    const origin = traced?.isOld ? 'unknown' : traced?.origin;
    const verdict = decidePair(association, observed, origin);
    return {
      target,
      association,
      before,
      statusMessage,
      cidrState: findCidr(observed.cidrs, association.cidr)?.state ?? 'not listed',
      ...verdict,
      ...(origin === undefined ? {} : { origin }),
      evidence: [
        ...gatherEvidence(association, policy, observed, target.region, verdict.step),
        ...(traced?.evidence ?? []),
      ],
    };
  });
}

/**
 * Decides by the state of the association first. An existing association is refused too if its CIDR can never
 * be advertised; an unknown state of the CIDR, and the ASN, matter only for an association to create. `origin`
 * is the origin of the CIDR, if it was read.
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
    return refuseMissingCidr(association.cidr, observed.cidrs);
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
      .map(({ asn, state }) => ({ target, asn, cidr, state, location: desired[0]?.location }));
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

function sortAssociations(
  associations: readonly DesiredAssociation[],
): readonly DesiredAssociation[] {
  const keyed = associations.map((association) => ({ association, key: sortKey(association) }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ association }) => association);
}

/** IPv4 sorts before IPv6, then address, prefix length and ASN as numbers. */
function sortKey({ asn, cidr }: Association): string {
  const range = rangeOfCidr(cidr);
  const first = range.first.toString(16).padStart(32, '0');
  const length = String(prefixLength(range)).padStart(3, '0');
  return [range.family, first, length, asn.padStart(10, '0')].join(' ');
}

/** Compares by code units, which gives the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
