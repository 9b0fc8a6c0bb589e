import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { Failure } from '../../failure.ts';
import { type AwsCallContext, call } from '../call.ts';
import { CallError } from '../errors/call-error.ts';
import { withFailureContext } from '../errors/to-failure.ts';

/** Asks STS for the account of exactly these credentials; throws CallError. */
export type AccountOf = (
  credentials: AwsCredentialIdentity,
  signal: AbortSignal,
) => Promise<string>;

/**
 * A provider that stays in the account of its first credentials. When `source` gives another access
 * key, STS is asked for the account of both before anything is signed with it. Throws Failure
 * `account-not-allowed` for another account, and the Failure of the call where STS does not answer.
 */
export function stayInAccount(
  source: AwsCredentialIdentityProvider,
  accountOf: AccountOf,
  context: AwsCallContext,
): AwsCredentialIdentityProvider {
  let first: AwsCredentialIdentity | undefined;
  const checks = new Map<string, Promise<void>>();
  const check = async (renewed: AwsCredentialIdentity, trusted: AwsCredentialIdentity) => {
    const [own, other] = await withFailureContext(
      'make sure that the renewed credentials belong to the same account',
      Promise.all(
        [trusted, renewed].map((some) => call((signal) => accountOf(some, signal), context)),
      ),
    );
    if (own !== other) throw anotherAccount(own, other);
    context.log.line(`the credentials were renewed, and belong to account ${own} as before`);
  };
  return async (options) => {
    const credentials = await source(options);
    const { accessKeyId } = credentials;
    first ??= credentials;
    if (accessKeyId === first.accessKeyId) return credentials;
    const checked = checks.get(accessKeyId) ?? check(credentials, first);
    checks.set(accessKeyId, checked);
    try {
      await checked;
    } catch (error) {
      checks.delete(accessKeyId);
      throw error;
    }
    return credentials;
  };
}

function anotherAccount(own = '', other = ''): Failure {
  const message = `The credentials changed from account ${own} to account ${other} during the run; nothing was read from or written to ${other}`;
  return new Failure('account-not-allowed', message, {
    likely:
      'The source of the credentials (a profile, a credential process, a container or instance role) was switched while the run went on.',
    next: `Let the source give credentials of account ${own} for as long as the run lasts, then run again.`,
    // A call that is signed with no credentials is never sent.
    cause: new CallError({
      kind: 'rejected',
      code: 'AnotherAccount',
      message,
      httpStatus: undefined,
      requestId: undefined,
    }),
  });
}
