import { truncate } from '../../lib/text.ts';
import { ownCodes, type ResultKind, tooLongCode } from './error-codes.ts';
import { quoteResponse, type TextResponse } from './response-text.ts';

/** The result of a failed call. */
export interface CallResult {
  readonly kind: ResultKind;
  /** AWS's code, or one of `ownCodes`, Node's, or `HTTP` with a status. */
  readonly code: string;
  /** AWS's own text. */
  readonly message: string;
  /** Undefined when no response came. */
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /**
   * The SDK has corrected its clock since it signed the call. It says so with every error while the
   * machine's clock is wrong, so this proves nothing about the call.
   */
  readonly clockCorrected?: true;
  /** Whose session policy denies the call, by AWS's text: the run's own, or one of its credentials. */
  readonly sessionPolicy?: 'own' | 'given';
  /** Another service or Region that accepted the rejected credentials. */
  readonly acceptedBy?: string;
}

/** EC2's encoded authorization messages, useless when cut, have up to 10240 characters. */
const longestMessage = 12_000;
/** Far beyond any code or request ID of AWS. */
const longestName = 200;

/** A failed call to AWS or to the ID token endpoint. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly result: CallResult;

  constructor(result: CallResult, cause?: unknown) {
    const { code, message, httpStatus, requestId } = result;
    const bounded = {
      ...result,
      code: truncate(code, longestName),
      message: truncate(message, longestMessage),
      httpStatus,
      requestId: requestId === undefined ? undefined : truncate(requestId, longestName),
    };
    super(describeResult(bounded), { cause });
    this.result = bounded;
  }
}

/** A result in one line: code, status, AWS's own text and the request ID, as far as there are any. */
export function describeResult({ code, httpStatus, message, requestId }: CallResult): string {
  const status = httpStatus === undefined || code.startsWith('HTTP') ? '' : ` (HTTP ${httpStatus})`;
  const id = requestId ? ` (request id ${requestId})` : '';
  return `${code}${status}: ${message}${id}`;
}

/** Whether a retry can succeed: the call was throttled, not sent, or its response was lost. */
export function isRetryable({ result: { kind, code } }: CallError): boolean {
  // A response without end would come again.
  if (code === tooLongCode) return false;
  return kind === 'throttled' || kind === 'unsent' || kind === 'ambiguous';
}

/** EC2 also says RequestExpired. */
const expiredCodes: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
]);

/** Whether AWS says that the session has expired. */
export function hasExpired({ result: { code } }: CallError): boolean {
  return expiredCodes.has(code);
}

/** Codes of AWS for a signature whose time may be wrong. */
const clockCodes: ReadonlySet<string> = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/** Whether AWS rejected a signature, so carried out nothing, and the corrected clock may fix it. */
export function isClockRefusal({ result: { kind, code, clockCorrected } }: CallError): boolean {
  return clockCorrected === true && kind === 'credentials' && clockCodes.has(code);
}

/** Whether EC2 may have carried out a call, such as associate, with this result. */
export function mayBeCarriedOut({ result: { kind } }: CallError): boolean {
  // DryRunOperation in response to a call without DryRun proves nothing.
  return kind === 'ambiguous' || kind === 'intercepted' || kind === 'permitted';
}

/** An error that does not come from AWS; its code in `ownCodes` says what it means. */
export function ownError(
  code: string,
  message: string,
  { cause, ...facts }: Pick<CallResult, 'httpStatus' | 'requestId'> & { cause?: unknown } = {},
): CallError {
  const kind = ownCodes.get(code)?.kind ?? 'ambiguous';
  return new CallError({ kind, code, message, ...facts }, cause);
}

/** A successful response that cannot be read: it proves nothing. */
export function unreadableError(message: string, requestId?: string): CallError {
  return ownError('Unreadable', message, { httpStatus: 200, requestId });
}

/**
 * A response from something other than the service. After 5xx, 408 or 429 a retry can help; any other
 * comes again.
 */
export function intercepted(response: TextResponse, cause?: unknown): CallError {
  const { statusCode: httpStatus, host } = response;
  const quote = quoteResponse(response);
  if (httpStatus >= 500 || httpStatus === 408 || httpStatus === 429) {
    const message = `the response says ${quote}`;
    return new CallError(
      { kind: 'ambiguous', code: `HTTP ${httpStatus}`, message, httpStatus },
      cause,
    );
  }
  const message = `this is not a response from ${host}; it says ${quote}`;
  return ownError('Intercepted', message, { httpStatus, cause });
}

/** The kind of a response with an unknown code or none. */
export function kindOfStatus(httpStatus: number): ResultKind {
  if (httpStatus === 429) return 'throttled';
  if (httpStatus === 408) return 'ambiguous';
  return httpStatus >= 300 && httpStatus < 500 ? 'rejected' : 'ambiguous';
}
