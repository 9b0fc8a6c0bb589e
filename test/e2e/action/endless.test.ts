import { describe, expect, test } from 'vitest';
import { type Ended, runScenario, type Scenario } from './scenario.ts';

/** How a run ends if an operation gets an endless response this many times. */
async function answeredWithoutEnd(
  operation: string,
  scenario: Scenario = {},
  times = Number.POSITIVE_INFINITY,
): Promise<Ended> {
  return runScenario({
    ...scenario,
    given: ({ faults }) => faults.add({ operation, fault: 'endless', times }),
  });
}

const asked = ({ fakes }: Ended, operation: string) => fakes.requestLog.of(operation).length;

// One by one: each response has 16 MiB, and its time is measured.
describe('an endless response', () => {
  test.each<[string, string, Scenario]>([
    ['token', 'no-credentials', {}],
    ['AssumeRoleWithWebIdentity', 'service-error', {}],
    ['GetCallerIdentity', 'service-error', { with: { 'allowed-account-ids': '111122223333' } }],
    ['DescribeByoipCidrs', 'service-error', {}],
    ['AssociateIpamByoasn', 'service-error', { with: { 'dry-run': 'true' } }],
  ])('to %s is cut off and final', async (operation, reason, scenario) => {
    const ended = await answeredWithoutEnd(operation, scenario);
    expect(ended.outputs).toMatchObject({ reason, changed: 'false' });
    expect(asked(ended, operation)).toBe(1);
    expect(ended.log).toMatch(/TooLong \(HTTP (200|412)\): the response was cut off after 16 MiB/);
    // A request is aborted after 15 s.
    expect(ended.milliseconds).toBeLessThan(14_000);
  });

  test('to the listing of ASNs is only a note', async () => {
    const ended = await answeredWithoutEnd('DescribeIpamByoasn', { with: { wait: 'false' } });
    expect(ended.outputs.reason).toBe('accepted');
    expect(ended.log).toContain('not read: DescribeIpamByoasn: TooLong');
  });

  test('to the associate call is read back, without a second call', async () => {
    const ended = await answeredWithoutEnd('AssociateIpamByoasn');
    expect(ended.outputs).toMatchObject({
      reason: 'associated',
      state: 'associated',
      changed: 'true',
    });
    expect(asked(ended, 'AssociateIpamByoasn')).toBe(1);
  });
});
