import { EC2Client, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../domain/role.ts';
import { Failure } from '../failure.ts';
import { type AwsCallContext, throwCallErrors } from './call.ts';
import type { ConnectionContext, SessionContext } from './connection-context.ts';
import { type Acceptances, type KeyWatch, openAcceptances } from './credentials/acceptances.ts';
import type { AccountOf } from './credentials/one-account.ts';
import { maskCredentials, maskSent } from './credentials/sent-secrets.ts';
import { hasKeys } from './credentials/sources.ts';
import { type Clients, type Ec2, ec2Calls } from './ec2.ts';
import type { Policy } from './policies.ts';
import type { Sts } from './sts.ts';
import type { Transport } from './transport.ts';

/** Working credentials, and the calls to AWS with them. */
export interface Connection {
  readonly ec2: Ec2;
  /** For calls that only some runs make. */
  readonly clients: Clients;
  /** The account, if it is known without another call. */
  readonly accountId: string | undefined;
  /** Whether the credentials expire, so others may replace them during the run. */
  readonly expires?: boolean;
  /** Replaces expired credentials; false if there are no others. */
  readonly renew?: AwsCallContext['renew'];
  /** Asks STS for the account of the credentials, once; throws CallError. */
  callerAccountId(signal: AbortSignal): Promise<string>;
}

/** Where to connect to, and with which role. Without one, the SDK's default chain has the credentials. */
export interface Endpoint {
  readonly region: string;
  /** Where the ASNs are listed; in `region` if undefined. */
  readonly ipamRegion?: string | undefined;
  readonly role: Role | undefined;
  /** Limits the session of the role; undefined for everything that the role may do. */
  readonly sessionPolicy?: Policy | undefined;
}

/** Gets credentials and creates the clients. Throws a Failure that says why there are no credentials. */
export type Connect = (endpoint: Endpoint, context: ConnectionContext) => Promise<Connection>;

/**
 * Connects to AWS through the SDK. Assumes a role in this process only: nothing is exported. The SDK
 * renews a session before it ends. All keys are masked on arrival, and belong to one account.
 */
export function connectVia(transport: Transport): Connect {
  const acceptances = openAcceptances();
  return (endpoint, context) => connect(endpoint, context, transport, acceptances);
}

async function connect(
  endpoint: Endpoint,
  context: ConnectionContext,
  transport: Transport,
  acceptances: Acceptances,
): Promise<Connection> {
  const { region, ipamRegion = region, role, sessionPolicy } = endpoint;
  const session = { ...context, region, transport: maskSent(transport, context.mask) };
  const options = {
    maxAttempts: 1,
    requestHandler: session.transport,
    customUserAgent: [['associate-ipam-byoasn', context.env.GITHUB_RUN_ID ?? '']],
  } satisfies EC2ClientConfig;
  const client = new EC2Client({ ...options, region });
  const accountOf = cacheAccounts(session);
  const source = await openSource(endpoint, client.config.credentials, accountOf, session);
  const keys = acceptances(sessionPolicy ? 'own' : 'given');
  const credentials = watchKeys(source, keys, endpoint, context);
  // The SDK's setter makes the client sign with these, and renew them in time.
  Object.assign(client.config, { credentials });
  const provider: AwsCredentialIdentityProvider = client.config.credentials;
  throwCallErrors(client, keys.watch(`EC2 in ${region}`));
  let ipamClient = client;
  if (ipamRegion !== region) {
    // Both share one session, because the SDK does not wrap its own provider again.
    ipamClient = new EC2Client({ ...options, region: ipamRegion, credentials: provider });
    throwCallErrors(ipamClient, keys.watch(`EC2 in ${ipamRegion}`));
  }
  // Fetched now, to tell missing credentials from later failures.
  const first = await provider();
  return {
    ec2: ec2Calls({ client, ipamClient }),
    clients: { client, ipamClient },
    renew: role
      ? () => provider({ forceRefresh: true }).then(() => true)
      : renewChain(provider, first, context),
    expires: first.expiration !== undefined,
    // A profile or a variable only claims an account.
    accountId: role && first.accountId,
    callerAccountId: async (signal) =>
      keys.watch(`STS in ${region}`)(accountOf(await provider(), signal)),
  };
}

/** The same credentials, masked, with their key as the one in use. */
function watchKeys(
  source: AwsCredentialIdentityProvider,
  keys: KeyWatch,
  { region, role }: Endpoint,
  { mask }: ConnectionContext,
): AwsCredentialIdentityProvider {
  return async (options) => {
    const credentials = await source(options);
    maskCredentials(credentials, mask);
    keys.use(credentials.accessKeyId);
    // STS issued the session of a role, so its keys are valid.
    if (role) keys.accept(`STS in ${region}`);
    return credentials;
  };
}

/** The sessions of the role, or the credentials of the default chain. */
async function openSource(
  { role, sessionPolicy }: Endpoint,
  chain: AwsCredentialIdentityProvider,
  accountOf: AccountOf,
  context: SessionContext,
): Promise<AwsCredentialIdentityProvider> {
  if (!role) return openChain(chain, accountOf, context);
  const { assumeRole } = await import('./credentials/assume-role.ts');
  const policy = sessionPolicy && JSON.stringify(sessionPolicy);
  const isChained = role.source === 'default-chain';
  const first = isChained ? await openChain(chain, accountOf, context) : undefined;
  return assumeRole({ role, policy, chain: first }, context);
}

/** The default chain. Keys in variables need no check, because they never change. */
async function openChain(
  chain: AwsCredentialIdentityProvider,
  accountOf: AccountOf,
  context: ConnectionContext,
): Promise<AwsCredentialIdentityProvider> {
  if (hasKeys(context.env)) return chain;
  const lazy = await import('./credentials/chain.ts');
  return lazy.openChain(chain, accountOf, context);
}

/**
 * Asks the chain again; false if it still has the first credentials, or none. Compares with the first,
 * because another call may already have renewed those of this one.
 */
function renewChain(
  provider: AwsCredentialIdentityProvider,
  first: AwsCredentialIdentity,
  context: ConnectionContext,
): () => Promise<boolean> {
  return async () => {
    try {
      const { accessKeyId, sessionToken } = await provider({ forceRefresh: true });
      return accessKeyId !== first.accessKeyId || sessionToken !== first.sessionToken;
    } catch (error) {
      if (!(error instanceof Failure && error.reason === 'no-credentials')) throw error;
      context.log.line(`credentials not renewed: ${error.message}`);
      return false;
    }
  };
}

/** Asks STS for the account of credentials, until it is known for their access key. */
function cacheAccounts(context: SessionContext): AccountOf {
  // One client for all attempts, because it remembers how wrong the runner's clock is.
  const clients = new Map<string, Promise<Sts>>();
  return async (credentials, signal) => {
    const sts =
      clients.get(credentials.accessKeyId) ??
      import('./sts.ts').then(({ stsCalls }) => stsCalls(context, credentials));
    clients.set(credentials.accessKeyId, sts);
    return (await sts).getCallerAccountId(signal);
  };
}
