import type { CallResult } from '../aws/errors/call-error.ts';
import { isAssociated } from '../domain/association-state.ts';
import { type History, isConfirmed } from './wait-rules.ts';

/**
 * What to do about an associate call that failed: `read back` whether EC2 carried it out; `check once`
 * whether it was not needed; `retry` it, as far as the backoff allows.
 */
export type Decision = 'read back' | 'check once' | 'retry';

/** `uncertain`: EC2 may have carried out this call or an earlier one. */
export function decide({ kind }: Pick<CallResult, 'kind'>, uncertain: boolean): Decision {
  switch (kind) {
    case 'throttled':
    case 'unsent':
      return 'retry';
    case 'ambiguous':
    case 'intercepted':
    case 'permitted':
      return 'read back';
    case 'rejected':
      // After a lost answer, EC2 may reject only the repetition.
      return uncertain ? 'read back' : 'check once';
    case 'denied':
    case 'credentials':
    case 'invalid':
      return uncertain ? 'read back' : 'retry';
  }
}

/** What reads say of a call: carried out, not carried out, the association is elsewhere, or unclear. */
export type ReadBack = 'carried out' | 'unchanged' | 'elsewhere' | 'unknown';

/** What the last read says of a call; `unconfirmed` needs a second read. */
export function classifyReadBack(state: string, history: History): ReadBack | 'unconfirmed' {
  if (state === 'unknown') return 'unknown';
  if (state === history.before || state === 'absent') return 'unchanged';
  if (isAssociated(state)) return isConfirmed(history) ? 'carried out' : 'unconfirmed';
  return state === 'pending-association' || state === 'failed-association'
    ? 'carried out'
    : 'elsewhere';
}
