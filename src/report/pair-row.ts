import { originName } from '../domain/origin.ts';
import { listFirst } from '../lib/text.ts';
import {
  isDone,
  type PairStatus,
  statuses,
  statusOf,
  statusViews,
  stepViews,
} from '../outcome/pair-status.ts';
import type {
  AssociationOutcome,
  Outcome,
  PairOutcome,
  RouteOutcome,
} from '../outcome/run-state.ts';
import { entryOf } from '../plan/entry.ts';
import type { Unmanaged } from '../plan/plan.ts';
import { isAsnNotFound } from './evidence.ts';

/** A cell of a table in plain text, with remarks below it. */
export interface Cell {
  readonly text: string;
  readonly isBold: boolean;
  readonly remarks: readonly string[];
}

/** A pair as a row of the plan's table in plain text, for pages and the terminal. */
export interface PairRow {
  readonly pair: PairOutcome;
  readonly status: PairStatus;
  /** The desired ASN, or the origin. */
  readonly desired: Cell;
  readonly cidrState: Cell;
  /** Undefined in a run that reads no RPKI data. */
  readonly rpki: Cell | undefined;
  readonly change: Cell;
  /** Nothing refuses the pair, but a reviewer should look at it. */
  readonly needsLook: boolean;
}

const maxAsns = 10;
const empty: Cell = { text: '', isBold: false, remarks: [] };

/**
 * A row for each pair, the most urgent status first; within a status the rows that need a look come
 * first, then the advertised CIDRs, otherwise the order is that of the plan.
 */
export function makeRows(outcome: Outcome): readonly PairRow[] {
  const unmanaged = Map.groupBy(outcome.plan?.unmanaged ?? [], ({ cidr }) => cidr);
  const hasRpki = outcome.pairs.some(({ rpki }) => rpki !== undefined);
  const rows = outcome.pairs.map((pair) =>
    makeRow(pair, outcome, unmanaged.get(entryOf(pair).cidr) ?? [], hasRpki),
  );
  return rows.toSorted((a, b) => urgency(a) - urgency(b));
}

function urgency({ status, needsLook, cidrState }: PairRow): number {
  return 4 * statuses.indexOf(status) + (needsLook ? 0 : 2) + (cidrState.isBold ? 0 : 1);
}

function makeRow(
  pair: PairOutcome,
  outcome: Outcome,
  unmanaged: readonly Unmanaged[],
  hasRpki: boolean,
): PairRow {
  const status = statusOf(pair, outcome.inputs?.mode);
  const desired = pair.route ? originCell(pair) : asnCell(pair, unmanaged);
  const rpki = rpkiCell(pair);
  const hasDoubt = desired.remarks.length > 0 || rpki.isBold || rpki.remarks.length > 0;
  return {
    pair,
    status,
    desired,
    cidrState: cidrStateCell(pair),
    rpki: hasRpki ? rpki : undefined,
    change: changeCell(pair, status, outcome),
    needsLook:
      statusViews[status].color !== 'red' &&
      (hasDoubt || (status === 'planned' && movesTraffic(pair))),
  };
}

/** `AWS to AS64500`. */
export function changeName(before: string, after: string): string {
  return `${originName(before)} to ${originName(after)}`;
}

/** The origin before and after; one of them if they are the same. */
function originCell({ step, route, originBefore: { origin: before } }: RouteOutcome): Cell {
  const isSame = step === undefined || before === route.origin;
  return {
    text: isSame ? originName(route.origin) : changeName(before, route.origin),
    isBold: !isSame && before === 'unknown',
    remarks: [],
  };
}

function asnCell(pair: AssociationOutcome, unmanaged: readonly Unmanaged[]): Cell {
  const others = unmanaged.map(
    ({ asn, state }) => `also AS${asn}${state === 'associated' ? '' : `, ${state}`}`,
  );
  return {
    text: `AS${pair.association.asn}`,
    isBold: false,
    remarks: [
      ...(isAsnNotFound(pair) ? ['not found in IPAM'] : []),
      ...listFirst(others, maxAsns, 'more ASNs'),
    ],
  };
}

/** An advertised CIDR carries traffic: a mistake would be seen on the Internet. */
function cidrStateCell({ route, state, cidrState }: PairOutcome): Cell {
  const now = route ? state : cidrState;
  const isLive = now === 'advertised';
  return { text: isLive ? `${now} (live)` : now, isBold: isLive, remarks: [] };
}

function rpkiCell(pair: PairOutcome): Cell {
  const { rpki } = pair;
  if (!rpki) return empty;
  if (rpki.state === 'unread') return { ...empty, text: 'not read' };
  return { text: rpki.state, isBold: rpki.state !== 'valid', remarks: wayBackRemarks(pair) };
}

/** The origins to which a change can go back, as far as RPKI does not confirm them. */
function wayBackRemarks({ route, rpki }: PairOutcome): readonly string[] {
  const wayBack = rpki?.wayBack ?? [];
  const missing = wayBack.filter(({ state }) => state !== 'valid');
  return [...Map.groupBy(missing, ({ state }) => state)].map(([state, origins]) => {
    const names = origins.map(({ asn }) => `AS${asn}`).join(', ');
    if (route) return `${state === 'invalid' ? 'no way back' : 'way back'} to ${names}: ${state}`;
    return `Amazon's ${origins.length === wayBack.length ? 'ASNs' : names}: ${state}`;
  });
}

/** Whether a step changes how live traffic flows. */
function movesTraffic({ step }: PairOutcome): boolean {
  return step === 'swap' || step === 'withdraw';
}

function changeCell(pair: PairOutcome, status: PairStatus, outcome: Outcome): Cell {
  const needsAttention = ['failed', 'refused', 'skipped', 'unknown'].includes(status);
  const isRiskyPlan =
    status === 'planned' &&
    (pair.association?.remove === true || (!outcome.failure && movesTraffic(pair)));
  return {
    text: changeText(pair, status, outcome),
    isBold: needsAttention || isDone(status) || isRiskyPlan,
    remarks: changeRemarks(pair, status),
  };
}

function changeText(pair: PairOutcome, status: PairStatus, { failure, inputs }: Outcome): string {
  const { state, step, before, changed } = pair;
  switch (status) {
    case 'planned': {
      const { verb = '', participle = '' } = stepViews[step ?? 'keep'];
      return failure ? `would be ${participle}` : verb;
    }
    case 'failed':
      if (step === undefined) return 'not read';
      return state.startsWith('failed') ? state : `failed, now ${state}`;
    case 'skipped':
      return `skipped, now ${state}`;
    case 'unknown':
      return step === undefined ? 'not read' : status;
    case 'kept':
    case 'pending':
      return inputs?.mode === 'plan' ? `none (${state})` : state;
    case 'refused':
    case 'advertised':
    case 'withdrawn':
      return status;
    case 'associated':
      return changed ? state : `${state}, was ${before}`;
    case 'disassociated':
      return changed ? `removed (${state})` : `removed (${state}), was ${before}`;
  }
}

/** Why a pair is refused or associated again, what was verified, and AWS's status message. */
function changeRemarks(pair: PairOutcome, status: PairStatus): readonly string[] {
  const { association, before, statusMessage, why } = pair;
  const isAgain = association !== undefined && status === 'planned' && before !== 'absent';
  const reason = status === 'refused' || isAgain ? [why] : [];
  const isKnown = statusMessage === '' || (reason.length > 0 && why.includes(statusMessage));
  return [...reason, ...resultRemarks(pair), ...(isKnown ? [] : [`AWS says: ${statusMessage}`])];
}

/** The result of a route's change: another origin than desired, and what route collectors see. */
export function resultRemarks(pair: PairOutcome): readonly string[] {
  if (!pair.route) return [];
  const { route, originNow, verification } = pair;
  const isOther = originNow !== undefined && originNow.origin !== route.origin;
  const verified = isMissed(pair) ? 'not verified' : 'verified';
  return [
    ...(isOther ? [`origin now ${originName(originNow.origin)}`] : []),
    ...(verification ? [`${verified}: ${verification.text}`] : []),
  ];
}

/** Whether route collectors were asked, and did not show the desired origin. */
export function isMissed({ verification }: Pick<RouteOutcome, 'verification'>): boolean {
  return verification?.verified === 'none';
}

const maxEffects = 10;

/** The effects of planned route changes outside AWS, one line each, in the order of the rows. */
export function effectLines({ inputs }: Outcome, rows: readonly PairRow[]): readonly string[] {
  if (inputs?.mode !== 'plan') return [];
  const effects = rows.flatMap(({ pair }) => (pair.route && pair.effect ? [pair.effect] : []));
  return listFirst(effects, maxEffects);
}
