import { describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { configFile, dr, fastAssociations, fleet, main, runFile, withFleet } from './fleet.ts';
import { runOn } from './scenario.ts';

const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;
const single = configFile([
  { ...main, associations: [{ asn: 64500, cidr: pair.cidr, note: 'edge' }] },
]);
const plan = { 'dry-run': 'true' };

async function planOf(fakes: Fakes, file: string) {
  const { outputs } = await runFile(fakes, file, plan);
  return { digest: outputs['plan-digest'] ?? '', json: outputs.plan ?? '' };
}

describe.concurrent('a late approval', () => {
  test('does not restore what an operator has disassociated since', () =>
    withFleet(async (fakes) => {
      const { digest, json } = await planOf(fakes, single);
      const applied = await runFile(fakes, single, { 'expected-plan': digest });
      expect(applied.reason).toBe('applied');
      fakes.ipam.setAssociation({ ...pair, state: 'disassociated' });

      const late = await runFile(fakes, single, { 'expected-plan': digest });
      expect(late.outputs).toMatchObject({ reason: 'plan-changed', changed: 'false' });
      expect(late.log).toContain(
        '198.51.100.0/24 with AS64500 in 111122223333/us-west-2: AWS shows it as disassociated',
      );
      const withPlan = await runFile(fakes, single, { 'expected-plan': json });
      expect(withPlan.reason).toBe('plan-changed');
      expect(withPlan.log).toContain(
        '198.51.100.0/24 with AS64500 in 111122223333/us-west-2: state changed from absent to disassociated',
      );
      expect(fakes.requestLog.changes).toHaveLength(1);

      const again = await planOf(fakes, single);
      const restored = await runFile(fakes, single, { 'expected-plan': again.digest });
      expect(restored.reason).toBe('applied');
    }));

  test('also does not for an association from inputs', async () => {
    const fakes = await startFakes(fastAssociations);
    try {
      const run = (inputs: Readonly<Record<string, string>>) => runOn(fakes, { with: inputs });
      const planned = await run(plan);
      fakes.ipam.setAssociation({ ...pair, state: 'disassociated' });
      const late = await run({ 'expected-plan': planned.outputs['plan-digest'] ?? '' });
      expect(late.reason).toBe('plan-changed');
      expect(fakes.requestLog.changes).toEqual([]);
    } finally {
      await fakes.close();
    }
  });

  test('also does not for one target of a matrix, without effect on the other', () =>
    withFleet(async (fakes) => {
      const { outputs } = await runFile(fakes, fleet, plan);
      fakes.ipam.setAssociation({ ...pair, state: 'disassociated' });
      const reasons: string[] = [];
      for (const { target, 'plan-digest': digest } of JSON.parse(outputs.matrix ?? '').include) {
        reasons.push((await runFile(fakes, fleet, { target, 'expected-plan': digest })).reason);
      }
      expect(reasons).toEqual(['plan-changed', 'applied']);
    }));

  test('does not retry an association that failed after it; a new plan that shows the failure does', () =>
    withFleet(async (fakes) => {
      const { digest } = await planOf(fakes, single);
      const statusMessage = 'The ROA does not cover the CIDR';
      fakes.ec2.behave({ transition: { to: 'failed-association', statusMessage, reads: 1 } });
      const failed = await runFile(fakes, single, { 'expected-plan': digest });
      expect(failed.reason).toBe('association-failed');
      expect(failed.log).toContain('re-run all jobs to plan a new attempt');

      const rerun = await runFile(fakes, single, { 'expected-plan': digest });
      expect(rerun.reason).toBe('plan-changed');
      expect(rerun.log).toContain(': AWS shows it as failed-association');
      expect(fakes.requestLog.changes).toHaveLength(1);

      fakes.ec2.behave(fastAssociations.behaviour ?? {});
      const replanned = await runFile(fakes, single, plan);
      expect(replanned.summary).toContain(statusMessage);
      const retried = await runFile(fakes, single, {
        'expected-plan': replanned.outputs['plan-digest'] ?? '',
      });
      expect(retried.reason).toBe('applied');
    }));
});

describe.concurrent('a digest of an earlier version', () => {
  const former = `v1:${'0123456789abcdef'.repeat(4)}`;

  test.each([
    ['alone', () => former],
    ['in a plan', (json: string) => json.replace(/v\d:[0-9a-f]{64}/, former)],
  ])('is refused %s, and the message says to plan again', (_, give) =>
    withFleet(async (fakes) => {
      const { json } = await planOf(fakes, single);
      const { outputs, log } = await runFile(fakes, single, { 'expected-plan': give(json) });
      expect(outputs.reason).toBe('invalid-input');
      expect(log).toContain(
        'was made by an earlier version of this action: plan again with this version, and pass the digest of that plan',
      );
      expect(fakes.requestLog.changes).toEqual([]);
    }),
  );
});

describe.concurrent('a plan given as JSON', () => {
  test('that lists one association cannot approve three', () =>
    withFleet(async (fakes) => {
      const { digest, json } = await planOf(fakes, fleet);
      const [displayed] = JSON.parse(json).changes;
      // The other two calls as the lines that a digest without borders between fields would take them for.
      const hidden = [
        `associate ${main.account} ${main.region} 64500 2001:db8:1000::/48`,
        `associate ${dr.account} ${dr.region} 64501 203.0.113.0/24`,
      ];
      const changes = [{ ...displayed, cidr: [displayed.cidr, ...hidden].join('\n') }];
      const approved = JSON.stringify({ version: 1, digest, changes });
      const { outputs, log } = await runFile(fakes, fleet, { 'expected-plan': approved });
      expect(outputs.reason).toBe('invalid-input');
      expect(log).toContain('is a plan whose changes[0].cidr has more than one "/"');
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('that has two lists of changes cannot hide the real one', () =>
    withFleet(async (fakes) => {
      const { json } = await planOf(fakes, fleet);
      const [displayed] = JSON.parse(json).changes;
      const approved = json.replace('{', `{"changes":${JSON.stringify([displayed])},`);
      const { outputs, log } = await runFile(fakes, fleet, { 'expected-plan': approved });
      expect(outputs.reason).toBe('invalid-input');
      expect(log).toContain('is a plan with the key "changes" twice in one object');
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('that lists fewer changes than its digest is refused', () =>
    withFleet(async (fakes) => {
      const { digest, json } = await planOf(fakes, fleet);
      const [displayed] = JSON.parse(json).changes;
      const approved = JSON.stringify({ version: 1, digest, changes: [displayed] });
      const { outputs, log } = await runFile(fakes, fleet, { 'expected-plan': approved });
      expect(outputs.reason).toBe('invalid-input');
      expect(log).toContain('is a plan whose digest does not match its changes');
      expect(fakes.requestLog.changes).toEqual([]);
    }));
});

test('the page shows account and Region of a target that has the name of another', () =>
  withFleet(async (fakes) => {
    const name = '111122223333/us-west-2.444455556666.eu-west-1';
    const file = configFile([
      { name, ...dr, associations: [{ asn: 64501, cidr: '203.0.113.0/24' }] },
    ]);
    const { summary, reason } = await runFile(fakes, file, plan);
    expect(reason).toBe('planned');
    expect(summary).toContain('</b> · 444455556666 · eu-west-1\n');
  }));
