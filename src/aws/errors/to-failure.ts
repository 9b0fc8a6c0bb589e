import { Failure, type FailureDetails } from '../../failure.ts';
import type { FailureReason } from '../../reasons.ts';
import { CallError, type CallResult, describeResult } from './call-error.ts';
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
      ...(answer.sessionPolicy ? { ...bySessionPolicy[answer.sessionPolicy], lines: [] } : {}),
      cause: error,
    },
  );
}

/** What a policy for the role would not change. */
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

/** The call that was not sent because its credentials could not be had; such a Failure has it as its cause. */
export function unsentCall(error: unknown): CallError | undefined {
  return error instanceof Failure && error.cause instanceof CallError ? error.cause : undefined;
}
