import { describe, expect, test } from 'vitest';
import { applyPolicy } from '../../../src/aws/policies.ts';
import type { Fakes, FakesOptions } from '../../fakes/fakes.ts';
import { withFakes } from '../../fakes/fakes.ts';
import { grantOf } from '../../fakes/grant.ts';
import { configFile, main } from './fleet.ts';
import { type Ended, pair, runOn, type Scenario } from './scenario.ts';

const { cidr } = pair;
const removal = { asn: 64500, cidr, remove: true } as const;
const policy = applyPolicy(main.region, undefined, { removes: true });

/** Fake servers whose role may remove, and whose associations reach their end at the first read. */
const fakesOptions: FakesOptions = {
  role: { actions: grantOf(policy) },
  behaviour: { transition: { reads: 1 }, disassociation: { reads: 1 } },
};

const fileOf = (associations: Parameters<typeof configFile>[0][number]['associations']) => ({
  'byoasn.yml': configFile([{ ...main, associations }]),
});
const inFile: Scenario = {
  files: fileOf([removal]),
  with: { config: 'byoasn.yml', 'allow-remove': 'true' },
};
const plan = { 'dry-run': 'true' };

/** The CIDR is associated with AS64500, and in a state with an origin. */
const associated =
  (facts: { readonly state?: string; readonly origin?: string } = {}) =>
  ({ ipam }: Fakes): void =>
    ipam.setCidr({
      cidr,
      state: 'provisioned',
      advertisementType: 'unicast',
      associations: [{ asn: '64500', state: 'associated' }],
      ...facts,
    });

async function run(
  scenario: Partial<Scenario>,
  options: FakesOptions = fakesOptions,
): Promise<Ended> {
  let ended: Ended | undefined;
  await withFakes(options, async (fakes) => {
    ended = await runOn(fakes, {
      ...inFile,
      given: associated(),
      ...scenario,
      with: { ...inFile.with, ...scenario.with },
    });
  });
  if (!ended) throw new Error('the run did not end');
  return ended;
}

const verbs = ({ fakes }: Ended) => fakes.requestLog.changes.map(({ verb, asn }) => [verb, asn]);

describe.concurrent('an association that the file says to remove', () => {
  test('is planned, approved and removed, and stays removed', async () => {
    await withFakes(fakesOptions, async (fakes) => {
      associated()(fakes);
      const planned = await runOn(fakes, { ...inFile, with: { ...inFile.with, ...plan } });
      expect(planned.outputs).toMatchObject({
        reason: 'planned',
        'has-changes': 'true',
        state: 'associated',
      });
      expect(JSON.parse(planned.outputs.counts ?? '')).toMatchObject({
        associate: 0,
        disassociate: 1,
      });
      expect(planned.summary).toContain('1 association to remove');
      expect(planned.summary).toContain('**remove**<br>associated, and the CIDR is provisioned');
      expect(planned.log).toContain('EC2 DryRun permits this role to disassociate');
      expect(fakes.requestLog.changes).toEqual([]);

      const approved = { ...inFile.with, 'expected-plan': planned.outputs.plan ?? '' };
      const applied = await runOn(fakes, { ...inFile, with: approved });
      expect(applied.outputs).toMatchObject({
        reason: 'disassociated',
        state: 'disassociated',
        changed: 'true',
      });
      expect(applied.result.pairs).toMatchObject([
        { remove: true, end: 'disassociated', step: 'disassociate', state: 'disassociated' },
      ]);
      expect(applied.summary).toContain('1 association removed');
      expect(applied.summary).toContain('aws ec2 associate-ipam-byoasn --region us-west-2');
      expect(applied.log).toContain('Delete the entry with remove: true from the file.');

      const again = await runOn(fakes, { ...inFile, with: approved });
      expect(again.outputs).toMatchObject({ reason: 'no-changes', changed: 'false' });
      expect(fakes.requestLog.of('DisassociateIpamByoasn')).toHaveLength(2);
    });
  });

  test.each([{}, plan])('is refused without allow-remove (%j)', async (inputs) => {
    const ended = await run({ with: { 'allow-remove': 'false', ...inputs } });
    expect(ended.outputs).toMatchObject({ reason: 'refused', changed: 'false' });
    expect(ended.log).toContain('needs the input allow-remove: true');
    expect(ended.printed.find(({ at }) => at?.file === 'byoasn.yml')).toMatchObject({
      level: 'error',
      text: expect.stringContaining('allow-remove: true'),
      at: { line: '6' },
    });
    expect(ended.fakes.requestLog.of('DisassociateIpamByoasn')).toEqual([]);
  });

  test('is removed after the new ASN of its CIDR is associated', async () => {
    const ended = await run({ files: fileOf([{ asn: 64501, cidr }, removal]) });
    expect(ended.outputs).toMatchObject({ reason: 'applied', state: 'associated' });
    expect(verbs(ended)).toEqual([
      ['associate', '64501'],
      ['disassociate', '64500'],
    ]);
    expect(ended.summary).toContain('1 association created, 1 removed');
  });

  test('counts toward max-changes', async () => {
    const ended = await run({
      files: fileOf([{ asn: 64501, cidr }, removal]),
      with: { 'max-changes': '1' },
    });
    expect(ended.outputs).toMatchObject({ reason: 'too-many-changes', changed: 'false' });
  });

  test('is not covered by the approval of another plan', async () => {
    await withFakes(fakesOptions, async (fakes) => {
      associated()(fakes);
      const planned = await runOn(fakes, {
        ...inFile,
        files: fileOf([{ asn: 64500, cidr }]),
        with: { ...inFile.with, ...plan },
      });
      const given = { ...inFile.with, 'expected-plan': planned.outputs.plan ?? '' };
      const ended = await runOn(fakes, { ...inFile, with: given });
      expect(ended.outputs).toMatchObject({ reason: 'plan-changed', changed: 'false' });
      expect(ended.log).toContain('step changed from keep to disassociate');
    });
  });
});

describe.concurrent('while its CIDR is advertised, an association', () => {
  test.each([
    ['AWS', 'AWS'],
    ['64501', 'AS64501'],
  ])('is removed if IPAM sees the origin %s', async (origin, text) => {
    const ended = await run({ given: associated({ state: 'advertised', origin }) });
    expect(ended.outputs).toMatchObject({ reason: 'disassociated', changed: 'true' });
    expect(ended.log).toContain(`the CIDR is advertised from ${text}`);
    expect(ended.fakes.ipam.advertisement(cidr)?.origin).not.toBe('none');
  });

  test.each(['advertised', 'associated'] as const)(
    'is kept if its ASN is the origin, listed as %s',
    async (associationOfOrigin) => {
      const behaviour = { ...fakesOptions.behaviour, associationOfOrigin };
      const ended = await run(
        { given: associated({ state: 'advertised', origin: '64500' }) },
        { ...fakesOptions, behaviour },
      );
      expect(ended.outputs).toMatchObject({ reason: 'refused', changed: 'false' });
      expect(ended.log).toContain('asn-in-use: the CIDR is advertised from');
      expect(ended.fakes.requestLog.of('DisassociateIpamByoasn')).toEqual([]);
    },
  );

  test('is kept if nobody knows the origin', async () => {
    const behaviour = { ...fakesOptions.behaviour, resourceDiscoveries: [] };
    const ended = await run(
      { given: associated({ state: 'advertised', origin: 'AWS' }) },
      { ...fakesOptions, behaviour },
    );
    expect(ended.outputs).toMatchObject({ reason: 'refused', changed: 'false' });
    expect(ended.log).toContain('asn-in-use: the CIDR is advertised from an unknown origin');
  });
});

describe.concurrent('a disassociate call', () => {
  test.each(['applied-then-500', 'applied-then-hangup', 'cut', 'garbled'] as const)(
    'that EC2 carried out is not repeated if its response is lost (%s)',
    async (fault) => {
      const ended = await run({
        given: (fakes) => {
          associated()(fakes);
          fakes.faults.add({ operation: 'DisassociateIpamByoasn', fault });
        },
      });
      expect(ended.outputs).toMatchObject({ reason: 'disassociated', changed: 'true' });
      expect(ended.fakes.requestLog.of('DisassociateIpamByoasn')).toHaveLength(1);
    },
  );

  test.each(['status500', 'hangup'] as const)(
    'that EC2 did not carry out is repeated once reads show that (%s)',
    async (fault) => {
      const ended = await run({
        given: (fakes) => {
          associated()(fakes);
          fakes.faults.add({ operation: 'DisassociateIpamByoasn', fault });
        },
        with: { wait: 'false' },
      });
      expect(ended.outputs).toMatchObject({ reason: 'accepted', changed: 'true' });
      expect(ended.fakes.requestLog.of('DisassociateIpamByoasn')).toHaveLength(2);
    },
  );

  test('that AWS accepts and then fails has its message', async () => {
    const disassociation = { to: 'failed-disassociation', reads: 1, message: 'pool busy' } as const;
    const ended = await run({}, { ...fakesOptions, behaviour: { disassociation } });
    expect(ended.outputs).toMatchObject({ reason: 'association-failed', changed: 'true' });
    expect(ended.log).toContain('failed-disassociation');
  });

  test('needs the permission: the dry run shows the policy', async () => {
    const role = { actions: grantOf(applyPolicy(main.region)) };
    const ended = await run({ with: plan }, { ...fakesOptions, role });
    expect(ended.outputs).toMatchObject({ reason: 'not-permitted' });
    expect(ended.log).toContain('"ec2:DisassociateIpamByoasn"');
  });
});
