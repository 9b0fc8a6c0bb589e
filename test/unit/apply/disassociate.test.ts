import { describe, expect, test } from 'vitest';
import { changeAssociation } from '../../../src/apply/change-association.ts';
import { dryRunTarget } from '../../../src/apply/dry-run.ts';
import type { Ec2 } from '../../../src/aws/ec2.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { conclude } from '../../../src/outcome/conclude.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { type Ec2Script, memoryEc2 } from '../../fakes/memory-ec2.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import {
  applyAndWait,
  startRun,
  type VirtualOptions,
  type VirtualTarget,
  virtualRun,
} from '../../fakes/virtual-run.ts';
import { desiredOf } from '../domain/association.ts';
import { cidrAssociated } from '../plan/observed-cidr.ts';

const { ambiguous, denied, rejected, throttled, unsent } = callErrors;
const [A, P, D] = ['associated', 'pending-disassociation', 'disassociated'];
const remove = { remove: true, before: A } as const;
const inAws = { ...remove, cidrState: 'advertised', origin: 'AWS' } as const;

/** Which calls EC2 got. */
function counted(ec2: Ec2) {
  const calls: string[] = [];
  const own: Ec2 = {
    ...ec2,
    associate: (...args) => {
      calls.push('associate');
      return ec2.associate(...args);
    },
    disassociate: (...args) => {
      calls.push('disassociate');
      return ec2.disassociate(...args);
    },
  };
  return { ec2: own, calls };
}

/** The pair after its removal, the failure if any, and the calls. */
async function removed(script: Ec2Script, options: VirtualOptions = remove) {
  const run = virtualRun({ accepted: P, ...script }, options);
  const { ec2, calls } = counted(run.ec2);
  const failure = await changeAssociation(run.association, { ...run, ec2 }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { failure, calls, pair: run.outcome(), run };
}

describe('a removal that EC2 accepts', () => {
  test.each([A, 'failed-association', 'failed-disassociation'])(
    'from %s is a change, with the response of EC2',
    async (before) => {
      const { failure, pair } = await removed(
        { reads: [before], associateCalls: ['req-1'] },
        { ...remove, before },
      );
      expect(failure).toBeUndefined();
      expect(pair).toMatchObject({ changed: true, state: P, before, requestId: 'req-1' });
    },
  );

  test('on a CIDR that is advertised from another origin is a change', async () => {
    const { pair } = await removed(
      { reads: ['associated, advertised'], associateCalls: ['req-1'] },
      inAws,
    );
    expect(pair).toMatchObject({ changed: true, state: P, cidrState: 'advertised' });
  });

  test('is made once it was not sent, or throttled', async () => {
    const { calls, pair } = await removed({
      reads: [A],
      associateCalls: [unsent, throttled, 'req-3'],
    });
    expect(calls).toHaveLength(3);
    expect(pair).toMatchObject({ changed: true, requestId: 'req-3' });
  });
});

describe('a removal is read right before its call, and not made', () => {
  test.each([
    ['associated, advertised', remove, 'asn-in-use'],
    ['associated, pending-advertising', remove, 'asn-in-use'],
    ['associated, pending-withdrawal', inAws, 'asn-in-use'],
    ['advertised, advertised', inAws, 'asn-in-use'],
    ['pending-association', remove, 'association-busy'],
    ['some-new-state', remove, 'unknown-state'],
  ])('if it is %s', async (read, options, reason) => {
    const { failure, calls } = await removed({ reads: [read] }, options);
    expect(failure).toMatchObject({
      reason,
      message: expect.stringContaining('has changed since the plan'),
    });
    expect(calls).toEqual([]);
  });

  test('if that read is denied', async () => {
    const { failure, calls } = await removed({ reads: [denied] });
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: expect.stringMatching(
        /^Could not read the state before the call to disassociate 198\.51\.100\.0\/24 with AS64500 in us-west-2: /,
      ),
    });
    expect(calls).toEqual([]);
  });

  test('if that read fails', async () => {
    const { failure, calls } = await removed({ reads: [unsent] });
    expect(failure).toMatchObject({
      reason: 'unknown-state',
      message: `Could not disassociate 198.51.100.0/24 with AS64500 in us-west-2: its state could not be read just before the call (${unsent.message})`,
    });
    expect(calls).toEqual([]);
  });

  test('if the deadline leaves no time for a second read that it needs', async () => {
    const { failure, calls } = await removed({ reads: ['absent'] }, { ...remove, seconds: 2 });
    expect(failure).toMatchObject({
      reason: 'unknown-state',
      message:
        'Could not disassociate 198.51.100.0/24 with AS64500 in us-west-2: its state could not be read just before the call',
    });
    expect(calls).toEqual([]);
  });

  test.each([
    [P, 0],
    [D, 2_000],
    ['absent', 5_000],
  ])('if it is %s: then it is not needed', async (read, milliseconds) => {
    const { failure, calls, pair, run } = await removed({ reads: [read] });
    expect(failure).toBeUndefined();
    expect(calls).toEqual([]);
    expect(pair).toMatchObject({ changed: false, state: read });
    expect(run.clock.now()).toBeGreaterThanOrEqual(milliseconds);
  });

  test('if its origin was read more than 15 minutes ago', async () => {
    const run = virtualRun({ reads: ['associated, advertised'] }, { ...inAws, seconds: 3_600 });
    await run.clock.sleep(15 * 60_000 + 1);
    await expect(changeAssociation(run.association, run)).rejects.toMatchObject({
      reason: 'asn-in-use',
      message: expect.stringContaining('advertised from an unknown origin'),
    });
  });
});

test('a removal whose CIDR is no longer listed is not needed', async () => {
  const run = virtualRun({}, remove);
  const context = { ...run, readCidrs: async () => [] };
  await expect(changeAssociation(run.association, context)).resolves.toBe('in progress');
  expect(run.outcome()).toMatchObject({ cidrState: 'not listed', state: 'absent' });
});

test('a removal whose CIDR is listed in two states is refused', async () => {
  const run = virtualRun({}, remove);
  const states = ['provisioned', 'advertised'];
  const readCidrs = async () => states.map((state) => cidrAssociated(A, '', { state }));
  await expect(changeAssociation(run.association, { ...run, readCidrs })).rejects.toMatchObject({
    reason: 'asn-in-use',
  });
  expect(run.outcome()).toMatchObject({ cidrState: 'unknown' });
});

test('a rejected removal is not needed if three listings in a row lack the pair', async () => {
  const made = await removed({
    reads: [A, 'absent', 'absent', 'absent'],
    associateCalls: [rejected],
  });
  expect(made.failure).toBeUndefined();
  expect(made.pair).toMatchObject({ changed: false, state: 'absent' });
});

test('a rejected removal fails if only one listing lacks the pair', async () => {
  const { failure } = await removed({ reads: [A, 'absent', A], associateCalls: [rejected] });
  expect(failure).toMatchObject({ reason: 'request-rejected' });
});

test('a removal waits for the listing of many CIDRs, whose pages take time', async () => {
  const run = virtualRun({ associateCalls: ['req-1'] }, remove);
  const readCidrs = async () => {
    await run.clock.sleep(30_000);
    return [cidrAssociated(A)];
  };
  await changeAssociation(run.association, { ...run, readCidrs });
  expect(run.outcome()).toMatchObject({ changed: true, requestId: 'req-1' });
});

test('a removal is made although one or two listings lack the pair', async () => {
  const { calls, pair } = await removed({
    reads: ['absent', 'absent', A],
    associateCalls: ['req-1'],
  });
  expect(calls).toEqual(['disassociate']);
  expect(pair).toMatchObject({ changed: true, state: P });
});

describe('a removal whose response was lost', () => {
  test('is read back, and not repeated if EC2 carried it out', async () => {
    const { calls, pair } = await removed({ reads: [A, A, P], associateCalls: [ambiguous] });
    expect(calls).toHaveLength(1);
    expect(pair).toMatchObject({ changed: true, state: P });
  });

  test('is repeated if reads show that EC2 did not carry it out', async () => {
    const { calls, pair } = await removed({ reads: [A], associateCalls: [ambiguous, 'req-2'] });
    expect(calls).toHaveLength(2);
    expect(pair).toMatchObject({ changed: true, requestId: 'req-2' });
  });

  test('is a change if a later read shows that EC2 carried it out after all', async () => {
    const { calls, pair } = await removed({
      reads: [A, A, A, A, A, P],
      associateCalls: [ambiguous],
    });
    expect(calls).toHaveLength(1);
    expect(pair).toMatchObject({ changed: true, state: P });
  });

  test('is made three times at most', async () => {
    const { calls, failure } = await removed({
      reads: [A],
      associateCalls: [ambiguous, ambiguous, ambiguous],
    });
    expect(calls).toHaveLength(3);
    expect(failure).toMatchObject({ cause: ambiguous });
  });

  test('is not repeated once the CIDR is advertised', async () => {
    const { calls, failure } = await removed({
      reads: [A, 'associated, advertised'],
      associateCalls: [ambiguous],
    });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({ reason: 'asn-in-use' });
  });

  test.each([
    ['advertised', 'asn-in-use'],
    ['pending-association', 'association-busy'],
    ['some-new-state', 'unknown-state'],
  ])('fails if AWS then lists %s', async (state, reason) => {
    const { failure } = await removed({ reads: [A, state], associateCalls: [ambiguous] });
    expect(failure).toMatchObject({
      reason,
      message: `198.51.100.0/24 with AS64500 in us-west-2 is ${state} after a disassociate call whose response was lost`,
    });
  });
});

test('a removal that EC2 rejects because someone else made it is done', async () => {
  const { failure, pair } = await removed({ reads: [A, D], associateCalls: [rejected] });
  expect(failure).toBeUndefined();
  expect(pair).toMatchObject({ changed: false, state: D });
});

test('a removal that EC2 denies fails with the policy that allows it', async () => {
  const { failure } = await removed({ reads: [A], associateCalls: [denied] });
  expect(failure).toMatchObject({
    reason: 'access-denied',
    message: expect.stringContaining('disassociate 198.51.100.0/24 with AS64500 in us-west-2'),
    lines: expect.arrayContaining([expect.stringContaining('ec2:DisassociateIpamByoasn')]),
  });
});

/** The reason of an apply of a file, or its Failure. */
async function apply(run: VirtualTarget, until: Inputs['until'] = 'end-state') {
  await applyAndWait(until, run);
  return conclude(run.runState.pairs(), {
    mode: 'apply',
    until,
    permissionCheck: 'ask',
    source: { form: 'file' },
  });
}

describe('an apply with a removal', () => {
  test('ends when two reads show it as disassociated', async () => {
    const run = virtualRun({ accepted: P, associateCalls: ['req-1'], reads: [A, P, D, D] }, remove);
    await expect(apply(run)).resolves.toBe('disassociated');
    expect(run.outcome()).toMatchObject({ state: D, changed: true });
  });

  test('waits for one that is pending', async () => {
    const run = virtualRun({ reads: [P, D, D] }, { ...remove, before: P });
    await expect(apply(run)).resolves.toBe('disassociated');
    expect(run.outcome()).toMatchObject({ state: D, changed: false });
  });

  test('fails when AWS fails', async () => {
    const run = virtualRun(
      { accepted: P, associateCalls: ['req-1'], reads: [A, 'failed-disassociation'] },
      remove,
    );
    await expect(apply(run)).resolves.toMatchObject({
      reason: 'association-failed',
      message: '1 of 1 association failed',
    });
    expect(run.outcome().failure).toMatchObject({ likely: 'AWS could not disassociate it.' });
  });

  test('fails at the deadline while it is pending', async () => {
    const run = virtualRun(
      { accepted: P, associateCalls: ['req-1'], reads: [A, P] },
      { ...remove, seconds: 60 },
    );
    await expect(apply(run)).resolves.toMatchObject({ reason: 'wait-timeout' });
  });

  test('without waiting ends with the acceptance', async () => {
    const run = virtualRun({ accepted: P, associateCalls: ['req-1'], reads: [A] }, remove);
    await expect(apply(run, 'accepted')).resolves.toBe('accepted');
  });

  test('has nothing to do if nothing is associated', async () => {
    const run = virtualRun({ reads: [denied] }, { ...remove, before: 'absent' });
    await expect(apply(run)).resolves.toBe('no-changes');
  });

  test('associates the new ASN of a CIDR before it removes the old one', async () => {
    const desired = [
      desiredOf('64500', undefined, { remove: true }),
      desiredOf('64501', undefined, {}),
    ];
    const { ec2, calls } = counted(memoryEc2({ reads: [A], associateCalls: ['req-1', 'req-2'] }));
    const run = startRun(desired, [cidrAssociated(A)], ec2, virtualContext(900));
    await applyAndWait('accepted', run);
    expect(calls).toEqual(['associate', 'disassociate']);
  });
});

describe('a dry run with a removal', () => {
  test('asks EC2 for both permissions, each once', async () => {
    const desired = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'].flatMap((cidr) => [
      desiredOf('64500', cidr, { remove: true }),
      desiredOf('64501', cidr),
    ]);
    const cidrs = desired.map(({ cidr }) => cidrAssociated(A, '', { cidr }));
    const ec2 = memoryEc2({ dryRuns: ['req-1', 'req-2'] });
    const run = startRun(
      desired,
      [...new Map(cidrs.map((each) => [each.cidr, each])).values()],
      ec2,
      virtualContext(900),
    );
    await dryRunTarget('ask', run);
    expect(run.runState.pairs().map(({ evidence }) => evidence.at(-1)?.text)).toEqual(
      Array.from({ length: 3 }, () => [
        'EC2 DryRun permits this role to disassociate (request id req-2)',
        'EC2 DryRun permits this role to associate (request id req-1)',
      ]).flat(),
    );
  });

  test('that EC2 denies shows the policy that allows it', async () => {
    const run = virtualRun({ dryRuns: [denied] }, remove);
    await dryRunTarget('ask', run);
    expect(run.outcome().failure).toMatchObject({
      reason: 'not-permitted',
      message: expect.stringContaining('the permission to disassociate 198.51.100.0/24'),
      lines: expect.arrayContaining([expect.stringContaining('ec2:DisassociateIpamByoasn')]),
    });
  });
});
