import { describe, expect, test } from 'vitest';
import { parseApproved } from '../../../src/domain/approved-plan.ts';
import { Failure } from '../../../src/failure.ts';
import { checkPlan, type PlanPolicy } from '../../../src/plan/check.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { reasons } from '../../../src/reasons.ts';
import { formatPlan } from '../../../src/report/outputs.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { planOfTarget, type Sight } from './changes.ts';

const free: PlanPolicy = { form: 'file', expectedPlan: undefined, maxChanges: undefined };
const approved = `v2:${'0'.repeat(64)}`;

/** The Failure that a plan is refused with, undefined when it may be carried out. */
function refusalOf(plan: Plan, limits: Partial<PlanPolicy> = {}): Failure | undefined {
  try {
    checkPlan(plan, { ...free, ...limits });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const sight = (state: string, asn = '64500', line = 6): Sight => ({
  association: desiredOf(asn, '198.51.100.0/24', {
    location: { file: 'byoasn.yml', line, column: 9 },
  }),
  state,
});
const writes = (count: number): readonly Sight[] =>
  manyDesired(count).map((association) => ({ association, state: 'absent' }));

describe('a plan without a limit', () => {
  test.each(['absent', 'pending-association', 'associated'])('may hold what is %s', (state) => {
    expect(refusalOf(planOfTarget([sight(state)]))).toBeUndefined();
  });

  test('may be empty', () => {
    expect(refusalOf(planOfTarget([]))).toBeUndefined();
  });
});

describe('a pair that is refused', () => {
  const busy = sight('pending-disassociation');

  test('of the inputs refuses the run with its own reason, and says all in the message', () => {
    const refusal = refusalOf(planOfTarget([busy]), { form: 'inputs' });
    expect(refusal).toMatchObject({
      reason: 'association-busy',
      message: 'Refused in us-west-2: 198.51.100.0/24 with AS64500: a disassociation is under way',
      lines: [],
      problems: [],
      next: reasons['association-busy'].next,
    });
  });

  test('of a file refuses the whole plan, with the place of each', () => {
    const plan = planOfTarget([
      sight('absent'),
      sight('pending-disassociation', '64501', 7),
      sight('moving', '64502', 8),
    ]);
    const place = (line: number) => ({ file: 'byoasn.yml', line, column: 9 });
    const path = '111122223333/us-west-2: 198.51.100.0/24 with';
    expect(refusalOf(plan)).toMatchObject({
      reason: 'refused',
      message: 'Refused, so nothing is written: 2 of 3 associations',
      lines: [],
      problems: [
        {
          location: place(7),
          path: `${path} AS64501`,
          text: 'association-busy: a disassociation is under way',
        },
        {
          location: place(8),
          path: `${path} AS64502`,
          text: 'unknown-state: AWS shows the state moving, which this version does not know',
        },
      ],
    });
  });

  test('of no place in a file is refused all the same', () => {
    const plan = planOfTarget([{ association: desiredOf(), state: 'moving' }]);
    expect(refusalOf(plan)).toMatchObject({ reason: 'refused', problems: [] });
  });
});

describe('a plan that was approved', () => {
  const plan = planOfTarget([sight('absent'), sight('associated', '64501', 7)]);

  test('may be carried out as long as its digest is the same', () => {
    expect(refusalOf(plan, { expectedPlan: plan.digest })).toBeUndefined();
  });

  test('is exempt where nothing would be written', () => {
    const done = planOfTarget([sight('associated'), sight('pending-association', '64501', 7)]);
    expect(refusalOf(done, { expectedPlan: approved })).toBeUndefined();
  });

  test.each(['disassociated', 'failed-association'])(
    'is refused where an association was absent then and is %s now',
    (state) => {
      const later = planOfTarget([sight(state), sight('associated', '64501', 7)]);
      expect(refusalOf(later, { expectedPlan: plan.digest })).toMatchObject({
        reason: 'plan-changed',
        lines: [
          expect.stringMatching(
            /^A digest does not say what moved: .* The plan would now create:$/,
          ),
          `198.51.100.0/24 with AS64500 in 111122223333/us-west-2: AWS shows it as ${state}`,
        ],
      });
      expect(refusalOf(later, { expectedPlan: later.digest })).toBeUndefined();
    },
  );

  test('is refused as another one, with the pair that moved since where the whole plan was given', () => {
    const then = planOfTarget([sight('absent'), sight('absent', '64501', 7)]);
    const { value } = parseApproved(formatPlan(then));
    const limits = { expectedPlan: value?.digest, approvedChanges: value?.changes };
    expect(refusalOf(plan, limits)).toMatchObject({
      reason: 'plan-changed',
      message: `The plan is not the one that was approved: expected ${then.digest}, and it is ${plan.digest} now`,
      lines: [
        '198.51.100.0/24 with AS64501 in 111122223333/us-west-2: step moved from associate to keep, state moved from absent to associated',
      ],
      problems: [],
    });
  });

  test.each([
    [20, undefined],
    [21, 'and 1 more'],
    [1_000, 'and 980 more'],
  ])('is refused with twenty writes of %i at most, and a count of the rest', (count, rest) => {
    const lines = refusalOf(planOfTarget(writes(count)), { expectedPlan: approved })?.lines ?? [];
    expect(lines.slice(21)).toEqual(rest === undefined ? [] : [rest]);
    expect(lines[20]).toContain('2001:db8:13::/48 with AS64500');
  });

  test('is refused where an account is not known, so that there is no digest', () => {
    const unknown = planOfTarget([sight('absent')], { accountId: undefined, name: 'us-west-2' });
    expect(refusalOf(unknown, { expectedPlan: approved })).toMatchObject({
      reason: 'plan-changed',
      message: `The plan is not the one that was approved: expected ${approved}, and it is without a digest now`,
    });
  });
});

describe('max-changes', () => {
  test.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [3, 4],
  ])('lets %i writes through where it is %i', (count, maxChanges) => {
    expect(refusalOf(planOfTarget(writes(count)), { maxChanges })).toBeUndefined();
  });

  test.each([
    [1, 0, '1 association'],
    [3, 2, '3 associations'],
  ])('refuses %i writes where it is %i', (count, maxChanges, counted) => {
    expect(refusalOf(planOfTarget(writes(count)), { maxChanges })).toMatchObject({
      reason: 'too-many-changes',
      message: `The plan would write ${counted}, and max-changes allows ${maxChanges}`,
      lines: [],
      problems: [],
    });
  });

  test('counts nothing but writes', () => {
    const kept = planOfTarget([sight('associated'), sight('pending-association', '64501', 7)]);
    expect(refusalOf(kept, { maxChanges: 0 })).toBeUndefined();
  });
});

describe('all that is wrong with a plan', () => {
  const plan = planOfTarget([sight('absent'), sight('pending-disassociation', '64501', 7)]);
  const limits = { expectedPlan: approved, maxChanges: 0 };

  test('is told at once, under the reason of the first', () => {
    const refusal = refusalOf(plan, limits);
    expect(refusal?.reason).toBe('refused');
    expect(refusal?.next).toBe(reasons.refused.next);
    expect(refusal?.message.split('. ')).toEqual([
      'Refused, so nothing is written: 1 of 2 associations',
      `The plan is not the one that was approved: expected ${approved}, and it is ${plan.digest} now`,
      'The plan would write 1 association, and max-changes allows 0',
    ]);
    expect(refusal?.lines).toHaveLength(2);
    expect(refusal?.problems).toHaveLength(1);
  });

  test('has the reason of the approval before that of the number', () => {
    const refusal = refusalOf(planOfTarget([sight('absent')]), limits);
    expect(refusal?.reason).toBe('plan-changed');
    expect(refusal?.message).toMatch(/ now\. The plan would write 1 /);
  });
});
