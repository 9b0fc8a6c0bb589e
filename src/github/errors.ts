import type { GitHubResult } from './response.ts';

/** What the run asked GitHub for. */
type Purpose = 'write comments' | 'find pull requests';

/** For people: why GitHub did not do it, in its own words first, and what to do. */
export function problemOf(result: GitHubResult, purpose: Purpose): string {
  const text = result.text.replace(/\.$/, '');
  switch (result.kind) {
    case 'throttled':
      return `GitHub limits the requests of this token for longer than the run waits (${text}). Run it again later`;
    case 'ambiguous':
      return `${text}. Run it again; if that does not help, check githubstatus.com and the runner's network`;
    case 'rejected':
      return `${text}. ${adviceOf(result, purpose)}`;
  }
}

const jobAdvice: Readonly<Record<Purpose, string>> = {
  'write comments':
    'Give the job permissions: pull-requests: write (a pull request of a fork cannot have it)',
  'find pull requests': 'Give the job permissions: pull-requests: read',
};

const tokenAdvice: Readonly<Record<Purpose, string>> = {
  'write comments': 'Give that token the permission to write pull requests of this repository',
  'find pull requests': 'Give that token the permission to read pull requests of this repository',
};

const otherAdvice: Readonly<Record<Purpose, string>> = {
  'write comments': 'Resolve what GitHub reports, then run again',
  'find pull requests': 'Resolve what GitHub reports, or set pr-number',
};

/**
 * A 403 has many causes (locks, archived repositories, SAML, IP allow lists), which GitHub
 * names only in its text (REST, troubleshooting).
 */
function adviceOf({ status, text }: GitHubResult & { kind: 'rejected' }, purpose: Purpose): string {
  if (/not accessible by integration/i.test(text)) return jobAdvice[purpose];
  if (/not accessible by personal access token/i.test(text)) return tokenAdvice[purpose];
  switch (status) {
    case undefined:
      return 'Check the proxy and the certificates (NODE_EXTRA_CA_CERTS) between the runner and GitHub';
    case 401:
      return "Set github-token to the job's token, or to another valid one";
    case 404:
      return 'The token probably cannot see this pull request. Set github-token to a token of this repository';
    default:
      return otherAdvice[purpose];
  }
}
