import { randomBytes } from 'node:crypto';
import type { AllowedActions, CredentialStore } from './credentials.ts';
import { createCredentials } from './credentials.ts';
import type { FakeEc2 } from './ec2.ts';
import { startEc2 } from './ec2.ts';
import type { Ec2Behaviour } from './ec2-behaviour.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import type { FakeGitHub } from './github/github.ts';
import { defaultRepository, startGitHub } from './github/github.ts';
import type { Byoasn, CidrFixture, Ipam } from './ipam.ts';
import type { FakeIssuer } from './issuer.ts';
import { classicSubject, pullRequestSubject, startIssuer } from './issuer.ts';
import type { RequestLog } from './request-log.ts';
import { createRequestLog } from './request-log.ts';
import { type FakeRpki, startRpki } from './rpki.ts';
import type { FakeSts, Role } from './sts.ts';
import { startSts } from './sts.ts';

/** What a test changes of the default fake servers; fixtures given here replace the default ones. */
export interface FakesOptions {
  /** Milliseconds, for buckets, transitions, tokens and sessions. Clients sign by the real clock. */
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
  /** What the static credentials may do; everything by default. */
  readonly actions?: AllowedActions;
  /** The folder of GitHub's REST API, `/api/v3` for GitHub Enterprise Server. */
  readonly gitHubRoot?: string;
}

/** What an account has in a Region; the default fixtures where left out. */
export interface RegionFixtures {
  readonly cidrs?: readonly CidrFixture[];
  readonly asns?: readonly Byoasn[];
}

/**
 * The ARNs of an account's roles: `apply` may associate, `route` advertise and withdraw, `withdraw` only
 * that; the plans may only read.
 */
export interface AccountRoles {
  readonly apply: string;
  readonly plan: string;
  readonly routePlan: string;
  readonly route: string;
  readonly withdraw: string;
}

type Environment = Readonly<Record<string, string>>;

/** AWS, GitHub's token service and its REST API, and RPKI data, on the loopback interface. */
export interface Fakes {
  readonly account: string;
  readonly region: string;
  readonly roleArn: string;
  readonly ec2: FakeEc2;
  readonly sts: FakeSts;
  readonly issuer: FakeIssuer;
  readonly github: FakeGitHub;
  readonly rpki: FakeRpki;
  /** The state of the default account in the default Region. */
  readonly ipam: Ipam;
  readonly credentials: CredentialStore;
  readonly faults: Faults;
  readonly requestLog: RequestLog;
  /** Environment variables, apart so that a test can leave some out. */
  readonly env: {
    readonly endpoints: Environment;
    readonly region: Environment;
    readonly credentials: Environment;
    readonly oidc: Environment;
    readonly github: Environment;
    /** With which a step finds the fake RIPEstat. */
    readonly ripestat: Environment;
  };
  /**
   * Adds an account with fixtures by Region, the OIDC provider, and the roles `byoasn-apply`,
   * `byoasn-plan`, `byoasn-route-plan`, `byoasn-route` and `byoasn-withdraw`.
   */
  addAccount(account: string, regions: Readonly<Record<string, RegionFixtures>>): AccountRoles;
  /** Every secret key, session token, JWT and token so far, to look for leaks. */
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

/** Starts EC2, STS, the token issuer, GitHub and a source of RPKI data with one account and its fixtures. */
export async function startFakes(options: FakesOptions = {}): Promise<Fakes> {
  const { account = '111122223333', region = 'us-west-2', now = Date.now } = options;
  const shared = { now, faults: createFaults(), requestLog: createRequestLog() };
  const credentials = createCredentials();
  const [ec2, sts, issuer, github, rpki] = await Promise.all([
    startEc2(credentials, shared),
    startSts(credentials, shared),
    startIssuer(shared),
    startGitHub(shared, options.gitHubRoot),
    startRpki(shared),
  ]);
  const user = staticUser(account, options.actions ?? 'all');
  credentials.add(user);
  const addAccount: Fakes['addAccount'] = (added, regions) => {
    const roles = rolesOf(added);
    for (const role of Object.values(roles)) sts.setRole(role);
    sts.setProvider({ account: added, issuer: issuer.url, clientIds: ['sts.amazonaws.com'] });
    for (const [name, { cidrs = CIDRS, asns = ASNS }] of Object.entries(regions)) {
      for (const cidr of cidrs) ec2.ipam(added, name).setCidr(cidr);
      for (const asn of asns) ec2.ipam(added, name).setAsn(asn);
    }
    return {
      apply: roles.apply.arn,
      plan: roles.plan.arn,
      routePlan: roles.routePlan.arn,
      route: roles.route.arn,
      withdraw: roles.withdraw.arn,
    };
  };
  const { cidrs = CIDRS, asns = ASNS } = options;
  addAccount(account, { [region]: { cidrs, asns } });
  const { apply } = rolesOf(account);
  const role = { ...apply, ...options.role };
  sts.removeRole(apply.arn);
  sts.setRole(role);
  issuer.claim(options.claims ?? {});
  ec2.behave(options.behaviour ?? {});
  const { faults, requestLog } = shared;
  return {
    account,
    region,
    roleArn: role.arn,
    ...{ ec2, sts, issuer, github, rpki, credentials, faults, requestLog, addAccount },
    ipam: ec2.ipam(account, region),
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
      github: {
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: defaultRepository,
      },
      ripestat: rpki.env,
    },
    secrets: () => [
      ...credentials.secrets(),
      ...issuer.tokens.map(({ value }) => value),
      issuer.requestToken,
      ...github.tokens(),
    ],
    async close() {
      await Promise.all([ec2, sts, issuer, github, rpki].map((server) => server.close()));
    },
  };
}

/** Runs `use` with new fake servers, and closes them. */
export async function withFakes(
  options: FakesOptions,
  use: (fakes: Fakes) => Promise<void>,
): Promise<void> {
  const fakes = await startFakes(options);
  try {
    await use(fakes);
  } finally {
    await fakes.close();
  }
}

function staticUser(account: string, actions: AllowedActions) {
  return {
    accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    account,
    arn: `arn:aws:iam::${account}:user/fake`,
    userId: 'AIDAFAKEUSER00000000',
    actions,
  };
}

const DESCRIBE = ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'];
const ORIGINS = ['ec2:DescribeIpamResourceDiscoveries', 'ec2:GetIpamDiscoveredRoutes'];
const ROUTES = ['ec2:AdvertiseByoipCidr', 'ec2:WithdrawByoipCidr'];

function rolesOf(account: string) {
  const role = (name: string, actions: readonly string[], subjects = [classicSubject]): Role => ({
    arn: `arn:aws:iam::${account}:role/${name}`,
    subjects,
    maxSessionSeconds: 3600,
    actions,
  });
  const planned = [classicSubject, pullRequestSubject];
  return {
    apply: role('byoasn-apply', ['ec2:AssociateIpamByoasn', ...DESCRIBE]),
    plan: role('byoasn-plan', DESCRIBE, planned),
    routePlan: role('byoasn-route-plan', ['ec2:DescribeByoipCidrs', ...ORIGINS], planned),
    route: role('byoasn-route', ['ec2:DescribeByoipCidrs', ...ORIGINS, ...ROUTES]),
    withdraw: role('byoasn-withdraw', ['ec2:DescribeByoipCidrs', 'ec2:WithdrawByoipCidr']),
  } as const;
}
