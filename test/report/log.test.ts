import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import type { Inputs } from '../../src/inputs.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { reasons } from '../../src/reasons.ts';
import {
  elapsedText,
  endingLines,
  failureLines,
  inputLines,
  planLines,
} from '../../src/report/log.ts';
import { associationOf } from '../desired/association.ts';
import { outcomeOf } from './outcome.ts';

const inputs: Inputs = {
  associations: [associationOf()],
  specialUse: 'refuse',
  mode: 'apply',
  permissionCheck: 'ask',
  region: 'us-west-2',
  role: undefined,
  allowedAccountIds: [],
  until: 'settled',
  waitTimeoutSeconds: 900,
};

describe('the inputs', () => {
  test('are told as they were understood', () => {
    expect(inputLines(inputs)).toEqual([
      'associate 198.51.100.0/24 with AS64500',
      'Region us-west-2, apply',
      "the AWS SDK's credential chain",
    ]);
  });

  test('of a trial, dry and under a role, say so', () => {
    const arn = 'arn:aws:iam::111122223333:role/plan';
    const role = { arn, audience: 'a', sessionName: 's', durationSeconds: 900 };
    expect(inputLines({ ...inputs, mode: 'plan', role, specialUse: 'accept' })).toEqual([
      'associate 198.51.100.0/24 with AS64500',
      'Region us-west-2, dry run: nothing is written',
      `role ${arn} by GitHub's ID token`,
      'special-use ASNs and prefixes are accepted',
    ]);
  });
});

test('the plan is told step by step, with its evidence', () => {
  const observed = { cidrs: [], asns: { unread: 'AccessDenied: no' } };
  const [head, ...evidence] = planLines(makePlan(inputs, observed));
  expect(head).toMatch(
    /^refuse: 198\.51\.100\.0\/24 with AS64500 \(now absent\): AWS does not list/,
  );
  expect(evidence).toEqual([
    'checked offline: the ASN and the CIDR are well-formed and of public use',
    'read: DescribeByoipCidrs: 198.51.100.0/24 is not listed',
    'not read: DescribeIpamByoasn: AccessDenied: no',
  ]);
});

test('the end is told with the state of the pair, the reason and the next step', () => {
  expect(endingLines(outcomeOf('accepted', { state: 'pending-association' }))).toEqual([
    '198.51.100.0/24 with AS64500 is pending-association',
    `accepted: ${reasons.accepted.cause}`,
    `Next step: ${reasons.accepted.next}`,
  ]);
});

describe('a failure', () => {
  test('is told with its lines, its likely cause and the next step', () => {
    const details = { lines: ['{', '}'], likely: 'A policy.', next: 'Ask the admin.' };
    expect(failureLines(new Failure('access-denied', 'Could not read', details))).toEqual([
      'Could not read',
      '{',
      '}',
      'Likely cause: A policy.',
      'Next step: Ask the admin.',
    ]);
  });

  test('whose message tells the cause is told with the next step of its reason', () => {
    expect(failureLines(new Failure('invalid-input', 'One input is not right'))).toEqual([
      'One input is not right',
      `Next step: ${reasons['invalid-input'].next}`,
    ]);
  });
});

describe('elapsed time', () => {
  test.each([
    [0, '00:00'],
    [999, '00:00'],
    [1000, '00:01'],
    [59_999, '00:59'],
    [60_000, '01:00'],
    [754_321, '12:34'],
    [3_600_000, '60:00'],
    [21_600_000, '360:00'],
  ])('of %i ms is %s', (milliseconds, text) => {
    expect(elapsedText(milliseconds)).toBe(text);
  });
});
