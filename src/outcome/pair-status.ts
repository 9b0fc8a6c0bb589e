import { isAsWanted, pendingStateOf } from '../domain/association-state.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { AssociationOutcome, PairOutcome, RouteOutcome } from './run-state.ts';

/**
 * How a run left a pair. `planned` and `kept` are unchanged; `pending` was accepted, or is waited for;
 * `unknown` was not read, or not since a call that was in progress when the run was cancelled.
 */
export type PairStatus =
  | 'unknown'
  | 'refused'
  | 'kept'
  | 'planned'
  | 'pending'
  | 'associated'
  | 'disassociated'
  | 'advertised'
  | 'withdrawn'
  | 'failed'
  | 'skipped';

/** The status of a pair; `mode` is undefined if the inputs are invalid. */
export function statusOf(pair: PairOutcome, mode: Inputs['mode'] | undefined): PairStatus {
  if (pair.failure) return 'failed';
  if (pair.step === undefined) return 'unknown';
  if (pair.step === 'refuse') return 'refused';
  if (pair.step === 'keep') return 'kept';
  return pair.route ? statusOfRoute(pair, mode) : statusOfAssociation(pair, mode);
}

function statusOfAssociation(
  { association, step, state, changed }: AssociationOutcome,
  mode: Inputs['mode'] | undefined,
): PairStatus {
  const isDone = isAsWanted(association, state);
  const end = association.remove ? 'disassociated' : 'associated';
  if (step === 'wait') return isDone ? end : 'pending';
  if (mode === 'plan') return 'planned';
  if (isDone) return end;
  if (state === 'unknown') return state;
  return changed || state === pendingStateOf(association) ? 'pending' : 'skipped';
}

/** A route is done once its wait has ended, which sets `done`. */
function statusOfRoute(
  { step, state, changed, done, route }: RouteOutcome,
  mode: Inputs['mode'] | undefined,
): PairStatus {
  if (done) return route.origin === 'none' ? 'withdrawn' : 'advertised';
  if (step === 'wait') return 'pending';
  if (mode === 'plan') return 'planned';
  if (state === 'unknown') return state;
  return changed ? 'pending' : 'skipped';
}
