import { describe, expect, test } from 'vitest';
import { action } from './environment.ts';
import { runScenario } from './scenario.ts';

/** Every input of action.yml with a value that is refused, and its message in the log. */
const refused: readonly (readonly [string, string, string])[] = [
  ['asn', '1.10', 'asn: "1.10" is asdot for 65546'],
  ['asn', '', 'asn: is missing'],
  ['asn', '7224', 'asn: "7224" is reserved by AWS in all Regions'],
  ['asn', '214101', 'asn: "214101" is Amazon\'s own ASN'],
  ['asn', '64500\u200b', 'asn: "64500\\u200b" has U+200B (zero-width space) after "64500"'],
  ['cidr', '198.51.100.1/24', '198.51.100.0/24 was probably meant'],
  ['dry-run', 'yes', 'dry-run: "yes" must be true or false'],
  ['dry-run', '', 'dry-run: is empty, and must be true or false'],
  ['permission-check', '1', 'permission-check: "1" must be true or false'],
  ['aws-region', 'us-west-2a', 'aws-region: "us-west-2a" is not an AWS Region'],
  ['ipam-region', 'us-east-1a', 'ipam-region: "us-east-1a" is not an AWS Region'],
  ['unmanaged', 'ignore', 'unmanaged: "ignore" must be report, warn or fail'],
  ['all-cidrs', 'true', 'all-cidrs: "true" only works with config'],
  ['allow-remove', 'true', 'allow-remove: "true" only works with config'],
  ['role-to-assume', 'byoasn-apply', 'role-to-assume: "byoasn-apply" is a role name'],
  ['role-chaining', 'maybe', 'role-chaining: "maybe" must be true or false'],
  ['role-external-id', 'network-7Q2', 'role-external-id: "network-7Q2" needs several roles'],
  ['session-policy', 'none', 'session-policy: "none" must be true or false'],
  ['audience', 'a b', 'audience: "a b" has a space inside'],
  ['role-session-name', 'a b', 'role-session-name: "a b" must be'],
  ['role-duration-seconds', '899', 'role-duration-seconds: "899" must be a whole number from 900'],
  ['allowed-account-ids', '11122223333', 'YAML drops leading zeros'],
  ['wait', 'on', 'wait: "on" must be true or false'],
  ['wait-timeout-seconds', '0', 'wait-timeout-seconds: "0" must be a whole number from 1'],
  ['allow-special-use', 'maybe', 'allow-special-use: "maybe" must be true or false'],
  ['summary', 'off', 'summary: "off" must be true or false'],
  ['config', '../byoasn.yml', 'config: "../byoasn.yml" does not exist in the workspace'],
  ['target', 'dr', 'target: "dr" only works with config'],
  ['expected-plan', '', 'expected-plan: is empty: pass the plan-digest of the approved plan'],
  ['expected-plan', 'v1:abc', 'expected-plan: "v1:abc" is neither a plan-digest nor a plan'],
  ['max-changes', '-1', 'max-changes: "-1" must be a whole number from 0'],
  ['rpki', 'RIPEstat', 'rpki: "RIPEstat" must be off, ripestat, the URL of a Routinator or'],
  ['rpki', 'https://a:b@rpki.example', 'rpki: "https://***@rpki.example" has a user or a'],
  ['rpki-policy', 'require-valid', 'rpki-policy: "require-valid" needs rpki, which is off'],
  ['rpki-max-age', '1d', 'rpki-max-age: "1d" must be a whole number from 1 to 8760'],
  ['fail-fast', 'no', 'fail-fast: "no" must be true or false'],
  ['concurrency', '65', 'concurrency: "65" must be a whole number from 1 to 64'],
  ['environment', 'a\nb', 'environment: "a\\nb" has a control character'],
  ['comment', 'always', 'comment: "always" must be true, false or on-change'],
  ['pr-number', '#7', 'pr-number: "#7" is not the number of a pull request'],
];

test('every input of action.yml is refused here at least once', () => {
  // An empty token is refused only where a comment is wanted; a test below does that.
  const names = new Set(['github-token', ...refused.map(([name]) => name)]);
  expect([...names].sort()).toEqual(Object.keys(action.inputs).sort());
});

describe.concurrent('an invalid input', () => {
  test.each(refused)('ends the run before any request to AWS: %s %j', async (name, value, says) => {
    const { outputs, log, fakes } = await runScenario({ with: { [name]: value } });
    expect(outputs).toMatchObject({ reason: 'invalid-input', state: 'unknown', asn: '', cidr: '' });
    expect(log).toContain(says);
    if (name !== 'config') expect(log).toContain(`Example: ${name}: `);
    expect(fakes.requestLog.requests).toEqual([]);
  });

  test.each(['true', 'on-change'])('is a missing token with comment: %s', async (comment) => {
    const { log } = await runScenario({ with: { comment, 'github-token': '' } });
    expect(log).toContain('github-token: is empty, but the comment needs it');
  });

  test('is reported together with all others', async () => {
    const { log, summary } = await runScenario({
      with: { asn: '-1', cidr: '10.0.0.0', 'dry-run': 'no', 'aws-region': 'here' },
    });
    expect(log).toContain('[error] 4 inputs are invalid: asn, cidr, aws-region, dry-run');
    for (const text of [log, summary]) {
      expect(text).toMatch(/asn: "-1" has a sign[\s\S]*cidr: "10\.0\.0\.0" has no prefix length/);
      expect(text).toMatch(/aws-region: "here" is not an AWS Region[\s\S]*dry-run: "no" must be/);
    }
  });

  test('of special use is refused by default', async () => {
    const { log } = await runScenario({ with: { 'allow-special-use': 'false' } });
    expect(log).toContain('asn: "64500" is set aside for documentation (RFC 5398)');
    expect(log).toContain('cidr: "198.51.100.0/24" overlaps 198.51.100.0/24, set aside');
  });
});

describe.concurrent('the Region', () => {
  const dryRun = { 'dry-run': 'true', 'aws-region': '' };

  test('comes from AWS_REGION if the input is empty', async () => {
    const { outputs } = await runScenario({
      with: dryRun,
      env: { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'eu-west-1' },
    });
    expect(outputs).toMatchObject({ reason: 'dry-run-permitted', region: 'us-west-2' });
  });

  test('otherwise comes from AWS_DEFAULT_REGION, which the SDK ignores', async () => {
    const { outputs } = await runScenario({
      with: dryRun,
      env: { AWS_DEFAULT_REGION: 'us-west-2' },
    });
    expect(outputs).toMatchObject({ reason: 'dry-run-permitted', region: 'us-west-2' });
  });

  test('that is not set anywhere is reported as missing', async () => {
    const { outputs, log } = await runScenario({ with: dryRun });
    expect(outputs.reason).toBe('invalid-input');
    expect(log).toContain(
      'aws-region: is missing, and AWS_REGION and AWS_DEFAULT_REGION are not set',
    );
  });
});
