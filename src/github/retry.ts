import type { CallContext } from '../lib/call-context.ts';
import { errorDelay, retry } from '../lib/retry.ts';
import { GitHubError } from './response.ts';

const maxAttempts = 4;
const maxWaitMs = 60_000;

/**
 * Retries what may be repeated at any time: four attempts in all after ambiguous responses, and when
 * throttled, as long as all waits together are under a minute. No wait outlasts the deadline. Throws
 * the last GitHubError.
 */
export async function retryAtGitHub<T>(
  attempt: () => Promise<T>,
  context: CallContext,
): Promise<T> {
  let errors = 0;
  let waited = 0;
  let throttles = 0;
  const backoff = (error: unknown): number | undefined => {
    if (!(error instanceof GitHubError)) return undefined;
    const { result } = error;
    switch (result.kind) {
      case 'rejected':
        return undefined;
      case 'ambiguous':
        errors += 1;
        return errors < maxAttempts ? errorDelay(errors, context.random) : undefined;
      case 'throttled': {
        throttles += 1;
        // GitHub may say that there is nothing to wait for.
        const delay = Math.max(result.waitMs, 500 * 2 ** (throttles - 1));
        waited += delay;
        // Up to a second more, so that jobs that were given the same delay do not retry in step.
        return waited <= maxWaitMs ? delay + 1000 * context.random() : undefined;
      }
    }
  };
  return retry(attempt, backoff, context);
}
