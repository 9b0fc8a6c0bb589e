import { EC2Client } from '@aws-sdk/client-ec2';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../domain/role.ts';
import { Failure } from '../failure.ts';
import type { GitHubRun } from '../inputs/runner.ts';
import type { AwsCallContext } from './call.ts';
import { type Acceptances, openAcceptances, type Watch } from './credentials/acceptances.ts';
import { explainChain } from './credentials/chain.ts';
import { type AccountOf, stayInAccount } from './credentials/one-account.ts';
import { maskSent } from './credentials/sent-secrets.ts';
import { type Ec2, ec2Calls } from './ec2.ts';
import type { Sts } from './sts.ts';
import type { Transport } from './transport.ts';

/** Credentials that work, and the calls made with them. */
export interface Connection {
  readonly ec2: Ec2;
  /** The account, where AWS has told it already at no extra call. */
  readonly accountId: string | undefined;
  /** Gets other credentials before the time: a new session, or what the chain has; false without. */
  readonly renew?: AwsCallContext['renew'];
  /** Asks STS for the account of the credentials; throws CallError. */
  callerAccountId(signal: AbortSignal): Promise<string>;
}

/** What connecting needs of the world. */
export interface ConnectionContext extends AwsCallContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly github: GitHubRun | undefined;
  readonly mask: (secret: string) => void;
}

/** Where to connect to, and as whom; without a role the SDK's default chain has the credentials. */
export interface Endpoint {
  readonly region: string;
  readonly role: Role | undefined;
}

/** Gets credentials, or throws the Failure that says why there are none, and makes the clients. */
export type Connect = (endpoint: Endpoint, world: ConnectionContext) => Promise<Connection>;

/**
 * Connects to AWS through the SDK. A role is assumed in this process alone: nothing is exported.
 * The SDK asks the provider again before a session ends, so a wait may outlast it. All keys are masked
 * as they come, and are of one account.
 */
export function connectVia(transport: Transport): Connect {
  const acceptances = openAcceptances();
  return (endpoint, world) => connect(endpoint, world, transport, acceptances);
}

async function connect(
  { region, role }: Endpoint,
  world: ConnectionContext,
  transport: Transport,
  acceptances: Acceptances,
): Promise<Connection> {
  const masking = maskSent(transport, world.mask);
  const assume =
    role &&
    (await import('./credentials/web-identity.ts')).assumeRole(role, region, world, masking);
  const client = new EC2Client({
    region,
    maxAttempts: 1,
    requestHandler: masking,
    customUserAgent: [['associate-ipam-byoasn', world.env.GITHUB_RUN_ID ?? '']],
  });
  const accountOf = openAccounts(region, masking, world);
  let keyInUse = '';
  const take = (credentials: AwsCredentialIdentity) => {
    keyInUse = credentials.accessKeyId;
    maskCredentials(credentials, world.mask);
    // STS itself has made the session of a role, so its keys are right.
    if (assume) acceptances.add(keyInUse, `STS in ${region}`);
  };
  const source = onEach(assume ?? (await explainChain(client.config.credentials, world)), take);
  // A session of a role is in the account of the role, whoever asks for it.
  const credentials = assume ? source : stayInAccount(source, accountOf, world);
  // The setter of the SDK makes the client sign with these from now on, and renew them in time.
  Object.assign(client.config, { credentials });
  const provider: AwsCredentialIdentityProvider = client.config.credentials;
  // Resolved now, so that their absence is told apart from every later failure.
  const first = await provider();
  const { accountId } = first;
  const watch = (service: string) => acceptances.watch(`${service} in ${region}`, () => keyInUse);
  return {
    ec2: watchEc2(ec2Calls(client), watch('EC2')),
    renew: assume
      ? () => provider({ forceRefresh: true }).then(() => true)
      : renewChain(provider, first, world),
    // A session of an assumed role is the role's; a profile or a variable only claims an account.
    accountId: assume && accountId,
    callerAccountId: async (signal) => watch('STS')(accountOf(await provider(), signal)),
  };
}

function onEach(
  provider: AwsCredentialIdentityProvider,
  take: (credentials: AwsCredentialIdentity) => void,
): AwsCredentialIdentityProvider {
  return async (options) => {
    const credentials = await provider(options);
    take(credentials);
    return credentials;
  };
}

/** Asks the chain again, which has nothing new where it has the same credentials as before, or none. */
function renewChain(
  provider: AwsCredentialIdentityProvider,
  first: AwsCredentialIdentity,
  world: ConnectionContext,
): () => Promise<boolean> {
  let last = first;
  return async () => {
    const old = last;
    try {
      last = await provider({ forceRefresh: true });
    } catch (error) {
      if (!(error instanceof Failure && error.reason === 'no-credentials')) throw error;
      world.log.line(`the credentials are not renewed: ${error.message}`);
      return false;
    }
    return last.accessKeyId !== old.accessKeyId || last.sessionToken !== old.sessionToken;
  };
}

function maskCredentials(
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentialIdentity,
  mask: ConnectionContext['mask'],
): void {
  mask(accessKeyId);
  mask(secretAccessKey);
  if (sessionToken) mask(sessionToken);
}

/** Asks STS for accounts, and for that of an access key only until STS has told it. */
function openAccounts(region: string, transport: Transport, world: ConnectionContext): AccountOf {
  const known = new Map<string, string>();
  // One client for all attempts, because it remembers how far off the runner's clock is.
  const clients = new Map<string, Promise<Sts>>();
  return async (credentials, signal) => {
    const { accessKeyId } = credentials;
    const told = known.get(accessKeyId);
    if (told !== undefined) return told;
    const sts =
      clients.get(accessKeyId) ??
      import('./sts.ts').then(({ stsCalls }) =>
        stsCalls({ region, transport, credentials: async () => credentials }, world.clock),
      );
    clients.set(accessKeyId, sts);
    const account = await (await sts).getCallerAccountId(signal);
    known.set(accessKeyId, account);
    return account;
  };
}

function watchEc2(ec2: Ec2, watch: Watch): Ec2 {
  return {
    describeByoipCidrs: (...sent) => watch(ec2.describeByoipCidrs(...sent)),
    describeIpamByoasn: (...sent) => watch(ec2.describeIpamByoasn(...sent)),
    associate: (...sent) => watch(ec2.associate(...sent)),
    dryRunAssociate: (...sent) => watch(ec2.dryRunAssociate(...sent)),
  };
}
