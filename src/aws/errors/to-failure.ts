import { Failure, type FailureDetails } from '../../failure.ts';
import type { FailureReason } from '../../reasons.ts';
import { CallError, type CallResult, describeResult } from './call-error.ts';
import { findCode, type ResultKind, tooLateCode } from './error-codes.ts';

/** The Failure of a call; `doing` completes "Could not ...". The details replace what the code means. */
export function toFailure(
  doing: string,
  error: CallError,
  details: FailureDetails & { readonly reason?: FailureReason } = {},
): Failure {
  const { result } = error;
  const { code, requestId, acceptedBy, sessionPolicy } = result;
  const known = findCode(code);
  const elsewhere = acceptedBy === undefined ? undefined : known?.elsewhere;
  const likely = elsewhere
    ? `${acceptedBy} accepted the same credentials in this run, so they are right. ${elsewhere.cause}`
    : known?.cause;
  const next = elsewhere?.next ?? known?.next;
  const message = `Could not ${doing}: ${describeResult(result)}`;
  return new Failure(details.reason ?? reasonOf(result), message, {
    ...{ code, requestId, likely },
    ...(next === undefined ? {} : { next }),
    ...details,
    ...(sessionPolicy ? { ...bySessionPolicy[sessionPolicy], lines: [] } : {}),
    cause: error,
  });
}

/** A wider policy for the role would not help. */
const bySessionPolicy = {
  own: {
    likely:
      'The session policy with which this run limits its role does not allow the call, though it should allow all calls of a run.',
    next: 'Set session-policy: false to run without it, and please report this message.',
  },
  given: {
    likely:
      'The credentials came with a session policy that does not allow the call, such as inline-session-policy of aws-actions/configure-aws-credentials.',
    next: 'Allow the call in that session policy, or leave it out.',
  },
} as const;

const reasonOfKind = {
  permitted: 'request-rejected',
  denied: 'access-denied',
  credentials: 'credentials-rejected',
  rejected: 'request-rejected',
  invalid: 'invalid-input',
  intercepted: 'network-error',
  throttled: 'throttled',
  unsent: 'service-error',
  ambiguous: 'service-error',
} as const satisfies Record<ResultKind, FailureReason>;

function reasonOf({ kind, code, httpStatus }: CallResult): FailureReason {
  if (code === tooLateCode) return 'wait-timeout';
  const reason = reasonOfKind[kind];
  const isAboutService = reason === 'service-error' || reason === 'request-rejected';
  return isAboutService && httpStatus === undefined ? 'network-error' : reason;
}

/** The result of some work, whose CallError becomes the Failure of `doing`. */
export async function withFailureContext<T>(
  doing: string,
  work: Promise<T>,
  details: (result: CallResult) => Parameters<typeof toFailure>[2] = () => ({}),
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof CallError ? toFailure(doing, error, details(error.result)) : error;
  }
}

/** The call that could not be sent, because there were no credentials: the cause of their Failure. */
export function unsentCall(error: unknown): CallError | undefined {
  return error instanceof Failure && error.cause instanceof CallError ? error.cause : undefined;
}
