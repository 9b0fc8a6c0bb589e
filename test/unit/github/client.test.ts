import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createGitHub } from '../../../src/github/client.ts';
import { GitHubError } from '../../../src/github/response.ts';
import { brokenBy, memoryTransport } from '../../fakes/memory-transport.ts';
import { virtualContext } from '../../fakes/retry-context.ts';

type ScriptedResponses = NonNullable<Parameters<typeof memoryTransport>[0][string]>;

const apiUrl = 'https://ghe.example.com/api/v3/';
const path = '/repos/octo-org/prefixes/issues/7/comments';

/** Sends one request, which meets these responses, one after the other. */
async function send(responses: ScriptedResponses, request: object = {}) {
  const transport = memoryTransport({ IdToken: responses });
  const env = { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: 'o/r' };
  const gitHub = createGitHub('ghs_token', { ...virtualContext(), env, transport });
  const result = await gitHub
    .send(v.object({ id: v.number() }), { path, ...request })
    .catch((e) => e);
  return { result, sent: transport.sent };
}

const ok = { status: 200, body: '{"id":1}' };
const page = '<!DOCTYPE html><html><title>Blocked</title></html>';

describe('a request to GitHub', () => {
  test('goes below the root of the API, with the token', async () => {
    const query = { per_page: '100' };
    const { result, sent } = await send([ok], { method: 'POST', query, body: { body: 'ä' } });
    expect(result).toEqual({ id: 1 });
    expect(sent).toMatchObject([
      {
        method: 'POST',
        url: `https://ghe.example.com/api/v3${path}`,
        query,
        headers: {
          host: 'ghe.example.com',
          authorization: 'Bearer ghs_token',
          'content-length': '13',
        },
      },
    ]);
  });

  test.each([301, 302, 307, 308])('follows a redirect (%i) of GitHub', async (status) => {
    const moved = 'https://ghe.example.com/api/v3/repositories/5/issues/7/comments?page=2';
    const { result, sent } = await send([{ status, body: '', headers: { location: moved } }, ok]);
    expect(result).toEqual({ id: 1 });
    expect(sent[1]).toMatchObject({ url: moved.replace('?page=2', ''), query: { page: '2' } });
  });

  test.each(['https://elsewhere.example.com/', 'http://ghe.example.com/', 'nowhere:', undefined])(
    'follows no redirect to %s, which is not GitHub',
    async (location) => {
      const headers = location === undefined ? {} : { location };
      const { result, sent } = await send([{ status: 301, body: '', headers }]);
      expect(result.result).toMatchObject({ kind: 'rejected', status: 301 });
      expect(sent).toHaveLength(1);
    },
  );

  test.each([
    ['throttled', { status: 429, body: page }],
    ['ambiguous', { status: 502, body: page }],
    ['ambiguous', { status: 200, body: 'not JSON' }],
    ['ambiguous', brokenBy('ECONNRESET')],
    ['ambiguous', brokenBy('ECONNREFUSED')],
    ['rejected', brokenBy('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['rejected', { status: 403, body: page }],
    ['rejected', { status: 404, body: page }],
  ])('is %s after %j', async (kind, response) => {
    const { result } = await send([response]);
    expect(result).toBeInstanceOf(GitHubError);
    expect(result.result.kind).toBe(kind);
  });

  test('that a server before GitHub rejects has no status from GitHub', async () => {
    const { result } = await send([{ status: 404, body: page }]);
    expect(result.result).toEqual({ kind: 'rejected', status: undefined });
    expect(result.message).toContain(
      'this is not a response from ghe.example.com; it says "Blocked"',
    );
  });
});
