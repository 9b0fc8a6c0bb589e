import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPolicy, type Policy, planPolicy } from '../../../src/aws/policies.ts';
import {
  routePlanPolicy,
  routePolicy,
  withdrawPolicy,
} from '../../../src/routes/route-policies.ts';
import { toolEnvironment, withTool } from '../tools.ts';
import {
  renderedRoles,
  renderStacks,
  ruleFunctions,
  templateParameters,
  templatePath,
  templateResources,
} from './cloudformation.ts';
import { type DeployedRoles, rolesOf } from './deployed-roles.ts';
import { type Deployment, deployments } from './deployments.ts';
import { pascalCase, type RoleParameters, snakeCase } from './role-parameters.ts';
import { badlyFormatted, modulePath, planModules, refusals, validateModule } from './terraform.ts';

const figures = { templates: 2, findings: 0, deployments: deployments.length, documents: 0 };
const cases = deployments.map((deployment, index) => ({ ...deployment, index }));

/** The trust policy that a role must have: of GitHub, with these operators, or of a hub's role. */
function trustOf(
  deployment: Deployment,
  hub: string | undefined,
  operators: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): object {
  const statement =
    hub === undefined
      ? githubStatement(deployment, operators)
      : hubStatement(hub, deployment.parameters.externalId);
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}

function githubStatement(
  { provider, issuer = 'token.actions.githubusercontent.com', audience }: Deployment,
  operators: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): object {
  const claims = (values: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(values)
      .filter(([, { length }]) => length > 0)
      .map(([claim, value]) => [`${issuer}:${claim}`, value]);
  const { StringEquals = {}, ...others } = operators;
  const condition = {
    StringEquals: {
      [`${issuer}:aud`]: audience ?? 'sts.amazonaws.com',
      ...Object.fromEntries(claims(StringEquals)),
    },
    ...Object.fromEntries(
      Object.entries(others).map(([name, values]) => [name, Object.fromEntries(claims(values))]),
    ),
  };
  return {
    Principal: { Federated: provider ?? `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  };
}

function hubStatement(hub: string, externalId: string | undefined): object {
  const asked = externalId && { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  return { Principal: { AWS: hub }, Action: 'sts:AssumeRole', ...asked };
}

const removing = ({ allowDisassociate = false }: RoleParameters) => ({
  removes: allowDisassociate,
});

/** The policy for the Regions of a deployment, which also reads in that of its IPAM, or a hub's policy. */
function expectedPolicy(
  policy: Policy,
  { regions, ipamRegion }: RoleParameters,
  members: readonly string[] = [],
): object {
  if (members.length > 0) {
    const assume = { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: members };
    return { ...policy, Statement: [{ Sid: 'AssumeMembers', ...assume }] };
  }
  const readRegions = ipamRegion === undefined ? regions : [...regions, ipamRegion];
  const statements = policy.Statement.map((each) => ({
    ...each,
    Condition: { StringEquals: { 'ec2:Region': each.Sid === 'Read' ? readRegions : regions } },
  }));
  return { ...policy, Statement: statements };
}

/** Findings of cfn-lint, a line each; its exit status has a bit for each level of them. */
function lint(cfnLint: string, template: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-cfn-lint-'));
  const path = join(folder, 'template.yml');
  writeFileSync(path, template);
  const args = ['--format', 'parseable', '--include-checks', 'I', '--', path];
  const { stdout, status } = spawnSync(cfnLint, args, {
    encoding: 'utf8',
    env: toolEnvironment(),
  });
  rmSync(folder, { recursive: true });
  const findings = stdout.split('\n').filter((line) => line !== '');
  expect(status !== 0, stdout).toBe(findings.length > 0);
  return findings;
}

withTool('cfn-lint', 'the template has no finding', (cfnLint) =>
  describe('cfn-lint', () => {
    const template = readFileSync(templatePath, 'utf8');

    test('has no finding in the template, not even informational', () => {
      const findings = lint(cfnLint, template);
      figures.findings += findings.length;
      expect(findings).toEqual([]);
    });

    test.each([
      ['a parameter that does not exist', '!Ref ApplyRoleName', '!Ref RoleName', 'E1020'],
      [
        'a property that does not exist',
        'MaxSessionDuration: !Ref',
        'SessionDuration: !Ref',
        'E3002',
      ],
      ['a default that its pattern refuses', 'Default: main', 'Default: main*', 'E2015'],
      ['a parameter that nothing uses', '!Ref MaxSessionDuration', '3600', 'W2001'],
    ])('finds %s', (_, right, wrong, code) => {
      expect(template).toContain(right);
      expect(lint(cfnLint, template.replaceAll(right, wrong)).join('\n')).toContain(code);
    });
  }),
);

withTool('moto_server', 'the template makes the roles', () =>
  describe('the template, made by moto', () => {
    let stacks: readonly DeployedRoles[] = [];
    beforeAll(() => {
      stacks = renderStacks(cases.map(({ parameters }) => parameters));
    }, 120_000);
    const madeOf = (index: number) => {
      const made = stacks[index];
      if (made === undefined) throw new Error(`no stack ${index}`);
      return made;
    };

    describe.each(cases)('with $title', ({ index, ...deployment }) => {
      const { parameters } = deployment;

      test('has a plan role that trusts pull requests, the merge queue and the branch, and reads', () => {
        const { trust, policies } = madeOf(index).plan;
        const { planJobWorkflowRefs = [], planHubRoleArn, planMemberRoleArns } = parameters;
        const operators = {
          StringEquals: { job_workflow_ref: planJobWorkflowRefs },
          StringLike: { sub: deployment.plan },
        };
        expect(trust).toEqual(trustOf(deployment, planHubRoleArn, operators));
        expect(policies).toEqual([
          expectedPolicy(
            planPolicy('us-west-2', 'us-west-2', removing(parameters)),
            parameters,
            planMemberRoleArns,
          ),
        ]);
        figures.documents += 2;
      });

      test('has an apply role that trusts only the environment, and associates', () => {
        const { trust, policies } = madeOf(index).apply;
        const { applyJobWorkflowRefs = [], applyHubRoleArn, applyMemberRoleArns } = parameters;
        const operators = {
          StringEquals: { sub: deployment.apply, job_workflow_ref: applyJobWorkflowRefs },
        };
        expect(trust).toEqual(trustOf(deployment, applyHubRoleArn, operators));
        expect(policies).toEqual([
          expectedPolicy(
            applyPolicy('us-west-2', 'us-west-2', removing(parameters)),
            parameters,
            applyMemberRoleArns,
          ),
        ]);
        figures.documents += 2;
      });

      test('has roles for routes only if asked for, each with its trust and its actions', () => {
        const { routes } = madeOf(index);
        expect(routes !== undefined).toBe(parameters.routeRoles ?? false);
        if (routes === undefined) return;
        const { plan: planSubjects, route, withdraw } = deployment;
        const { routeJobWorkflowRefs: job_workflow_ref = [] } = parameters;
        const forPlans = { StringEquals: { job_workflow_ref }, StringLike: { sub: planSubjects } };
        const forJobsOf = (sub: readonly string[]) => ({ StringEquals: { sub, job_workflow_ref } });
        const expected = [
          [routes.plan, forPlans, routePlanPolicy('us-west-2')],
          [routes.route, forJobsOf(route), routePolicy('us-west-2')],
          [routes.withdraw, forJobsOf(withdraw), withdrawPolicy('us-west-2')],
        ] as const;
        for (const [role, operators, policy] of expected) {
          expect(role.trust).toEqual(trustOf(deployment, undefined, operators));
          expect(role.policies).toEqual([expectedPolicy(policy, parameters)]);
        }
        figures.documents += 6;
      });

      test('gives the roles the names, boundary and tags of the parameters', () => {
        const { providers, ...made } = madeOf(index);
        const roles = rolesOf(made);
        for (const role of roles) {
          expect(role).toMatchObject({
            maxSessionSeconds: parameters.maxSessionDuration ?? 3600,
            boundary: parameters.permissionsBoundary ?? null,
            tags: { 'github-repository': 'octo-org/prefixes' },
          });
        }
        const names = [
          parameters.planRoleName ?? 'byoasn-plan',
          parameters.applyRoleName ?? 'byoasn-apply',
          parameters.routePlanRoleName ?? 'byoasn-route-plan',
          parameters.routeRoleName ?? 'byoasn-route',
          parameters.withdrawRoleName ?? 'byoasn-withdraw',
        ];
        expect(roles.map(({ name }) => name)).toEqual(
          names.slice(0, parameters.routeRoles ? 5 : 2),
        );
        const url = parameters.issuer ?? 'token.actions.githubusercontent.com';
        const clientIds = [deployment.audience ?? 'sts.amazonaws.com'];
        expect(providers).toEqual(parameters.createProvider ? [{ url, clientIds }] : []);
      });
    });

    withTool('tofu', 'the module plans the same roles', () =>
      test('creates what the module plans, in every deployment', () => {
        const planned = planModules(cases.map(({ parameters }) => parameters));
        expect(planned).toEqual(stacks);
        figures.documents += 2 * planned.flatMap(rolesOf).length;
      }),
    );

    test('is deployed with every parameter of the template given and left out', () => {
      for (const [name, { Default: preset }] of Object.entries(templateParameters())) {
        const given = cases.filter(({ parameters }) =>
          Object.keys(parameters).some((key) => pascalCase(key) === name),
        ).length;
        expect(given, `${name} given`).toBeGreaterThan(0);
        if (preset !== undefined) expect(given, `${name} left out`).toBeLessThan(cases.length);
      }
    });
  }),
);

withTool('tofu', 'the module is valid', () =>
  describe('the module', () => {
    test('is formatted', () => {
      const found = badlyFormatted(modulePath);
      if (found !== '') figures.findings += 1;
      expect(found).toBe('');
    });

    test('is reported if badly formatted or invalid', () => {
      const folder = mkdtempSync(join(tmpdir(), 'byoasn-fmt-'));
      writeFileSync(join(folder, 'main.tf'), 'locals {\n a = 1\n}\n');
      expect(badlyFormatted(folder)).toContain('+  a = 1');
      writeFileSync(join(folder, 'main.tf'), 'locals {');
      expect(badlyFormatted(folder)).toContain('Unclosed configuration block');
      rmSync(folder, { recursive: true });
    });

    // Where the registry can be reached, the AWS provider itself checks the module.
    test.skipIf(process.env.BYOASN_REGISTRY !== 'reachable')(
      'is valid for the AWS provider (skipped unless BYOASN_REGISTRY=reachable)',
      { timeout: 300_000 },
      () => expect(validateModule()).toMatchObject({ valid: true, diagnostics: [] }),
    );
  }),
);

const validParameters = {
  organization: 'octo-org',
  repository: 'prefixes',
  classicSubject: true,
  regions: ['us-west-2'],
};
const memberArn = 'arn:aws:iam::111122223333:role/byoasn-plan';

const refused: readonly {
  readonly what: string;
  readonly name: string;
  readonly value: string | readonly string[];
}[] = [
  { what: 'an owner with its repository', name: 'organization', value: 'octo-org/prefixes' },
  { what: 'a repository with its owner', name: 'repository', value: 'octo-org/prefixes' },
  { what: 'any repository of an owner', name: 'repository', value: '*' },
  { what: 'any owner', name: 'organization', value: 'octo*' },
  { what: 'owners with one more letter', name: 'organization', value: 'octo-org?' },
  { what: 'repositories with one more letter', name: 'repository', value: 'prefixes?' },
  { what: 'an ID that is a name', name: 'organizationId', value: 'octo-org' },
  { what: 'a repository ID that is a name', name: 'repositoryId', value: 'prefixes' },
  { what: 'any branch', name: 'defaultBranch', value: '*' },
  { what: 'branches with one more letter', name: 'defaultBranch', value: 'main?' },
  { what: 'environments with one more letter', name: 'environment', value: 'byoasn?' },
  { what: 'environments for routes with one more letter', name: 'routeEnvironment', value: 'a?' },
  { what: 'any environment that withdraws', name: 'withdrawEnvironment', value: '*' },
  {
    what: 'any ref of a workflow for routes',
    name: 'routeJobWorkflowRefs',
    value: ['o/r/.github/workflows/a.yml@*'],
  },
  { what: 'a policy variable', name: 'environment', value: '$' + '{aws:username}' },
  { what: 'any environment', name: 'environment', value: 'byoasn*' },
  { what: 'a colon that GitHub would write as %3A', name: 'environment', value: 'byoasn:prod' },
  { what: 'text that would end the condition', name: 'environment', value: 'a", "sub": "b' },
  {
    what: 'any ref of a workflow',
    name: 'applyJobWorkflowRefs',
    value: ['o/r/.github/workflows/a.yml@*'],
  },
  {
    what: 'any ref of a workflow that plans',
    name: 'planJobWorkflowRefs',
    value: ['o/r/.github/workflows/a.yml@*'],
  },
  {
    what: 'a workflow without its ref',
    name: 'planJobWorkflowRefs',
    value: ['o/r/.github/workflows/a.yml'],
  },
  { what: 'any Region', name: 'regions', value: ['*'] },
  { what: 'an Availability Zone', name: 'regions', value: ['us-west-2', 'us-west-2a'] },
  { what: 'any Region of the IPAM', name: 'ipamRegion', value: '*' },
  { what: 'any role of a member', name: 'planMemberRoleArns', value: [memberArn, '*'] },
  {
    what: 'roles of any account',
    name: 'applyMemberRoleArns',
    value: ['arn:aws:iam::*:role/byoasn-apply'],
  },
  { what: 'a whole account', name: 'planHubRoleArn', value: 'arn:aws:iam::777788889999:root' },
  { what: 'any role of a hub', name: 'applyHubRoleArn', value: memberArn.replace('plan', '*') },
  { what: 'an external ID of one letter', name: 'externalId', value: 'a' },
  { what: 'a pattern', name: 'externalId', value: 'network-*' },
  { what: 'any issuer', name: 'issuer', value: '*.example.com' },
  { what: 'an issuer with its scheme', name: 'issuer', value: 'https://github.example.com' },
  { what: 'an issuer with a slash at its end', name: 'issuer', value: 'github.example.com/' },
];

const contradictory = [
  {
    parameters: { repositoryId: '5678' },
    message: 'Give OrganizationId and RepositoryId both, or neither.',
  },
  {
    parameters: { classicSubject: false },
    message:
      'Give OrganizationId and RepositoryId, or set ClassicSubject if the repository sends the classic form of sub.',
  },
  {
    parameters: { planMemberRoleArns: [memberArn] },
    message: 'Give PlanMemberRoleArns and ApplyMemberRoleArns both, or neither.',
  },
  {
    parameters: { applyHubRoleArn: memberArn },
    message: 'Give PlanHubRoleArn and ApplyHubRoleArn both, or neither.',
  },
  {
    parameters: { externalId: 'network-7Q2' },
    message: 'ExternalId needs PlanHubRoleArn and ApplyHubRoleArn.',
  },
  ...[
    { planMemberRoleArns: [memberArn], applyMemberRoleArns: [memberArn] },
    { planHubRoleArn: memberArn, applyHubRoleArn: memberArn },
  ].map((parameters) => ({
    parameters: { ...parameters, routeRoles: true },
    message:
      'RouteRoles trust GitHub directly, in each account. They do not go with PlanMemberRoleArns or PlanHubRoleArn.',
  })),
  ...[
    { routeEnvironment: 'byoasn' },
    { withdrawEnvironment: 'byoasn' },
    { routeEnvironment: 'prod', withdrawEnvironment: 'prod' },
  ].map((parameters) => ({
    parameters,
    message: 'Environment, RouteEnvironment and WithdrawEnvironment must differ.',
  })),
];

/** A message of the template, with the names of the module and wherever OpenTofu breaks its lines. */
function inModule(message: string): RegExp {
  const names = Object.keys(templateParameters()).join('|');
  const named = message.replaceAll(new RegExp(`\\b(${names})\\b`, 'g'), snakeCase);
  return new RegExp(`^${named.replaceAll(' ', '\\s')}`, 'm');
}

withTool('moto_server', 'the rules of the template hold', () =>
  test.each(contradictory)('the template refuses $parameters', ({ parameters, message }) => {
    expect(() => renderedRoles({ ...validParameters, ...parameters })).toThrow(message);
  }),
);

/** CloudFormation User Guide, "Rule functions": it rejects a template with any other in its rules. */
const allowedInRules = [
  ...['And', 'Contains', 'EachMemberEquals', 'EachMemberIn', 'Equals', 'Not', 'Or', 'Ref'],
  ...['RefAll', 'ValueOf', 'ValueOfAll'],
];

test('the rules of the template use only functions that CloudFormation allows there', () => {
  const used = ruleFunctions();
  expect(used).toContain('Equals');
  expect(used.filter((name) => !allowedInRules.includes(name))).toEqual([]);
});

test.each(refused)('the template refuses $what as $name', ({ name, value }) => {
  const pattern = new RegExp(templateParameters()[pascalCase(name)]?.AllowedPattern ?? '');
  expect([value].flat().every((item) => pattern.test(item))).toBe(false);
});

test('the template creates only the provider and the roles, those for routes if asked for', () => {
  const kept = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
  const resources = Object.entries(templateResources()).map(([name, resource]) => {
    const { Properties: _, ...rest } = resource;
    return [name, rest];
  });
  expect(Object.fromEntries(resources)).toEqual({
    // Other roles of the account may use it by the time that the stack is deleted.
    Provider: { Type: 'AWS::IAM::OIDCProvider', Condition: 'CreatesProvider', ...kept },
    PlanRole: { Type: 'AWS::IAM::Role' },
    ApplyRole: { Type: 'AWS::IAM::Role' },
    RoutePlanRole: { Type: 'AWS::IAM::Role', Condition: 'HasRouteRoles' },
    RouteRole: { Type: 'AWS::IAM::Role', Condition: 'HasRouteRoles' },
    WithdrawRole: { Type: 'AWS::IAM::Role', Condition: 'HasRouteRoles' },
  });
});

test('the template accepts the same session durations as IAM', () => {
  expect(templateParameters().MaxSessionDuration).toMatchObject({
    MinValue: 3600,
    MaxValue: 43_200,
  });
});

withTool('tofu', 'the module tags the roles as configured', () =>
  test('the module tags the roles as configured', () => {
    const given = { ...validParameters, routeRoles: true, tags: { team: 'network' } };
    const roles = planModules([given]).flatMap(rolesOf);
    expect(roles).toHaveLength(5);
    for (const role of roles) {
      expect(role.tags).toEqual({ 'github-repository': 'octo-org/prefixes', team: 'network' });
    }
  }),
);

withTool('tofu', 'the module refuses what the template refuses', () =>
  test('the module refuses the same, and contradictory parameters', () => {
    const against: readonly (readonly [object, RegExp])[] = [
      ...refused.map(
        ({ name, value }) =>
          [{ [name]: value }, new RegExp(`^${snakeCase(name)} (must|may) `, 'm')] as const,
      ),
      ...contradictory.map(({ parameters, message }) => [parameters, inModule(message)] as const),
    ];
    const [nothing, ...messages] = refusals([
      validParameters,
      ...against.map(([parameters]) => ({ ...validParameters, ...parameters })),
    ]);
    expect(nothing).toBe('');
    against.forEach(([parameters, message], index) => {
      expect(messages[index], JSON.stringify(parameters)).toMatch(message);
    });
  }),
);

test('every pattern of the template accepts its default', () => {
  for (const [name, { Default: preset, AllowedPattern }] of Object.entries(templateParameters())) {
    if (preset === undefined || AllowedPattern === undefined) continue;
    expect(new RegExp(AllowedPattern).test(String(preset)), name).toBe(true);
  }
});

afterAll(() => {
  const build = join(import.meta.dirname, '..', '..', '..', 'build');
  mkdirSync(build, { recursive: true });
  writeFileSync(join(build, 'iam.json'), `${JSON.stringify(figures, null, 2)}\n`);
});
