import type { RpkiVerdict } from '../domain/rpki.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { AssociationOutcome, Outcome, PairOutcome } from '../outcome/run-state.ts';
import { entryOf } from '../plan/entry.ts';
import type { Unmanaged } from '../plan/plan.ts';
import type { Cell } from './cell.ts';
import { isAsnNotFound } from './evidence.ts';
import {
  movesTraffic,
  originCell,
  plannedChange,
  resultRemarks,
  wayBackRemarks,
} from './route-cells.ts';
import { pairsByStatus, statusViews } from './status.ts';

/** A pair as a row of the plan's table in plain text, on pages as in the terminal. */
export interface PairRow {
  readonly pair: PairOutcome;
  readonly status: PairStatus;
  /** What is desired of the CIDR: its ASN, or its origin. */
  readonly desired: Cell;
  readonly cidrState: Cell;
  /** Empty where RPKI was not asked. */
  readonly rpki: Cell;
  readonly change: Cell;
  /** Whether a reviewer should look at it, though nothing refuses it. */
  readonly needsLook: boolean;
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
  const desired = pair.route ? originCell(pair) : asnCell(pair, unmanaged);
  const rpki = rpkiCell(pair);
  return {
    pair,
    status,
    desired,
    cidrState: cidrStateCell(pair),
    rpki,
    change: changeCell(pair, status, outcome),
    needsLook:
      statusViews[status].color !== 'red' &&
      (desired.remarks.length > 0 ||
        rpki.isBold ||
        rpki.remarks.length > 0 ||
        (status === 'planned' && movesTraffic(pair.route && pair.step))),
  };
}

function asnCell(pair: AssociationOutcome, unmanaged: readonly Unmanaged[]): Cell {
  const others = unmanaged
    .slice(0, maxAsns)
    .map(({ asn, state }) => `also AS${asn}${state === 'associated' ? '' : `, ${state}`}`);
  const more = unmanaged.length - maxAsns;
  return {
    text: `AS${pair.association.asn}`,
    isBold: false,
    remarks: [
      ...(isAsnNotFound(pair) ? ['not found in IPAM'] : []),
      ...others,
      ...(more > 0 ? [`and ${more} more ASNs`] : []),
    ],
  };
}

/** An advertised CIDR is in the Internet's routing tables: a mistake would be seen there. */
function cidrStateCell({ route, state, cidrState }: PairOutcome): Cell {
  const now = route ? state : cidrState;
  const isLive = now === 'advertised';
  return { text: isLive ? `${now} (live)` : now, isBold: isLive, remarks: [] };
}

function rpkiCell(pair: PairOutcome): Cell {
  const { rpki } = pair;
  if (!rpki) return { text: '', isBold: false, remarks: [] };
  if (rpki.state === 'unread') return { text: 'not read', isBold: false, remarks: [] };
  return {
    text: rpki.state,
    isBold: rpki.state !== 'valid',
    remarks: pair.route ? wayBackRemarks(pair) : amazonRemarks(rpki),
  };
}

function amazonRemarks({ wayBack }: RpkiVerdict): readonly string[] {
  const missing = wayBack.filter(({ state }) => state !== 'valid');
  return [...Map.groupBy(missing, ({ state }) => state)].map(([state, origins]) => {
    const all = origins.length === wayBack.length;
    const names = all ? 'ASNs' : origins.map(({ asn }) => `AS${asn}`).join(', ');
    return `Amazon's ${names}: ${state}`;
  });
}

function changeCell(pair: PairOutcome, status: PairStatus, outcome: Outcome): Cell {
  const isBold =
    inBold.includes(status) ||
    (status === 'planned' &&
      (pair.association?.remove === true ||
        (!outcome.failure && movesTraffic(pair.route && pair.step))));
  return { text: changeText(pair, status, outcome), isBold, remarks: extraReasons(pair, status) };
}

const inBold: readonly PairStatus[] = [
  'failed',
  'refused',
  'skipped',
  'unknown',
  'associated',
  'disassociated',
  'advertised',
  'withdrawn',
];

function changeText(pair: PairOutcome, status: PairStatus, { failure, inputs }: Outcome): string {
  const { association, state, step, before, changed } = pair;
  const isPlan = inputs?.mode === 'plan';
  switch (status) {
    case 'planned':
      if (pair.route && pair.step) return plannedChange(pair.step, failure ? 'refused' : 'open');
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
function extraReasons(pair: PairOutcome, status: PairStatus): readonly string[] {
  const { association, before, statusMessage, why } = pair;
  const again = association !== undefined && status === 'planned' && before !== 'absent';
  const reason = status === 'refused' || again ? [why] : [];
  const known = statusMessage === '' || (reason.length > 0 && why.includes(statusMessage));
  return [
    ...reason,
    ...(pair.route ? resultRemarks(pair) : []),
    ...(known ? [] : [`AWS says: ${statusMessage}`]),
  ];
}

/** How many rows need a look. */
export function countNeedsLook(rows: readonly PairRow[]): number {
  return rows.filter(({ needsLook }) => needsLook).length;
}

/** Whether a row has nothing to decide on: it is unchanged, and needs no look. */
export function isUnchanged({ status, needsLook }: PairRow): boolean {
  return status === 'kept' && !needsLook;
}
