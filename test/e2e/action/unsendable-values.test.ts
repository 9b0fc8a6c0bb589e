import { describe, expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import { type Ended, runOn, runScenario } from './scenario.ts';

const notSent = (ended: Ended) => {
  const { log, fakes } = ended;
  expect(fakes.requestLog.requests.filter(({ service }) => service === 'ec2')).toEqual([]);
  expect(log).toContain('Nothing was sent.');
  expect(log).not.toMatch(/retrying in \d/);
  expect(log).not.toMatch(/DNS|firewall/);
};

describe.concurrent('a key or token that cannot be in a header', () => {
  test.each([
    ['a line end', '\n'],
    ['a carriage return', '\r'],
    ['a character of another script', '\u20ac'],
  ])('is reported as such at the first attempt: an access key with %s', async (_, end) => {
    const fakes = await startFakes();
    try {
      const AWS_ACCESS_KEY_ID = `${fakes.env.credentials.AWS_ACCESS_KEY_ID}${end}`;
      const ended = await runOn(fakes, { credentials: 'env', env: { AWS_ACCESS_KEY_ID } });
      expect(ended.outputs).toMatchObject({ reason: 'credentials-rejected', state: 'unknown' });
      expect(ended.log).toContain('ERR_INVALID_CHAR');
      expect(ended.log).toContain('access key (header authorization)');
      notSent(ended);
    } finally {
      await fakes.close();
    }
  });

  test('is reported as such: a session token with a line end', async () => {
    const env = { AWS_SESSION_TOKEN: 'example-token-that-ends-badly\n' };
    const ended = await runScenario({ credentials: 'env', env });
    expect(ended.outputs).toMatchObject({ reason: 'credentials-rejected', state: 'unknown' });
    expect(ended.log).toContain('x-amz-security-token');
    expect(ended.raw).not.toMatch(/^(?!::add-mask::).*example-token-that-ends-badly/m);
    notSent(ended);
  });

  test("is reported as such: the token for the runner's ID token endpoint", async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'example-request-token\n' };
    const ended = await runScenario({ env });
    expect(ended.outputs).toMatchObject({ reason: 'credentials-rejected' });
    expect(ended.log).not.toContain('githubstatus.com');
    notSent(ended);
  });
});

describe.concurrent('an endpoint that the SDK rejects', () => {
  test.each(['no url', 'http://', 'http://127.0.0.1:99999', 'http://two words'])(
    'is an invalid input: %s',
    async (url) => {
      const env = { AWS_ENDPOINT_URL_EC2: url };
      const ended = await runScenario({ credentials: 'env', env });
      expect(ended.outputs).toMatchObject({ reason: 'invalid-input', state: 'unknown' });
      expect(ended.log).toContain('ERR_INVALID_URL: Invalid URL');
      expect(ended.log).toContain('Correct the AWS_ENDPOINT_URL variables');
      notSent(ended);
    },
  );

  test('is invalid together with FIPS', async () => {
    const env = { AWS_USE_FIPS_ENDPOINT: 'true' };
    const ended = await runScenario({ credentials: 'env', env });
    expect(ended.outputs).toMatchObject({ reason: 'invalid-input' });
    expect(ended.log).toContain('FIPS and custom endpoint are not supported');
    notSent(ended);
  });
});
