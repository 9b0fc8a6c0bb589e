import { CallError, type CallResult } from '../../src/aws/errors/call-error.ts';

function callError(
  kind: CallResult['kind'],
  code: string,
  httpStatus: number | undefined,
  message: string,
): CallError {
  const requestId = httpStatus === undefined ? undefined : `req-${code}`;
  return new CallError({ kind, code, message, httpStatus, requestId });
}

/** Errors of EC2 calls, one of each kind. */
export const callErrors = {
  throttled: callError('throttled', 'RequestLimitExceeded', 503, 'Request limit exceeded.'),
  unsent: callError('unsent', 'ECONNREFUSED', undefined, 'connect ECONNREFUSED'),
  ambiguous: callError('ambiguous', 'InternalError', 500, 'An internal error has occurred'),
  unanswered: callError('ambiguous', 'Timeout', undefined, 'no response within 15 s'),
  denied: callError('denied', 'UnauthorizedOperation', 403, 'You are not authorized.'),
  rejected: callError('rejected', 'IncorrectState', 400, 'The association is pending.'),
  credentials: callError('credentials', 'ExpiredToken', 400, 'The token has expired.'),
  intercepted: callError('intercepted', 'Intercepted', 403, 'this is not a response from EC2'),
  invalid: callError('invalid', 'ERR_INVALID_URL', undefined, 'Invalid URL'),
  permitted: callError('permitted', 'DryRunOperation', 412, 'Request would have succeeded.'),
} as const;
