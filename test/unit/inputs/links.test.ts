import { describe, expect, test } from 'vitest';
import { readLinks } from '../../../src/inputs/links.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/prefixes',
  GITHUB_RUN_ID: '42',
  GITHUB_SHA: 'aaaa',
};

describe('the links of a report', () => {
  test('lead to the run, and to files at the commit', () => {
    expect(readLinks(env, {})).toEqual({
      run: 'https://github.com/octo-org/prefixes/actions/runs/42',
      files: 'https://github.com/octo-org/prefixes/blob/aaaa/',
      commit: 'aaaa',
      isPullRequest: false,
    });
  });

  test("lead to a pull request's head, not to its test merge", () => {
    const links = readLinks(env, { pull_request: { head: { sha: 'bbbb' } } });
    expect(links).toMatchObject({
      commit: 'bbbb',
      files: 'https://github.com/octo-org/prefixes/blob/bbbb/',
      isPullRequest: true,
    });
  });

  test('are none outside of GitHub Actions', () => {
    expect(readLinks({}, undefined)).toEqual({
      run: undefined,
      files: undefined,
      commit: undefined,
      isPullRequest: false,
    });
  });

  test('lead to no file and no run that the runner does not name', () => {
    const { GITHUB_RUN_ID: _, GITHUB_SHA: __, ...little } = env;
    expect(readLinks(little, {})).toEqual({
      run: undefined,
      files: undefined,
      commit: undefined,
      isPullRequest: false,
    });
  });
});
