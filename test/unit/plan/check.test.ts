import { describe, expect, test } from 'vitest';
import { parseApproved } from '../../../src/domain/approved-plan.ts';
import { Failure } from '../../../src/failure.ts';
import { checkPlan, type PlanPolicy } from '../../../src/plan/check.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { reasons } from '../../../src/reasons.ts';
import { formatPlan } from '../../../src/report/result.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { type PlannedPair, planOfTarget } from './changes.ts';

const anyPlan: PlanPolicy = {
  source: { form: 'file' },
  expectedPlan: undefined,
  approvedChanges: undefined,
  maxChanges: undefined,
  allowRemove: false,
  unmanaged: 'report',
};
const approved = `v2:${'0'.repeat(64)}`;

/** The Failure that a plan is rejected with, undefined if it can be applied. */
function refusalOf(plan: Plan, policy: Partial<PlanPolicy> = {}): Failure | undefined {
  try {
    checkPlan(plan, { ...anyPlan, ...policy });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const pairIn = (state: string, asn = '64500', line = 6): PlannedPair => ({
  association: desiredOf(asn, '198.51.100.0/24', {
    location: { file: 'byoasn.yml', line, column: 9 },
  }),
  state,
});
const newPairs = (count: number): readonly PlannedPair[] =>
  manyDesired(count).map((association) => ({ association, state: 'absent' }));

describe('a plan without limits', () => {
  test.each(['absent', 'pending-association', 'associated'])(
    'may have an association that is %s',
    (state) => {
      expect(refusalOf(planOfTarget([pairIn(state)]))).toBeUndefined();
    },
  );

  test('may be empty', () => {
    expect(refusalOf(planOfTarget([]))).toBeUndefined();
  });
});

describe('a refused pair', () => {
  const busy = pairIn('pending-disassociation');

  test('of the inputs gives the run its reason and its message', () => {
    const refusal = refusalOf(planOfTarget([busy]), { source: { form: 'inputs' } });
    expect(refusal).toMatchObject({
      reason: 'association-busy',
      message:
        'Cannot associate 198.51.100.0/24 with AS64500 in us-west-2: a disassociation is pending',
      lines: [],
      problems: [],
      next: reasons['association-busy'].next,
    });
  });

  test('of a file rejects the plan, with the position of each pair', () => {
    const plan = planOfTarget([
      pairIn('absent'),
      pairIn('pending-disassociation', '64501', 7),
      pairIn('moving', '64502', 8),
    ]);
    const locationOf = (line: number) => ({ file: 'byoasn.yml', line, column: 9 });
    const path = '111122223333/us-west-2: 198.51.100.0/24 with';
    expect(refusalOf(plan)).toMatchObject({
      reason: 'refused',
      message: 'Nothing was changed: 2 of 3 associations blocked',
      lines: [],
      problems: [
        {
          location: locationOf(7),
          path: `${path} AS64501`,
          text: 'association-busy: a disassociation is pending',
        },
        {
          location: locationOf(8),
          path: `${path} AS64502`,
          text: 'unknown-state: AWS shows the state moving, which this version does not know',
        },
      ],
    });
  });

  test('without a position in a file rejects the plan too', () => {
    const plan = planOfTarget([{ association: desiredOf(), state: 'moving' }]);
    expect(refusalOf(plan)).toMatchObject({ reason: 'refused', problems: [] });
  });
});

describe('an approved plan', () => {
  const plan = planOfTarget([pairIn('absent'), pairIn('associated', '64501', 7)]);

  test('can be applied while its digest stays the same', () => {
    expect(refusalOf(plan, { expectedPlan: plan.digest })).toBeUndefined();
  });

  test('needs no digest if nothing is created', () => {
    const done = planOfTarget([pairIn('associated'), pairIn('pending-association', '64501', 7)]);
    expect(refusalOf(done, { expectedPlan: approved })).toBeUndefined();
  });

  test.each(['disassociated', 'failed-association'])(
    'is rejected if an association was absent and is now %s',
    (state) => {
      const later = planOfTarget([pairIn(state), pairIn('associated', '64501', 7)]);
      expect(refusalOf(later, { expectedPlan: plan.digest })).toMatchObject({
        reason: 'plan-changed',
        lines: [
          expect.stringMatching(
            /^The approved plan is in the summary of the plan job\. The plan now creates:$/,
          ),
          `198.51.100.0/24 with AS64500 in 111122223333/us-west-2: AWS shows it as ${state}`,
        ],
      });
      expect(refusalOf(later, { expectedPlan: later.digest })).toBeUndefined();
    },
  );

  test('is rejected with the pair that changed, if the output plan was given', () => {
    const approvedPlan = planOfTarget([pairIn('absent'), pairIn('absent', '64501', 7)]);
    const { value } = parseApproved(formatPlan(approvedPlan));
    const policy = { expectedPlan: value?.digest, approvedChanges: value?.changes };
    expect(refusalOf(plan, policy)).toMatchObject({
      reason: 'plan-changed',
      message: `The plan differs from the approved one: approved ${approvedPlan.digest}, now ${plan.digest}`,
      lines: [
        '198.51.100.0/24 with AS64501 in 111122223333/us-west-2: step changed from associate to keep, state changed from absent to associated',
      ],
      problems: [],
    });
  });

  test.each([
    [20, undefined],
    [21, 'and 1 more'],
    [1_000, 'and 980 more'],
  ])('is rejected with at most twenty of %i changes, and a count of the rest', (count, rest) => {
    const lines = refusalOf(planOfTarget(newPairs(count)), { expectedPlan: approved })?.lines ?? [];
    expect(lines.slice(21)).toEqual(rest === undefined ? [] : [rest]);
    expect(lines[20]).toContain('2001:db8:13::/48 with AS64500');
  });

  test('is rejected if an account is not known, so that there is no digest', () => {
    const unknown = planOfTarget([pairIn('absent')], { accountId: undefined, name: 'us-west-2' });
    expect(refusalOf(unknown, { expectedPlan: approved })).toMatchObject({
      reason: 'plan-changed',
      message: `The plan differs from the approved one: approved ${approved}, now without a digest`,
    });
  });
});

describe('max-changes', () => {
  test.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [3, 4],
  ])('allows %i changes if it is %i', (count, maxChanges) => {
    expect(refusalOf(planOfTarget(newPairs(count)), { maxChanges })).toBeUndefined();
  });

  test.each([
    [1, 0, '1 association'],
    [3, 2, '3 associations'],
  ])('rejects %i changes if it is %i', (count, maxChanges, counted) => {
    expect(refusalOf(planOfTarget(newPairs(count)), { maxChanges })).toMatchObject({
      reason: 'too-many-changes',
      message: `The plan creates ${counted}, but max-changes is ${maxChanges}`,
      lines: [],
      problems: [],
    });
  });

  test('counts only associations to create', () => {
    const kept = planOfTarget([pairIn('associated'), pairIn('pending-association', '64501', 7)]);
    expect(refusalOf(kept, { maxChanges: 0 })).toBeUndefined();
  });
});

describe('everything that is wrong with a plan', () => {
  const plan = planOfTarget([pairIn('absent'), pairIn('pending-disassociation', '64501', 7)]);
  const policy = { expectedPlan: approved, maxChanges: 0 };

  test('is reported together, under the reason of the first', () => {
    const refusal = refusalOf(plan, policy);
    expect(refusal?.reason).toBe('refused');
    expect(refusal?.next).toBe(reasons.refused.next);
    expect(refusal?.message.split('. ')).toEqual([
      'Nothing was changed: 1 of 2 associations blocked',
      `The plan differs from the approved one: approved ${approved}, now ${plan.digest}`,
      'The plan creates 1 association, but max-changes is 0',
    ]);
    expect(refusal?.lines).toHaveLength(2);
    expect(refusal?.problems).toHaveLength(1);
  });

  test('has the reason of the approval, not of max-changes', () => {
    const refusal = refusalOf(planOfTarget([pairIn('absent')]), policy);
    expect(refusal?.reason).toBe('plan-changed');
    expect(refusal?.message).toMatch(/now v2:[0-9a-f]{64}\. The plan creates 1 /);
  });
});

describe('what is unmanaged', () => {
  const target = targetOf([pairIn('absent').association]);
  const [place] = target.associations;
  const plan: Plan = {
    ...planOfTarget([pairIn('associated')]),
    unmanaged: [
      {
        target,
        asn: '64511',
        cidr: '198.51.100.0/24',
        state: 'associated',
        location: place?.location,
      },
    ],
    unmanagedCidrs: [{ target, cidr: '203.0.113.0/24', state: 'advertised', asns: ['64511'] }],
  };

  test.each(['report', 'warn'] as const)('does not refuse the plan with %s', (unmanaged) => {
    expect(refusalOf(plan, { unmanaged })).toBeUndefined();
  });

  test('refuses it with fail, at the line of the CIDR', () => {
    expect(refusalOf(plan, { unmanaged: 'fail' })).toMatchObject({
      reason: 'unmanaged',
      message:
        'Nothing was changed: AWS has 1 unmanaged association, 1 unmanaged CIDR, which the file does not have',
      problems: [
        {
          location: place?.location,
          path: target.name,
          text: expect.stringContaining('198.51.100.0/24 with AS64511 is associated'),
        },
      ],
      lines: [expect.stringContaining('203.0.113.0/24 is advertised')],
    });
  });

  test('of the inputs is listed without a line', () => {
    const source = { form: 'inputs' } as const;
    const bare = { ...plan.unmanaged[0], target: targetOf([]), location: undefined };
    const alone = {
      ...plan,
      unmanagedCidrs: undefined,
      unmanaged: [Object.assign({ asn: '', cidr: '', state: '' }, bare)],
    };
    expect(refusalOf(alone, { unmanaged: 'fail', source })).toMatchObject({
      message: expect.stringContaining('which the inputs do not name'),
      problems: [],
      lines: [expect.stringContaining('198.51.100.0/24 with AS64511 is associated')],
    });
  });

  test('does not hide another refusal', () => {
    const busy = planOfTarget([pairIn('pending-disassociation')]);
    const refusal = refusalOf({ ...busy, unmanaged: plan.unmanaged }, { unmanaged: 'fail' });
    expect(refusal).toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('1 unmanaged association'),
    });
  });
});
