import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pollDelay } from '../../../src/apply/read.ts';
import { waitForEndState } from '../../../src/apply/wait.ts';
import { ownError } from '../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../src/aws/errors/to-failure.ts';
import { Failure } from '../../../src/failure.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { type Ec2Script, memoryEc2 } from '../../fakes/memory-ec2.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { virtualEc2 } from '../../fakes/virtual-ec2.ts';
import { startRun, virtualRun } from '../../fakes/virtual-run.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { observedCidr } from '../plan/observed-cidr.ts';

const { throttled, unsent, ambiguous, unanswered, denied, credentials } = callErrors;
const [P, A, F] = ['pending-association', 'associated', 'failed-association'];

/** What is known of the pair at the end of a wait, its failure if any, and the run. */
async function wait(script: Ec2Script, options: Parameters<typeof virtualRun>[1] = {}) {
  const run = virtualRun(script, options);
  await waitForEndState([run.association], run.clock.now(), run);
  const { failure, ...pair } = run.outcome();
  return { failure, pair, run };
}

describe('a wait', () => {
  test('ends when AWS lists the pair as associated', async () => {
    const { failure, pair } = await wait({ reads: ['absent', P, P, A] });
    expect(failure).toBeUndefined();
    expect(pair).toMatchObject({ state: A, statusMessage: '' });
  });

  test('reads for the first time after two seconds', async () => {
    const { run } = await wait({ reads: [A] });
    expect(run.clock.now()).toBe(2_000);
  });

  test('logs every change of state once, with the elapsed time', async () => {
    const { run } = await wait({ reads: [P, P, P, A] }, { before: P });
    expect(run.lines).toEqual(['00:16 198.51.100.0/24 with AS64500 is associated']);
  });

  test.each([
    ['failed-association', 'association-failed', /could not associate/],
    ['pending-disassociation', 'association-busy', /disassociated/],
    ['failed-disassociation', 'association-busy', /disassociated/],
  ])("fails when AWS lists %s, with AWS's status message", async (state, reason, likely) => {
    const reads = ['absent', state];
    const { failure, pair } = await wait({ reads, statusMessage: 'ROA not found' });
    expect(failure).toMatchObject({
      reason,
      message: `198.51.100.0/24 with AS64500 in us-west-2 is ${state}: ROA not found`,
      likely: expect.stringMatching(likely),
    });
    expect(pair).toMatchObject({ state, statusMessage: 'ROA not found' });
  });

  test('says so if AWS gives no status message', async () => {
    const { failure } = await wait({ reads: [F] });
    expect(failure).toMatchObject({
      message: `198.51.100.0/24 with AS64500 in us-west-2 is ${F} without a status message`,
    });
  });

  test('continues after a listing without the pair', async () => {
    const { failure } = await wait({ reads: [...Array(10).fill('absent'), A] });
    expect(failure).toBeUndefined();
  });

  test('ends when AWS lists the pair as advertised, and reports that state', async () => {
    const { failure, pair, run } = await wait({ reads: [P, 'advertised'] }, { before: P });
    expect(failure).toBeUndefined();
    expect(pair).toMatchObject({ state: 'advertised' });
    expect(run.lines).toEqual(['00:05 198.51.100.0/24 with AS64500 is advertised']);
  });

  test.each(['disassociated', F])(
    'continues after one stale read of the earlier association of a %s pair',
    async (before) => {
      const { failure, pair } = await wait({ reads: [A, before, P, A, A] }, { before });
      expect(failure).toBeUndefined();
      expect(pair).toMatchObject({ state: A, before });
      const stale = await wait({ reads: [A, before] }, { before: 'disassociated', seconds: 60 });
      expect(stale.failure).toBeDefined();
    },
  );

  test('says at the deadline that only one read showed the association', async () => {
    const { failure } = await wait({ reads: [A] }, { before: 'disassociated', seconds: 3 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message:
        '198.51.100.0/24 with AS64500 in us-west-2 is still associated (not confirmed by a second read) after 3 s',
    });
  });

  test('continues while the listing contradicts itself, and ends with a clear one', async () => {
    const [both, clear] = [
      [A, 'pending-disassociation'],
      [A, 'disassociated'],
    ];
    const reads = [both, both, clear];
    const run = virtualRun({}, { before: P });
    let nth = 0;
    const snapshot = async () => {
      const states = reads[nth] ?? clear;
      nth += 1;
      const associations = (states ?? []).map((state = '') => ({
        asn: '64500',
        state,
        statusMessage: '',
      }));
      return [observedCidr({ associations })];
    };
    await waitForEndState([run.association], 0, { ...run, readCidrs: snapshot });
    expect(run.outcome()).toMatchObject({ state: A, statusMessage: '', failure: undefined });
    expect(run.lines).toEqual([
      '00:02 198.51.100.0/24 with AS64500 is unknown: AWS lists it more than once: associated, pending-disassociation',
      '00:09 198.51.100.0/24 with AS64500 is associated',
    ]);
  });

  test('continues after a stale listing with the old failure', async () => {
    const { failure, pair } = await wait({ reads: [F, F, F, P, A] }, { before: F });
    expect(failure).toBeUndefined();
    expect(pair).toMatchObject({ state: A, before: F });
  });

  test('fails when the pair is no longer listed', async () => {
    const { failure } = await wait({ reads: [P, 'absent'] });
    expect(failure).toMatchObject({ reason: 'association-failed' });
  });

  test('for several pairs fails each on its own, and continues for the others', async () => {
    const pairs = [desiredOf(), desiredOf('64501')];
    const ec2 = memoryEc2({ reads: [P, F], statusMessage: 'ROA' });
    const run = startRun(pairs, [observedCidr()], ec2, virtualContext());
    await waitForEndState(pairs, 0, run);
    expect(run.runState.pairs().map(({ state, failure }) => [state, failure?.reason])).toEqual([
      [F, 'association-failed'],
      ['absent', 'wait-timeout'],
    ]);
    expect(run.clock.now()).toBe(900_000);
  });

  test('counts the first two seconds from the time the first may have been accepted', async () => {
    const run = virtualRun({ reads: [A] });
    await run.clock.sleep(1_500);
    await waitForEndState([run.association], 0, run);
    expect(run.clock.now()).toBe(2_000);
  });

  test('that begins late counts them from the same time', async () => {
    const run = virtualRun({ reads: [A] });
    await run.clock.sleep(1_500);
    await waitForEndState([run.association], 1_000, run);
    expect(run.clock.now()).toBe(3_000);
  });

  test('does not change a pair that has failed', async () => {
    const pairs = [desiredOf(), desiredOf('64501')];
    const ec2 = memoryEc2({ reads: [F, A], statusMessage: 'ROA' });
    const run = startRun(pairs, [observedCidr()], ec2, virtualContext(60));
    await waitForEndState(pairs, 0, run);
    expect(run.runState.pairs()[0]).toMatchObject({
      state: F,
      failure: { reason: 'association-failed' },
    });
  });

  test('logs a new status message of an unchanged state', async () => {
    const script = { reads: [P, P, A], statusMessage: 'ROA validated' };
    const { run } = await wait(script, { before: P });
    expect(run.lines).toEqual([
      `00:02 198.51.100.0/24 with AS64500 is ${P}: ROA validated`,
      '00:09 198.51.100.0/24 with AS64500 is associated: ROA validated',
    ]);
  });

  test('logs its progress after every read of several pairs', async () => {
    const pairs = manyDesired(2);
    const context = virtualContext();
    const ec2 = virtualEc2(context.clock, { transitionMs: 0 });
    for (const pair of pairs) await ec2.associate(pair, context.cancelled);
    const run = startRun(pairs, [], ec2, context);
    await waitForEndState(pairs, 0, run);
    expect(context.lines.at(-1)).toBe('2 of 2 associated, 0 pending, 00:02');
  });

  test('for no pairs ends immediately', async () => {
    const run = virtualRun({ reads: [denied] });
    await waitForEndState([], 0, run);
    expect(run.clock.now()).toBe(0);
  });
});

describe('the deadline', () => {
  test('ends the wait with the last state seen', async () => {
    const { failure, pair, run } = await wait({ reads: [P] }, { seconds: 60 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: `198.51.100.0/24 with AS64500 in us-west-2 is still ${P} after 60 s`,
    });
    expect(pair).toMatchObject({ state: P });
    expect(run.clock.now()).toBe(60_000);
  });

  test('that several pairs reach is one failure, with the states of all', async () => {
    const pairs = [desiredOf(), desiredOf('64501')];
    const context = virtualContext(60);
    const run = startRun(pairs, [observedCidr()], memoryEc2({ reads: [P] }), context);
    await waitForEndState(pairs, 0, run);
    const [first, second] = run.runState.pairs();
    expect(first?.failure).toMatchObject({
      reason: 'wait-timeout',
      message: `2 associations in us-west-2 are still ${P}, absent after 60 s`,
      likely: 'AWS needs longer than wait-timeout-seconds; it continues without this run.',
    });
    expect(second?.failure).toBe(first?.failure);
  });

  test('ends the wait for an unknown state, and reports it verbatim', async () => {
    const { failure, pair } = await wait({ reads: ['validating'] }, { seconds: 60 });
    expect(failure).toMatchObject({ reason: 'wait-timeout' });
    expect(pair).toMatchObject({ state: 'validating' });
  });

  test('ends the wait with the error of the last read', async () => {
    const { failure, pair } = await wait({ reads: [P, throttled] }, { seconds: 60 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: expect.stringContaining(
        `is still ${P} after 60 s (the last read failed: RequestLimitExceeded`,
      ),
    });
    expect(pair).toMatchObject({ state: P });
  });

  test('does not mention a failed read that a later one made up for', async () => {
    const { failure } = await wait({ reads: [throttled, unanswered, P] }, { seconds: 60 });
    expect(failure?.message).toBe(
      `198.51.100.0/24 with AS64500 in us-west-2 is still ${P} after 60 s`,
    );
  });

  test('does not change pairs that reached their end state before', async () => {
    const pairs = manyDesired(2);
    const context = virtualContext(60);
    const [first] = pairs;
    const endState = ({ cidr }: { readonly cidr: string }) => (cidr === first?.cidr ? A : P) ?? '';
    const ec2 = virtualEc2(context.clock, { transitionMs: 0, endState });
    for (const pair of pairs) await ec2.associate(pair, context.cancelled);
    const run = startRun(pairs, [], ec2, context);
    await waitForEndState(pairs, 0, run);
    expect(run.runState.pairs().map(({ state, failure }) => [state, failure?.reason])).toEqual([
      [A, undefined],
      [P, 'wait-timeout'],
    ]);
    expect(run.runState.pairs()[1]?.failure?.message).toContain(`${pairs[1]?.cidr} with AS64500`);
  });

  test('can come before the first read', async () => {
    const { failure, run } = await wait({ reads: [A] }, { before: P, seconds: 1 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: `198.51.100.0/24 with AS64500 in us-west-2 is still ${P} after 1 s`,
    });
    expect(run.clock.now()).toBe(1_000);
  });
});

describe('a deadline that leaves no time for a response', () => {
  test('ends the wait with the last state, without another read', async () => {
    const { failure, pair } = await wait({ reads: [A] }, { before: P, seconds: 2.9 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: `198.51.100.0/24 with AS64500 in us-west-2 is still ${P} after 2.9 s`,
    });
    expect(pair).toMatchObject({ state: P });
  });

  test('is not the fault of a read that the rate limiter held back until then', async () => {
    const { failure, run } = await wait(
      { reads: [P, ownError('TooLate', 'no time was left')] },
      { seconds: 60 },
    );
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: `198.51.100.0/24 with AS64500 in us-west-2 is still ${P} after 60 s`,
    });
    expect(run.lines.join('\n')).not.toContain('not read');
  });

  test('does not hide the error of the read before', async () => {
    const reads = [P, ...Array(4).fill(ambiguous), ownError('TooLate', 'no time was left')];
    const { failure } = await wait({ reads }, { seconds: 60 });
    expect(failure?.message).toContain('(the last read failed: InternalError');
  });
});

describe('reads that fail', () => {
  test.each([
    ['throttled', [P, ...Array(8).fill(throttled), A]],
    ['not sent', [P, ...Array(9).fill(unsent), A]],
    ['lost', [P, ...Array(9).fill(ambiguous), A]],
    ['unanswered', [unanswered, P, unanswered, A]],
  ])('because they are %s slow the wait down but never fail it', async (_, reads) => {
    const { failure, pair } = await wait({ reads });
    expect(failure).toBeUndefined();
    expect(pair).toMatchObject({ state: A });
  });

  test('say nothing about the pair: a lost read is not an absence', async () => {
    const reads = [P, 'absent', 'absent', ...Array(8).fill(unsent), P, A];
    expect((await wait({ reads })).failure).toBeUndefined();
  });

  test.each([
    [denied, 'access-denied'],
    [credentials, 'credentials-rejected'],
  ])('because AWS refuses them end the wait: $message', async (error, reason) => {
    const { failure, pair } = await wait({ reads: [P, error] });
    expect(failure).toMatchObject({ reason, cause: error });
    expect(pair).toMatchObject({ state: P });
  });
});

describe('a session that cannot be renewed', () => {
  const renewal = (error: (typeof callErrors)[keyof typeof callErrors]) =>
    toFailure('assume arn:aws:iam::111122223333:role/byoasn-apply', error);

  test.each([
    ['throttled', throttled],
    ['not sent', unsent],
    ['lost', ambiguous],
    ['unanswered', unanswered],
  ])('because its request is %s slows the wait down but never fails it', async (_, error) => {
    const { failure, pair } = await wait({ reads: [P, ...Array(9).fill(renewal(error)), A] });
    expect(failure).toBeUndefined();
    expect(pair).toMatchObject({ state: A });
  });

  test('says nothing about the pair: it is not an absence', async () => {
    const reads = [P, 'absent', 'absent', ...Array(8).fill(renewal(unsent)), P, A];
    expect((await wait({ reads })).failure).toBeUndefined();
  });

  test('is logged, and reported if the deadline passes', async () => {
    const { failure, run } = await wait({ reads: [P, renewal(unsent)] }, { seconds: 60 });
    expect(run.lines).toContain('00:05 not read: ECONNREFUSED: connect ECONNREFUSED');
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: expect.stringMatching(
        /\(the last read failed: ECONNREFUSED: connect ECONNREFUSED\)$/,
      ),
    });
  });

  test.each([denied, credentials, callErrors.rejected])(
    'because AWS rejects it ends the wait with that error: $message',
    async (error) => {
      const refused = renewal(error);
      const { failure, pair } = await wait({ reads: [P, refused, A] });
      expect(failure).toBe(refused);
      expect(pair).toMatchObject({ state: P });
    },
  );
});

describe('a read that fails', () => {
  test('because the run is cancelled ends the wait with the cancellation', async () => {
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const { failure } = await wait({ reads: [P, cancelled, A] });
    expect(failure).toBe(cancelled);
  });

  test('with a defect ends the wait with the defect, for every pair', async () => {
    const pairs = [desiredOf(), desiredOf('64501')];
    const ec2 = memoryEc2({ reads: [P, new TypeError('x is not a function')] });
    const run = startRun(pairs, [observedCidr()], ec2, virtualContext());
    await waitForEndState(pairs, 0, run);
    const [first, second] = run.runState.pairs();
    expect(first?.failure).toMatchObject({
      reason: 'internal-error',
      message: 'Unexpected: TypeError: x is not a function',
    });
    expect(second?.failure).toBe(first?.failure);
  });

  test('because AWS rejects it, for a reason other than permission, comes without a policy', async () => {
    const { failure } = await wait({ reads: [callErrors.rejected] });
    expect(failure).toMatchObject({ reason: 'request-rejected', lines: [] });
  });

  test('because AWS denies it says what was read in which Region, with the policy', async () => {
    const { failure } = await wait({ reads: [denied] });
    expect(failure?.message).toMatch(
      /^Could not read the state of the associations in us-west-2: UnauthorizedOperation /,
    );
    expect(failure?.lines.join('\n')).toContain('ec2:DescribeByoipCidrs');
  });
});

describe('the delay before a poll', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('is two seconds before the first', () => {
    fc.assert(fc.property(random, (drawn) => pollDelay(1, () => drawn) === 2_000));
  });

  test('is between two and fifteen seconds', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 2_000 }), (drawn, nth) => {
        const delay = pollDelay(nth, () => drawn);
        expect(delay).toBeGreaterThanOrEqual(2_000);
        expect(delay).toBeLessThanOrEqual(15_000);
      }),
    );
  });

  test('grows by half from poll to poll, jitter aside', () => {
    const delays = [1, 2, 3, 4, 5].map((nth) => pollDelay(nth, () => 0.5));
    expect(delays).toEqual([2_000, 3_000, 4_500, 6_750, 10_125]);
  });

  test('stays between nine and fifteen seconds in the end, so that jobs do not poll in step', () => {
    for (const nth of [6, 20, 1_000]) {
      expect(pollDelay(nth, () => 0)).toBe(9_000);
      expect(pollDelay(nth, () => 1)).toBe(15_000);
    }
  });
});
