import { describe, expect, test } from 'vitest';
import { pair, runScenario, type Scenario } from './scenario.ts';

interface Refusal {
  readonly title: string;
  readonly given: NonNullable<Scenario['given']>;
  readonly with?: Record<string, string>;
  readonly reason: string;
  readonly state: string;
  readonly says: string;
}

const refusals: readonly Refusal[] = [
  {
    title: 'a CIDR that AWS does not list, naming what it lists',
    given: () => {},
    with: { cidr: '192.0.2.0/24' },
    reason: 'cidr-not-found',
    state: 'absent',
    says: 'it lists 198.51.100.0/24, 2001:db8:1000::/48, 203.0.113.0/24',
  },
  {
    title: 'a part of a CIDR that AWS lists, naming that CIDR',
    given: ({ ipam }) => ipam.setCidr({ cidr: '192.0.0.0/16', state: 'advertised' }),
    with: { cidr: '192.0.2.0/24' },
    reason: 'cidr-not-found',
    state: 'absent',
    says: 'it lists 192.0.0.0/16: use the CIDR exactly as provisioned',
  },
  {
    title: 'a CIDR that is still being provisioned, with its message',
    given: ({ ipam }) =>
      ipam.setCidr({ ...pair, state: 'failed-provision', statusMessage: 'No ROA found' }),
    reason: 'cidr-not-ready',
    state: 'absent',
    says: '198.51.100.0/24 is failed-provision: No ROA found',
  },
  {
    title: 'a CIDR that can never be advertised',
    given: ({ ipam }) => ipam.setCidrState(pair.cidr, 'provisioned-not-publicly-advertisable'),
    reason: 'cidr-not-eligible',
    state: 'absent',
    says: '198.51.100.0/24 is provisioned-not-publicly-advertisable',
  },
  {
    title: 'an anycast CIDR',
    given: ({ ipam }) =>
      ipam.setCidr({ ...pair, state: 'advertised', advertisementType: 'anycast' }),
    reason: 'cidr-not-eligible',
    state: 'absent',
    says: '198.51.100.0/24 is anycast',
  },
  {
    title: 'a CIDR in a state that this version does not know',
    given: ({ ipam }) => ipam.setCidrState(pair.cidr, 'under-audit'),
    reason: 'unknown-state',
    state: 'absent',
    says: 'AWS shows 198.51.100.0/24 in the state under-audit',
  },
  {
    title: 'an ASN that IPAM shows as not provisioned',
    given: ({ ipam }) =>
      ipam.setAsn({ asn: '64500', ipamId: 'ipam-1', state: 'pending-provision' }),
    reason: 'asn-not-provisioned',
    state: 'absent',
    says: 'IPAM shows AS64500 as pending-provision',
  },
  {
    title: 'a pair that is being disassociated',
    given: ({ ipam }) => ipam.setAssociation({ ...pair, state: 'pending-disassociation' }),
    reason: 'association-busy',
    state: 'pending-disassociation',
    says: 'a disassociation is pending',
  },
  {
    title: 'a pair whose disassociation failed, with its message',
    given: ({ ipam }) =>
      ipam.setAssociation({ ...pair, state: 'failed-disassociation', statusMessage: 'In use' }),
    reason: 'association-busy',
    state: 'failed-disassociation',
    says: 'a disassociation failed: In use',
  },
  {
    title: 'a pair in a state that this version does not know, verbatim',
    given: ({ ipam }) => ipam.setAssociation({ ...pair, state: 'under-review' }),
    reason: 'unknown-state',
    state: 'under-review',
    says: 'AWS shows the state under-review',
  },
];

describe.concurrent('a plan refuses, without any change,', () => {
  test.each(refusals)('$title', async ({ given, with: inputs = {}, reason, state, says }) => {
    const { outputs, log, summary, fakes } = await runScenario({ given, with: inputs });
    expect(outputs).toMatchObject({ reason, state, changed: 'false', 'has-changes': 'false' });
    expect(log).toContain(says);
    expect(summary).toContain(reason);
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
  });
});

describe.concurrent('a plan continues', () => {
  test('if IPAM does not list the ASN in this Region', async () => {
    const { outputs, result } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ ipam }) => ipam.removeAsn('64500'),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
    expect(JSON.stringify(result.pairs[0]?.evidence)).toContain('AS64500 is not listed');
  });

  test('if the role may not read the ASNs, and says that they were not read', async () => {
    const { outputs, result } = await runScenario({
      with: { 'dry-run': 'true', 'permission-check': 'false' },
      fakes: { role: { actions: ['ec2:DescribeByoipCidrs'] } },
    });
    expect(outputs.reason).toBe('dry-run-unchecked');
    expect(result.pairs[0]?.evidence).toContainEqual({
      grade: 'not read',
      text: expect.stringContaining('UnauthorizedOperation'),
    });
  });

  test.each(['pending-advertising', 'pending-withdrawal', 'advertised'])(
    'if the CIDR is %s',
    async (state) => {
      const { outputs } = await runScenario({
        with: { wait: 'false' },
        given: ({ ipam }) => ipam.setCidrState(pair.cidr, state),
      });
      expect(outputs.reason).toBe('accepted');
    },
  );
});
