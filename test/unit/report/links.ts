import type { Links } from '../../../src/inputs/links.ts';

/** The links outside of GitHub Actions. */
export const nowhere: Links = {
  run: undefined,
  files: undefined,
  commit: undefined,
  pullRequest: undefined,
  actor: undefined,
  approvers: [],
  isOnDefaultBranch: false,
};

/** The pull request of examples. */
export const pullRequest = { number: 7, url: 'https://github.com/octo-org/network/pull/7' };

/** The links of a run of that pull request. */
export const onPullRequest: Links = {
  run: 'https://github.com/octo-org/network/actions/runs/42',
  files: 'https://github.com/octo-org/network/blob/4f2c1d9a7b3e/',
  commit: '4f2c1d9a7b3e5a6b',
  pullRequest,
  actor: 'octocat',
  approvers: [],
  isOnDefaultBranch: false,
};
