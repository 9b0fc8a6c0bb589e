import { describe, expect, test } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import { pair, runScenario } from './scenario.ts';

const atFirstPoll = { transition: { reads: 0 } };

/** Someone else has just associated the pair: the next listing shows it as pending, the one after in its end state. */
function associateElsewhere({ ipam }: Fakes, to: string, statusMessage = ''): void {
  const transition = { to, statusMessage, reads: 1, ms: 0, lag: 0 };
  ipam.associate({ ...pair, asnProvisioned: true, repeat: 'reject', transition });
}

describe.concurrent('an association', () => {
  test('is created, waited for and reported', async () => {
    const { outputs, result, log, fakes, summary } = await runScenario({});
    expect(outputs).toMatchObject({
      state: 'associated',
      'status-message': '',
      changed: 'true',
      'has-changes': 'true',
      reason: 'associated',
      ...pair,
      'account-id': fakes.account,
      region: fakes.region,
    });
    expect(outputs['request-id']).toBe(fakes.requestLog.of('AssociateIpamByoasn')[0]?.requestId);
    expect(result).toMatchObject({
      pairs: [{ state_before: 'absent', step: 'associate', end: 'associated' }],
      dry_run: false,
      error: null,
    });
    expect(fakes.ipam.association(pair.asn, pair.cidr)?.state).toBe('associated');
    expect(log).toMatch(
      /00:\d\d EC2 accepted the call to associate 198\.51\.100\.0\/24 with AS64500 in us-west-2: pending-association \(request id /,
    );
    expect(log).toMatch(/00:\d\d 198\.51\.100\.0\/24 with AS64500 is associated\n/);
    expect(summary).toContain('| CIDR | ASN | CIDR state | Result |');
    expect(summary).toContain('| AS64500 | provisioned | **associated** |');
  });

  test('of an IPv6 CIDR is requested in canonical form, for every spelling', async () => {
    const { outputs, fakes } = await runScenario({
      with: { asn: 'AS64501', cidr: '2001:0DB8:1000::0/48' },
      fakes: { behaviour: atFirstPoll },
    });
    const canonical = { asn: '64501', cidr: '2001:db8:1000::/48' };
    expect(outputs).toMatchObject({ state: 'associated', ...canonical });
    expect(fakes.requestLog.changes).toMatchObject([canonical]);
  });

  test('that AWS already lists is kept', async () => {
    const { outputs, fakes } = await runScenario({
      given: ({ ipam }) => ipam.setAssociation({ ...pair, state: 'associated' }),
    });
    expect(outputs).toMatchObject({
      state: 'associated',
      reason: 'already-associated',
      changed: 'false',
      'has-changes': 'false',
      'request-id': '',
    });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
  });

  test('that is pending is waited for, not repeated', async () => {
    const { outputs, fakes } = await runScenario({
      given: (fakes) => associateElsewhere(fakes, 'associated'),
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: 'associated', changed: 'false' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
  });

  test('that is pending is not waited for if wait is false', async () => {
    const { outputs, fakes } = await runScenario({
      with: { wait: 'false' },
      given: (fakes) => associateElsewhere(fakes, 'associated'),
    });
    expect(outputs).toMatchObject({ reason: 'already-pending', state: 'pending-association' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
  });

  test('is not waited for once accepted if wait is false', async () => {
    const { outputs, fakes } = await runScenario({ with: { wait: 'false' } });
    expect(outputs).toMatchObject({
      reason: 'accepted',
      state: 'pending-association',
      changed: 'true',
    });
    expect(fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(1);
  });

  test('that EC2 lists only later is waited for', async () => {
    const { outputs } = await runScenario({
      fakes: { behaviour: { transition: { lag: 1, reads: 0 } } },
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: 'associated' });
  });

  test('that failed before is tried again, and the old failure is not taken for a new one', async () => {
    const { outputs, result } = await runScenario({
      fakes: { behaviour: { transition: { lag: 1, reads: 0 } } },
      given: ({ ipam }) =>
        ipam.setAssociation({ ...pair, state: 'failed-association', statusMessage: 'no ROA' }),
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: 'associated', changed: 'true' });
    expect(result).toMatchObject({ pairs: [{ state_before: 'failed-association' }] });
  });

  test("that fails in AWS fails the step with AWS's message", async () => {
    const statusMessage = 'The ROA for AS64500 was not found.';
    const { outputs, log } = await runScenario({
      fakes: { behaviour: { transition: { to: 'failed-association', statusMessage, reads: 0 } } },
    });
    expect(outputs).toMatchObject({
      reason: 'association-failed',
      state: 'failed-association',
      'status-message': statusMessage,
      changed: 'true',
    });
    expect(log).toContain(`is failed-association: ${statusMessage}`);
  });

  test('that someone disassociates during the wait fails the step', async () => {
    const { outputs } = await runScenario({
      given: (fakes) => associateElsewhere(fakes, 'pending-disassociation'),
    });
    expect(outputs).toMatchObject({
      reason: 'association-busy',
      state: 'pending-disassociation',
      changed: 'false',
    });
  });

  test('that stays pending fails at the deadline with the last state', async () => {
    const { outputs, log, milliseconds } = await runScenario({
      with: { 'wait-timeout-seconds': '4' },
      fakes: { behaviour: { transition: { reads: Number.POSITIVE_INFINITY } } },
    });
    expect(outputs).toMatchObject({
      reason: 'wait-timeout',
      state: 'pending-association',
      changed: 'true',
    });
    expect(log).toContain('is still pending-association after 4 s');
    expect(milliseconds).toBeLessThan(9_000);
  });

  test('is found on a later page, after empty pages', async () => {
    const others = Array.from({ length: 3 }, (_, index) => ({
      cidr: `192.0.${index}.0/24`,
      state: 'advertised',
    }));
    const { outputs } = await runScenario({
      fakes: {
        cidrs: [...others, { cidr: pair.cidr, state: 'provisioned' }],
        behaviour: { ...atFirstPoll, pageSize: 2, emptyPages: 1, rateSpeed: 100 },
      },
      with: { wait: 'false' },
    });
    expect(outputs).toMatchObject({ reason: 'accepted' });
  });
});
