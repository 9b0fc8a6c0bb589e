import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredAssociation } from '../../../src/domain/target.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { conclude } from '../../../src/outcome/conclude.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { memoryEc2 } from '../../fakes/memory-ec2.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { type Conditions, virtualEc2 } from '../../fakes/virtual-ec2.ts';
import { applyAndWait, startRun, type VirtualTarget, virtualRun } from '../../fakes/virtual-run.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { observedCidr } from '../plan/observed-cidr.ts';

const [P, A, F] = ['pending-association', 'associated', 'failed-association'];

/** The reason of an apply of the inputs, or its Failure. */
async function apply(run: VirtualTarget, until: Inputs['until'] = 'end-state') {
  await applyAndWait(until, run);
  return conclude(run.runState.pairs(), {
    mode: 'apply',
    until,
    permissionCheck: 'ask',
    source: { form: 'inputs' },
  });
}

describe('a pair that is associated', () => {
  test.each(['absent', 'disassociated', F])('from %s ends as associated', async (before) => {
    const run = virtualRun({ associateCalls: ['req-1'], reads: [P, A] }, { before });
    await expect(apply(run)).resolves.toBe('associated');
    expect(run.outcome()).toMatchObject({ before, state: A, changed: true, requestId: 'req-1' });
  });

  test('ends as associated if AWS lists it as advertised, and keeps that word', async () => {
    const run = virtualRun({ associateCalls: ['req-1'], reads: [P, 'advertised'] });
    await expect(apply(run)).resolves.toBe('associated');
    expect(run.outcome()).toMatchObject({ state: 'advertised', changed: true });
  });

  test('without waiting ends as soon as EC2 accepts it', async () => {
    const run = virtualRun({ associateCalls: ['req-1'], reads: [callErrors.denied] });
    await expect(apply(run, 'accepted')).resolves.toBe('accepted');
    expect(run.outcome()).toMatchObject({ state: P, changed: true });
    expect(run.clock.now()).toBe(0);
  });

  test('without waiting fails too if the first read shows a failed association', async () => {
    const run = virtualRun({
      associateCalls: [callErrors.ambiguous],
      reads: [F],
      statusMessage: 'ROA',
    });
    const applying = apply(run, 'accepted');
    await expect(applying).resolves.toMatchObject({ reason: 'association-failed' });
    expect(run.outcome()).toMatchObject({ state: F, statusMessage: 'ROA', changed: true });
  });

  test('fails if the first read shows that the accepted association failed', async () => {
    const run = virtualRun({
      associateCalls: [callErrors.ambiguous],
      reads: [F],
      statusMessage: 'ROA',
    });
    await expect(apply(run)).resolves.toMatchObject({ reason: 'association-failed' });
    expect(run.outcome()).toMatchObject({ state: F, changed: true });
  });

  describe('without waiting', () => {
    test.each([P, A, 'advertised'])('succeeds if EC2 accepts it as %s', async (state) => {
      const run = virtualRun({
        associateCalls: ['req-1'],
        accepted: state,
        reads: [callErrors.denied],
      });
      await expect(apply(run, 'accepted')).resolves.toBe('accepted');
      expect(run.outcome()).toMatchObject({ state, changed: true });
    });

    test.each([
      [F, 'association-failed'],
      ['pending-disassociation', 'association-busy'],
      ['failed-disassociation', 'association-busy'],
      ['disassociated', 'association-busy'],
      ['under-review', 'unknown-state'],
      ['unknown', 'unknown-state'],
    ])('fails if EC2 responds with %s: %s', async (state, reason) => {
      const run = virtualRun({
        associateCalls: ['req-1'],
        accepted: state,
        reads: [callErrors.denied],
      });
      await expect(apply(run, 'accepted')).resolves.toMatchObject({ reason });
      expect(run.outcome()).toMatchObject({ state, changed: true });
    });
  });

  test.each([F, 'disassociated', 'pending-disassociation', 'under-review'])(
    'is waited for if EC2 responds with %s: the reads decide',
    async (state) => {
      const run = virtualRun({
        associateCalls: ['req-1'],
        accepted: state,
        reads: ['absent', P, A],
      });
      await expect(apply(run)).resolves.toBe('associated');
    },
  );

  test('that is pending is waited for, and no call is made', async () => {
    const run = virtualRun({ reads: [P, A] }, { before: P });
    await expect(apply(run)).resolves.toBe('associated');
    expect(run.outcome()).toMatchObject({ before: P, state: A, changed: false, requestId: '' });
  });

  test('that is pending is not waited for if wait is off', async () => {
    const run = virtualRun({ reads: [callErrors.denied] }, { before: P });
    await expect(apply(run, 'accepted')).resolves.toBe('already-pending');
    expect(run.outcome()).toMatchObject({ state: P, changed: false });
  });

  test.each([
    ['end-state', A],
    ['accepted', A],
    ['end-state', 'advertised'],
    ['accepted', 'advertised'],
  ] as const)('has nothing to do (%s) where the pair is %s', async (until, before = '') => {
    const run = virtualRun({ reads: [callErrors.denied] }, { before });
    await expect(apply(run, until)).resolves.toBe('already-associated');
    expect(run.outcome()).toMatchObject({ state: before, changed: false });
    expect(run.clock.now()).toBe(0);
  });

  test('that was created fails when AWS fails it', async () => {
    const run = virtualRun({ associateCalls: ['req-1'], reads: [P, F], statusMessage: 'ROA' });
    const applying = apply(run);
    await expect(applying).resolves.toMatchObject({ reason: 'association-failed' });
    expect(run.outcome()).toMatchObject({ state: F, statusMessage: 'ROA', changed: true });
  });

  test('fails before any wait when EC2 refuses the call', async () => {
    const run = virtualRun({ associateCalls: [callErrors.denied], reads: [A] });
    const applying = apply(run);
    await expect(applying).resolves.toMatchObject({ reason: 'access-denied' });
    expect(run.outcome()).toMatchObject({ state: 'absent', changed: false });
  });

  test('that someone else associated since the plan is waited for, and counts as unchanged', async () => {
    const run = virtualRun({ associateCalls: [callErrors.rejected], reads: [P, P, A] });
    await expect(apply(run)).resolves.toBe('associated');
    expect(run.outcome()).toMatchObject({ state: A, changed: false });
  });

  test('has one deadline for the call and the wait', async () => {
    const script = { associateCalls: [callErrors.throttled, 'req-2'], reads: [P] };
    const run = virtualRun(script, { seconds: 30 });
    const applying = apply(run);
    await expect(applying).resolves.toMatchObject({ reason: 'wait-timeout' });
    expect(run.clock.now()).toBe(30_000);
    expect(run.outcome()).toMatchObject({ state: P, changed: true });
  });
});

/** A run of pairs that are all to be associated, with EC2 in virtual time. */
function fleet(
  pairs: readonly DesiredAssociation[],
  conditions: Conditions = {},
  { seconds = 900, onFailure = 'stop' as Inputs['onFailure'] } = {},
) {
  const context = virtualContext(seconds);
  const ec2 = virtualEc2(context.clock, conditions);
  const cidrs = pairs.map(({ cidr }) => observedCidr({ cidr }));
  const run = startRun(pairs, cidrs, ec2, context, onFailure);
  return { run, ec2, clock: context.clock, states: () => run.runState.pairs().map(stateOf) };
}

function stateOf({ state, failure }: ReturnType<VirtualTarget['runState']['pair']>) {
  return failure ? failure.reason : state;
}

/** Fails the call for one pair. */
const denying = (pair: DesiredAssociation | undefined): Conditions => ({
  delay: () => 100,
  answer: ({ cidr }) => (cidr === pair?.cidr ? callErrors.denied : undefined),
});

describe('several pairs', () => {
  test('are all associated and all waited for', async () => {
    const { run, ec2, states } = fleet(manyDesired(20));
    await applyAndWait('end-state', run);
    expect(states()).toEqual(Array(20).fill(A));
    expect(ec2.calls).toHaveLength(20);
    expect(run.runState.pairs().every(({ changed, requestId }) => changed && requestId)).toBe(true);
  });

  test('need calls only if they are neither associated nor pending', async () => {
    const pairs = manyDesired(4);
    const states = [A, P, 'absent', 'failed-association'];
    const cidrs = pairs.map(({ asn, cidr }, index) => {
      const association = { asn, state: states[index] ?? '', statusMessage: '' };
      return observedCidr({ cidr, associations: index === 2 ? [] : [association] });
    });
    const context = virtualContext(30);
    const ec2 = virtualEc2(context.clock, { associated: pairs.slice(0, 1) });
    const run = startRun(pairs, cidrs, ec2, context);
    await applyAndWait('end-state', run);
    expect(ec2.calls.map(({ association }) => association.cidr)).toEqual([
      pairs[2]?.cidr,
      pairs[3]?.cidr,
    ]);
    // EC2 no longer lists the pending pair. The run waits for it to the end.
    expect(run.runState.pairs().map(stateOf)).toEqual([A, 'association-failed', A, A]);
  });

  test('are all checked until the last reaches its end state, so that one that is gone does not count', async () => {
    const pairs = manyDesired(2);
    const [kept] = pairs;
    const association = { asn: kept?.asn ?? '', state: A, statusMessage: '' };
    const cidrs = pairs.map(({ cidr }) =>
      observedCidr({ cidr, associations: cidr === kept?.cidr ? [association] : [] }),
    );
    const context = virtualContext(600);
    // EC2 no longer lists the kept pair, as if someone disassociated it.
    const run = startRun(
      pairs,
      cidrs,
      virtualEc2(context.clock, { transitionMs: 60_000 }),
      context,
    );
    await applyAndWait('end-state', run);
    expect(run.runState.pairs().map(stateOf)).toEqual(['association-failed', A]);
    expect(run.runState.pairs()[0]?.state).toBe('absent');
  });

  test('are all waited for if a read-back before the wait showed that one is gone', async () => {
    const [kept, written] = manyDesired(2);
    if (!kept || !written) throw new Error('two pairs');
    const association = { asn: kept.asn, state: A, statusMessage: '' };
    const cidrs = [kept, written].map(({ cidr }) =>
      observedCidr({ cidr, associations: cidr === kept.cidr ? [association] : [] }),
    );
    const context = virtualContext(600);
    let lost = 0;
    const answer = () => {
      lost += 1;
      return lost === 1 ? callErrors.ambiguous : undefined;
    };
    const run = startRun([kept, written], cidrs, virtualEc2(context.clock, { answer }), context);
    await applyAndWait('end-state', run);
    expect(run.runState.pair(kept)).toMatchObject({
      state: 'absent',
      failure: { reason: 'association-failed' },
    });
    expect(run.runState.pair(written)).toMatchObject({ state: A, changed: true });
  });

  test('are checked again without waiting too if a read for another pair lacks one', async () => {
    const [kept, written] = manyDesired(2);
    if (!kept || !written) throw new Error('two pairs');
    const listed = (...associated: readonly DesiredAssociation[]) =>
      [kept, written].map(({ cidr }) => {
        const item = { asn: kept.asn, state: A, statusMessage: '' };
        const isAssociated = associated.some((pair) => pair.cidr === cidr);
        return observedCidr({ cidr, associations: isAssociated ? [item] : [] });
      });
    const context = virtualContext(600);
    const ec2 = virtualEc2(context.clock, { answer: () => callErrors.rejected });
    const run = startRun([kept, written], listed(kept), ec2, context);
    const reads = [listed(), listed(kept)];
    const readCidrs = async () => reads.shift() ?? listed(kept);
    await applyAndWait('accepted', { ...run, readCidrs });
    expect(run.runState.pairs().map(stateOf)).toEqual([A, 'request-rejected']);
  });

  test('fail without waiting too if reads for another pair show that one is gone', async () => {
    const [kept, written] = manyDesired(2);
    if (!kept || !written) throw new Error('two pairs');
    const association = { asn: kept.asn, state: A, statusMessage: '' };
    const cidrs = [kept, written].map(({ cidr }) =>
      observedCidr({ cidr, associations: cidr === kept.cidr ? [association] : [] }),
    );
    const context = virtualContext(600);
    const errors = [callErrors.rejected];
    const ec2 = virtualEc2(context.clock, { answer: () => errors.shift() });
    const run = startRun([kept, written], cidrs, ec2, context);
    await applyAndWait('accepted', run);
    expect(run.runState.pairs().map(stateOf)).toEqual(['association-failed', 'request-rejected']);
  });

  test('are all waited for if a later read no longer lists one that was pending', async () => {
    const asns = ['64500', '64501', '64502'];
    const [lost, seen, last] = asns.map((asn) => desiredOf(asn));
    if (!lost || !seen || !last) throw new Error('three pairs');
    const listing = (states: Readonly<Record<string, string>>) => [
      observedCidr({
        associations: Object.entries(states).map(([asn, state]) => ({
          asn,
          state,
          statusMessage: '',
        })),
      }),
    ];
    const reads = [
      listing({ 64500: 'pending-association', 64501: 'pending-association' }),
      listing({ 64500: 'associated', 64502: 'pending-association' }),
    ];
    const end = listing({ 64500: 'associated', 64502: 'associated' });
    const ec2 = memoryEc2({ associateCalls: [callErrors.ambiguous, callErrors.ambiguous] });
    const run = startRun([lost, seen, last], [observedCidr()], ec2, virtualContext(900));
    const readCidrs = async () => reads.shift() ?? end;
    await applyAndWait('end-state', { ...run, readCidrs });
    expect(run.runState.pairs().map(stateOf)).toEqual(['associated', 'wait-timeout', 'associated']);
    expect(run.runState.pair(seen).changed).toBe(false);
  });

  test('make at most eight calls in parallel', async () => {
    const { run, ec2 } = fleet(manyDesired(40), { delay: () => 1_000 });
    await applyAndWait('accepted', run);
    expect(ec2.maxInFlight()).toBe(8);
  });

  test('of one CIDR are associated one after the other, in parallel with other CIDRs', async () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 64_496, max: 64_511 })),
      {
        selector: ([cidr, asn]) => `${cidr} ${asn}`,
        minLength: 1,
        maxLength: 30,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        pairs,
        fc.array(fc.nat({ max: 3_000 }), { minLength: 1 }),
        async (drawn, late) => {
          const desired = drawn.map(([cidr, asn]) =>
            desiredOf(String(asn), `2001:db8:${cidr.toString(16)}::/48`),
          );
          const { run, ec2 } = fleet(desired, { delay: (nth) => late[nth % late.length] ?? 0 });
          await applyAndWait('accepted', run);
          expect(ec2.calls).toHaveLength(desired.length);
          for (const ofCidr of Map.groupBy(
            ec2.calls,
            ({ association }) => association.cidr,
          ).values()) {
            const ends = ofCidr.map(({ answered }) => answered);
            expect(ofCidr.slice(1).every(({ sent }, index) => sent >= (ends[index] ?? 0))).toBe(
              true,
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test.each([
    ['it accepts the new one', [], ['associate', 'disassociate']],
    ['nothing else if it refuses the new one', [callErrors.rejected], ['associate']],
  ])('of one CIDR: EC2 is asked to remove the old ASN after %s', async (_, errors, calls) => {
    const cidr = '198.51.100.0/24';
    const pairs = [desiredOf('64500', cidr, { remove: true }), desiredOf('64501', cidr)];
    const item = { asn: '64500', state: A, statusMessage: '' };
    const cidrs = [observedCidr({ cidr, associations: [item] })];
    const context = virtualContext(600);
    const ec2 = virtualEc2(context.clock, {
      answer: ({ asn }) => (asn === '64501' ? errors[0] : undefined),
    });
    const made: string[] = [];
    const own = {
      ...ec2,
      associate: (...args: Parameters<typeof ec2.associate>) => {
        made.push('associate');
        return ec2.associate(...args);
      },
      disassociate: async () => {
        made.push('disassociate');
        return { state: 'pending-disassociation', statusMessage: '', requestId: 'req-1' };
      },
    };
    const run = startRun(pairs, cidrs, own, context);
    await applyAndWait('accepted', { ...run, readCidrs: async () => cidrs });
    expect(made).toEqual(calls);
    const [removal] = run.runState.pairs().filter(({ association }) => association.remove);
    expect(removal).toMatchObject({ changed: calls.length === 2, failure: undefined });
  });

  test('share one listing for each poll', async () => {
    const polls = async (count: number) => {
      const { run, ec2 } = fleet(manyDesired(count), { transitionMs: 20_000 });
      await applyAndWait('end-state', run);
      return ec2.reads;
    };
    const [one, forty] = [await polls(1), await polls(40)];
    expect(forty).toEqual(one);
    expect(one).toHaveLength(5);
  });
});

describe('if a failure stops the others', () => {
  test('no call is started, and what EC2 accepted is still waited for', async () => {
    const pairs = manyDesired(30);
    const { run, ec2, states } = fleet(pairs, denying(pairs[10]));
    await applyAndWait('end-state', run);
    const called = ec2.calls.length;
    expect(called).toBeGreaterThan(10);
    expect(called).toBeLessThanOrEqual(10 + 8);
    expect(states()).toEqual([
      ...Array(10).fill(A),
      'access-denied',
      ...Array(called - 11).fill(A),
      ...Array(30 - called).fill('absent'),
    ]);
  });

  test('an old failure of a pair that was not started does not count as a new one, without waiting', async () => {
    const [old, ...others] = manyDesired(2);
    if (!old) throw new Error('two pairs');
    const association = { asn: old.asn, state: F ?? '', statusMessage: 'of last week' };
    const cidrs = [old, ...others].map(({ cidr }) =>
      observedCidr({ cidr, associations: cidr === old.cidr ? [association] : [] }),
    );
    const context = virtualContext(900);
    const run = startRun([old, ...others], cidrs, virtualEc2(context.clock), context, 'stop');
    await applyAndWait('accepted', { ...run, mayStart: () => false });
    expect(run.runState.pair(old)).toMatchObject({ state: F, failure: undefined });
  });

  test('a failure of another target stops this one too', async () => {
    const { run, ec2, clock, states } = fleet(manyDesired(40), { delay: () => 1_000 });
    const mayStart = () => clock.now() < 2_500;
    await applyAndWait('end-state', { ...run, mayStart });
    expect(ec2.calls).toHaveLength(24);
    expect(states().filter((state) => state === A)).toHaveLength(24);
    expect(states().filter((state) => state === 'absent')).toHaveLength(16);
  });

  test('the run does not wait for the rate limiter for calls that it will not start', async () => {
    const pairs = manyDesired(200);
    const { run, clock } = fleet(pairs, denying(pairs[0]));
    await applyAndWait('accepted', run);
    expect(clock.now()).toBeLessThan(1_000);
  });
});

describe('a pair that was associated before the run', () => {
  test('and is gone before the wait begins is waited for, even as the only pair', async () => {
    const [kept, other] = [desiredOf(), desiredOf('64501')];
    const context = virtualContext(900);
    const gone = 'pending-disassociation';
    const ec2 = memoryEc2({ reads: [gone], associateCalls: [callErrors.rejected] });
    const before = { asn: kept.asn, state: A ?? '', statusMessage: '' };
    const run = startRun([kept, other], [observedCidr({ associations: [before] })], ec2, context);
    await applyAndWait('end-state', run);
    expect(run.runState.pair(kept)).toMatchObject({
      step: 'keep',
      state: gone,
      failure: { reason: 'association-busy' },
    });
    expect(run.runState.pair(other).failure?.reason).toBe('request-rejected');
  });
});

describe('if a failure does not stop the others', () => {
  test('all other pairs reach their end state', async () => {
    const pairs = manyDesired(30);
    const { run, ec2, states } = fleet(pairs, denying(pairs[10]), { onFailure: 'continue' });
    await applyAndWait('end-state', run);
    expect(ec2.calls).toHaveLength(30);
    expect(states()).toEqual([...Array(10).fill(A), 'access-denied', ...Array(19).fill(A)]);
  });

  test('each pair has its own failure and next step', async () => {
    const pairs = manyDesired(3);
    const { run } = fleet(
      pairs,
      {
        answer: ({ cidr }) =>
          cidr === pairs[0]?.cidr
            ? callErrors.denied
            : cidr === pairs[1]?.cidr
              ? callErrors.rejected
              : undefined,
        endState: () => 'failed-association',
      },
      { onFailure: 'continue' },
    );
    await applyAndWait('end-state', run);
    expect(run.runState.pairs().map(({ failure }) => failure?.reason)).toEqual([
      'access-denied',
      'request-rejected',
      'association-failed',
    ]);
  });

  test.each([
    ['one read', 1],
    ['the last read before its turn', 4],
  ])('%s that is unclear about a pair does not fail it', async (_, unclearRead) => {
    const pairs = ['64500', '64501'].map((asn) => desiredOf(asn));
    const lost = [callErrors.ambiguous, undefined, undefined];
    const { run, ec2, states } = fleet(pairs, { answer: () => lost.shift() });
    let reads = 0;
    const readCidrs = async () => {
      reads += 1;
      const listed = ['pending-disassociation', A].map((state) => ({
        ...{ asn: '64501', state, statusMessage: '' },
      }));
      return [observedCidr({ associations: reads === unclearRead ? listed : [] })];
    };
    await applyAndWait('accepted', { ...run, readCidrs });
    expect(states()).toEqual([P, P]);
    expect(ec2.calls).toHaveLength(3);
    expect(reads).toBe(unclearRead === 4 ? 5 : 4);
  });

  test('a defect fails its pair as a defect', async () => {
    const { run } = fleet(manyDesired(2), {}, { onFailure: 'continue' });
    const associate = async () => {
      throw new TypeError('x is not a function');
    };
    await applyAndWait('end-state', { ...run, ec2: { ...run.ec2, associate } });
    expect(run.runState.pairs()).toMatchObject(
      Array(2).fill({
        failure: {
          reason: 'internal-error',
          message: 'Unexpected: TypeError: x is not a function',
        },
      }),
    );
  });
});

describe('the deadline of several pairs', () => {
  const hundred = () =>
    fleet(manyDesired(100), { delay: () => 500 }, { seconds: 5, onFailure: 'continue' });

  test('is recorded with each pair that did not start', async () => {
    const { run, ec2 } = hundred();
    await applyAndWait('end-state', run);
    const last = run.runState.pairs().at(-1);
    expect(last).toMatchObject({
      state: 'absent',
      changed: false,
      failure: {
        reason: 'wait-timeout',
        message: 'Not started: the deadline of 5 s was reached first',
        next: 'Run the workflow again with a longer wait-timeout-seconds; what is done is kept.',
      },
    });
    expect(ec2.calls.every(({ sent }) => sent < 5_000)).toBe(true);
    expect(run.runState.pairs().filter(({ changed }) => changed)).toHaveLength(ec2.calls.length);
  });

  test('is one failure for all pairs that did not start', async () => {
    const { run } = hundred();
    await applyAndWait('accepted', run);
    const failures = new Set(run.runState.pairs().flatMap(({ failure }) => failure ?? []));
    expect(failures.size).toBe(1);
  });

  test('ends the run, except for calls in flight', async () => {
    const { run, clock } = hundred();
    await applyAndWait('accepted', run);
    // Eight had passed the rate limiter when the deadline passed.
    expect(clock.now()).toBeLessThanOrEqual(5_000 + 8 * 205 + 500);
  });
});

describe("EC2's rate", () => {
  test('is never exceeded and is used to at least nine tenths, for any number of pairs', async () => {
    const delays = fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), delays, async (count, late) => {
        const { run, ec2 } = fleet(manyDesired(count), {
          delay: (nth) => late[nth % late.length] ?? 0,
        });
        await applyAndWait('accepted', run);
        expect(ec2.calls).toHaveLength(count);
        expect(ec2.calls.filter(({ throttled }) => throttled)).toEqual([]);
        const bound = ((count - 50) / 5) * 1000;
        const took = ec2.calls.at(-1)?.answered ?? 0;
        if (count >= 100) expect(took).toBeLessThanOrEqual(bound * 1.1);
      }),
      { numRuns: 25 },
    );
  });

  test('that other callers used up throttles one round of calls, and no more', async () => {
    const { run, ec2, states } = fleet(manyDesired(100), { bucket: 'empty', delay: () => 50 });
    await applyAndWait('end-state', run);
    expect(states()).toEqual(Array(100).fill(A));
    expect(ec2.calls.filter(({ throttled }) => throttled).length).toBeLessThanOrEqual(8);
    expect(ec2.calls.at(-1)?.answered).toBeLessThan((100 / 5) * 1000 * 1.2);
  });
});
