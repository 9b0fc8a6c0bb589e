import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { classicSubject } from '../../fakes/issuer.ts';
import {
  addDr,
  configFile,
  dr,
  fastAssociations,
  fleet,
  main,
  manyCidrs,
  runFile,
  withFleet,
} from './fleet.ts';
import { runOn, runScenario } from './scenario.ts';

const pairs = {
  v4: { asn: '64500', cidr: '198.51.100.0/24' },
  v6: { asn: '64500', cidr: '2001:db8:1000::/48' },
  dr: { asn: '64501', cidr: '203.0.113.0/24' },
};

const plan = { 'dry-run': 'true' };

describe('a fleet from its plan to its end', () => {
  let fakes: Fakes;
  let digest = '';

  beforeAll(async () => {
    fakes = await startFakes(fastAssociations);
    addDr(fakes);
  });
  afterAll(() => fakes.close());

  test('is planned on the pull request, without a change', async () => {
    const { outputs, result, log, printed, planFile, planPage, summary } = await runFile(
      fakes,
      fleet,
      plan,
    );
    digest = outputs['plan-digest'] ?? '';
    expect(outputs).toMatchObject({
      reason: 'planned',
      state: 'absent',
      'has-changes': 'true',
      changed: 'false',
      'plan-digest': expect.stringMatching(/^v2:[0-9a-f]{64}$/),
      asn: '',
      region: '',
    });
    expect(JSON.parse(outputs.counts ?? '')).toEqual({
      ...{ associate: 3, wait: 0, keep: 0, refuse: 0 },
      unmanaged: 0,
    });
    expect(JSON.parse(outputs.matrix ?? '')).toEqual({
      include: [
        expect.objectContaining({ target: '111122223333/us-west-2', ...main, changes: 2 }),
        expect.objectContaining({ target: 'dr', ...dr, changes: 1 }),
      ],
    });
    expect(JSON.parse(planFile)).toEqual(JSON.parse(outputs.plan ?? ''));
    expect(planPage).toBe(summary);
    expect(JSON.parse(planFile)).toMatchObject({
      digest,
      changes: [
        { ...pairs.v4, account_id: main.account, step: 'associate', state: 'absent' },
        { ...pairs.v6, step: 'associate' },
        { ...pairs.dr, target: 'dr', account_id: dr.account, region: dr.region },
      ],
    });
    expect(result.pairs.map(({ end }) => end)).toEqual(['planned', 'planned', 'planned']);
    const groups = printed.filter(({ level }) => level === 'group').map(({ text }) => text);
    expect(groups).toEqual([
      'Inputs',
      'Credentials',
      'Plan for 111122223333/us-west-2: 2 to create',
      'Plan for dr: 1 to create',
      'Dry run',
    ]);
    expect(log).toContain(`plan digest ${digest}`);
  });

  test('asks EC2 for permission once for each target, not for each pair', () => {
    const asked = fakes.requestLog.of('AssociateIpamByoasn').map(({ params }) => params.DryRun);
    expect(asked).toEqual(['true', 'true']);
  });

  test('is applied with the approved digest', async () => {
    const { outputs, result, log } = await runFile(fakes, fleet, { 'expected-plan': digest });
    expect(outputs).toMatchObject({ reason: 'applied', state: 'associated', changed: 'true' });
    expect(result.pairs.map(({ end }) => end)).toEqual(['associated', 'associated', 'associated']);
    expect(fakes.requestLog.changes).toHaveLength(3);
    expect(
      fakes.ec2.ipam(dr.account, dr.region).association('64501', '203.0.113.0/24'),
    ).toMatchObject({ state: 'associated' });
    expect(log).toMatch(/\d of 3 associated, \d pending, 00:\d\d/);
    expect(log).toMatch(/3 of 3 associated, 0 pending, 00:\d\d/);
  });

  test('has no changes when it is applied again, with the old digest or the new one', async () => {
    const again = await runFile(fakes, fleet, { 'expected-plan': digest });
    expect(again.outputs).toMatchObject({ reason: 'no-changes', changed: 'false' });
    const { outputs } = await runFile(fakes, fleet, plan);
    expect(outputs).toMatchObject({ reason: 'no-changes', 'has-changes': 'false' });
    expect(JSON.parse(outputs.matrix ?? '')).toEqual({ include: [] });
    const fresh = await runFile(fakes, fleet, { 'expected-plan': outputs['plan-digest'] ?? '' });
    expect(fresh.outputs).toMatchObject({ reason: 'no-changes', state: 'associated' });
    expect(fakes.requestLog.changes).toHaveLength(3);
  });
});

describe.concurrent('an approved plan', () => {
  test('is refused if AWS has changed meanwhile, with the pair and the changed field', () =>
    withFleet(async (fakes) => {
      fakes.ipam.setAssociation({ ...pairs.v6, state: 'associated' });
      const { outputs: planned } = await runFile(fakes, fleet, plan);
      fakes.ipam.removeAssociation(pairs.v6.asn, pairs.v6.cidr);
      const { outputs, log } = await runFile(fakes, fleet, {
        'expected-plan': planned.plan ?? '',
      });
      expect(outputs).toMatchObject({ reason: 'plan-changed', changed: 'false' });
      expect(log).toContain(
        '2001:db8:1000::/48 with AS64500 in 111122223333/us-west-2: step changed from keep to associate, state changed from associated to absent',
      );
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('is refused if someone else has associated one of its pairs and others are left', () =>
    withFleet(async (fakes) => {
      const { outputs: planned } = await runFile(fakes, fleet, plan);
      fakes.ipam.setAssociation({ ...pairs.v4, state: 'associated' });
      const { outputs, log } = await runFile(fakes, fleet, {
        'expected-plan': planned['plan-digest'] ?? '',
      });
      expect(outputs.reason).toBe('plan-changed');
      expect(log).toContain('AS64501 in dr (444455556666 eu-west-1): AWS shows it as absent');
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('is not refused if only the form of the file has changed', () =>
    withFleet(async (fakes) => {
      const { outputs: planned } = await runFile(fakes, fleet, plan);
      const rewritten = `{"version": 1, "targets": [
        {"name": "elsewhere", "account": "${dr.account}", "region": "${dr.region}", "associations": [
          {"cidr": "203.0.113.0/24", "asn": "AS64501", "note": "new"}]},
        {"account": "${main.account}", "region": "${main.region}", "associations": [
          {"asn": 64500, "cidr": "2001:0DB8:1000::0/48"}, {"asn": 64500, "cidr": "198.51.100.0/24"}]}]}`;
      const { outputs } = await runFile(fakes, rewritten, {
        'expected-plan': planned['plan-digest'] ?? '',
      });
      expect(outputs.reason).toBe('applied');
    }));

  test('is not refused if a pending association has reached its end state', () =>
    withFleet(async (fakes) => {
      fakes.ipam.setAssociation({ ...pairs.v6, state: 'pending-association' });
      const { outputs: planned } = await runFile(fakes, fleet, plan);
      expect(JSON.parse(planned.counts ?? '')).toMatchObject({ associate: 2, wait: 1 });
      fakes.ipam.setAssociation({ ...pairs.v6, state: 'associated' });
      const { outputs } = await runFile(fakes, fleet, {
        'expected-plan': planned['plan-digest'] ?? '',
      });
      expect(outputs.reason).toBe('applied');
      expect(fakes.requestLog.changes).toHaveLength(2);
    }));

  test('is refused if the file has one more association', () =>
    withFleet(async (fakes) => {
      const smaller = configFile([
        { ...main, associations: [{ asn: 64500, cidr: pairs.v4.cidr }] },
        { name: 'dr', ...dr, associations: [pairs.dr] },
      ]);
      const { outputs: planned } = await runFile(fakes, smaller, plan);
      const { outputs, log } = await runFile(fakes, fleet, {
        'expected-plan': planned['plan-digest'] ?? '',
      });
      expect(outputs.reason).toBe('plan-changed');
      expect(log).toContain('2001:db8:1000::/48 with AS64500');
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('that is given as JSON names each difference, also in the file', () =>
    withFleet(async (fakes) => {
      const { outputs: planned } = await runFile(fakes, fleet, plan);
      const otherFile = configFile([
        { ...main, associations: [{ asn: 64501, cidr: pairs.v4.cidr }] },
        { name: 'dr', ...dr, associations: [pairs.dr] },
      ]);
      const approved = { 'expected-plan': planned.plan ?? '' };
      const { outputs, log } = await runFile(fakes, otherFile, approved);
      expect(outputs.reason).toBe('plan-changed');
      expect(log).toContain(
        '198.51.100.0/24 with AS64500 in 111122223333/us-west-2: ASN changed from 64500 to 64501',
      );
      expect(log).toContain(
        '2001:db8:1000::/48 with AS64500 in 111122223333/us-west-2: no longer in the plan',
      );
      const { outputs: applied } = await runFile(fakes, fleet, approved);
      expect(applied.reason).toBe('applied');
      expect(fakes.requestLog.changes).toHaveLength(3);
    }));

  test('can be applied target by target, with the digests of the matrix', () =>
    withFleet(async (fakes) => {
      const { outputs: planned } = await runFile(fakes, fleet, plan);
      const { include } = JSON.parse(planned.matrix ?? '');
      for (const { target, 'plan-digest': expected } of include) {
        const { outputs } = await runFile(fakes, fleet, { target, 'expected-plan': expected });
        expect(outputs.reason).toBe('applied');
      }
      expect(fakes.requestLog.changes).toHaveLength(3);
    }));

  test('of one association has a digest too', async () => {
    const fakes = await startFakes(fastAssociations);
    try {
      const single = { ...pairs.v4, 'aws-region': main.region, 'allow-special-use': 'true' };
      const run = (inputs: Readonly<Record<string, string>>) =>
        runOn(fakes, { with: { ...single, 'role-to-assume': fakes.roleArn, ...inputs } });
      const { outputs: planned } = await run(plan);
      expect(planned['plan-digest']).toMatch(/^v2:/);
      const refused = await run({ 'expected-plan': `v2:${'0'.repeat(64)}` });
      expect(refused.outputs.reason).toBe('plan-changed');
      const applied = await run({ 'expected-plan': planned['plan-digest'] ?? '' });
      expect(applied.outputs.reason).toBe('associated');
    } finally {
      await fakes.close();
    }
  });
});

describe.concurrent('before any change', () => {
  test('a CIDR that AWS does not list refuses the complete plan, at its line', () =>
    withFleet(async (fakes) => {
      const file = configFile([
        {
          ...main,
          associations: [
            { asn: 64500, cidr: '198.51.100.0/24' },
            { asn: 64500, cidr: '192.0.2.0/24' },
          ],
        },
      ]);
      const { outputs, log, printed, result } = await runFile(fakes, file, {});
      expect(outputs).toMatchObject({ reason: 'refused', changed: 'false' });
      expect(log).toContain('Nothing was changed: 1 of 2 associations blocked');
      expect(log).toContain('192.0.2.0/24 with AS64500: cidr-not-found: AWS does not list');
      expect(printed.filter(({ at }) => at?.file === 'byoasn.yml')).toMatchObject([
        { level: 'error', at: { line: '8' } },
      ]);
      expect(result.pairs.map(({ end }) => end)).toEqual(['refused', 'skipped']);
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('a plan above max-changes is refused', () =>
    withFleet(async (fakes) => {
      const { outputs, log } = await runFile(fakes, fleet, { 'max-changes': '2' });
      expect(outputs.reason).toBe('too-many-changes');
      expect(log).toContain('The plan creates 3 associations, but max-changes is 2');
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('all refusals of a plan are reported together', () =>
    withFleet(async (fakes) => {
      fakes.ipam.setAssociation({ ...pairs.v6, state: 'pending-disassociation' });
      const { outputs, log } = await runFile(fakes, fleet, {
        'max-changes': '1',
        'expected-plan': `v2:${'0'.repeat(64)}`,
      });
      expect(outputs.reason).toBe('refused');
      expect(log).toContain('association-busy: a disassociation is pending');
      expect(log).toContain('The plan differs from the approved one');
      expect(log).toContain('but max-changes is 1');
    }));

  test('credentials of an account other than that of the target end the run', () =>
    withFleet(async (fakes) => {
      const { outputs, log } = await runFile(fakes, fleet, { 'role-to-assume': fakes.roleArn });
      expect(outputs).toMatchObject({ reason: 'account-not-allowed', changed: 'false' });
      expect(log).toContain(
        'dr: account-not-allowed: The credentials belong to account 111122223333, and the target is in 444455556666',
      );
      expect(fakes.requestLog.of('AssociateIpamByoasn')).toEqual([]);
    }));

  test('a role that STS refuses in one account ends the run for all', () =>
    withFleet(async (fakes) => {
      fakes.sts.removeRole(`arn:aws:iam::${dr.account}:role/byoasn-apply`);
      const { outputs, log } = await runFile(fakes, fleet, {});
      expect(outputs.reason).toBe('oidc-denied');
      expect(log).toContain('dr: oidc-denied: ');
      expect(fakes.requestLog.changes).toEqual([]);
    }));

  test('associations that AWS lists and the file does not are reported and not changed', () =>
    withFleet(async (fakes) => {
      fakes.ipam.setAssociation({ asn: '64511', cidr: pairs.v4.cidr, state: 'associated' });
      const { outputs, log, result, summary } = await runFile(fakes, fleet, {});
      expect(outputs.reason).toBe('applied');
      expect(log).toContain('unmanaged: 198.51.100.0/24 with AS64511 is associated in ');
      expect(result.unmanaged).toMatchObject([{ asn: '64511', state: 'associated' }]);
      expect(summary).toContain('64511');
      expect(fakes.ipam.association('64511', pairs.v4.cidr)?.state).toBe('associated');
    }));

  test('an account where the role may not read ends the run with the policy to paste', () =>
    withFleet(async (fakes) => {
      fakes.sts.setRole({
        arn: `arn:aws:iam::${dr.account}:role/byoasn-apply`,
        subjects: [classicSubject],
        maxSessionSeconds: 3600,
        actions: [],
      });
      const { outputs, log } = await runFile(fakes, fleet, {});
      expect(outputs).toMatchObject({ reason: 'access-denied', changed: 'false' });
      expect(log).toContain('dr: access-denied: Could not read the BYOIP CIDRs of eu-west-1');
      expect(log).toContain('"ec2:DescribeByoipCidrs"');
      expect(fakes.requestLog.changes).toEqual([]);
    }));
});

describe.concurrent('a failure in a fleet', () => {
  const broken = configFile([
    {
      ...main,
      associations: [
        { asn: 64500, cidr: '198.51.100.0/24' },
        { asn: 64500, cidr: '203.0.113.0/24' },
        { asn: 64500, cidr: '2001:db8:1000::/48' },
      ],
    },
  ]);
  const refuseSecond = {
    operation: 'AssociateIpamByoasn',
    fault: 'error',
    status: 400,
    code: 'IncorrectState',
    message: 'no',
    skip: 1,
  } as const;

  test('starts no more calls, waits for accepted ones, and skips the rest', () =>
    withFleet(async (fakes) => {
      const many = configFile([
        { ...main, associations: [{ asn: 64500, cidr: '198.51.100.0/24' }] },
        { name: 'dr', ...dr, associations: [pairs.dr] },
      ]);
      fakes.faults.add({ ...refuseSecond });
      const { outputs, result, log } = await runFile(fakes, many, { concurrency: '1' });
      expect(outputs).toMatchObject({ reason: 'partly-applied', changed: 'true' });
      expect(result.pairs.map(({ end }) => end)).toEqual(['associated', 'failed']);
      expect(log).toContain('1 of 2 associations failed; 1 associated');
      expect(log).toContain(
        'dr: request-rejected: Could not associate 203.0.113.0/24 with AS64501',
      );
    }));

  test('starts no further target, unless fail-fast is false', () =>
    withFleet(async (fakes) => {
      fakes.faults.add({ ...refuseSecond, skip: 0 });
      const stopped = await runFile(fakes, fleet, { concurrency: '1', target: 'dr' });
      expect(stopped.outputs.reason).toBe('request-rejected');
      fakes.faults.add({ ...refuseSecond, skip: 0, times: 1 });
      const gone = await runFile(fakes, broken, { 'fail-fast': 'false' });
      expect(gone.outputs).toMatchObject({ reason: 'partly-applied', state: 'absent' });
      expect(gone.result.pairs.map(({ end }) => end).sort()).toEqual([
        'associated',
        'associated',
        'failed',
      ]);
    }));

  test('leaves the skipped pairs for the next run', () =>
    withFleet(async (fakes) => {
      fakes.faults.add({ ...refuseSecond, skip: 0 });
      const first = await runFile(fakes, fleet, { concurrency: '1' });
      // The second pair of the first target was in flight when the first one failed.
      expect(first.outputs.reason).toBe('partly-applied');
      const ends = first.result.pairs.map(({ end }) => end);
      expect(ends.toSorted()).toEqual(['associated', 'failed', 'skipped']);
      const second = await runFile(fakes, fleet, {});
      expect(second.outputs).toMatchObject({ reason: 'applied', state: 'associated' });
      expect(fakes.requestLog.changes).toHaveLength(3);
    }));

  test('of one association in AWS affects only that one', () =>
    withFleet(async (fakes) => {
      fakes.ec2.behave({ transition: { to: 'failed-association', reads: 1 } });
      fakes.ipam.setAssociation({ ...pairs.v4, state: 'associated' });
      const { outputs, result, log } = await runFile(fakes, fleet, {
        target: '111122223333/us-west-2',
      });
      expect(outputs).toMatchObject({ reason: 'association-failed', state: 'failed-association' });
      expect(result.pairs.map(({ end }) => end)).toEqual(['kept', 'failed']);
      expect(log).toContain('association-failed: ');
    }));
});

// Windows has no signals: there, a process ends without a chance to report.
const onPosix = test.skipIf(process.platform === 'win32');
onPosix('a fleet that was cancelled is completed by the next run, which joins the wait', () =>
  withFleet(async (fakes) => {
    fakes.ec2.behave({ transition: { ms: 20_000 } });
    const cancelled = await runFile(
      fakes,
      fleet,
      {},
      {
        onLine: (line, child) => {
          if (line.includes('of 3 associated')) child.kill('SIGINT');
        },
      },
    );
    expect(cancelled.outputs).toMatchObject({ reason: 'cancelled', changed: 'true' });
    expect(cancelled.result.pairs.map(({ end }) => end)).toEqual(['pending', 'pending', 'pending']);
    const calls = fakes.requestLog.of('AssociateIpamByoasn').length;
    const { outputs } = await runFile(fakes, fleet, {});
    expect(outputs).toMatchObject({ reason: 'applied', state: 'associated', changed: 'false' });
    expect(JSON.parse(outputs.counts ?? '')).toMatchObject({ associate: 0, wait: 3 });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(calls);
    expect(fakes.requestLog.changes).toHaveLength(3);
  }),
);

describe('a thousand pairs', () => {
  const cidrs = manyCidrs(1_000);
  const fixtures = (some: readonly string[]) =>
    some.map((cidr) => ({ cidr, state: 'provisioned', advertisementType: 'unicast' as const }));

  test("in one target are planned within GitHub's limits", async () => {
    const associations = cidrs.map((cidr) => ({ asn: 64500, cidr }));
    const ended = await runScenario({
      fakes: { cidrs: fixtures(cidrs) },
      files: { 'byoasn.yml': configFile([{ ...main, associations }]) },
      with: { config: 'byoasn.yml', 'dry-run': 'true' },
    });
    expect(ended.outputs).toMatchObject({ reason: 'planned', plan: '' });
    expect(JSON.parse(ended.planFile).changes).toHaveLength(1_000);
    expect(ended.result.pairs).toHaveLength(1_000);
    // EC2 gives a hundred CIDRs a page at most.
    expect(ended.fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(10);
    expect(
      ended.fakes.requestLog.requests.filter(({ outcome }) => outcome === 'RequestLimitExceeded'),
    ).toEqual([]);
  });

  test('in twenty targets are applied with the least calls, and never throttled', async () => {
    const targets = Array.from({ length: 20 }, (_, index) => ({
      account: `1111222233${String(index).padStart(2, '0')}`,
      region: 'us-west-2',
      cidrs: cidrs.slice(index * 50, index * 50 + 50),
    }));
    const fakes = await startFakes({ cidrs: [], behaviour: { transition: { reads: 1 } } });
    for (const { account, region, cidrs: some } of targets) {
      fakes.addAccount(account, { [region]: { cidrs: fixtures(some) } });
    }
    const file = configFile(
      targets.map(({ account, region, cidrs: some }) => ({
        account,
        region,
        associations: some.map((cidr) => ({ asn: 64500, cidr })),
      })),
    );
    try {
      const { outputs, result } = await runFile(fakes, file, { concurrency: '20' });
      expect(outputs).toMatchObject({ reason: 'applied', state: 'associated' });
      expect(result.pairs).toHaveLength(1_000);
      expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1_000);
      expect(fakes.requestLog.of('DescribeIpamByoasn')).toHaveLength(20);
      expect(fakes.requestLog.requests.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
      expect(fakes.requestLog.of('DescribeByoipCidrs').length).toBeLessThanOrEqual(20 * 4);
    } finally {
      await fakes.close();
    }
  });
});
