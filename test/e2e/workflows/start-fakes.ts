import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import { defaultPull, defaultRepository } from '../../fakes/github/github.ts';
import type { Role } from '../../fakes/sts.ts';
import { dr, fastAssociations, main } from '../action/fleet.ts';
import { mergedSha, queueRef } from './event.ts';

/** What the plan role trusts: pull requests, their merge queue, and `main` for pushes and schedules. */
export const planSubjects = [
  `repo:${defaultRepository}:pull_request`,
  `repo:${defaultRepository}:ref:${queueRef}`,
  `repo:${defaultRepository}:ref:refs/heads/main`,
] as const;

const environmentSubject = `repo:${defaultRepository}:environment:`;

/** What the apply role trusts: jobs that have entered the environment. */
export const applySubjects = [`${environmentSubject}byoasn`] as const;

const reads = ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'];
const readsOrigins = [
  ...reads,
  'ec2:DescribeIpamResourceDiscoveries',
  'ec2:GetIpamDiscoveredRoutes',
];

/** Further options of the fakes. */
export interface ExampleFakesOptions extends FakesOptions {
  readonly partition?: string | undefined;
  /** The only account that trusts GitHub; the roles of the others trust its roles of the same names. */
  readonly hub?: string | undefined;
  /** Changes of the roles of all accounts. */
  readonly roles?: Partial<Role> | undefined;
}

/**
 * Fake servers with what the examples name. Associations reach their end state at the first read, and EC2
 * does not throttle.
 */
export async function startExampleFakes({
  partition,
  hub,
  roles,
  ...options
}: ExampleFakesOptions = {}): Promise<Fakes> {
  const fakes = await startFakes({ ...fastAssociations, ...options });
  addExamples(fakes, { partition, hub, roles });
  return fakes;
}

/**
 * Adds the accounts, roles, CIDRs and ASNs that the examples name, and a pull request whose merge is the
 * commit on `main`.
 */
export function addExamples(
  fakes: Fakes,
  {
    partition = 'aws',
    hub,
    roles = {},
  }: Pick<ExampleFakesOptions, 'partition' | 'hub' | 'roles'> = {},
): void {
  fakes.ec2.behave({ rateSpeed: Number.POSITIVE_INFINITY, routeTransition: { reads: 0 } });
  fakes.addAccount(dr.account, {
    [dr.region]: {
      cidrs: [{ cidr: '203.0.113.0/24', state: 'advertised', advertisementType: 'unicast' }],
    },
  });
  const members = [main.account, dr.account];
  const memberRoles = members.flatMap((account) => rolesOf(account, partition));
  const all = hub === undefined ? memberRoles : throughHub(rolesOf(hub, partition), memberRoles);
  for (const role of all) fakes.sts.setRole({ ...role, ...roles });
  if (hub !== undefined) trustGitHubOnlyIn(hub, members, fakes);
  fakes.github.repository().setCommit(mergedSha, [defaultPull.number]);
}

/** Roles of a hub that may only assume those of its members with the same names, which trust only them. */
function throughHub(hub: readonly Role[], members: readonly Role[]): readonly Role[] {
  const nameOf = ({ arn }: Role) => arn.split('/').at(-1);
  return hub.flatMap((entry) => {
    const behind = members.filter((member) => nameOf(member) === nameOf(entry));
    const resources = behind.map(({ arn }) => arn);
    return [
      { ...entry, actions: [{ action: 'sts:AssumeRole', resources }] },
      ...behind.map((member) => ({ ...member, subjects: [], principals: [entry.arn] })),
    ];
  });
}

/** Moves GitHub's OIDC provider from the members to the hub. */
function trustGitHubOnlyIn(hub: string, members: readonly string[], { sts, issuer }: Fakes): void {
  sts.setProvider({ account: hub, issuer: issuer.url, clientIds: ['sts.amazonaws.com'] });
  for (const account of members) sts.removeProvider(account, issuer.url);
}

function rolesOf(account: string, partition: string): readonly Role[] {
  const role = (name: string) => ({
    arn: `arn:${partition}:iam::${account}:role/${name}`,
    maxSessionSeconds: 3600,
  });
  return [
    { ...role('byoasn-plan'), subjects: planSubjects, actions: reads },
    {
      ...role('byoasn-apply'),
      subjects: applySubjects,
      actions: [...reads, 'ec2:AssociateIpamByoasn'],
    },
    { ...role('byoasn-route-plan'), subjects: planSubjects, actions: readsOrigins },
    {
      ...role('byoasn-route'),
      subjects: [`${environmentSubject}byoasn-route`],
      actions: [...readsOrigins, 'ec2:AdvertiseByoipCidr', 'ec2:WithdrawByoipCidr'],
    },
    {
      ...role('byoasn-withdraw'),
      subjects: [`${environmentSubject}byoasn-withdraw`],
      actions: ['ec2:DescribeByoipCidrs', 'ec2:WithdrawByoipCidr'],
    },
  ];
}
