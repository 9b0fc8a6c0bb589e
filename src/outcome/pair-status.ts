import { isAsWanted, pendingStateOf } from '../domain/association-state.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { PairOutcome } from './run-state.ts';

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
  | 'failed'
  | 'skipped';

/** The status of a pair; `mode` is undefined if the inputs are invalid. */
export function statusOf(
  { association, failure, step, state, changed }: PairOutcome,
  mode: Inputs['mode'] | undefined,
): PairStatus {
  if (failure) return 'failed';
  const end = association.remove ? 'disassociated' : 'associated';
  switch (step) {
    case undefined:
      return 'unknown';
    case 'refuse':
      return 'refused';
    case 'keep':
      return 'kept';
    case 'wait':
      return isAsWanted(association, state) ? end : 'pending';
    case 'associate':
    case 'disassociate':
      if (mode === 'plan') return 'planned';
      if (isAsWanted(association, state)) return end;
      if (state === 'unknown') return state;
      return changed || state === pendingStateOf(association) ? 'pending' : 'skipped';
  }
}
