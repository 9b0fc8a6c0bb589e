import { isGone } from '../domain/association-state.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import { isChange } from '../domain/step.ts';
import type { Target } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Links } from '../inputs/links.ts';
import { truncate } from '../lib/text.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { digestOf } from '../plan/digest.ts';
import { entryOf } from '../plan/entry.ts';
import {
  countPlan,
  hasChanges,
  listChanges,
  type Plan,
  type PlannedChange,
  type Unmanaged,
  type UnmanagedCidr,
} from '../plan/plan.ts';
import { maxUnmanagedCidrs } from '../plan/unmanaged.ts';

/** Every output of action.yml by its name; every run sets all of them. */
export type Outputs = ReturnType<typeof formatOutputs>;

// GitHub's limit is 1 MiB of outputs for a job, counted in UTF-16: 524,288 characters. The rest is for
// the other steps of the job.
const longestOutputs = 500_000;
const longestPlan = 90_000;

/** GitHub's limit of jobs for one matrix. */
export const largestMatrix = 256;

/** The outputs of an outcome. */
export function formatOutputs(outcome: Outcome, links: Links) {
  const { pairs, plan, reason } = outcome;
  const worst = worstOf(pairs);
  const planText = plan ? formatPlan(plan) : '';
  const outputs = {
    state: worst?.state ?? 'unknown',
    'status-message': worst?.statusMessage ?? '',
    changed: String(pairs.some(({ changed }) => changed)),
    'has-changes': String(plan !== undefined && hasChanges(plan)),
    reason,
    asn: common(pairs, ({ association }) => association?.asn ?? ''),
    cidr: common(pairs, (pair) => entryOf(pair).cidr),
    'account-id': common(pairs, ({ target }) => target.accountId ?? ''),
    region: common(pairs, ({ target }) => target.region),
    'request-id': common(pairs, ({ requestId }) => requestId),
    'plan-digest': plan?.digest ?? '',
    counts: JSON.stringify(countPlan(plan, outcome.inputs?.action ?? 'associations')),
    matrix: JSON.stringify({ include: jobsOf(plan).slice(0, largestMatrix) }),
    plan: planText.length <= longestPlan ? planText : '',
  };
  const taken = Object.values(outputs).join('').length;
  return { ...outputs, result: formatResult(outcome, longestOutputs - taken, links) };
}

/** The plan as one line of JSON: sorted, without anything that changes from run to run. */
export function formatPlan(plan: Plan<PlannedChange>): string {
  return JSON.stringify({
    version: 1,
    digest: plan.digest ?? '',
    changes: listChanges(plan).map((change) => ({
      ...pairFields(change.target, entryOf(change)),
      state: change.before,
      cidr_state: change.cidrState,
      step: change.step,
      ...(change.refusal ? { refusal: change.refusal } : {}),
      why: change.why,
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
  const { name, accountId, region } = target;
  return { target: name, account_id: accountId ?? '', region, cidr, state, asns };
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

/** The first pair in the least favorable state; an unknown state, which is at -1, is that. */
function worstOf(pairs: readonly PairOutcome[]): PairOutcome | undefined {
  const rank = ({ association, state }: PairOutcome) => {
    if (!association?.remove) return worstFirst.indexOf(state);
    return isGone(state) ? worstFirst.length : removalsWorstFirst.indexOf(state);
  };
  return pairs.reduce<PairOutcome | undefined>(
    (worst, pair) => (worst && rank(worst) <= rank(pair) ? worst : pair),
    undefined,
  );
}

/** The value that all pairs have in common; empty if they differ. */
function common(pairs: readonly PairOutcome[], read: (pair: PairOutcome) => string): string {
  const [value = '', ...others] = new Set(pairs.map(read));
  return others.length === 0 ? value : '';
}

/** How many targets with changes are left out of the `matrix` output. */
export function targetsLeftOut({ plan }: Outcome): number {
  return Math.max(0, jobsOf(plan).length - largestMatrix);
}

/** The targets with changes, as jobs of a `strategy.matrix`, each with its own plan digest. */
function jobsOf(plan: Plan<PlannedChange> | undefined) {
  const jobs = (plan?.targets ?? []).map(({ target, changes }) => ({
    target: target.name,
    account: target.accountId ?? '',
    region: target.region,
    changes: changes.filter(({ step }) => isChange(step)).length,
    'plan-digest': digestOf(changes) ?? '',
  }));
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
  const isFinished = (pair: PairOutcome) =>
    ['kept', 'associated', 'disassociated'].includes(statusOf(pair, inputs?.mode));
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
  { reason, conclusion: ending, failure, inputs, plan, pairs }: Outcome,
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
    counts: countPlan(plan, inputs?.action ?? 'associations'),
    pairs: included.map((pair) => ({
      ...pairFields(pair.target, entryOf(pair)),
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
  return { ...pairFields(target, { asn, cidr }), state };
}

/** The verdict of RPKI, where it was asked for. */
function rpkiFields(rpki: RpkiVerdict | undefined) {
  return rpki ? { rpki: { state: rpki.state, way_back: rpki.wayBack } } : {};
}

function pairFields(target: Target, entry: Entry) {
  const { name, accountId, region } = target;
  const own = 'asn' in entry ? { asn: entry.asn } : { origin: entry.origin };
  const remove = 'remove' in entry && entry.remove ? { remove: true } : {};
  return { target: name, account_id: accountId ?? '', region, ...own, cidr: entry.cidr, ...remove };
}

type Entry = { readonly cidr: string } & (
  | { readonly asn: string; readonly remove?: true }
  | { readonly origin: string }
);
