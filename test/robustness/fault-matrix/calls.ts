import { applyPolicy } from '../../../src/aws/policies.ts';
import { type CommentKey, writeComment } from '../../../src/github/comment-marker.ts';
import { configFile, main } from '../../e2e/action/fleet.ts';
import { pair, type Scenario } from '../../e2e/action/scenario.ts';
import { amazons, idle, own } from '../../e2e/route/route-scenario.ts';
import type { Fakes } from '../../fakes/fakes.ts';
import { defaultPull, jobAuthor } from '../../fakes/github/github.ts';
import { grantOf } from '../../fakes/grant.ts';
import { classicSubject } from '../../fakes/issuer.ts';
import type { ServiceName } from '../../fakes/request-log.ts';

/** A call that can fail, and the run in which it does. */
export interface FaultyCall {
  readonly title: string;
  /** Description of the run. */
  readonly run: string;
  readonly service: ServiceName;
  readonly operation: string;
  readonly when?: 'dry-run' | 'real';
  /** The action that makes it; by default the action for associations. */
  readonly action?: 'routes';
  /** Whether only the first member of each fault group is a case. */
  readonly members?: 'first';
  /** Requests of the operation that succeed before the first that fails. */
  readonly passes?: number;
  readonly with: Readonly<Record<string, string>>;
  /** Files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  /** Prepares the fake servers. */
  readonly given?: (fakes: Fakes) => void;
  /** How many listings do not show a change that EC2 accepted; the next one shows its end. */
  readonly lag?: number;
  /** For a run with comment: prepares the pull request, and returns the event of the run. */
  readonly comments?: (fakes: Fakes, key: CommentKey) => Pick<Scenario, 'env' | 'event'>;
  /**
   * If the run calls the service before: calls whose connections the fake server closes, so that the
   * faulty call needs its own. The name is looked up once for each.
   */
  readonly closed?: readonly string[];
}

const accepting = { with: { wait: 'false' } } as const;
const planning = { 'dry-run': 'true' } as const;
const observation = ['DescribeByoipCidrs', 'DescribeIpamByoasn'] as const;

/** The comment of an older run with the same inputs. */
export const olderText = 'What an older run had to say.';

/** A job for the pull request, on which another person has commented. */
function inPullRequest({ github, env }: Fakes): Pick<Scenario, 'env' | 'event'> {
  const { number, headSha } = defaultPull;
  github.repository().addComment(number, { login: 'octocat', type: 'User' }, 'Looks good to me.');
  const head = { sha: headSha, repo: { full_name: env.github.GITHUB_REPOSITORY } };
  return {
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    event: { pull_request: { number, head } },
  };
}

/** The same, with the comment of an older run. */
function inCommentedPullRequest(fakes: Fakes, key: CommentKey): Pick<Scenario, 'env' | 'event'> {
  const text = writeComment({ key, run: { runId: 1, attempt: 1 }, phase: 'plan' }, olderText);
  fakes.github.repository().addComment(defaultPull.number, jobAuthor, text);
  return inPullRequest(fakes);
}

/** A job for a push, whose commit belongs to the pull request. */
function onPush({ github }: Fakes): Pick<Scenario, 'env' | 'event'> {
  const sha = '0123456789abcdef0123456789abcdef01234567';
  github.repository().setCommit(sha, [defaultPull.number]);
  return { env: { GITHUB_EVENT_NAME: 'push', GITHUB_SHA: sha }, event: {} };
}

/** The run waited for an approval, and the token of its job may read that. */
function approve({ github }: Fakes): void {
  const approval = { state: 'approved', environment: 'byoasn', login: 'mona' } as const;
  github.repository().addApproval(1_234_567_890, approval);
  github.permit('none', 'read');
}

const hub = 'arn:aws:iam::111122223333:role/hub';
const member = 'arn:aws:iam::111122223333:role/byoasn-apply';

/** A hub role that trusts GitHub's token, and the role of the run, which trusts only the hub. */
function trustHub({ sts }: Fakes): void {
  const actions = observation.map((name) => `ec2:${name}`);
  sts.setRole({ arn: hub, subjects: [classicSubject], maxSessionSeconds: 3600, actions: [] });
  sts.setRole({
    ...{ arn: member, subjects: [], principals: [hub], maxSessionSeconds: 3600 },
    actions: ['ec2:AssociateIpamByoasn', ...actions],
  });
}

const removalFile = configFile([
  { ...main, associations: [{ ...pair, asn: 64500, remove: true }] },
]);

/** The pair is associated, and the role of the run may disassociate it. */
function mayRemove({ sts, ipam, roleArn }: Fakes): void {
  ipam.setAssociation({ ...pair, state: 'associated' });
  const policy = applyPolicy(main.region, undefined, { removes: true });
  sts.removeRole(roleArn);
  sts.setRole({
    ...{ arn: roleArn, subjects: [classicSubject], maxSessionSeconds: 3600 },
    actions: grantOf(policy),
  });
}

/** A run of the action for routes: other calls show all members of the fault groups. */
const route = { action: 'routes', members: 'first' } as const;
/** Does not use other services, unless the fault is theirs. */
const alone = { rpki: 'off', 'rpki-policy': 'report', verify: 'off' } as const;
const advertises = { cidr: idle, origin: '64500' } as const;
const swaps = { cidr: amazons, origin: '64500' } as const;
const swapsBack = { cidr: own, origin: 'AWS' } as const;
const withdraws = { cidr: own, origin: 'none' } as const;
/** The run's reads of origins before it changes one. */
const origins = ['DescribeIpamResourceDiscoveries', 'GetIpamDiscoveredRoutes'] as const;

/** IPAM shows no origin, so that only the route collectors do. */
function hideOrigins({ ec2 }: Fakes): void {
  ec2.behave({ discoveredRoutes: [], associationOfOrigin: 'associated' });
}

/** The calls in the order in which a run makes them: those for associations, GitHub's, and those for routes. */
export const calls = {
  token: {
    title: "GitHub's ID token",
    run: 'An apply that does not wait asks the runner for the ID token of its role.',
    service: 'oidc',
    operation: 'token',
    ...accepting,
  },
  assumeRole: {
    title: 'AssumeRoleWithWebIdentity',
    run: 'An apply that does not wait exchanges the ID token for a session of its role.',
    service: 'sts',
    operation: 'AssumeRoleWithWebIdentity',
    ...accepting,
  },
  chainedRole: {
    title: 'AssumeRole',
    run: 'An apply that does not wait assumes its role with the session of a hub.',
    service: 'sts',
    operation: 'AssumeRole',
    with: { ...accepting.with, 'role-to-assume': `${hub}\n${member}` },
    given: trustHub,
    closed: ['AssumeRoleWithWebIdentity'],
  },
  callerIdentity: {
    title: 'GetCallerIdentity',
    run: 'An apply that does not wait, with allowed-account-ids, asks whose credentials it has.',
    service: 'sts',
    operation: 'GetCallerIdentity',
    ...accepting,
    with: { ...accepting.with, 'allowed-account-ids': '111122223333' },
    closed: ['AssumeRoleWithWebIdentity'],
  },
  observe: {
    title: 'DescribeByoipCidrs, first observation',
    run: 'An apply that does not wait reads what there is.',
    service: 'ec2',
    operation: 'DescribeByoipCidrs',
    ...accepting,
  },
  asns: {
    title: 'DescribeIpamByoasn',
    run: 'An apply that does not wait reads the ASNs of the IPAM, which it can do without.',
    service: 'ec2',
    operation: 'DescribeIpamByoasn',
    ...accepting,
  },
  ipam: {
    title: 'DescribeIpamByoasn, with ipam-region',
    run: 'An apply that does not wait reads the ASNs in the home Region of the IPAM, which it needs.',
    service: 'ec2',
    operation: 'DescribeIpamByoasn',
    with: { ...accepting.with, 'ipam-region': 'us-east-1' },
    given: ({ ec2, account }) =>
      ec2
        .ipam(account, 'us-east-1')
        .setAsn({ asn: '64500', ipamId: 'ipam-0123456789abcdef0', state: 'provisioned' }),
  },
  dryRun: {
    title: 'AssociateIpamByoasn as DryRun',
    run: 'A dry run asks EC2 whether the role may associate.',
    service: 'ec2',
    operation: 'AssociateIpamByoasn',
    when: 'dry-run',
    with: planning,
    closed: observation,
  },
  associate: {
    title: 'AssociateIpamByoasn',
    run: 'An apply associates and waits. The first read after EC2 has accepted does not show it yet.',
    service: 'ec2',
    operation: 'AssociateIpamByoasn',
    when: 'real',
    with: {},
    lag: 1,
    closed: observation,
  },
  disassociate: {
    title: 'DisassociateIpamByoasn',
    run: 'An apply with allow-remove disassociates and waits. The first read after EC2 has accepted does not show it yet.',
    service: 'ec2',
    operation: 'DisassociateIpamByoasn',
    when: 'real',
    members: 'first',
    with: { config: 'byoasn.yml', 'allow-remove': 'true' },
    files: { 'byoasn.yml': removalFile },
    given: mayRemove,
    lag: 1,
    closed: [...observation, 'DescribeByoipCidrs'],
  },
  wait: {
    title: 'DescribeByoipCidrs, during the wait',
    run: 'An apply has associated and waits for the end state.',
    service: 'ec2',
    operation: 'DescribeByoipCidrs',
    passes: 1,
    with: {},
    closed: [...observation, 'AssociateIpamByoasn'],
  },
  rpki: {
    title: 'RPKI data from a Routinator',
    run: 'A dry run with rpki-policy: require-valid asks a Routinator for the VRPs of its CIDR.',
    service: 'rpki',
    operation: 'vrps',
    with: { ...planning, 'rpki-policy': 'require-valid' },
  },
  approvals: {
    title: 'Read who approved a run',
    run: 'An apply that does not wait, in an environment, asks GitHub who let it in.',
    service: 'github',
    operation: 'actions/get-reviews-for-run',
    with: { ...accepting.with, environment: 'byoasn' },
    given: approve,
  },
  findPull: {
    title: 'Find the pull request of a commit',
    run: 'A dry run with comment, set off by a push, asks GitHub for the pull request.',
    service: 'github',
    operation: 'repos/list-pull-requests-associated-with-commit',
    with: planning,
    comments: onPush,
  },
  listComments: {
    title: 'List comments',
    run: "A dry run with comment, of a pull request with an older run's, looks for it.",
    service: 'github',
    operation: 'issues/list-comments',
    with: planning,
    comments: inCommentedPullRequest,
  },
  createComment: {
    title: 'Create a comment',
    run: 'A dry run with comment, of a pull request without one, makes it.',
    service: 'github',
    operation: 'issues/create-comment',
    with: planning,
    comments: inPullRequest,
  },
  updateComment: {
    title: 'Update a comment',
    run: "A dry run with comment, of a pull request with an older run's, writes over it.",
    service: 'github',
    operation: 'issues/update-comment',
    with: planning,
    comments: inCommentedPullRequest,
  },
  discoveries: {
    ...route,
    title: 'DescribeIpamResourceDiscoveries',
    run: 'A dry run of a swap asks IPAM for its resource discoveries, which it can do without.',
    service: 'ec2',
    operation: 'DescribeIpamResourceDiscoveries',
    with: { ...planning, ...alone, ...swaps, 'permission-check': 'false' },
    closed: ['DescribeByoipCidrs'],
  },
  discoveredRoutes: {
    ...route,
    title: 'GetIpamDiscoveredRoutes',
    run: 'A dry run of a swap asks IPAM for the routes it has found, which it can do without.',
    service: 'ec2',
    operation: 'GetIpamDiscoveredRoutes',
    with: { ...planning, ...alone, ...swaps, 'permission-check': 'false' },
    closed: ['DescribeByoipCidrs', 'DescribeIpamResourceDiscoveries'],
  },
  lookingGlass: {
    ...route,
    title: 'Looking glass (RIPEstat)',
    run: 'A dry run of a swap asks the route collectors for the origin, which nothing else shows.',
    service: 'rpki',
    operation: 'looking-glass',
    with: { ...planning, ...alone, ...swaps },
    given: hideOrigins,
  },
  ripestat: {
    ...route,
    title: 'RPKI data from RIPEstat',
    run: 'A dry run of an advertisement asks RIPEstat whether the CIDR is valid from its origin.',
    service: 'rpki',
    operation: 'rpki-validation',
    with: { ...planning, ...advertises, verify: 'off' },
  },
  dryRunAdvertise: {
    ...route,
    title: 'AdvertiseByoipCidr as DryRun',
    run: 'A dry run asks EC2 whether the role may advertise.',
    service: 'ec2',
    operation: 'AdvertiseByoipCidr',
    when: 'dry-run',
    with: { ...planning, ...alone, ...advertises },
    closed: ['DescribeByoipCidrs'],
  },
  dryRunWithdraw: {
    ...route,
    title: 'WithdrawByoipCidr as DryRun',
    run: 'A dry run asks EC2 whether the role may withdraw.',
    service: 'ec2',
    operation: 'WithdrawByoipCidr',
    when: 'dry-run',
    with: { ...planning, ...alone, ...withdraws },
    closed: ['DescribeByoipCidrs', ...origins],
  },
  advertise: {
    ...route,
    title: 'AdvertiseByoipCidr',
    run: 'An apply advertises and waits. The first read after EC2 has accepted does not show it yet.',
    service: 'ec2',
    operation: 'AdvertiseByoipCidr',
    when: 'real',
    with: { ...alone, ...advertises },
    lag: 1,
    closed: ['DescribeByoipCidrs'],
  },
  swap: {
    ...route,
    title: 'AdvertiseByoipCidr, as a swap to your ASN',
    run: 'An apply changes the origin from AWS to an own ASN, which AWS allows once an hour.',
    service: 'ec2',
    operation: 'AdvertiseByoipCidr',
    when: 'real',
    with: { ...alone, ...swaps },
    closed: ['DescribeByoipCidrs', ...origins],
  },
  swapBack: {
    ...route,
    title: 'AdvertiseByoipCidr, as a swap to AWS',
    run: 'An apply changes the origin from an own ASN to AWS.',
    service: 'ec2',
    operation: 'AdvertiseByoipCidr',
    when: 'real',
    with: { ...alone, ...swapsBack },
    closed: ['DescribeByoipCidrs', ...origins],
  },
  withdraw: {
    ...route,
    title: 'WithdrawByoipCidr',
    run: 'An apply withdraws and waits. The first read after EC2 has accepted does not show it yet.',
    service: 'ec2',
    operation: 'WithdrawByoipCidr',
    when: 'real',
    with: { ...alone, ...withdraws },
    lag: 1,
    closed: ['DescribeByoipCidrs'],
  },
  routeWait: {
    ...route,
    title: 'DescribeByoipCidrs, during the wait for a route',
    run: 'An apply has advertised and waits for the end.',
    service: 'ec2',
    operation: 'DescribeByoipCidrs',
    passes: 1,
    with: { ...alone, ...advertises },
    closed: ['DescribeByoipCidrs', 'AdvertiseByoipCidr'],
  },
  verification: {
    ...route,
    title: 'Looking glass (RIPEstat), after a change',
    run: 'An apply with verify: required has advertised, and asks the route collectors for 20 s.',
    service: 'rpki',
    operation: 'looking-glass',
    passes: 1,
    with: { ...alone, ...advertises, verify: 'required', 'verify-timeout-seconds': '20' },
  },
} as const satisfies Readonly<Record<string, FaultyCall>>;

/** The name of a call in the matrix. */
export type CallName = keyof typeof calls;

/** The calls by their names, in order. */
export const callNames = Object.keys(calls) as readonly CallName[];
