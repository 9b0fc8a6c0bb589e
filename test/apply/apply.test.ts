import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../src/apply/apply.ts';
import { callErrors } from '../aws/call-errors.ts';
import { virtualRun } from './virtual-run.ts';

const [P, A, F] = ['pending-association', 'associated', 'failed-association'];

describe('a plan that is carried out', () => {
  test.each(['absent', 'disassociated', F])('from %s ends as associated', async (before) => {
    const run = virtualRun({ writes: ['req-1'], reads: [P, A] }, { before });
    await expect(applyPlan(run.plan, 'settled', run)).resolves.toBe('associated');
    expect(run.outcome()).toMatchObject({ before, state: A, changed: true, requestId: 'req-1' });
  });

  test('without waiting ends as soon as EC2 has accepted', async () => {
    const run = virtualRun({ writes: ['req-1'], reads: [callErrors.denied] });
    await expect(applyPlan(run.plan, 'accepted', run)).resolves.toBe('accepted');
    expect(run.outcome()).toMatchObject({ state: P, changed: true });
    expect(run.clock.now()).toBe(0);
  });

  test('without waiting fails all the same when a read shows at once that AWS has failed', async () => {
    const run = virtualRun({ writes: [callErrors.ambiguous], reads: [F], statusMessage: 'ROA' });
    const applying = applyPlan(run.plan, 'accepted', run);
    await expect(applying).rejects.toMatchObject({ reason: 'association-failed' });
    expect(run.outcome()).toMatchObject({ state: F, statusMessage: 'ROA', changed: true });
  });

  test('joins a wait and writes nothing', async () => {
    const run = virtualRun({ reads: [P, A] }, { before: P });
    await expect(applyPlan(run.plan, 'settled', run)).resolves.toBe('associated');
    expect(run.outcome()).toMatchObject({ before: P, state: A, changed: false, requestId: '' });
  });

  test('joins no wait where none is wanted', async () => {
    const run = virtualRun({ reads: [callErrors.denied] }, { before: P });
    await expect(applyPlan(run.plan, 'accepted', run)).resolves.toBe('already-pending');
    expect(run.outcome()).toMatchObject({ state: P, changed: false });
  });

  test.each(['settled', 'accepted'] as const)(
    'has nothing to do where the pair is associated (%s)',
    async (until) => {
      const run = virtualRun({ reads: [callErrors.denied] }, { before: A });
      await expect(applyPlan(run.plan, until, run)).resolves.toBe('already-associated');
      expect(run.outcome()).toMatchObject({ state: A, changed: false });
      expect(run.lines).toContain('nothing to write');
    },
  );

  test('fails when AWS fails, having changed something', async () => {
    const run = virtualRun({ writes: ['req-1'], reads: [P, F], statusMessage: 'ROA' });
    const applying = applyPlan(run.plan, 'settled', run);
    await expect(applying).rejects.toMatchObject({ reason: 'association-failed' });
    expect(run.outcome()).toMatchObject({ state: F, statusMessage: 'ROA', changed: true });
  });

  test('fails before any wait when EC2 refuses the call', async () => {
    const run = virtualRun({ writes: [callErrors.denied], reads: [A] });
    const applying = applyPlan(run.plan, 'settled', run);
    await expect(applying).rejects.toMatchObject({ reason: 'access-denied' });
    expect(run.outcome()).toMatchObject({ state: 'absent', changed: false });
  });

  test('keeps to one deadline for the call and the wait', async () => {
    const script = { writes: [callErrors.throttled, 'req-2'], reads: [P] };
    const run = virtualRun(script, { seconds: 30 });
    const applying = applyPlan(run.plan, 'settled', run);
    await expect(applying).rejects.toMatchObject({ reason: 'wait-timeout' });
    expect(run.clock.now()).toBe(30_000);
    expect(run.outcome()).toMatchObject({ state: P, changed: true });
  });
});
