import { describe, expect, test } from 'vitest';
import {
  explainFailedSources,
  explainMissingCredentials,
  explainMissingIdToken,
  isSilent,
} from '../../../../src/aws/credentials/missing-credentials.ts';
import { credentialSources } from '../../../../src/aws/credentials/sources.ts';
import { CallError, ownError } from '../../../../src/aws/errors/call-error.ts';
import { toCallError } from '../../../../src/aws/errors/sdk-error.ts';
import { reasons } from '../../../../src/reasons.ts';

const nothing = ownError('Timeout', 'Could not load credentials from any providers');
const run = (trigger: 'fork' | 'dependabot' | 'repository') => ({ trigger, idToken: undefined });

/** What only this kind of run has to do. */
const steps = [
  ['fork', /pull request from a fork/, /dry-run: true/],
  ['dependabot', /Dependabot started/, /if: github\.actor != 'dependabot\[bot\]'/],
] as const;

describe('a role without an ID token', () => {
  test.each([
    ...steps,
    [
      'repository',
      /lacks the permission id-token: write/,
      /permissions: \{ id-token: write, contents: read \}/,
    ],
  ] as const)('in a run of the kind %s has that explanation', (trigger, message, next) => {
    const failure = explainMissingIdToken(run(trigger), []);
    expect(failure).toMatchObject({
      reason: 'no-credentials',
      message: expect.stringMatching(message),
      likely: 'GitHub gave the job no ID token.',
      next: expect.stringMatching(next),
    });
  });

  test.each(['fork', 'dependabot'] as const)(
    'in a run of the kind %s is not advised to use other credentials',
    (trigger) => {
      const failure = explainMissingIdToken(run(trigger), ['AWS_ACCESS_KEY_ID']);
      expect(failure).toMatchObject({ likely: 'GitHub gave the job no ID token.' });
      expect(failure.next).not.toContain('role-chaining');
    },
  );

  test('in a job with other credentials names them, and says how to use them', () => {
    const present = ['AWS_ACCESS_KEY_ID', 'the profile "hub"'];
    expect(explainMissingIdToken(run('repository'), present)).toMatchObject({
      reason: 'no-credentials',
      likely:
        'GitHub gave the job no ID token. It has other AWS credentials: AWS_ACCESS_KEY_ID, the profile "hub".',
      next: expect.stringMatching(
        /permissions: \{ id-token: write.* Or, in a step of your own, set role-chaining: true to assume the role with/,
      ),
    });
  });
});

describe('a credential chain without credentials', () => {
  test.each(steps)('in a run of the kind %s has that explanation', (trigger, message, next) => {
    expect(explainMissingCredentials(nothing, run(trigger))).toMatchObject({
      reason: 'no-credentials',
      message: expect.stringMatching(message),
      next: expect.stringMatching(next),
      cause: nothing,
    });
  });

  test("in a run of the repository is reported with the chain's error and where credentials come from", () => {
    const failure = explainMissingCredentials(nothing, run('repository'));
    expect(failure).toMatchObject({
      reason: 'no-credentials',
      message:
        'The AWS credential chain has no credentials: Could not load credentials from any providers',
      likely: expect.stringContaining('role-to-assume'),
      next: expect.stringContaining('aws-actions/configure-aws-credentials'),
      cause: nothing,
    });
    expect(failure.next).not.toBe(reasons['no-credentials'].next);
  });

  test('in a terminal is reported without a word about workflows', () => {
    const failure = explainMissingCredentials(nothing, undefined);
    expect(failure).toMatchObject({
      reason: 'no-credentials',
      message: expect.stringContaining('Could not load credentials from any providers'),
      likely: expect.stringContaining('No profile is named'),
      next: expect.stringContaining('--profile NAME'),
      cause: nothing,
    });
    expect(`${failure.likely} ${failure.next}`).not.toMatch(/role-to-assume|permissions/);
  });
});

/** What the SDK throws if a provider has no credentials. */
const providerError = (text: string, name = 'CredentialsProviderError') =>
  Object.assign(new Error(text), { name });
const system = (code: string, facts = {}) => Object.assign(new Error(code), { code, ...facts });
const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('AWS says so.'), { name, Code: name, $metadata: { httpStatusCode } });

describe('credentials that are configured and fail', () => {
  const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1/credentials' };
  const sources = credentialSources({ AWS_PROFILE: 'fleet', ...container }, {});
  const explain = (thrown: unknown) => explainFailedSources(toCallError(thrown), sources);

  test.each([
    [answered('AccessDenied', 403), 'access-denied', 'AccessDenied (HTTP 403): AWS says so.'],
    [answered('ServiceUnavailable', 503), 'service-error', 'ServiceUnavailable (HTTP 503)'],
    [answered('ExpiredTokenException', 400), 'credentials-rejected', 'ExpiredTokenException'],
    [answered('ValidationError', 400), 'request-rejected', 'ValidationError (HTTP 400)'],
    [answered('Throttling', 400), 'throttled', 'Throttling (HTTP 400)'],
    [system('ECONNREFUSED'), 'network-error', 'ECONNREFUSED'],
    [providerError('slow', 'TimeoutError'), 'network-error', 'TimeoutError'],
    [providerError('none'), 'credentials-rejected', 'it is in neither the config'],
  ])('have the reason of the response and name their sources: %s', (thrown, reason, text) => {
    const failure = explain(thrown);
    expect(failure.reason).toBe(reason);
    expect(failure.message).toContain(
      `Could not get AWS credentials from the profile "fleet", then AWS_CONTAINER_CREDENTIALS_FULL_URI: ${text}`,
    );
    expect(failure.cause).toBeInstanceOf(CallError);
  });

  test('are reported about the role, and not about policies of calls, if STS denies the role', () => {
    expect(explain(answered('AccessDenied', 403))).toMatchObject({
      likely: expect.stringMatching(/^The trust policy of the role/),
      next: expect.stringContaining('sts:AssumeRole'),
    });
  });

  test('have the cause and the next step of the source with a known problem', () => {
    expect(explain(providerError('none'))).toMatchObject({
      likely: sources[0]?.likely,
      next: sources[0]?.next,
    });
  });

  test('are reported in the words of the SDK if no problem is known', () => {
    const [, endpoint] = sources;
    const error = toCallError(providerError('The SSO session has expired.'));
    const failure = explainFailedSources(error, endpoint ? [endpoint] : []);
    expect(failure.message).toMatch(/: The SSO session has expired\.$/);
  });
});

describe('an error of the credential chain', () => {
  test.each([
    providerError('Could not load credentials from any providers'),
    providerError('no session', 'TokenProviderError'),
    system('ENOENT', { path: '/token' }),
    system('ERR_INVALID_URL'),
    new SyntaxError('Unexpected token'),
  ])('comes from this machine: $name $message', (thrown) => {
    expect(isSilent(toCallError(thrown))).toBe(true);
  });

  test.each([
    answered('AccessDenied', 403),
    system('ECONNREFUSED'),
    system('SELF_SIGNED_CERT_IN_CHAIN'),
    providerError('slow', 'TimeoutError'),
  ])('does not come from this machine: $name $message', (thrown) => {
    expect(isSilent(toCallError(thrown))).toBe(false);
  });

  test('does not come from this machine if it is one of ours', () => {
    expect(isSilent(ownError('TooLate', 'no time was left'))).toBe(false);
  });
});
