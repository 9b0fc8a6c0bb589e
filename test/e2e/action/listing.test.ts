import { describe, expect, test } from 'vitest';
import { type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import { configFile, main, runFile } from './fleet.ts';
import { type Ended, pair, runScenario } from './scenario.ts';

const [P, A, D, F] = [
  'pending-association',
  'associated',
  'disassociated',
  'failed-association',
] as const;

const unicast = { ...pair, state: 'provisioned', advertisementType: 'unicast' };

/** Fake servers whose entry of the CIDR has these items, each an ASN and its state. */
function listing(...items: readonly (readonly [asn: string, state: string])[]): FakesOptions {
  return {
    cidrs: [{ ...unicast, associations: items.map(([asn, state]) => ({ asn, state })) }],
    behaviour: { transition: { reads: 0 } },
  };
}

const listingTwice = (a: string, b: string) => listing(['64500', a], ['64500', b]);

function expectNoChanges({ fakes }: Ended): void {
  expect(fakes.requestLog.changes).toEqual([]);
}

describe.concurrent('an entry that lists the ASN twice', () => {
  test.each<[string, string]>([
    [A, 'pending-disassociation'],
    ['pending-disassociation', A],
    [A, P],
  ])('as %s and %s contradicts itself: nothing is claimed or changed', async (...states) => {
    const ended = await runScenario({ fakes: listingTwice(...states) });
    expect(ended.outputs).toMatchObject({
      reason: 'unknown-state',
      state: 'unknown',
      'status-message': `AWS lists it more than once: ${states.join(', ')}`,
    });
    expect(ended.log).toContain(
      `its state in AWS is not clear: AWS lists it more than once: ${states.join(', ')}`,
    );
    expectNoChanges(ended);
  });

  test.each<[string, string]>([
    [A, D],
    [D, A],
    [A, F],
    [F, A],
  ])('as %s and %s shows an existing association, in any order', async (...states) => {
    const ended = await runScenario({ fakes: listingTwice(...states) });
    expect(ended.outputs).toMatchObject({ reason: 'already-associated', state: A });
    expectNoChanges(ended);
  });

  test.each<[string, string]>([
    [P, D],
    [D, P],
  ])('as %s and %s shows a pending association', async (...states) => {
    const ended = await runScenario({ fakes: listingTwice(...states), with: { wait: 'false' } });
    expect(ended.outputs).toMatchObject({ reason: 'already-pending', state: P });
    expectNoChanges(ended);
  });

  test('as disassociated and pending is waited for until the new association is associated', async () => {
    const { outputs, result, fakes } = await runScenario({ fakes: listingTwice(D, D) });
    expect(outputs).toMatchObject({ reason: 'associated', state: A, changed: 'true' });
    expect(result.pairs).toMatchObject([{ state_before: D, end: 'associated' }]);
    expect(fakes.requestLog.changes).toHaveLength(1);
  });

  test('blocks the complete plan, but fails no other association of the file', async () => {
    const fakes = await startFakes(listingTwice(A, 'pending-disassociation'));
    try {
      const associations = ['64500', '64501'].map((asn) => ({ ...pair, asn }));
      const ended = await runFile(fakes, configFile([{ ...main, associations }]), {});
      expect(ended.outputs).toMatchObject({ reason: 'refused', changed: 'false' });
      expect(ended.result.pairs.map(({ end }) => end)).toEqual(['refused', 'skipped']);
      expectNoChanges(ended);
    } finally {
      await fakes.close();
    }
  });
});

describe.concurrent('an ASN that AWS spells differently', () => {
  test.each(['AS64500', 'as64500', '064500', '64500 '])('is the same ASN: %j', async (asn) => {
    const ended = await runScenario({ fakes: listing([asn, A]) });
    expect(ended.outputs).toMatchObject({ reason: 'already-associated', state: A });
    expectNoChanges(ended);
  });

  test('is the same ASN in asdot', async () => {
    const ended = await runScenario({ with: { asn: '65536' }, fakes: listing(['1.0', A]) });
    expect(ended.reason).toBe('already-associated');
    expectNoChanges(ended);
  });

  test('is the same ASN in IPAM', async () => {
    const ended = await runScenario({
      fakes: { asns: [{ asn: 'AS64500', ipamId: 'ipam-1', state: 'deprovisioned' }] },
    });
    expect(ended.reason).toBe('asn-not-provisioned');
  });

  test.each(['64500x', '6.45e4', 'AS'])('and is no ASN may be any: %j', async (asn) => {
    const ended = await runScenario({ fakes: listing([asn, A]) });
    expect(ended.outputs).toMatchObject({ reason: 'unknown-state', state: 'unknown' });
    expect(ended.log).toContain(
      `AWS lists the ASN ${JSON.stringify(asn)} with 198.51.100.0/24, which cannot be read and may be AS64500`,
    );
    expectNoChanges(ended);
  });

  test.each(['198.51.100.0', '198.051.100.0/24'])('and is no CIDR may be any: %s', async (cidr) => {
    const ended = await runScenario({
      fakes: { cidrs: [{ ...unicast, cidr, associations: [{ asn: '64500', state: A }] }] },
    });
    expect(ended.outputs).toMatchObject({ reason: 'unknown-state', state: 'unknown' });
    expect(ended.log).toContain(`AWS lists the CIDR "${cidr}", which cannot be read and may be`);
    expectNoChanges(ended);
  });

  test('that is not an ASN is not the next entry', async () => {
    const ended = await runScenario({ fakes: listing(['64500x', A], ['64500', A]) });
    expect(ended.reason).toBe('already-associated');
  });
});

describe.concurrent('an association whose CIDR is advertised', () => {
  const advertised = { ...unicast, state: 'advertised' };
  const printed = (state: string): FakesOptions => ({
    cidrs: [{ ...advertised, associations: [{ asn: '64500', state }] }],
  });

  test.each(['associated', 'advertised'])('is kept as %s, in the word of AWS', async (state) => {
    for (const dryRun of ['true', 'false']) {
      const ended = await runScenario({ fakes: printed(state), with: { 'dry-run': dryRun } });
      expect(ended.outputs).toMatchObject({
        reason: 'already-associated',
        state,
        changed: 'false',
        'has-changes': 'false',
      });
      expect(ended.result.pairs).toMatchObject([{ step: 'keep', end: 'kept', state }]);
      expectNoChanges(ended);
    }
  });

  test('ends the wait as advertised', async () => {
    const { outputs, result, log } = await runScenario({
      fakes: { cidrs: [advertised], behaviour: { transition: { to: 'advertised', reads: 1 } } },
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: 'advertised', changed: 'true' });
    expect(result.pairs).toMatchObject([{ end: 'associated', state: 'advertised' }]);
    expect(log).toMatch(/00:\d\d 198\.51\.100\.0\/24 with AS64500 is advertised\n/);
  });

  test('does not block its file: it is kept, and the others are created', async () => {
    const fakes = await startFakes({
      ...printed('advertised'),
      behaviour: { transition: { reads: 1 } },
    });
    try {
      const associations = ['64500', '64501'].map((asn) => ({ ...pair, asn }));
      const file = configFile([{ ...main, associations }]);
      const planned = await runFile(fakes, file, { 'dry-run': 'true' });
      expect(planned.reason).toBe('planned');
      expect(JSON.parse(planned.outputs.counts ?? '')).toMatchObject({ associate: 1, keep: 1 });
      expect(planned.summary).toContain('1 unchanged');
      const { outputs, result, log } = await runFile(fakes, file, {});
      expect(outputs).toMatchObject({ reason: 'applied', state: A, changed: 'true' });
      expect(result.pairs).toMatchObject([
        { end: 'kept', state: 'advertised' },
        { end: 'associated', state: A },
      ]);
      expect(log).toContain('2 of 2 associated, 0 pending');
      expect(fakes.requestLog.changes).toHaveLength(1);
    } finally {
      await fakes.close();
    }
  });
});

describe.concurrent('a listing that lags behind and shows the earlier association', () => {
  const stale = { lag: 1, former: A, reads: 0 };

  test.each([D, F])('is not taken for the new one, which fails: %s', async (before) => {
    const { outputs } = await runScenario({
      fakes: { ...listing(['64500', before]), behaviour: { transition: { ...stale, to: F } } },
    });
    expect(outputs).toMatchObject({ reason: 'association-failed', state: F, changed: 'true' });
  });

  test('is polled until it shows the new one', async () => {
    const { outputs, fakes } = await runScenario({
      fakes: { ...listing(['64500', D]), behaviour: { transition: { ...stale, reads: 1 } } },
    });
    expect(outputs).toMatchObject({ reason: 'associated', state: A, changed: 'true' });
    expect(fakes.ipam.association(pair.asn, pair.cidr)?.state).toBe(A);
  });
});

describe.concurrent('a response from EC2, with wait: false', () => {
  const answered = (state: string) =>
    runScenario({
      with: { wait: 'false' },
      fakes: { behaviour: { transition: { answered: state } } },
    });

  test.each([P, A, 'advertised'])('is a success where it shows %s', async (state) => {
    const { outputs } = await answered(state);
    expect(outputs).toMatchObject({ reason: 'accepted', state, changed: 'true' });
  });

  test.each([
    [F, 'association-failed'],
    [D, 'association-busy'],
    ['pending-disassociation', 'association-busy'],
    ['failed-disassociation', 'association-busy'],
    ['under-review', 'unknown-state'],
  ])('is a failure if it shows %s: %s', async (state, reason) => {
    const { outputs, log } = await answered(state);
    expect(outputs).toMatchObject({ reason, state, changed: 'true' });
    expect(log).toContain(`198.51.100.0/24 with AS64500 in us-west-2 is ${state}`);
  });
});
