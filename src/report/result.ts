import { isGone } from '../domain/association-state.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import type { DesiredAssociation, Target } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Links } from '../inputs/links.ts';
import { truncate } from '../lib/text.ts';
import { isDone, statusOf } from '../outcome/pair-status.ts';
import {
  currentOrigin,
  type Outcome,
  type PairOutcome,
  type RouteOutcome,
} from '../outcome/run-state.ts';
import {
  countPlan,
  hasChanges,
  type Plan,
  type PlannedChange,
  type Unmanaged,
  type UnmanagedCidr,
} from '../plan/plan.ts';
import { maxUnmanagedCidrs } from '../plan/unmanaged.ts';

/** The plan as one line of JSON, in a fixed order and without anything that varies between runs. */
export function formatPlan(plan: Plan<PlannedChange>): string {
  return JSON.stringify({
    version: 1,
    digest: plan.digest ?? '',
    changes: plan.changes.map((change) => ({
      ...targetFields(change.target),
      // Of a route, an approved plan has the steps and these fields.
      ...(change.route
        ? { cidr: change.route.cidr, from: change.originBefore.origin, to: change.route.origin }
        : associationFields(change.association)),
      state: change.before,
      cidr_state: change.cidrState,
      step: change.step,
      ...(change.refusal ? { refusal: change.refusal } : {}),
      why: change.why,
      ...(change.route ? { effect: change.effect } : {}),
      ...rpkiFields(change.rpki),
    })),
    unmanaged: plan.unmanaged.map(unmanagedFields),
    ...cidrFields(plan, maxUnmanagedCidrs),
  });
}

/** The first unmanaged CIDRs; nothing in a run that does not list them. */
function cidrFields(plan: Plan<PlannedChange> | undefined, most: number) {
  const fieldsOf = ({ target, cidr, state, asns }: UnmanagedCidr) => {
    return { ...targetFields(target), cidr, state, asns };
  };
  const cidrs = plan?.unmanagedCidrs;
  return cidrs === undefined ? {} : { unmanaged_cidrs: cidrs.slice(0, most).map(fieldsOf) };
}

/** The states of associations to create, the least favorable first. */
const worstFirst = [
  'failed-association',
  'failed-disassociation',
  'pending-disassociation',
  'disassociated',
  'absent',
  'pending-association',
  'associated',
  'advertised',
];

/** The same for associations to remove: an equal position is equally far from the desired end. */
const removalsWorstFirst = [
  'failed-disassociation',
  'failed-association',
  'pending-association',
  'advertised',
  'associated',
  'pending-disassociation',
];

/** The states of CIDRs without a route, then of those to advertise and to withdraw. */
const cidrsWorstFirst = [
  'not listed',
  'failed-provision',
  'failed-deprovision',
  'deprovisioned',
  'pending-deprovision',
  'pending-provision',
  'provisioned-not-publicly-advertisable',
];

const advertisedLast = ['pending-withdrawal', 'provisioned', 'pending-advertising', 'advertised'];
const withdrawnLast = ['pending-advertising', 'advertised', 'pending-withdrawal', 'provisioned'];

function rank({ association, route, state }: PairOutcome): number {
  if (route) {
    const ends = route.origin === 'none' ? withdrawnLast : advertisedLast;
    return [...cidrsWorstFirst, ...ends].indexOf(state);
  }
  if (!association.remove) return worstFirst.indexOf(state);
  return isGone(state) ? worstFirst.length : removalsWorstFirst.indexOf(state);
}

/** The first pair in the least favorable state. An unknown state ranks lowest, at -1. */
export function worstOf(pairs: readonly PairOutcome[]): PairOutcome | undefined {
  return pairs.reduce<PairOutcome | undefined>(
    (worst, pair) => (worst && rank(worst) <= rank(pair) ? worst : pair),
    undefined,
  );
}

/** What a result contains of an outcome. */
interface Extent {
  readonly pairs: readonly PairOutcome[];
  readonly unmanaged: Plan['unmanaged'];
  readonly hasEvidence: boolean;
  /** The maximum length of a text, in characters. */
  readonly longest: number;
}

/**
 * The `result` output in at most `room` characters. To fit, it leaves out in this order: the evidence,
 * the ends of long texts, finished pairs, all pairs, unmanaged associations. Every key stays; `run`
 * needs links.
 */
export function formatResult(outcome: Outcome, room: number, links?: Links): string {
  const { pairs, inputs, plan } = outcome;
  const isFinished = (pair: PairOutcome) => {
    const status = statusOf(pair, inputs?.mode);
    return status === 'kept' || isDone(status);
  };
  const unmanaged = plan?.unmanaged ?? [];
  const reductions: readonly Partial<Extent>[] = [
    { hasEvidence: false },
    { longest: 300 },
    { pairs: pairs.filter((pair) => !isFinished(pair)) },
    { pairs: [] },
    { unmanaged: [] },
  ];
  let extent: Extent = { pairs, unmanaged, hasEvidence: true, longest: Number.POSITIVE_INFINITY };
  let text = resultOf(outcome, extent, links);
  for (const reduction of reductions) {
    if (text.length <= room) break;
    extent = { ...extent, ...reduction };
    text = resultOf(outcome, extent, links);
  }
  return text;
}

function resultOf(
  { action, reason, conclusion, failure, inputs, plan, pairs }: Outcome,
  { pairs: included, unmanaged, hasEvidence, longest }: Extent,
  links: Links | undefined,
): string {
  const mode = inputs?.mode;
  const cut = (text: string) => truncate(text, longest);
  return JSON.stringify({
    schema_version: 1,
    reason,
    ending: conclusion,
    dry_run: mode === undefined ? null : mode === 'plan',
    ...(links ? { run: runFields(links) } : {}),
    state: worstOf(pairs)?.state ?? 'unknown',
    changed: pairs.some(({ changed }) => changed),
    has_changes: plan !== undefined && hasChanges(plan),
    plan_digest: plan?.digest ?? '',
    counts: countPlan(plan, action),
    pairs: included.map((pair) => ({
      ...targetFields(pair.target),
      ...(pair.route ? routeFields(pair) : associationFields(pair.association)),
      end: statusOf(pair, mode),
      step: pair.step ?? null,
      why: cut(pair.why),
      state_before: pair.before,
      state: pair.state,
      status_message: cut(pair.statusMessage),
      cidr_state: pair.cidrState,
      changed: pair.changed,
      request_id: pair.requestId,
      error: pair.failure
        ? { reason: pair.failure.reason, message: cut(pair.failure.message) }
        : null,
      ...rpkiFields(pair.rpki),
      ...(hasEvidence ? { evidence: pair.evidence } : {}),
    })),
    pairs_left_out: pairs.length - included.length,
    unmanaged: unmanaged.map(unmanagedFields),
    unmanaged_left_out: (plan?.unmanaged ?? []).length - unmanaged.length,
    ...cidrFields(plan, longest === Number.POSITIVE_INFINITY ? maxUnmanagedCidrs : 0),
    error: failure ? errorFields(failure, cut) : null,
  });
}

function runFields({ run, commit, pullRequest, actor }: Links) {
  return {
    url: run ?? null,
    commit: commit ?? null,
    pull_request: pullRequest ?? null,
    actor: actor ?? null,
  };
}

const longestList = 100;

function errorFields(
  { message, likely, next, lines, problems }: Failure,
  cut: (text: string) => string,
) {
  return {
    message: cut(message),
    likely: likely === undefined ? null : cut(likely),
    next: cut(next),
    lines: lines.slice(0, longestList).map(cut),
    problems: problems.slice(0, longestList).map(({ location, path, text }) => ({
      ...location,
      file: cut(location.file),
      path: cut(path),
      text: cut(text),
    })),
  };
}

function unmanagedFields({ state, target, asn, cidr }: Unmanaged) {
  return { ...targetFields(target), asn, cidr, state };
}

function rpkiFields(rpki: RpkiVerdict | undefined) {
  return rpki ? { rpki: { state: rpki.state, way_back: rpki.wayBack } } : {};
}

function targetFields({ name, accountId, region }: Target) {
  return { target: name, account_id: accountId ?? '', region };
}

function associationFields({ asn, cidr, remove }: DesiredAssociation) {
  return { asn, cidr, ...(remove ? { remove } : {}) };
}

function routeFields(pair: RouteOutcome) {
  const { route, originBefore, verification } = pair;
  const { origin, source } = currentOrigin(pair);
  return {
    cidr: route.cidr,
    origin_wanted: route.origin,
    origin_before: originBefore.origin,
    origin,
    origin_source: source,
    verified: verification?.verified ?? null,
    verification: verification?.text ?? '',
  };
}
