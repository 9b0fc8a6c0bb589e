import type { IdTokenRequest } from '../../domain/github-run.ts';
import { parseJson, property } from '../../lib/json.ts';
import { CallError, intercepted, kindOfStatus, unreadableError } from '../errors/call-error.ts';
import { requestTo, type Transport } from '../transport.ts';

/**
 * Asks the runner's ID token endpoint once for a token (a JWT that lives five minutes) with an
 * audience. Throws a CallError. The toolkit's getIDToken brings a second HTTP client and ignores both
 * deadline and cancellation: docs/decisions.md.
 */
export async function requestIdToken(
  endpoint: IdTokenRequest,
  audience: string,
  transport: Transport,
  abortSignal: AbortSignal,
): Promise<string> {
  const url = URL.parse(endpoint.url);
  if (!url || !/^https?:$/.test(url.protocol)) throw invalidEndpoint();
  url.searchParams.set('audience', audience);
  const headers = { authorization: `Bearer ${endpoint.token}`, accept: 'application/json' };
  const request = requestTo(url, { headers });
  const { response } = await transport.handle(request, { abortSignal });
  const { statusCode: status } = response;
  // GitHub never redirects this request. The body may hold a token, so it is not logged.
  if (status >= 300 && status < 400) throw intercepted({ ...response, text: '' });
  if (status !== 200) throw refused(status);
  return readToken(response.text);
}

function invalidEndpoint(): CallError {
  return new CallError({
    kind: 'rejected',
    code: 'InvalidURL',
    message: 'ACTIONS_ID_TOKEN_REQUEST_URL is not a URL',
  });
}

function refused(httpStatus: number): CallError {
  return new CallError({
    kind: kindOfStatus(httpStatus),
    code: `HTTP ${httpStatus}`,
    message: "GitHub's ID token endpoint gave no token",
    httpStatus,
  });
}

function readToken(body: string): string {
  const value = property(parseJson(body), 'value');
  if (typeof value === 'string' && value !== '') return value;
  throw unreadableError("GitHub's ID token endpoint answered without a token");
}

/** The claims of a token, unverified, to show what STS has seen. */
export function readClaims(token: string): Readonly<Record<string, unknown>> {
  return parseObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  const value = parseJson(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
