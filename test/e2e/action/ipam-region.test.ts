import { describe, expect, test } from 'vitest';
import { applyPolicy, planPolicy } from '../../../src/aws/policies.ts';
import type { Fakes } from '../../fakes/fakes.ts';
import { grantOf } from '../../fakes/grant.ts';
import { classicSubject } from '../../fakes/issuer.ts';
import { configFile, main } from './fleet.ts';
import { loggedPolicies } from './policy.ts';
import { type Ended, pair, runScenario } from './scenario.ts';

const ipamRegion = 'us-east-1';
const ipamId = 'ipam-0123456789abcdef0';
const dryRun = { 'dry-run': 'true', 'permission-check': 'false' };
const inIpam = { ...dryRun, 'ipam-region': ipamRegion };
const typo = { asn: 64599, cidr: '2001:db8:1000::/48' };
const file = configFile([{ ...main, associations: [{ ...pair, asn: 64500 }, typo] }]);

/** An account whose ASNs are in the IPAM of another Region than the CIDRs. */
function withIpam(fakes: Fakes, asns: Readonly<Record<string, string>>): void {
  for (const asn of ['64500', '64501']) fakes.ipam.removeAsn(asn);
  const ipam = fakes.ec2.ipam(fakes.account, ipamRegion);
  for (const [asn, state] of Object.entries(asns)) ipam.setAsn({ asn, ipamId, state });
}

/** Where the ASNs were asked for. */
const askedIn = ({ requestLog }: Fakes) =>
  requestLog.of('DescribeIpamByoasn').map(({ region }) => region);

/** The warning annotations of a run. */
const warningsIn = (printed: Ended['printed']) =>
  printed.filter(({ level }) => level === 'warning');

describe.concurrent('without ipam-region', () => {
  test('an ASN that the Region does not list is bold, counted, and a warning at its line', async () => {
    const { outputs, summary, printed, log, fakes } = await runScenario({
      files: { 'byoasn.yml': file },
      with: { ...dryRun, config: 'byoasn.yml' },
    });
    expect(outputs.reason).toBe('planned');
    expect(summary).toMatch(/^### .*: 2 associations to create, 1 needs a look\n/);
    expect(summary).toContain('\n**1 ASN not found in IPAM**.\n');
    expect(summary).toContain('| AS64599<br>**not found in IPAM** |');
    expect(summary.match(/<br>\*\*not found/g)).toHaveLength(1);
    expect(summary).toContain('\n> [!WARNING]\n> ASN not found in IPAM&#58; ');
    expect(log).toContain('but AS64500, AS64501 in us-west-2. Correct it if it is a typo');
    expect(warningsIn(printed)).toEqual([
      {
        level: 'warning',
        text: expect.stringMatching(/^ASN not found in IPAM: 2001:db8:1000::\/48 with AS64599\. /),
        at: expect.objectContaining({ file: 'byoasn.yml', line: '8', col: '9' }),
      },
    ]);
    expect(askedIn(fakes)).toEqual(['us-west-2']);
  });

  test('an ASN from inputs is a warning without a line', async () => {
    const { outputs, summary, printed } = await runScenario({ with: { ...dryRun, asn: '64599' } });
    expect(outputs.reason).toBe('dry-run-unchecked');
    expect(summary).toContain('**1 ASN not found in IPAM**');
    expect(warningsIn(printed)).toHaveLength(1);
  });

  test.each([
    ['nothing is listed', (fakes: Fakes) => withIpam(fakes, {})],
    [
      'the list cannot be read',
      ({ sts, roleArn }: Fakes) =>
        sts.setRole({
          arn: roleArn,
          subjects: [classicSubject],
          maxSessionSeconds: 3600,
          actions: ['ec2:DescribeByoipCidrs'],
        }),
    ],
  ])('it is not known whether an ASN is ours where %s', async (_, given) => {
    const { outputs, result, summary, printed } = await runScenario({ with: dryRun, given });
    expect(outputs.reason).toBe('dry-run-unchecked');
    expect(JSON.stringify(result.pairs[0]?.evidence)).toContain(
      'It is not known whether AS64500 is yours: set ipam-region to the home Region of the IPAM',
    );
    expect(summary).not.toContain('not found in IPAM');
    expect(warningsIn(printed)).toEqual([]);
  });
});

describe.concurrent('with ipam-region', () => {
  test('the ASN is read there', async () => {
    const { outputs, result, printed, fakes } = await runScenario({
      with: inIpam,
      given: (fakes) => withIpam(fakes, { '64500': 'provisioned' }),
    });
    expect(outputs.reason).toBe('dry-run-unchecked');
    expect(result.pairs[0]?.evidence).toContainEqual({
      grade: 'read',
      text: 'DescribeIpamByoasn in us-east-1: AS64500 is provisioned',
    });
    expect(warningsIn(printed)).toEqual([]);
    expect(askedIn(fakes)).toEqual([ipamRegion]);
    expect(fakes.requestLog.of('DescribeByoipCidrs').map(({ region }) => region)).toEqual([
      'us-west-2',
    ]);
    expect(fakes.requestLog.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });

  test.each([
    ['does not list', { '64501': 'provisioned' }, 'lists AS64501, and not AS64500'],
    ['is empty', {}, 'the IPAM in us-east-1 lists no ASN'],
    ['lists in another state', { '64500': 'deprovisioned' }, 'IPAM shows AS64500 as deprovisioned'],
  ])('an ASN is refused that the IPAM %s', async (_, asns, says) => {
    const { outputs, log, summary, fakes } = await runScenario({
      with: { 'ipam-region': ipamRegion },
      given: (fakes) => withIpam(fakes, asns),
    });
    expect(outputs).toMatchObject({ reason: 'asn-not-provisioned', changed: 'false' });
    expect(log).toContain(says);
    expect(log).toContain('provision the ASN (docs/getting-started.md#provision-an-asn)');
    expect(summary).toContain('asn-not-provisioned');
    expect(fakes.requestLog.changes).toEqual([]);
  });

  test('an existing association is kept, whatever the IPAM lists', async () => {
    const { outputs } = await runScenario({
      with: { 'ipam-region': ipamRegion },
      given: (fakes) => {
        withIpam(fakes, {});
        fakes.ipam.setAssociation({ ...pair, state: 'associated' });
      },
    });
    expect(outputs.reason).toBe('already-associated');
  });

  test('the file may name the Region, for all targets or for one', async () => {
    const keys = [
      file.replace('targets:', `ipam-region: ${ipamRegion}\ntargets:`),
      file.replace(/( +)region: us-west-2/, `$&\n$1ipam-region: ${ipamRegion}`),
    ];
    for (const text of keys) {
      const { outputs, log, printed, fakes } = await runScenario({
        files: { 'byoasn.yml': text },
        with: { ...dryRun, config: 'byoasn.yml', 'ipam-region': 'eu-west-1' },
        given: (fakes) => withIpam(fakes, { '64500': 'provisioned' }),
      });
      expect(outputs.reason).toBe('refused');
      expect(JSON.parse(outputs.counts ?? '')).toMatchObject({ associate: 1, refuse: 1 });
      expect(log).toContain(
        'asn-not-provisioned: the IPAM in us-east-1 lists AS64500, and not AS64599',
      );
      expect(printed.find(({ at }) => at?.file === 'byoasn.yml')).toMatchObject({ level: 'error' });
      expect(askedIn(fakes)).toEqual([ipamRegion]);
    }
  });

  test('the log has the policy that the role needs, and that policy is enough', async () => {
    const subjects = [classicSubject];
    const denied = await runScenario({
      with: inIpam,
      fakes: { role: { subjects, actions: grantOf(planPolicy('us-west-2')) } },
      given: (fakes) => withIpam(fakes, { '64500': 'provisioned' }),
    });
    expect(denied.outputs.reason).toBe('access-denied');
    expect(denied.log).toContain('Could not read the ASNs of the IPAM in us-east-1: ');
    const [policy] = loggedPolicies(denied.log);
    expect(policy).toEqual(planPolicy('us-west-2', ipamRegion));
    const allowed = await runScenario({
      with: inIpam,
      fakes: { role: { subjects, actions: grantOf(policy ?? {}) } },
      given: (fakes) => withIpam(fakes, { '64500': 'provisioned' }),
    });
    expect(allowed.outputs.reason).toBe('dry-run-unchecked');
  });

  test.each([
    ['asks for the permission', { 'dry-run': 'true' }, 'not-permitted'],
    ['associates', {}, 'access-denied'],
  ])('the policy of a run that %s names both Regions', async (_, inputs, reason) => {
    const actions = grantOf(planPolicy('us-west-2', ipamRegion));
    const { outputs, log } = await runScenario({
      with: { ...inputs, 'ipam-region': ipamRegion },
      fakes: { role: { subjects: [classicSubject], actions } },
      given: (fakes) => withIpam(fakes, { '64500': 'provisioned' }),
    });
    expect(outputs.reason).toBe(reason);
    expect(loggedPolicies(log)).toEqual([applyPolicy('us-west-2', ipamRegion)]);
  });

  test('a Region of another partition is refused before any request', async () => {
    const { outputs, log, fakes } = await runScenario({
      with: { ...dryRun, 'ipam-region': 'us-gov-west-1' },
    });
    expect(outputs.reason).toBe('invalid-input');
    expect(log).toContain('ipam-region: us-gov-west-1 is in the partition aws-us-gov');
    expect(fakes.requestLog.requests).toEqual([]);
  });
});
