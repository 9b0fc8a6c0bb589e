import { call } from '../aws/call.ts';
import { CallError, isRetryable, kindOfStatus, unreadableError } from '../aws/errors/call-error.ts';
import { quoteResponse } from '../aws/errors/response-text.ts';
import { requestTo, type Transport } from '../aws/transport.ts';
import type { CallContext } from '../lib/call-context.ts';
import { parseJson } from '../lib/json.ts';
import { SourceError } from './source-error.ts';

/** A throttled source is not retried until the deadline; a success other than 200 would only repeat. */
function kindOf(httpStatus: number) {
  if (httpStatus === 429) return 'ambiguous';
  return httpStatus < 300 ? 'rejected' : kindOfStatus(httpStatus);
}

/** The context of requests to a source. */
export interface RequestContext extends CallContext {
  readonly transport: Transport;
}

const headers = { accept: 'application/json', 'user-agent': 'associate-ipam-byoasn' };
const limits = { requestSeconds: 5, maxAttempts: 3 };

/** In characters: the VRPs of one prefix have a few hundred. */
const longestResponse = 1_048_576;

/**
 * Gets a JSON document of up to `maxLength` characters, in three attempts of five seconds each. Throws
 * a SourceError, or the cancellation's Failure.
 */
export async function requestJson(
  url: URL,
  context: RequestContext,
  maxLength = longestResponse,
): Promise<unknown> {
  const log = { line: (text: string) => context.log.line(`${url.host}: ${text}`) };
  const send = (signal: AbortSignal) => requestOnce(url, maxLength, context.transport, signal);
  try {
    return await call(send, { ...context, ...limits, log });
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new SourceError(`${url.host}: ${error.message}`, isRetryable(error));
  }
}

async function requestOnce(
  url: URL,
  maxLength: number,
  transport: Transport,
  abortSignal: AbortSignal,
): Promise<unknown> {
  const { response } = await transport.handle(requestTo(url, { headers }), { abortSignal });
  const { statusCode: httpStatus, text } = response;
  if (httpStatus !== 200) {
    const kind = kindOf(httpStatus);
    const message = quoteResponse(response);
    throw new CallError({ kind, code: `HTTP ${httpStatus}`, message, httpStatus });
  }
  const document = text.length <= maxLength ? parseJson(text) : undefined;
  if (document === undefined) throw unreadableError('the response is too long or not JSON');
  return document;
}
