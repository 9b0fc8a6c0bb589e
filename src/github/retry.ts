import { errorDelay } from '../aws/retry.ts';
import { leastAnswerMs, type RequestLimits } from '../lib/timeout.ts';
import { GitHubError, type GitHubResult } from './response.ts';

/** What asking GitHub, and asking again, needs of the world. */
export interface GitHubContext extends RequestLimits {
  readonly random: () => number;
  readonly log: { line(text: string): void };
}

const attemptsAtFaults = 4;
const longestWaitMs = 60_000;

/**
 * Does something that may be begun again at any time. Where an answer was lost it is done four times
 * in all; where GitHub throttles, as long as all waits together take a minute at most. No pause
 * outlasts the deadline. Throws the last GitHubError.
 */
export async function retryAtGitHub<T>(
  attempt: () => Promise<T>,
  world: GitHubContext,
): Promise<T> {
  let faults = 0;
  let waited = 0;
  let throttles = 0;
  const pauseAfter = (answer: GitHubResult): number | undefined => {
    switch (answer.kind) {
      case 'refused':
        return undefined;
      case 'lost':
        faults += 1;
        return faults < attemptsAtFaults ? errorDelay(faults, world.random) : undefined;
      case 'throttled': {
        throttles += 1;
        // A pause of nothing is no leave to ask all the time.
        const pause = Math.max(answer.waitMs, 500 * 2 ** (throttles - 1));
        waited += pause;
        // Up to a second more, so that jobs that were told the same do not come back as one.
        return waited <= longestWaitMs ? pause + 1000 * world.random() : undefined;
      }
    }
  };
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const pause = pauseAfter(error.result);
      if (pause === undefined || pause + leastAnswerMs >= world.deadline.remaining()) {
        throw error;
      }
      world.log.line(`${error.message}; again in ${(pause / 1000).toFixed(1)} s`);
      await world.clock.sleep(pause);
    }
  }
}
