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

/** What the apply role trusts: jobs that have entered the environment. */
export const applySubjects = [`repo:${defaultRepository}:environment:byoasn`] as const;

const reads = ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'];

/** Options of the fakes besides what the examples name. */
export interface ExampleFakesOptions extends FakesOptions {
  readonly partition?: string | undefined;
  /** Changes of the roles of all accounts. */
  readonly roles?: Partial<Role> | undefined;
}

/**
 * Fake servers with what the examples name. Associations reach their end state at the first read, and EC2
 * does not throttle.
 */
export async function startExampleFakes({
  partition,
  roles,
  ...options
}: ExampleFakesOptions = {}): Promise<Fakes> {
  const fakes = await startFakes({ ...fastAssociations, ...options });
  addExamples(fakes, { partition, roles });
  return fakes;
}

/**
 * Adds the accounts, roles, CIDRs and ASNs that the examples name, and a pull request whose merge is the
 * commit on `main`.
 */
export function addExamples(
  fakes: Fakes,
  { partition = 'aws', roles = {} }: Pick<ExampleFakesOptions, 'partition' | 'roles'> = {},
): void {
  fakes.ec2.behave({ rateSpeed: Number.POSITIVE_INFINITY });
  fakes.addAccount(dr.account, {
    [dr.region]: {
      cidrs: [{ cidr: '203.0.113.0/24', state: 'advertised', advertisementType: 'unicast' }],
    },
  });
  for (const account of [main.account, dr.account]) {
    for (const role of rolesOf(account, partition)) fakes.sts.setRole({ ...role, ...roles });
  }
  fakes.github.repository().setCommit(mergedSha, [defaultPull.number]);
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
  ];
}
