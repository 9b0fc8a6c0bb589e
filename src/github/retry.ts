import type { CallContext } from '../lib/call-context.ts';
import { errorDelay, retry } from '../lib/retry.ts';
import { GitHubError } from './response.ts';

const maxAttempts = 4;
const longestWaitMs = 60_000;

/**
 * Does something that may be begun again at any time. Where an answer was lost it is done four times
 * in all; where GitHub throttles, as long as all waits together take a minute at most. No pause
 * outlasts the deadline. Throws the last GitHubError.
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
      case 'refused':
        return undefined;
      case 'lost':
        errors += 1;
        return errors < maxAttempts ? errorDelay(errors, context.random) : undefined;
      case 'throttled': {
        throttles += 1;
        // GitHub may say that there is nothing to wait for.
        const delay = Math.max(result.waitMs, 500 * 2 ** (throttles - 1));
        waited += delay;
        // Up to a second more, so that jobs that were given the same delay do not retry in step.
        return waited <= longestWaitMs ? delay + 1000 * context.random() : undefined;
      }
    }
  };
  return retry(attempt, backoff, context);
}
