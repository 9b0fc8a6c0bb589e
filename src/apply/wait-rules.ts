import {
  hasEnded,
  hasStarted,
  isAssociated,
  isAsWanted,
  isGone,
  pendingStateOf,
  type Wanted,
} from '../domain/association-state.ts';
import {
  type Goal,
  type History,
  provingAbsences,
  type ReadBack,
  type Rejection,
  staleReads,
  unknownState,
  type WaitResult,
} from './history.ts';

/** To create or to remove an association. */
interface AssociationGoal extends Goal {
  readonly association: Wanted;
}

/** The goal for a pair that was in the state `before`. */
export function associationGoal(association: Wanted, before: string): AssociationGoal {
  return {
    association,
    before,
    pending: pendingStateOf(association),
    absent: 'absent',
    isEnd: (state) => isAsWanted(association, state),
    // An ended association may vanish by itself, and a stale listing may show it as it was before that.
    mayBeStale: (state, ends) =>
      state === before ||
      (hasEnded(before) && (state === 'absent' || (isAssociated(state) && ends < 2))),
  };
}

/**
 * Whether enough listings in a row agree on the end state. AWS may still list an earlier association
 * (associated, or already ended), and a listing may lack one. One that was gone before the run needs no
 * more proof.
 */
export function isConfirmed(
  { association, before }: AssociationGoal,
  state: string,
  ends: number,
): boolean {
  if (association.remove) {
    return isGone(before) || ends >= (state === 'absent' ? provingAbsences : 2);
  }
  return ends >= (hasEnded(before) ? 2 : 1);
}

/** What the last listing says about a call whose response was lost. */
export function classifyReadBack(goal: AssociationGoal, state: string, history: History): ReadBack {
  if (state === 'unknown') return 'unknown';
  const { remove } = goal.association;
  if (state === goal.before || (!remove && state === 'absent')) return 'unchanged';
  if (goal.isEnd(state)) {
    return isConfirmed(goal, state, history.ends) ? 'carried out' : 'unconfirmed';
  }
  const failed = remove ? 'failed-disassociation' : 'failed-association';
  return state === goal.pending || state === failed ? 'carried out' : 'conflicting';
}

/**
 * What the last listing means for the wait. The state before the call counts as stale for `staleReads`
 * listings, even after a newer state. A pair that is not listed yet, still disassociated as before, or
 * in an unknown state stays open. A pair that vanishes has failed, and so has one to remove that comes back.
 */
export function evaluate(goal: AssociationGoal, history: History, state: string): WaitResult {
  if (goal.isEnd(state)) return isConfirmed(goal, state, history.ends) ? 'done' : 'open';
  const mayBeStale = history.reads <= staleReads;
  if (state === goal.before && mayBeStale) return 'open';
  if (isBack(goal, state)) return mayBeStale ? 'open' : restored;
  const rejection = findRejection(goal.association, state);
  return rejection && isLasting(history, state) ? rejection : 'open';
}

/** Whether an association to remove, which was gone before the run, exists or is being created. */
function isBack({ association: { remove }, before }: AssociationGoal, state: string): boolean {
  return remove === true && isGone(before) && hasStarted({}, state);
}

const restored: Rejection = {
  reason: 'association-busy',
  why: 'Someone associated it during the run, or the listing for the plan lacked it',
};

function isLasting({ moved, absences }: History, state: string): boolean {
  if (state === 'absent') return moved && absences >= provingAbsences;
  return state !== 'disassociated' || moved;
}

const undone: Rejection = {
  reason: 'association-busy',
  why: 'Someone disassociated it during the run',
};

/** Why a pair in one of these states will not be associated. */
const rejections: Readonly<Record<string, Rejection>> = {
  'failed-association': { reason: 'association-failed', why: 'AWS could not associate it' },
  disassociated: undone,
  'pending-disassociation': undone,
  'failed-disassociation': undone,
  absent: { reason: 'association-failed', why: 'AWS no longer lists it' },
};

/** Why a pair in one of these states will not be disassociated. */
const removalRejections: typeof rejections = {
  'failed-disassociation': { reason: 'association-failed', why: 'AWS could not disassociate it' },
};

function findRejection({ remove }: Wanted, state: string): Rejection | undefined {
  const table = remove ? removalRejections : rejections;
  return Object.hasOwn(table, state) ? table[state] : undefined;
}

/** Why the last known state of a pair is a failure for a run that does not wait; undefined for success. */
export function evaluateWithoutWait(wanted: Wanted, state: string): Rejection | undefined {
  const rejection = findRejection(wanted, state);
  if (wanted.remove || hasStarted(wanted, state)) return rejection;
  return rejection ?? unknownState;
}
