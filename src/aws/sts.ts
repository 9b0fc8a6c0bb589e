import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../desired/role.ts';
import type { Limits } from '../time-limit.ts';
import { unreadable } from './answer.ts';
import { sendWithin } from './send.ts';
import type { Transport } from './transport.ts';

/** A session of a role. */
export type Session = Required<Omit<AwsCredentialIdentity, 'credentialScope'>>;

/** The calls of STS that a run makes, each once, without retries. All throw CallError. */
export interface Sts {
  /** Exchanges an ID token for a session of the role. Not signed: the token is the proof. */
  assumeRoleWithWebIdentity(token: string, role: Role): Promise<Session>;
  /** The account that the credentials belong to (GetCallerIdentity, which needs no permission). */
  getCallerAccountId(): Promise<string>;
}

/** Where to ask STS; credentials are needed for GetCallerIdentity alone. */
export interface StsEndpoint {
  readonly region: string;
  readonly transport: Transport;
  readonly credentials?: AwsCredentialIdentityProvider;
}

/** The calls in a Region. */
export function stsCalls({ transport, ...endpoint }: StsEndpoint, limits: Limits): Sts {
  const client = new STSClient({ ...endpoint, maxAttempts: 1, requestHandler: transport });
  return {
    assumeRoleWithWebIdentity: async (token, { arn, sessionName, durationSeconds }) => {
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
      const { SessionToken: sessionToken, Expiration: expiration } = session;
      return { accessKeyId, secretAccessKey, sessionToken, expiration, accountId: accountOf(arn) };
    },
    getCallerAccountId: async () => {
      const { Account: account } = await sendWithin(limits, (abortSignal) =>
        client.send(new GetCallerIdentityCommand(), { abortSignal }),
      );
      if (!account || !/^[0-9]{12}$/.test(account)) throw unreadable('the answer names no account');
      return account;
    },
  };
}

/** STS gives a session of the role in the ARN, so its account is the ARN's. */
function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
