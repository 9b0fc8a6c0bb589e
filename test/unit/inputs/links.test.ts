import { describe, expect, test } from 'vitest';
import { readLinks } from '../../../src/inputs/links.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/prefixes',
  GITHUB_RUN_ID: '42',
  GITHUB_SHA: 'aaaa',
  GITHUB_ACTOR: 'octocat',
};

describe('the links of a report', () => {
  test('lead to the run, and to files at the commit', () => {
    expect(readLinks(env, {})).toEqual({
      run: 'https://github.com/octo-org/prefixes/actions/runs/42',
      files: 'https://github.com/octo-org/prefixes/blob/aaaa/',
      commit: 'aaaa',
      pullRequest: undefined,
      actor: 'octocat',
      approvers: [],
      isOnDefaultBranch: false,
    });
  });

  test('lead to a pull request and its head, not to its test merge', () => {
    const links = readLinks(env, { pull_request: { number: 7, head: { sha: 'bbbb' } } });
    expect(links).toMatchObject({
      commit: 'bbbb',
      files: 'https://github.com/octo-org/prefixes/blob/bbbb/',
      pullRequest: { number: 7, url: 'https://github.com/octo-org/prefixes/pull/7' },
    });
  });

  test.each([undefined, null, '7', {}])('lead to no pull request with the number %j', (number) => {
    expect(readLinks(env, { pull_request: { number } }).pullRequest).toBeUndefined();
  });

  test('name the user who started the re-run, not the first run', () => {
    const actor = (more: object) => readLinks({ ...env, ...more }, {}).actor;
    expect(actor({ GITHUB_TRIGGERING_ACTOR: 'mona' })).toBe('mona');
    expect(actor({ GITHUB_TRIGGERING_ACTOR: '' })).toBe('octocat');
  });

  test.each([
    ['push', 'refs/heads/main', true],
    ['workflow_dispatch', 'refs/heads/main', true],
    ['workflow_dispatch', 'refs/heads/lab', false],
    ['merge_group', 'refs/heads/main', false],
    ['schedule', 'refs/heads/main', false],
    ['push', 'refs/tags/main', false],
  ])('of a %s on %s: may it apply? %j', (GITHUB_EVENT_NAME, GITHUB_REF, expected) => {
    const payload = { repository: { default_branch: 'main' } };
    const links = readLinks({ ...env, GITHUB_EVENT_NAME, GITHUB_REF }, payload);
    expect(links.isOnDefaultBranch).toBe(expected);
  });

  test('are none outside of GitHub Actions', () => {
    expect(readLinks({}, undefined)).toEqual({
      run: undefined,
      files: undefined,
      commit: undefined,
      pullRequest: undefined,
      actor: undefined,
      approvers: [],
      isOnDefaultBranch: false,
    });
  });

  test('do not lead to a file or run that the runner does not name', () => {
    const { GITHUB_RUN_ID: _, GITHUB_SHA: __, ...little } = env;
    expect(readLinks(little, {})).toEqual({
      run: undefined,
      files: undefined,
      commit: undefined,
      pullRequest: undefined,
      actor: 'octocat',
      approvers: [],
      isOnDefaultBranch: false,
    });
  });
});
