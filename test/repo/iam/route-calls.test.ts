import { beforeAll, describe, expect, test } from 'vitest';
import { amazons, idle, own, runRouteOn, startRouteFakes } from '../../e2e/route/route-scenario.ts';
import { withTool } from '../tools.ts';
import { allowedTo, askedFor } from './calls.ts';
import { renderedRoles } from './cloudformation.ts';
import type { DeployedRole, RouteRoles } from './deployed-roles.ts';
import { stsRole } from './sts-role.ts';

const subjectOf = (end: string) => `repo:octo-org/prefixes:${end}`;
const planSubject = subjectOf('pull_request');
const routeSubject = subjectOf('environment:byoasn-route');
const withdrawSubject = subjectOf('environment:byoasn-withdraw');

/** One route to swap and one to withdraw, so that every call is made. */
const file = `version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    routes:
      - { cidr: "${own}", origin: AWS }
      - { cidr: ${amazons}, origin: none }
`;
const ofFile = {
  ...{ config: 'byoasn.yml', cidr: '', origin: '', 'aws-region': '' },
  ...{ 'expected-plan': 'any', 'max-changes': '2', verify: 'off' },
};
const withdrawal = { cidr: amazons, origin: 'none', 'expected-plan': 'any', verify: 'off' };

withTool('moto_server', 'the calls of the action for routes are the actions of its roles', () => {
  let roles: RouteRoles;
  beforeAll(() => {
    const { routes } = renderedRoles({
      ...{ organization: 'octo-org', repository: 'prefixes', classicSubject: true },
      ...{ regions: ['us-west-2'], routeRoles: true },
    });
    if (!routes) throw new Error('the template made no roles for routes');
    roles = routes;
  }, 120_000);

  /** A run of the built action as a job with this subject, with one of the roles. */
  async function run(role: DeployedRole, sub: string, given: Readonly<Record<string, string>>) {
    const fakes = await startRouteFakes();
    try {
      for (const each of [roles.plan, roles.route, roles.withdraw]) {
        fakes.sts.setRole(stsRole(each));
      }
      fakes.issuer.claim({ sub });
      return await runRouteOn(fakes, {
        with: { ...given, 'role-to-assume': role.arn },
        files: { 'byoasn.yml': file },
      });
    } finally {
      await fakes.close();
    }
  }

  test('a pull request plans with exactly the calls of the plan role for routes', async () => {
    const dryRun = { ...ofFile, 'dry-run': 'true', 'permission-check': 'false' };
    const ended = await run(roles.plan, planSubject, dryRun);
    expect(ended.reason).toBe('planned');
    expect(askedFor(ended)).toEqual(allowedTo(roles.plan));
  });

  test('the environment changes routes with exactly the calls of its role', async () => {
    const ended = await run(roles.route, routeSubject, ofFile);
    expect(ended.reason).toBe('applied');
    expect(askedFor(ended)).toEqual(allowedTo(roles.route));
  });

  test('the environment byoasn-withdraw withdraws with exactly the calls of its role', async () => {
    const ended = await run(roles.withdraw, withdrawSubject, withdrawal);
    expect(ended.reason).toBe('withdrawn');
    expect(askedFor(ended)).toEqual(allowedTo(roles.withdraw));
  });

  describe('no role can make the calls of another', () => {
    test('the withdraw role cannot advertise', async () => {
      const advertise = { cidr: idle, origin: 'AWS', 'expected-plan': 'any', verify: 'off' };
      const ended = await run(roles.withdraw, withdrawSubject, advertise);
      expect(ended.reason).toBe('access-denied');
      expect(ended.fakes.requestLog.changes).toEqual([]);
    });

    test('the plan role for routes cannot withdraw', async () => {
      const ended = await run(roles.plan, planSubject, withdrawal);
      expect(ended.reason).toBe('access-denied');
      expect(ended.fakes.requestLog.changes).toEqual([]);
    });

    test.each([
      ['a pull request gets the route role', planSubject, 'route'],
      ['the environment byoasn-withdraw gets the route role', withdrawSubject, 'route'],
      ['the environment byoasn-route gets the withdraw role', routeSubject, 'withdraw'],
    ] as const)('%s: denied', async (_, sub, role) => {
      const ended = await run(roles[role], sub, withdrawal);
      expect(ended.reason).toBe('oidc-denied');
    });
  });
});
