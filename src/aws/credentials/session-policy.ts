import { CallError, type CallResult } from '../errors/call-error.ts';

/**
 * How AWS says that a session policy is what denies a call (IAM User Guide, "Troubleshoot access denied
 * error messages"). No code says it, so the text decides only what the run says about it.
 */
const deniedBySessionPolicy = /\b(no|in a) session policy\b/;

/** The result of a call; the error of one that a session policy denies says whose it is. */
export async function nameSessionPolicy<T>(
  call: Promise<T>,
  owner: NonNullable<CallResult['sessionPolicy']>,
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    const { kind, message } = error.result;
    if (kind !== 'denied' || !deniedBySessionPolicy.test(message)) throw error;
    throw new CallError({ ...error.result, sessionPolicy: owner }, error.cause);
  }
}
