import { expect, test } from 'vitest';
import type { TargetReading } from '../../../../src/cli/doctor/read-target.ts';
import { namesOf } from '../../../../src/cli/doctor/report.ts';
import { Failure } from '../../../../src/failure.ts';

const command = {
  name: 'doctor',
  profile: undefined,
  inputs: {},
  environment: 'prod',
  report: undefined,
  results: [],
  exitCode: 'plain',
} as const;

const readingOf = (name: string): TargetReading => ({
  target: { name, accountId: '111122223333', region: 'us-west-2', associations: [] },
  source: '',
  accountId: undefined,
  read: new Failure('cancelled', ''),
});

/** The names found, without empty ones. */
const namesIn = (
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  targets: readonly string[] = [],
) =>
  namesOf({ ...command, inputs }, env, targets.map(readingOf)).filter(
    (name) => !['', 'prod'].includes(name),
  );

test.each([
  ['the profile of the environment', { AWS_PROFILE: 'edge' }, {}, ['edge']],
  ['the default profile', { AWS_DEFAULT_PROFILE: 'edge' }, {}, ['edge']],
  ['the name of a session', { AWS_ROLE_SESSION_NAME: 'jo' }, {}, ['jo']],
  ['an own GitHub', { GITHUB_API_URL: 'https://ghe/api/v3' }, {}, ['ghe']],
  ['nothing of github.com', { GITHUB_API_URL: 'https://api.github.com' }, {}, []],
  ['the repository', { GITHUB_REPOSITORY: 'octo-org/prefixes' }, {}, ['octo-org', 'prefixes']],
  ['the file', {}, { config: 'edge.yml' }, ['edge.yml']],
  ['the host of a Routinator', {}, { rpki: 'http://rpki:8323' }, ['http://rpki:8323', 'rpki']],
  ['a proxy without a scheme', { HTTPS_PROXY: 'proxy:3128' }, {}, ['proxy']],
  ['a proxy with a password', { https_proxy: 'http://a:b@proxy:3128/' }, {}, ['proxy']],
  ['the hosts of NO_PROXY', { NO_PROXY: '.corp, *.lan,db' }, {}, ['corp', 'lan', 'db']],
  ['an endpoint', { AWS_ENDPOINT_URL_EC2: 'https://vpce:443/x' }, {}, ['vpce']],
])('the names of a user include %s', (_, env, inputs, names) => {
  expect(namesIn(env, inputs)).toEqual(names);
});

test('the names of a user include names of targets, except account and Region', () => {
  const targets = ['edge/us-west-2', 'us-west-2', '111122223333/us-west-2'];
  expect(namesIn({}, {}, targets)).toEqual(['edge/us-west-2']);
});

test('a profile of the command line overrides the environment', () => {
  expect(namesOf({ ...command, profile: 'a' }, { AWS_PROFILE: 'b' }, [])).toContain('a');
});
