import { describe, expect, test } from 'vitest';
import { callOnce } from '../../../../src/aws/call.ts';
import { requestIdToken } from '../../../../src/aws/credentials/id-token.ts';
import { Failure } from '../../../../src/failure.ts';
import { connectionContext, idTokenEndpoint } from '../../../fakes/connection-context.ts';
import {
  brokenBy,
  memoryTransport,
  type ScriptedResponse,
} from '../../../fakes/memory-transport.ts';
import { idToken, tokenReply } from '../../../fakes/replies.ts';

const token = idToken({ sub: 'repo:octo-org/prefixes:environment:byoasn' });

function ask(
  tokenResponse: ScriptedResponse,
  { url = idTokenEndpoint.url, context = connectionContext() } = {},
) {
  const transport = memoryTransport({ IdToken: [tokenResponse] });
  const asking = callOnce(
    (signal) => requestIdToken({ ...idTokenEndpoint, url }, 'sts.amazonaws.com', transport, signal),
    context,
  );
  return { asking, transport };
}

describe('an ID token', () => {
  test('is requested from the ID token endpoint of the runner, with its token and the audience', async () => {
    const { asking, transport } = ask(tokenReply(token));
    await expect(asking).resolves.toBe(token);
    expect(transport.sent).toEqual([
      {
        operation: 'IdToken',
        method: 'GET',
        url: 'https://vstoken.example/42/idtoken',
        query: { 'api-version': '2.0', audience: 'sts.amazonaws.com' },
        headers: {
          authorization: 'Bearer example-request-token',
          accept: 'application/json',
          host: 'vstoken.example',
        },
        form: {},
      },
    ]);
  });

  test('is requested from an endpoint with a port', async () => {
    const { asking, transport } = ask(tokenReply(token), {
      url: 'http://127.0.0.1:8080/token?a=b',
    });
    await asking;
    expect(transport.sent).toMatchObject([
      {
        url: 'http://127.0.0.1:8080/token',
        query: { a: 'b', audience: 'sts.amazonaws.com' },
        headers: { host: '127.0.0.1:8080' },
      },
    ]);
  });

  test.each(['no address', 'ftp://vstoken.example/', 'https:', 'xhttp://vstoken.example/'])(
    'is not requested from an invalid endpoint (%s)',
    async (url) => {
      const { asking, transport } = ask(tokenReply(token), { url });
      await expect(asking).rejects.toMatchObject({
        name: 'CallError',
        result: {
          kind: 'rejected',
          code: 'InvalidURL',
          message: expect.stringContaining('ACTIONS_ID_TOKEN_REQUEST_URL'),
          httpStatus: undefined,
        },
      });
      expect(transport.sent).toEqual([]);
    },
  );

  test.each([
    ['no JSON', 'eyJhbGciOiJSUzI1NiJ9'],
    ['nothing', ''],
    ['null', 'null'],
    ['a text', '"token"'],
    ['no value', '{}'],
    ['an empty value', '{"value":""}'],
    ['a value of another type', '{"value":7}'],
  ])('cannot be read if the ID token endpoint responds with %s', async (_, body) => {
    await expect(ask({ status: 200, body }).asking).rejects.toMatchObject({
      name: 'CallError',
      result: {
        kind: 'ambiguous',
        code: 'Unreadable',
        message: "the response of GitHub's ID token endpoint has no token",
      },
    });
  });

  test.each([
    ['a page in its place', { status: 200, body: '<html><title>Sign in</title>' }, '"Sign in"'],
    ['a page that refuses', { status: 403, body: '<!DOCTYPE html><p>No entry</p>' }, '"No entry"'],
    [
      'a redirection',
      { status: 302, body: token, headers: { location: 'https://sign.example/?id=1' } },
      'nothing (location: https://sign.example/)',
    ],
  ])(
    'is not returned if %s responds, and no token appears in the error',
    async (_, response, quoted) => {
      await expect(ask(response).asking).rejects.toMatchObject({
        result: {
          kind: 'intercepted',
          code: 'Intercepted',
          message: `this is not a response from vstoken.example; it says ${quoted}`,
        },
      });
    },
  );

  test.each([
    [401, 'rejected'],
    [403, 'rejected'],
    [201, 'ambiguous'],
    [429, 'throttled'],
    [500, 'ambiguous'],
    [503, 'ambiguous'],
  ])(
    'is not returned if the ID token endpoint responds with HTTP %i, which is %s',
    async (status, kind) => {
      const { asking, transport } = ask({ ...tokenReply(token), status });
      await expect(asking).rejects.toMatchObject({
        name: 'CallError',
        result: {
          kind,
          code: `HTTP ${status}`,
          message: "GitHub's ID token endpoint gave no token",
          httpStatus: status,
          requestId: undefined,
        },
      });
      expect(transport.sent).toHaveLength(1);
    },
  );

  test.each([
    ['ECONNREFUSED', 'unsent'],
    ['ECONNRESET', 'ambiguous'],
  ])('is not returned if the connection breaks with %s, which is %s', async (code, kind) => {
    await expect(ask(brokenBy(code)).asking).rejects.toMatchObject({ result: { kind, code } });
  });

  test('is no longer requested after the run is cancelled', async () => {
    const controller = new AbortController();
    const { asking, transport } = ask('never', {
      context: connectionContext({ cancelled: controller.signal }),
    });
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    controller.abort(cancelled);
    await expect(asking).rejects.toBe(cancelled);
    await expect.poll(() => transport.aborted).toEqual(['IdToken']);
  });
});
