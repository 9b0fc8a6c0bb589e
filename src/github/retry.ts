import { errorDelay } from '../aws/retry.ts';
import { leastAnswerMs, type RequestLimits } from '../lib/timeout.ts';
import { GitHubError, type GitHubResult } from './response.ts';

/** What requests to GitHub and their retries need. */
export interface GitHubContext extends RequestLimits {
  readonly random: () => number;
  readonly log: { line(text: string): void };
}

const maxAttempts = 4;
const maxWaitMs = 60_000;

/**
 * Retries what may be repeated at any time: four attempts in all after ambiguous responses, and when
 * throttled, as long as all waits together are under a minute. No wait outlasts the deadline. Throws
 * the last GitHubError.
 */
export async function retryAtGitHub<T>(
  attempt: () => Promise<T>,
  context: GitHubContext,
): Promise<T> {
  let failures = 0;
  let waited = 0;
  let throttles = 0;
  const delayAfter = (result: GitHubResult): number | undefined => {
    switch (result.kind) {
      case 'rejected':
        return undefined;
      case 'ambiguous':
        failures += 1;
        return failures < maxAttempts ? errorDelay(failures, context.random) : undefined;
      case 'throttled': {
        throttles += 1;
        // GitHub may ask for no wait at all; back off all the same.
        const delay = Math.max(result.waitMs, 500 * 2 ** (throttles - 1));
        waited += delay;
        // Up to a second more, so that jobs with the same wait do not return together.
        return waited <= maxWaitMs ? delay + 1000 * context.random() : undefined;
      }
    }
  };
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const delay = delayAfter(error.result);
      if (delay === undefined || delay + leastAnswerMs >= context.deadline.remaining()) {
        throw error;
      }
      context.log.line(`${error.message}; again in ${(delay / 1000).toFixed(1)} s`);
      await context.clock.sleep(delay);
    }
  }
}
