import type { ByoipCidr } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { associations } from '../../../src/associations.ts';
import type { Connect, Endpoint } from '../../../src/aws/connection.ts';
import { applyPolicy, type Policy, planPolicy } from '../../../src/aws/policies.ts';
import type { DesiredRoute, Target } from '../../../src/domain/target.ts';
import { Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { connectTarget } from '../../../src/observe/connect-target.ts';
import { boundedContext } from '../../fakes/bounded-context.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { unusedClients } from '../../fakes/clients.ts';
import { role } from '../../fakes/connection-context.ts';
import { lastPage, memoryEc2 } from '../../fakes/memory-ec2.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { inputsOf } from '../report/outcome.ts';

const [account, other] = ['111122223333', '444455556666'];
const digest = `v2:${'0'.repeat(64)}`;

/** A connection in memory. */
interface Script {
  /** The account that AWS reported without an extra call. */
  readonly accountId?: string;
  readonly expires?: boolean;
  /** STS's responses, in order; a further call is an error. */
  readonly sts?: readonly (string | Error)[];
  readonly reads?: Parameters<typeof memoryEc2>[0]['reads'];
  /** How the read of the ASNs comes back; empty where left out. */
  readonly asns?: Error;
  readonly connectError?: Error;
  /** The result of each renewal, in order; undefined where no role was assumed. */
  readonly renewals?: readonly (Error | undefined)[];
}

async function connectWith(script: Script, target: Target, inputs: Partial<Inputs> = {}) {
  const context = virtualContext();
  const endpoints: Endpoint[] = [];
  const answers = [...(script.sts ?? [])];
  const renewals = [...(script.renewals ?? [])];
  const connect: Connect = async (endpoint) => {
    endpoints.push(endpoint);
    if (script.connectError) throw script.connectError;
    return {
      ec2: {
        ...memoryEc2(script.reads ? { reads: script.reads } : {}),
        describeIpamByoasn: async () => {
          if (script.asns) throw script.asns;
          return lastPage([{ Asn: '64500', State: 'provisioned' }]);
        },
      },
      accountId: script.accountId,
      ...(script.expires === undefined ? {} : { expires: script.expires }),
      ...(script.renewals && {
        renew: async () => {
          if (renewals.length === 0) throw new Error('a renewal that the test did not foresee');
          const refusal = renewals.shift();
          if (refusal) throw refusal;
          return true;
        },
      }),
      clients: unusedClients,
      callerAccountId: async () => {
        const answer = answers.shift();
        if (answer === undefined) throw new Error('a call that the test did not foresee');
        if (typeof answer !== 'string') throw answer;
        return answer;
      },
    };
  };
  const accounts: string[] = [];
  const onAccountId = (accountId: string) => accounts.push(accountId);
  const connecting = connectTarget(
    target,
    inputsOf(inputs),
    associations,
    boundedContext(connect, context),
    onAccountId,
  );
  const [result] = await Promise.allSettled([connecting]);
  return {
    connected: result.status === 'fulfilled' ? result.value : undefined,
    failure: result.status === 'rejected' ? result.reason : undefined,
    lines: context.lines,
    endpoints,
    accounts,
    left: answers.length,
  };
}

const named = targetOf([desiredOf()]);
const unnamed = targetOf([desiredOf()], { accountId: undefined, name: 'us-west-2' });

describe('a target that can be connected to', () => {
  test('has what AWS lists, and can read it again', async () => {
    const { connected } = await connectWith(
      { sts: [account], reads: ['absent', 'associated'] },
      named,
    );
    expect(connected?.observed.cidrs[0]).toMatchObject({
      cidr: '198.51.100.0/24',
      associations: [],
    });
    expect(connected?.target).toEqual(named);
    const [cidr] = (await connected?.readCidrs()) ?? [];
    expect(cidr?.associations).toEqual([{ asn: '64500', state: 'associated', statusMessage: '' }]);
  });

  test('has the time of its listing, however long STS takes', async () => {
    const soon = await connectWith({ sts: [account], expires: true }, unnamed);
    const late = await connectWith(
      { sts: [callErrors.throttled, account], expires: true },
      unnamed,
    );
    expect(late.connected?.readAt).toBe(soon.connected?.readAt);
  });

  test('is connected to in its Region, with its own role', async () => {
    const role = {
      arn: 'arn:aws-cn:iam::{account}:role/byoasn-{region}',
      via: [],
      source: 'id-token',
      audience: '',
      sessionName: 'byoasn-1-1',
      durationSeconds: 900,
      externalId: undefined,
    } as const;
    const target = targetOf([desiredOf()], { accountId: other, region: 'cn-north-1' });
    const { endpoints, lines } = await connectWith({ sts: [other] }, target, { role });
    const arn = 'arn:aws-cn:iam::444455556666:role/byoasn-cn-north-1';
    expect(endpoints).toEqual([
      {
        region: 'cn-north-1',
        role: { ...role, arn, audience: 'sts.amazonaws.com.cn' },
        sessionPolicy: applyPolicy('cn-north-1'),
      },
    ]);
    expect(lines).toEqual([`assumed ${arn}`, 'account 444455556666 is allowed']);
  });

  test.each<[string, Partial<Inputs>, Policy | undefined]>([
    ['reads', { mode: 'plan', permissionCheck: 'skip' }, planPolicy('us-west-2', 'us-east-1')],
    ['asks for permission', { mode: 'plan' }, applyPolicy('us-west-2', 'us-east-1')],
    ['associates', { permissionCheck: 'skip' }, applyPolicy('us-west-2', 'us-east-1')],
    ['leaves it out', { sessionPolicy: 'leave out' }, undefined],
  ])('limits the session of its role to the calls of a run that %s', async (_, given, policy) => {
    const inputs = { role, ipamRegion: 'us-east-1', ...given };
    const { endpoints } = await connectWith({ accountId: account }, unnamed, inputs);
    expect(endpoints.map(({ sessionPolicy }) => sessionPolicy)).toEqual([policy]);
  });

  test('names all of its roles in the log', async () => {
    const chained = { ...role, via: ['arn:aws:iam::444455556666:role/hub'] };
    const { lines } = await connectWith({ accountId: account }, unnamed, { role: chained });
    expect(lines).toEqual([`assumed arn:aws:iam::444455556666:role/hub, then ${role.arn}`]);
  });

  test('without a role uses the credential chain', async () => {
    const { endpoints, lines } = await connectWith({}, unnamed);
    expect(endpoints).toEqual([{ region: 'us-west-2', role: undefined }]);
    expect(lines).toEqual(['credentials found by the AWS credential chain']);
  });
});

describe('the account of a target', () => {
  test('that names one is looked up with STS, whatever the credentials themselves say', async () => {
    const { failure } = await connectWith({ accountId: account, sts: [other] }, named);
    expect(failure).toMatchObject({
      reason: 'account-not-allowed',
      message: 'The credentials belong to account 444455556666, and the target is in 111122223333',
    });
  });

  test.each([
    [[account], true],
    [[other, account], true],
    [[other], false],
  ])('is checked against allowed-account-ids %j: %s', async (allowedAccountIds, allowed) => {
    const { connected, failure } = await connectWith({ sts: [account] }, unnamed, {
      allowedAccountIds,
    });
    expect(connected?.target.accountId).toBe(allowed ? account : undefined);
    expect(failure).toEqual(
      allowed
        ? undefined
        : new Failure(
            'account-not-allowed',
            'The credentials belong to account 111122223333, and allowed-account-ids names 444455556666',
          ),
    );
  });

  test('is checked against both if both are given', async () => {
    const { failure } = await connectWith({ sts: [account] }, named, {
      allowedAccountIds: [other],
    });
    expect(failure).toMatchObject({ reason: 'account-not-allowed' });
  });

  test.each([
    ['what the target names', named, {}],
    ['what is allowed', unnamed, { mode: 'plan', allowedAccountIds: [account] }],
  ] as const)(
    'that is checked against %s is looked up with STS once',
    async (_, target, inputs) => {
      const { connected, lines, left } = await connectWith(
        { sts: [account, other] },
        target,
        inputs,
      );
      expect(connected?.target.accountId).toBe(account);
      expect(lines.at(-1)).toBe('account 111122223333 is allowed');
      expect(left).toBe(1);
    },
  );

  test('is refused before anything is read', async () => {
    const script = { sts: [other], reads: [callErrors.denied] };
    expect((await connectWith(script, named)).failure).toMatchObject({
      reason: 'account-not-allowed',
    });
  });

  test('is reported as soon as it is known, even if it is refused', async () => {
    const script = { accountId: account, sts: [other] };
    expect((await connectWith(script, named)).accounts).toEqual([account, other]);
  });

  test('is reported even if the listing then fails', async () => {
    const script = { sts: [account], reads: [callErrors.denied] };
    const { accounts, failure } = await connectWith(script, named);
    expect(accounts).toEqual([account]);
    expect(failure).toMatchObject({ reason: 'access-denied' });
  });

  test('that STS does not report ends the run if it must be known', async () => {
    const { failure } = await connectWith({ sts: [callErrors.denied] }, named);
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: expect.stringMatching(/^Could not ask STS in us-west-2 which account /),
    });
  });

  test('is asked for again if the call was lost', async () => {
    const { connected, left } = await connectWith({ sts: [callErrors.unsent, account] }, named);
    expect(connected?.target.accountId).toBe(account);
    expect(left).toBe(0);
  });
});

describe('an account that the target does not name', () => {
  test('is the one that AWS reported, if it did', async () => {
    const { connected } = await connectWith({ accountId: other }, unnamed, { mode: 'plan' });
    expect(connected?.target.accountId).toBe(other);
  });

  test.each<[string, Partial<Inputs>]>([
    ['a dry run, for its digest', { mode: 'plan' }],
    ['an apply of a plan that was approved', { expectedPlan: digest }],
  ])('is looked up with STS for %s', async (_, inputs) => {
    const { connected } = await connectWith({ sts: [account] }, unnamed, inputs);
    expect(connected?.target.accountId).toBe(account);
  });

  test('is reported if STS says it and the listing fails', async () => {
    const script = { sts: [account], reads: [callErrors.denied] };
    const { accounts, failure } = await connectWith(script, unnamed, { mode: 'plan' });
    expect(failure).toMatchObject({ reason: 'access-denied' });
    expect(accounts).toEqual([account]);
  });

  test('is not looked up for an apply without an approved plan', async () => {
    const { connected, left } = await connectWith({ sts: [account] }, unnamed);
    expect(connected?.target.accountId).toBeUndefined();
    expect(left).toBe(1);
  });

  test('is looked up for an apply without an approved plan if the credentials expire', async () => {
    const { connected } = await connectWith({ sts: [account], expires: true }, unnamed);
    expect(connected?.target.accountId).toBe(account);
  });

  test('is not reported before it is known', async () => {
    expect((await connectWith({}, unnamed)).accounts).toEqual([]);
    expect((await connectWith({ accountId: other }, unnamed)).accounts).toEqual([other]);
  });

  test('ends a dry run that is cancelled during the call of STS', async () => {
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const { failure } = await connectWith({ sts: [cancelled] }, unnamed, { mode: 'plan' });
    expect(failure).toBe(cancelled);
  });

  test('leaves a dry run without a digest if STS does not report it', async () => {
    const { connected, lines } = await connectWith({ sts: [callErrors.denied] }, unnamed, {
      mode: 'plan',
    });
    expect(connected?.target.accountId).toBeUndefined();
    expect(lines.at(-1)).toMatch(
      /^No plan digest: Could not ask STS which account the credentials belong to: Unauth/,
    );
  });

  test.each(['plan', 'apply'] as const)(
    'must be known if the plan is checked against a digest (%s)',
    async (mode) => {
      const { failure } = await connectWith({ sts: [callErrors.denied] }, unnamed, {
        mode,
        expectedPlan: digest,
      });
      expect(failure).toMatchObject({ reason: 'access-denied' });
    },
  );
});

describe('a target that cannot be connected to', () => {
  test('for lack of credentials fails with the error of the connection', async () => {
    const connectError = new Failure('no-credentials', 'There are none');
    expect((await connectWith({ connectError }, named)).failure).toBe(connectError);
  });

  test('because of a lost call says so', async () => {
    const { failure } = await connectWith({ connectError: callErrors.unanswered }, named);
    expect(failure).toMatchObject({
      reason: 'network-error',
      message: 'Could not get AWS credentials: Timeout: no response within 15 s',
    });
  });

  test('for lack of permission to read comes with the smallest policy', async () => {
    const { failure } = await connectWith({ reads: [callErrors.denied] }, unnamed);
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: expect.stringMatching(/^Could not read the BYOIP CIDRs of us-west-2: Unauth/),
      lines: expect.arrayContaining([expect.stringContaining('ec2:DescribeByoipCidrs')]),
    });
  });

  test.each<[Partial<Inputs>, boolean]>([
    [{ mode: 'plan', permissionCheck: 'skip' }, false],
    [{ mode: 'plan', permissionCheck: 'ask' }, true],
    [{ mode: 'apply', permissionCheck: 'skip' }, true],
  ])(
    'for lack of permission comes with the policy for the purpose of the role: %j',
    async (inputs, associates) => {
      const script = { accountId: account, reads: [callErrors.denied] };
      const { failure } = await connectWith(script, unnamed, inputs);
      const lines = failure instanceof Failure ? failure.lines.join('\n') : '';
      expect(lines).toContain('ec2:DescribeByoipCidrs');
      expect(lines).toContain('"ec2:Region": "us-west-2"');
      expect(lines.includes('ec2:AssociateIpamByoasn')).toBe(associates);
    },
  );

  test('for another reason comes without a policy', async () => {
    const { failure } = await connectWith({ reads: [callErrors.rejected] }, unnamed);
    expect(failure).toMatchObject({ reason: 'request-rejected', lines: [] });
  });
});

describe('a session that AWS calls expired early', () => {
  const { credentials, denied } = callErrors;

  test('is renewed, and the listing is read again', async () => {
    const reads = ['absent', credentials, 'associated'];
    const { connected } = await connectWith({ reads, renewals: [undefined] }, unnamed);
    const [cidr] = (await connected?.readCidrs()) ?? [];
    expect(cidr?.associations).toMatchObject([{ state: 'associated' }]);
  });

  test('twice in a row is final', async () => {
    const reads = ['absent', credentials, credentials];
    const { connected } = await connectWith({ reads, renewals: [undefined] }, unnamed);
    await expect(connected?.readCidrs()).rejects.toBe(credentials);
  });

  test('that cannot be renewed fails with the error of the renewal', async () => {
    const refusal = new Failure('oidc-denied', 'no more');
    const reads = ['absent', credentials, 'associated'];
    const { connected } = await connectWith({ reads, renewals: [refusal] }, unnamed);
    await expect(connected?.readCidrs()).rejects.toBe(refusal);
  });

  test.each([
    ['that comes from no role', { reads: ['absent', credentials] }, credentials],
    ['that is merely denied', { reads: ['absent', denied], renewals: [undefined] }, denied],
  ] as const)('%s is not renewed', async (_, script, error) => {
    const { connected } = await connectWith(script, unnamed);
    await expect(connected?.readCidrs()).rejects.toBe(error);
  });
});

describe('listings', () => {
  const desired: ByoipCidr = { Cidr: '198.51.100.0/24', State: 'provisioned' };
  const other: ByoipCidr = { Cidr: '203.0.113.0/24', State: 'provisioned' };

  /** A target whose listings contain these CIDRs, and when each was asked for. */
  async function connectListing(target: Target, listings: readonly ByoipCidr[][]) {
    const asked: number[] = [];
    const context = virtualContext();
    const describeByoipCidrs = async () => {
      asked.push(context.clock.now());
      return lastPage(listings[asked.length - 1] ?? []);
    };
    const connect: Connect = async () => ({
      ec2: { ...memoryEc2({}), describeByoipCidrs },
      accountId: undefined,
      clients: unusedClients,
      callerAccountId: async () => account,
    });
    const bounded = boundedContext(connect, context);
    const connected = await connectTarget(target, inputsOf(), associations, bounded, () => {});
    return { connected, asked };
  }

  test('of a target share one rate limiter', async () => {
    const { connected, asked } = await connectListing(unnamed, [[desired], [desired], [desired]]);
    await connected.readCidrs();
    await connected.readCidrs();
    expect(asked).toEqual([0, 2_010, 4_020]);
  });

  const route = { cidr: desired.Cidr, origin: 'AWS', note: '', location: undefined };

  test('are read once more if they lack a CIDR of the action', async () => {
    const { connected, asked } = await connectListing(unnamed, [[other], [desired]]);
    const listed = connected.observed.cidrs.map(({ cidr }) => cidr);
    // Either may lack a CIDR.
    expect(listed).toEqual([desired.Cidr, other.Cidr]);
    expect(connected.readAt).toBe(0);
    expect(asked).toEqual([0, 2_010]);
  });

  test('are not read again for a CIDR of the other action', async () => {
    const target = targetOf([], { routes: [route as DesiredRoute] });
    const { asked } = await connectListing(target, [[other]]);
    expect(asked).toEqual([0]);
  });

  test('that lack a CIDR twice prove that AWS does not list it', async () => {
    const { connected, asked } = await connectListing(unnamed, [[other], []]);
    expect(connected.observed.cidrs).toMatchObject([{ cidr: other.Cidr }]);
    expect(asked).toEqual([0, 2_010]);
  });
});

describe('the home Region of the IPAM', () => {
  const inputs = { ipamRegion: 'us-east-1' };
  const asns = [{ asn: '64500', state: 'provisioned', statusMessage: '' }];

  test.each([
    ['of the inputs', {}, inputs, 'us-east-1'],
    ['of the target, before that of the inputs', { ipamRegion: 'eu-west-1' }, inputs, 'eu-west-1'],
  ])('is that %s', async (_, facts, given, ipamRegion) => {
    const target = targetOf([desiredOf()], facts);
    const { connected, endpoints } = await connectWith({ sts: [account] }, target, given);
    expect(endpoints).toMatchObject([{ region: 'us-west-2', ipamRegion }]);
    expect(connected?.observed).toMatchObject({ ipamRegion, asns });
  });

  test('is not known unless somebody says it', async () => {
    const { connected, endpoints } = await connectWith({ sts: [account] }, named);
    expect(endpoints[0]?.ipamRegion).toBeUndefined();
    expect(connected?.observed.ipamRegion).toBeUndefined();
  });

  test('must be in the partition of the target', async () => {
    const target = targetOf([desiredOf()], { region: 'us-gov-west-1' });
    const { failure, endpoints } = await connectWith({}, target, inputs);
    expect(failure).toMatchObject({
      reason: 'invalid-input',
      message: 'ipam-region: us-east-1 is in the partition aws, but us-gov-west-1 is in aws-us-gov',
    });
    expect(endpoints).toEqual([]);
  });

  test('that cannot be read fails the target, with the policy for both Regions', async () => {
    const script = { sts: [account], asns: callErrors.denied };
    const { failure } = await connectWith(script, named, { ...inputs, mode: 'plan' });
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: expect.stringContaining('Could not read the ASNs of the IPAM in us-east-1: '),
    });
    const [, ...policy] = failure?.lines ?? [];
    expect(JSON.parse(policy.join('')).Statement).toMatchObject([
      { Sid: 'Read', Action: ['ec2:DescribeByoipCidrs'] },
      {
        Sid: 'ReadIpam',
        Action: ['ec2:DescribeIpamByoasn'],
        Condition: { StringEquals: { 'ec2:Region': 'us-east-1' } },
      },
      { Sid: 'Associate' },
    ]);
  });

  test('that nobody named may be unreadable', async () => {
    const { connected } = await connectWith({ sts: [account], asns: callErrors.denied }, named);
    expect(connected?.observed.asns).toEqual({ unread: expect.any(String) });
  });
});
