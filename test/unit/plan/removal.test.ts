import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseApproved } from '../../../src/domain/approved-plan.ts';
import type { DesiredAssociation } from '../../../src/domain/target.ts';
import { Failure } from '../../../src/failure.ts';
import type { Observed, ObservedCidr } from '../../../src/observe/observed.ts';
import { checkPlan, type PlanPolicy } from '../../../src/plan/check.ts';
import { findDifferences } from '../../../src/plan/differences.ts';
import type { ObservedOrigin } from '../../../src/plan/observed-origin.ts';
import {
  cidrsToTrace,
  countPlan,
  hasChanges,
  makePlan,
  type Plan,
} from '../../../src/plan/plan.ts';
import { formatOutputs } from '../../../src/report/outputs.ts';
import { formatPlan } from '../../../src/report/result.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { nowhere } from '../report/links.ts';
import { inputsOf } from '../report/outcome.ts';
import { cidrAssociated, observedCidr } from './observed-cidr.ts';

const cidr = '198.51.100.0/24';
const location = { file: 'byoasn.yml', line: 7, column: 9 };
const removal = desiredOf('64500', cidr, { remove: true, location });

function planWith(
  cidrs: readonly ObservedCidr[],
  {
    origin,
    desired = [removal],
  }: { readonly origin?: string; readonly desired?: readonly DesiredAssociation[] } = {},
): Plan {
  const observed: Observed = { cidrs, asns: [] };
  const evidence = [{ grade: 'read', text: `its origin is ${origin}` }] as const;
  const origins = new Map(
    origin === undefined ? [] : [[cidr, { origin, source: 'ipam' as const, evidence }]],
  );
  return makePlan([{ target: targetOf(desired), observed, origins }], { specialUse: 'accept' });
}

function changeWith(cidrs: readonly ObservedCidr[], origin?: string) {
  const [change] = planWith(cidrs, origin === undefined ? {} : { origin }).changes;
  if (!change) throw new Error('the plan is empty');
  return change;
}

const inState = (state: string, facts: Partial<ObservedCidr> = {}) => [
  cidrAssociated(state, '', facts),
];

describe('an association to remove, on a CIDR that is provisioned,', () => {
  test.each([
    ['absent', 'keep', undefined, 'AWS lists no association'],
    ['disassociated', 'keep', undefined, 'already disassociated'],
    ['associated', 'disassociate', undefined, 'associated, and the CIDR is provisioned'],
    [
      'failed-association',
      'disassociate',
      undefined,
      'the association failed, and the CIDR is provisioned',
    ],
    [
      'failed-disassociation',
      'disassociate',
      undefined,
      'a new attempt, because an earlier disassociation failed, and the CIDR is provisioned',
    ],
    ['pending-disassociation', 'wait', undefined, 'the disassociation is pending'],
    ['pending-association', 'refuse', 'association-busy', 'the association is pending'],
    ['advertised', 'refuse', 'asn-in-use', 'the CIDR is advertised from this ASN'],
    ['unknown', 'refuse', 'unknown-state', 'its state in AWS is not clear'],
    [
      'under-review',
      'refuse',
      'unknown-state',
      'AWS shows the state under-review, which this version does not know',
    ],
    [
      'constructor',
      'refuse',
      'unknown-state',
      'AWS shows the state constructor, which this version does not know',
    ],
  ])('that is %s leads to the step %s (%s)', (state, step, refusal, why) => {
    const change = changeWith(inState(state));
    expect(change).toMatchObject({ association: removal, before: state, step, why });
    expect(change.refusal).toBe(refusal);
  });
});

describe.each(['associated', 'failed-association', 'failed-disassociation'])(
  'an association to remove that is %s, on a CIDR',
  (state) => {
    test.each([
      ['64501', 'disassociate', 'the CIDR is advertised from AS64501'],
      ['AWS', 'disassociate', 'the CIDR is advertised from AWS'],
      ['64500', 'refuse', 'the CIDR is advertised from AS64500'],
      ['unknown', 'refuse', 'the CIDR is advertised from an unknown origin'],
      ['none', 'refuse', 'the CIDR is advertised from no origin'],
      [undefined, 'refuse', 'the CIDR is advertised from an unknown origin'],
    ])('advertised from %s leads to the step %s', (origin, step, why) => {
      const change = changeWith(inState(state, { state: 'advertised' }), origin);
      expect(change).toMatchObject({ step, why: expect.stringContaining(why) });
      expect(change.refusal).toBe(step === 'refuse' ? 'asn-in-use' : undefined);
    });

    test.each([
      'pending-advertising',
      'pending-withdrawal',
      'pending-provision',
      'failed-deprovision',
      'deprovisioned',
      'provisioned-not-publicly-advertisable',
      'under-audit',
    ])('that is %s is refused, even if its origin is said to be another', (unsure) => {
      expect(changeWith(inState(state, { state: unsure }), 'AWS')).toMatchObject({
        step: 'refuse',
        refusal: 'asn-in-use',
        why: `the CIDR is ${unsure}`,
      });
    });
  },
);

describe('an association to remove', () => {
  test('is kept if AWS does not list its CIDR', () => {
    expect(changeWith([])).toMatchObject({ step: 'keep', cidrState: 'not listed' });
  });

  test('is refused if AWS lists its CIDR twice, with differences', () => {
    const cidrs = [...inState('associated'), ...inState('associated', { state: 'advertised' })];
    expect(changeWith(cidrs, 'AWS')).toMatchObject({ step: 'refuse', refusal: 'unknown-state' });
  });

  test('is refused if its ASN may be one that cannot be read', () => {
    const associations = [{ asn: 'AS sixty', state: 'associated', statusMessage: '' }];
    const change = changeWith([observedCidr({ associations })]);
    expect(change).toMatchObject({ step: 'refuse', refusal: 'unknown-state' });
    expect(change.why).toContain('"AS sixty"');
  });

  test('has the evidence of the origin', () => {
    const { evidence, origin } = changeWith(inState('associated', { state: 'advertised' }), 'AWS');
    expect(origin).toBe('AWS');
    expect(evidence.at(-1)).toEqual({ grade: 'read', text: 'its origin is AWS' });
  });

  test('is no unmanaged association', () => {
    expect(planWith(inState('associated')).unmanaged).toEqual([]);
  });
});

describe('the origin of a CIDR is read', () => {
  const traced = (cidrs: readonly ObservedCidr[], desired = [removal]) =>
    cidrsToTrace({ target: targetOf(desired), observed: { cidrs, asns: [] } }).map(
      (each) => each.cidr,
    );

  test('if it is advertised, and an association with it is to be removed', () => {
    expect(traced(inState('associated', { state: 'advertised' }))).toEqual([cidr]);
  });

  test.each([
    ['it is provisioned', inState('associated')],
    ['its association is gone', inState('disassociated', { state: 'advertised' })],
    ['its association is advertised', inState('advertised', { state: 'advertised' })],
    ['it is not listed', []],
  ])('only if the origin decides: not if %s', (_, cidrs) => {
    expect(traced(cidrs)).toEqual([]);
  });

  test('not for an association that is desired', () => {
    const cidrs = inState('associated', { state: 'advertised' });
    expect(traced(cidrs, [desiredOf('64500', cidr)])).toEqual([]);
  });
});

const policy: PlanPolicy = {
  source: { form: 'file' },
  expectedPlan: undefined,
  approvedChanges: undefined,
  maxChanges: undefined,
  allowRemove: true,
  unmanaged: 'report',
};

function refusalOf(plan: Plan, facts: Partial<PlanPolicy>): Failure | undefined {
  try {
    checkPlan(plan, { ...policy, ...facts });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const swapped = planWith(inState('associated'), {
  desired: [removal, desiredOf('64501', cidr)],
});

describe('a plan that removes', () => {
  test('has changes, and counts both', () => {
    expect(hasChanges(planWith(inState('associated')))).toBe(true);
    expect(countPlan(swapped)).toEqual({
      associate: 1,
      disassociate: 1,
      wait: 0,
      keep: 0,
      refuse: 0,
      unmanaged: 0,
    });
    expect(countPlan(planWith([]))).not.toHaveProperty('disassociate');
  });

  test('is refused without allow-remove, at the line of the file', () => {
    expect(refusalOf(swapped, { allowRemove: false })).toMatchObject({
      reason: 'refused',
      message:
        'Nothing was changed: 1 association to remove, which needs the input allow-remove: true',
      problems: [{ location, text: 'remove needs the input allow-remove: true' }],
    });
    expect(refusalOf(swapped, {})).toBeUndefined();
  });

  test('needs no allow-remove if there is nothing to remove any more', () => {
    expect(refusalOf(planWith(inState('disassociated')), { allowRemove: false })).toBeUndefined();
  });

  test('counts for max-changes', () => {
    expect(refusalOf(swapped, { maxChanges: 2 })).toBeUndefined();
    expect(refusalOf(swapped, { maxChanges: 1 })).toMatchObject({
      reason: 'too-many-changes',
      message: 'The plan changes 2 associations, but max-changes is 1',
    });
  });

  test('needs the approval of just this removal', () => {
    const expectedPlan = planWith(inState('failed-association')).digest;
    expect(refusalOf(planWith(inState('associated')), { expectedPlan })).toMatchObject({
      reason: 'plan-changed',
      lines: expect.arrayContaining([
        '198.51.100.0/24 with AS64500 in 111122223333/us-west-2: to remove, AWS shows it as associated',
      ]),
    });
  });

  test('has a job of the matrix', () => {
    const outputs = formatOutputs(
      {
        action: 'associations',
        reason: 'planned',
        conclusion: 'success',
        failure: undefined,
        inputs: inputsOf(),
        plan: swapped,
        pairs: [],
      },
      nowhere,
    );
    expect(JSON.parse(outputs.matrix).include).toMatchObject([
      { changes: 2, 'plan-digest': swapped.digest },
    ]);
  });
});

describe('the digest of a removal', () => {
  test('never changes: one line with its verb, next to those of associations', () => {
    const text = [
      'byoasn-plan v2',
      '["associate","111122223333","us-west-2","64501","198.51.100.0/24","absent"]',
      '["disassociate","111122223333","us-west-2","64500","198.51.100.0/24","associated"]',
      '',
    ].join('\n');
    expect(swapped.digest).toBe(`v2:${createHash('sha256').update(text).digest('hex')}`);
  });

  test('differs from the digest of the same association to create', () => {
    const failed = inState('failed-association');
    expect(planWith(failed).digest).not.toBe(
      planWith(failed, { desired: [desiredOf('64500', cidr)] }).digest,
    );
  });
});

describe('the plan as JSON', () => {
  const text = formatPlan(swapped);

  test('says what is to be removed', () => {
    expect(JSON.parse(text).changes).toMatchObject([
      { asn: '64500', remove: true, step: 'disassociate' },
      { asn: '64501', step: 'associate' },
    ]);
    expect(JSON.parse(text).changes[1]).not.toHaveProperty('remove');
  });

  test('is an approved plan, with its removals', () => {
    const approved = parseApproved(text).value;
    expect(approved?.digest).toBe(swapped.digest);
    expect(findDifferences(approved?.changes ?? [], swapped)).toEqual([]);
  });

  test('explains a removal that is no longer one', () => {
    const approved = parseApproved(text).value?.changes ?? [];
    const now = planWith(inState('associated'), {
      desired: [desiredOf('64500', cidr), desiredOf('64501', cidr)],
    });
    expect(findDifferences(approved, now)).toEqual([
      '198.51.100.0/24 with AS64500 in 111122223333/us-west-2: step changed from disassociate to keep',
    ]);
  });

  test('explains a removal that was not approved', () => {
    expect(findDifferences([], planWith(inState('associated')))).toEqual([
      '198.51.100.0/24 with AS64500 in 111122223333/us-west-2: not in the approved plan; now associated',
    ]);
  });
});

test('an origin that IPAM sampled some time ago proves nothing: the route may have changed since', () => {
  const observed: Observed = {
    cidrs: inState('associated', { state: 'advertised' }),
    asns: [],
  };
  const stepWith = (facts: Pick<ObservedOrigin, 'isOld'>) => {
    const origin = { origin: 'AWS', source: 'ipam', evidence: [], ...facts } as const;
    const plan = makePlan(
      [{ target: targetOf([removal]), observed, origins: new Map([[cidr, origin]]) }],
      { specialUse: 'accept' },
    );
    return plan.changes.map(({ step, refusal }) => refusal ?? step);
  };
  expect(stepWith({})).toEqual(['disassociate']);
  expect(stepWith({ isOld: true })).toEqual(['asn-in-use']);
});
