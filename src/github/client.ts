import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { requestTo, type Transport } from '../aws/transport.ts';
import type { Environment } from '../inputs/runner.ts';
import type { CallContext } from '../lib/call-context.ts';
import { parseJson } from '../lib/json.ts';
import { withTimeout } from '../lib/timeout.ts';
import { GitHubError, readFailedRequest, readRejection } from './response.ts';

/** Which repository, whose API, with which token, and over which connections. */
export interface RestAccess {
  readonly token: string;
  /** The root of the REST API, GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly transport: Transport;
  /** `owner/name`. */
  readonly repository: string;
}

/** One request; the path is below the root of the API, such as `/user`. */
interface RestRequest {
  readonly path: string;
  /** GET when left out. */
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** GitHub's REST API for one token. */
export type Rest = ReturnType<typeof createRest>;

/** Octokit's types of GitHub's API. Its code is not used: it brings an HTTP client of its own. */
export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>['rest'];

/**
 * Schemas of fields of a response, or of the items that it lists; a name that GitHub's API does not have
 * is a type error.
 */
export type FieldsOf<Call extends (...input: never[]) => Promise<{ data: object }>> = {
  readonly [Name in keyof ItemOf<Awaited<ReturnType<Call>>['data']>]?: GenericSchema;
};

type ItemOf<Data> = Data extends readonly (infer Item)[] ? Item : Data;

/** Access to the repository of the run. */
export function accessOf(env: Environment, token: string, transport: Transport): RestAccess {
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
  return { token, apiUrl, transport, repository: env.GITHUB_REPOSITORY ?? '' };
}

/** A client that sends each request once, and follows one redirect. */
export function createRest(
  { token, apiUrl, transport, repository }: RestAccess,
  limits: CallContext,
) {
  const root = apiUrl.replace(/\/+$/, '');
  return {
    /** The path of the repository. */
    repository: `/repos/${repository}`,
    /**
     * Sends one request, which ends after 15 s, at the deadline or when the run is cancelled, and
     * reads the response by the schema. Throws a GitHubError, or the cancellation's Failure.
     */
    async send<Schema extends GenericSchema>(
      schema: Schema,
      request: RestRequest,
    ): Promise<InferOutput<Schema>> {
      const url = new URL(`${root}${request.path}`);
      url.search = String(new URLSearchParams(request.query));
      const send = (to: URL) => sendOnce(toHttpRequest(to, token, request), transport, limits);
      const first = await send(url);
      const moved = redirectOf(first, url);
      const response = moved ? await send(moved) : first;
      if (response.statusCode >= 300) throw readRejection(response);
      const read = safeParse(schema, parseJson(response.text));
      if (read.success) return read.output;
      throw new GitHubError('GitHub sent a response that cannot be read', { kind: 'ambiguous' });
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

function toHttpRequest(url: URL, token: string, { method = 'GET', body }: RestRequest) {
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

async function sendOnce(request: HttpRequest, transport: Transport, limits: CallContext) {
  try {
    const { response } = await withTimeout(
      (abortSignal) => transport.handle(request, { abortSignal }),
      limits,
    );
    return response;
  } catch (error) {
    throw readFailedRequest(error);
  }
}
