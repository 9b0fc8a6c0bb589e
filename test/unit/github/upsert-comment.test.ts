import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { readEventTime } from '../../../src/github/claimed-run.ts';
import { createGitHub } from '../../../src/github/client.ts';
import {
  type CommentHeader,
  commentRoom,
  writeComment,
} from '../../../src/github/comment-marker.ts';
import { type CommentRequest, postComment } from '../../../src/github/upsert-comment.ts';
import { startGitHubContext } from '../../fakes/comments-context.ts';
import type { PlainFault } from '../../fakes/faults.ts';
import { rateLimited, refused, secondaryRateLimit } from '../../fakes/github/faults.ts';
import { defaultPull, jobAuthor } from '../../fakes/github/github.ts';
import type { WorkflowRun } from '../../fakes/github/repository.ts';

const key = { file: 'byoasn.yml', targets: [] };
const header: CommentHeader = { key, run: { runId: 50, attempt: 1 }, phase: 'plan' };
const older: CommentHeader = { ...header, run: { runId: 49, attempt: 3 }, phase: 'apply' };
const newer: CommentHeader = { ...header, run: { runId: 51, attempt: 1 } };
const mona = { login: 'mona', type: 'User' } as const;
const pull = defaultPull.number;

async function start(seconds?: number) {
  const started = await startGitHubContext(seconds);
  const { fakes, github, context } = started;
  const request: CommentRequest = {
    pullNumber: pull,
    ifMissing: 'create',
    ...header,
    eventTime: undefined,
    body: 'the plan',
  };
  const post = (changes: Partial<CommentRequest> = {}, token = github.token, env = context.env) => {
    const gitHub = createGitHub(token, { ...context, env });
    return postComment({ ...request, ...changes }, gitHub, context.log);
  };
  const state = github.repository();
  const texts = () => state.comments(pull).map(({ body }) => body);
  const outcomes = (operation: string) =>
    fakes.requestLog.of(operation).map(({ outcome }) => outcome);
  return { ...started, post, state, texts, outcomes };
}

const urlOf = (id: number) => `https://github.com/octo-org/prefixes/pull/7#issuecomment-${id}`;

describe('the comment', () => {
  test('is created where there is none', async () => {
    const { post, state, texts } = await start();
    state.addComment(pull, mona, 'looks good');
    const posted = await post();
    expect(texts()).toEqual(['looks good', writeComment(header, 'the plan')]);
    expect(posted).toEqual({ status: 'created', url: urlOf(state.comments(pull)[1]?.id ?? 0) });
  });

  test('is updated in place by the next run', async () => {
    const { post, state, texts } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post()).toEqual({ status: 'updated', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test.each<[string, Partial<CommentRequest>]>([
    ['a newer run', { run: { runId: 51, attempt: 1 } }],
    ['a newer attempt', { run: { runId: 50, attempt: 2 } }],
    ['the apply of the same run', { phase: 'apply' }],
    ['the same run with more to say', { body: 'more' }],
  ])('is updated by %s', async (_, changes) => {
    const { post, texts } = await start();
    await post();
    expect(await post(changes)).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment({ ...header, ...changes }, changes.body ?? 'the plan')]);
  });

  test('is found on the third page', async () => {
    const { post, state, texts } = await start();
    for (let nth = 0; nth < 230; nth += 1) state.addComment(pull, mona, `comment ${nth}`);
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    for (let nth = 0; nth < 20; nth += 1) state.addComment(pull, mona, `answer ${nth}`);
    expect(await post()).toEqual({ status: 'updated', url: urlOf(id) });
    expect(texts()).toHaveLength(251);
  });

  test('is not updated if it has the same text, with any line ends', async () => {
    const { post, state, outcomes } = await start();
    const text = writeComment(header, 'the\nplan').replaceAll('\n', '\r\n');
    const { id } = state.addComment(pull, jobAuthor, text);
    expect(await post({ body: 'the\nplan\n' })).toEqual({ status: 'unchanged', url: urlOf(id) });
    expect(outcomes('issues/update-comment')).toEqual([]);
  });

  test('gets the marker of a newer run even with the same body, to keep out the runs between', async () => {
    const { post, texts } = await start();
    await post();
    const last = { runId: 60, attempt: 1 };
    expect(await post({ run: last })).toMatchObject({ status: 'updated' });
    expect(await post({ run: { runId: 55, attempt: 1 }, body: 'stale' })).toMatchObject({
      status: 'newer',
    });
    expect(texts()).toEqual([writeComment({ ...header, run: last }, 'the plan')]);
  });

  test('is one for each file and each choice of targets', async () => {
    const { post, texts } = await start();
    const keys = [key, { file: 'other.yml', targets: [] }, { file: 'byoasn.yml', targets: ['a'] }];
    for (const each of keys) expect(await post({ key: each })).toMatchObject({ status: 'created' });
    for (const each of keys)
      expect(await post({ key: each })).toMatchObject({ status: 'unchanged' });
    expect(texts()).toHaveLength(3);
  });

  test.each(['--><h1>.yml', 'a\n--> b.yml', '"}--!>\u202e.yml', '\u{1f310}/@octo-org #1.yml'])(
    'of the file %j is found again',
    async (file) => {
      const { post, texts } = await start();
      expect(await post({ key: { file, targets: [file] } })).toMatchObject({ status: 'created' });
      const again = { key: { file, targets: [file] }, body: 'again' };
      expect(await post(again)).toMatchObject({ status: 'updated' });
      expect(texts()).toHaveLength(1);
    },
  );

  test('may use all available characters', async () => {
    const { post } = await start();
    expect(await post({ body: 'x'.repeat(commentRoom(key)) })).toMatchObject({ status: 'created' });
  });
});

describe('a run that creates no comment', () => {
  const skip = { ifMissing: 'skip' } as const;

  test('leaves a pull request without one as it is', async () => {
    const { fakes, post, state, texts } = await start();
    state.addComment(pull, mona, writeComment(older, 'pasted'));
    state.addComment(pull, jobAuthor, writeComment({ ...older, key: { ...key, file: 'b' } }, 'b'));
    expect(await post(skip)).toEqual({ status: 'skipped' });
    expect(texts()).toHaveLength(2);
    expect(fakes.requestLog.of('issues/create-comment')).toEqual([]);
  });

  test('updates the one that is there', async () => {
    const { post, state, texts } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post(skip)).toEqual({ status: 'updated', url: urlOf(id) });
    expect(await post(skip)).toEqual({ status: 'unchanged', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('keeps the one of a newer run', async () => {
    const { post, state } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(newer, 'newest'));
    expect(await post(skip)).toEqual({ status: 'newer', url: urlOf(id) });
  });

  test('does not recreate a comment that is deleted before its update', async () => {
    const { github, post, state, texts } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    github.beforeNextRequest('issues/update-comment', () => state.removeComment(id));
    expect(await post(skip)).toEqual({ status: 'skipped' });
    expect(texts()).toEqual([]);
  });

  test('fails if GitHub does not list the comments', async () => {
    const { fakes, post } = await start();
    fakes.faults.add({ operation: 'issues/list-comments', ...refused(404) });
    expect(await post(skip)).toMatchObject({ status: 'failed' });
  });
});

describe('another author', () => {
  test('who pastes the marker does not own the comment', async () => {
    const { post, state, texts } = await start();
    const pasted = writeComment(older, 'before');
    state.addComment(pull, mona, pasted);
    expect(await post()).toMatchObject({ status: 'created' });
    expect(texts()).toEqual([pasted, writeComment(header, 'the plan')]);
  });

  test('that is a bot does not own the comment of a token that belongs to a user', async () => {
    const { github, post, state, texts } = await start();
    const token = github.addToken({ login: 'network-machine', type: 'User' });
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post({}, token)).toMatchObject({ status: 'created' });
    expect(await post({ body: 'again' }, token)).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(older, 'before'), writeComment(header, 'again')]);
  });
});

describe('an older run', () => {
  test('does not overwrite the comment of a newer one', async () => {
    const { post, state, texts, outcomes } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(newer, 'newest'));
    expect(await post({ phase: 'apply' })).toEqual({ status: 'newer', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
    expect(outcomes('issues/update-comment')).toEqual([]);
  });

  test('does not overwrite a newer comment that appears between its listing and its update', async () => {
    const { github, post, state, texts } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    github.beforeNextRequest('issues/get-comment', () => {
      state.editComment(id, writeComment(newer, 'newest'));
    });
    expect(await post()).toEqual({ status: 'newer', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
  });

  test('removes its own comment if a newer run created another at the same time', async () => {
    const { github, post, texts } = await start();
    github.beforeNextRequest('issues/create-comment', async () => {
      expect(await post({ run: newer.run, body: 'newest' })).toMatchObject({ status: 'created' });
    });
    expect(await post()).toMatchObject({ status: 'newer' });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
  });
});

test('of two comments of newer runs, an older run removes neither', async () => {
  const { post, state, texts } = await start();
  const newest: CommentHeader = { ...header, run: { runId: 52, attempt: 1 } };
  state.addComment(pull, jobAuthor, writeComment(newer, 'newer'));
  const { id } = state.addComment(pull, jobAuthor, writeComment(newest, 'newest'));
  expect(await post()).toEqual({ status: 'newer', url: urlOf(id) });
  expect(texts()).toHaveLength(2);
});

test('of two comments of the same run, the first that was created stays', async () => {
  const { post, state, texts } = await start();
  const { id } = state.addComment(pull, jobAuthor, writeComment(header, 'one job'));
  state.addComment(pull, jobAuthor, writeComment(header, 'other job'));
  expect(await post()).toEqual({ status: 'updated', url: urlOf(id) });
  expect(texts()).toEqual([writeComment(header, 'the plan')]);
});

describe('a marker that cannot be true', () => {
  const now = Date.now();
  const minutes = (count: number) => now + count * 60_000;
  const forged = (runId: number, attempt = 1): CommentHeader => ({
    ...header,
    run: { runId, attempt },
  });
  const most = Number.MAX_SAFE_INTEGER;

  /** A comment with the marker, written now, and this run as GitHub knows it. */
  async function claim(marker: CommentHeader, began = minutes(-10)) {
    const started = await start();
    started.github.permit('write', 'read');
    started.state.setRun({ id: header.run.runId, attempts: 1, createdAt: began });
    const { id } = started.state.addComment(pull, jobAuthor, writeComment(marker, 'forged'));
    return { ...started, id };
  }

  test.each<[string, CommentHeader, string]>([
    ['the highest run there can be', forged(most), 'which does not exist'],
    ['a future run', forged(header.run.runId + 1), 'which does not exist'],
    [
      'an attempt of this run that is to come',
      forged(50, most),
      'which has not had that many attempts',
    ],
  ])('because it names %s is overwritten, with a warning', async (_, marker, why) => {
    const { post, texts, warnings, id } = await claim(marker);
    expect(await post()).toEqual({ status: 'updated', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    const { runId, attempt } = marker.run;
    expect(warnings).toEqual([
      `The marker of the comment ${urlOf(id)} names run ${runId}, attempt ${attempt}, ${why}. Somebody edited it, so the comment is overwritten.`,
    ]);
  });

  test('because its run started after the comment was last written is overwritten', async () => {
    const { state, post, texts, warnings } = await claim(newer);
    state.setRun({ id: newer.run.runId, attempts: 1, createdAt: minutes(5) });
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toEqual([
      expect.stringContaining('started after the comment was last written'),
    ]);
  });

  test('of a comment last written before this run started is overwritten', async () => {
    const { fakes, post, texts, warnings } = await claim(forged(most), minutes(5));
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toEqual([expect.stringContaining('was last written before this run started')]);
    expect(fakes.requestLog.of('actions/get-workflow-run')).toHaveLength(1);
  });

  test('is overwritten without permission to read runs if the event is newer than the comment', async () => {
    const { github, post, texts, warnings } = await claim(forged(most));
    github.permit('write');
    expect(await post({ eventTime: minutes(5) })).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toHaveLength(1);
  });

  test('is kept without permission to read runs if the event has no time or an older one', async () => {
    const { github, post, texts, warnings } = await claim(forged(most));
    github.permit('write');
    expect(await post()).toMatchObject({ status: 'newer' });
    expect(await post({ eventTime: minutes(-10) })).toMatchObject({ status: 'newer' });
    expect(texts()).toEqual([writeComment(forged(most), 'forged')]);
    expect(warnings).toEqual([]);
  });

  test('is not refuted by a GitHub that does not know this run either', async () => {
    const { post, texts } = await claim(forged(most));
    expect(await post({ run: { runId: 49, attempt: 1 } })).toMatchObject({ status: 'newer' });
    expect(texts()).toHaveLength(1);
  });

  test('does not keep a second comment next to that of this run', async () => {
    const { state, post, texts } = await claim(forged(most));
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('that appears between the listing and the update is overwritten too', async () => {
    const { github, state, post, texts, warnings, id } = await claim(older);
    github.beforeNextRequest('issues/get-comment', () => {
      state.editComment(id, writeComment(forged(most), 'forged'));
    });
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toHaveLength(1);
  });

  test('is checked again after an ambiguous response', async () => {
    const { fakes, post, warnings } = await claim(forged(most));
    fakes.faults.add({ operation: 'actions/get-workflow-run', fault: 'status500', times: 2 });
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(warnings).toHaveLength(1);
  });

  test.each<[string, CommentHeader, readonly WorkflowRun[]]>([
    ['a newer run', newer, [{ id: 51, attempts: 1, createdAt: minutes(-1) }]],
    ['a further attempt', forged(50, 2), [{ id: 50, attempts: 2, createdAt: minutes(-10) }]],
  ])('is none where GitHub knows %s, which stays', async (_, marker, runs) => {
    const { state, post, texts, warnings } = await claim(marker);
    for (const run of runs) state.setRun(run);
    expect(await post({ eventTime: minutes(-11) })).toMatchObject({ status: 'newer' });
    expect(texts()).toEqual([writeComment(marker, 'forged')]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['an older run', older],
    ['the same run', header],
  ])('is not searched for in the comment of %s: no more requests are sent', async (_, marker) => {
    const { fakes, post } = await claim(marker);
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(fakes.requestLog.of('actions/get-workflow-run')).toEqual([]);
  });
});

describe('the time of an event', () => {
  const pushed = 1_790_000_000;
  const date = (seconds: number) => new Date(seconds * 1000).toISOString();

  test.each<[string, unknown, number | undefined]>([
    ['of a push', { repository: { pushed_at: pushed } }, pushed * 1000],
    ['of any other event', { repository: { pushed_at: date(pushed) } }, pushed * 1000],
    [
      'of a pull request, the later of the two',
      { pull_request: { updated_at: date(pushed + 60) }, repository: { pushed_at: date(pushed) } },
      (pushed + 60) * 1000,
    ],
    ['without any', { schedule: '23 5 * * *' }, undefined],
    ['that is not read', undefined, undefined],
    [
      'of hostile values',
      { repository: { pushed_at: { toString: 1 } }, pull_request: [] },
      undefined,
    ],
    ['that is not a date', { pull_request: { updated_at: 'yesterday' } }, undefined],
  ])('%s is the latest that GitHub has set', (_, payload, time) => {
    expect(readEventTime(payload)).toBe(time);
  });
});

describe('a newer run', () => {
  test('removes the comment that an older one created at the same time', async () => {
    const { github, post, state, texts } = await start();
    github.beforeNextRequest('issues/create-comment', () => {
      state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    });
    expect(await post()).toMatchObject({ status: 'created' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('and an older one that both see two comments leave the newer one', async () => {
    const { github, post, texts } = await start();
    github.beforeNextRequest('issues/delete-comment', async () => {
      expect(await post({ run: newer.run, body: 'newest' })).toMatchObject({ status: 'unchanged' });
    });
    github.beforeNextRequest('issues/create-comment', async () => {
      const state = github.repository();
      state.addComment(pull, jobAuthor, writeComment(newer, 'newest'));
    });
    expect(await post()).toMatchObject({ status: 'newer' });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
  });

  test('logs an outdated comment that cannot be removed, and succeeds', async () => {
    const { fakes, lines, post, state, texts } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    const { id } = state.addComment(pull, jobAuthor, writeComment(header, 'first'));
    fakes.faults.add({ operation: 'issues/delete-comment', ...refused(403) });
    expect(await post()).toEqual({ status: 'updated', url: urlOf(id) });
    expect(texts()).toHaveLength(2);
    expect(lines).toEqual([expect.stringContaining('Could not delete the outdated comment')]);
  });
});

test('two jobs of one run that race leave one comment', async () => {
  const { github, post, texts } = await start();
  github.beforeNextRequest(
    'issues/create-comment',
    async () => void (await post({ body: 'other job' })),
  );
  await post();
  expect(texts()).toEqual([writeComment(header, 'the plan')]);
});

describe('a comment that is deleted at the same time', () => {
  test.each(['issues/get-comment', 'issues/update-comment'])(
    'before %s is created again',
    async (operation) => {
      const { github, post, state, texts } = await start();
      const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
      github.beforeNextRequest(operation, () => state.removeComment(id));
      expect(await post()).toMatchObject({ status: 'created' });
      expect(texts()).toEqual([writeComment(header, 'the plan')]);
    },
  );

  test('every time ends in a problem', async () => {
    const { fakes, post, state } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    fakes.faults.add({ operation: 'issues/get-comment', ...refused(404), times: 9 });
    expect(await post()).toMatchObject({ status: 'failed' });
  });
});

describe('a token', () => {
  const permission =
    'Give the job permissions: pull-requests: write (a pull request of a fork cannot have it)';

  test.each(['none', 'read'] as const)(
    'with pull-requests: %s, as of a fork, is a problem to fix',
    async (access) => {
      const { github, post, texts } = await start();
      github.permit(access);
      expect(await post()).toEqual({
        status: 'failed',
        problem: `GitHub returned 403: Resource not accessible by integration. ${permission}`,
      });
      expect(texts()).toEqual([]);
    },
  );

  test('that may not update is asked once', async () => {
    const { fakes, post, state, texts, outcomes } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    fakes.faults.add({ operation: 'issues/update-comment', ...refused(403) });
    expect(await post()).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining(permission),
    });
    expect(outcomes('issues/update-comment')).toEqual(['Forbidden']);
    expect(texts()).toEqual([writeComment(older, 'before')]);
  });

  test.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    'Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    'Must have admin rights to Repository.',
  ])('that is rejected for another reason gets only that reason: %s', async (message) => {
    const { fakes, post } = await start();
    fakes.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'Forbidden', message },
    });
    expect(await post()).toEqual({
      status: 'failed',
      problem: `GitHub returned 403: ${message.replace(/\.$/, '')}. Resolve what GitHub reports, then run again`,
    });
  });

  test('whose owner may not use it here is a problem with advice', async () => {
    const { fakes, post } = await start();
    const message = 'Resource not accessible by personal access token';
    fakes.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'Forbidden', message },
    });
    expect(await post()).toMatchObject({
      problem: `GitHub returned 403: ${message}. Give that token the permission to write pull requests of this repository`,
    });
  });

  test('that is rejected with an endless text is reported with the start of it', async () => {
    const { fakes, post } = await start();
    fakes.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'Forbidden', message: 'x'.repeat(100_000) },
    });
    const { problem = '' } = { problem: '', ...(await post()) };
    expect(problem).toContain('... (99000 more characters)');
    expect(problem.length).toBeLessThan(1_200);
  });

  test('that GitHub does not know is a problem with advice', async () => {
    const { post } = await start();
    expect(await post({}, 'ghs_unknown')).toMatchObject({
      status: 'failed',
      problem:
        "GitHub returned 401: Bad credentials. Set github-token to the job's token, or to another valid one",
    });
  });

  test('that cannot see the pull request is a problem with advice', async () => {
    const { post } = await start();
    expect(await post({ pullNumber: 404 })).toMatchObject({
      status: 'failed',
      problem:
        'GitHub returned 404: Not Found. The token probably cannot see this pull request. Set github-token to a token of this repository',
    });
  });
});

test('a body that GitHub rejects is a problem with its message', async () => {
  const { post } = await start();
  expect(await post({ body: 'x'.repeat(65_536) })).toEqual({
    status: 'failed',
    problem: expect.stringContaining('body is too long (maximum is 65536 characters)'),
  });
});

describe('throttling', () => {
  const inTwentySeconds = () => rateLimited(Math.floor(Date.now() / 1000) + 20);

  test.each([
    ['429 with retry-after', () => secondaryRateLimit(429, 30), 30],
    ['403 with retry-after', () => secondaryRateLimit(403, 60), 60],
    ['an exhausted limit until its reset', inTwentySeconds, 20],
  ])('by %s is waited for', async (_, fault, seconds) => {
    const { fakes, context, post, texts } = await start();
    fakes.faults.add({ operation: 'issues/create-comment', ...fault() });
    expect(await post()).toMatchObject({ status: 'created' });
    expect(context.clock.now() / 1000).toBeGreaterThan(seconds - 2);
    expect(context.clock.now() / 1000).toBeLessThan(seconds + 2);
    expect(texts()).toHaveLength(1);
  });

  test('without a time makes it wait a minute', async () => {
    const { fakes, context, post } = await start();
    const limited = { fault: 'error', status: 429, code: 'Limited', message: 'slow' } as const;
    fakes.faults.add({
      operation: 'issues/list-comments',
      ...limited,
      headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' },
    });
    expect(await post()).toMatchObject({ status: 'created' });
    expect(context.clock.now()).toBe(60_500);
  });

  test.each([
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID E198.',
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
  ])('that only the message of a 403 names takes a minute of waiting: %s', async (message) => {
    const { fakes, context, post, texts } = await start();
    fakes.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'SecondaryRateLimit', message },
    });
    expect(await post()).toMatchObject({ status: 'created' });
    expect(context.clock.now()).toBe(60_500);
    expect(texts()).toHaveLength(1);
  });

  test('named in the message of a 403, of any operation, does not mean a missing permission', async () => {
    const { fakes, github, post, state, texts } = await start();
    const token = github.addToken(mona);
    state.addComment(pull, jobAuthor, writeComment(older, 'of the bot'));
    fakes.faults.add({ operation: 'users/get-authenticated', ...secondaryRateLimit(403) });
    expect(await post({}, token)).toMatchObject({ status: 'created' });
    expect(texts()).toHaveLength(2);
  });

  test.each([
    ['for longer than a minute', 900, [61]],
    ['again and again', 900, [30, 20, 11]],
    ['past the deadline', 30, [30]],
  ])('%s is given up without waiting for it', async (_, deadline, reported) => {
    const { fakes, context, post, texts } = await start(deadline);
    for (const seconds of reported) {
      const operation = 'issues/list-comments';
      fakes.faults.add({ operation, ...secondaryRateLimit(429, seconds) });
    }
    expect(await post()).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('GitHub limits the requests of this token'),
    });
    expect(context.clock.now()).toBeLessThan(52_000);
    expect(texts()).toEqual([]);
  });

  test('is not taken for a missing permission when the author is read', async () => {
    const { fakes, github, post, state, texts } = await start();
    const token = github.addToken(mona);
    state.addComment(pull, jobAuthor, writeComment(older, 'of the bot'));
    fakes.faults.add({ operation: 'users/get-authenticated', ...secondaryRateLimit(403, 5) });
    expect(await post({}, token)).toMatchObject({ status: 'created' });
    expect(texts()).toHaveLength(2);
  });
});

describe('GitHub with an outage', () => {
  test.each<PlainFault>([
    'status500',
    '502-html',
    '503-unavailable',
    'hangup',
    'garbled',
    'empty',
    'endless',
  ])('(%s) while listing is retried with growing delays', async (fault) => {
    const { fakes, context, post, texts } = await start();
    fakes.faults.add({ operation: 'issues/list-comments', fault, times: 3 });
    expect(await post()).toMatchObject({ status: 'created' });
    expect(context.clock.now()).toBe(500 + 1000 + 2000);
    expect(texts()).toHaveLength(1);
  });

  test('that lasts is given up after four attempts', async () => {
    const { fakes, post, outcomes, lines } = await start();
    const operation = 'issues/list-comments';
    fakes.faults.add({ operation, fault: '503-unavailable', times: Number.POSITIVE_INFINITY });
    expect(await post()).toEqual({
      status: 'failed',
      problem: expect.stringContaining('GitHub returned 503: Service unavailable'),
    });
    expect(outcomes(operation)).toHaveLength(4);
    expect(lines).toEqual(
      ['0.5', '1.0', '2.0'].map(
        (seconds) => `GitHub returned 503: Service unavailable; retrying in ${seconds} s`,
      ),
    );
  });

  test('is given up if the deadline leaves no time for a delay', async () => {
    const { fakes, post, outcomes } = await start(2);
    const operation = 'issues/list-comments';
    fakes.faults.add({ operation, fault: 'status500', times: Number.POSITIVE_INFINITY });
    expect(await post()).toMatchObject({ status: 'failed' });
    expect(outcomes(operation)).toHaveLength(2);
  });

  test('that never answers is given up at the deadline', async () => {
    const { fakes, post } = await start(1.1);
    const operation = 'issues/list-comments';
    fakes.faults.add({ operation, fault: 'hang', times: Number.POSITIVE_INFINITY });
    expect(await post()).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('no response from GitHub within 1.1 s'),
    });
  });

  test('that refuses connections is a problem', async () => {
    const { github, context, post } = await start();
    const env = { ...context.env, GITHUB_API_URL: 'http://127.0.0.1:1' };
    expect(await post({}, github.token, env)).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('no usable response from GitHub (ECONNREFUSED: '),
    });
  });

  test.each([0, 0.9])(
    'does not matter with %d s to the deadline, when no request is sent',
    async (seconds) => {
      const { fakes, post } = await start(seconds);
      expect(await post()).toMatchObject({
        status: 'failed',
        problem: expect.stringContaining('no time was left for a request to GitHub'),
      });
      expect(fakes.requestLog.requests).toEqual([]);
    },
  );
});

describe('an ambiguous response', () => {
  test.each<PlainFault>([
    'applied-then-hangup',
    'applied-then-500',
    'applied-then-503',
    'cut',
    'endless',
  ])('of a create (%s) makes no second comment', async (fault) => {
    const { fakes, post, texts, outcomes } = await start();
    fakes.faults.add({ operation: 'issues/create-comment', fault });
    expect(await post()).toMatchObject({ status: 'created' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(outcomes('issues/create-comment')).toEqual([fault]);
  });

  test('of an update is found to have been applied', async () => {
    const { fakes, post, state, outcomes } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    fakes.faults.add({ operation: 'issues/update-comment', fault: 'applied-then-hangup' });
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(outcomes('issues/update-comment')).toHaveLength(1);
  });

  test('of a removal that was not applied does not keep the outdated comment', async () => {
    const { fakes, post, state, texts } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    state.addComment(pull, jobAuthor, writeComment(header, 'first'));
    fakes.faults.add({ operation: 'issues/delete-comment', fault: 'status500' });
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('of a removal is found to have been applied', async () => {
    const { fakes, post, state, texts } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    state.addComment(pull, jobAuthor, writeComment(header, 'first'));
    fakes.faults.add({ operation: 'issues/delete-comment', fault: 'applied-then-500' });
    expect(await post()).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });
});

describe('a run that is cancelled', () => {
  const reason = new Failure('cancelled', 'the run was cancelled');

  test('ends in the middle of a request, with the cancellation', async () => {
    const { fakes, github, cancel, post, texts } = await start();
    github.beforeNextRequest('issues/list-comments', () => cancel.abort(reason));
    fakes.faults.add({ operation: 'issues/list-comments', fault: 'slow', ms: 10_000 });
    await expect(post()).rejects.toBe(reason);
    expect(texts()).toEqual([]);
  });

  test('sends no request', async () => {
    const { fakes, cancel, post } = await start();
    cancel.abort(reason);
    await expect(post()).rejects.toBe(reason);
    expect(fakes.requestLog.requests).toEqual([]);
  });
});
