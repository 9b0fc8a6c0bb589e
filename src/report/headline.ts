import { countNoun, truncate } from '../lib/text.ts';
import { countChanges, countStatuses, isDone } from '../outcome/pair-status.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { countUnmanaged } from '../plan/unmanaged.ts';
import type { FailureReason, Reason } from '../reasons.ts';
import { isAsnNotFound } from './evidence.ts';
import { changeName, isMissed, type PairRow } from './pair-row.ts';
import { words } from './words.ts';

/** Every success, and the failures that are not simply `failed`. */
const runStatuses = {
  associated: 'applied',
  advertised: 'applied',
  withdrawn: 'applied',
  disassociated: 'applied',
  'already-associated': 'no changes',
  'already-pending': 'no changes',
  accepted: 'accepted',
  'dry-run-permitted': 'planned',
  'dry-run-unchecked': 'planned',
  planned: 'planned',
  'no-changes': 'no changes',
  applied: 'applied',
  'fork-no-credentials': 'checked offline',
  'invalid-input': 'refused',
  'account-not-allowed': 'refused',
  refused: 'refused',
  'plan-changed': 'refused',
  'too-many-changes': 'refused',
  unmanaged: 'refused',
  cancelled: 'cancelled',
} as const satisfies Record<Exclude<Reason, FailureReason>, string> & { [_ in Reason]?: string };

type RunStatus = (typeof runStatuses)[keyof typeof runStatuses] | 'failed';

/** A reason that refuses a single pair shows only in the step of the pair. */
function statusOfRun({ reason, pairs }: Outcome): RunStatus {
  const known: { readonly [_ in Reason]?: RunStatus } = runStatuses;
  const isRefused = pairs.some(({ step }) => step === 'refuse');
  const status = known[reason] ?? (isRefused ? 'refused' : 'failed');
  const hasChanged = pairs.some(({ changed }) => changed);
  return status === 'refused' && hasChanged ? 'failed' : status;
}

/** The rows that the headline counts: for an apply what it changed, or else what it waited for. */
function headlineRows(status: RunStatus, rows: readonly PairRow[]): readonly PairRow[] {
  switch (status) {
    case 'planned':
    case 'refused':
    case 'failed':
      return rows.filter((row) => row.status === status);
    case 'applied':
    case 'accepted': {
      const changed = rows.filter(({ pair }) => pair.changed);
      return changed.length > 0 ? changed : rows.filter((row) => isDone(row.status));
    }
    case 'checked offline':
      return rows.filter((row) => row.status === 'unknown');
    case 'cancelled':
    case 'no changes':
      return [];
  }
}

/** A run in numbers: `3 associations to create, 1 needs a look`. */
export function headlineOf(outcome: Outcome, rows: readonly PairRow[]): string {
  const looks = rows.filter(({ needsLook }) => needsLook).length;
  const look = looks === 0 ? '' : `, ${looks} ${looks === 1 ? 'needs' : 'need'} a look`;
  return `${resultText(outcome, rows)}${look}`;
}

function resultText(outcome: Outcome, rows: readonly PairRow[]): string {
  const status = statusOfRun(outcome);
  const counted = headlineRows(status, rows);
  const isRoutes = outcome.action === 'routes';
  const total = countNoun(rows.length, words[outcome.action].entry);
  switch (status) {
    case 'planned':
      return isRoutes ? routesToChange(counted) : countByKind(counted, 'to create', 'to remove');
    case 'applied':
      if (isRoutes) return changedRoutes(counted);
      return counted.some(({ pair }) => pair.changed)
        ? countByKind(counted, 'created', 'removed')
        : countByKind(counted, 'now associated', 'now removed');
    case 'accepted':
      return `${countNoun(counted.length, 'association')} accepted`;
    case 'checked offline':
      return `${total} checked offline`;
    case 'refused':
    case 'failed': {
      if (counted.length === 0 || rows.length === 1) return status;
      const count = `${counted.length} of ${total}`;
      return status === 'failed' ? `${count} failed` : `refused, ${count} blocked`;
    }
    case 'cancelled':
    case 'no changes':
      return status;
  }
}

/** `2 associations to create, 1 to remove`; a kind without rows is left out. */
function countByKind(rows: readonly PairRow[], created: string, removed: string): string {
  const toRemove = rows.filter(({ pair }) => pair.association?.remove).length;
  const toCreate = rows.length - toRemove;
  if (toRemove === 0) return `${countNoun(toCreate, 'association')} ${created}`;
  return toCreate === 0
    ? `${countNoun(toRemove, 'association')} ${removed}`
    : `${countNoun(toCreate, 'association')} ${created}, ${toRemove} ${removed}`;
}

/** An origin is observed text: it must not fill a page that has little room. */
const longestName = 50;

/** `1 route to change (AWS to AS64500)`, `2 routes to change: 1 to swap, 1 to withdraw`. */
function routesToChange(rows: readonly PairRow[]): string {
  const planned = rows.flatMap(({ pair }) => {
    const { step, route } = pair;
    return route && step
      ? { step, change: changeName(pair.originBefore.origin, route.origin) }
      : [];
  });
  const [first, ...others] = planned;
  const details =
    first && others.length === 0
      ? ` (${truncate(first.change, longestName)})`
      : `: ${countChanges(planned)}`;
  return `${countNoun(planned.length, 'route')} to change${details}`;
}

/** `1 route withdrawn, verified`, `2 routes changed, 1 verified, 1 not verified`. */
function changedRoutes(rows: readonly PairRow[]): string {
  const isWithdrawal = rows.every(({ status }) => status === 'withdrawn');
  const isChange = rows.some(({ pair }) => pair.changed);
  const verb = isWithdrawal ? 'withdrawn' : isChange ? 'changed' : 'advertised';
  return [
    `${countNoun(rows.length, 'route')} ${isChange ? verb : `now ${verb}`}`,
    ...verifiedTexts(rows),
  ].join(', ');
}

function verifiedTexts(rows: readonly PairRow[]): string[] {
  const asked = rows.flatMap(({ pair }) => (pair.route && pair.verification ? [pair] : []));
  const missed = asked.filter(isMissed).length;
  const counts = [
    [asked.length - missed, 'verified'],
    [missed, 'not verified'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, text]) => (rows.length === 1 ? text : `${count} ${text}`));
}

/** The numbers that the headline leaves out: `12 unchanged`, `2 unmanaged associations`. */
export function otherCounts(outcome: Outcome, rows: readonly PairRow[]): readonly string[] {
  const { pairs, plan, inputs } = outcome;
  const counted = new Set(headlineRows(statusOfRun(outcome), rows));
  const others = rows.filter((row) => rows.length > 1 && !counted.has(row)).map(({ pair }) => pair);
  const asns = pairs.filter(isAsnNotFound).map(({ association }) => association?.asn);
  const asnCount = new Set(asns).size;
  return [
    ...countStatuses(others, inputs?.mode),
    asnCount > 0 ? `${countNoun(asnCount, 'ASN')} not found in IPAM` : '',
    plan ? countUnmanaged(plan) : '',
  ].filter((text) => text !== '');
}
