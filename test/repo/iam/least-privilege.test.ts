import * as ec2 from '@aws-sdk/client-ec2';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTool } from '../tools.ts';
import { allowedActions, renderStacks } from './cloudformation.ts';
import { rolesOf } from './deployed-roles.ts';

const parameters = {
  organization: 'octo-org',
  repository: 'prefixes',
  organizationId: '1234',
  repositoryId: '5678',
  regions: ['us-west-2', 'eu-west-1'],
  ipamRegion: 'us-east-1',
  routeRoles: true,
};
const regions = [...parameters.regions, parameters.ipamRegion, 'ap-southeast-2'];

/** Every operation of EC2. */
const operations = Object.keys(ec2).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
const actions = operations.map((operation) => `ec2:${operation}`);
/** Actions with which a role could get more. */
const others = ['iam:PassRole', 'iam:PutRolePolicy', 'sts:AssumeRole', 'ec2:*', '*'];

const asns = ['DescribeByoipCidrs', 'DescribeIpamByoasn'];
const inIpam = ['DescribeIpamResourceDiscoveries', 'GetIpamDiscoveredRoutes'];
const origins = [...asns, ...inIpam];
const routes = ['DescribeByoipCidrs', ...inIpam];
const rows = [
  { role: 'byoasn-plan', removes: false, reads: asns, inRegions: [] },
  { role: 'byoasn-apply', removes: false, reads: asns, inRegions: ['AssociateIpamByoasn'] },
  { role: 'byoasn-plan', removes: true, reads: origins, inRegions: [] },
  {
    role: 'byoasn-apply',
    removes: true,
    reads: origins,
    inRegions: ['AssociateIpamByoasn', 'DisassociateIpamByoasn'],
  },
  ...[false, true].flatMap((removes) => [
    { role: 'byoasn-route-plan', removes, reads: routes, inRegions: [] },
    {
      role: 'byoasn-route',
      removes,
      reads: routes,
      inRegions: ['AdvertiseByoipCidr', 'WithdrawByoipCidr'],
    },
    {
      role: 'byoasn-withdraw',
      removes,
      reads: [],
      inRegions: ['DescribeByoipCidrs', 'WithdrawByoipCidr'],
    },
  ]),
];

withTool('moto_server', 'each role may do only what its name says', () =>
  describe('at the policy engine', () => {
    const allowed = new Map<string, readonly string[]>();
    beforeAll(() => {
      const deployments = [false, true].map((allowDisassociate) => ({
        ...parameters,
        allowDisassociate,
      }));
      const roles = renderStacks(deployments).flatMap((made, index) =>
        rolesOf(made).map(({ name, policies }) => ({ key: `${name} ${index === 1}`, policies })),
      );
      const questions = roles.map(({ policies }) => ({
        policy: policies[0],
        actions: [...actions, ...others],
        regions,
      }));
      const answers = allowedActions(questions);
      for (const [index, { key, policies }] of roles.entries()) {
        expect(policies).toHaveLength(1);
        allowed.set(
          key,
          (answers[index] ?? []).map((pair) => pair.join(' in ')),
        );
      }
    }, 120_000);

    test('EC2 is asked about all its operations', () => {
      expect(actions.length).toBeGreaterThan(700);
      expect(new Set(actions).size).toBe(actions.length);
      for (const operation of rows.flatMap(({ reads, inRegions }) => [...reads, ...inRegions])) {
        expect(actions).toContain(`ec2:${operation}`);
      }
    });

    test.each(rows)(
      '$role with AllowDisassociate $removes may do exactly its calls, in its Regions',
      ({ role, removes, reads, inRegions }) => {
        const expected = [
          ...reads.flatMap((read) =>
            [...parameters.regions, parameters.ipamRegion].map(
              (region) => `ec2:${read} in ${region}`,
            ),
          ),
          ...inRegions.flatMap((call) =>
            parameters.regions.map((region) => `ec2:${call} in ${region}`),
          ),
        ];
        expect(allowed.get(`${role} ${removes}`)?.toSorted()).toEqual(expected.toSorted());
      },
    );
  }),
);
