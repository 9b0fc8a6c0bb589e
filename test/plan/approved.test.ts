import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Approved, parseApproved } from '../../src/plan/approved.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { formatPlan } from '../../src/report/outputs.ts';
import { desiredOf, manyDesired } from '../desired/association.ts';
import { targetOf } from '../desired/target.ts';
import { planOfTarget } from './changes.ts';

const digest = `v1:${'0123456789abcdef'.repeat(4)}`;
const plan = makePlan(
  [
    {
      target: targetOf([desiredOf('64500', '198.51.100.0/24')]),
      observed: { cidrs: [], asns: [] },
    },
  ],
  { specialUse: 'accept' },
);

function approvedOf(text: string): Approved {
  const { value, problem } = parseApproved(text);
  if (!value) throw new Error(problem);
  return value;
}

describe('what was approved', () => {
  test('may be the digest alone', () => {
    expect(approvedOf(digest)).toEqual({ digest, changes: undefined });
  });

  test('may be the output plan, with every change', () => {
    const writes = planOfTarget(
      manyDesired(3).map((association) => ({ association, state: 'absent' })),
    );
    const { digest: own, changes } = approvedOf(formatPlan(writes));
    expect(own).toBe(writes.digest);
    expect(changes).toEqual(
      writes.changes.map(({ target, association }) => ({
        target: target.name,
        accountId: target.accountId,
        region: target.region,
        asn: association.asn,
        cidr: association.cidr,
        state: 'absent',
        step: 'associate',
      })),
    );
  });

  test.each([
    ['nothing', ''],
    ['a digest of another form', 'v2:abc'],
    ['a digest with something behind it', `${digest}0`],
    ['JSON that is no plan', '{"digest":1}'],
    ['null', 'null'],
    [
      'a plan with a change that lacks something',
      `{"digest":"${digest}","changes":[{"step":"keep"}]}`,
    ],
    ['a plan cut short', formatPlan(plan).slice(0, -1)],
  ])('is refused as %s', (_, text) => {
    expect(parseApproved(text).problem).toBe('is neither a plan-digest nor a plan');
  });

  test('is refused as a plan that was changed by hand', () => {
    const writes = planOfTarget(
      manyDesired(2).map((association) => ({ association, state: 'absent' })),
    );
    const text = formatPlan(writes).replace('"step":"associate"', '"step":"keep"');
    expect(parseApproved(text).problem).toBe('is a plan whose digest is not that of its changes');
  });

  test('is never read with an error, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseApproved(text).value).toBeUndefined();
      }),
    );
  });
});
