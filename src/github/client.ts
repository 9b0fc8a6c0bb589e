import { Readable } from 'node:stream';
import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import { Failure } from '../failure.ts';
import { boundAnswer } from '../lib/bounded-body.ts';
import type { CallContext } from '../lib/call-context.ts';
import { TimeoutError, withTimeout } from '../lib/timeout.ts';
import { ambiguousError, readOctokitError } from './response.ts';

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** Whose API, and with which token. */
export interface RestAccess {
  readonly token: string;
  /** The root of the REST API, GITHUB_API_URL. */
  readonly apiUrl: string;
  /** Host and port of the proxy for HTTPS, if there is one, to tell where no answer comes. */
  readonly proxy?: string | undefined;
}

/** One request of Octokit's; it passes `request` on. */
type Call = (
  rest: Octokit['rest'],
  request: {
    readonly signal: AbortSignal;
    readonly log: typeof silent;
    readonly fetch: typeof fetch;
  },
) => Promise<{ readonly data: unknown }>;

/** GitHub's REST API for one token. */
export interface Rest {
  /**
   * Makes one request, which ends after 15 s, at the deadline or when the run is cancelled, and
   * reads its answer by the schema. Throws a GitHubError, or the cancellation's Failure.
   */
  ask<Schema extends GenericSchema>(schema: Schema, call: Call): Promise<InferOutput<Schema>>;
}

// Octokit writes deprecations to the console, past the log of the step.
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Loads Octokit, which reads the runner's variables when it loads, and gives it the token. */
export async function openRest(access: RestAccess, limits: CallContext): Promise<Rest> {
  const { token, apiUrl, proxy } = access;
  const { getOctokit } = await import('@actions/github');
  const baseUrl = apiUrl.replace(/\/+$/, '');
  const { rest, request } = getOctokit(token, { baseUrl, log: silent });
  const fetch = boundFetch(request.endpoint.DEFAULTS.request?.fetch);
  return {
    async ask(schema, call) {
      const data = await within(limits, proxy, (signal) =>
        call(rest, { signal, log: silent, fetch }),
      );
      const read = safeParse(schema, data);
      // Octokit takes a body that ends too soon for a success without data.
      if (read.success) return read.output;
      limits.cancelled.throwIfAborted();
      throw ambiguousError('GitHub gave an answer that cannot be read');
    },
  };
}

/** Octokit takes an answer whose body fails for one with an empty body. */
function boundFetch(send: typeof fetch): typeof fetch {
  return async (...given) => {
    const response = await send(...given);
    if (response.body === null) return response;
    const body = boundAnswer(Readable.fromWeb(response.body), new Error('more than 16 MiB'));
    return new Response(Readable.toWeb(body), response);
  };
}

async function within(
  limits: CallContext,
  proxy: string | undefined,
  send: (signal: AbortSignal) => Promise<{ readonly data: unknown }>,
): Promise<unknown> {
  try {
    return (await withTimeout(send, limits)).data;
  } catch (error) {
    if (error instanceof TimeoutError) throw ambiguousError(lateText(error));
    if (error instanceof Failure) throw error;
    const read = readOctokitError(error);
    if (proxy === undefined || read.result.kind !== 'lost') throw read;
    // The client tells nothing of what a proxy answers.
    throw ambiguousError(`${read.result.text}; HTTPS_PROXY is ${proxy}`, error);
  }
}

function lateText({ seconds }: TimeoutError): string {
  return seconds === 0
    ? 'no time was left to ask GitHub'
    : `no answer from GitHub within ${seconds.toFixed(1)} s`;
}
