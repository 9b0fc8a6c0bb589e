import { Failure } from '../failure.ts';
import type { GitHubRun } from '../github/run.ts';
import type { CallError } from './answer.ts';

const withoutToken = {
  fork: {
    message:
      'This run is for a pull request from a fork, to which GitHub gives no ID token and no secrets',
    next: 'Plan a fork with dry-run: true, which checks offline and ends green; apply from a branch of this repository.',
  },
  dependabot: {
    message:
      'This run was set off by Dependabot, which GitHub treats like a fork: no Actions secrets, and no ID token unless the job grants it',
    next: "Skip the step for Dependabot (if: github.actor != 'dependabot[bot]'), or grant the job id-token: write.",
  },
  repository: {
    message:
      'role-to-assume is set, but this job has no ID token: it lacks the permission id-token: write',
    next: 'Add to the job: permissions: { id-token: write, contents: read }. A called workflow gets no more than its caller grants.',
  },
} as const;

/** The failure of a run that is to assume a role and has no ID token to do it with. */
export function explainMissingIdToken(github: GitHubRun | undefined): Failure {
  const { message, next } = withoutToken[github?.trigger ?? 'repository'];
  return new Failure('no-credentials', message, {
    likely: 'GitHub gave the job no ID token.',
    next,
  });
}

const withoutChain = {
  workflow: {
    likely: 'Neither role-to-assume, nor an earlier step, nor the runner provides credentials.',
    next: 'Set role-to-assume with permissions: { id-token: write }, or run aws-actions/configure-aws-credentials first.',
  },
  terminal: {
    likely:
      'No profile is named, or the one that is has no credentials, and the environment has no keys.',
    next: 'Sign in (aws sso login --profile NAME), then name the profile: --profile NAME.',
  },
} as const;

/** The failure of a run whose default credential chain came back with nothing. */
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
    `The AWS credential chain has no credentials: ${error.answer.message}`,
    { ...withoutChain[github ? 'workflow' : 'terminal'], cause: error },
  );
}
