import { describe, expect, test } from 'vitest';
import { rehearsePlan } from '../../src/apply/rehearse.ts';
import { callErrors } from '../aws/call-errors.ts';
import { virtualRun } from './virtual-run.ts';

const { throttled, unsent, ambiguous, denied, rejected } = callErrors;

describe('a dry run', () => {
  test('that EC2 would permit proves the permission, and nothing has changed', async () => {
    const run = virtualRun({ dryRuns: ['req-1'] });
    await expect(rehearsePlan(run.plan, 'ask', run)).resolves.toBe('dry-run-permitted');
    const { evidence, ...pair } = run.outcome();
    expect(evidence.at(-1)).toEqual({
      grade: 'proven',
      text: 'EC2 DryRun: the role may associate (request id req-1)',
    });
    expect(pair).toMatchObject({ state: 'absent', changed: false, requestId: '' });
  });

  test('keeps what the plan rests on beside what it proves', async () => {
    const run = virtualRun({ dryRuns: [''] });
    await rehearsePlan(run.plan, 'ask', run);
    expect(run.outcome().evidence.map(({ grade }) => grade)).toEqual([
      'checked offline',
      'read',
      'read',
      'proven',
    ]);
    expect(run.outcome().evidence.at(-1)?.text).toBe('EC2 DryRun: the role may associate');
  });

  test('tells its evidence in the log', async () => {
    const run = virtualRun({ dryRuns: [''] });
    await rehearsePlan(run.plan, 'ask', run);
    expect(run.lines).toEqual(['proven: EC2 DryRun: the role may associate']);
  });

  test('that may not ask says that it has not', async () => {
    const run = virtualRun({});
    await expect(rehearsePlan(run.plan, 'skip', run)).resolves.toBe('dry-run-unchecked');
    expect(run.outcome().evidence.at(-1)).toMatchObject({ grade: 'not asked' });
  });

  test.each([
    ['associated', 'already-associated'],
    ['pending-association', 'already-pending'],
  ])('of a pair that is %s asks nothing', async (before, reason) => {
    const run = virtualRun({}, { before });
    await expect(rehearsePlan(run.plan, 'ask', run)).resolves.toBe(reason);
    expect(run.outcome().evidence).toHaveLength(3);
  });

  test.each([
    ['throttled', [throttled, throttled, 'req-1']],
    ['not sent', [unsent, unsent, unsent, 'req-1']],
    ['lost', [ambiguous, ambiguous, ambiguous, 'req-1']],
  ])('is asked again when it was %s, since it writes nothing', async (_, dryRuns) => {
    const run = virtualRun({ dryRuns });
    await expect(rehearsePlan(run.plan, 'ask', run)).resolves.toBe('dry-run-permitted');
  });

  test('that an endpoint took for the call itself fails, and leaves the state unknown', async () => {
    const run = virtualRun({});
    const dryRunAssociate = async () => ({ verdict: 'ignored', requestId: 'req-1' }) as const;
    const rehearsing = rehearsePlan(run.plan, 'ask', {
      ...run,
      ec2: { ...run.ec2, dryRunAssociate },
    });
    await expect(rehearsing).rejects.toMatchObject({
      reason: 'service-error',
      next: expect.stringContaining('Look at the association in AWS now'),
    });
    expect(run.outcome()).toMatchObject({ state: 'unknown', changed: false });
  });

  test('that EC2 would deny fails with the smallest policy', async () => {
    const run = virtualRun({ dryRuns: [denied] });
    await expect(rehearsePlan(run.plan, 'ask', run)).rejects.toMatchObject({
      reason: 'not-permitted',
      message: expect.stringContaining('UnauthorizedOperation (HTTP 403): You are not authorized.'),
      next: expect.stringContaining('permission-check: false'),
      lines: expect.arrayContaining([expect.stringContaining('ec2:AssociateIpamByoasn')]),
    });
    expect(run.outcome()).toMatchObject({ state: 'absent', changed: false });
  });

  test.each([
    [rejected, 'request-rejected'],
    [ambiguous, 'service-error'],
    [unsent, 'network-error'],
  ])(
    'that comes back otherwise fails with the reason of the call: $message',
    async (error, reason) => {
      const run = virtualRun({ dryRuns: [error, error, error, error] });
      await expect(rehearsePlan(run.plan, 'ask', run)).rejects.toMatchObject({ reason, lines: [] });
    },
  );
});
