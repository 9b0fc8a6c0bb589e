import { CallError, isRetryable } from '../aws/errors/call-error.ts';
import { type HttpAnswer, saidIn } from '../aws/errors/response-text.ts';
import { requestTo, type Transport } from '../aws/transport.ts';
import type { CallContext } from '../lib/call-context.ts';
import { startDeadline } from '../lib/deadline.ts';
import { parseJson } from '../lib/json.ts';
import { errorDelay, retry } from '../lib/retry.ts';
import { TimeoutError, withTimeout } from '../lib/timeout.ts';
import { SourceError } from './source-error.ts';

/** What requests to a source need. */
export interface RequestContext extends CallContext {
  readonly transport: Transport;
}

const requestSeconds = 5;
const maxAttempts = 3;

const requestHeaders = { accept: 'application/json', 'user-agent': 'associate-ipam-byoasn' };

/** In characters: the VRPs of one prefix have some hundred. */
const longestAnswer = 1_048_576;

/**
 * Gets a JSON document of so many characters at most: three attempts of five seconds each, through the
 * proxies of the run. Throws a SourceError, or the cancellation's Failure.
 */
export function requestJson(
  url: URL,
  context: RequestContext,
  mostCharacters = longestAnswer,
): Promise<unknown> {
  let errors = 0;
  const backoff = (error: unknown) => {
    errors += 1;
    const isTemporary = error instanceof SourceError && error.isTemporary;
    return isTemporary && errors < maxAttempts ? errorDelay(errors, context.random) : undefined;
  };
  return retry(() => requestOnce(url, context, mostCharacters), backoff, context);
}

async function requestOnce(
  url: URL,
  context: RequestContext,
  mostCharacters: number,
): Promise<unknown> {
  const { statusCode, text, ...answer } = await send(url, context);
  if (statusCode !== 200) {
    const said = saidIn({ statusCode, text, ...answer });
    const isTemporary = statusCode >= 500 || statusCode === 429 || statusCode === 408;
    throw new SourceError(`${url.host} answered ${statusCode}, saying ${said}`, isTemporary);
  }
  const document = text.length <= mostCharacters ? parseJson(text) : undefined;
  if (document !== undefined) return document;
  throw new SourceError(`${url.host} sent an answer that cannot be read`, true);
}

async function send(url: URL, context: RequestContext): Promise<HttpAnswer> {
  const seconds = Math.min(requestSeconds, context.deadline.remaining() / 1000);
  const deadline = startDeadline(context.clock, seconds);
  try {
    const { response } = await withTimeout(
      (abortSignal) =>
        context.transport.handle(requestTo(url, { headers: requestHeaders }), { abortSignal }),
      { ...context, deadline },
    );
    const { statusCode, headers, text, host } = response;
    return { statusCode, headers, text, host };
  } catch (error) {
    if (error instanceof TimeoutError) throw new SourceError(`${url.host}: ${error.message}`, true);
    if (!(error instanceof CallError)) throw error;
    throw new SourceError(`${url.host}: ${error.message}`, isRetryable(error));
  }
}
