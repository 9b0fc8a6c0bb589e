import { isAssociated } from '../domain/association-state.ts';
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
  | 'failed'
  | 'skipped';

/** The status of a pair; `mode` is undefined if the inputs are invalid. */
export function statusOf(
  { failure, step, state, changed }: PairOutcome,
  mode: Inputs['mode'] | undefined,
): PairStatus {
  if (failure) return 'failed';
  switch (step) {
    case undefined:
      return 'unknown';
    case 'refuse':
      return 'refused';
    case 'keep':
      return 'kept';
    case 'wait':
      return isAssociated(state) ? 'associated' : 'pending';
    case 'associate':
      if (mode === 'plan') return 'planned';
      if (isAssociated(state)) return 'associated';
      if (state === 'unknown') return state;
      return changed || state === 'pending-association' ? 'pending' : 'skipped';
  }
}
