import { EC2Client } from '@aws-sdk/client-ec2';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../desired/role.ts';
import type { GitHubRun } from '../github/run.ts';
import type { Limits } from '../time-limit.ts';
import { CallError } from './answer.ts';
import { tooLateCode } from './codes.ts';
import { type Ec2, ec2Calls } from './ec2.ts';
import { explainMissingCredentials } from './missing-credentials.ts';
import type { Persistence } from './persist.ts';
import { sendWithin } from './send.ts';
import type { Sts } from './sts.ts';
import type { Transport } from './transport.ts';

/** Credentials that work, and the calls made with them. */
export interface Connection {
  readonly ec2: Ec2;
  /** The account, where AWS has told it already at no extra call. */
  readonly accountId: string | undefined;
  /** Gets a new session of the role before the time; absent where no role was assumed. */
  readonly renew?: () => Promise<void>;
  /** Asks STS for the account of the credentials; throws CallError. */
  callerAccountId(): Promise<string>;
}

/** What connecting needs of the world. */
export interface ConnectionWorld extends Limits, Persistence {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly github: GitHubRun | undefined;
  readonly mask: (secret: string) => void;
}

/** Where to connect to, and as whom; without a role the SDK's default chain has the credentials. */
export interface Endpoint {
  readonly region: string;
  readonly role: Role | undefined;
}

/** Gets credentials (Failure `no-credentials` or `oidc-denied` without) and makes the clients. */
export type Connect = (endpoint: Endpoint, world: ConnectionWorld) => Promise<Connection>;

/**
 * Connects to AWS through the SDK. A role is assumed in this process alone: nothing is exported.
 * The SDK asks the provider again before a session ends, so a wait may outlast it.
 */
export function connectVia(transport: Transport): Connect {
  return (endpoint, world) => connect(endpoint, world, transport);
}

async function connect(
  { region, role }: Endpoint,
  world: ConnectionWorld,
  transport: Transport,
): Promise<Connection> {
  const assume =
    role && (await import('./web-identity.ts')).assumeRole(role, region, world, transport);
  const client = new EC2Client({
    region,
    maxAttempts: 1,
    requestHandler: transport,
    customUserAgent: [['associate-ipam-byoasn', world.env.GITHUB_RUN_ID ?? '']],
    ...(assume ? { credentials: assume } : {}),
  });
  const provider: AwsCredentialIdentityProvider = client.config.credentials;
  // Resolved now, so that their absence is told apart from every later failure.
  const credentials = assume ? await provider() : await resolveChain(provider, world);
  let sts: Promise<Sts> | undefined;
  return {
    ec2: ec2Calls(client, world),
    ...(assume ? { renew: async () => void (await provider({ forceRefresh: true })) } : {}),
    // A session of an assumed role is the role's; a profile or a variable only claims an account.
    accountId: assume && credentials.accountId,
    callerAccountId: async () => {
      // One client for all attempts, because it remembers how far off the runner's clock is.
      sts ??= import('./sts.ts').then(({ stsCalls }) =>
        stsCalls({ region, transport, credentials: provider }, world),
      );
      return (await sts).getCallerAccountId();
    },
  };
}

/** Credentials of the SDK's default chain; Failure `no-credentials` when it says that it has none. */
async function resolveChain(
  provider: AwsCredentialIdentityProvider,
  world: ConnectionWorld,
): Promise<AwsCredentialIdentity> {
  try {
    const credentials = await sendWithin(world, () => provider());
    world.mask(credentials.accessKeyId);
    world.mask(credentials.secretAccessKey);
    if (credentials.sessionToken) world.mask(credentials.sessionToken);
    return credentials;
  } catch (error) {
    if (isAbsence(error)) throw explainMissingCredentials(error, world.github);
    throw error;
  }
}

/** Whether a chain has said that it has none; one that was not asked, or not answered in time, may have some. */
function isAbsence(error: unknown): error is CallError {
  return error instanceof CallError && !['Timeout', tooLateCode].includes(error.answer.code);
}
