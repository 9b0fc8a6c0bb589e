import { describe, expect, test } from 'vitest';
import { type Fakes, withFakes } from '../../fakes/fakes.ts';
import { classicSubject } from '../../fakes/issuer.ts';
import { containerAnswer, shortKeys, startContainerEndpoint } from './container.ts';
import { addDr, dr, fastAssociations, fleet, main, runFile } from './fleet.ts';
import { type Ended, runOn } from './scenario.ts';

const hubAccount = '777788889999';
const hub = `arn:aws:iam::${hubAccount}:role/github/hub`;
const memberOf = (account: string) => `arn:aws:iam::${account}:role/byoasn-apply`;
const throughHub = { 'role-to-assume': `${hub}\n${memberOf('{account}')}` };
const single = { 'role-to-assume': `${hub}\n${memberOf(main.account)}` };
const actions = [
  ...['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn', 'ec2:AssociateIpamByoasn'],
];

/** Sets the roles that a hub may assume. */
function setHub({ sts }: Fakes, resources: readonly string[]): void {
  const mayAssume = [{ action: 'sts:AssumeRole', resources }];
  sts.setRole({
    arn: hub,
    subjects: [classicSubject],
    maxSessionSeconds: 3600,
    actions: mayAssume,
  });
}

/** Sets the principals that the role of a member trusts. */
function setMember(
  { sts }: Fakes,
  account: string,
  trust: { readonly principals: readonly string[]; readonly externalId?: string },
): void {
  const role = { arn: memberOf(account), subjects: [], maxSessionSeconds: 3600, actions };
  sts.setRole({ ...role, ...trust });
}

/** Only the hub knows GitHub's issuer; the roles of two members trust the hub. */
function withHub(use: (fakes: Fakes) => Promise<void>): Promise<void> {
  return withFakes(fastAssociations, async (fakes) => {
    addDr(fakes);
    const { sts, issuer } = fakes;
    sts.setProvider({
      ...{ account: hubAccount, issuer: issuer.url, clientIds: ['sts.amazonaws.com'] },
    });
    setHub(fakes, [memberOf(main.account), memberOf(dr.account)]);
    for (const account of [main.account, dr.account]) {
      sts.removeProvider(account, issuer.url);
      setMember(fakes, account, { principals: [hub] });
    }
    await use(fakes);
  });
}

const errorOf = ({ printed }: Ended) =>
  printed.flatMap(({ level, text }) => (level === 'error' ? [text] : [])).join('\n');

/** The JSON that a log gives to paste under a title. */
function pasted(log: string, title: string): Readonly<Record<string, unknown>> {
  const [, json = ''] = new RegExp(`${title}[^\\n]*:\\n([\\s\\S]*?\\n {2}\\})`).exec(log) ?? [];
  return JSON.parse(json);
}

describe.concurrent('a hub account', () => {
  test('assumes the roles of all members, each with the session policy of its Region', () =>
    withHub(async (fakes) => {
      const { outputs, log, masks } = await runFile(fakes, fleet, throughHub);
      expect(outputs.reason, log).toBe('applied');
      const assumed = fakes.requestLog.of('AssumeRole');
      expect(assumed.map(({ params }) => params.RoleArn).toSorted()).toEqual(
        [main.account, dr.account].map(memberOf),
      );
      for (const { params, region } of assumed) {
        expect(params).toMatchObject({ DurationSeconds: '900' });
        expect(params.Policy).toContain(`"ec2:Region":"${region}"`);
      }
      const first = fakes.requestLog.of('AssumeRoleWithWebIdentity');
      expect(first.map(({ params }) => [params.RoleArn, params.Policy])).toEqual(
        assumed.map(() => [hub, undefined]),
      );
      expect(log).toContain(`assumed ${hub}, then ${memberOf(dr.account)}`);
      const { credentials } = fakes;
      const issued = [...assumed, ...fakes.requestLog.of('DescribeByoipCidrs')];
      for (const { accessKeyId = '' } of issued) {
        const { secretAccessKey, sessionToken } = credentials.find(accessKeyId) ?? {};
        expect(masks).toEqual(expect.arrayContaining([accessKeyId, secretAccessKey, sessionToken]));
      }
    }));

  test('sends the external ID only for the last role', () =>
    withHub(async (fakes) => {
      setMember(fakes, main.account, { principals: [hub], externalId: 'network-7Q2' });
      const inputs = { ...single, 'role-external-id': 'network-7Q2', 'dry-run': 'true' };
      const { outputs } = await runOn(fakes, { with: inputs });
      expect(outputs.reason).toBe('dry-run-permitted');
    }));

  test('does not hide that a role belongs to another account than its target', () =>
    withHub(async (fakes) => {
      const inputs = {
        'role-to-assume': `${hub}\n${memberOf(dr.account)}`,
        target: '111122223333/us-west-2',
      };
      const { outputs, log } = await runFile(fakes, fleet, inputs);
      expect(outputs.reason).toBe('account-not-allowed');
      expect(log).toContain('belong to account 444455556666, and the target is in 111122223333');
      const [asked] = fakes.requestLog.of('GetCallerIdentity');
      expect(fakes.credentials.find(asked?.accessKeyId ?? '')?.account).toBe(dr.account);
      expect(fakes.requestLog.of('DescribeByoipCidrs')).toEqual([]);
    }));

  test("that STS denies to GitHub's token is named", () =>
    withHub(async (fakes) => {
      fakes.issuer.claim({ sub: 'repo:octo-org/prefixes:pull_request' });
      const ended = await runOn(fakes, { with: single });
      expect(ended.reason).toBe('oidc-denied');
      expect(errorOf(ended)).toContain(`Could not assume ${hub} with GitHub's ID token`);
    }));

  test('is assumed again if EC2 says that a session has expired', () =>
    withHub(async (fakes) => {
      const ended = await runOn(fakes, {
        with: { ...single, wait: 'false' },
        given: ({ faults }) =>
          faults.add({
            ...{ fault: 'error', status: 400, code: 'ExpiredToken', message: 'It has expired.' },
            ...{ operation: 'AssociateIpamByoasn', times: 1 },
          }),
      });
      expect(ended.reason, ended.log).toBe('accepted');
      expect(fakes.requestLog.of('AssumeRoleWithWebIdentity')).toHaveLength(2);
      expect(fakes.requestLog.of('AssumeRole')).toHaveLength(2);
      const [before, after] = fakes.requestLog.of('AssociateIpamByoasn');
      expect(before?.accessKeyId).not.toBe(after?.accessKeyId);
    }));
});

describe.concurrent('a chained role that is denied', () => {
  const lacks: readonly (readonly [string, (fakes: Fakes) => void])[] = [
    ['the hub lacks the permission to assume it', (fakes) => setHub(fakes, [])],
    ['it does not trust the hub', (fakes) => setMember(fakes, main.account, { principals: [] })],
    [
      'it requires another external ID',
      (fakes) => setMember(fakes, main.account, { principals: [hub], externalId: 'network-old' }),
    ],
  ];

  test.each(lacks)('as %s prints both policies, with which the next run succeeds', (_, lack) =>
    withHub(async (fakes) => {
      lack(fakes);
      const inputs = { ...single, 'role-external-id': 'network-7Q2', 'dry-run': 'true' };
      const denied = await runOn(fakes, { with: inputs });
      expect(denied.outputs).toMatchObject({ reason: 'access-denied', state: 'unknown' });
      const member = memberOf(main.account);
      const error = errorOf(denied);
      expect(error).toContain(
        `Could not assume ${member} with the session of ${hub}: AccessDenied`,
      );
      expect(fakes.requestLog.of('AssumeRole')).toHaveLength(1);

      const policy = pasted(error, `Statement for the policy of ${hub}`);
      const trust = pasted(error, `Statement for the trust policy of ${member}`);
      expect(policy).toMatchObject({ Effect: 'Allow', Action: 'sts:AssumeRole' });
      setHub(fakes, [String(policy.Resource)]);
      const { AWS } = Object(trust.Principal);
      const { StringEquals } = Object(trust.Condition);
      setMember(fakes, main.account, {
        ...{ principals: [AWS], externalId: StringEquals['sts:ExternalId'] },
      });
      expect((await runOn(fakes, { with: inputs })).reason).toBe('dry-run-permitted');
    }),
  );

  test('to the default chain names the identity of the credentials', () =>
    withHub(async (fakes) => {
      const inputs = { 'role-to-assume': memberOf(main.account), 'role-chaining': 'true' };
      const denied = await runOn(fakes, { credentials: 'env', with: inputs });
      expect(denied.reason).toBe('access-denied');
      const user = `arn:aws:iam::${main.account}:user/fake`;
      const trust = pasted(errorOf(denied), 'Statement for the trust policy');
      expect(trust.Principal).toEqual({ AWS: user });
      setMember(fakes, main.account, { principals: [user] });
      expect((await runOn(fakes, { credentials: 'env', with: inputs })).reason).toBe('associated');
    }));
});

describe.concurrent('role-chaining', () => {
  const inputs = { 'role-to-assume': memberOf(main.account), 'role-chaining': 'true' };
  const container = 'arn:aws:iam::444455556666:role/container';

  /** A run whose chain has keys of a container that expire in this many seconds. */
  async function withContainer(fakes: Fakes, seconds: number): Promise<Ended> {
    const keys = { ...shortKeys(fakes, dr.account, seconds), roleArn: container };
    fakes.credentials.add(keys);
    setMember(fakes, main.account, { principals: [container] });
    const endpoint = await startContainerEndpoint([containerAnswer(keys)]);
    try {
      return await runOn(fakes, { credentials: 'none', with: inputs, env: endpoint.env });
    } finally {
      endpoint.close();
    }
  }

  test('assumes the first role with the credentials of the runner', () =>
    withHub(async (fakes) => {
      const { outputs, log } = await withContainer(fakes, 3_600);
      expect(outputs, log).toMatchObject({ reason: 'associated', 'account-id': main.account });
      expect(fakes.issuer.tokens).toEqual([]);
    }));

  test('assumes several roles in turn', () =>
    withHub(async (fakes) => {
      const user = `arn:aws:iam::${main.account}:user/fake`;
      fakes.sts.setRole({
        ...{ arn: hub, subjects: [], principals: [user], maxSessionSeconds: 3600 },
        actions: [{ action: 'sts:AssumeRole', resources: [memberOf(main.account)] }],
      });
      const more = { ...single, 'role-chaining': 'true', 'dry-run': 'true' };
      const { outputs, log } = await runOn(fakes, { credentials: 'env', with: more });
      expect(outputs.reason, log).toBe('dry-run-permitted');
      expect(fakes.requestLog.of('AssumeRole').map(({ params }) => params.RoleArn)).toEqual([
        hub,
        memberOf(main.account),
      ]);
    }));

  test('is the advice for a job without an ID token but with credentials', () =>
    withHub(async (fakes) => {
      const advised = await runOn(fakes, {
        credentials: 'env',
        with: { 'role-to-assume': memberOf(main.account) },
      });
      expect(advised.reason).toBe('no-credentials');
      expect(errorOf(advised)).toContain('It has other AWS credentials: AWS_ACCESS_KEY_ID.');
      expect(errorOf(advised)).toContain('set role-chaining: true');
    }));

  test('without credentials, a pull request from a fork gets only the offline checks', () =>
    withHub(async (fakes) => {
      const { outputs } = await runOn(fakes, {
        credentials: 'none',
        with: { ...inputs, 'dry-run': 'true' },
        env: { GITHUB_EVENT_NAME: 'pull_request' },
        event: { pull_request: { head: { repo: { full_name: 'mallory/prefixes' } } } },
      });
      expect(outputs.reason).toBe('fork-no-credentials');
      expect(fakes.requestLog.requests).toEqual([]);
    }));
});
