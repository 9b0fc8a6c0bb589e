import { describe, expect, test } from 'vitest';
import { createGitHub } from '../../../src/github/client.ts';
import { findPullNumber, pullNumberOfEvent } from '../../../src/github/find-pull-request.ts';
import { startGitHubContext } from '../../fakes/comments-context.ts';
import { refused } from '../../fakes/github/faults.ts';
import { defaultPull } from '../../fakes/github/github.ts';

const sha = 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ffe';
const queued = (ref: string) => ({ merge_group: { head_ref: ref } });

describe('the number of the pull request of an event', () => {
  test.each([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
  ])('is in the payload of a %s', (name) => {
    expect(pullNumberOfEvent({ name, payload: { pull_request: { number: 12 } }, sha })).toBe(12);
  });

  test.each([
    ['issue_comment', { issue: { number: 12, pull_request: { url: '' } } }, 12],
    ['issue_comment', { issue: { number: 12 } }, undefined],
    ['issues', { issue: { number: 12, pull_request: {} } }, 12],
    ['issues', { issue: { number: 12, pull_request: null } }, undefined],
    ['merge_group', queued(`refs/heads/gh-readonly-queue/main/pr-12-${sha}`), 12],
    ['merge_group', queued(`gh-readonly-queue/main/pr-12-${sha}`), 12],
    ['merge_group', queued(`refs/heads/gh-readonly-queue/a/pr-9-${sha}/b/pr-12-${sha}`), 12],
    ['merge_group', queued('refs/heads/main'), undefined],
    ['merge_group', queued(`refs/heads/gh-readonly-queue/main/pr-0-${sha}`), undefined],
    ['merge_group', {}, undefined],
    ['workflow_run', { workflow_run: { pull_requests: [{ number: 12 }, { number: 13 }] } }, 12],
    ['workflow_run', { workflow_run: { pull_requests: [] } }, undefined],
    ['workflow_run', { workflow_run: null }, undefined],
    ['pull_request', { pull_request: { number: '12' } }, undefined],
    ['pull_request', { pull_request: { number: 0.5 } }, undefined],
    ['pull_request', 'pull_request', undefined],
    ['pull_request', undefined, undefined],
    ['push', { pull_request: { number: 12 } }, undefined],
    ['workflow_dispatch', { pull_request: { number: 12 } }, undefined],
  ])('of a %s with %j is %s', (name, payload, number) => {
    expect(pullNumberOfEvent({ name, payload, sha })).toBe(number);
  });
});

async function start() {
  const { fakes, github, context, lines } = await startGitHubContext();
  const find = (event: Parameters<typeof findPullNumber>[0] = { name: 'push', payload: {}, sha }) =>
    findPullNumber(event, createGitHub(github.token, context));
  const state = github.repository();
  const setPull = (number: number, changes: Partial<typeof defaultPull>) =>
    state.setPull({ ...defaultPull, number, ...changes });
  return { fakes, github, state, setPull, find, lines };
}

describe('the pull request of a push', () => {
  const merged = { state: 'closed', merged: true } as const;

  test('is the one that the commit merged', async () => {
    const { state, setPull, find } = await start();
    setPull(8, { ...merged, mergeCommitSha: sha });
    state.setCommit(sha, [7, 8]);
    expect(await find()).toBe(8);
  });

  test('is the one with the highest number of several that the commit merged', async () => {
    const { state, setPull, find } = await start();
    for (const number of [10, 9, 8]) setPull(number, { ...merged, mergeCommitSha: sha });
    setPull(11, { ...merged, mergeCommitSha: 'd'.repeat(40) });
    state.setCommit(sha, [9, 10, 8, 11]);
    expect(await find()).toBe(10);
  });

  test('is the only one that has the commit, open or merged by another commit', async () => {
    const { state, setPull, find } = await start();
    state.setCommit(sha, [7]);
    expect(await find()).toBe(7);
    setPull(8, { ...merged, mergeCommitSha: 'd'.repeat(40) });
    state.setCommit(sha, [8]);
    expect(await find()).toBe(8);
  });

  test('is not one that was closed without being merged', async () => {
    const { state, setPull, find } = await start();
    setPull(8, { state: 'closed', mergeCommitSha: sha });
    state.setCommit(sha, [8]);
    expect(await find()).toBeUndefined();
  });

  test('is unknown if several have the commit and it merged none', async () => {
    const { state, setPull, find } = await start();
    setPull(8, {});
    state.setCommit(sha, [7, 8]);
    expect(await find()).toBeUndefined();
  });

  test('is unknown for a commit without a pull request', async () => {
    const { state, find } = await start();
    state.setCommit(sha, []);
    expect(await find()).toBeUndefined();
  });

  test('is requested again if GitHub fails', async () => {
    const { fakes, state, find, lines } = await start();
    state.setCommit(sha, [7]);
    const operation = 'repos/list-pull-requests-associated-with-commit';
    fakes.faults.add({ operation, fault: 'hangup' });
    fakes.faults.add({ operation, fault: 'cut' });
    expect(await find()).toBe(7);
    expect(lines).toHaveLength(2);
  });

  test('is a problem if the token may not read pull requests', async () => {
    const { github, state, find } = await start();
    state.setCommit(sha, [7]);
    github.permit('none');
    expect(await find()).toEqual({
      status: 'failed',
      problem:
        'GitHub returned 403: Resource not accessible by integration. Give the job permissions: pull-requests: read',
    });
  });

  test('is a problem if GitHub rejects the request for another reason', async () => {
    const { fakes, find } = await start();
    const operation = 'repos/list-pull-requests-associated-with-commit';
    fakes.faults.add({ operation, ...refused(422) });
    expect(await find()).toEqual({
      status: 'failed',
      problem: expect.stringContaining('GitHub returned 422: Validation Failed, You have been'),
    });
  });
});

test('an event with its pull request, or without any, sends no request to GitHub', async () => {
  const { fakes, find } = await start();
  const payload = { pull_request: { number: 12 } };
  expect(await find({ name: 'pull_request', payload, sha })).toBe(12);
  expect(await find({ name: 'schedule', payload: {}, sha })).toBeUndefined();
  expect(fakes.requestLog.requests).toEqual([]);
});
