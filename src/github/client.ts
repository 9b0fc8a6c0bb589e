import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { requestTo, type Transport } from '../aws/transport.ts';
import type { CallContext } from '../lib/call-context.ts';
import type { Environment } from '../lib/environment.ts';
import { parseJson } from '../lib/json.ts';
import { retry } from '../lib/retry.ts';
import { withTimeout } from '../lib/timeout.ts';
import { type Access, explainError } from './access.ts';
import { createBackoff, GitHubError, readFailedRequest, readRejection } from './response.ts';

/** What requests to GitHub need besides a token. */
export interface GitHubContext extends CallContext {
  readonly env: Environment;
  readonly transport: Transport;
}

/** One request; the path is below the root of the API, such as `/user`. */
interface GitHubRequest {
  readonly path: string;
  /** GET when left out. */
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** GitHub did not carry out a request; `problem` says why, and what to do. */
export interface Failed {
  readonly status: 'failed';
  readonly problem: string;
}

/** Octokit's types of GitHub's API. Its code is not used: it brings its own HTTP client. */
export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>['rest'];

/**
 * Schemas for fields of a response, or of the items that it lists; a name that GitHub's API does not
 * have is a type error.
 */
export type FieldsOf<Call extends (...input: never[]) => Promise<{ data: object }>> = {
  readonly [Name in keyof ItemOf<Awaited<ReturnType<Call>>['data']>]?: GenericSchema;
};

type ItemOf<Data> = Data extends readonly (infer Item)[] ? Item : Data;

/** GitHub's REST API for one token. */
export type GitHub = ReturnType<typeof createGitHub>;

/** A client for the API and the repository of the run, GITHUB_API_URL and GITHUB_REPOSITORY. */
export function createGitHub(token: string, context: GitHubContext) {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository = '' } = context.env;
  const root = (apiUrl || 'https://api.github.com').replace(/\/+$/, '');
  return {
    /** The path of the repository. */
    repository: `/repos/${repository}`,
    /**
     * Sends one request, which ends after 15 s, at the deadline or when the run is cancelled. Follows
     * one redirect, and reads the response with the schema. Throws a GitHubError, or the
     * cancellation's Failure.
     */
    async send<Schema extends GenericSchema>(
      schema: Schema,
      request: GitHubRequest,
    ): Promise<InferOutput<Schema>> {
      const url = new URL(`${root}${request.path}`);
      url.search = String(new URLSearchParams(request.query));
      const send = (to: URL) => sendOnce(toHttpRequest(to, token, request), context);
      const first = await send(url);
      const moved = redirectOf(first, url);
      const response = moved ? await send(moved) : first;
      if (response.statusCode >= 300) throw readRejection(response);
      const read = safeParse(schema, parseJson(response.text));
      if (read.success) return read.output;
      throw new GitHubError('GitHub sent a response that cannot be read', { kind: 'ambiguous' });
    },
    /**
     * Makes several requests, which must be safe to repeat: four attempts after ambiguous responses,
     * and when throttled as long as all waits together are under a minute, but not past the deadline.
     * Throws the cancellation's Failure, but no GitHubErrors.
     */
    async attempt<T>(access: Access, requests: () => Promise<T>): Promise<T | Failed> {
      try {
        return await retry(requests, createBackoff(context.random), context);
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        return { status: 'failed', problem: explainError(error, access) };
      }
    },
  };
}

/** Where GitHub redirects to, as for a renamed repository; the token is sent to no other server. */
function redirectOf({ statusCode, headers }: HttpResponse, url: URL): URL | undefined {
  const { location } = headers;
  if (location === undefined || ![301, 302, 307, 308].includes(statusCode)) return undefined;
  const target = URL.parse(location, url.href);
  return target?.origin === url.origin ? target : undefined;
}

function toHttpRequest(url: URL, token: string, { method = 'GET', body }: GitHubRequest) {
  const content = body && JSON.stringify(body);
  return requestTo(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      // GitHub refuses requests without one.
      'user-agent': 'associate-ipam-byoasn',
      ...(content && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(content)),
      }),
    },
    body: content,
  });
}

async function sendOnce(request: HttpRequest, context: GitHubContext) {
  try {
    const { response } = await withTimeout(
      (abortSignal) => context.transport.handle(request, { abortSignal }),
      context,
    );
    return response;
  } catch (error) {
    throw readFailedRequest(error);
  }
}
