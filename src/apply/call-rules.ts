import type { CallResult } from '../aws/errors/call-error.ts';

/**
 * What to do about a call that failed: `read back` whether EC2 carried it out; `check once` whether it
 * was not needed; `retry` what EC2 did not carry out, as far as the backoff allows; `repeat` what it may
 * have carried out; or report the result as `unknown`.
 */
export type Decision = 'read back' | 'check once' | 'retry' | 'repeat' | 'unknown';

/** Decides for any call that may be repeated. `isUncertain`: EC2 may have carried out an earlier one. */
export function decide({ kind }: Pick<CallResult, 'kind'>, isUncertain: boolean): Decision {
  switch (kind) {
    case 'throttled':
    case 'unsent':
      return 'retry';
    case 'ambiguous':
    case 'intercepted':
    case 'permitted':
      return 'read back';
    case 'rejected':
      // After a lost response, EC2 may reject only the repetition.
      return isUncertain ? 'read back' : 'check once';
    case 'denied':
    case 'credentials':
    case 'invalid':
      return isUncertain ? 'read back' : 'retry';
  }
}
