import type { GitHubRun } from '../../domain/github-run.ts';
import { Failure, type FailureDetails } from '../../failure.ts';
import type { CallError } from '../errors/call-error.ts';
import { toFailure } from '../errors/to-failure.ts';
import { type CredentialSource, namesOf } from './sources.ts';

const withoutToken = {
  fork: {
    message:
      'This run is for a pull request from a fork, to which GitHub gives no ID token and no secrets',
    next: 'Use dry-run: true for forks, which checks the file offline and succeeds; apply from a branch of this repository.',
  },
  dependabot: {
    message:
      'Dependabot started this run, to which GitHub gives no secrets, and an ID token only if the job grants id-token: write',
    next: "Skip the step for Dependabot (if: github.actor != 'dependabot[bot]'), or grant the job id-token: write.",
  },
  repository: {
    message:
      'role-to-assume is set, but this job has no ID token: it lacks the permission id-token: write',
    next: 'Add to the job: permissions: { id-token: write, contents: read }. A called workflow gets no more than its caller grants.',
  },
} as const;

/**
 * The failure of a run that cannot assume its role without an ID token. `present` names other
 * credentials of the job, which could assume the role too. `github` is undefined outside a job.
 */
export function explainMissingIdToken(
  github: GitHubRun | undefined,
  present: readonly string[],
): Failure {
  if (!github) return new Failure('no-credentials', outsideJob, { next: useProfile });
  const { trigger } = github;
  const { message, next } = withoutToken[trigger];
  const likely = 'GitHub gave the job no ID token.';
  // Code from outside must not use credentials that are there by accident.
  if (present.length === 0 || trigger !== 'repository') {
    return new Failure('no-credentials', message, { likely, next });
  }
  return new Failure('no-credentials', message, {
    likely: `${likely} It has other AWS credentials: ${present.join(', ')}.`,
    next: `${next} Or, in a step of your own, set role-chaining: true to assume the role with those credentials.`,
  });
}

const outsideJob = "role-to-assume needs GitHub's ID token, which only a job of GitHub Actions has";
const useProfile = 'Use a profile that assumes the role instead: --profile NAME.';

const withoutChain = {
  workflow: {
    likely: 'Neither role-to-assume, nor an earlier step, nor the runner provides credentials.',
    next: 'Set role-to-assume with permissions: { id-token: write }, or run aws-actions/configure-aws-credentials first.',
  },
  terminal: {
    likely: 'No profile is named, there is no default profile, and the environment has no keys.',
    next: 'Sign in (aws sso login --profile NAME), then name the profile: --profile NAME.',
  },
} as const;

/** The failure of a run that has no configured source of credentials, and whose chain found none. */
export function explainMissingCredentials(
  error: CallError,
  github: GitHubRun | undefined,
): Failure {
  if (github && github.trigger !== 'repository') {
    const { message, next } = withoutToken[github.trigger];
    return new Failure('no-credentials', message, { next, cause: error });
  }
  return new Failure(
    'no-credentials',
    `The AWS credential chain has no credentials: ${error.result.message}`,
    { ...withoutChain[github ? 'workflow' : 'terminal'], cause: error },
  );
}

const deniedRole = {
  likely:
    'The trust policy of the role does not allow this caller or token, the account of the role does not know the issuer of the token, or there is no such role.',
  next: 'Check the ARN of the role and its trust policy; for the role of a profile also that its source credentials may call sts:AssumeRole.',
} as const;

/**
 * The failure of a run whose configured sources give no credentials. `details` replace the likely cause
 * and next step.
 */
export function explainFailedSources(
  error: CallError,
  sources: readonly CredentialSource[],
  details?: Pick<FailureDetails, 'likely' | 'next'>,
): Failure {
  const names = namesOf(sources);
  if (!isSilent(error)) {
    const denied = error.result.kind === 'denied' ? deniedRole : {};
    return toFailure(`get AWS credentials from ${names}`, error, details ?? denied);
  }
  const problems = sources.flatMap(({ problem }) => problem ?? []);
  const { likely, next } = sources.find(({ problem }) => problem) ?? sources[0] ?? {};
  const text = problems.length > 0 ? problems.join('; ') : error.result.message;
  return new Failure(
    'credentials-rejected',
    `Could not get AWS credentials from ${names}: ${text}`,
    {
      ...(likely === undefined ? {} : { likely }),
      ...(next === undefined ? {} : { next }),
      cause: error,
    },
  );
}

/**
 * Whether an error comes from this machine, not from AWS or the network: a file, or a provider of the
 * SDK that has no credentials, without a reason.
 */
export function isSilent({ result, cause }: CallError): boolean {
  if (result.httpStatus !== undefined || !(cause instanceof Error)) return false;
  if ('path' in cause || cause.name.endsWith('ProviderError')) return true;
  return 'code' in cause
    ? String(cause.code).startsWith('ERR_INVALID_')
    : cause.name !== 'TimeoutError';
}
