import { Failure, type FailureDetails } from '../../failure.ts';
import type { FailureReason } from '../../reasons.ts';
import { CallError, type CallResult } from './call-error.ts';
import { awsCodes, tooLateCode } from './error-codes.ts';

/** The Failure of a call, by what its answer means; `doing` completes "Could not ...". */
export function toFailure(
  doing: string,
  error: CallError,
  details: FailureDetails & { readonly reason?: FailureReason } = {},
): Failure {
  const { result: answer } = error;
  const known = Object.hasOwn(awsCodes, answer.code) ? awsCodes[answer.code] : undefined;
  const elsewhere = answer.acceptedBy === undefined ? undefined : known?.elsewhere;
  return new Failure(
    details.reason ?? reasonOf(answer),
    `Could not ${doing}: ${describeResult(answer)}`,
    {
      code: answer.code,
      requestId: answer.requestId,
      ...(known ? { likely: known.cause } : {}),
      ...(known?.next ? { next: known.next } : {}),
      ...(elsewhere
        ? {
            likely: `${answer.acceptedBy} accepted the same credentials in this run, so they are right. ${elsewhere.cause}`,
            next: elsewhere.next,
          }
        : {}),
      ...details,
      cause: error,
    },
  );
}

/** An answer in one line: code, status, AWS's own text and the request id, as far as there are any. */
export function describeResult({ code, httpStatus, message, requestId }: CallResult): string {
  const status = httpStatus === undefined || code.startsWith('HTTP') ? '' : ` (HTTP ${httpStatus})`;
  const id = requestId ? ` (request id ${requestId})` : '';
  return `${code}${status}: ${message}${id}`;
}

function reasonOf({ kind, code, httpStatus }: CallResult): FailureReason {
  if (code === tooLateCode) return 'wait-timeout';
  switch (kind) {
    case 'denied':
      return 'access-denied';
    case 'credentials':
      return 'credentials-rejected';
    case 'throttled':
      return 'throttled';
    case 'invalid':
      return 'invalid-input';
    case 'intercepted':
      return 'network-error';
    case 'unsent':
    case 'ambiguous':
      return httpStatus === undefined ? 'network-error' : 'service-error';
    case 'permitted':
    case 'rejected':
      return httpStatus === undefined ? 'network-error' : 'request-rejected';
  }
}

/** Waits for work and turns its CallError into the Failure of `doing`. */
export async function withFailureContext<T>(
  doing: string,
  work: Promise<T>,
  details: (answer: CallResult) => Parameters<typeof toFailure>[2] = () => ({}),
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof CallError ? toFailure(doing, error, details(error.result)) : error;
  }
}
