import type { CallResult } from '../aws/errors/call-error.ts';

/**
 * What follows from the error of a call. EC2 has `not carried out` the call, and the backoff decides about
 * a retry. Or EC2 may have carried it out: `read back` its result, `repeat` a call that does no harm, or
 * report the result as `unknown`. `check rejection`: the call may have been unnecessary.
 */
export type Decision = 'read back' | 'check rejection' | 'not carried out' | 'repeat' | 'unknown';

/** Decides for any call that may be repeated. `isUncertain`: EC2 may have carried out an earlier one. */
export function decide({ kind }: Pick<CallResult, 'kind'>, isUncertain: boolean): Decision {
  switch (kind) {
    case 'throttled':
    case 'unsent':
      return 'not carried out';
    case 'ambiguous':
    case 'intercepted':
    case 'permitted':
      return 'read back';
    case 'rejected':
      // After a lost response, EC2 may reject only the repetition.
      return isUncertain ? 'read back' : 'check rejection';
    case 'denied':
    case 'credentials':
    case 'invalid':
      return isUncertain ? 'read back' : 'not carried out';
  }
}
