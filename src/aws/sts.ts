import {
  AssumeRoleCommand,
  type AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Hop } from '../domain/role.ts';
import type { Clock } from '../lib/clock.ts';
import { mapErrors } from './call.ts';
import { unreadableError } from './errors/call-error.ts';
import type { Transport } from './transport.ts';

/** A session of a role. */
export type Session = Required<Omit<AwsCredentialIdentity, 'credentialScope'>>;

/** The requests to STS, each sent once; call.ts adds the rest. All throw CallError. */
export interface Sts {
  /** Exchanges an ID token for a session of the role. Not signed: the token is the proof. */
  assumeRoleWithWebIdentity(token: string, hop: Hop, signal: AbortSignal): Promise<Session>;
  /** Opens a session of a role with the credentials of the caller. */
  assumeRole(hop: Hop, signal: AbortSignal): Promise<Session>;
  /** The ARN of the caller (GetCallerIdentity); empty if STS leaves it out. */
  getCallerArn(signal: AbortSignal): Promise<string>;
  /** The account that the credentials belong to (GetCallerIdentity, which needs no permission). */
  getCallerAccountId(signal: AbortSignal): Promise<string>;
}

/** Where to ask STS. Only AssumeRoleWithWebIdentity needs no credentials. */
interface StsEndpoint {
  readonly region: string;
  readonly transport: Transport;
  readonly credentials?: AwsCredentialIdentityProvider;
}

/** The requests to STS in a Region. */
export function stsCalls({ transport, ...endpoint }: StsEndpoint, clock: Clock): Sts {
  let answeredAt: string | undefined;
  const requestHandler: Transport = {
    ...transport,
    handle: async (...sent) => {
      const handled = await transport.handle(...sent);
      answeredAt = handled.response.headers.date;
      return handled;
    },
  };
  const client = new STSClient({ ...endpoint, maxAttempts: 1, requestHandler });
  const identify = (abortSignal: AbortSignal) =>
    mapErrors(client.send(new GetCallerIdentityCommand(), { abortSignal }));
  const readSession = (arn: string, { Credentials: session }: AssumeRoleCommandOutput): Session => {
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
    if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) {
      throw unreadableError('the answer holds no credentials');
    }
    const { SessionToken: sessionToken, Expiration } = session;
    const expiration = byOwnClock(Expiration, answeredAt, clock.wallTime());
    return { accessKeyId, secretAccessKey, sessionToken, expiration, accountId: accountOf(arn) };
  };
  return {
    assumeRoleWithWebIdentity: async (token, hop, abortSignal) => {
      const command = new AssumeRoleWithWebIdentityCommand({
        ...sessionInput(hop),
        WebIdentityToken: token,
      });
      return readSession(hop.arn, await mapErrors(client.send(command, { abortSignal })));
    },
    assumeRole: async (hop, abortSignal) => {
      const command = new AssumeRoleCommand({ ...sessionInput(hop), ExternalId: hop.externalId });
      return readSession(hop.arn, await mapErrors(client.send(command, { abortSignal })));
    },
    getCallerAccountId: async (abortSignal) => {
      const { Account: account } = await identify(abortSignal);
      if (!account || !/^[0-9]{12}$/.test(account))
        throw unreadableError('the answer names no account');
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
 * The end of a session by the clock of this machine, which may be off. `answeredAt` is the Date header
 * of STS's answer, `now` the time of this machine when it came.
 */
function byOwnClock(expiration: Date, answeredAt: string | undefined, now: number): Date {
  const answered = Date.parse(answeredAt ?? '');
  return Number.isNaN(answered) ? expiration : new Date(expiration.getTime() - answered + now);
}

/** STS gives a session of the role in the ARN, so its account is the ARN's. */
function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
