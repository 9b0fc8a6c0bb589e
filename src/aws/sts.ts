import {
  AssumeRoleCommand,
  type AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { Hop } from '../domain/role.ts';
import { throwCallErrors } from './call.ts';
import type { SessionContext } from './connection-context.ts';
import { maskCredentials } from './credentials/sent-secrets.ts';
import { unreadableError } from './errors/call-error.ts';
import type { Transport } from './transport.ts';

/** A session of a role. */
export type Session = Required<Omit<AwsCredentialIdentity, 'credentialScope'>>;

/** The requests to STS, each sent once; call.ts adds retries and limits. All throw CallError. */
export interface Sts {
  /** Exchanges an ID token for a session of the role. Not signed: the token is the proof. */
  assumeRoleWithWebIdentity(token: string, hop: Hop, signal: AbortSignal): Promise<Session>;
  /** Opens a session of a role with the credentials of the caller. */
  assumeRole(hop: Hop, signal: AbortSignal): Promise<Session>;
  /** The ARN of the caller (GetCallerIdentity); empty if STS leaves it out. */
  getCallerArn(signal: AbortSignal): Promise<string>;
  /** The account of the caller (GetCallerIdentity, which needs no permission); cached. */
  getCallerAccountId(signal: AbortSignal): Promise<string>;
}

/**
 * The requests to STS in a Region. Masks the credentials that sign them, which only
 * AssumeRoleWithWebIdentity can do without, and those of the sessions.
 */
export function stsCalls(
  { region, transport, clock, mask }: SessionContext,
  credentials?: AwsCredentialIdentity,
): Sts {
  let respondedAt: string | undefined;
  let accountId: string | undefined;
  const requestHandler: Transport = {
    ...transport,
    handle: async (...sent) => {
      const handled = await transport.handle(...sent);
      respondedAt = handled.response.headers.date;
      return handled;
    },
  };
  if (credentials) maskCredentials(credentials, mask);
  const signing = credentials && { credentials };
  const client = new STSClient({ region, maxAttempts: 1, requestHandler, ...signing });
  throwCallErrors(client);
  const identify = (abortSignal: AbortSignal) =>
    client.send(new GetCallerIdentityCommand(), { abortSignal });
  const readSession = (arn: string, { Credentials: session }: AssumeRoleCommandOutput): Session => {
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
    if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) {
      throw unreadableError('the response has no credentials');
    }
    const { SessionToken: sessionToken, Expiration } = session;
    const expiration = toLocalTime(Expiration, respondedAt, clock.wallTime());
    const keys = { accessKeyId, secretAccessKey, sessionToken };
    maskCredentials(keys, mask);
    return { ...keys, expiration, accountId: accountOf(arn) };
  };
  return {
    assumeRoleWithWebIdentity: async (token, hop, abortSignal) => {
      const input = { ...sessionInput(hop), WebIdentityToken: token };
      const command = new AssumeRoleWithWebIdentityCommand(input);
      return readSession(hop.arn, await client.send(command, { abortSignal }));
    },
    assumeRole: async (hop, abortSignal) => {
      const command = new AssumeRoleCommand({ ...sessionInput(hop), ExternalId: hop.externalId });
      return readSession(hop.arn, await client.send(command, { abortSignal }));
    },
    getCallerAccountId: async (abortSignal) => {
      if (accountId !== undefined) return accountId;
      const { Account: account = '' } = await identify(abortSignal);
      if (!/^[0-9]{12}$/.test(account)) throw unreadableError('the response has no account');
      accountId = account;
      return account;
    },
    getCallerArn: async (abortSignal) => (await identify(abortSignal)).Arn ?? '',
  };
}

function sessionInput({ arn, sessionName, durationSeconds, policy }: Hop) {
  return {
    RoleArn: arn,
    RoleSessionName: sessionName,
    DurationSeconds: durationSeconds,
    Policy: policy,
  };
}

/**
 * The end of a session by the clock of this machine, which may be wrong. `respondedAt` is the Date
 * header of STS's response, `now` the time of this machine when it came.
 */
function toLocalTime(expiration: Date, respondedAt: string | undefined, now: number): Date {
  const responded = Date.parse(respondedAt ?? '');
  return Number.isNaN(responded) ? expiration : new Date(expiration.getTime() - responded + now);
}

/** The session of a role is in the account of its ARN. */
function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
