import { describe, expect, test } from 'vitest';
import { dryRunTarget } from '../../../src/apply/dry-run.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { conclude } from '../../../src/outcome/conclude.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { memoryEc2 } from '../../fakes/memory-ec2.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { startRun, type VirtualTarget, virtualRun } from '../../fakes/virtual-run.ts';
import { desiredOf } from '../domain/association.ts';
import { cidrAssociated } from '../plan/observed-cidr.ts';

const { throttled, unsent, ambiguous, denied, rejected, credentials, intercepted } = callErrors;

/** How a dry run of the inputs ends: its reason, or its Failure. */
async function dryRun(run: VirtualTarget, permissionCheck: Inputs['permissionCheck'] = 'ask') {
  await dryRunTarget(permissionCheck, run);
  return conclude(run.runState.pairs(), {
    mode: 'plan',
    until: 'end-state',
    permissionCheck,
    source: { form: 'inputs' },
  });
}

describe('a dry run', () => {
  test('that EC2 would permit proves the permission and changes nothing', async () => {
    const run = virtualRun({ dryRuns: ['req-1'] });
    await expect(dryRun(run)).resolves.toBe('dry-run-permitted');
    const { evidence, ...pair } = run.outcome();
    expect(evidence.at(-1)).toEqual({
      grade: 'proven',
      text: 'EC2 DryRun permits this role to associate (request id req-1)',
    });
    expect(pair).toMatchObject({ state: 'absent', changed: false, requestId: '' });
  });

  test('adds what it proves to the evidence of the plan', async () => {
    const run = virtualRun({ dryRuns: [''] });
    await dryRun(run);
    expect(run.outcome().evidence.map(({ grade }) => grade)).toEqual([
      'checked offline',
      'read',
      'read',
      'proven',
    ]);
    expect(run.outcome().evidence.at(-1)?.text).toBe('EC2 DryRun permits this role to associate');
  });

  test('logs its evidence', async () => {
    const run = virtualRun({ dryRuns: [''] });
    await dryRun(run);
    expect(run.lines).toEqual(['EC2 DryRun permits this role to associate']);
  });

  test('with an expired session asks again with a new one', async () => {
    const run = { ...virtualRun({ dryRuns: [credentials, 'req-2'] }), renew: async () => true };
    await expect(dryRun(run)).resolves.toBe('dry-run-permitted');
  });

  test('that gets a response from something other than EC2 ends immediately, and reports it', async () => {
    const run = virtualRun({ dryRuns: [intercepted] });
    await expect(dryRun(run)).resolves.toMatchObject({
      reason: 'network-error',
      message: expect.stringContaining('Intercepted (HTTP 403): this is not a response from EC2'),
      likely: expect.stringContaining('web filter'),
    });
    expect(run.clock.now()).toBe(0);
  });

  test('without the permission check says that it was skipped', async () => {
    const run = virtualRun({});
    await expect(dryRun(run, 'skip')).resolves.toBe('dry-run-unchecked');
    expect(run.outcome().evidence.at(-1)).toMatchObject({ grade: 'not asked' });
  });

  test.each([
    ['associated', 'already-associated'],
    ['pending-association', 'already-pending'],
  ])('of a pair that is %s asks nothing', async (before, reason) => {
    const run = virtualRun({}, { before });
    await expect(dryRun(run)).resolves.toBe(reason);
    expect(run.outcome().evidence).toHaveLength(3);
  });

  test.each(['ask', 'skip'] as const)('without changes logs nothing (%s)', async (check) => {
    const run = virtualRun({}, { before: 'associated' });
    await dryRun(run, check);
    expect(run.lines).toEqual([]);
  });

  test.each([
    ['throttled', [throttled, throttled, 'req-1']],
    ['not sent', [unsent, unsent, unsent, 'req-1']],
    ['lost', [ambiguous, ambiguous, ambiguous, 'req-1']],
  ])('is repeated if it was %s, since it changes nothing', async (_, dryRuns) => {
    const run = virtualRun({ dryRuns });
    await expect(dryRun(run)).resolves.toBe('dry-run-permitted');
  });

  test('that an endpoint carried out as a real call fails, and leaves the state unknown', async () => {
    const run = virtualRun({}, { before: 'failed-association', message: 'ROA not found' });
    const dryRunAssociate = async () => ({ verdict: 'ignored', requestId: 'req-1' }) as const;
    const running = dryRun({ ...run, ec2: { ...run.ec2, dryRunAssociate } });
    await expect(running).resolves.toMatchObject({
      reason: 'service-error',
      message: expect.stringContaining('198.51.100.0/24 with AS64500 in us-west-2'),
      likely: expect.stringContaining('may have carried out the call'),
      next: expect.stringContaining('Look at the association in AWS now'),
    });
    expect(run.outcome()).toMatchObject({ state: 'unknown', statusMessage: '', changed: false });
  });

  test('that EC2 would deny fails with the smallest policy', async () => {
    const run = virtualRun({ dryRuns: [denied] });
    await expect(dryRun(run)).resolves.toMatchObject({
      reason: 'not-permitted',
      message: expect.stringMatching(
        /^Could not confirm the permission .*198\.51\.100\.0\/24 with AS64500 in us-west-2: UnauthorizedOperation \(HTTP 403\): You are not authorized\./,
      ),
      next: expect.stringContaining('permission-check: false'),
      lines: expect.arrayContaining([expect.stringContaining('ec2:AssociateIpamByoasn')]),
    });
    expect(run.outcome()).toMatchObject({ state: 'absent', changed: false });
  });

  test('asks once for all pairs to associate, and says so with each of them', async () => {
    const pairs = [desiredOf(), desiredOf('64501'), desiredOf('64502')];
    const cidrs = [cidrAssociated('associated')];
    const run = startRun(pairs, cidrs, memoryEc2({ dryRuns: ['req-1'] }), virtualContext());
    await expect(dryRun(run)).resolves.toBe('dry-run-permitted');
    expect(
      run.runState.pairs().map(({ step, evidence }) => [step, evidence.at(-1)?.grade]),
    ).toEqual([
      ['keep', 'read'],
      ['associate', 'proven'],
      ['associate', 'proven'],
    ]);
  });

  test('that EC2 would deny fails every pair to associate, with one failure', async () => {
    const pairs = [desiredOf(), desiredOf('64501'), desiredOf('64502')];
    const cidrs = [cidrAssociated('associated')];
    const run = startRun(pairs, cidrs, memoryEc2({ dryRuns: [denied] }), virtualContext());
    await dryRun(run);
    const [kept, first, second] = run.runState.pairs();
    expect(kept?.failure).toBeUndefined();
    expect(first?.failure).toMatchObject({ reason: 'not-permitted' });
    expect(second?.failure).toBe(first?.failure);
  });

  test.each([
    [rejected, 'request-rejected'],
    [ambiguous, 'service-error'],
    [unsent, 'network-error'],
  ])('with another error fails with the reason of the call: $message', async (error, reason) => {
    const run = virtualRun({ dryRuns: [error, error, error, error] });
    await expect(dryRun(run)).resolves.toMatchObject({ reason, lines: [] });
  });
});
