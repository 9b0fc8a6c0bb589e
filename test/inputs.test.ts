import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../src/failure.ts';
import { type Inputs, parseBoolean, readInputs } from '../src/inputs.ts';

type Texts = Readonly<Record<string, string>>;

const action: { inputs: Record<string, { default?: string }> } = parse(
  readFileSync(new URL('../action.yml', import.meta.url), 'utf8'),
);
const sound = { asn: '64500', cidr: '198.51.100.0/24', 'aws-region': 'us-west-2' };
const trial = { 'allow-special-use': 'true' };
const arn = 'arn:aws:iam::111122223333:role/byoasn-apply';

/** The inputs as the runner hands them over: what is given, else the default of action.yml. */
function read(given: Texts = {}, env: Texts = {}): Inputs {
  const texts: Texts = { ...sound, ...trial, ...given };
  return readInputs((name) => texts[name] ?? action.inputs[name]?.default ?? '', env);
}

/** The problems that the inputs are refused with, empty when they are accepted. */
function problems(given: Texts, env: Texts = {}): readonly string[] {
  try {
    read(given, env);
    return [];
  } catch (error) {
    if (error instanceof Failure && error.reason === 'invalid-input') return error.lines;
    throw error;
  }
}

test('the defaults of action.yml make a run that applies and waits', () => {
  expect(read()).toEqual({
    associations: [{ asn: '64500', cidr: '198.51.100.0/24' }],
    specialUse: 'accept',
    mode: 'apply',
    permissionCheck: 'ask',
    region: 'us-west-2',
    role: undefined,
    allowedAccountIds: [],
    until: 'settled',
    waitTimeoutSeconds: 900,
  });
});

test('asn and cidr are read in their canonical text', () => {
  const { associations } = read({ asn: 'AS64500', cidr: '2001:DB8:1:0::/48' });
  expect(associations).toEqual([{ asn: '64500', cidr: '2001:db8:1::/48' }]);
});

describe('special use', () => {
  test('is refused by default, for the ASN and for the CIDR', () => {
    const refused = problems({ 'allow-special-use': 'false' });
    expect(refused).toEqual([
      expect.stringMatching(/^asn: "64500" is set aside .*allow-special-use: true/),
      expect.stringMatching(/^cidr: "198\.51\.100\.0\/24" overlaps .*allow-special-use: true/),
    ]);
  });

  test('leaves public numbers alone', () => {
    const given = { 'allow-special-use': 'false', asn: '3333', cidr: '193.0.0.0/21' };
    expect(read(given)).toMatchObject({
      associations: [{ asn: '3333', cidr: '193.0.0.0/21' }],
      specialUse: 'refuse',
    });
  });
});

describe('booleans', () => {
  const names = ['dry-run', 'permission-check', 'wait', 'allow-special-use', 'summary'];

  test.each(['true', 'True', 'TRUE'])('%s is true', (text) => {
    expect(parseBoolean(text)).toEqual({ value: true });
  });

  test.each(['false', 'False', 'FALSE'])('%s is false', (text) => {
    expect(parseBoolean(text)).toEqual({ value: false });
  });

  test.each([
    ...['yes', 'no', 'on', 'off', 'y', 'n', '1', '0', 'tRUE', 'fALSE', 'truee', 'untrue'],
    ...['falsey', 'a false', ' true', 'true\n', 'false ', '"true"', 'null', '~'],
  ])('%j is neither', (text) => {
    expect(parseBoolean(text)).toEqual({ problem: 'must be true or false', example: 'true' });
  });

  test('emptiness is neither, and is said to be empty', () => {
    const problem = 'is empty, and must be true or false';
    expect(parseBoolean('')).toEqual({ problem, example: 'true' });
  });

  test.each(names)('%s: yes is an error, never a silent false', (name) => {
    expect(problems({ [name]: 'yes' })).toContain(
      `${name}: "yes" must be true or false. Example: ${name}: true`,
    );
  });

  test.each(names)('%s left empty is an error', (name) => {
    expect(problems({ [name]: '' })).toContain(
      `${name}: is empty, and must be true or false. Example: ${name}: true`,
    );
  });

  test('each of them decides what it is for', () => {
    expect(read({ 'dry-run': 'true' }).mode).toBe('plan');
    expect(read({ 'permission-check': 'false' }).permissionCheck).toBe('skip');
    expect(read({ wait: 'false' }).until).toBe('accepted');
    expect(problems({ summary: 'false' })).toEqual([]);
  });
});

describe('aws-region', () => {
  test.each([
    ...['us-west-2', 'eu-central-1', 'ap-southeast-5', 'me-south-1', 'il-central-1'],
    ...['us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'eusc-de-east-1'],
    ...['cn-north-1', 'mx-central-1', 'xx-far-10'],
  ])('takes %s', (region) => {
    expect(read({ 'aws-region': region }).region).toBe(region);
  });

  test.each([
    ...['us-west', 'us-west-', 'west-2', 'US-WEST-2', 'us_west_2', 'us-west-0', 'us-west-02'],
    ...['us-west-100', 'us west 2', 'Oregon', 'us-west-2 ', 'us-west-2.amazonaws.com', 'u-west-2'],
    ...['global', '-us-west-2', 'us--west-2', 'abcdef-west-2', 'x.us-west-2', 'us-west-2#'],
  ])('refuses %j', (region) => {
    expect(problems({ 'aws-region': region })).toEqual([
      `aws-region: ${JSON.stringify(region)} is not an AWS Region. Example: aws-region: us-west-2`,
    ]);
  });

  test.each(['us-west-2a', 'us-west-12b', 'us-west-2-lax-1a'])(
    'says that %s names an Availability Zone',
    (zone) => {
      expect(problems({ 'aws-region': zone })).toEqual([
        expect.stringContaining('it names an Availability Zone'),
      ]);
    },
  );

  test.each(['us-west-2ab', 'us-west-2a-x', 'us-west-0a'])('says no such thing of %s', (zone) => {
    expect(problems({ 'aws-region': zone })[0]).not.toContain('Zone');
  });

  test('comes from AWS_REGION, then from AWS_DEFAULT_REGION, when it is empty', () => {
    const both = { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' };
    expect(read({ 'aws-region': '' }, both).region).toBe('eu-west-1');
    expect(read({ 'aws-region': '' }, { ...both, AWS_REGION: '' }).region).toBe('eu-west-2');
    expect(read({}, both).region).toBe('us-west-2');
  });

  test('that is nowhere to be found is said to be missing', () => {
    const missing = 'is missing, and so are AWS_REGION and AWS_DEFAULT_REGION';
    expect(problems({ 'aws-region': '' })).toEqual([
      `aws-region: ${missing}. Example: aws-region: us-west-2`,
    ]);
  });

  test('that is wrong says where the wrong one came from', () => {
    expect(problems({ 'aws-region': '' }, { AWS_REGION: 'Oregon' })).toEqual([
      'aws-region: is not an AWS Region ("Oregon" from the environment). Example: aws-region: us-west-2',
    ]);
  });
});

describe('role-to-assume', () => {
  const session = 'byoasn-local-1';

  test.each([
    arn,
    'arn:aws:iam::111122223333:role/path/to/the.role+=,@-_1',
    'arn:aws-us-gov:iam::111122223333:role/apply',
    'arn:aws-cn:iam::000000000001:role/apply',
    'arn:aws-eusc:iam::111122223333:role/apply',
  ])('takes %s', (text) => {
    expect(read({ 'role-to-assume': text }).role).toEqual({
      arn: text,
      audience: 'sts.amazonaws.com',
      sessionName: session,
      durationSeconds: 900,
    });
  });

  test('left empty takes the default chain, whatever else is set', () => {
    expect(read({ audience: 'me', 'role-session-name': 'me' }).role).toBeUndefined();
  });

  test.each([
    'arn:aws:iam::11112222333:role/apply',
    'arn:aws:iam::1111222233334:role/apply',
    'arn:aws:iam::111122223333:user/apply',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:sts::111122223333:assumed-role/apply/me',
    'arn:aws:iam:us-west-2:111122223333:role/apply',
    'arn:aws:iam::111122223333:role/a role',
    'arn:AWS:iam::111122223333:role/apply',
    'arn:aws:iam::111122223333:role/apply#',
    ' arn:aws:iam::111122223333:role/apply',
    'role/apply',
  ])('refuses %j', (text) => {
    expect(problems({ 'role-to-assume': text })).toEqual([
      `role-to-assume: ${JSON.stringify(text)} is not the ARN of an IAM role. Example: role-to-assume: ${arn}`,
    ]);
  });

  test('says that a name alone is not enough', () => {
    expect(problems({ 'role-to-assume': 'byoasn-apply' })).toEqual([
      `role-to-assume: "byoasn-apply" is a name; the whole ARN is needed. Example: role-to-assume: ${arn}`,
    ]);
  });
});

describe('what goes with the role', () => {
  const roleOf = (given: Texts, env: Texts = {}) =>
    read({ 'role-to-assume': arn, ...given }, env).role;

  test.each([
    ['us-west-2', 'sts.amazonaws.com'],
    ['us-gov-west-1', 'sts.amazonaws.com'],
    ['eusc-de-east-1', 'sts.amazonaws.com'],
    ['cn-north-1', 'sts.amazonaws.com.cn'],
    ['cn-northwest-1', 'sts.amazonaws.com.cn'],
  ])('the audience in %s is %s by default', (region, audience) => {
    expect(roleOf({ 'aws-region': region })?.audience).toBe(audience);
  });

  test('an audience that is given is taken as it is', () => {
    const audience = 'https://github.com/octo-org';
    expect(roleOf({ audience, 'aws-region': 'cn-north-1' })?.audience).toBe(audience);
  });

  test.each([
    ['us-west-2', 'sts.amazonaws.com'],
    ['cn-north-1', 'sts.amazonaws.com.cn'],
  ])('an audience with a space is refused, in %s with the example %s', (region, example) => {
    expect(problems({ audience: 'my audience', 'aws-region': region })).toEqual([
      `audience: "my audience" has a space inside. Example: audience: ${example}`,
    ]);
  });

  test('the session is named by the run and its attempt', () => {
    const env = { GITHUB_RUN_ID: '123456789', GITHUB_RUN_ATTEMPT: '2' };
    expect(roleOf({}, env)?.sessionName).toBe('byoasn-123456789-2');
    expect(roleOf({ 'role-session-name': 'a.b+c=d,e@f_g-1' }, env)?.sessionName).toBe(
      'a.b+c=d,e@f_g-1',
    );
  });

  test.each(['ab', 'x'.repeat(64)])('a session name may be %s', (name) => {
    expect(roleOf({ 'role-session-name': name })?.sessionName).toBe(name);
  });

  test.each(['a', 'x'.repeat(65), 'a b', 'a/b', 'ä-name', '#name', 'name#'])(
    'a session name may not be %s',
    (name) => {
      expect(problems({ 'role-session-name': name })).toEqual([
        `role-session-name: ${JSON.stringify(name)} must be 2 to 64 letters, digits or any of +=,.@_-. Example: role-session-name: byoasn-apply`,
      ]);
    },
  );

  test.each([
    ['900', 900],
    ['901', 901],
    ['43200', 43_200],
  ])('a session may last %s seconds', (text, seconds) => {
    expect(roleOf({ 'role-duration-seconds': text })?.durationSeconds).toBe(seconds);
  });

  test.each(['899', '43201', '0', '0900', '1e3', '900.0', '-900', '15m', ' 900'])(
    'a session may not last %j',
    (text) => {
      expect(problems({ 'role-duration-seconds': text })).toEqual([
        `role-duration-seconds: ${JSON.stringify(text)} must be a whole number from 900 to 43200. Example: role-duration-seconds: 900`,
      ]);
    },
  );
});

describe('wait-timeout-seconds', () => {
  test.each([
    ['1', 1],
    ['21600', 21_600],
    ['', 900],
  ])('%j is %i', (text, seconds) => {
    expect(read({ 'wait-timeout-seconds': text }).waitTimeoutSeconds).toBe(seconds);
  });

  test.each(['0', '21601', '1000000', '00', '+5', '5s', '0x10', '1.5', 'x5'])(
    '%j is refused',
    (text) => {
      expect(problems({ 'wait-timeout-seconds': text })).toEqual([
        `wait-timeout-seconds: ${JSON.stringify(text)} must be a whole number from 1 to 21600. Example: wait-timeout-seconds: 900`,
      ]);
    },
  );
});

describe('allowed-account-ids', () => {
  test.each([
    ['', []],
    ['111122223333', ['111122223333']],
    ['111122223333,000000000001', ['111122223333', '000000000001']],
    ['\n  111122223333\n  444455556666\n', ['111122223333', '444455556666']],
    [' 111122223333 , , 444455556666 ,', ['111122223333', '444455556666']],
  ])('%j names %j', (text, ids) => {
    expect(read({ 'allowed-account-ids': text }).allowedAccountIds).toEqual(ids);
  });

  test.each(['12345678901', '123456789', '0123456789'])(
    'hints at the leading zeros that YAML drops: %s',
    (id) => {
      expect(problems({ 'allowed-account-ids': `111122223333,${id}` })).toEqual([
        `allowed-account-ids: "111122223333,${id}" has "${id}", which is not 12 digits (YAML drops leading zeros: quote it). Example: allowed-account-ids: "111122223333"`,
      ]);
    },
  );

  test.each([
    '1111-2222-3333',
    '1111222233334',
    '12345678',
    'octo',
    '1111 22223333',
    '12345678901x',
  ])('refuses %j without that hint', (id) => {
    expect(problems({ 'allowed-account-ids': id })).toEqual([
      `allowed-account-ids: "${id}" has "${id}", which is not 12 digits. Example: allowed-account-ids: "111122223333"`,
    ]);
  });
});

describe('problems', () => {
  test('are told all at once, one line for each input', () => {
    const given = {
      asn: '1.10',
      cidr: '198.51.100.7/24',
      'dry-run': 'yes',
      'permission-check': 'on',
      'aws-region': 'us-west-2a',
      'role-to-assume': 'apply',
      audience: 'a b',
      'role-session-name': '!',
      'role-duration-seconds': '5',
      'allowed-account-ids': '1',
      wait: 'no',
      'wait-timeout-seconds': 'long',
      'allow-special-use': '',
      summary: 'off',
    };
    const names = problems(given).map((line) => line.split(':')[0]);
    expect(names.toSorted()).toEqual(Object.keys(given).toSorted());
    expect(names.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
    expect(() => read(given)).toThrow('14 inputs are not right');
  });

  test('of one input are counted as one', () => {
    expect(() => read({ asn: 'x' })).toThrow('One input is not right');
  });

  test('name the input, what was seen, and one right example', () => {
    expect(problems({ asn: '1.10', cidr: '198.51.100.7/24' })).toEqual([
      expect.stringMatching(/^asn: "1\.10" is asdot for 65546; .*\. Example: asn: 64500$/),
      'cidr: "198.51.100.7/24" has host bits set; 198.51.100.0/24 was probably meant. Example: cidr: 198.51.100.0/24',
    ]);
  });

  test('of missing inputs say so', () => {
    expect(problems({ asn: '', cidr: '' })).toEqual([
      'asn: is missing. Example: asn: 64500',
      'cidr: is missing. Example: cidr: 198.51.100.0/24',
    ]);
  });

  test('show what was seen with its control characters visible', () => {
    const [line = ''] = problems({ asn: '64500\n::error::x' });
    expect(line).toContain(String.raw`"64500\n::error::x"`);
  });
});
