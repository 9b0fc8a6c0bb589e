import { isGone } from '../domain/association-state.ts';
import { digestOfChanges } from '../domain/plan-digest.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import { isChange } from '../domain/step.ts';
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
import { entryOf } from '../plan/entry.ts';
import {
  type Change,
  countPlan,
  hasChanges,
  listChanges,
  type Plan,
  type PlannedChange,
  type RouteChange,
  type Unmanaged,
  type UnmanagedCidr,
} from '../plan/plan.ts';
import { maxUnmanagedCidrs } from '../plan/unmanaged.ts';

/** Every output of action.yml by its name; every run of associations sets all of them. */
export type Outputs = ReturnType<typeof formatOutputs>;

// GitHub's limit is 1 MiB of outputs for a job, counted in UTF-16: 524,288 characters. The rest is for
// the other steps of the job.
const longestOutputs = 500_000;
const longestPlan = 90_000;

/** GitHub's limit of jobs for one matrix. */
export const largestMatrix = 256;

/** The outputs of a run of associations. */
export function formatOutputs(outcome: Outcome, links: Links) {
  const { pairs, plan } = outcome;
  const own = {
    asn: common(pairs, ({ association }) => association?.asn ?? ''),
    matrix: JSON.stringify({ include: jobsOf(plan).slice(0, largestMatrix) }),
  };
  return withResult({ ...commonOutputs(outcome), ...own }, outcome, links);
}

/** Those of a run of routes, every one that route/action.yml has. */
export function formatRouteOutputs(outcome: Outcome, links: Links) {
  const routes = outcome.pairs.filter((pair): pair is RouteOutcome => pair.route !== undefined);
  const own = {
    origin: common(routes, (route) => currentOrigin(route).origin),
    'origin-source': common(routes, (route) => currentOrigin(route).source),
    rpki: common(routes, ({ rpki }) => rpki?.state ?? ''),
    verified: common(routes, ({ verification }) => verification?.verified ?? ''),
  };
  return withResult({ ...commonOutputs(outcome), ...own }, outcome, links);
}

function commonOutputs({ action, pairs, plan, reason }: Outcome) {
  const worst = worstOf(pairs);
  const planText = plan ? formatPlan(plan) : '';
  return {
    state: worst?.state ?? 'unknown',
    'status-message': worst?.statusMessage ?? '',
    changed: String(pairs.some(({ changed }) => changed)),
    'has-changes': String(plan !== undefined && hasChanges(plan)),
    reason,
    cidr: common(pairs, (pair) => entryOf(pair).cidr),
    'account-id': common(pairs, ({ target }) => target.accountId ?? ''),
    region: common(pairs, ({ target }) => target.region),
    'request-id': common(pairs, ({ requestId }) => requestId),
    'plan-digest': plan?.digest ?? '',
    counts: JSON.stringify(countPlan(plan, action)),
    plan: planText.length <= longestPlan ? planText : '',
  };
}

/** The result has the room that the other outputs leave. */
function withResult<O extends Readonly<Record<string, string>>>(
  outputs: O,
  outcome: Outcome,
  links: Links,
) {
  const taken = Object.values(outputs).join('').length;
  return { ...outputs, result: formatResult(outcome, longestOutputs - taken, links) };
}

/** The plan as one line of JSON: sorted, without anything that changes from run to run. */
export function formatPlan(plan: Plan<PlannedChange>): string {
  return JSON.stringify({
    version: 1,
    digest: plan.digest ?? '',
    changes: listChanges(plan).map((change) => ({
      ...targetFields(change.target),
      ...(change.route ? plannedRouteFields(change) : associationFields(change.association)),
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

/** The first unmanaged CIDRs; nothing if nobody asked for them. */
function cidrFields(plan: Plan<PlannedChange> | undefined, most: number) {
  const cidrs = plan?.unmanagedCidrs;
  return cidrs === undefined
    ? {}
    : { unmanaged_cidrs: cidrs.slice(0, most).map(unmanagedCidrFields) };
}

function unmanagedCidrFields({ target, cidr, state, asns }: UnmanagedCidr) {
  return { ...targetFields(target), cidr, state, asns };
}

/** Of associations that are desired. */
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

/** Of those to remove, each beside what is as far from its end; those at their end come last of all. */
const removalsWorstFirst = [
  'failed-disassociation',
  'failed-association',
  'pending-association',
  'advertised',
  'associated',
  'pending-disassociation',
];

/** Of CIDRs, whatever their routes. */
const cidrsWorstFirst = [
  'not listed',
  'failed-provision',
  'failed-deprovision',
  'deprovisioned',
  'pending-deprovision',
  'pending-provision',
  'provisioned-not-publicly-advertisable',
];

/** Of those to advertise and to withdraw: an equal place is as far from the end. */
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

/** The first pair in the least favorable state; an unknown state, which is at -1, is that. */
function worstOf(pairs: readonly PairOutcome[]): PairOutcome | undefined {
  return pairs.reduce<PairOutcome | undefined>(
    (worst, pair) => (worst && rank(worst) <= rank(pair) ? worst : pair),
    undefined,
  );
}

/** The value that all pairs have in common; empty if they differ. */
function common<P extends PairOutcome>(pairs: readonly P[], read: (pair: P) => string): string {
  const [value = '', ...others] = new Set(pairs.map(read));
  return others.length === 0 ? value : '';
}

/** How many targets with changes are left out of the `matrix` output. */
export function targetsLeftOut({ plan }: Outcome): number {
  return Math.max(0, jobsOf(plan).length - largestMatrix);
}

/** The targets with associations to change, as jobs of a `strategy.matrix`, each with its own plan digest. */
function jobsOf(plan: Plan<PlannedChange> | undefined) {
  const jobs = (plan?.targets ?? []).map(({ target, changes: planned }) => {
    const changes = planned.filter((change): change is Change => change.association !== undefined);
    return {
      target: target.name,
      account: target.accountId ?? '',
      region: target.region,
      changes: changes.filter(({ step }) => isChange(step)).length,
      'plan-digest': digestOfChanges(changes) ?? '',
    };
  });
  return jobs.filter(({ changes }) => changes > 0);
}

/** How much of an outcome a result contains. */
interface Extent {
  readonly pairs: readonly PairOutcome[];
  readonly unmanaged: Plan['unmanaged'];
  readonly hasEvidence: boolean;
  /** Most characters of a text. */
  readonly longest: number;
}

/**
 * The `result` output in at most `room` characters. What does not fit is left out in this order: the
 * evidence, the ends of long texts, finished pairs, all pairs, unmanaged associations. Every key stays; `run` needs links.
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
  { action, reason, conclusion: ending, failure, inputs, plan, pairs }: Outcome,
  { pairs: included, unmanaged, hasEvidence, longest }: Extent,
  links: Links | undefined,
): string {
  const mode = inputs?.mode;
  const cut = (text: string) => truncate(text, longest);
  return JSON.stringify({
    schema_version: 1,
    reason,
    ending,
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

/** The verdict of RPKI, where it was asked for. */
function rpkiFields(rpki: RpkiVerdict | undefined) {
  return rpki ? { rpki: { state: rpki.state, way_back: rpki.wayBack } } : {};
}

function targetFields({ name, accountId, region }: Target) {
  return { target: name, account_id: accountId ?? '', region };
}

function associationFields({ asn, cidr, remove }: DesiredAssociation) {
  return { asn, cidr, ...(remove ? { remove } : {}) };
}

/** What an approved plan of routes is read from, with the steps. */
function plannedRouteFields({ route: { cidr, origin }, originBefore }: RouteChange) {
  return { cidr, from: originBefore.origin, to: origin };
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
