import { AssociateIpamByoasnCommand, DescribeByoipCidrsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ec2Client, failureOf } from '../../fakes/clients.ts';
import type { Credential, RegionalAction } from '../../fakes/credentials.ts';
import { type Fakes, startFakes, withFakes } from '../../fakes/fakes.ts';
import { grantOf } from '../../fakes/grant.ts';
import { classicSubject } from '../../fakes/issuer.ts';
import type { Role } from '../../fakes/sts.ts';
import { configFile, main } from './fleet.ts';
import { loggedPolicies, policyFor, policyInDocs } from './policy.ts';
import { type Ended, runOn } from './scenario.ts';

interface Mode {
  readonly mode: string;
  readonly needs: 'plan-policy' | 'apply-policy';
  readonly inputs: Readonly<Record<string, string>>;
  readonly reason: string;
  /** The end of the run with a role that may only read. */
  readonly withoutAssociate: 'not-permitted' | 'access-denied' | 'does not apply';
}

const file = { config: 'byoasn.yml' };
const plan = { 'dry-run': 'true' };
const unchecked = { 'permission-check': 'false' };
const text = configFile([
  {
    ...main,
    associations: [
      { asn: 64500, cidr: '198.51.100.0/24' },
      { asn: 64501, cidr: '203.0.113.0/24' },
    ],
  },
]);

const modes: readonly Mode[] = [
  {
    mode: 'a dry run of one association',
    needs: 'apply-policy',
    inputs: plan,
    reason: 'dry-run-permitted',
    withoutAssociate: 'not-permitted',
  },
  {
    mode: 'a dry run of one association without permission-check',
    needs: 'plan-policy',
    inputs: { ...plan, ...unchecked },
    reason: 'dry-run-unchecked',
    withoutAssociate: 'does not apply',
  },
  {
    mode: 'associating and waiting',
    needs: 'apply-policy',
    inputs: {},
    reason: 'associated',
    withoutAssociate: 'access-denied',
  },
  {
    mode: 'associating without waiting',
    needs: 'apply-policy',
    inputs: { wait: 'false' },
    reason: 'accepted',
    withoutAssociate: 'access-denied',
  },
  {
    mode: 'a dry run of a file',
    needs: 'apply-policy',
    inputs: { ...file, ...plan },
    reason: 'planned',
    withoutAssociate: 'not-permitted',
  },
  {
    mode: 'a dry run of a file without permission-check',
    needs: 'plan-policy',
    inputs: { ...file, ...plan, ...unchecked },
    reason: 'planned',
    withoutAssociate: 'does not apply',
  },
  {
    mode: 'applying a file',
    needs: 'apply-policy',
    inputs: file,
    reason: 'applied',
    withoutAssociate: 'access-denied',
  },
];

type Grant = readonly RegionalAction[];

async function withRole(actions: Grant, use: (fakes: Fakes) => Promise<void>): Promise<void> {
  const fakes = await startFakes({ role: { actions }, behaviour: { transition: { reads: 0 } } });
  try {
    await use(fakes);
  } finally {
    await fakes.close();
  }
}

function run(fakes: Fakes, inputs: Mode['inputs'], content = text): Promise<Ended> {
  return runOn(fakes, { with: inputs, ...(inputs.config && { files: { 'byoasn.yml': content } }) });
}

/** A run of the mode with a role that allows exactly these actions. */
async function runAllowed(
  actions: Grant,
  { inputs }: Mode,
  look: (ended: Ended) => void,
): Promise<void> {
  await withRole(actions, async (fakes) => look(await run(fakes, inputs)));
}

function without(action: string, { needs }: Mode): Grant {
  const grant = grantOf(policyInDocs(needs));
  const left = grant.filter((allowed) => allowed.action !== action);
  expect(left, `${action} is in the ${needs}`).toHaveLength(grant.length - 1);
  return left;
}

/** The EC2 actions that were requested, whatever the response, each once. */
function askedFor({ fakes }: Ended): string[] {
  const asked = fakes.requestLog.requests.filter(({ service }) => service === 'ec2');
  return [...new Set(asked.map(({ operation }) => `ec2:${operation}`))].sort();
}

function errorOf({ printed }: Ended): string {
  return printed.flatMap(({ level, text: line }) => (level === 'error' ? [line] : [])).join('\n');
}

const denies = (action: string) => `is not authorized to perform: ${action} `;

describe.concurrent.each(modes)('$mode', (mode) => {
  const policy = policyInDocs(mode.needs);

  test(`works with the ${mode.needs} of docs/iam.md and uses all of it`, () =>
    runAllowed(grantOf(policy), mode, (ended) => {
      expect(ended.reason).toBe(mode.reason);
      const granted = grantOf(policy).map(({ action }) => action);
      expect(askedFor(ended)).toEqual(granted.toSorted());
      const refused = ended.fakes.requestLog.requests.filter(({ outcome }) =>
        /Unauthorized|Denied/.test(outcome),
      );
      expect(refused).toEqual([]);
      expect(ended.log).not.toContain('not read');
    }));

  test('fails without ec2:DescribeByoipCidrs, and the log has that policy', () =>
    runAllowed(without('ec2:DescribeByoipCidrs', mode), mode, (ended) => {
      expect(ended.outputs).toMatchObject({
        reason: 'access-denied',
        state: 'unknown',
        changed: 'false',
      });
      expect(errorOf(ended)).toContain(denies('ec2:DescribeByoipCidrs'));
      expect(loggedPolicies(ended.log)).toEqual([policy]);
      expect(ended.fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
    }));

  test('continues without ec2:DescribeIpamByoasn, and says that the ASN was not read', () =>
    runAllowed(without('ec2:DescribeIpamByoasn', mode), mode, (ended) => {
      expect(ended.reason).toBe(mode.reason);
      const unread = {
        grade: 'not read',
        text: expect.stringContaining(denies('ec2:DescribeIpamByoasn')),
      };
      for (const { evidence } of ended.result.pairs) expect(evidence).toContainEqual(unread);
      expect(ended.log).toMatch(/not read: DescribeIpamByoasn: UnauthorizedOperation/);
      expect(ended.summary).toContain('<b>not read</b>');
    }));
});

const writing = modes.filter(({ needs }) => needs === 'apply-policy');

describe.concurrent.each(writing)('$mode', (mode) => {
  test('fails without ec2:AssociateIpamByoasn, and the log has that policy', () =>
    runAllowed(without('ec2:AssociateIpamByoasn', mode), mode, (ended) => {
      expect(ended.outputs).toMatchObject({
        reason: mode.withoutAssociate,
        state: 'absent',
        changed: 'false',
      });
      expect(errorOf(ended)).toContain(denies('ec2:AssociateIpamByoasn'));
      expect(loggedPolicies(ended.log)).toEqual([policyInDocs('apply-policy')]);
      expect(ended.fakes.requestLog.changes).toEqual([]);
    }));
});

/** The actions of the session policy that STS received. */
function sessionGrant({ fakes }: Ended): Grant {
  const [{ params } = {}] = fakes.requestLog.of('AssumeRoleWithWebIdentity');
  return grantOf(JSON.parse(params?.Policy ?? ''));
}

describe.concurrent.each(modes)('$mode, with a role that may do everything', (mode) => {
  const withAll = (role: Partial<Role>, use: (fakes: Fakes) => Promise<void>) =>
    withFakes({ role: { actions: 'all', ...role }, behaviour: { transition: { reads: 0 } } }, use);
  const needed = grantOf(policyInDocs(mode.needs));

  test('has a session policy with exactly the calls that it makes', () =>
    withAll({}, async (fakes) => {
      const ended = await run(fakes, mode.inputs);
      expect(ended.reason).toBe(mode.reason);
      expect(sessionGrant(ended)).toEqual(needed);
      expect(askedFor(ended)).toEqual(needed.map(({ action }) => action).toSorted());
    }));

  /** Without ipam-region, a plan continues without the list of ASNs. */
  const required = { ...mode.inputs, 'ipam-region': main.region };
  const reasonWithout = (action: string) =>
    action === 'ec2:AssociateIpamByoasn' ? mode.withoutAssociate : 'access-denied';

  test.each(needed)(
    'is denied $action if the session policy does not allow it, and the error says so',
    ({ action }) =>
      withAll({ neverInSession: [action] }, async (fakes) => {
        const ended = await run(fakes, required);
        expect(ended.reason).toBe(reasonWithout(action));
        const error = errorOf(ended);
        expect(error).toContain(`because no session policy allows the ${action} action`);
        expect(error).toContain('The session policy with which this run limits its role');
        expect(error).toContain('Next step: Set session-policy: false');
        expect(loggedPolicies(ended.log)).toEqual([]);
        expect(fakes.requestLog.changes).toEqual([]);
        const without = await run(fakes, { ...required, 'session-policy': 'false' });
        expect(without.reason).toBe(mode.reason);
      }),
  );
});

/** The keys with which a run has called EC2. */
function keysOf({ fakes }: Ended): Credential {
  const { accessKeyId = '' } = fakes.requestLog.of('DescribeByoipCidrs').at(-1) ?? {};
  const keys = fakes.credentials.find(accessKeyId);
  if (keys === undefined) throw new Error('EC2 was not called');
  return keys;
}

describe.concurrent('a plan with the apply role', () => {
  const association = new AssociateIpamByoasnCommand({ Asn: '64500', Cidr: '198.51.100.0/24' });

  test('cannot associate with its session', () =>
    withRole(grantOf(policyInDocs('apply-policy')), async (fakes) => {
      const ended = await run(fakes, { ...plan, ...unchecked });
      expect(ended.log).toContain('session policy: this run may only read');
      const client = ec2Client(fakes, keysOf(ended));
      expect(await failureOf(client.send(association))).toMatchObject({
        name: 'UnauthorizedOperation',
        message: expect.stringContaining('because no session policy allows'),
      });
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('can associate with session-policy: false', () =>
    withRole(grantOf(policyInDocs('apply-policy')), async (fakes) => {
      const ended = await run(fakes, { ...plan, ...unchecked, 'session-policy': 'false' });
      await ec2Client(fakes, keysOf(ended)).send(association);
      expect(fakes.requestLog.changes).toHaveLength(1);
    }));

  test('cannot read in another Region with its session', () =>
    withRole(
      grantOf(policyFor(policyInDocs('plan-policy'), [main.region, 'eu-west-1'])),
      async (fakes) => {
        const ended = await run(fakes, { ...plan, ...unchecked });
        const client = ec2Client(fakes, keysOf(ended), 'eu-west-1');
        const listing = new DescribeByoipCidrsCommand({ MaxResults: 5 });
        expect(await failureOf(client.send(listing))).toMatchObject({
          name: 'UnauthorizedOperation',
        });
      },
    ));
});

test('credentials that have a session policy are reported as such', () =>
  withFakes({}, async (fakes) => {
    const { AWS_ACCESS_KEY_ID: accessKeyId } = fakes.env.credentials;
    const user = fakes.credentials.find(accessKeyId ?? '');
    if (user) fakes.credentials.add({ ...user, sessionActions: ['ec2:DescribeIpamByoasn'] });
    const ended = await runOn(fakes, { credentials: 'env' });
    expect(ended.reason).toBe('access-denied');
    expect(errorOf(ended)).toContain('The credentials came with a session policy');
  }));

describe.concurrent('the Region of a policy', () => {
  const apply = policyInDocs('apply-policy');
  const elsewhere = { account: main.account, region: 'eu-west-1' };
  const inBoth = configFile([
    { ...main, associations: [{ asn: 64500, cidr: '198.51.100.0/24' }] },
    { ...elsewhere, associations: [{ asn: 64500, cidr: '192.0.2.0/24' }] },
  ]);
  const addElsewhere = (fakes: Fakes) => {
    const cidr = { cidr: '192.0.2.0/24', state: 'provisioned', advertisementType: 'unicast' };
    fakes.ec2.ipam(elsewhere.account, elsewhere.region).setCidr(cidr);
  };

  test.each([
    ['a dry run', plan],
    ['a run that associates', {}],
  ])('allows %s nothing in another Region, and the log has the policy for that Region', (_, mode) =>
    withRole(grantOf(apply), async (fakes) => {
      addElsewhere(fakes);
      const inputs = { ...mode, 'aws-region': elsewhere.region, cidr: '192.0.2.0/24' };
      const denied = await run(fakes, inputs);
      expect(denied.outputs).toMatchObject({ reason: 'access-denied', region: elsewhere.region });
      const [policy = {}, ...others] = loggedPolicies(denied.log);
      expect(others).toEqual([]);
      expect(grantOf(policy)).toEqual(grantOf(policyFor(apply, [elsewhere.region])));
      expect(fakes.requestLog.changes).toEqual([]);

      const role = { arn: fakes.roleArn, subjects: [classicSubject], maxSessionSeconds: 3600 };
      fakes.sts.setRole({ ...role, actions: grantOf(policy) });
      const { reason } = await run(fakes, inputs);
      expect(reason).toMatch(/^(dry-run-permitted|associated)$/);
    }),
  );

  test('refuses a file that has another Region too, before any change', () =>
    withRole(grantOf(apply), async (fakes) => {
      addElsewhere(fakes);
      const ended = await run(fakes, file, inBoth);
      expect(ended.outputs).toMatchObject({ reason: 'access-denied', changed: 'false' });
      expect(errorOf(ended)).toContain(denies('ec2:DescribeByoipCidrs'));
      const given = loggedPolicies(ended.log).map(grantOf);
      expect(given).toEqual([grantOf(policyFor(apply, [elsewhere.region]))]);
      expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
    }));

  test('can be a list of Regions, as docs/iam.md says', () =>
    withRole(grantOf(policyFor(apply, [main.region, elsewhere.region])), async (fakes) => {
      addElsewhere(fakes);
      const { outputs } = await run(fakes, file, inBoth);
      expect(outputs).toMatchObject({ reason: 'applied', state: 'associated' });
    }));
});

describe.concurrent('a role without any permission', () => {
  test('can still ask STS for its account', () =>
    withRole([], async (fakes) => {
      const { outputs } = await run(fakes, { 'allowed-account-ids': main.account });
      expect(outputs).toMatchObject({ reason: 'access-denied', 'account-id': main.account });
      expect(fakes.requestLog.of('GetCallerIdentity')).toMatchObject([{ outcome: 'ok' }]);
    }));
});

test('if the permission to read is removed during the wait, the error has the policy', () =>
  withRole(grantOf(policyInDocs('apply-policy')), async (fakes) => {
    const ended = await runOn(fakes, {
      onLine: (line) => {
        if (!line.includes('EC2 accepted')) return;
        const { accessKeyId = '' } = fakes.requestLog.of('AssociateIpamByoasn')[0] ?? {};
        fakes.credentials.allow(accessKeyId, ['ec2:AssociateIpamByoasn']);
      },
    });
    expect(ended.outputs).toMatchObject({
      reason: 'access-denied',
      state: 'pending-association',
      changed: 'true',
    });
    expect(errorOf(ended)).toContain(denies('ec2:DescribeByoipCidrs'));
    expect(loggedPolicies(ended.log)).toEqual([policyInDocs('apply-policy')]);
  }));
