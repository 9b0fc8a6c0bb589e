import { describe, expect, test } from 'vitest';
import { pair, runScenario } from './scenario.ts';

const reader = ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'];

describe.concurrent('a dry run', () => {
  test('plans, confirms the permission and changes nothing', async () => {
    const { outputs, result, log, fakes, summary } = await runScenario({
      with: { 'dry-run': 'true' },
    });
    expect(outputs).toMatchObject({
      reason: 'dry-run-permitted',
      state: 'absent',
      changed: 'false',
      'has-changes': 'true',
    });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toMatchObject([
      { params: { DryRun: 'true' }, outcome: 'DryRunOperation' },
    ]);
    expect(result.pairs[0]?.evidence).toMatchObject([
      { grade: 'checked offline' },
      { grade: 'read', text: expect.stringContaining('DescribeByoipCidrs') },
      { grade: 'read', text: 'DescribeIpamByoasn: AS64500 is provisioned' },
      { grade: 'proven', text: expect.stringContaining('EC2 DryRun') },
    ]);
    expect(log).toContain('EC2 checked only the permission');
    expect(summary).toContain('(<code>dry-run-permitted</code>)');
  });

  test('does not ask EC2 for permission if permission-check is false', async () => {
    const { outputs, fakes, result } = await runScenario({
      with: { 'dry-run': 'true', 'permission-check': 'false' },
      fakes: { role: { actions: reader } },
    });
    expect(outputs).toMatchObject({ reason: 'dry-run-unchecked', 'has-changes': 'true' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
    expect(result.pairs[0]?.evidence).toContainEqual(
      expect.objectContaining({ grade: 'not asked' }),
    );
  });

  test('with a role that may not associate fails, with the smallest policy to paste', async () => {
    const { outputs, log } = await runScenario({
      with: { 'dry-run': 'true' },
      fakes: { role: { actions: reader }, behaviour: { encodedMessages: true } },
    });
    expect(outputs).toMatchObject({ reason: 'not-permitted', state: 'absent' });
    expect(log).toContain('UnauthorizedOperation (HTTP 403): You are not authorized');
    const policy =
      /Smallest policy for the role, for this Region:\n(\{[\s\S]*?\n\})/.exec(log)?.[1] ?? '';
    expect(JSON.parse(policy).Statement).toMatchObject([
      { Action: reader, Condition: { StringEquals: { 'ec2:Region': 'us-west-2' } } },
      { Action: ['ec2:AssociateIpamByoasn'] },
    ]);
  });

  test('of an existing association says so and checks no permission', async () => {
    const { outputs, fakes } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ ipam }) => ipam.setAssociation({ ...pair, state: 'associated' }),
    });
    expect(outputs).toMatchObject({ reason: 'already-associated', 'has-changes': 'false' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
  });

  test('of a pending association says so', async () => {
    const { outputs } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ ipam }) => ipam.setAssociation({ ...pair, state: 'pending-association' }),
    });
    expect(outputs).toMatchObject({ reason: 'already-pending', state: 'pending-association' });
  });

  test('fails if the real run would be refused', async () => {
    const { outputs } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ ipam }) => ipam.setCidrState(pair.cidr, 'pending-provision'),
    });
    expect(outputs).toMatchObject({ reason: 'cidr-not-ready', 'has-changes': 'false' });
  });

  test('retries when it is throttled', async () => {
    const { outputs } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ faults }) => faults.add({ operation: 'AssociateIpamByoasn', fault: 'throttle' }),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
  });

  test('with a success response, which AWS never sends, does not confirm the permission', async () => {
    const { outputs, log } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ faults }) =>
        faults.add({
          operation: 'AssociateIpamByoasn',
          fault: 'error',
          status: 200,
          code: 'Accepted',
          message: 'Done.',
        }),
    });
    expect(outputs).toMatchObject({ reason: 'service-error', state: 'unknown', changed: 'false' });
    expect(log).toContain('Look at the association in AWS now');
  });
});
