import type { CallContext } from '../lib/call-context.ts';
import { errorDelay, retry } from '../lib/retry.ts';
import { GitHubError } from './response.ts';

const maxAttempts = 4;
const maxWaitMs = 60_000;

/**
 * What a request needs: to read pull requests, to write comments there, to read runs of workflows, or to
 * read an environment.
 */
type Access = 'read' | 'write' | 'read runs' | 'environment';

/** GitHub did not do it, for a reason that people can act on. */
export interface Failed {
  readonly status: 'failed';
  readonly problem: string;
}

/**
 * Tries what may be repeated at any time: four attempts in all after ambiguous responses, and when
 * throttled, as long as all waits together are under a minute. No wait outlasts the deadline. Throws
 * the cancellation's Failure, and nothing for GitHub's errors.
 */
export async function askGitHub<T>(
  access: Access,
  attempt: () => Promise<T>,
  context: CallContext,
): Promise<T | Failed> {
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
  try {
    return await retry(attempt, backoff, context);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { status: 'failed', problem: problemOf(error, access) };
  }
}

/** For people: why GitHub did not do it, in its own words first, and what to do. */
function problemOf({ message, result }: GitHubError, access: Access): string {
  const text = message.replace(/\.$/, '');
  switch (result.kind) {
    case 'throttled':
      return `GitHub limits the requests of this token for longer than the run waits (${text}). Run it again later`;
    case 'ambiguous':
      return `${text}. Run it again; if that does not help, check githubstatus.com and the runner's network`;
    case 'rejected':
      return `${text}. ${adviceOf(result.status, text, access)}`;
  }
}

const jobPermissions: Readonly<Record<Access, string>> = {
  read: 'pull-requests: read',
  write: 'pull-requests: write (a pull request of a fork cannot have it)',
  'read runs': 'actions: read',
  environment: 'actions: read',
};

const tokenPermissions: Readonly<Record<Access, string>> = {
  read: 'read pull requests',
  write: 'write pull requests',
  'read runs': 'read Actions',
  environment: 'read environments',
};

/**
 * A 403 has many causes (locks, archived repositories, SAML, IP allow lists), which GitHub
 * names only in its text (REST, troubleshooting).
 */
function adviceOf(status: number | undefined, text: string, access: Access): string {
  if (access === 'environment' && status !== undefined) {
    return 'Check the name of the repository, and use a token that may read its environments (in a job: permissions: actions: read)';
  }
  if (/not accessible by integration/i.test(text)) {
    return `Give the job permissions: ${jobPermissions[access]}`;
  }
  if (/not accessible by personal access token/i.test(text)) {
    return `Give that token the permission to ${tokenPermissions[access]} of this repository`;
  }
  switch (status) {
    case undefined:
      return 'Check the proxy and the certificates (NODE_EXTRA_CA_CERTS) between the runner and GitHub';
    case 401:
      return "Set github-token to the job's token, or to another valid one";
    case 404:
      return access === 'read runs'
        ? 'The token probably cannot see this run. Set github-token to a token of this repository'
        : 'The token probably cannot see this pull request. Set github-token to a token of this repository';
    default:
      return access === 'read'
        ? 'Resolve what GitHub reports, or set pr-number'
        : 'Resolve what GitHub reports, then run again';
  }
}
