import { describe, expect, test } from 'vitest';
import { associate, isUnderWay } from '../../../src/apply/associate.ts';
import { CallError } from '../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../src/aws/errors/to-failure.ts';
import { Failure } from '../../../src/failure.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import type { Ec2Script } from '../../fakes/memory-ec2.ts';
import { virtualRun } from '../../fakes/virtual-run.ts';

const { throttled, unsent, ambiguous, unanswered, denied, rejected, credentials } = callErrors;
const { intercepted, invalid, permitted } = callErrors;
const [P, A, F] = ['pending-association', 'associated', 'failed-association'];

/** What is known once EC2 has accepted the call, or is known to have. */
async function accepted(script: Ec2Script, options: Parameters<typeof virtualRun>[1] = {}) {
  const run = virtualRun(script, options);
  await associate(run.association, run);
  return { ...run.outcome(), run };
}

/** The failure, and what is known besides. */
async function refused(script: Ec2Script, options: Parameters<typeof virtualRun>[1] = {}) {
  const run = virtualRun(script, options);
  const failure = await associate(run.association, run).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { failure, pair: run.outcome(), run };
}

describe('a call that EC2 accepts', () => {
  test('is a change, with the state and request id of the answer', async () => {
    const { run, ...pair } = await accepted({ associateCalls: ['req-1'] });
    expect(pair).toMatchObject({ changed: true, state: P, before: 'absent', requestId: 'req-1' });
    expect(run.clock.now()).toBe(0);
  });

  test.each(['absent', 'disassociated', F])('from %s is a change', async (before) => {
    expect(await accepted({ associateCalls: ['req-1'] }, { before })).toMatchObject({
      changed: true,
      state: P,
      before,
    });
  });

  test('is logged', async () => {
    const { run } = await accepted({ associateCalls: ['req-1'] });
    expect(run.lines).toEqual([
      '00:00 EC2 accepted 198.51.100.0/24 with AS64500: pending-association (request id req-1)',
    ]);
  });
});

test('the status message of an acceptance is logged and kept', async () => {
  const run = virtualRun({});
  const answer = { state: 'pending-association', statusMessage: 'queued', requestId: '' };
  await associate(run.association, { ...run, ec2: { ...run.ec2, associate: async () => answer } });
  expect(run.outcome()).toMatchObject({ statusMessage: 'queued' });
  expect(run.lines).toEqual([
    '00:00 EC2 accepted 198.51.100.0/24 with AS64500: pending-association: queued',
  ]);
});

test('a pair that had ended is written where a single read shows it as associated', async () => {
  const run = virtualRun(
    { reads: [denied], associateCalls: ['req-1'] },
    { before: 'disassociated' },
  );
  run.runState.update(run.association, { state: 'associated' });
  await associate(run.association, run);
  expect(run.outcome()).toMatchObject({ changed: true, state: P, requestId: 'req-1' });
});

describe('a call that was not carried out', () => {
  test.each([
    ['throttled once', [throttled, 'req-2']],
    ['throttled often', [...Array(20).fill(throttled), 'req-2']],
    ['not sent once', [unsent, 'req-2']],
    ['not sent twice', [unsent, unsent, 'req-2']],
    ['throttled and not sent', [throttled, unsent, throttled, throttled, unsent, 'req-2']],
  ])('because it was %s is repeated until EC2 accepts it', async (_, associateCalls) => {
    expect(await accepted({ reads: [denied], associateCalls })).toMatchObject({
      changed: true,
      state: P,
      requestId: 'req-2',
    });
  });

  test('is given up after the third time that it cannot be sent', async () => {
    const { failure, pair } = await refused({ associateCalls: [unsent, unsent, unsent] });
    expect(failure).toMatchObject({ reason: 'network-error', cause: unsent });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
  });

  test('is given up at the deadline while it is throttled', async () => {
    const associateCalls = Array(60).fill(throttled);
    const { failure, pair, run } = await refused({ associateCalls }, { seconds: 60 });
    expect(failure).toMatchObject({ reason: 'throttled' });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
    expect(run.deadline.remaining()).toBeGreaterThan(0);
  });

  test('is not repeated where its turn comes too late for an answer', async () => {
    const run = virtualRun({ associateCalls: [unsent, 'req-2'] }, { seconds: 10 });
    const acquire = () => run.clock.sleep(run.deadline.remaining() - 999);
    const associateLimiter = { ...run.associateLimiter, acquire };
    await expect(associate(run.association, { ...run, associateLimiter })).rejects.toMatchObject({
      reason: 'network-error',
      cause: unsent,
    });
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });
});

describe('a call whose answer was lost', () => {
  test.each([P, A, 'advertised', F])('and that reads back as %s was accepted', async (state) => {
    // A second write would be a call that the test did not foresee.
    const pair = await accepted({ reads: [state], associateCalls: [ambiguous] });
    expect(pair).toMatchObject({ changed: true, state, requestId: 'req-InternalError' });
  });

  test('was accepted when only the fourth read shows it', async () => {
    const reads = ['absent', 'absent', 'absent', P];
    const { run, ...pair } = await accepted({ reads, associateCalls: [unanswered] });
    expect(pair).toMatchObject({ changed: true, state: P, requestId: '' });
    expect(run.clock.now()).toBeLessThan(20_000);
  });

  test('is repeated when four reads show nothing', async () => {
    const reads = ['absent', 'absent', 'absent', 'absent', denied];
    const { run, ...pair } = await accepted({ reads, associateCalls: [ambiguous, 'req-2'] });
    expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-2' });
    expect(run.clock.now()).toBeGreaterThan(12_000);
  });

  test.each([throttled, unsent])(
    'and whose repetition was not carried out is not read back again: $message',
    async (error) => {
      const reads = ['absent', 'absent', 'absent', 'absent', denied];
      const pair = await accepted({ reads, associateCalls: [ambiguous, error, 'req-3'] });
      expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-3' });
    },
  );

  test('is logged, and so is the state that proves it', async () => {
    const { run } = await accepted({ associateCalls: [ambiguous, 'req-2'] });
    expect(run.lines).toEqual([
      expect.stringMatching(/^InternalError \(HTTP 500\): .*; reading back /),
      '00:16 198.51.100.0/24 with AS64500 is absent',
      expect.stringMatching(/^InternalError \(HTTP 500\): .*; retrying in /),
      expect.stringContaining('EC2 accepted'),
    ]);
  });

  describe.each(['disassociated', F])('of a pair that was %s', (before) => {
    test('was accepted once two reads in a row show it as associated', async () => {
      const pair = await accepted({ reads: [A, A], associateCalls: [ambiguous] }, { before });
      expect(pair).toMatchObject({ changed: true, state: A });
    });

    test('is repeated where one stale read showed the association that it was once', async () => {
      const script = { reads: [A, before], associateCalls: [ambiguous, 'req-2'] };
      const { run, ...pair } = await accepted(script, { before });
      expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-2' });
      expect(run.lines.join()).not.toContain('is associated');
    });

    test.each([
      ['was accepted', A],
      ['was accepted', 'advertised'],
    ])('%s where the read after the fourth confirms what that showed first', async (_, state) => {
      const reads = [before, before, before, A, state];
      const pair = await accepted({ reads, associateCalls: [ambiguous] }, { before });
      expect(pair).toMatchObject({ changed: true, state });
    });

    test('is repeated where the read after the fourth does not confirm it', async () => {
      const script = {
        reads: [before, before, before, A, before],
        associateCalls: [ambiguous, 'req-2'],
      };
      expect(await accepted(script, { before })).toMatchObject({ requestId: 'req-2', state: P });
    });

    test('is not known where nothing could be read after the first sight of it', async () => {
      const unread = Array(40).fill(throttled);
      const script = { reads: [before, before, before, A, ...unread], associateCalls: [ambiguous] };
      const { failure, pair } = await refused(script, { before });
      expect(failure).toMatchObject({ reason: 'service-error' });
      expect(pair).toMatchObject({ changed: false, state: 'unknown' });
    });
  });

  test('is not known where the listing contradicts itself, so that it is not repeated', async () => {
    const { failure, pair } = await refused({
      reads: ['unknown'],
      associateCalls: [ambiguous, 'req-2'],
    });
    expect(failure).toMatchObject({ reason: 'service-error' });
    expect(pair).toMatchObject({ changed: false, state: 'unknown' });
  });

  test('is repeated when four reads show the old failure', async () => {
    const script = { reads: [F], associateCalls: [ambiguous, 'req-2'] };
    expect(await accepted(script, { before: F })).toMatchObject({ requestId: 'req-2', state: P });
  });

  test('was accepted when its repetition is refused and the state shows it', async () => {
    const reads = ['absent', 'absent', 'absent', 'absent', P];
    const pair = await accepted({ reads, associateCalls: [ambiguous, rejected] });
    expect(pair).toMatchObject({ changed: true, state: P });
  });

  test('was accepted when its repetition is throttled, refused, and the state shows it', async () => {
    const reads = ['absent', 'absent', 'absent', 'absent', A];
    const pair = await accepted({ reads, associateCalls: [ambiguous, throttled, rejected] });
    expect(pair).toMatchObject({ changed: true, state: A });
  });

  test('fails when its repetition is refused and the state shows nothing', async () => {
    const { failure, pair } = await refused({ associateCalls: [ambiguous, rejected] });
    expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
  });

  test('is given up after the third time', async () => {
    const { failure, pair } = await refused({ associateCalls: [ambiguous, ambiguous, ambiguous] });
    expect(failure).toMatchObject({ reason: 'service-error' });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
  });

  test('is read back through throttling and faults', async () => {
    const reads = [throttled, ambiguous, unsent, P];
    expect(await accepted({ reads, associateCalls: [ambiguous] })).toMatchObject({ state: P });
  });

  test('leaves no message of the state before, which is not known any more', async () => {
    const script = { reads: [denied], associateCalls: [ambiguous] };
    const { pair } = await refused(script, { before: F, message: 'ROA not found' });
    expect(pair).toMatchObject({ state: 'unknown', statusMessage: '', before: F });
  });

  test('leaves the state unknown when it may not be read back', async () => {
    const { failure, pair } = await refused({ reads: [denied], associateCalls: [ambiguous] });
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: expect.stringContaining('read back the result of the call to associate'),
    });
    expect(pair).toMatchObject({ changed: false, state: 'unknown', before: 'absent' });
  });

  test('is not repeated when nothing could be read since, and its own error is reported', async () => {
    const unread = Array(40).fill(ambiguous);
    const { failure, pair } = await refused({
      reads: unread,
      associateCalls: [ambiguous, 'req-2'],
    });
    expect(failure).toMatchObject({
      reason: 'service-error',
      message: expect.stringContaining('Could not associate 198.51.100.0/24 with AS64500'),
    });
    expect(pair).toMatchObject({ changed: false, state: 'unknown' });
  });

  test('ends as cancelled when the run is cancelled before the next one', async () => {
    const run = virtualRun({ associateCalls: [throttled, 'req-2'] });
    const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    const clock = { ...run.clock, sleep: () => Promise.reject(cancelled) };
    await expect(associate(run.association, { ...run, clock })).rejects.toBe(cancelled);
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });

  test.each(['pending-disassociation', 'disassociated', 'failed-disassociation'])(
    'fails when someone disassociates the pair meanwhile (%s)',
    async (state) => {
      const { failure, pair } = await refused({ reads: [state], associateCalls: [ambiguous] });
      expect(failure).toMatchObject({
        reason: 'association-busy',
        message: `198.51.100.0/24 with AS64500 in us-west-2 is ${state} after an associate call whose answer was lost`,
      });
      expect(pair).toMatchObject({ state });
    },
  );

  test('is repeated when the old failure has only vanished from the listing', async () => {
    const script = { reads: ['absent'], associateCalls: [ambiguous, 'req-2'] };
    const options = { before: F };
    expect(await accepted(script, options)).toMatchObject({ requestId: 'req-2', state: P });
  });

  test.each(['validating', 'associated-elsewhere', 'not-associated'])(
    'ends in unknown-state, not in busy, where AWS shows a state that is not known (%s)',
    async (state) => {
      const { failure, pair } = await refused({ reads: [state], associateCalls: [ambiguous] });
      expect(failure).toMatchObject({ reason: 'unknown-state' });
      expect(pair).toMatchObject({ state });
    },
  );

  test('ends by the deadline', async () => {
    const { failure, pair, run } = await refused({ associateCalls: [unanswered] }, { seconds: 5 });
    expect(failure).toMatchObject({ name: 'Failure' });
    expect(pair).toMatchObject({ changed: false });
    expect(run.clock.now()).toBeLessThanOrEqual(5_000);
  });
});

describe.each([
  [intercepted, 'network-error'],
  [permitted, 'request-rejected'],
])('a call whose answer is none of an associate call: $message', (error, reason) => {
  test.each([P, A, F])('was accepted where it reads back as %s', async (state) => {
    const pair = await accepted({ reads: ['absent', state], associateCalls: [error] });
    expect(pair).toMatchObject({ changed: true, state, requestId: error.result.requestId });
  });

  test('is not repeated when four reads show nothing, for the same would come back', async () => {
    const { failure, pair, run } = await refused({ associateCalls: [error] });
    expect(failure).toMatchObject({ reason, cause: error });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
    expect(run.lines[0]).toMatch(/; reading back whether EC2 carried it out$/);
    expect(run.clock.now()).toBeGreaterThan(12_000);
  });

  test('leaves the state unknown where the reads are answered so too', async () => {
    const { failure, pair } = await refused({ reads: [intercepted], associateCalls: [error] });
    expect(failure).toMatchObject({ reason: 'network-error' });
    expect(pair).toMatchObject({ changed: false, state: 'unknown' });
  });
});

describe('a call for which the session has expired', () => {
  /** A run that can renew its session so often, and how often it did. */
  function renewing(script: Ec2Script, renewals: readonly (boolean | Failure)[]) {
    const left = [...renewals];
    const run = virtualRun(script);
    const renew = async () => {
      const renewed = left.shift();
      if (typeof renewed === 'boolean') return renewed;
      throw renewed ?? new Error('a renewal that the test did not foresee');
    };
    return { run: { ...run, renew }, left };
  }

  test('was not carried out, and is sent again with a new one, without reading back', async () => {
    const { run, left } = renewing({ reads: [denied], associateCalls: [credentials, 'req-2'] }, [
      true,
    ]);
    await associate(run.association, run);
    expect(run.outcome()).toMatchObject({ changed: true, state: P, requestId: 'req-2' });
    expect(left).toEqual([]);
  });

  test.each([
    ['twice', [credentials, credentials], [true]],
    ['and there is no other one', [credentials], [false]],
  ])('%s is refused for its credentials', async (_, associateCalls, renewals) => {
    const { run } = renewing({ associateCalls }, renewals);
    await expect(associate(run.association, run)).rejects.toMatchObject({
      reason: 'credentials-rejected',
      cause: credentials,
    });
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });

  test('and cannot be renewed fails with what renewing says', async () => {
    const refusal = new Failure('oidc-denied', 'no more');
    const { run } = renewing({ associateCalls: [credentials] }, [refusal]);
    await expect(associate(run.association, run)).rejects.toBe(refusal);
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });

  test('after a lost answer is sent again once four reads have shown nothing', async () => {
    const { run } = renewing({ associateCalls: [ambiguous, credentials, 'req-3'] }, [true]);
    await associate(run.association, run);
    expect(run.outcome()).toMatchObject({ changed: true, state: P, requestId: 'req-3' });
  });
});

describe('a call by a clock that is off', () => {
  const skewed = (error: CallError, code = error.result.code) =>
    new CallError({ ...error.result, code, clockCorrected: true });

  test('is sent once more where EC2 refuses its signature', async () => {
    const associateCalls = [skewed(credentials, 'AuthFailure'), 'req-2'];
    expect(await accepted({ reads: [denied], associateCalls })).toMatchObject({
      requestId: 'req-2',
    });
  });

  test('is final where EC2 denies it', async () => {
    const { failure, run } = await refused({ associateCalls: [skewed(denied)] });
    expect(failure).toMatchObject({ reason: 'access-denied' });
    expect(run.clock.now()).toBe(0);
  });

  test('is read back, and not written twice, where its answer is lost', async () => {
    const pair = await accepted({ reads: [A], associateCalls: [skewed(ambiguous)] });
    expect(pair).toMatchObject({ changed: true, state: A });
  });

  test('waits out a throttle', async () => {
    const associateCalls = [...Array(20).fill(skewed(throttled)), 'req-2'];
    expect(await accepted({ reads: [denied], associateCalls })).toMatchObject({
      requestId: 'req-2',
    });
  });
});

describe('a call that EC2 refuses', () => {
  test.each([
    [denied, 'access-denied'],
    [rejected, 'request-rejected'],
    [credentials, 'credentials-rejected'],
    [invalid, 'invalid-input'],
  ])('ends at once: $message', async (error, reason) => {
    const { failure, pair, run } = await refused({ reads: [credentials], associateCalls: [error] });
    expect(failure).toMatchObject({ reason, cause: error });
    expect(pair).toMatchObject({
      changed: false,
      state: 'absent',
      requestId: error.result.requestId ?? '',
    });
    expect(run.clock.now()).toBe(0);
  });

  test("says what was being done, and AWS's code, text and request id", async () => {
    const { failure } = await refused({ associateCalls: [rejected] });
    expect(failure).toMatchObject({
      message:
        'Could not associate 198.51.100.0/24 with AS64500 in us-west-2: IncorrectState (HTTP 400): The association is pending. (request id req-IncorrectState)',
    });
  });

  test('for want of permission comes with the smallest policy', async () => {
    const { failure } = await refused({ associateCalls: [denied] });
    const [title, ...policy] =
      failure instanceof Error && 'lines' in failure ? asTexts(failure.lines) : [];
    expect(title).toBe('Smallest policy for the role, for this Region:');
    expect(JSON.parse(policy.join('\n'))).toMatchObject({ Version: '2012-10-17' });
    expect(policy.join('\n')).toContain('ec2:AssociateIpamByoasn');
  });

  test('for another reason comes without one', async () => {
    const { failure } = await refused({ associateCalls: [rejected] });
    expect(failure).toMatchObject({ lines: [] });
  });

  test('leaves the state that was read before, with its message', async () => {
    const options = { before: F, message: 'ROA not found' };
    const { pair } = await refused({ associateCalls: [denied] }, options);
    expect(pair).toMatchObject({ state: F, statusMessage: 'ROA not found', changed: false });
  });
});

describe('a call that EC2 rejects', () => {
  test.each([P, A])('was not needed where AWS shows the pair as %s by now', async (state) => {
    const { run, ...pair } = await accepted({ reads: [state, denied], associateCalls: [rejected] });
    expect(pair).toMatchObject({ state, changed: false, failure: undefined });
    expect(run.clock.now()).toBe(0);
    expect(run.lines).toEqual([
      `00:00 198.51.100.0/24 with AS64500 is ${state}`,
      'IncorrectState (HTTP 400): The association is pending. (request id req-IncorrectState); it is under way without this call',
    ]);
  });

  test('was not needed where two reads show what had ended before as associated by now', async () => {
    const script = { reads: [A, A, denied], associateCalls: [rejected] };
    const { run, ...pair } = await accepted(script, { before: 'disassociated' });
    expect(pair).toMatchObject({ state: A, changed: false, failure: undefined });
    expect(run.clock.now()).toBeGreaterThanOrEqual(2_000);
  });

  test.each([
    ['shows that it was stale', 'disassociated'],
    ['cannot be made', denied],
  ])('is final where the read after the first sight of it %s', async (_, second) => {
    const script = { reads: [A, second], associateCalls: [rejected] };
    const { failure } = await refused(script, { before: 'disassociated' });
    expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
  });

  test.each(['absent', F, 'disassociated', 'pending-disassociation', 'validating'])(
    'is final where AWS shows the pair as %s, which is told',
    async (state) => {
      const { failure, pair, run } = await refused({ reads: [state], associateCalls: [rejected] });
      expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
      expect(pair).toMatchObject({ state, changed: false });
      expect(run.lines.join()).not.toContain('under way');
    },
  );

  test.each([denied, throttled, unsent])(
    'is final where the state cannot be read: $message',
    async (error) => {
      const reads = Array(9).fill(error);
      const { failure, pair } = await refused({ reads, associateCalls: [rejected] });
      expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
      expect(pair).toMatchObject({ state: 'absent', changed: false });
    },
  );

  test.each([denied, credentials])('otherwise is not read back: $message', async (error) => {
    const { failure, pair } = await refused({ reads: [A], associateCalls: [error] });
    expect(failure).toMatchObject({ cause: error });
    expect(pair).toMatchObject({ state: 'absent' });
  });
});

describe('a pair that is under way', () => {
  test.each([
    [P, true],
    [A, true],
    ['advertised', true],
    ['absent', false],
    [F, false],
    ['disassociated', false],
    ['associated-elsewhere', false],
    ['unknown', false],
  ])('is one that was last told as %s: %s', (state, underWay) => {
    const run = virtualRun({});
    run.runState.update(run.association, { state });
    expect(isUnderWay(run.association, run)).toBe(underWay);
  });
});

test('a call that is cancelled under way leaves the state unknown', async () => {
  const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
  const { failure, pair } = await refused({ associateCalls: [cancelled] });
  expect(failure).toBe(cancelled);
  expect(pair).toMatchObject({ state: 'unknown', changed: false });
});

test('a defect is no answer of EC2', async () => {
  const { failure, pair } = await refused({ associateCalls: [] });
  expect(failure).toMatchObject({ message: 'a call that the test did not foresee' });
  expect(pair).toMatchObject({ state: 'unknown', changed: false });
});

function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

test('a call for which there is no session any more was never sent, so that the state is as it was', async () => {
  const failure = toFailure('assume the role', denied);
  const { failure: seen, pair } = await refused(
    { associateCalls: [failure] },
    { before: F, message: 'ROA not found' },
  );
  expect(seen).toBe(failure);
  expect(pair).toMatchObject({ state: F, statusMessage: 'ROA not found', changed: false });
});

describe('a pair that reads for others have shown in another state since the plan', () => {
  test.each([P, A])('is not called for where it is %s', async (state) => {
    const run = virtualRun({ associateCalls: [] });
    run.runState.update(run.association, { state });
    await associate(run.association, run);
    expect(run.outcome()).toMatchObject({ state, changed: false, failure: undefined });
  });

  test.each([
    ['pending-disassociation', 'association-busy'],
    ['from-the-future', 'unknown-state'],
  ])('is refused where it is %s', async (state, reason) => {
    const run = virtualRun({ associateCalls: [] });
    run.runState.update(run.association, { state });
    await expect(associate(run.association, run)).rejects.toMatchObject({
      reason,
      message: expect.stringMatching(
        /^198\.51\.100\.0\/24 with AS64500 in \S+ has changed since the plan: /,
      ),
    });
    expect(run.outcome()).toMatchObject({ state, changed: false });
  });

  test('is not called for where it had ended and a second read shows it as associated', async () => {
    const run = virtualRun({ reads: [A], associateCalls: [] }, { before: 'disassociated' });
    run.runState.update(run.association, { state: A });
    await associate(run.association, run);
    expect(run.outcome()).toMatchObject({ state: A, changed: false });
  });

  test('is called for where it had ended and was read as associated by a stale read', async () => {
    const script = { reads: ['disassociated'], associateCalls: ['req-1'] };
    const run = virtualRun(script, { before: 'disassociated' });
    run.runState.update(run.association, { state: A });
    await associate(run.association, run);
    expect(run.outcome()).toMatchObject({ state: P, changed: true });
  });

  test('is not called for where two listings contradict themselves', async () => {
    const statusMessage = 'AWS lists it more than once: associated, pending-disassociation';
    const run = virtualRun({ reads: ['unknown'], statusMessage, associateCalls: [] });
    run.runState.update(run.association, { state: 'unknown', statusMessage });
    await expect(associate(run.association, run)).rejects.toMatchObject({
      reason: 'unknown-state',
      message: expect.stringContaining(statusMessage),
    });
  });

  test('is not called for again after a throttle', async () => {
    const run = virtualRun({ associateCalls: [throttled] });
    const clock = {
      ...run.clock,
      sleep: async () => run.runState.update(run.association, { state: P }),
    };
    await associate(run.association, { ...run, clock });
    expect(run.outcome()).toMatchObject({ state: P, changed: false });
  });
});
