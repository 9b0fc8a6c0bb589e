import { truncate } from '../../lib/text.ts';
import { clockCodes, type ResultKind, tooLateCode, tooLongCode } from './error-codes.ts';
import { type HttpAnswer, saidIn } from './response-text.ts';

/** The result of a call that did not succeed. */
export interface CallResult {
  readonly kind: ResultKind;
  /** AWS's code, or a name for what happened instead (`ECONNREFUSED`, `Timeout`, `Unreadable`). */
  readonly code: string;
  /** AWS's own text. */
  readonly message: string;
  /** Undefined when no answer came. */
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /**
   * The SDK has corrected its clock since it signed the call. It says so with every error while the
   * machine's clock is off, so this proves nothing about the call.
   */
  readonly clockCorrected?: true;
  /** Whose session policy does not allow the call, by AWS's text: the run's own, or that of its credentials. */
  readonly sessionPolicy?: 'own' | 'given';
  /** Another service or Region that accepted the credentials which this answer rejects. */
  readonly acceptedBy?: string;
}

/** EC2's encoded authorization messages, useless when cut, have up to 10240 characters. */
const longestMessage = 12_000;
/** Far beyond any code or request id of AWS. */
const longestName = 200;

/** A call to AWS, or to the ID token endpoint, that did not succeed. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly result: CallResult;

  constructor(answer: CallResult, cause?: unknown) {
    const { code, message, httpStatus, requestId } = answer;
    const bounded = {
      ...answer,
      code: truncate(code, longestName),
      message: truncate(message, longestMessage),
      httpStatus,
      requestId: requestId === undefined ? undefined : truncate(requestId, longestName),
    };
    super(describeResult(bounded), { cause });
    this.result = bounded;
  }
}

/** An answer in one line: code, status, AWS's own text and the request id, as far as there are any. */
export function describeResult({ code, httpStatus, message, requestId }: CallResult): string {
  const status = httpStatus === undefined || code.startsWith('HTTP') ? '' : ` (HTTP ${httpStatus})`;
  const id = requestId ? ` (request id ${requestId})` : '';
  return `${code}${status}: ${message}${id}`;
}

/**
 * Whether the same call can succeed later: it was throttled, not sent, or its answer was lost. An
 * answer without end would come again.
 */
export function isRetryable({ result: { kind, code } }: CallError): boolean {
  if (code === tooLongCode) return false;
  return kind === 'throttled' || kind === 'unsent' || kind === 'ambiguous';
}

const expiredCodes: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
]);

/** Whether AWS says that the session has expired; EC2 also says RequestExpired. */
export function hasExpired({ result: { code } }: CallError): boolean {
  return expiredCodes.has(code);
}

/** Whether AWS rejected a signature that a corrected clock may fix; the call was not carried out. */
export function isClockRefusal({ result: { kind, code, clockCorrected } }: CallError): boolean {
  return clockCorrected === true && kind === 'credentials' && clockCodes.has(code);
}

/** Whether EC2 may have carried out an associate call with this result. */
export function mayBeCarriedOut({ result: { kind } }: CallError): boolean {
  // DryRunOperation in answer to a real call proves nothing.
  return kind === 'ambiguous' || kind === 'intercepted' || kind === 'permitted';
}

/** A success that cannot be read: it proves nothing either way. */
export function unreadableError(message: string, requestId?: string): CallError {
  return new CallError({
    kind: 'ambiguous',
    code: 'Unreadable',
    message,
    httpStatus: 200,
    requestId,
  });
}

/** An answer that broke off: it proves nothing either way. */
export function brokenOff(httpStatus: number, cause: unknown): CallError {
  const message = `the answer broke off (${cause instanceof Error ? cause.message : cause})`;
  const answer = { kind: 'ambiguous', code: 'Unreadable', message, httpStatus } as const;
  return new CallError({ ...answer }, cause);
}

/**
 * An answer from something other than the service that was asked. After 5xx, 408 or 429 another
 * attempt can help; a refusal or redirect comes again.
 */
export function intercepted(answer: HttpAnswer, cause?: unknown): CallError {
  const { statusCode: httpStatus, host } = answer;
  const failed = httpStatus >= 500 || httpStatus === 408 || httpStatus === 429;
  const kind = failed ? 'ambiguous' : 'intercepted';
  const code = failed ? `HTTP ${httpStatus}` : 'Intercepted';
  const message = failed
    ? `the answer says ${saidIn(answer)}`
    : `this is not an answer of ${host}; it says ${saidIn(answer)}`;
  return new CallError({ kind, code, message, httpStatus }, cause);
}

/** An answer longer than any of AWS's: it proves nothing either way. */
export function tooLongError(httpStatus: number): CallError {
  return new CallError({
    kind: 'ambiguous',
    code: tooLongCode,
    message: 'the answer was cut off after 16 MiB',
    httpStatus,
  });
}

/** No answer before the time was up: the request may have been carried out. */
export function timeoutError(message: string): CallError {
  return new CallError({
    kind: 'ambiguous',
    code: 'Timeout',
    message,
  });
}

/** A request that was not sent, because the deadline is too near for an answer. */
export function tooLateError(): CallError {
  return new CallError({
    kind: 'unsent',
    code: tooLateCode,
    message: 'the deadline left no time for an answer, so it was not sent',
  });
}

/** What an HTTP status means without a known code. */
export function kindOfStatus(httpStatus: number): ResultKind {
  if (httpStatus === 429) return 'throttled';
  if (httpStatus === 408) return 'ambiguous';
  return httpStatus >= 300 && httpStatus < 500 ? 'rejected' : 'ambiguous';
}
