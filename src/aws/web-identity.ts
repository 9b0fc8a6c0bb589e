import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { asFailure } from '../failure.ts';
import type { RoleInputs } from '../inputs.ts';
import { CallError, unreadable } from './answer.ts';
import type { ConnectionWorld } from './connection.ts';
import { asFailureOf, explaining } from './explain.ts';
import { requestIdToken } from './id-token.ts';
import { explainMissingIdToken } from './missing-credentials.ts';
import { explainDeniedToken } from './oidc-denied.ts';
import { persist } from './persist.ts';
import { sendWithin } from './send.ts';

/**
 * A credential provider that exchanges GitHub's ID token for the role's session (STS
 * AssumeRoleWithWebIdentity). Every attempt asks for a fresh token, because one lives five minutes;
 * only what can heal is repeated. Throws Failure (`no-credentials`, `oidc-denied`) or CallError.
 */
export function assumeRole(
  role: RoleInputs,
  region: string,
  world: ConnectionWorld,
): AwsCredentialIdentityProvider {
  const { idToken } = world.github;
  if (!idToken) throw explainMissingIdToken(world.github);
  world.mask(idToken.token);
  // AssumeRoleWithWebIdentity is not signed (the token is the proof), so the client needs no credentials.
  const client = new STSClient({ region, maxAttempts: 1 });

  const attempt = async () => {
    const token = await explaining(
      'get an ID token from GitHub',
      persist(() => requestIdToken(idToken, role.audience, world), world),
      () => tokenFailure,
    );
    world.mask(token);
    try {
      return await exchange(token, role, client, world);
    } catch (error) {
      throw isDenial(error) ? explainDeniedToken(error, role, token) : error;
    }
  };
  return async () => {
    try {
      return await persist(attempt, world);
    } catch (error) {
      throw error instanceof CallError
        ? asFailureOf(`assume ${role.arn}`, error)
        : asFailure(error);
    }
  };
}

async function exchange(
  token: string,
  { arn, sessionName, durationSeconds }: RoleInputs,
  client: STSClient,
  world: ConnectionWorld,
): Promise<AwsCredentialIdentity> {
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: arn,
    RoleSessionName: sessionName,
    DurationSeconds: durationSeconds,
    WebIdentityToken: token,
  });
  const { Credentials: session } = await sendWithin(world, (abortSignal) =>
    client.send(command, { abortSignal }),
  );
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
  if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) {
    throw unreadable('the answer holds no credentials');
  }
  world.mask(secretAccessKey);
  world.mask(session.SessionToken);
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: session.SessionToken,
    expiration: session.Expiration,
    accountId: accountOf(arn),
  };
}

/** Whether STS has judged the token; other client errors are about the request. */
function isDenial(error: unknown): error is CallError {
  if (!(error instanceof CallError)) return false;
  return error.answer.kind === 'denied' || error.answer.kind === 'credentials';
}

const tokenFailure = {
  reason: 'no-credentials',
  likely: "GitHub's token service is out of order, or the job's permissions changed under way.",
  next: 'Look at githubstatus.com, then run the job again.',
} as const;

/** STS gives a session of the role in the ARN, so its account is the ARN's. */
function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
