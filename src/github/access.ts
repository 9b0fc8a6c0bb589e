import type { GitHubError } from './response.ts';

/** The permission that requests need, as a job and as another token has it. */
const permissions = {
  read: { job: 'pull-requests: read', token: 'read pull requests' },
  write: {
    job: 'pull-requests: write (a pull request of a fork cannot have it)',
    token: 'write pull requests',
  },
  'read runs': { job: 'actions: read', token: 'read Actions' },
  environment: { job: 'actions: read', token: 'read environments' },
} as const;

/** What requests do: read pull requests, write comments there, read runs or read an environment. */
export type Access = keyof typeof permissions;

/** Why GitHub did not carry out a request, in its own words, and what to do. */
export function explainError({ message, result }: GitHubError, access: Access): string {
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

/**
 * A 403 has many causes (locks, archived repositories, SAML, IP allow lists), which GitHub names only
 * in its text (REST, troubleshooting).
 */
function adviceOf(status: number | undefined, text: string, access: Access): string {
  if (access === 'environment' && status !== undefined) {
    return 'Check the name of the repository, and use a token that may read its environments (in a job: permissions: actions: read)';
  }
  const { job, token } = permissions[access];
  if (/not accessible by integration/i.test(text)) return `Give the job permissions: ${job}`;
  if (/not accessible by personal access token/i.test(text)) {
    return `Give that token the permission to ${token} of this repository`;
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
