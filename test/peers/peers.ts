import { randomBytes } from 'node:crypto';
import type { AllowedActions, CredentialStore } from './credentials.ts';
import { createCredentials } from './credentials.ts';
import type { Ec2Behaviour, Ec2Peer } from './ec2.ts';
import { startEc2 } from './ec2.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Byoasn, CidrFixture, Ipam } from './ipam.ts';
import type { IssuerPeer } from './issuer.ts';
import { classicSubject, startIssuer } from './issuer.ts';
import type { Journal } from './journal.ts';
import { createJournal } from './journal.ts';
import type { Role, StsPeer } from './sts.ts';
import { startSts } from './sts.ts';

/** What a test changes of the default world; fixtures given here replace the default ones. */
export interface PeersOptions {
  /** Milliseconds, for buckets, settling, tokens and sessions. Clients sign by the real clock. */
  readonly now?: () => number;
  readonly account?: string;
  readonly region?: string;
  readonly cidrs?: readonly CidrFixture[];
  readonly asns?: readonly Byoasn[];
  readonly behaviour?: Partial<Ec2Behaviour>;
  /** Changes of the default role. */
  readonly role?: Partial<Role>;
  /** Changes of the default claims. */
  readonly claims?: Readonly<Record<string, string>>;
  /** What the static credentials may do; everything unless told otherwise. */
  readonly actions?: AllowedActions;
}

type Environment = Readonly<Record<string, string>>;

/** AWS and GitHub's token service on the loopback interface. */
export interface Peers {
  readonly account: string;
  readonly region: string;
  readonly roleArn: string;
  readonly ec2: Ec2Peer;
  readonly sts: StsPeer;
  readonly issuer: IssuerPeer;
  /** The state of the default account in the default Region. */
  readonly ipam: Ipam;
  readonly credentials: CredentialStore;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Environment variables, apart so that a test can leave some out. */
  readonly env: {
    readonly endpoints: Environment;
    readonly region: Environment;
    readonly credentials: Environment;
    readonly oidc: Environment;
  };
  /** Every secret key, session token, JWT and request token so far, to look for leaks. */
  secrets(): string[];
  close(): Promise<void>;
}

const CIDRS: readonly CidrFixture[] = [
  { cidr: '198.51.100.0/24', state: 'provisioned', advertisementType: 'unicast' },
  { cidr: '2001:db8:1000::/48', state: 'advertised', advertisementType: 'unicast' },
  { cidr: '203.0.113.0/24', state: 'advertised', advertisementType: 'unicast' },
];
const ASNS: readonly Byoasn[] = ['64500', '64501'].map((asn) => ({
  asn,
  ipamId: 'ipam-0123456789abcdef0',
  state: 'provisioned',
}));

/** Starts EC2, STS and the token issuer with one account, role and set of fixtures. */
export async function startPeers(options: PeersOptions = {}): Promise<Peers> {
  const { account = '111122223333', region = 'us-west-2', now = Date.now } = options;
  const shared = { now, faults: createFaults(), journal: createJournal() };
  const credentials = createCredentials();
  const [ec2, sts, issuer] = await Promise.all([
    startEc2(credentials, shared),
    startSts(credentials, shared),
    startIssuer(shared),
  ]);
  const user = staticUser(account, options.actions ?? 'all');
  credentials.add(user);
  const role = { ...defaultRole(account), ...options.role };
  sts.setRole(role);
  sts.setProvider({ account, issuer: issuer.url, clientIds: ['sts.amazonaws.com'] });
  issuer.claim(options.claims ?? {});
  ec2.behave(options.behaviour ?? {});
  const ipam = ec2.ipam(account, region);
  for (const cidr of options.cidrs ?? CIDRS) ipam.setCidr(cidr);
  for (const asn of options.asns ?? ASNS) ipam.setAsn(asn);
  const { faults, journal } = shared;
  return {
    account,
    region,
    roleArn: role.arn,
    ...{ ec2, sts, issuer, ipam, credentials, faults, journal },
    env: {
      endpoints: { AWS_ENDPOINT_URL_EC2: ec2.url, AWS_ENDPOINT_URL_STS: sts.url },
      region: { AWS_REGION: region },
      credentials: {
        AWS_ACCESS_KEY_ID: user.accessKeyId,
        AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
      },
      oidc: {
        ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
      },
    },
    secrets: () => [
      ...credentials.secrets(),
      ...issuer.tokens.map(({ value }) => value),
      issuer.requestToken,
    ],
    async close() {
      await Promise.all([ec2.close(), sts.close(), issuer.close()]);
    },
  };
}

function staticUser(account: string, actions: AllowedActions) {
  return {
    accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    account,
    arn: `arn:aws:iam::${account}:user/peer`,
    userId: 'AIDAPEERUSER00000000',
    actions,
  };
}

function defaultRole(account: string): Role {
  return {
    arn: `arn:aws:iam::${account}:role/byoasn-apply`,
    subjects: [classicSubject],
    maxSessionSeconds: 3600,
    actions: ['ec2:AssociateIpamByoasn', 'ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'],
  };
}
