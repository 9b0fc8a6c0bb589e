import type { CallContext } from '../../lib/call-context.ts';
import { parseJson, stringAt } from '../../lib/json.ts';
import { truncate } from '../../lib/text.ts';
import { callOnce } from '../call.ts';
import { CallError, kindOfStatus } from '../errors/call-error.ts';
import { findCode, type ResultKind } from '../errors/error-codes.ts';
import { openTransport, requestTo } from '../transport.ts';

const longestText = 500;

/**
 * Asks the endpoint of a container's credentials again for its error, which the SDK does not pass on.
 * Uses no proxy, like the SDK. `token` may be empty.
 */
export async function askContainerEndpoint(
  endpoint: string,
  token: string,
  context: CallContext,
): Promise<CallError> {
  const headers = token === '' ? {} : { authorization: token };
  const request = requestTo(new URL(endpoint), { headers });
  try {
    const { response } = await callOnce(
      (abortSignal) => openTransport().handle(request, { abortSignal }),
      { ...context, requestSeconds: 3 },
    );
    return refusal(response.statusCode, response.text);
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
}

/** The endpoint's error: a code and a message in JSON, or plain text. */
function refusal(httpStatus: number, body: string): CallError {
  const json = parseJson(body);
  const read = (name: string) => stringAt(json, name) ?? '';
  const code = read('Code') || read('code') || `HTTP ${httpStatus}`;
  const message = httpStatus === 200 ? '' : read('Message') || read('message') || body.trim();
  return new CallError({
    kind: kindOfRefusal(code, httpStatus),
    code: httpStatus === 200 ? 'Unreadable' : code,
    message: truncate(message, longestText) || 'the endpoint gave no usable credentials',
    httpStatus,
  });
}

function kindOfRefusal(code: string, httpStatus: number): ResultKind {
  const known = findCode(code);
  if (known) return known.kind;
  return httpStatus === 401 || httpStatus === 403 ? 'denied' : kindOfStatus(httpStatus);
}
