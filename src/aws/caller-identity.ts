import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { unreadable } from './answer.ts';
import { type Limits, sendWithin } from './send.ts';

/** The account that the credentials belong to, by STS GetCallerIdentity (needs no permission). */
export async function getCallerAccountId(
  region: string,
  credentials: AwsCredentialIdentityProvider,
  limits: Limits,
): Promise<string> {
  const client = new STSClient({ region, credentials, maxAttempts: 1 });
  const { Account: account } = await sendWithin(limits, (abortSignal) =>
    client.send(new GetCallerIdentityCommand(), { abortSignal }),
  );
  if (account === undefined) throw unreadable('the answer names no account');
  return account;
}
