import type { DeploymentLocation, RoleParameters } from './role-parameters.ts';

/** Parameters, and what the roles made with them must be. */
export interface Deployment {
  readonly title: string;
  readonly parameters: RoleParameters & { readonly location?: DeploymentLocation };
  /**
   * The subjects of GitHub that each role trusts, unless it trusts a hub. The role that plans routes
   * trusts those of the plan role.
   */
  readonly plan: readonly string[];
  readonly apply: readonly string[];
  readonly route: readonly string[];
  readonly withdraw: readonly string[];
  /** The provider that the roles trust, and its audience. */
  readonly provider?: string;
  readonly issuer?: string;
  readonly audience?: string;
}

const anyRepository = {
  organization: 'octo-org',
  repository: 'prefixes',
  regions: ['us-west-2'],
} satisfies RoleParameters;
const ids = { organizationId: '1234', repositoryId: '5678' };
const smallest = { ...anyRepository, classicSubject: true };
const classic = {
  plan: [
    'repo:octo-org/prefixes:pull_request',
    'repo:octo-org/prefixes:ref:refs/heads/main',
    'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/main/pr-*',
  ],
  apply: ['repo:octo-org/prefixes:environment:byoasn'],
  route: ['repo:octo-org/prefixes:environment:byoasn-route'],
  withdraw: ['repo:octo-org/prefixes:environment:byoasn-withdraw'],
};
const immutable = {
  plan: [
    'repo:octo-org@1234/prefixes@5678:pull_request',
    'repo:octo-org@1234/prefixes@5678:ref:refs/heads/main',
    'repo:octo-org@1234/prefixes@5678:ref:refs/heads/gh-readonly-queue/main/pr-*',
  ],
  apply: ['repo:octo-org@1234/prefixes@5678:environment:byoasn'],
  route: ['repo:octo-org@1234/prefixes@5678:environment:byoasn-route'],
  withdraw: ['repo:octo-org@1234/prefixes@5678:environment:byoasn-withdraw'],
};
const both = {
  plan: [...classic.plan, ...immutable.plan],
  apply: [...classic.apply, ...immutable.apply],
  route: [...classic.route, ...immutable.route],
  withdraw: [...classic.withdraw, ...immutable.withdraw],
};
/** Roles of a member trust no subject. */
const none = { plan: [], apply: [], route: [], withdraw: [] };
const reusable = 'OWNER/associate-ipam-byoasn/.github/workflows/byoasn.yml@refs/tags/v1.0.0';
const own = 'octo-org/prefixes/.github/workflows/byoasn.yaml@refs/heads/main';
const arnOf = (account: string, role: string) => `arn:aws:iam::${account}:role/${role}`;
const members = ['111122223333', '444455556666'];
const hub = {
  planHubRoleArn: arnOf('777788889999', 'byoasn-plan'),
  applyHubRoleArn: arnOf('777788889999', 'byoasn-apply'),
};

/** Every parameter given and left out, and every partition that differs. */
export const deployments: readonly Deployment[] = [
  { title: 'only the required parameters', parameters: { ...anyRepository, ...ids }, ...immutable },
  { title: 'only the classic form of sub', parameters: smallest, ...classic },
  { title: 'both forms of sub', parameters: { ...smallest, ...ids }, ...both },
  {
    title: 'two members',
    parameters: {
      ...smallest,
      createProvider: true,
      planMemberRoleArns: members.map((account) => arnOf(account, 'byoasn-plan')),
      applyMemberRoleArns: members.map((account) => arnOf(account, 'net/byoasn-apply')),
      location: { account: '777788889999', region: 'us-west-2' },
    },
    ...classic,
    provider: 'arn:aws:iam::777788889999:oidc-provider/token.actions.githubusercontent.com',
  },
  { title: 'a hub', parameters: { ...anyRepository, ...hub }, ...none },
  {
    title: 'a hub, and removed associations',
    parameters: { ...anyRepository, ...hub, allowDisassociate: true },
    ...none,
  },
  {
    title: 'a hub that sends an external ID',
    parameters: { ...anyRepository, ...hub, externalId: 'network-7Q2' },
    ...none,
  },
  {
    title: 'its own provider',
    parameters: { ...smallest, createProvider: true },
    ...classic,
  },
  {
    title: 'the roles for routes',
    parameters: { ...anyRepository, ...ids, routeRoles: true },
    ...immutable,
  },
  {
    title: 'the roles for routes, removed associations, and a provider',
    parameters: { ...smallest, routeRoles: true, allowDisassociate: true, createProvider: true },
    ...classic,
  },
  {
    title: 'the roles for routes, pinned to either of two workflows',
    parameters: { ...smallest, ...ids, routeRoles: true, routeJobWorkflowRefs: [reusable, own] },
    ...both,
  },
  {
    title: 'removed associations in several Regions, and the Region of the IPAM',
    parameters: {
      ...smallest,
      regions: ['us-west-2', 'eu-west-1'],
      ipamRegion: 'us-east-1',
      allowDisassociate: true,
      routeRoles: true,
    },
    ...classic,
  },
  {
    title: 'several Regions',
    parameters: { ...smallest, regions: ['us-west-2', 'eu-west-1', 'ap-southeast-2'] },
    ...classic,
  },
  {
    title: 'the home Region of the IPAM',
    parameters: { ...smallest, ipamRegion: 'us-east-1' },
    ...classic,
  },
  {
    title: 'both roles pinned to the reusable workflow',
    parameters: {
      ...smallest,
      planJobWorkflowRefs: [reusable],
      applyJobWorkflowRefs: [reusable],
    },
    ...classic,
  },
  {
    title: 'the apply role pinned to either of two workflows',
    parameters: { ...smallest, ...ids, applyJobWorkflowRefs: [reusable, own] },
    ...both,
  },
  {
    title: 'its own names, branch, session and boundary',
    parameters: {
      ...smallest,
      defaultBranch: 'release/v1',
      environment: 'byoasn%3A prod',
      planRoleName: 'net-plan',
      applyRoleName: 'net-apply',
      routeRoles: true,
      routeEnvironment: 'routes%3A prod',
      withdrawEnvironment: 'emergency',
      routePlanRoleName: 'net-route-plan',
      routeRoleName: 'net-route',
      withdrawRoleName: 'net-withdraw',
      maxSessionDuration: 7200,
      permissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
    },
    plan: [
      'repo:octo-org/prefixes:pull_request',
      'repo:octo-org/prefixes:ref:refs/heads/release/v1',
      'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/release/v1/pr-*',
    ],
    apply: ['repo:octo-org/prefixes:environment:byoasn%3A prod'],
    route: ['repo:octo-org/prefixes:environment:routes%3A prod'],
    withdraw: ['repo:octo-org/prefixes:environment:emergency'],
  },
  {
    title: 'another account',
    parameters: { ...smallest, location: { account: '444455556666', region: 'eu-west-1' } },
    ...classic,
    provider: 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com',
  },
  {
    title: 'GovCloud',
    parameters: {
      ...smallest,
      regions: ['us-gov-west-1'],
      createProvider: true,
      location: { account: '111122223333', region: 'us-gov-west-1' },
    },
    ...classic,
    provider: 'arn:aws-us-gov:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  },
  {
    title: 'China',
    parameters: {
      ...smallest,
      ...ids,
      regions: ['cn-north-1'],
      routeRoles: true,
      createProvider: true,
      location: { account: '111122223333', region: 'cn-north-1' },
    },
    ...both,
    provider: 'arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com.cn',
  },
  {
    title: 'ghe.com',
    parameters: { ...smallest, issuer: 'token.actions.octo.ghe.com', createProvider: true },
    ...classic,
    provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.octo.ghe.com',
    issuer: 'token.actions.octo.ghe.com',
  },
  {
    title: 'GitHub Enterprise Server',
    parameters: { ...smallest, routeRoles: true, issuer: 'github.example.com/_services/token' },
    ...classic,
    provider: 'arn:aws:iam::111122223333:oidc-provider/github.example.com/_services/token',
    issuer: 'github.example.com/_services/token',
  },
];
