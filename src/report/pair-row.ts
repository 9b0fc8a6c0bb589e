import { originText } from '../domain/origin.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { entryOf } from '../plan/entry.ts';
import type { Unmanaged } from '../plan/plan.ts';
import { isAsnNotFound } from './evidence.ts';
import { pairsByStatus, statusViews } from './status.ts';

/** A pair as a row of the plan's table in plain text, on pages as in the terminal. */
export interface PairRow {
  readonly pair: PairOutcome;
  readonly status: PairStatus;
  readonly asn: Cell;
  readonly cidrState: Cell;
  /** Empty where RPKI was not asked. */
  readonly rpki: Cell;
  readonly change: Cell;
  /** Whether a reviewer should look at it, though nothing refuses it. */
  readonly needsLook: boolean;
}

/** A cell of a row; its remarks say what the text does not. */
export interface Cell {
  readonly text: string;
  readonly isBold: boolean;
  readonly remarks: readonly string[];
}

const maxAsns = 10;

/** A row for each pair: what needs attention first, otherwise in the order of the plan. */
export function makeRows(outcome: Outcome): readonly PairRow[] {
  const unmanaged = Map.groupBy(outcome.plan?.unmanaged ?? [], ({ cidr }) => cidr);
  const rows = pairsByStatus(outcome).flatMap(([status, pairs]) =>
    pairs.map((pair) => makeRow(pair, status, unmanaged.get(entryOf(pair).cidr) ?? [], outcome)),
  );
  return rows.toSorted((a, b) => urgency(a) - urgency(b));
}

/** What needs a look comes first among the pairs of a status, then what is advertised. */
function urgency({ status, needsLook, cidrState }: PairRow): number {
  return 4 * statuses.indexOf(status) + (needsLook ? 0 : 2) + (cidrState.isBold ? 0 : 1);
}

const statuses = Object.keys(statusViews);

function makeRow(
  pair: PairOutcome,
  status: PairStatus,
  unmanaged: readonly Unmanaged[],
  outcome: Outcome,
): PairRow {
  const asn = asnCell(pair, unmanaged);
  const rpki = rpkiCell(pair);
  const isBlocked = statusViews[status].color === 'red';
  return {
    pair,
    status,
    asn,
    cidrState: cidrStateCell(pair),
    rpki,
    change: changeCell(pair, status, outcome),
    needsLook: !isBlocked && (asn.remarks.length > 0 || rpki.isBold || rpki.remarks.length > 0),
  };
}

function asnCell(pair: PairOutcome, unmanaged: readonly Unmanaged[]): Cell {
  const others = unmanaged
    .slice(0, maxAsns)
    .map(({ asn, state }) => `also AS${asn}${state === 'associated' ? '' : `, ${state}`}`);
  const more = unmanaged.length - maxAsns;
  return {
    text: pair.association ? `AS${pair.association.asn}` : originText(pair.route.origin),
    isBold: false,
    remarks: [
      ...(isAsnNotFound(pair) ? ['not found in IPAM'] : []),
      ...others,
      ...(more > 0 ? [`and ${more} more ASNs`] : []),
    ],
  };
}

/** An advertised CIDR is in the Internet's routing tables: a mistake would be seen there. */
function cidrStateCell({ cidrState }: PairOutcome): Cell {
  const isLive = cidrState === 'advertised';
  return { text: isLive ? `${cidrState} (live)` : cidrState, isBold: isLive, remarks: [] };
}

function rpkiCell({ rpki }: PairOutcome): Cell {
  if (!rpki) return { text: '', isBold: false, remarks: [] };
  if (rpki.state === 'unread') return { text: 'not read', isBold: false, remarks: [] };
  const missing = rpki.wayBack.filter(({ state }) => state !== 'valid');
  const byState = [...Map.groupBy(missing, ({ state }) => state)];
  return {
    text: rpki.state,
    isBold: rpki.state !== 'valid',
    remarks: byState.map(([state, origins]) => {
      const all = origins.length === rpki.wayBack.length;
      const names = all ? 'ASNs' : origins.map(({ asn }) => `AS${asn}`).join(', ');
      return `Amazon's ${names}: ${state}`;
    }),
  };
}

function changeCell(pair: PairOutcome, status: PairStatus, outcome: Outcome): Cell {
  const isBold =
    ['failed', 'refused', 'skipped', 'unknown', 'associated', 'disassociated'].includes(status) ||
    (status === 'planned' && pair.association?.remove === true);
  return { text: changeText(pair, status, outcome), isBold, remarks: extraReasons(pair, status) };
}

function changeText(
  { association, state, step, before, changed }: PairOutcome,
  status: PairStatus,
  { failure, inputs }: Outcome,
): string {
  const isPlan = inputs?.mode === 'plan';
  switch (status) {
    case 'planned':
      if (association?.remove) return failure ? 'would be removed' : 'remove';
      return failure ? 'would be created' : 'create';
    case 'failed':
      if (step === undefined) return 'not read';
      return state.startsWith('failed') ? state : `failed, now ${state}`;
    case 'skipped':
      return `skipped, now ${state}`;
    case 'unknown':
      return step === undefined ? 'not read' : status;
    case 'refused':
      return status;
    case 'kept':
    case 'pending':
      return isPlan ? `none (${state})` : state;
    case 'advertised':
    case 'withdrawn':
      return status;
    case 'associated':
      return changed ? state : `${state}, was ${before}`;
    case 'disassociated':
      return changed ? `removed (${state})` : `removed (${state}), was ${before}`;
  }
}

/** What the change does not say: why a pair is refused, removed or associated again, and AWS's message. */
function extraReasons(
  { before, statusMessage, why }: PairOutcome,
  status: PairStatus,
): readonly string[] {
  const again = status === 'planned' && before !== 'absent';
  const reason = status === 'refused' || again ? [why] : [];
  const known = statusMessage === '' || (reason.length > 0 && why.includes(statusMessage));
  return [...reason, ...(known ? [] : [`AWS says: ${statusMessage}`])];
}

/** How many rows need a look. */
export function countNeedsLook(rows: readonly PairRow[]): number {
  return rows.filter(({ needsLook }) => needsLook).length;
}

/** Whether a row has nothing to decide on: it is unchanged, and needs no look. */
export function isUnchanged({ status, needsLook }: PairRow): boolean {
  return status === 'kept' && !needsLook;
}
