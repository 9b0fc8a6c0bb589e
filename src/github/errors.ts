import type { GitHubResult } from './response.ts';

/** What the run wanted of a pull request. */
export type Wanted = 'write comments' | 'find pull requests';

/** For people: why GitHub did not do what the run wanted, its own words first, and what to do. */
export function problemOf(answer: GitHubResult, wanted: Wanted): string {
  switch (answer.kind) {
    case 'throttled':
      return `GitHub limits the token's requests for longer than the run waits: run it again later (${answer.text})`;
    case 'lost':
      return `GitHub gave no usable answer: run it again when githubstatus.com shows no incident (${answer.text})`;
    case 'refused':
      return `${answer.text.replace(/\.$/, '')}. ${adviceOf(answer, wanted)}`;
  }
}

const ofJob: Readonly<Record<Wanted, string>> = {
  'write comments':
    'Give the job permissions: pull-requests: write (a pull request of a fork cannot have it)',
  'find pull requests': 'Give the job permissions: pull-requests: read',
};

const ofToken: Readonly<Record<Wanted, string>> = {
  'write comments': 'Give that token the permission to write pull requests of this repository',
  'find pull requests': 'Give that token the permission to read pull requests of this repository',
};

const neutral: Readonly<Record<Wanted, string>> = {
  'write comments': 'Act on what GitHub says: without that no comment can be written here',
  'find pull requests': 'Act on what GitHub says, or name the pull request with pr-number',
};

/**
 * A status is no cause: GitHub refuses with 403 for locks, archived repositories, SAML and lists of
 * IP addresses as well, and tells these apart by its words alone (REST, troubleshooting).
 */
function adviceOf({ status, text }: GitHubResult & { kind: 'refused' }, wanted: Wanted): string {
  if (/not accessible by integration/i.test(text)) return ofJob[wanted];
  if (/not accessible by personal access token/i.test(text)) return ofToken[wanted];
  switch (status) {
    case 401:
      return "Give github-token the job's token, or a valid one";
    case 404:
      return 'Likely the token sees no such pull request: give github-token a token of this repository';
    default:
      return neutral[wanted];
  }
}
