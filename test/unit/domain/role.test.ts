import { describe, expect, test } from 'vitest';
import {
  arnsOf,
  audienceOf,
  checkPartition,
  fillRole,
  hopsOf,
  needsAccount,
  parseRoleArn,
  type Role,
} from '../../../src/domain/role.ts';
import { Failure } from '../../../src/failure.ts';

const arn = 'arn:aws:iam::111122223333:role/byoasn-apply';
const refused = (problem: string) => ({ problem, example: arn });

describe('the ARN of a role', () => {
  test.each([
    '',
    arn,
    'arn:aws:iam::{account}:role/byoasn-apply',
    'arn:aws:iam::{account}:role/byoasn-{region}',
    'arn:aws:iam::111122223333:role/{region}/byoasn-{account}',
    'arn:aws:iam::111122223333:role/{region}',
  ])('is accepted unchanged, with its placeholders: %j', (text) => {
    expect(parseRoleArn(text)).toEqual({ value: text });
  });

  test.each([
    'arn:aws:iam::{Account}:role/byoasn-apply',
    'arn:aws:iam::{account_id}:role/byoasn-apply',
    'arn:aws:iam::{region}:role/byoasn-apply',
    'arn:aws:iam::{account}{account}:role/byoasn-apply',
    'arn:aws:iam::{account}:role/{name}',
    'arn:aws:iam::{account}:role/',
    'arn:{region}:iam::{account}:role/byoasn-apply extra',
    '{account}:role/byoasn-apply',
  ])('is refused with an unknown or misplaced placeholder: %j', (text) => {
    expect(parseRoleArn(text)).toEqual(refused('is not the ARN of an IAM role'));
  });

  test('is not a name', () => {
    expect(parseRoleArn('byoasn-apply')).toEqual(refused('is a role name; use the full ARN'));
  });

  test.each([
    [arn, false],
    ['arn:aws:iam::111122223333:role/byoasn-{region}', false],
    ['arn:aws:iam::{account}:role/byoasn-apply', true],
    ['', false],
  ])('%s needs an account: %s', (text, expected) => {
    expect(needsAccount(text)).toBe(expected);
  });
});

describe('the role of a target', () => {
  const template = {
    arn,
    via: [],
    source: 'id-token',
    audience: '',
    sessionName: 'byoasn-1-1',
    durationSeconds: 900,
    externalId: undefined,
  } as const;
  const parameters = { accountId: '444455556666', region: 'eu-west-1' };

  test('has its account and Region for every placeholder', () => {
    const text = 'arn:aws:iam::{account}:role/{region}/byoasn-{account}-{region}';
    expect(fillRole({ ...template, arn: text }, parameters)).toEqual({
      ...template,
      arn: 'arn:aws:iam::444455556666:role/eu-west-1/byoasn-444455556666-eu-west-1',
      audience: 'sts.amazonaws.com',
    });
  });

  test('is the same for every target without placeholders', () => {
    expect(fillRole(template, parameters).arn).toBe(arn);
    expect(fillRole(template, { ...parameters, accountId: undefined }).arn).toBe(arn);
  });

  test('has them for every role before it too', () => {
    const via = [
      'arn:aws:iam::111122223333:role/hub-{region}',
      'arn:aws:iam::{account}:role/spoke',
    ];
    expect(arnsOf(fillRole({ ...template, via }, parameters))).toEqual([
      'arn:aws:iam::111122223333:role/hub-eu-west-1',
      'arn:aws:iam::444455556666:role/spoke',
      arn,
    ]);
  });

  test('is refused if a role before it is of another partition', () => {
    const via = ['arn:aws-cn:iam::111122223333:role/hub'];
    expect(() => fillRole({ ...template, via }, parameters)).toThrow(
      `role-to-assume: ${via[0]} is in the partition aws-cn, but eu-west-1 is in aws`,
    );
  });

  test('keeps the placeholder of an unknown account', () => {
    const text = 'arn:aws:iam::{account}:role/byoasn-apply';
    const unknown = { ...parameters, accountId: undefined };
    expect(fillRole({ ...template, arn: text }, unknown).arn).toBe(text);
  });

  test('has the given audience, or else that of the partition', () => {
    const china = { ...parameters, region: 'cn-north-1' };
    const chinese = { ...template, arn: 'arn:aws-cn:iam::{account}:role/byoasn-apply' };
    expect(fillRole(chinese, china).audience).toBe('sts.amazonaws.com.cn');
    expect(fillRole({ ...chinese, audience: 'me' }, china).audience).toBe('me');
  });

  test('is refused if its partition is not that of the Region', () => {
    const filling = () => fillRole(template, { ...parameters, region: 'cn-north-1' });
    expect(filling).toThrow(Failure);
    expect(filling).toThrow(
      `role-to-assume: ${arn} is in the partition aws, but cn-north-1 is in aws-cn`,
    );
  });
});

describe('the sessions to request', () => {
  const hub = 'arn:aws:iam::444455556666:role/hub';
  const role: Role = {
    ...{ arn, via: [hub], source: 'id-token', audience: '', sessionName: 'byoasn-1-1' },
    ...{ durationSeconds: 3_600, externalId: 'network-7Q2' },
  };

  test('are short but for the last, which has external ID and policy', () => {
    expect(hopsOf(role, '{}')).toEqual([
      { arn: hub, sessionName: 'byoasn-1-1', durationSeconds: 900 },
      {
        arn,
        sessionName: 'byoasn-1-1',
        durationSeconds: 3_600,
        externalId: 'network-7Q2',
        policy: '{}',
      },
    ]);
  });

  test('are one for one role', () => {
    const alone = { ...role, via: [], externalId: undefined };
    expect(hopsOf(alone, undefined)).toEqual([
      { arn, sessionName: 'byoasn-1-1', durationSeconds: 3_600 },
    ]);
  });
});

test.each([
  ['us-west-2', 'sts.amazonaws.com'],
  ['us-gov-west-1', 'sts.amazonaws.com'],
  ['cn-northwest-1', 'sts.amazonaws.com.cn'],
  ['ca-central-1', 'sts.amazonaws.com'],
])('the audience of %s is %s', (region, audience) => {
  expect(audienceOf(region)).toBe(audience);
});

test.each([
  ['arn:aws:iam::111122223333:role/x', 'us-gov-west-1', 'arn:aws-us-gov:iam::111122223333:role/'],
  ['arn:aws-us-gov:iam::{account}:role/x', 'us-west-2', 'arn:aws:iam::111122223333:role/'],
  [
    'arn:aws-iso:iam::111122223333:role/x',
    'us-isob-east-1',
    'arn:aws-iso-b:iam::111122223333:role/',
  ],
])('%s is refused in %s, with the example %s', (text, region, example) => {
  expect(checkPartition(text, region)).toEqual({
    problem: expect.stringContaining(`but ${region} is in `),
    example: `${example}byoasn-apply`,
  });
});

test.each(['', arn])('%j is accepted while no Region is known', (text) => {
  expect(checkPartition(text, '')).toEqual({ value: text });
});
