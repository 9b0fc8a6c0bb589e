import { describe, expect, test } from 'vitest';
import {
  credentialSources,
  type Profiles,
  presentCredentials,
} from '../../../../src/aws/credentials/sources.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };
const webIdentity = {
  AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
  AWS_ROLE_ARN: 'arn:aws:iam::1:role/x',
};
const full = (url: string) => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: url });
const relative = { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials' };

const namesOf = (env: Readonly<Record<string, string>>, profiles: Profiles = {}) =>
  credentialSources(env, profiles).map(({ name }) => name);

test.each([
  ['nothing', {}, []],
  ['both keys', keys, ['AWS_ACCESS_KEY_ID']],
  ['a token file', { ...webIdentity }, ['AWS_WEB_IDENTITY_TOKEN_FILE']],
  ['half of a key, which is of no use', { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' }, []],
  ['keys and a profile, which comes first', { ...keys, AWS_PROFILE: 'hub' }, ['the profile "hub"']],
])('the credentials that are present with %s', (_, env, names) => {
  const profiles = { hub: { sso_session: 'main' } };
  expect(presentCredentials(env, profiles)).toEqual(names);
});

describe('an environment', () => {
  test.each([
    ['nothing', {}],
    ['empty variables', { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_PROFILE: '' }],
    ['a Region', { AWS_REGION: 'us-west-2' }],
    ['the ARN of a role, which other tools read', { AWS_ROLE_ARN: webIdentity.AWS_ROLE_ARN }],
    ['both keys, which need no request', keys],
  ])('with %s has no source that can fail', (_, env) => {
    expect(namesOf(env)).toEqual([]);
  });

  test.each([
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'],
  ])('with only %s lacks %s', (name, missing) => {
    expect(credentialSources({ [name]: 'example' }, {})).toMatchObject([
      { name, problem: `${missing} is not set`, next: expect.stringContaining(missing) },
    ]);
  });

  test('with a named profile ignores keys', () => {
    const env = { AWS_PROFILE: 'fleet', AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' };
    expect(namesOf(env)).toEqual(['the profile "fleet"']);
  });

  test('with several sources has them in the order in which the SDK asks', () => {
    const env = { AWS_PROFILE: 'fleet', ...webIdentity, ...relative };
    expect(namesOf(env, { fleet: { role_arn: 'x', source_profile: 'base' } })).toEqual([
      'the profile "fleet"',
      'AWS_WEB_IDENTITY_TOKEN_FILE',
      'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    ]);
  });

  test('with a token file and no role lacks the role', () => {
    const { AWS_WEB_IDENTITY_TOKEN_FILE } = webIdentity;
    expect(credentialSources({ AWS_WEB_IDENTITY_TOKEN_FILE }, {})).toMatchObject([
      { problem: 'AWS_ROLE_ARN is not set' },
    ]);
    expect(credentialSources(webIdentity, {})).toMatchObject([{ problem: undefined }]);
  });
});

describe('a profile', () => {
  const named = (settings: Readonly<Record<string, string>>) =>
    credentialSources({ AWS_PROFILE: 'fleet' }, { fleet: settings });

  test.each([
    'aws_access_key_id',
    'credential_process',
    'login_session',
    'role_arn',
    'sso_account_id',
    'sso_session',
    'web_identity_token_file',
  ])('with %s promises credentials, also as the default one', (setting) => {
    const settings = { [setting]: 'example' };
    expect(named(settings)).toMatchObject([{ name: 'the profile "fleet"', problem: undefined }]);
    expect(namesOf({}, { default: settings })).toEqual(['the profile "default"']);
  });

  test('with only a Region promises credentials only if it is named', () => {
    expect(namesOf({}, { default: { region: 'us-west-2' } })).toEqual([]);
    expect(named({ region: 'us-west-2' })).toMatchObject([
      { problem: 'it has no settings for credentials' },
    ]);
  });

  test.each(['nosuch', 'toString', '__proto__'])(
    'that is in no file is reported as such (%s)',
    (name) => {
      expect(credentialSources({ AWS_PROFILE: name }, {})).toMatchObject([
        { name: `the profile "${name}"`, problem: expect.stringMatching(/^it is in neither/) },
      ]);
    },
  );

  test.each([
    [{ credential_process: 'x' }, /^Its credential_process failed/, /by hand/],
    [{ sso_session: 'x' }, /signed in/, /aws sso login --profile fleet\./],
    [{ login_session: 'x' }, /signed in/, /aws login --profile fleet\./],
    [{ role_arn: 'x', mfa_serial: 'x' }, /MFA code/, /export-credentials --profile fleet/],
    [{ role_arn: 'x' }, /incomplete/, /get-caller-identity --profile fleet/],
  ])('with %j has its own cause and next step', (settings, likely, next) => {
    expect(named(settings)).toMatchObject([
      { likely: expect.stringMatching(likely), next: expect.stringMatching(next) },
    ]);
  });
});

describe('the endpoint of a container', () => {
  test.each([
    'https://credentials.example/x',
    'http://localhost/x',
    'http://127.0.0.1:8080/x',
    'http://[::1]/x',
    'http://169.254.170.2/x',
    'http://169.254.170.23/v1/credentials',
    'http://[fd00:ec2::23]/v1/credentials',
  ])('may be at %s, as for the SDK', (url) => {
    expect(credentialSources(full(url), {})).toMatchObject([{ endpoint: url, problem: undefined }]);
  });

  test.each(['http://192.0.2.1/x', 'http://127.0.0.1.example/x', 'ftp://localhost/x', 'nonsense'])(
    'is never sent a token at %s',
    (url) => {
      const [source] = credentialSources(full(url), {});
      expect(source?.endpoint).toBeUndefined();
      expect(source?.problem).toContain('neither an https URL nor an address of this machine');
    },
  );

  test('of ECS is given by its path, which overrides a URL', () => {
    expect(credentialSources({ ...relative, ...full('https://x.example/') }, {})).toMatchObject([
      {
        name: 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
        endpoint: 'http://169.254.170.2/v2/credentials',
      },
    ]);
  });
});
