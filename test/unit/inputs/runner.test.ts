import { describe, expect, test } from 'vitest';
import { readGitHubRun } from '../../../src/inputs/runner.ts';

const repository = 'octo-org/network';
const env = { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: 'octocat' };
const fromHead = (repo: unknown) => ({ pull_request: { head: { repo } } });
const ofOwnBranch = fromHead({ full_name: repository });
const ofFork = fromHead({ full_name: 'stranger/network' });

const triggerOf = (event: string, payload: unknown, actor = 'octocat') =>
  readGitHubRun({ ...env, GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor }, payload).trigger;

describe('the trigger', () => {
  test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'of a %s is a fork if its head is in another repository',
    (event) => {
      expect(triggerOf(event, ofFork)).toBe('fork');
      expect(triggerOf(event, ofOwnBranch)).toBe('repository');
    },
  );

  test.each([
    ['was deleted', fromHead(null)],
    ['is not known', fromHead({})],
    ['has a name of another type', fromHead({ full_name: 7 })],
    ['has its name inherited', fromHead(Object.create({ full_name: repository }))],
  ])('of a pull request is a fork if the head repository %s', (_, payload) => {
    expect(triggerOf('pull_request', payload)).toBe('fork');
  });

  test.each([
    ['without a pull request', {}],
    ['without a head', { pull_request: {} }],
    ['that was not read', undefined],
    ['that is not an object', 'pull_request'],
    ['that is a list', [ofFork]],
  ])('of a payload %s does not prove a fork, which would let a run succeed', (_, payload) => {
    expect(triggerOf('pull_request', payload)).toBe('repository');
  });

  test('of a pull_request_target is the base repository', () => {
    expect(triggerOf('pull_request_target', ofFork)).toBe('repository');
  });

  test.each(['push', 'workflow_dispatch', 'schedule', 'deployment', 'merge_group', ''])(
    'of %j is the repository',
    (event) => {
      expect(triggerOf(event, {})).toBe('repository');
    },
  );

  test('outside of GitHub is the repository', () => {
    expect(readGitHubRun({}, undefined).trigger).toBe('repository');
  });

  test.each(['pull_request', 'push', 'pull_request_target'])(
    'of Dependabot is Dependabot, on %s too',
    (event) => {
      expect(triggerOf(event, ofOwnBranch, 'dependabot[bot]')).toBe('dependabot');
    },
  );

  test('of a user with a similar name is not Dependabot', () => {
    expect(triggerOf('push', {}, 'dependabot')).toBe('repository');
    expect(triggerOf('push', {}, 'my-dependabot[bot]')).toBe('repository');
  });
});

describe('the ID token endpoint', () => {
  const url = 'https://run.example/token?api-version=2.0';

  test('exists with id-token: write', () => {
    const variables = { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
    expect(readGitHubRun({ ...env, ...variables }, {}).idToken).toEqual({ url, token: 't' });
  });

  test.each([
    ['neither variable', {}],
    ['only the URL', { ACTIONS_ID_TOKEN_REQUEST_URL: url }],
    ['only the token', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }],
    ['an empty URL', { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }],
    ['an empty token', { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
  ])('does not exist with %s', (_, variables) => {
    expect(readGitHubRun({ ...env, ...variables }, {}).idToken).toBeUndefined();
  });
});
