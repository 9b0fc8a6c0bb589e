import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { readEventTime } from '../../../src/github/claimed-run.ts';
import {
  type CommentHeader,
  commentRoom,
  writeComment,
} from '../../../src/github/comment-marker.ts';
import { type CommentRequest, postComment } from '../../../src/github/upsert-comment.ts';
import type { PlainFault } from '../../fakes/faults.ts';
import { rateLimited, refused, secondaryRateLimit } from '../../fakes/github/faults.ts';
import { defaultPull, jobAuthor } from '../../fakes/github/github.ts';
import type { WorkflowRun } from '../../fakes/github/repository.ts';
import { startGitHubWorld } from '../../fakes/rest-world.ts';

const key = { file: 'byoasn.yml', targets: [] };
const header: CommentHeader = { key, run: { runId: 50, attempt: 1 }, phase: 'plan' };
const older: CommentHeader = { ...header, run: { runId: 49, attempt: 3 }, phase: 'apply' };
const newer: CommentHeader = { ...header, run: { runId: 51, attempt: 1 } };
const mona = { login: 'mona', type: 'User' } as const;
const pull = defaultPull.number;

async function start(seconds?: number) {
  const started = await startGitHubWorld(seconds);
  const { peers, github, world } = started;
  const request: CommentRequest = {
    token: github.token,
    apiUrl: github.url,
    repository: 'octo-org/prefixes',
    pullNumber: pull,
    ...header,
    eventTime: undefined,
    body: 'the plan',
  };
  const post = (changes: Partial<CommentRequest> = {}) =>
    postComment({ ...request, ...changes }, world);
  const state = github.repository();
  const texts = () => state.comments(pull).map(({ body }) => body);
  const outcomes = (operation: string) => peers.journal.of(operation).map(({ outcome }) => outcome);
  return { ...started, post, state, texts, outcomes };
}

const urlOf = (id: number) => `https://github.com/octo-org/prefixes/pull/7#issuecomment-${id}`;

describe('the comment', () => {
  test('is created where there is none', async () => {
    const { post, state, texts } = await start();
    state.addComment(pull, mona, 'looks good');
    const posted = await post();
    expect(texts()).toEqual(['looks good', writeComment(header, 'the plan')]);
    expect(posted).toEqual({ done: 'created', url: urlOf(state.comments(pull)[1]?.id ?? 0) });
  });

  test('is updated in place by the next run', async () => {
    const { post, state, texts } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post()).toEqual({ done: 'updated', url: urlOf(id) });
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
    expect(await post(changes)).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment({ ...header, ...changes }, changes.body ?? 'the plan')]);
  });

  test('is found on the third page', async () => {
    const { post, state, texts } = await start();
    for (let nth = 0; nth < 230; nth += 1) state.addComment(pull, mona, `comment ${nth}`);
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    for (let nth = 0; nth < 20; nth += 1) state.addComment(pull, mona, `answer ${nth}`);
    expect(await post()).toEqual({ done: 'updated', url: urlOf(id) });
    expect(texts()).toHaveLength(251);
  });

  test('is left alone where the very text stands there, in whatever line ends', async () => {
    const { post, state, outcomes } = await start();
    const text = writeComment(header, 'the\nplan').replaceAll('\n', '\r\n');
    const { id } = state.addComment(pull, jobAuthor, text);
    expect(await post({ body: 'the\nplan\n' })).toEqual({ done: 'unchanged', url: urlOf(id) });
    expect(outcomes('issues/update-comment')).toEqual([]);
  });

  test('takes the marker of a newer run with the same body, which holds off those between', async () => {
    const { post, texts } = await start();
    await post();
    const last = { runId: 60, attempt: 1 };
    expect(await post({ run: last })).toMatchObject({ done: 'updated' });
    expect(await post({ run: { runId: 55, attempt: 1 }, body: 'stale' })).toMatchObject({
      done: 'newer',
    });
    expect(texts()).toEqual([writeComment({ ...header, run: last }, 'the plan')]);
  });

  test('is one for each file and each choice of targets', async () => {
    const { post, texts } = await start();
    const keys = [key, { file: 'other.yml', targets: [] }, { file: 'byoasn.yml', targets: ['a'] }];
    for (const each of keys) expect(await post({ key: each })).toMatchObject({ done: 'created' });
    for (const each of keys) expect(await post({ key: each })).toMatchObject({ done: 'unchanged' });
    expect(texts()).toHaveLength(3);
  });

  test.each(['--><h1>.yml', 'a\n--> b.yml', '"}--!>\u202e.yml', '\u{1f310}/@octo-org #1.yml'])(
    'of the file %j is found again',
    async (file) => {
      const { post, texts } = await start();
      expect(await post({ key: { file, targets: [file] } })).toMatchObject({ done: 'created' });
      const again = { key: { file, targets: [file] }, body: 'again' };
      expect(await post(again)).toMatchObject({ done: 'updated' });
      expect(texts()).toHaveLength(1);
    },
  );

  test('may fill all of its room', async () => {
    const { post } = await start();
    expect(await post({ body: 'x'.repeat(commentRoom(key)) })).toMatchObject({ done: 'created' });
  });
});

describe('another author', () => {
  test('who pastes the marker is not us', async () => {
    const { post, state, texts } = await start();
    const pasted = writeComment(older, 'before');
    state.addComment(pull, mona, pasted);
    expect(await post()).toMatchObject({ done: 'created' });
    expect(texts()).toEqual([pasted, writeComment(header, 'the plan')]);
  });

  test('who is a bot is not us, where the token is a user of its own', async () => {
    const { github, post, state, texts } = await start();
    const token = github.addToken({ login: 'network-machine', type: 'User' });
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post({ token })).toMatchObject({ done: 'created' });
    expect(await post({ token, body: 'again' })).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(older, 'before'), writeComment(header, 'again')]);
  });
});

describe('an older run', () => {
  test('does not write over a newer one', async () => {
    const { post, state, texts, outcomes } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(newer, 'newest'));
    expect(await post({ phase: 'apply' })).toEqual({ done: 'newer', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
    expect(outcomes('issues/update-comment')).toEqual([]);
  });

  test('does not write over a newer one that comes between its search and its update', async () => {
    const { github, post, state, texts } = await start();
    const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    github.meanwhile('issues/get-comment', () => {
      state.editComment(id, writeComment(newer, 'newest'));
    });
    expect(await post()).toEqual({ done: 'newer', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
  });

  test('takes its own comment back where a newer one created another meanwhile', async () => {
    const { github, post, texts } = await start();
    github.meanwhile('issues/create-comment', async () => {
      expect(await post({ run: newer.run, body: 'newest' })).toMatchObject({ done: 'created' });
    });
    expect(await post()).toMatchObject({ done: 'newer' });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
  });
});

test('of two comments of newer runs, an older run removes neither', async () => {
  const { post, state, texts } = await start();
  const newest: CommentHeader = { ...header, run: { runId: 52, attempt: 1 } };
  state.addComment(pull, jobAuthor, writeComment(newer, 'newer'));
  const { id } = state.addComment(pull, jobAuthor, writeComment(newest, 'newest'));
  expect(await post()).toEqual({ done: 'newer', url: urlOf(id) });
  expect(texts()).toHaveLength(2);
});

test('of two comments of the same run, the first that was made stays', async () => {
  const { post, state, texts } = await start();
  const { id } = state.addComment(pull, jobAuthor, writeComment(header, 'one job'));
  state.addComment(pull, jobAuthor, writeComment(header, 'other job'));
  expect(await post()).toEqual({ done: 'updated', url: urlOf(id) });
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
    ['the highest run there can be', forged(most), 'which GitHub does not know'],
    ['a run that is to come', forged(header.run.runId + 1), 'which GitHub does not know'],
    [
      'an attempt of this run that is to come',
      forged(50, most),
      'which has not had so many attempts',
    ],
  ])('because it names %s is written over, with a warning', async (_, marker, why) => {
    const { post, texts, warnings, id } = await claim(marker);
    expect(await post()).toEqual({ done: 'updated', url: urlOf(id) });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    const { runId, attempt } = marker.run;
    expect(warnings).toEqual([
      `The marker of the comment ${urlOf(id)} names run ${runId}, attempt ${attempt}, ${why}. Somebody has edited it, so it is written over.`,
    ]);
  });

  test('because its run began after the comment was last written is written over', async () => {
    const { state, post, texts, warnings } = await claim(newer);
    state.setRun({ id: newer.run.runId, attempts: 1, createdAt: minutes(5) });
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toEqual([expect.stringContaining('began after the comment was last written')]);
  });

  test('because the comment was last written before this run began is written over', async () => {
    const { peers, post, texts, warnings } = await claim(forged(most), minutes(5));
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toEqual([expect.stringContaining('was last written before this run began')]);
    expect(peers.journal.of('actions/get-workflow-run')).toHaveLength(1);
  });

  test('is written over without the permission to ask, where the event is newer than the comment', async () => {
    const { github, post, texts, warnings } = await claim(forged(most));
    github.permit('write');
    expect(await post({ eventTime: minutes(5) })).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toHaveLength(1);
  });

  test('is left alone where nothing tells: no permission, and no time or an older one', async () => {
    const { github, post, texts, warnings } = await claim(forged(most));
    github.permit('write');
    expect(await post()).toMatchObject({ done: 'newer' });
    expect(await post({ eventTime: minutes(-10) })).toMatchObject({ done: 'newer' });
    expect(texts()).toEqual([writeComment(forged(most), 'forged')]);
    expect(warnings).toEqual([]);
  });

  test('is not taken from a GitHub that does not know this run either', async () => {
    const { post, texts } = await claim(forged(most));
    expect(await post({ run: { runId: 49, attempt: 1 } })).toMatchObject({ done: 'newer' });
    expect(texts()).toHaveLength(1);
  });

  test('keeps no comment alive beside that of this run', async () => {
    const { state, post, texts } = await claim(forged(most));
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('that comes between the search and the update is written over too', async () => {
    const { github, state, post, texts, warnings, id } = await claim(older);
    github.meanwhile('issues/get-comment', () => {
      state.editComment(id, writeComment(forged(most), 'forged'));
    });
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(warnings).toHaveLength(1);
  });

  test('is asked about again where an answer is lost', async () => {
    const { peers, post, warnings } = await claim(forged(most));
    peers.faults.add({ operation: 'actions/get-workflow-run', fault: 'status500', times: 2 });
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(warnings).toHaveLength(1);
  });

  test.each<[string, CommentHeader, readonly WorkflowRun[]]>([
    ['a newer run', newer, [{ id: 51, attempts: 1, createdAt: minutes(-1) }]],
    ['a further attempt', forged(50, 2), [{ id: 50, attempts: 2, createdAt: minutes(-10) }]],
  ])('is none where GitHub knows %s, which stays', async (_, marker, runs) => {
    const { state, post, texts, warnings } = await claim(marker);
    for (const run of runs) state.setRun(run);
    expect(await post({ eventTime: minutes(-11) })).toMatchObject({ done: 'newer' });
    expect(texts()).toEqual([writeComment(marker, 'forged')]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['an older run', older],
    ['the same run', header],
  ])(
    'is not looked for in the comment of %s: nothing more is asked of GitHub',
    async (_, marker) => {
      const { peers, post } = await claim(marker);
      expect(await post()).toMatchObject({ done: 'updated' });
      expect(peers.journal.of('actions/get-workflow-run')).toEqual([]);
    },
  );
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
    ['that is no date', { pull_request: { updated_at: 'yesterday' } }, undefined],
  ])('%s is the latest that GitHub has set', (_, payload, time) => {
    expect(readEventTime(payload)).toBe(time);
  });
});

describe('a newer run', () => {
  test('removes the comment of an older one that created it meanwhile', async () => {
    const { github, post, state, texts } = await start();
    github.meanwhile('issues/create-comment', () => {
      state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    });
    expect(await post()).toMatchObject({ done: 'created' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('and an older one that both see two comments leave the newer one', async () => {
    const { github, post, texts } = await start();
    github.meanwhile('issues/delete-comment', async () => {
      expect(await post({ run: newer.run, body: 'newest' })).toMatchObject({ done: 'unchanged' });
    });
    github.meanwhile('issues/create-comment', async () => {
      const state = github.repository();
      state.addComment(pull, jobAuthor, writeComment(newer, 'newest'));
    });
    expect(await post()).toMatchObject({ done: 'newer' });
    expect(texts()).toEqual([writeComment(newer, 'newest')]);
  });

  test('is content where an outdated comment cannot be removed, and says so', async () => {
    const { peers, lines, post, state, texts } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    const { id } = state.addComment(pull, jobAuthor, writeComment(header, 'first'));
    peers.faults.add({ operation: 'issues/delete-comment', ...refused(403) });
    expect(await post()).toEqual({ done: 'updated', url: urlOf(id) });
    expect(texts()).toHaveLength(2);
    expect(lines).toEqual([expect.stringContaining('stays: GitHub answered 403')]);
  });
});

test('two jobs of one run that race leave one comment', async () => {
  const { github, post, texts } = await start();
  github.meanwhile('issues/create-comment', async () => void (await post({ body: 'other job' })));
  await post();
  expect(texts()).toEqual([writeComment(header, 'the plan')]);
});

describe('a comment that vanishes', () => {
  test.each(['issues/get-comment', 'issues/update-comment'])(
    'before %s is created anew',
    async (operation) => {
      const { github, post, state, texts } = await start();
      const { id } = state.addComment(pull, jobAuthor, writeComment(older, 'before'));
      github.meanwhile(operation, () => state.removeComment(id));
      expect(await post()).toMatchObject({ done: 'created' });
      expect(texts()).toEqual([writeComment(header, 'the plan')]);
    },
  );

  test('every time ends in a problem', async () => {
    const { peers, post, state } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    peers.faults.add({ operation: 'issues/get-comment', ...refused(404), times: 9 });
    expect(await post()).toMatchObject({ done: 'failed' });
  });
});

describe('a token', () => {
  const permission =
    'Give the job permissions: pull-requests: write (a pull request of a fork cannot have it)';

  test.each(['none', 'read'] as const)(
    'with pull-requests: %s, as of a fork, is a problem to solve',
    async (access) => {
      const { github, post, texts } = await start();
      github.permit(access);
      expect(await post()).toEqual({
        done: 'failed',
        problem: `GitHub answered 403: Resource not accessible by integration. ${permission}`,
      });
      expect(texts()).toEqual([]);
    },
  );

  test('that may not update is asked once', async () => {
    const { peers, post, state, texts, outcomes } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    peers.faults.add({ operation: 'issues/update-comment', ...refused(403) });
    expect(await post()).toMatchObject({
      done: 'failed',
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
  ])(
    'that is refused for another reason is told that reason, and no other: %s',
    async (message) => {
      const { peers, post } = await start();
      peers.faults.add({
        operation: 'issues/create-comment',
        ...{ fault: 'error', status: 403, code: 'Forbidden', message },
      });
      expect(await post()).toEqual({
        done: 'failed',
        problem: `GitHub answered 403: ${message.replace(/\.$/, '')}. Act on what GitHub says: without that no comment can be written here`,
      });
    },
  );

  test('that may not be used here by its owner is a problem to solve', async () => {
    const { peers, post } = await start();
    const message = 'Resource not accessible by personal access token';
    peers.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'Forbidden', message },
    });
    expect(await post()).toMatchObject({
      problem: `GitHub answered 403: ${message}. Give that token the permission to write pull requests of this repository`,
    });
  });

  test('that is refused with an endless text is told the start of it', async () => {
    const { peers, post } = await start();
    peers.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'Forbidden', message: 'x'.repeat(100_000) },
    });
    const { problem = '' } = { problem: '', ...(await post()) };
    expect(problem).toContain('... (99000 more characters)');
    expect(problem.length).toBeLessThan(1_200);
  });

  test('that GitHub does not know is a problem to solve', async () => {
    const { post } = await start();
    expect(await post({ token: 'ghs_unknown' })).toMatchObject({
      done: 'failed',
      problem:
        "GitHub answered 401: Bad credentials. Give github-token the job's token, or a valid one",
    });
  });

  test('that sees no such pull request is a problem to solve', async () => {
    const { post } = await start();
    expect(await post({ pullNumber: 404 })).toMatchObject({
      done: 'failed',
      problem:
        'GitHub answered 404: Not Found. Likely the token sees no such pull request: give github-token a token of this repository',
    });
  });
});

test('a body that GitHub refuses is a problem with its words', async () => {
  const { post } = await start();
  expect(await post({ body: 'x'.repeat(65_536) })).toEqual({
    done: 'failed',
    problem: expect.stringContaining('body is too long (maximum is 65536 characters)'),
  });
});

describe('throttling', () => {
  const inTwentySeconds = () => rateLimited(Math.floor(Date.now() / 1000) + 20);

  test.each([
    ['429 with retry-after', () => secondaryRateLimit(429, 30), 30],
    ['403 with retry-after', () => secondaryRateLimit(403, 60), 60],
    ['an exhausted limit until its reset', inTwentySeconds, 20],
  ])('by %s is waited out', async (_, fault, seconds) => {
    const { peers, world, post, texts } = await start();
    peers.faults.add({ operation: 'issues/create-comment', ...fault() });
    expect(await post()).toMatchObject({ done: 'created' });
    expect(world.clock.now() / 1000).toBeGreaterThan(seconds - 2);
    expect(world.clock.now() / 1000).toBeLessThan(seconds + 2);
    expect(texts()).toHaveLength(1);
  });

  test('that says no time is waited out for a minute', async () => {
    const { peers, world, post } = await start();
    const limited = { fault: 'error', status: 429, code: 'Limited', message: 'slow' } as const;
    peers.faults.add({
      operation: 'issues/list-comments',
      ...limited,
      headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' },
    });
    expect(await post()).toMatchObject({ done: 'created' });
    expect(world.clock.now()).toBe(60_500);
  });

  test.each([
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID E198.',
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
  ])('that only the words of a 403 tell of is waited out for a minute: %s', async (message) => {
    const { peers, world, post, texts } = await start();
    peers.faults.add({
      operation: 'issues/create-comment',
      ...{ fault: 'error', status: 403, code: 'SecondaryRateLimit', message },
    });
    expect(await post()).toMatchObject({ done: 'created' });
    expect(world.clock.now()).toBe(60_500);
    expect(texts()).toHaveLength(1);
  });

  test('by the words of a 403, whoever is asked, is no missing permission', async () => {
    const { peers, github, post, state, texts } = await start();
    const token = github.addToken(mona);
    state.addComment(pull, jobAuthor, writeComment(older, 'of the bot'));
    peers.faults.add({ operation: 'users/get-authenticated', ...secondaryRateLimit(403) });
    expect(await post({ token })).toMatchObject({ done: 'created' });
    expect(texts()).toHaveLength(2);
  });

  test.each([
    ['for longer than a minute', 900, [61]],
    ['again and again', 900, [30, 20, 11]],
    ['past the deadline', 30, [30]],
  ])('%s is given up without waiting for it', async (_, deadline, told) => {
    const { peers, world, post, texts } = await start(deadline);
    for (const seconds of told) {
      const operation = 'issues/list-comments';
      peers.faults.add({ operation, ...secondaryRateLimit(429, seconds) });
    }
    expect(await post()).toMatchObject({
      done: 'failed',
      problem: expect.stringContaining("GitHub limits the token's requests"),
    });
    expect(world.clock.now()).toBeLessThan(52_000);
    expect(texts()).toEqual([]);
  });

  test('is not taken for a missing permission when GitHub is asked who we are', async () => {
    const { peers, github, post, state, texts } = await start();
    const token = github.addToken(mona);
    state.addComment(pull, jobAuthor, writeComment(older, 'of the bot'));
    peers.faults.add({ operation: 'users/get-authenticated', ...secondaryRateLimit(403, 5) });
    expect(await post({ token })).toMatchObject({ done: 'created' });
    expect(texts()).toHaveLength(2);
  });
});

describe('GitHub out of order', () => {
  test.each<PlainFault>([
    'status500',
    '502-html',
    '503-unavailable',
    'hangup',
    'garbled',
    'empty',
    'endless',
  ])('(%s) while searching heals in a few tries with growing pauses', async (fault) => {
    const { peers, world, post, texts } = await start();
    peers.faults.add({ operation: 'issues/list-comments', fault, times: 3 });
    expect(await post()).toMatchObject({ done: 'created' });
    expect(world.clock.now()).toBe(500 + 1000 + 2000);
    expect(texts()).toHaveLength(1);
  });

  test('for ever is given up after four tries', async () => {
    const { peers, post, outcomes, lines } = await start();
    const operation = 'issues/list-comments';
    peers.faults.add({ operation, fault: '503-unavailable', times: Number.POSITIVE_INFINITY });
    expect(await post()).toEqual({
      done: 'failed',
      problem: expect.stringContaining('GitHub answered 503: Service unavailable'),
    });
    expect(outcomes(operation)).toHaveLength(4);
    expect(lines).toEqual(
      ['0.5', '1.0', '2.0'].map(
        (seconds) => `GitHub answered 503: Service unavailable; retrying in ${seconds} s`,
      ),
    );
  });

  test('is given up where the deadline leaves no time for a pause', async () => {
    const { peers, post, outcomes } = await start(2);
    const operation = 'issues/list-comments';
    peers.faults.add({ operation, fault: 'status500', times: Number.POSITIVE_INFINITY });
    expect(await post()).toMatchObject({ done: 'failed' });
    expect(outcomes(operation)).toHaveLength(2);
  });

  test('that never answers is given up when the time is over', async () => {
    const { peers, post } = await start(1.1);
    const operation = 'issues/list-comments';
    peers.faults.add({ operation, fault: 'hang', times: Number.POSITIVE_INFINITY });
    expect(await post()).toMatchObject({
      done: 'failed',
      problem: expect.stringContaining('no answer from GitHub within 1.1 s'),
    });
  });

  test('where nobody listens is a problem', async () => {
    const { post } = await start();
    expect(await post({ apiUrl: 'http://127.0.0.1:1' })).toMatchObject({
      done: 'failed',
      problem: expect.stringContaining('no answer from GitHub'),
    });
  });

  test.each([0, 0.9])(
    'does not matter with %d s to the deadline, when nothing is asked',
    async (seconds) => {
      const { peers, post } = await start(seconds);
      expect(await post()).toMatchObject({
        done: 'failed',
        problem: expect.stringContaining('no time was left to ask GitHub'),
      });
      expect(peers.journal.requests).toEqual([]);
    },
  );
});

describe('a lost answer', () => {
  test.each<PlainFault>([
    'applied-then-hangup',
    'applied-then-500',
    'applied-then-503',
    'cut',
    'endless',
  ])('of a create (%s) makes no second comment', async (fault) => {
    const { peers, post, texts, outcomes } = await start();
    peers.faults.add({ operation: 'issues/create-comment', fault });
    expect(await post()).toMatchObject({ done: 'created' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
    expect(outcomes('issues/create-comment')).toEqual([fault]);
  });

  test('of an update is found to have been applied', async () => {
    const { peers, post, state, outcomes } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    peers.faults.add({ operation: 'issues/update-comment', fault: 'applied-then-hangup' });
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(outcomes('issues/update-comment')).toHaveLength(1);
  });

  test('of a removal that was not applied does not keep the outdated comment', async () => {
    const { peers, post, state, texts } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    state.addComment(pull, jobAuthor, writeComment(header, 'first'));
    peers.faults.add({ operation: 'issues/delete-comment', fault: 'status500' });
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });

  test('of a removal is found to have been applied', async () => {
    const { peers, post, state, texts } = await start();
    state.addComment(pull, jobAuthor, writeComment(older, 'before'));
    state.addComment(pull, jobAuthor, writeComment(header, 'first'));
    peers.faults.add({ operation: 'issues/delete-comment', fault: 'applied-then-500' });
    expect(await post()).toMatchObject({ done: 'updated' });
    expect(texts()).toEqual([writeComment(header, 'the plan')]);
  });
});

describe('a run that is cancelled', () => {
  const reason = new Failure('cancelled', 'the run was cancelled');

  test('ends in the middle of a request, with the cancellation', async () => {
    const { peers, github, cancel, post, texts } = await start();
    github.meanwhile('issues/list-comments', () => cancel.abort(reason));
    peers.faults.add({ operation: 'issues/list-comments', fault: 'slow', ms: 10_000 });
    await expect(post()).rejects.toBe(reason);
    expect(texts()).toEqual([]);
  });

  test('asks nothing', async () => {
    const { peers, cancel, post } = await start();
    cancel.abort(reason);
    await expect(post()).rejects.toBe(reason);
    expect(peers.journal.requests).toEqual([]);
  });
});
