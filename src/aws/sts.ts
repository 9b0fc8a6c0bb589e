import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { RoleInputs } from '../inputs.ts';
import { unreadable } from './answer.ts';
import { type Limits, sendWithin } from './send.ts';

/**
 * Exchanges an ID token for a session of the role, once. The call is not signed: the token is the
 * proof. Throws CallError.
 */
export async function assumeRoleWithWebIdentity(
  token: string,
  { arn, sessionName, durationSeconds }: RoleInputs,
  region: string,
  limits: Limits,
): Promise<Required<Omit<AwsCredentialIdentity, 'credentialScope'>>> {
  const client = new STSClient({ region, maxAttempts: 1 });
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: arn,
    RoleSessionName: sessionName,
    DurationSeconds: durationSeconds,
    WebIdentityToken: token,
  });
  const { Credentials: session } = await sendWithin(limits, (abortSignal) =>
    client.send(command, { abortSignal }),
  );
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
  if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) {
    throw unreadable('the answer holds no credentials');
  }
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: session.SessionToken,
    expiration: session.Expiration,
    accountId: accountOf(arn),
  };
}

/** STS gives a session of the role in the ARN, so its account is the ARN's. */
function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** The account that the credentials belong to, by GetCallerIdentity (needs no permission). */
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
