import { describe, expect, test } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import { seen } from '../../unit/report/structure.ts';
import { configFile, main } from './fleet.ts';
import { type Ended, pair, runScenario, type Scenario } from './scenario.ts';

const file = configFile([{ ...main, associations: [{ ...pair, asn: 64500 }] }]);
const inFile: Scenario = { files: { 'byoasn.yml': file }, with: { config: 'byoasn.yml' } };
const text =
  'unmanaged: 198.51.100.0/24 with AS64501 is associated in 111122223333/us-west-2, not changed';
/** The row of the association that the file has. */
const row = '| AS64500<br>**also AS64501** | provisioned | none &#40;associated&#41; |';

/** The desired association exists, and somebody has associated a second ASN. */
function withSecond({ ipam }: Fakes): void {
  ipam.setAssociation({ ...pair, state: 'associated' });
  ipam.setAssociation({ ...pair, asn: '64501', state: 'associated' });
}

/** A dry run of the file with the second ASN. */
const planWith = (inputs: Readonly<Record<string, string>>) =>
  runScenario({
    ...inFile,
    with: { ...inFile.with, 'dry-run': 'true', ...inputs },
    given: withSecond,
  });

const countsOf = ({ outputs }: { readonly outputs: Readonly<Record<string, string>> }) =>
  JSON.parse(outputs.counts ?? '');

/** The warning annotations of a run. */
const warningsIn = (printed: Ended['printed']) =>
  printed.filter(({ level }) => level === 'warning');

describe.concurrent('a second ASN on a CIDR', () => {
  test('is only counted and named', async () => {
    const ended = await planWith({});
    expect(ended.outputs.reason).toBe('no-changes');
    expect(countsOf(ended)).toEqual({ associate: 0, wait: 0, keep: 1, refuse: 0, unmanaged: 1 });
    expect(ended.summary).toContain('**1 unmanaged association**');
    expect(ended.summary).toContain(row);
    expect(ended.summary).not.toContain('[!WARNING]');
    expect(JSON.parse(ended.outputs.plan ?? '')).toMatchObject({
      unmanaged: [{ cidr: pair.cidr, asn: '64501', state: 'associated' }],
    });
    expect(warningsIn(ended.printed)).toEqual([]);
  });

  test('is a warning at the line of the CIDR with unmanaged: warn', async () => {
    const { outputs, printed, summary } = await planWith({ unmanaged: 'warn' });
    expect(outputs.reason).toBe('no-changes');
    expect(warningsIn(printed)).toEqual([
      {
        level: 'warning',
        text,
        at: expect.objectContaining({ file: 'byoasn.yml', line: '6', col: '9' }),
      },
    ]);
    expect(seen(summary)).toContain(`\n> [!WARNING]\n> ${text}\n`);
    expect(summary).toContain(row);
  });

  test('refuses the plan with unmanaged: fail, and the plan is complete in the report', async () => {
    const ended = await planWith({ unmanaged: 'fail' });
    expect(ended.outputs).toMatchObject({ reason: 'unmanaged', 'has-changes': 'false' });
    expect(ended.outputs['plan-digest']).toMatch(/^v2:/);
    expect(countsOf(ended)).toMatchObject({ keep: 1, unmanaged: 1 });
    expect(ended.summary).toContain('refused');
    expect(ended.summary).toContain(row);
    expect(ended.log).toContain(
      'Nothing was changed: AWS has 1 unmanaged association, which the file does not have',
    );
    expect(ended.printed.find(({ at }) => at?.file === 'byoasn.yml')).toMatchObject({
      level: 'error',
      text: expect.stringContaining(text),
      at: { line: '6' },
    });
  });

  test('lets an apply create nothing with unmanaged: fail', async () => {
    const { outputs, fakes, log } = await runScenario({
      with: { unmanaged: 'fail' },
      given: ({ ipam }) => ipam.setAssociation({ ...pair, asn: '64501', state: 'associated' }),
    });
    expect(outputs).toMatchObject({ reason: 'unmanaged', state: 'absent', 'has-changes': 'true' });
    expect(fakes.requestLog.changes).toEqual([]);
    expect(log).toContain('which the inputs do not name');
  });

  test('that was disassociated does not count', async () => {
    const { outputs } = await runScenario({
      with: { unmanaged: 'fail' },
      given: ({ ipam }) => {
        ipam.setAssociation({ ...pair, state: 'associated' });
        ipam.setAssociation({ ...pair, asn: '64501', state: 'disassociated' });
      },
    });
    expect(outputs.reason).toBe('already-associated');
  });

  test('does not change the digest', async () => {
    const run = (given: (fakes: Fakes) => void) =>
      runScenario({ ...inFile, with: { ...inFile.with, 'dry-run': 'true' }, given });
    const alone = await run(() => {});
    const shared = await run(({ ipam }) =>
      ipam.setAssociation({ ...pair, asn: '64501', state: 'associated' }),
    );
    expect(shared.outputs['plan-digest']).toBe(alone.outputs['plan-digest']);
  });
});

describe.concurrent('all-cidrs', () => {
  test('counts and lists the CIDRs that are not in the file', async () => {
    const ended = await planWith({ 'all-cidrs': 'true' });
    expect(ended.outputs.reason).toBe('no-changes');
    expect(countsOf(ended)).toMatchObject({ unmanaged: 1, unmanaged_cidrs: 2 });
    expect(ended.summary).toContain('**1 unmanaged association, 2 unmanaged CIDRs**');
    const place = {
      target: '111122223333/us-west-2',
      account_id: main.account,
      region: main.region,
    };
    expect(JSON.parse(ended.outputs.plan ?? '').unmanaged_cidrs).toEqual([
      { ...place, cidr: '2001:db8:1000::/48', state: 'advertised', asns: [] },
      { ...place, cidr: '203.0.113.0/24', state: 'advertised', asns: [] },
    ]);
  });

  test('warns of them or fails, as unmanaged says', async () => {
    const warned = await planWith({ 'all-cidrs': 'true', unmanaged: 'warn' });
    expect(warningsIn(warned.printed)).toHaveLength(3);
    const failed = await planWith({ 'all-cidrs': 'true', unmanaged: 'fail' });
    expect(failed.outputs.reason).toBe('unmanaged');
    expect(failed.log).toContain('1 unmanaged association, 2 unmanaged CIDRs');
    expect(failed.log).toContain('unmanaged: 203.0.113.0/24 is advertised');
  });
});

describe.concurrent('an association on a CIDR that cannot be advertised', () => {
  test.each([
    ['deprovisioned', 'cidr-not-ready'],
    ['pending-deprovision', 'cidr-not-ready'],
    ['provisioned-not-publicly-advertisable', 'cidr-not-eligible'],
  ])('is refused although it exists: %s', async (state, reason) => {
    const given = ({ ipam }: Fakes) => {
      ipam.setAssociation({ ...pair, state: 'associated' });
      ipam.setCidrState(pair.cidr, state);
    };
    const single = await runScenario({ given });
    expect(single.outputs).toMatchObject({ reason, state: 'associated', changed: 'false' });
    const ended = await runScenario({ ...inFile, given });
    expect(ended.outputs.reason).toBe('refused');
    expect(countsOf(ended)).toMatchObject({ keep: 0, refuse: 1 });
    expect(ended.log).toContain(`${reason}: already associated, but 198.51.100.0/24 is ${state}`);
    expect(ended.fakes.requestLog.changes).toEqual([]);
  });

  test('is kept if the state of the CIDR is unknown', async () => {
    const { outputs } = await runScenario({
      given: ({ ipam }) => {
        ipam.setAssociation({ ...pair, state: 'associated' });
        ipam.setCidrState(pair.cidr, 'under-audit');
      },
    });
    expect(outputs.reason).toBe('already-associated');
  });
});
