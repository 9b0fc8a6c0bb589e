import { describe, expect, test } from 'vitest';
import { changeAssociation } from '../../../src/apply/change-association.ts';
import { CallError } from '../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../src/aws/errors/to-failure.ts';
import { hasStarted } from '../../../src/domain/association-state.ts';
import { Failure } from '../../../src/failure.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import type { Ec2Script } from '../../fakes/memory-ec2.ts';
import { virtualRun } from '../../fakes/virtual-run.ts';

const { throttled, unsent, ambiguous, unanswered, denied, rejected, credentials } = callErrors;
const { intercepted, invalid, permitted } = callErrors;
const [P, A, F] = ['pending-association', 'associated', 'failed-association'];

/** The pair once EC2 has accepted the call, by its response or by a read. */
async function accepted(script: Ec2Script, options: Parameters<typeof virtualRun>[1] = {}) {
  const run = virtualRun(script, options);
  await changeAssociation(run.association, run);
  return { ...run.outcome(), run };
}

/** The failure, and the pair. */
async function refused(script: Ec2Script, options: Parameters<typeof virtualRun>[1] = {}) {
  const run = virtualRun(script, options);
  const failure = await changeAssociation(run.association, run).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { failure, pair: run.outcome(), run };
}

describe('a call that EC2 accepts', () => {
  test('is a change, with the state and request ID of the response', async () => {
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
      '00:00 EC2 accepted the call to associate 198.51.100.0/24 with AS64500 in us-west-2: pending-association (request id req-1)',
    ]);
  });
});

describe('a log that fails loses nothing:', () => {
  const broken = new Error('no space left on the device');

  /** What is known of the pair after the first line that matches. */
  async function loggedUntil(line: RegExp, script: Ec2Script) {
    const run = virtualRun(script);
    const log = {
      ...run.log,
      line: (text: string) => {
        if (line.test(text)) throw broken;
      },
    };
    await expect(changeAssociation(run.association, { ...run, log })).rejects.toBe(broken);
    return run.outcome();
  }

  test("EC2's acceptance is recorded", async () => {
    const pair = await loggedUntil(/accepted/, { associateCalls: ['req-1'] });
    expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-1' });
  });

  test('the state that a listing shows is recorded', async () => {
    const script = { associateCalls: [ambiguous], reads: [P] };
    const pair = await loggedUntil(/is pending-association/, script);
    expect(pair).toMatchObject({ changed: true, state: P });
  });
});

test('the status message of an acceptance is logged and kept', async () => {
  const run = virtualRun({});
  const answer = { state: 'pending-association', statusMessage: 'queued', requestId: '' };
  await changeAssociation(run.association, {
    ...run,
    ec2: { ...run.ec2, associate: async () => answer },
  });
  expect(run.outcome()).toMatchObject({ statusMessage: 'queued' });
  expect(run.lines).toEqual([
    '00:00 EC2 accepted the call to associate 198.51.100.0/24 with AS64500 in us-west-2: pending-association: queued',
  ]);
});

test('a pair that had ended is associated even if a single read lists it as associated', async () => {
  const run = virtualRun(
    { reads: [denied], associateCalls: ['req-1'] },
    { before: 'disassociated' },
  );
  run.runState.update(run.association, { state: 'associated' });
  await changeAssociation(run.association, run);
  expect(run.outcome()).toMatchObject({ changed: true, state: P, requestId: 'req-1' });
});

describe('a call that EC2 did not carry out', () => {
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

  test('is given up after three attempts to send it', async () => {
    const { failure, pair } = await refused({ associateCalls: [unsent, unsent, unsent] });
    expect(failure).toMatchObject({ reason: 'network-error', cause: unsent });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
  });

  test('is given up at the deadline if it is still throttled', async () => {
    const associateCalls = Array(60).fill(throttled);
    const { failure, pair, run } = await refused({ associateCalls }, { seconds: 60 });
    expect(failure).toMatchObject({ reason: 'throttled' });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
    expect(run.deadline.remaining()).toBeGreaterThan(0);
  });

  test('is not repeated if the rate limiter leaves no time for a response', async () => {
    const run = virtualRun({ associateCalls: [unsent, 'req-2'] }, { seconds: 10 });
    const acquire = () => run.clock.sleep(run.deadline.remaining() - 999);
    const limiter = { ...run.limiter, acquire };
    await expect(changeAssociation(run.association, { ...run, limiter })).rejects.toMatchObject({
      reason: 'network-error',
      cause: unsent,
    });
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });
});

describe('a call whose response was lost', () => {
  test.each([P, A, 'advertised', F])('and that reads back as %s was accepted', async (state) => {
    // A second associate call would be one that the test did not foresee.
    const pair = await accepted({ reads: [state], associateCalls: [ambiguous] });
    expect(pair).toMatchObject({ changed: true, state, requestId: 'req-InternalError' });
  });

  test('counts as accepted if only the fourth read shows the association', async () => {
    const reads = ['absent', 'absent', 'absent', P];
    const { run, ...pair } = await accepted({ reads, associateCalls: [unanswered] });
    expect(pair).toMatchObject({ changed: true, state: P, requestId: '' });
    expect(run.clock.now()).toBeLessThan(20_000);
  });

  test('is repeated if four reads show no association', async () => {
    const reads = ['absent', 'absent', 'absent', 'absent', denied];
    const { run, ...pair } = await accepted({ reads, associateCalls: [ambiguous, 'req-2'] });
    expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-2' });
    expect(run.clock.now()).toBeGreaterThan(12_000);
  });

  test.each([throttled, unsent])(
    'is not read back again after a repetition that was not carried out: $message',
    async (error) => {
      const reads = ['absent', 'absent', 'absent', 'absent', denied];
      const pair = await accepted({ reads, associateCalls: [ambiguous, error, 'req-3'] });
      expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-3' });
    },
  );

  test('is logged with the state that proves it', async () => {
    const { run } = await accepted({ associateCalls: [ambiguous, 'req-2'] });
    expect(run.lines).toEqual([
      expect.stringMatching(/^InternalError \(HTTP 500\): .*; reading back /),
      '00:16 EC2 did not carry it out',
      expect.stringMatching(/^InternalError \(HTTP 500\): .*; retrying in /),
      expect.stringContaining('EC2 accepted'),
    ]);
  });

  describe.each(['disassociated', F])('of a pair that was %s', (before) => {
    test('counts as accepted once two reads in a row show the pair as associated', async () => {
      const pair = await accepted({ reads: [A, A], associateCalls: [ambiguous] }, { before });
      expect(pair).toMatchObject({ changed: true, state: A });
    });

    test('is repeated if only one stale read showed the earlier association', async () => {
      const script = { reads: [A, before], associateCalls: [ambiguous, 'req-2'] };
      const { run, ...pair } = await accepted(script, { before });
      expect(pair).toMatchObject({ changed: true, state: P, requestId: 'req-2' });
      expect(run.lines.join()).not.toContain('is associated');
    });

    test.each([
      ['was accepted', A],
      ['was accepted', 'advertised'],
    ])('%s if the read after the fourth confirms it', async (_, state) => {
      const reads = [before, before, before, A, state];
      const pair = await accepted({ reads, associateCalls: [ambiguous] }, { before });
      expect(pair).toMatchObject({ changed: true, state });
    });

    test('is repeated if the read after the fourth does not confirm it', async () => {
      const script = {
        reads: [before, before, before, A, before],
        associateCalls: [ambiguous, 'req-2'],
      };
      expect(await accepted(script, { before })).toMatchObject({ requestId: 'req-2', state: P });
    });

    test('leaves the state unknown if all reads after the first associated one failed', async () => {
      const unread = Array(40).fill(throttled);
      const script = { reads: [before, before, before, A, ...unread], associateCalls: [ambiguous] };
      const { failure, pair } = await refused(script, { before });
      expect(failure).toMatchObject({ reason: 'service-error' });
      expect(pair).toMatchObject({ changed: false, state: 'unknown' });
    });
  });

  test('leaves the state unknown if the listing contradicts itself, and is not repeated', async () => {
    const { failure, pair } = await refused({
      reads: ['unknown'],
      associateCalls: [ambiguous, 'req-2'],
    });
    expect(failure).toMatchObject({ reason: 'service-error' });
    expect(pair).toMatchObject({ changed: false, state: 'unknown' });
  });

  test('is repeated if four reads show the old failure', async () => {
    const script = { reads: [F], associateCalls: [ambiguous, 'req-2'] };
    expect(await accepted(script, { before: F })).toMatchObject({ requestId: 'req-2', state: P });
  });

  test('counts as accepted if its repetition is rejected and the state shows it', async () => {
    const reads = ['absent', 'absent', 'absent', 'absent', P];
    const pair = await accepted({ reads, associateCalls: [ambiguous, rejected] });
    expect(pair).toMatchObject({ changed: true, state: P });
  });

  test('counts as accepted if its repetition is throttled, then rejected, and the state shows it', async () => {
    const reads = ['absent', 'absent', 'absent', 'absent', A];
    const pair = await accepted({ reads, associateCalls: [ambiguous, throttled, rejected] });
    expect(pair).toMatchObject({ changed: true, state: A });
  });

  test('fails if its repetition is rejected and the listing shows no association', async () => {
    const { failure, pair } = await refused({ associateCalls: [ambiguous, rejected] });
    expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
  });

  test('is given up after three attempts', async () => {
    const { failure, pair } = await refused({ associateCalls: [ambiguous, ambiguous, ambiguous] });
    expect(failure).toMatchObject({ reason: 'service-error' });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
  });

  test('is read back through throttling and faults', async () => {
    const reads = [throttled, ambiguous, unsent, P];
    expect(await accepted({ reads, associateCalls: [ambiguous] })).toMatchObject({ state: P });
  });

  test('drops the status message of the state before', async () => {
    const script = { reads: [denied], associateCalls: [ambiguous] };
    const { pair } = await refused(script, { before: F, message: 'ROA not found' });
    expect(pair).toMatchObject({ state: 'unknown', statusMessage: '', before: F });
  });

  test('leaves the state unknown if the role may not read', async () => {
    const { failure, pair } = await refused({ reads: [denied], associateCalls: [ambiguous] });
    expect(failure).toMatchObject({
      reason: 'access-denied',
      message: expect.stringContaining('read back the result of the call to associate'),
    });
    expect(pair).toMatchObject({ changed: false, state: 'unknown', before: 'absent' });
  });

  test('is not repeated if no read succeeded since, and reports its own error', async () => {
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
    await expect(changeAssociation(run.association, { ...run, clock })).rejects.toBe(cancelled);
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });

  test.each(['pending-disassociation', 'disassociated', 'failed-disassociation'])(
    'fails if someone disassociates the pair at the same time (%s)',
    async (state) => {
      const { failure, pair } = await refused({ reads: [state], associateCalls: [ambiguous] });
      expect(failure).toMatchObject({
        reason: 'association-busy',
        message: `198.51.100.0/24 with AS64500 in us-west-2 is ${state} after an associate call whose response was lost`,
      });
      expect(pair).toMatchObject({ state });
    },
  );

  test('is repeated if the old failure is merely gone from the listing', async () => {
    const script = { reads: ['absent'], associateCalls: [ambiguous, 'req-2'] };
    const options = { before: F };
    expect(await accepted(script, options)).toMatchObject({ requestId: 'req-2', state: P });
  });

  test.each(['validating', 'associated-elsewhere', 'not-associated'])(
    'ends in unknown-state, not in busy, if AWS lists an unknown state (%s)',
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
])('a call whose response is not that of an associate call: $message', (error, reason) => {
  test.each([P, A, F])('counts as accepted if it reads back as %s', async (state) => {
    const pair = await accepted({ reads: ['absent', state], associateCalls: [error] });
    expect(pair).toMatchObject({ changed: true, state, requestId: error.result.requestId });
  });

  test('is not repeated if four reads show no association, because the response would be the same', async () => {
    const { failure, pair, run } = await refused({ associateCalls: [error] });
    expect(failure).toMatchObject({ reason, cause: error });
    expect(pair).toMatchObject({ changed: false, state: 'absent' });
    expect(run.lines[0]).toMatch(/; reading back whether EC2 carried it out$/);
    expect(run.clock.now()).toBeGreaterThan(12_000);
  });

  test('leaves the state unknown if the reads get such responses too', async () => {
    const { failure, pair } = await refused({ reads: [intercepted], associateCalls: [error] });
    expect(failure).toMatchObject({ reason: 'network-error' });
    expect(pair).toMatchObject({ changed: false, state: 'unknown' });
  });
});

describe('a call with an expired session', () => {
  /** A run whose session has these renewals, and the renewals that are left. */
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

  test('was not carried out, and is sent again with a new session, without reading back', async () => {
    const { run, left } = renewing({ reads: [denied], associateCalls: [credentials, 'req-2'] }, [
      true,
    ]);
    await changeAssociation(run.association, run);
    expect(run.outcome()).toMatchObject({ changed: true, state: P, requestId: 'req-2' });
    expect(left).toEqual([]);
  });

  test.each([
    ['twice', [credentials, credentials], [true]],
    ['and there is no other one', [credentials], [false]],
  ])('%s is refused for its credentials', async (_, associateCalls, renewals) => {
    const { run } = renewing({ associateCalls }, renewals);
    await expect(changeAssociation(run.association, run)).rejects.toMatchObject({
      reason: 'credentials-rejected',
      cause: credentials,
    });
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });

  test('that cannot be renewed fails with the error of the renewal', async () => {
    const refusal = new Failure('oidc-denied', 'no more');
    const { run } = renewing({ associateCalls: [credentials] }, [refusal]);
    await expect(changeAssociation(run.association, run)).rejects.toBe(refusal);
    expect(run.outcome()).toMatchObject({ changed: false, state: 'absent' });
  });

  test('after a lost response is sent again once four reads show no association', async () => {
    const { run } = renewing({ associateCalls: [ambiguous, credentials, 'req-3'] }, [true]);
    await changeAssociation(run.association, run);
    expect(run.outcome()).toMatchObject({ changed: true, state: P, requestId: 'req-3' });
  });
});

describe('a call signed by a wrong clock', () => {
  const skewed = (error: CallError, code = error.result.code) =>
    new CallError({ ...error.result, code, clockCorrected: true });

  test('is sent once more if EC2 rejects its signature', async () => {
    const associateCalls = [skewed(credentials, 'AuthFailure'), 'req-2'];
    expect(await accepted({ reads: [denied], associateCalls })).toMatchObject({
      requestId: 'req-2',
    });
  });

  test('is final if EC2 denies it', async () => {
    const { failure, run } = await refused({ associateCalls: [skewed(denied)] });
    expect(failure).toMatchObject({ reason: 'access-denied' });
    expect(run.clock.now()).toBe(0);
  });

  test('is read back and not sent twice if its response is lost', async () => {
    const pair = await accepted({ reads: [A], associateCalls: [skewed(ambiguous)] });
    expect(pair).toMatchObject({ changed: true, state: A });
  });

  test('is repeated after throttling', async () => {
    const associateCalls = [...Array(20).fill(skewed(throttled)), 'req-2'];
    expect(await accepted({ reads: [denied], associateCalls })).toMatchObject({
      requestId: 'req-2',
    });
  });
});

describe('a call that EC2 denies or rejects', () => {
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

  test("says what was being done, with AWS's code, text and request ID", async () => {
    const { failure } = await refused({ associateCalls: [rejected] });
    expect(failure).toMatchObject({
      message:
        'Could not associate 198.51.100.0/24 with AS64500 in us-west-2: IncorrectState (HTTP 400): The association is pending. (request id req-IncorrectState)',
    });
  });

  test('for lack of permission comes with the smallest policy', async () => {
    const { failure } = await refused({ associateCalls: [denied] });
    const [title, ...policy] =
      failure instanceof Error && 'lines' in failure ? asTexts(failure.lines) : [];
    expect(title).toBe('Smallest policy for the role, for this Region:');
    expect(JSON.parse(policy.join('\n'))).toMatchObject({ Version: '2012-10-17' });
    expect(policy.join('\n')).toContain('ec2:AssociateIpamByoasn');
  });

  test('for another reason comes without a policy', async () => {
    const { failure } = await refused({ associateCalls: [rejected] });
    expect(failure).toMatchObject({ lines: [] });
  });

  test('keeps the state that was read before, with its message', async () => {
    const options = { before: F, message: 'ROA not found' };
    const { pair } = await refused({ associateCalls: [denied] }, options);
    expect(pair).toMatchObject({ state: F, statusMessage: 'ROA not found', changed: false });
  });
});

describe('a call that EC2 rejects', () => {
  test.each([P, A])('was not needed if AWS now lists the pair as %s', async (state) => {
    const { run, ...pair } = await accepted({ reads: [state, denied], associateCalls: [rejected] });
    expect(pair).toMatchObject({ state, changed: false, failure: undefined });
    expect(run.clock.now()).toBe(0);
    expect(run.lines).toEqual([
      `00:00 198.51.100.0/24 with AS64500 is ${state}`,
      'IncorrectState (HTTP 400): The association is pending. (request id req-IncorrectState); AWS shows the change as started without this call',
    ]);
  });

  test('was not needed if two reads now show a pair that had ended as associated', async () => {
    const script = { reads: [A, A, denied], associateCalls: [rejected] };
    const { run, ...pair } = await accepted(script, { before: 'disassociated' });
    expect(pair).toMatchObject({ state: A, changed: false, failure: undefined });
    expect(run.clock.now()).toBeGreaterThanOrEqual(2_000);
  });

  test.each([
    ['shows that it was stale', 'disassociated'],
    ['cannot be made', denied],
  ])('is final if the read after the first associated one %s', async (_, second) => {
    const script = { reads: [A, second], associateCalls: [rejected] };
    const { failure } = await refused(script, { before: 'disassociated' });
    expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
  });

  test.each(['absent', F, 'disassociated', 'pending-disassociation', 'validating'])(
    'is final if AWS lists the pair as %s, and reports that',
    async (state) => {
      const { failure, pair, run } = await refused({ reads: [state], associateCalls: [rejected] });
      expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
      expect(pair).toMatchObject({ state, changed: false });
      expect(run.lines.join()).not.toContain('in progress');
    },
  );

  test.each([denied, throttled, unsent])(
    'is final if the state cannot be read: $message',
    async (error) => {
      const reads = Array(9).fill(error);
      const { failure, pair } = await refused({ reads, associateCalls: [rejected] });
      expect(failure).toMatchObject({ reason: 'request-rejected', cause: rejected });
      expect(pair).toMatchObject({ state: 'absent', changed: false });
    },
  );

  test.each([denied, credentials])(
    'for other reasons is not read back: $message',
    async (error) => {
      const { failure, pair } = await refused({ reads: [A], associateCalls: [error] });
      expect(failure).toMatchObject({ cause: error });
      expect(pair).toMatchObject({ state: 'absent' });
    },
  );
});

describe('a pair that is pending', () => {
  test.each([
    [P, true],
    [A, true],
    ['advertised', true],
    ['absent', false],
    [F, false],
    ['disassociated', false],
    ['associated-elsewhere', false],
    ['unknown', false],
  ])('is one that was last reported as %s: %s', (state, pending) => {
    expect(hasStarted({}, state)).toBe(pending);
  });
});

test('a call that is cancelled in flight leaves the state unknown', async () => {
  const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
  const { failure, pair } = await refused({ associateCalls: [cancelled] });
  expect(failure).toBe(cancelled);
  expect(pair).toMatchObject({ state: 'unknown', changed: false });
});

test('a defect does not count as a response from EC2', async () => {
  const { failure, pair } = await refused({ associateCalls: [] });
  expect(failure).toMatchObject({ message: 'a call that the test did not foresee' });
  expect(pair).toMatchObject({ state: 'unknown', changed: false });
});

function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

test('a call without a session is never sent, and the state stays the same', async () => {
  const failure = toFailure('assume the role', denied);
  const { failure: seen, pair } = await refused(
    { associateCalls: [failure] },
    { before: F, message: 'ROA not found' },
  );
  expect(seen).toBe(failure);
  expect(pair).toMatchObject({ state: F, statusMessage: 'ROA not found', changed: false });
});

describe('a pair that reads for other pairs showed in another state since the plan', () => {
  test.each([P, A])('gets no call if it is %s', async (state) => {
    const run = virtualRun({ associateCalls: [] });
    run.runState.update(run.association, { state });
    await changeAssociation(run.association, run);
    expect(run.outcome()).toMatchObject({ state, changed: false, failure: undefined });
  });

  test.each([
    ['pending-disassociation', 'association-busy'],
    ['from-the-future', 'unknown-state'],
  ])('is refused if it is %s', async (state, reason) => {
    const run = virtualRun({ associateCalls: [] });
    run.runState.update(run.association, { state });
    await expect(changeAssociation(run.association, run)).rejects.toMatchObject({
      reason,
      message: expect.stringMatching(
        /^198\.51\.100\.0\/24 with AS64500 in \S+ has changed since the plan: /,
      ),
    });
    expect(run.outcome()).toMatchObject({ state, changed: false });
  });

  test('gets no call if it had ended and a second read shows it as associated', async () => {
    const run = virtualRun({ reads: [A], associateCalls: [] }, { before: 'disassociated' });
    run.runState.update(run.association, { state: A });
    await changeAssociation(run.association, run);
    expect(run.outcome()).toMatchObject({ state: A, changed: false });
  });

  test('gets a call if it had ended and only a stale read showed it as associated', async () => {
    const script = { reads: ['disassociated'], associateCalls: ['req-1'] };
    const run = virtualRun(script, { before: 'disassociated' });
    run.runState.update(run.association, { state: A });
    await changeAssociation(run.association, run);
    expect(run.outcome()).toMatchObject({ state: P, changed: true });
  });

  test('gets no call if two listings contradict themselves', async () => {
    const statusMessage = 'AWS lists it more than once: associated, pending-disassociation';
    const run = virtualRun({ reads: ['unknown'], statusMessage, associateCalls: [] });
    run.runState.update(run.association, { state: 'unknown', statusMessage });
    await expect(changeAssociation(run.association, run)).rejects.toMatchObject({
      reason: 'unknown-state',
      message: expect.stringContaining(statusMessage),
    });
  });

  test('gets no second call after throttling', async () => {
    const run = virtualRun({ associateCalls: [throttled] });
    const clock = {
      ...run.clock,
      sleep: async () => run.runState.update(run.association, { state: P }),
    };
    await changeAssociation(run.association, { ...run, clock });
    expect(run.outcome()).toMatchObject({ state: P, changed: false });
  });
});
