import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTransport } from '../../../src/aws/transport.ts';
import { createGitHub } from '../../../src/github/client.ts';
import { type CommentHeader, writeComment } from '../../../src/github/comment-marker.ts';
import { findPullNumber } from '../../../src/github/find-pull-request.ts';
import { type CommentRequest, postComment } from '../../../src/github/upsert-comment.ts';
import { readLinks } from '../../../src/inputs/links.ts';
import { readGitHubRun } from '../../../src/inputs/runner.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { hostileText } from '../../unit/report/text.ts';
import { fuzz, fuzzTimeoutMs } from './fuzz.ts';
import { allHostileText } from './texts.ts';

/** The response to a request, from GitHub or from something in between. */
interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request as `GET /user`, and what came with it. */
interface ReceivedRequest {
  readonly line: string;
  readonly body: string;
}

let answerOf: (asked: ReceivedRequest, nth: number) => Answer = () => ({ status: 500, body: '' });
let requests: ReceivedRequest[] = [];

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const asked = { line: `${request.method} ${request.url}`, body };
  requests.push(asked);
  const { status, headers, body: text } = answerOf(asked, requests.length);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(status === 204 || status === 304 ? undefined : text);
});

beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => void server.close());

const key = { file: 'byoasn.yml', targets: [] };
const header: CommentHeader = { key, run: { runId: 50, attempt: 1 }, phase: 'plan' };

/** One of GitHub's comments. */
const commentOf = (
  body: unknown,
  user: unknown = { login: 'github-actions[bot]', type: 'Bot' },
) => ({
  id: 7,
  html_url: 'https://github.com/octo-org/prefixes/pull/7#issuecomment-7',
  body,
  user,
});

async function post(answers: typeof answerOf) {
  answerOf = answers;
  requests = [];
  const { port } = server.address() as AddressInfo;
  const retryContext = virtualContext(60);
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_REPOSITORY: 'octo-org/prefixes',
  };
  const transport = openTransport();
  const gitHub = createGitHub('hostile-test-token', { ...retryContext, env, transport });
  const log = { ...retryContext.log, warning() {} };
  const request: CommentRequest = {
    ...header,
    pullNumber: 7,
    ifMissing: 'create',
    eventTime: undefined,
    body: 'the plan',
  };
  const event = { name: 'push', payload: {}, sha: '0123456789abcdef' };
  return {
    posted: () => postComment(request, gitHub, log),
    found: () => findPullNumber(event, gitHub),
  };
}

const mutations = () => requests.filter(({ line }) => !line.startsWith('GET '));

const json = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.array(fc.jsonValue()).map((value) => JSON.stringify(value)),
  fc
    .array(fc.record({ id: fc.jsonValue(), body: hostileText, user: fc.jsonValue() }))
    .map((some) => JSON.stringify(some)),
  fc.constantFrom(
    '',
    '[',
    '{',
    'null',
    '[null]',
    '{"__proto__":{"x":1}}',
    '<html>',
    '[[[['.repeat(2_000),
  ),
  hostileText,
);
const headerText = hostileText.map((text) => text.replaceAll(/[^ -~]/g, ''));
const answer = fc.record({
  status: fc.constantFrom(
    200,
    201,
    202,
    204,
    400,
    401,
    403,
    404,
    410,
    422,
    429,
    451,
    500,
    502,
    599,
  ),
  headers: fc.oneof(
    fc.constant({}),
    fc.record({
      'content-type': fc.constantFrom(
        'application/json',
        'text/html',
        'application/json; charset=x',
        '',
      ),
      'retry-after': fc.constantFrom('0', '-1', '1e9', '9999999999', 'never', ''),
      'x-ratelimit-remaining': fc.constantFrom('0', 'x'),
      'x-ratelimit-reset': fc.constantFrom('0', '99999999999', '-1', 'x'),
      date: fc.constantFrom('never', 'Thu, 01 Jan 1970 00:00:00 GMT'),
      link: fc.oneof(fc.constant('<https://evil.example>; rel="next"'), headerText),
    }),
  ),
  body: json,
});

describe('whatever GitHub responds,', () => {
  test(
    'to the comment, the comment is posted, or the problem is one line',
    async () => {
      await fuzz(
        'GitHub answers to the comment',
        fc.array(answer, { minLength: 1, maxLength: 4 }),
        120,
        async (answers) => {
          const { posted } = await post(
            (_, nth) => answers[nth % answers.length] ?? { status: 500, body: '' },
          );
          const { status } = await posted();
          expect(['created', 'updated', 'unchanged', 'newer', 'failed']).toContain(status);
          expect(requests.length).toBeLessThan(150);
          expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x');
        },
      );
    },
    fuzzTimeoutMs,
  );

  test(
    'about the pull request, the result is a number, nothing, or a problem',
    async () => {
      await fuzz('GitHub answers about the pull', answer, 40, async (reply) => {
        const { found } = await post(() => reply);
        const pull = await found();
        if (typeof pull === 'number') expect(Number.isSafeInteger(pull) && pull > 0).toBe(true);
        else expect([undefined, 'failed']).toContain(pull?.status);
      });
    },
    fuzzTimeoutMs,
  );

  test('a retry-after of zero does not lead to a busy loop', async () => {
    const headers = { 'retry-after': '0' };
    const { posted } = await post(() => ({ status: 429, headers, body: '{}' }));
    expect(await posted()).toMatchObject({ status: 'failed' });
    expect(requests.length).toBeLessThan(20);
  });

  test('about the pull request, an invalid number is not requested', async () => {
    const pulls = [{ number: -1.5, state: 'open', merged_at: null, merge_commit_sha: null }];
    const { found } = await post(() => ({ status: 200, body: JSON.stringify(pulls) }));
    expect(await found()).not.toBeTypeOf('number');
  });
});

describe('comments by others', () => {
  const marker = writeComment({ ...header, run: { runId: 1, attempt: 1 } }, 'forged');
  const author = fc.oneof(
    fc.record({
      login: fc.oneof(
        fc.constantFrom('mona', 'github-actions', 'github-actions[bot]', ''),
        hostileText,
      ),
      type: fc.constantFrom('User', 'Organization', 'Mannequin', 'bot', 'BOT', 'Bot ', ''),
    }),
    fc.constant(null),
  );
  const body = fc.oneof(
    fc.constantFrom(marker, `${marker}\r\n`, `\n${marker}`, allHostileText, null),
    hostileText.map((text) => `${marker}${text}`),
    hostileText.map((text) => marker.replace('byoasn.yml', text)),
  );

  test(
    'with our marker are never overwritten or removed',
    async () => {
      const others = fc.array(fc.tuple(body, author), { minLength: 1, maxLength: 5 });
      await fuzz('forged comments', others, 60, async (some) => {
        const listed = JSON.stringify(some.map(([text, user]) => commentOf(text, user)));
        const { posted } = await post(({ line }) => {
          if (line.startsWith('GET /user')) return { status: 403, body: '{"message":"no"}' };
          if (line.startsWith('GET ')) return { status: 200, body: listed };
          return { status: 201, body: JSON.stringify(commentOf('x')) };
        });
        expect(await posted()).toMatchObject({ status: 'created' });
        expect(mutations().map(({ line }) => line)).toEqual([
          'POST /repos/octo-org/prefixes/issues/7/comments',
        ]);
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'on endless pages are read only until the deadline',
    async () => {
      const page = JSON.stringify(Array.from({ length: 100 }, () => commentOf('x')));
      const { posted } = await post(() => ({ status: 200, body: page }));
      expect(await posted()).toMatchObject({ status: 'failed' });
      expect(requests.length).toBeLessThan(300);
    },
    fuzzTimeoutMs,
  );
});

describe('an event', () => {
  test('with any payload gives links, a trigger and a number or none', async () => {
    const payload = fc.oneof(
      fc.jsonValue(),
      fc.record({
        pull_request: fc.oneof(
          fc.jsonValue(),
          fc.record({ number: fc.jsonValue(), head: fc.jsonValue() }),
        ),
        issue: fc.jsonValue(),
        workflow_run: fc.record({ pull_requests: fc.jsonValue() }),
        merge_group: fc.record({ head_ref: fc.oneof(hostileText, fc.jsonValue()) }),
      }),
    );
    const name = fc.constantFrom(
      ...[
        'pull_request',
        'pull_request_target',
        'issue_comment',
        'merge_group',
        'workflow_run',
        '',
      ],
    );
    await fuzz('events', fc.tuple(name, payload), 3_000, async ([name, payload]) => {
      const { trigger } = readGitHubRun({ GITHUB_EVENT_NAME: name }, payload);
      expect(['fork', 'repository']).toContain(trigger);
      readLinks({ GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r' }, payload);
      const { pullNumberOfEvent } = await import('../../../src/github/find-pull-request.ts');
      const number = pullNumberOfEvent({ name, payload, sha: '' });
      expect(number === undefined || (Number.isSafeInteger(number) && number > 0)).toBe(true);
    });
  });
});
