import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../../src/failure.ts';
import { commentRoom } from '../../../src/github/comment-marker.ts';
import { type Inputs, readInputs } from '../../../src/inputs/inputs.ts';
import { parseBoolean } from '../../../src/inputs/parsers.ts';

type Texts = Readonly<Record<string, string>>;

const action: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> } = parse(
  readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8'),
);
const validPair = { asn: '64500', cidr: '198.51.100.0/24', 'aws-region': 'us-west-2' };
const file = { asn: '', cidr: '', 'aws-region': '', config: 'byoasn.yml' };
const allowSpecialUse = { 'allow-special-use': 'true' };
const arn = 'arn:aws:iam::111122223333:role/byoasn-apply';

/** The inputs as the runner passes them: those given, and the defaults of action.yml. */
function read(given: Texts = {}, env: Texts = {}, workspace?: string): Inputs {
  const texts: Texts = { ...validPair, ...allowSpecialUse, ...given };
  return readInputs((name) => texts[name] ?? action.inputs[name]?.default ?? '', env, workspace);
}

/** The same with a config file instead of a pair. */
const readFile = (given: Texts = {}, env: Texts = {}, workspace?: string) =>
  read({ ...file, ...given }, env, workspace);

/** The target of the inputs. */
function targetOf(given: Texts, env: Texts = {}) {
  const { source } = read(given, env);
  if (source.form === 'file') throw new Error('a file was read');
  return source.target;
}

/** The problems of the inputs, empty if they are valid. */
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
    action: 'associations',
    verify: { policy: 'off', timeoutSeconds: 0 },
    source: {
      form: 'inputs',
      target: {
        name: 'us-west-2',
        accountId: undefined,
        region: 'us-west-2',
        associations: [{ asn: '64500', cidr: '198.51.100.0/24', note: '', location: undefined }],
      },
    },
    specialUse: 'accept',
    mode: 'apply',
    permissionCheck: 'ask',
    role: undefined,
    sessionPolicy: 'attach',
    allowedAccountIds: [],
    expectedPlan: undefined,
    approvedChanges: undefined,
    maxChanges: undefined,
    allowRemove: false,
    rpki: undefined,
    ipamRegion: undefined,
    unmanaged: 'report',
    allCidrs: false,
    onFailure: 'stop',
    concurrency: 4,
    until: 'end-state',
    waitTimeoutSeconds: 900,
    environment: undefined,
    comment: undefined,
    summary: true,
  });
});

test('asn and cidr are read in their canonical text', () => {
  const { associations } = targetOf({ asn: 'AS64500', cidr: '2001:DB8:1:0::/48' });
  expect(associations).toMatchObject([{ asn: '64500', cidr: '2001:db8:1::/48' }]);
});

describe('special use', () => {
  test('is refused by default, for the ASN and for the CIDR', () => {
    const refused = problems({ 'allow-special-use': 'false' });
    expect(refused).toEqual([
      expect.stringMatching(/^asn: "64500" is set aside .*the input allow-special-use/),
      expect.stringMatching(/^cidr: "198\.51\.100\.0\/24" overlaps .*the input allow-special-use/),
    ]);
  });

  test('does not affect public numbers', () => {
    const given = { 'allow-special-use': 'false', asn: '3333', cidr: '193.0.0.0/21' };
    expect(read(given)).toMatchObject({
      source: { target: { associations: [{ asn: '3333', cidr: '193.0.0.0/21' }] } },
      specialUse: 'refuse',
    });
  });
});

describe('booleans', () => {
  const names = [
    ...['dry-run', 'permission-check', 'wait', 'allow-special-use', 'summary', 'fail-fast'],
    'all-cidrs',
    'allow-remove',
  ];

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

  test('an empty text is neither, and the problem says so', () => {
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

  test('each sets its value', () => {
    expect(read({ 'dry-run': 'true' }).mode).toBe('plan');
    expect(read({ 'permission-check': 'false' }).permissionCheck).toBe('skip');
    expect(read({ wait: 'false' }).until).toBe('accepted');
    expect(read({ 'fail-fast': 'false' }).onFailure).toBe('continue');
    expect(read({ summary: 'false' }).summary).toBe(false);
  });
});

describe('aws-region', () => {
  test.each([
    ...['us-west-2', 'eu-central-1', 'ap-southeast-5', 'me-south-1', 'il-central-1'],
    ...['us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'eusc-de-east-1'],
    ...['cn-north-1', 'mx-central-1', 'xx-far-10'],
  ])('takes %s', (region) => {
    expect(targetOf({ 'aws-region': region })).toMatchObject({ region, name: region });
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

  test.each(['us-west-2ab', 'us-west-2a-x', 'us-west-0a'])('does not say so of %s', (zone) => {
    expect(problems({ 'aws-region': zone })[0]).not.toContain('Zone');
  });

  test('comes from AWS_REGION, then from AWS_DEFAULT_REGION, if it is empty', () => {
    const both = { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' };
    expect(targetOf({ 'aws-region': '' }, both).region).toBe('eu-west-1');
    expect(targetOf({ 'aws-region': '' }, { ...both, AWS_REGION: '' }).region).toBe('eu-west-2');
    expect(targetOf({}, both).region).toBe('us-west-2');
  });

  test('that is not set anywhere is missing', () => {
    const missing = 'is missing, and AWS_REGION and AWS_DEFAULT_REGION are not set';
    expect(problems({ 'aws-region': '' })).toEqual([
      `aws-region: ${missing}. Example: aws-region: us-west-2`,
    ]);
  });

  test('that is wrong in the environment is reported with its source', () => {
    expect(problems({ 'aws-region': '' }, { AWS_REGION: 'Oregon' })).toEqual([
      'aws-region: is not an AWS Region ("Oregon" from the environment). Example: aws-region: us-west-2',
    ]);
  });
});

describe('role-to-assume', () => {
  const session = 'byoasn-local-1';

  test.each([
    [arn, 'us-west-2'],
    ['arn:aws:iam::111122223333:role/path/to/the.role+=,@-_1', 'us-west-2'],
    ['arn:aws-us-gov:iam::111122223333:role/apply', 'us-gov-west-1'],
    ['arn:aws-cn:iam::000000000001:role/apply', 'cn-north-1'],
    ['arn:aws-eusc:iam::111122223333:role/apply', 'eusc-de-east-1'],
  ])('takes %s in %s', (text, region) => {
    expect(read({ 'role-to-assume': text, 'aws-region': region }).role).toEqual({
      arn: text,
      via: [],
      source: 'id-token',
      audience: '',
      sessionName: session,
      durationSeconds: 900,
      externalId: undefined,
    });
  });

  test('of one pair can have {region}', () => {
    const text = 'arn:aws:iam::111122223333:role/byoasn-{region}';
    expect(read({ 'role-to-assume': text }).role?.arn).toBe(text);
  });

  test('of one pair cannot have {account}, as no account is given', () => {
    const text = 'arn:aws:iam::{account}:role/byoasn-apply';
    expect(problems({ 'role-to-assume': text })).toEqual([
      `role-to-assume: "${text}" has {account}, which only works with config: a target of the file gives the account. Example: role-to-assume: ${arn}`,
    ]);
  });

  test('of one pair cannot have {account}, even if the pair has a problem', () => {
    const text = 'arn:aws:iam::{account}:role/byoasn-apply';
    expect(problems({ 'role-to-assume': text, asn: 'x' })).toHaveLength(2);
  });

  test.each(['arn:aws:iam::{account}:role/byoasn-apply', 'arn:aws:iam::{account}:role/{region}'])(
    'of a file can have both: %s',
    (text) => {
      expect(readFile({ 'role-to-assume': text }).role?.arn).toBe(text);
    },
  );

  test('of a file cannot have another name in braces', () => {
    const text = 'arn:aws:iam::{acount}:role/byoasn-apply';
    expect(problems({ ...file, 'role-to-assume': text })).toEqual([
      `role-to-assume: "${text}" is not the ARN of an IAM role. Example: role-to-assume: ${arn}`,
    ]);
  });

  test('left empty means the default chain, even with other inputs of the role', () => {
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

  test('cannot be in another partition than the Region', () => {
    expect(problems({ 'role-to-assume': arn, 'aws-region': 'us-gov-west-1' })).toEqual([
      `role-to-assume: "${arn}" is in the partition aws, but us-gov-west-1 is in aws-us-gov. Example: role-to-assume: arn:aws-us-gov:iam::111122223333:role/byoasn-apply`,
    ]);
  });

  test('is checked against the Region even if the pair has a problem', () => {
    const [first, second] = problems({
      asn: '0',
      'role-to-assume': arn,
      'aws-region': 'cn-north-1',
    });
    expect(first).toMatch(/^asn: /);
    expect(second).toContain('is in the partition aws, but cn-north-1 is in aws-cn');
  });

  test('cannot be only a name', () => {
    expect(problems({ 'role-to-assume': 'byoasn-apply' })).toEqual([
      `role-to-assume: "byoasn-apply" is a role name; use the full ARN. Example: role-to-assume: ${arn}`,
    ]);
  });
});

describe('several roles', () => {
  const hub = 'arn:aws:iam::444455556666:role/hub';
  const member = 'arn:aws:iam::{account}:role/byoasn-{region}';

  test.each([`${hub}\n${member}`, `  ${hub}\r\n\n\t${member} \n`])(
    'are read one per line, and the run uses the last: %j',
    (text) => {
      expect(readFile({ 'role-to-assume': text }).role).toMatchObject({
        arn: member,
        via: [hub],
        source: 'id-token',
      });
    },
  );

  test('are not separated by commas, because names may contain them', () => {
    const comma = 'arn:aws:iam::444455556666:role/hub,eu';
    expect(read({ 'role-to-assume': `${comma}\n${arn}` }).role).toMatchObject({ via: [comma] });
  });

  test.each([
    [`${hub}\nbyoasn-apply`, {}, 'has "byoasn-apply", which is a role name; use the full ARN'],
    [`${hub}\n${member}`, {}, `has "${member}", which has {account}, which only works with config`],
    [
      `${hub.replace('aws', 'aws-cn')}\n${arn}`,
      {},
      'which is in the partition aws-cn, but us-west-2 is in aws',
    ],
  ])('are each checked: %j', (text, given, problem) => {
    const lines = problems({ 'role-to-assume': text, ...given });
    expect(lines).toEqual([expect.stringContaining(problem)]);
  });

  test.each(['900', '3600'])('have sessions of %s seconds', (text) => {
    const given = { 'role-to-assume': `${hub}\n${arn}`, 'role-duration-seconds': text };
    expect(read(given).role?.durationSeconds).toBe(Number(text));
  });

  test.each([
    [{ 'role-to-assume': `${hub}\n${arn}` }],
    [{ 'role-to-assume': arn, 'role-chaining': 'true' }],
  ])('have sessions of an hour at most, which AWS sets: %j', (given) => {
    expect(problems({ ...given, 'role-duration-seconds': '3601' })).toEqual([
      'role-duration-seconds: "3601" must be a whole number from 900 to 3600 with role chaining. Example: role-duration-seconds: 900',
    ]);
  });

  test('with a problem cause no problems of other inputs', () => {
    const given = { 'role-duration-seconds': '7200', 'role-external-id': 'network-7Q2' };
    expect(problems({ 'role-to-assume': 'hub', ...given })).toHaveLength(1);
  });
});

describe('role-chaining', () => {
  test('takes the default chain for the first role', () => {
    const given = { 'role-to-assume': arn, 'role-chaining': 'true' };
    expect(read(given).role).toMatchObject({ arn, via: [], source: 'default-chain' });
  });

  test('needs a role', () => {
    expect(problems({ 'role-chaining': 'true' })).toEqual([
      'role-chaining: "true" needs role-to-assume. Example: role-chaining: false',
    ]);
  });
});

describe('role-external-id', () => {
  const chained = { 'role-to-assume': arn, 'role-chaining': 'true' };

  test.each(['ab', 'a+b=c,d.e@f:g/h_i-1', 'x'.repeat(1_224)])('may be %j', (text) => {
    expect(read({ ...chained, 'role-external-id': text }).role?.externalId).toBe(text);
  });

  test.each(['a', 'x'.repeat(1_225), 'two words', 'ä-id'])('may not be %j', (text) => {
    const [problem, ...others] = problems({ ...chained, 'role-external-id': text });
    expect(problem).toContain('must be 2 to 1224 letters, digits or any of +=,.@:/_-');
    expect(others).toEqual([]);
  });

  test.each([{}, { 'role-to-assume': arn }])('needs a chained role: %j', (given) => {
    expect(problems({ ...given, 'role-external-id': 'network-7Q2' })).toEqual([
      'role-external-id: "network-7Q2" needs several roles, or role-chaining: true; an ID token takes no external ID. Example: role-external-id: (left out)',
    ]);
  });
});

test('session-policy: false leaves the session policy out', () => {
  expect(read({ 'session-policy': 'false' }).sessionPolicy).toBe('leave out');
});

describe('the other inputs of the role', () => {
  const roleOf = (given: Texts, env: Texts = {}) =>
    read({ 'role-to-assume': arn, ...given }, env).role;

  const inChina = {
    'aws-region': 'cn-north-1',
    'role-to-assume': 'arn:aws-cn:iam::111122223333:role/byoasn-apply',
  };

  test('the audience depends on the Region of each target by default', () => {
    expect(roleOf(inChina)?.audience).toBe('');
  });

  test('a given audience is used unchanged', () => {
    const audience = 'https://github.com/octo-org';
    expect(roleOf({ audience, ...inChina })?.audience).toBe(audience);
  });

  test.each([
    ['us-west-2', 'sts.amazonaws.com'],
    ['cn-north-1', 'sts.amazonaws.com.cn'],
  ])('an audience with a space is refused, in %s with the example %s', (region, example) => {
    expect(problems({ audience: 'my audience', 'aws-region': region })).toEqual([
      `audience: "my audience" has a space inside. Example: audience: ${example}`,
    ]);
  });

  test('the session has the name of the run and its attempt', () => {
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

describe('config', () => {
  test('is the path of a file, which replaces the pair', () => {
    expect(readFile().source).toEqual({ form: 'file', path: 'byoasn.yml', only: [] });
  });

  test.each([
    ['./byoasn.yml', 'byoasn.yml'],
    ['././network/byoasn.yml', 'network/byoasn.yml'],
    ['../byoasn.yml', '../byoasn.yml'],
    ['.github/byoasn.yml', '.github/byoasn.yml'],
    ['/srv/byoasn.json', '/srv/byoasn.json'],
    ['a/./b.yml', 'a/b.yml'],
    ['a//b.yml', 'a/b.yml'],
    ['./a/../a/b.yml', 'a/b.yml'],
  ])('%s is the path %s', (config, path) => {
    expect(readFile({ config }).source).toMatchObject({ path });
  });

  test.each([
    'infra/byoasn.yml',
    './infra/byoasn.yml',
    'infra//byoasn.yml',
    'infra/./byoasn.yml',
    './infra/../infra/byoasn.yml',
    '../repo/infra/byoasn.yml',
    '/home/runner/work/repo/repo/infra/byoasn.yml',
    '/home/runner/work/repo/repo//infra/../infra/byoasn.yml',
  ])('names the file of a workspace by its path from the root: %s', (config) => {
    for (const workspace of ['/home/runner/work/repo/repo', '/home/runner/work/repo/repo/']) {
      expect(readFile({ config }, {}, workspace).source).toMatchObject({
        path: 'infra/byoasn.yml',
      });
    }
  });

  test.each([
    'infra\\byoasn.yml',
    'infra/byoasn.yml',
    '.\\infra\\.\\byoasn.yml',
    'D:\\a\\repo\\repo\\infra\\byoasn.yml',
    'd:/a/repo/repo/infra/byoasn.yml',
    '\\a\\repo\\repo/infra\\byoasn.yml',
  ])('does so on Windows: %s', (config) => {
    const { source } = readFile({ config }, { RUNNER_OS: 'Windows' }, 'D:\\a\\repo\\repo');
    expect(source).toMatchObject({ path: 'infra/byoasn.yml' });
  });

  test.each([
    '../byoasn.yml',
    '/srv/byoasn.yml',
    '..',
    '.',
    '/work/repo',
    '/work/repository/x.yml',
  ])('stays as given outside of the workspace: %s', (config) => {
    expect(readFile({ config }, {}, '/work/repo').source).toMatchObject({ path: config });
  });

  test('may start with two dots in the workspace', () => {
    expect(readFile({ config: './..odd.yml' }, {}, '/work/repo').source).toMatchObject({
      path: '..odd.yml',
    });
  });

  test('gets slashes on Windows, and stays as it is elsewhere', () => {
    const config = '.\\network\\byoasn.yml';
    const pathOn = (RUNNER_OS: string) => readFile({ config }, { RUNNER_OS }).source;
    expect(pathOn('Windows')).toMatchObject({ path: 'network/byoasn.yml' });
    expect(pathOn('Linux')).toMatchObject({ path: config });
  });

  test('cannot be combined with the inputs of a pair', () => {
    const pair = { asn: '64500', cidr: '198.51.100.0/24', 'aws-region': 'us-west-2' };
    const conflict = 'cannot be combined with config, which has its own';
    expect(problems({ ...pair, config: 'byoasn.yml' })).toEqual([
      `asn: "64500" ${conflict}. Example: asn: (left out)`,
      `cidr: "198.51.100.0/24" ${conflict}. Example: cidr: (left out)`,
      `aws-region: "us-west-2" ${conflict}. Example: aws-region: (left out)`,
    ]);
  });

  test('ignores the Region of the environment', () => {
    expect(readFile({}, { AWS_REGION: 'Oregon' }).source).toMatchObject({ form: 'file' });
  });

  test('left empty makes the pair of the inputs required', () => {
    expect(problems({ ...file, config: '' }).map((line) => line.split(':')[0])).toEqual([
      'asn',
      'cidr',
      'aws-region',
    ]);
  });

  test('keeps the policy for special-use numbers', () => {
    expect(readFile({ 'allow-special-use': 'false' }).specialUse).toBe('refuse');
    expect(readFile().specialUse).toBe('accept');
  });
});

describe('target', () => {
  test.each([
    ['', []],
    ['edge', ['edge']],
    ['edge,dr', ['edge', 'dr']],
    ['\n  111122223333/us-west-2\n  dr\n', ['111122223333/us-west-2', 'dr']],
    [' edge , , dr ,', ['edge', 'dr']],
  ])('%j names %j', (target, only) => {
    expect(readFile({ target }).source).toMatchObject({ only });
  });

  test('is refused without config', () => {
    expect(problems({ target: 'edge' })).toEqual([
      'target: "edge" only works with config. Example: target: (left out)',
    ]);
  });
});

describe('expected-plan', () => {
  const digest = `v2:${'0123456789abcdef'.repeat(4)}`;
  const example = '$' + '{{ needs.plan.outputs.plan-digest }}';

  test('is the digest that was approved', () => {
    expect(read({ 'expected-plan': digest }).expectedPlan).toBe(digest);
  });

  test('is undefined if any plan can be applied', () => {
    expect(read({ 'expected-plan': 'any' }).expectedPlan).toBeUndefined();
  });

  test('cannot be empty, because a misspelled output gives an empty text', () => {
    expect(problems({ 'expected-plan': '' })).toEqual([
      `expected-plan: is empty: pass the plan-digest of the approved plan, or any. Example: expected-plan: ${example}`,
    ]);
  });

  test.each(['Any', ' any', digest.slice(3), digest.toUpperCase(), `${digest} `, 'v2:', 'none'])(
    '%j is refused',
    (text) => {
      expect(problems({ 'expected-plan': text })).toEqual([
        `expected-plan: ${JSON.stringify(text)} is neither a plan-digest nor a plan. Example: expected-plan: ${example}`,
      ]);
    },
  );
});

describe('rpki', () => {
  const rpkiOf = (rpki: string, more: Texts = {}) => read({ rpki, ...more }).rpki;

  test.each(['', 'off'])('%j reads no RPKI data', (text) => {
    expect(rpkiOf(text)).toBeUndefined();
  });

  test.each([
    ['ripestat', { form: 'ripestat' }],
    ['http://[::1]:8323', { form: 'routinator', url: 'http://[::1]:8323/' }],
    ['HTTPS://rpki.example/vrps/', { form: 'routinator', url: 'https://rpki.example/vrps/' }],
    ['rpki/vrps.json', { form: 'file', path: 'rpki/vrps.json' }],
    ['/tmp/VRPS.JSON', { form: 'file', path: '/tmp/VRPS.JSON' }],
  ])('%s is a source', (text, source) => {
    expect(rpkiOf(text)).toEqual({ source, policy: 'report', maxAgeHours: 24 });
  });

  test.each([
    ['RIPEstat', /must be off, ripestat, the URL of a Routinator or the path of a \.json file/],
    ['false', /must be off/],
    ['vrps.csv', /must be off/],
    [`${'x'.repeat(4_096)}.json`, /must be off/],
    ['https://', /is not a URL/],
    ['https:///x y', /is not a URL/],
    ['https://user@rpki.example', /has a user or a password/],
    ['https://:secret@rpki.example', /has a user or a password/],
    ['https://rpki.example/?a=b', /has a query or a fragment/],
    ['https://rpki.example/#a', /has a query or a fragment/],
    ['\u200bripestat', /U\+200B/],
  ])('%s is refused', (text, problem) => {
    expect(problems({ rpki: text })).toEqual([expect.stringMatching(problem)]);
  });

  test('is not shown with its password', () => {
    expect(problems({ rpki: 'HTTPS://user:se@cret@rpki.example/x' })).toEqual([
      'rpki: "HTTPS://***@rpki.example/x" has a user or a password. Example: rpki: https://routinator.example.com',
    ]);
  });

  test('has a policy and an age', () => {
    const more = { 'rpki-policy': 'require-valid', 'rpki-max-age': '72' };
    expect(rpkiOf('ripestat', more)).toMatchObject({ policy: 'require-valid', maxAgeHours: 72 });
    const empty = { 'rpki-policy': '', 'rpki-max-age': '' };
    expect(rpkiOf('ripestat', empty)).toMatchObject({ policy: 'report', maxAgeHours: 24 });
  });

  test('is required for a policy that refuses', () => {
    expect(problems({ 'rpki-policy': 'refuse-invalid' })).toEqual([
      'rpki-policy: "refuse-invalid" needs rpki, which is off. Example: rpki-policy: report',
    ]);
    expect(problems({ rpki: 'on', 'rpki-policy': 'refuse-invalid' })).toHaveLength(1);
  });
});

describe('max-changes', () => {
  test.each([
    ['', undefined],
    ['0', 0],
    ['1', 1],
    ['999999', 999_999],
  ])('%j allows %s', (text, count) => {
    expect(read({ 'max-changes': text }).maxChanges).toBe(count);
  });

  test.each(['-1', '01', '00', '1000000', '1e3', '2.0', '10%', 'x1', ' 1', 'ten'])(
    '%j is refused',
    (text) => {
      expect(problems({ 'max-changes': text })).toEqual([
        `max-changes: ${JSON.stringify(text)} must be a whole number from 0 to 999999. Example: max-changes: 10`,
      ]);
    },
  );
});

describe('concurrency', () => {
  test.each([
    ['1', 1],
    ['64', 64],
    ['', 4],
  ])('%j is %i', (text, count) => {
    expect(read({ concurrency: text }).concurrency).toBe(count);
  });

  test.each(['0', '65', '-1', '1.5', 'all'])('%j is refused', (text) => {
    expect(problems({ concurrency: text })).toEqual([
      `concurrency: ${JSON.stringify(text)} must be a whole number from 1 to 64. Example: concurrency: 4`,
    ]);
  });
});

describe('the comment', () => {
  const wanted = { comment: 'true', 'github-token': 'token' };

  test('has the token, and the pull request of the event', () => {
    expect(read(wanted).comment).toEqual({
      create: 'always',
      token: 'token',
      pullNumber: undefined,
    });
  });

  test.each([
    ['true', 'always'],
    ['TRUE', 'always'],
    ['on-change', 'on-change'],
    ['false', undefined],
    ['False', undefined],
  ])('%s creates it %s', (comment, create) => {
    expect(read({ ...wanted, comment }).comment?.create).toBe(create);
  });

  test.each(['', 'yes', '1', 'always', 'On-Change', 'on_change', 'onchange', ' on-change'])(
    'is not requested by %j',
    (comment) => {
      const seen = comment === '' ? '' : ` ${JSON.stringify(comment)}`;
      expect(problems({ ...wanted, comment })).toEqual([
        `comment:${seen} must be true, false or on-change. Example: comment: true`,
      ]);
    },
  );

  test('names a character that only looks like a hyphen', () => {
    expect(problems({ ...wanted, comment: 'on\u2011change' })).toEqual([
      expect.stringContaining('has U+2011 (non-breaking hyphen) after "on"'),
    ]);
  });

  test('has the given pull request', () => {
    expect(read({ ...wanted, 'pr-number': '7' }).comment?.pullNumber).toBe(7);
    expect(read({ ...wanted, 'pr-number': '9999999999' }).comment?.pullNumber).toBe(9_999_999_999);
  });

  test('that is off needs no token, and keeps none', () => {
    expect(read({ 'github-token': '' }).comment).toBeUndefined();
    expect(read({ 'github-token': 'token', 'pr-number': '7' }).comment).toBeUndefined();
  });

  test.each(['true', 'on-change'])('that is %s needs a token', (comment) => {
    const example = '$' + '{{ github.token }}';
    expect(problems({ comment, 'github-token': '' })).toEqual([
      `github-token: is empty, but the comment needs it. Example: github-token: ${example}`,
    ]);
  });

  test.each(['0', '07', '-7', '#7', '7.0', '12345678901', 'x7', 'seven'])(
    'cannot have the pull request number %j',
    (number) => {
      for (const comment of ['true', 'false']) {
        expect(problems({ ...wanted, comment, 'pr-number': number })).toEqual([
          `pr-number: ${JSON.stringify(number)} is not the number of a pull request. Example: pr-number: 7`,
        ]);
      }
    },
  );
});

describe('environment', () => {
  test.each([
    'byoasn',
    'Production (EU)',
    'prod/us-west-2',
    'réseau',
    'x'.repeat(255),
    '\u{1f310}'.repeat(255),
  ])('is named %j', (name) => {
    expect(read({ environment: name }).environment).toBe(name);
  });

  test.each([
    ['x'.repeat(256), 'has more than 255 characters'],
    ['production\nstaging', 'has a control character'],
    ['byo\tasn', 'has a control character'],
    ['byoasn\u0085', 'has a control character'],
  ])('%j is refused', (name, problem) => {
    expect(problems({ environment: name })).toEqual([
      expect.stringMatching(`^environment: ".*" ${problem}\\. Example: environment: byoasn$`),
    ]);
  });
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

  test.each(['allowed-account-ids', 'target'])(
    'is refused if it has only separators, like %s',
    (name) => {
      const file = { config: 'byoasn.yml', asn: '', cidr: '', 'aws-region': '' };
      expect(problems({ ...file, [name]: ' , ,' })).toEqual([
        expect.stringMatching(`^${name}: " , ," has no value\\. Example: ${name}: `),
      ]);
    },
  );

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
  test('are reported together, one line for each input', () => {
    const given = {
      asn: '1.10',
      cidr: '198.51.100.7/24',
      'dry-run': 'yes',
      'permission-check': 'on',
      'aws-region': 'us-west-2a',
      'role-to-assume': 'apply',
      'role-chaining': 'maybe',
      'role-external-id': '!',
      'session-policy': 'none',
      audience: 'a b',
      'role-session-name': '!',
      'role-duration-seconds': '5',
      'allowed-account-ids': '1',
      wait: 'no',
      'wait-timeout-seconds': 'long',
      'allow-special-use': '',
      summary: 'off',
      environment: 'a\nb',
      target: 'edge',
      'expected-plan': '',
      'max-changes': 'few',
      'fail-fast': '1',
      concurrency: '0',
      comment: 'ja',
      'pr-number': '#7',
      rpki: 'on',
      'rpki-policy': 'strict',
      'rpki-max-age': '0',
      'ipam-region': 'us-east-1a',
      unmanaged: 'ignore',
      'all-cidrs': 'true',
      'allow-remove': 'true',
    };
    const names = problems(given).map((line) => line.split(':')[0]);
    expect(names.toSorted()).toEqual(Object.keys(given).toSorted());
    // A path is only checked when it is opened, and only a comment needs a token.
    expect([...names, 'config', 'github-token'].toSorted()).toEqual(
      Object.keys(action.inputs).toSorted(),
    );
    expect(() => read(given)).toThrow(/^32 inputs are invalid: allow-special-use, asn, cidr, /);
  });

  test.each([
    [{ asn: 'x' }, {}, '1 input is invalid: asn'],
    [{ asn: 'x', cidr: 'y' }, {}, '2 inputs are invalid: asn, cidr'],
    [{}, { HTTP_PROXY: 'http://x.example' }, '1 environment variable is invalid: HTTP_PROXY'],
    [
      { asn: 'x' },
      { https_proxy: 'x', HTTP_PROXY: 'ftp://x' },
      '1 input is invalid: asn; 2 environment variables are invalid: https_proxy, HTTP_PROXY',
    ],
  ])('are counted and named: %j, %j', (given: Texts, env: Texts, message) => {
    expect(() => read(given, env)).toThrow(
      expect.objectContaining({ reason: 'invalid-input', message }),
    );
  });

  test('have the input, its text, and a valid example', () => {
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

  test('show control characters as escapes', () => {
    const [line = ''] = problems({ asn: '64500\n::error::x' });
    expect(line).toContain(String.raw`"64500\n::error::x"`);
  });
});

describe('a character that looks like another', () => {
  test.each([
    ['asn', '64500\u00a0', '"64500\\u00a0" has U+00A0 (no-break space) after "64500"'],
    ['asn', '\u200b64500', '"\\u200b64500" starts with U+200B (zero-width space)'],
    ['asn', '６４５００', '"６４５００" starts with U+FF16 (fullwidth 6)'],
    ['cidr', '198.51.100.0\u204424', 'has U+2044 (fraction slash) after "198.51.100.0"'],
    ['cidr', '198.51.100.0/24\ufeff', 'has U+FEFF (byte order mark) after "198.51.100.0/24"'],
    ['aws-region', 'us\u2011west\u20112', 'has U+2011 (non-breaking hyphen) after "us"'],
    ['dry-run', 'true\u2003', '"true\\u2003" has U+2003 (em space) after "true"'],
    ['wait-timeout-seconds', '９00', 'starts with U+FF19 (fullwidth 9)'],
    ['max-changes', '\u22121', 'starts with U+2212 (minus sign)'],
    ['pr-number', '7\u00a0', 'has U+00A0 (no-break space) after "7"'],
    ['audience', 'sts.amazonaws.com\u202f', 'has U+202F (narrow no-break space) after "s'],
    ['role-session-name', 'byoasn\u2013apply', 'has U+2013 (en dash) after "byoasn"'],
    ['role-to-assume', `${arn}\u00a0`, 'has U+00A0 (no-break space) after "'],
    ['allowed-account-ids', '111122223333 1\u00a0', 'has "111122223333 1", which is not 12 digits'],
    [
      'allowed-account-ids',
      '1111\u00a022223333',
      'has "1111\\u00a022223333", which has U+00A0 (no-break space) after "1111"',
    ],
  ])('is named in %s: %j', (name, text, seen) => {
    const [problem, ...more] = problems({ [name]: text });
    expect(problem).toContain(seen);
    expect(problem).toContain(`. Example: ${name}: `);
    expect(more).toEqual([]);
  });

  test('is named in the Region of the environment', () => {
    expect(problems({ 'aws-region': '' }, { AWS_REGION: 'us-west-2\u00a0' })).toEqual([
      expect.stringContaining(
        'has U+00A0 (no-break space) after "us-west-2" ("us-west-2\\u00a0" from the environment)',
      ),
    ]);
  });
});

describe('a proxy that is half set', () => {
  const env = { HTTP_PROXY: 'http://proxy.example.com:3128' };

  test('is reported in addition to problems of the inputs', () => {
    const [first, second, ...more] = problems({ asn: '0' }, env);
    expect(first).toMatch(/^asn: /);
    expect(second).toMatch(/^HTTP_PROXY: .* is set and HTTPS_PROXY is not/);
    expect(more).toEqual([]);
  });

  test('is not a problem if HTTPS is direct', () => {
    expect(problems({}, { ...env, HTTPS_PROXY: '' })).toEqual([]);
  });
});

describe('a value of a mebibyte', () => {
  const size = 1_048_576;
  const shapes: Texts = {
    letters: 'x'.repeat(size),
    digits: '1'.repeat(size),
    lines: 'a\n'.repeat(size / 2),
    accounts: '111122223333,'.repeat(size / 13),
    'marks that are not ASCII': 'ü,'.repeat(size / 2),
    JSON: `{"digest":"${'x'.repeat(size)}"}`,
  };
  const cases = Object.keys(action.inputs).flatMap((name) =>
    Object.keys(shapes).map((shape) => [name, shape] as const),
  );

  test.each(cases)('of %s (%s) gives no long problem', (name, shape) => {
    const value = shapes[shape] ?? '';
    for (const given of [{ [name]: value }, { ...file, [name]: value }]) {
      const text = problems(given).join('\n');
      expect(text.length).toBeLessThan(3_000);
    }
  });
});

describe('the key of a comment', () => {
  test.each([
    ['of many short names', 'a,'.repeat(8_192)],
    ['of long names', `${'a'.repeat(64)},`.repeat(252)],
  ])('%s and a long path leaves space for the text', (_, target) => {
    const { source } = readFile({ config: 'ü'.repeat(4_096), target });
    if (source.form !== 'file') throw new Error('no file was read');
    expect(commentRoom({ file: source.path, targets: source.only })).toBeGreaterThan(1_000);
  });

  test('has only valid names', () => {
    expect(problems({ ...file, target: 'edge, ü' })).toEqual([
      'target: "edge, ü" has "ü", which is not a name: 1 to 64 letters, digits or any of ._/-, the first a letter or a digit. Example: target: edge/us-west-2',
    ]);
  });
});

test('an audience that is longer than IAM accepts is refused', () => {
  expect(problems({ audience: 'x'.repeat(255) })).toEqual([]);
  expect(problems({ audience: 'x'.repeat(256) })).toEqual([
    `audience: "${'x'.repeat(200)}... (56 more characters)" has more than 255 characters. Example: audience: sts.amazonaws.com`,
  ]);
});

describe('unmanaged associations and CIDRs', () => {
  test.each(['report', 'warn', 'fail'] as const)('unmanaged may be %s', (unmanaged) => {
    expect(read({ unmanaged }).unmanaged).toBe(unmanaged);
  });

  test('are only reported by default', () => {
    expect(read({ unmanaged: '' })).toMatchObject({ unmanaged: 'report', allCidrs: false });
  });

  test.each(['Fail', 'ignore', 'true'])('unmanaged may not be %s', (unmanaged) => {
    expect(problems({ unmanaged })).toEqual([
      `unmanaged: "${unmanaged}" must be report, warn or fail. Example: unmanaged: warn`,
    ]);
  });

  test('all-cidrs needs a file', () => {
    expect(readFile({ 'all-cidrs': 'true' }).allCidrs).toBe(true);
    expect(problems({ 'all-cidrs': 'true' })).toEqual([
      'all-cidrs: "true" only works with config. Example: all-cidrs: false',
    ]);
    expect(problems({ 'all-cidrs': 'yes' })).toEqual([
      'all-cidrs: "yes" must be true or false. Example: all-cidrs: true',
    ]);
  });
});

describe('the Region of the IPAM', () => {
  test('is read with a pair and with a file', () => {
    const given = { 'ipam-region': 'us-east-1' };
    expect(read(given).ipamRegion).toBe('us-east-1');
    expect(readFile(given).ipamRegion).toBe('us-east-1');
  });

  test('must be a Region', () => {
    expect(problems({ 'ipam-region': 'us-east-1a' })).toEqual([
      'ipam-region: "us-east-1a" is not an AWS Region; it names an Availability Zone. Example: ipam-region: us-west-2',
    ]);
  });
});
