import { EC2Client, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../domain/role.ts';
import { Failure } from '../failure.ts';
import type { AwsCallContext } from './call.ts';
import type { ConnectionContext, SessionContext } from './connection-context.ts';
import { type Acceptances, openAcceptances, type Watch } from './credentials/acceptances.ts';
import type { AccountOf } from './credentials/one-account.ts';
import { maskCredentials, maskSent } from './credentials/sent-secrets.ts';
import { nameSessionPolicy } from './credentials/session-policy.ts';
import { hasKeys } from './credentials/sources.ts';
import { type Ec2, ec2Calls } from './ec2.ts';
import { compactPolicy, type Policy } from './policies.ts';
import type { Sts } from './sts.ts';
import type { Transport } from './transport.ts';

/** Working credentials, and the requests made with them. */
export interface Connection {
  readonly ec2: Ec2;
  /** For requests that only some runs make. */
  readonly clients: Clients;
  /** The account, where it is known without another call. */
  readonly accountId: string | undefined;
  /** Whether the credentials expire, so that others may come in their place during the run. */
  readonly expires?: boolean;
  /** Gets other credentials in place of expired ones; false where there are none. */
  readonly renew?: AwsCallContext['renew'];
  /** Asks STS for the account of the credentials, once; throws CallError. */
  callerAccountId(signal: AbortSignal): Promise<string>;
}

/** The SDK's clients for the Region of the CIDRs and that of the ASNs, and what each call passes through. */
export interface Clients {
  readonly client: EC2Client;
  readonly watch: Watch;
  readonly ipamClient: EC2Client;
  readonly watchIpam: Watch;
}

/** Where to connect to, and with which role; without one the SDK's default chain has the credentials. */
export interface Endpoint {
  readonly region: string;
  /** Where the ASNs are listed; in `region` if undefined. */
  readonly ipamRegion?: string | undefined;
  readonly role: Role | undefined;
  /** What the session of the role is limited to; undefined for all that the role may do. */
  readonly sessionPolicy?: Policy | undefined;
}

/** Gets credentials and makes the clients. Throws a Failure that says why there are none. */
export type Connect = (endpoint: Endpoint, context: ConnectionContext) => Promise<Connection>;

/**
 * Connects to AWS through the SDK. A role is assumed in this process only: nothing is exported. The
 * SDK renews a session before it ends. All keys are masked as they come, and are of one account.
 */
export function connectVia(transport: Transport): Connect {
  const acceptances = openAcceptances();
  return (endpoint, context) => connect(endpoint, context, transport, acceptances);
}

async function connect(
  { region, ipamRegion = region, role, sessionPolicy }: Endpoint,
  context: ConnectionContext,
  transport: Transport,
  acceptances: Acceptances,
): Promise<Connection> {
  const masking = maskSent(transport, context.mask);
  const options = {
    maxAttempts: 1,
    requestHandler: masking,
    customUserAgent: [['associate-ipam-byoasn', context.env.GITHUB_RUN_ID ?? '']],
  } satisfies EC2ClientConfig;
  const client = new EC2Client({ ...options, region });
  const accountOf = cacheAccounts(region, masking, context);
  const openDefault = (use: Use) => openChain(client.config.credentials, use, accountOf, context);
  let keyInUse = '';
  const use: Use = (credentials) => {
    keyInUse = credentials.accessKeyId;
    maskCredentials(credentials, context.mask);
    // STS itself has made the session of a role, so its keys are right.
    if (role) acceptances.add(keyInUse, `STS in ${region}`);
  };
  const credentials = role
    ? onEach(
        await openRole(role, sessionPolicy, openDefault, {
          ...context,
          region,
          transport: masking,
        }),
        use,
      )
    : await openDefault(use);
  // The SDK's setter makes the client sign with these from now on, and renew them in time.
  Object.assign(client.config, { credentials });
  const provider: AwsCredentialIdentityProvider = client.config.credentials;
  // The SDK keeps one session for both, because it does not wrap its own provider again.
  const ipamClient =
    ipamRegion === region
      ? client
      : new EC2Client({ ...options, region: ipamRegion, credentials: provider });
  // Resolved now, to tell missing credentials from later failures.
  const first = await provider();
  const policyOwner = sessionPolicy ? 'own' : 'given';
  const watch = (where: string, service = 'EC2'): Watch => {
    const accept = acceptances.watch(`${service} in ${where}`, () => keyInUse);
    return (call) => nameSessionPolicy(accept(call), policyOwner);
  };
  const clients = { client, watch: watch(region), ipamClient, watchIpam: watch(ipamRegion) };
  return {
    ec2: watchEc2(ec2Calls(client, ipamClient), clients),
    clients,
    renew: role
      ? () => provider({ forceRefresh: true }).then(() => true)
      : renewChain(provider, first, context),
    expires: first.expiration !== undefined,
    // A profile or a variable only claims an account.
    accountId: role && first.accountId,
    callerAccountId: async (signal) => watch(region, 'STS')(accountOf(await provider(), signal)),
  };
}

/** Called with all credentials that come. */
type Use = (credentials: AwsCredentialIdentity) => void;

async function openRole(
  role: Role,
  sessionPolicy: Policy | undefined,
  openDefault: (use: Use) => Promise<AwsCredentialIdentityProvider>,
  context: SessionContext,
): Promise<AwsCredentialIdentityProvider> {
  const { assumeRole } = await import('./credentials/assume-role.ts');
  const maskKeys: Use = (credentials) => maskCredentials(credentials, context.mask);
  const chain = role.source === 'default-chain' ? await openDefault(maskKeys) : undefined;
  return assumeRole(
    { role, policy: sessionPolicy && compactPolicy(sessionPolicy), chain },
    context,
  );
}

/** The default chain. Keys in variables need no check: they stay as they are. */
async function openChain(
  chain: AwsCredentialIdentityProvider,
  use: Use,
  accountOf: AccountOf,
  context: ConnectionContext,
): Promise<AwsCredentialIdentityProvider> {
  if (hasKeys(context.env)) return onEach(chain, use);
  const lazy = await import('./credentials/chain.ts');
  return lazy.openChain(chain, use, accountOf, context);
}

function onEach(provider: AwsCredentialIdentityProvider, use: Use): AwsCredentialIdentityProvider {
  return async (options) => {
    const credentials = await provider(options);
    use(credentials);
    return credentials;
  };
}

/**
 * Asks the chain again; false where it still has the first credentials, or none. Compares with the
 * first, because another call may have renewed those that this one was signed with.
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

/** Asks STS for the account of an access key, until it has answered once. */
function cacheAccounts(
  region: string,
  transport: Transport,
  { clock }: ConnectionContext,
): AccountOf {
  const accounts = new Map<string, string>();
  // One client for all attempts, because it remembers how far off the runner's clock is.
  const clients = new Map<string, Promise<Sts>>();
  return async (credentials, signal) => {
    const { accessKeyId } = credentials;
    const known = accounts.get(accessKeyId);
    if (known !== undefined) return known;
    const sts =
      clients.get(accessKeyId) ??
      import('./sts.ts').then(({ stsCalls }) =>
        stsCalls({ region, transport, credentials: async () => credentials }, clock),
      );
    clients.set(accessKeyId, sts);
    const account = await (await sts).getCallerAccountId(signal);
    accounts.set(accessKeyId, account);
    return account;
  };
}

function watchEc2(ec2: Ec2, { watch, watchIpam }: Pick<Clients, 'watch' | 'watchIpam'>): Ec2 {
  return {
    describeByoipCidrs: (...args) => watch(ec2.describeByoipCidrs(...args)),
    describeIpamByoasn: (...args) => watchIpam(ec2.describeIpamByoasn(...args)),
    associate: (...args) => watch(ec2.associate(...args)),
    disassociate: (...args) => watch(ec2.disassociate(...args)),
    dryRunAssociate: (...args) => watch(ec2.dryRunAssociate(...args)),
    dryRunDisassociate: (...args) => watch(ec2.dryRunDisassociate(...args)),
  };
}
