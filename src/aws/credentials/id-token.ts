import type { IdTokenRequest } from '../../domain/github-run.ts';
import { parseJson, stringAt } from '../../lib/json.ts';
import { CallError, intercepted, kindOfStatus, unreadableError } from '../errors/call-error.ts';
import { requestTo, type Transport } from '../transport.ts';

/**
 * Requests a token (a JWT that lives five minutes) for an audience from the runner's ID token endpoint,
 * once. Throws a CallError. The toolkit's getIDToken brings a second HTTP client and ignores both
 * deadline and cancellation: docs/decisions.md.
 */
export async function requestIdToken(
  endpoint: IdTokenRequest,
  audience: string,
  transport: Transport,
  abortSignal: AbortSignal,
): Promise<string> {
  const url = URL.parse(endpoint.url);
  if (!url || !/^https?:$/.test(url.protocol)) {
    const message = 'ACTIONS_ID_TOKEN_REQUEST_URL is not a URL';
    throw new CallError({ kind: 'rejected', code: 'InvalidURL', message });
  }
  url.searchParams.set('audience', audience);
  const headers = { authorization: `Bearer ${endpoint.token}`, accept: 'application/json' };
  const { response } = await transport.handle(requestTo(url, { headers }), { abortSignal });
  const { statusCode: httpStatus } = response;
  // GitHub never redirects this request. The body may hold a token, so it is not logged.
  if (httpStatus >= 300 && httpStatus < 400) throw intercepted({ ...response, text: '' });
  if (httpStatus !== 200) {
    const message = "GitHub's ID token endpoint gave no token";
    const kind = kindOfStatus(httpStatus);
    throw new CallError({ kind, code: `HTTP ${httpStatus}`, message, httpStatus });
  }
  const token = stringAt(parseJson(response.text), 'value');
  if (!token) throw unreadableError("the response of GitHub's ID token endpoint has no token");
  return token;
}
