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
 * A provider that stays in the account of its first credentials. Before it returns another access key,
 * it asks STS for the accounts of both. Throws Failure `account-not-allowed` for another account, and
 * the Failure of the call to STS.
 */
export function stayInAccount(
  source: AwsCredentialIdentityProvider,
  accountOf: AccountOf,
  context: AwsCallContext,
): AwsCredentialIdentityProvider {
  let first: AwsCredentialIdentity | undefined;
  const checks = new Map<string, Promise<void>>();
  const check = async (renewed: AwsCredentialIdentity, trusted: AwsCredentialIdentity) => {
    const [account, renewedAccount] = await withFailureContext(
      'check that the renewed credentials belong to the same account',
      Promise.all(
        [trusted, renewed].map((credentials) =>
          call((signal) => accountOf(credentials, signal), context),
        ),
      ),
    );
    if (account !== renewedAccount) throw anotherAccount(account, renewedAccount);
    context.log.line(`the credentials were renewed, and belong to account ${account} as before`);
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

function anotherAccount(account = '', renewedAccount = ''): Failure {
  const message = `The credentials changed from account ${account} to account ${renewedAccount} during the run; nothing was read or changed in ${renewedAccount}`;
  return new Failure('account-not-allowed', message, {
    likely:
      'The source of the credentials (a profile, a credential process, a container or instance role) was switched during the run.',
    next: `Make the source give credentials of account ${account} until the run ends, then run again.`,
    // Without credentials, no call was sent.
    cause: new CallError({ kind: 'rejected', code: 'AnotherAccount', message }),
  });
}
