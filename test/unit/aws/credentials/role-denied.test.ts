import { describe, expect, test } from 'vitest';
import { explainDeniedToken } from '../../../../src/aws/credentials/role-denied.ts';
import { CallError } from '../../../../src/aws/errors/call-error.ts';
import { role } from '../../../fakes/connection-context.ts';
import { idToken } from '../../../fakes/replies.ts';

const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'sts.amazonaws.com',
  sub: 'repo:octo-org/prefixes:environment:byoasn',
  repository: 'octo-org/prefixes',
  environment: 'byoasn',
  ref: 'refs/heads/main',
  job_workflow_ref: 'octo-org/prefixes/.github/workflows/associate.yml@refs/heads/main',
};

const refusal = (code: string) =>
  new CallError({
    kind: 'denied',
    code,
    message: 'STS says so.',
    httpStatus: 403,
    requestId: 'req-1',
  });

const explain = (
  code: string,
  changes: Readonly<Record<string, unknown>> = {},
  token = idToken({ ...claims, ...changes }),
) => explainDeniedToken(refusal(code), role, token);

describe('a token that STS rejects', () => {
  test.each(['AccessDenied', 'InvalidIdentityToken', 'IDPRejectedClaim'])(
    'with %s is reported with its claims, but never itself',
    (code) => {
      const failure = explain(code);
      expect(failure).toMatchObject({
        reason: 'oidc-denied',
        message: `Could not assume ${role.arn} with GitHub's ID token: ${code} (HTTP 403): STS says so. (request id req-1)`,
      });
      expect(failure.lines.slice(1, 8)).toEqual([
        '  iss: https://token.actions.githubusercontent.com',
        '  aud: sts.amazonaws.com',
        '  sub: repo:octo-org/prefixes:environment:byoasn',
        '  repository: octo-org/prefixes',
        '  environment: byoasn',
        '  ref: refs/heads/main',
        '  job_workflow_ref: octo-org/prefixes/.github/workflows/associate.yml@refs/heads/main',
      ]);
      expect(failure.lines.join('\n')).not.toContain(idToken(claims));
    },
  );

  test('is reported with the claims that are missing or not text', () => {
    const { lines } = explain('IDPRejectedClaim', { environment: undefined, ref: 7 });
    expect(lines).toContain('  environment: (none)');
    expect(lines).toContain('  ref: (none)');
  });

  test('is read from base64url', () => {
    const sub = 'repo:octo-org/übung?>~';
    expect(idToken({ ...claims, sub })).toMatch(/[-_]/);
    expect(explain('AccessDenied', { sub }).lines).toContain(`  sub: ${sub}`);
  });

  test.each(['', 'a.b.c', 'a..c', `a.${Buffer.from('null').toString('base64url')}.c`])(
    'without claims has none to report (%j)',
    (token) => {
      expect(explain('IDPRejectedClaim', {}, token).lines).toContain('  iss: (none)');
    },
  );

  test('that is not a JWT is still explained', () => {
    const failure = explain('AccessDenied', {}, 'opaque');
    expect(failure.reason).toBe('oidc-denied');
    expect(failure.lines).toContain('  sub: (none)');
    expect(failure.lines.join('\n')).not.toContain('opaque');
    expect(condition(failure.lines)).toEqual({ StringEquals: { ':aud': '', ':sub': '' } });
  });
});

describe('a trust policy that does not match', () => {
  test('is explained with the condition to paste', () => {
    expect(condition(explain('AccessDenied').lines)).toEqual({
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:octo-org/prefixes:environment:byoasn',
      },
    });
  });

  test.each([
    ['repo:octo-org/prefixes', 'main'],
    ['repo:octo-org@1234/prefixes@5678', 'release/v1'],
  ])('of a merge queue is explained with a pattern for all pull requests: %s, %s', (repo, base) => {
    const queue = `${repo}:ref:refs/heads/gh-readonly-queue/${base}/pr-`;
    const sub = `${queue}12-0123456789abcdef0123456789abcdef01234567`;
    expect(condition(explain('AccessDenied', { sub }).lines)).toEqual({
      StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      StringLike: { 'token.actions.githubusercontent.com:sub': `${queue}*` },
    });
  });

  test.each([
    'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/main/pr-12',
    'repo:octo-org/prefixes:ref:refs/heads/gh-readonly-queue/pr-12-0123',
    'repo:octo-org/prefixes:ref:refs/heads/topic/gh-readonly-queue/main/pr-12-0123',
    'repo:octo-org/prefixes:environment:gh-readonly-queue/main/pr-12-0123',
  ])('of another branch or job is explained with its exact sub: %s', (sub) => {
    expect(condition(explain('AccessDenied', { sub }).lines)).toMatchObject({
      StringEquals: { 'token.actions.githubusercontent.com:sub': sub },
    });
  });

  test('may be one that pins another workflow', () => {
    expect(explain('AccessDenied').likely).toContain('or pins another job_workflow_ref');
  });

  test('names the provider of an issuer with a path, and of one without TLS', () => {
    const iss = 'https://token.actions.githubusercontent.com/octo-org';
    const aud = 'sts.amazonaws.com';
    expect(condition(explain('AccessDenied', { iss }).lines)).toMatchObject({
      StringEquals: { 'token.actions.githubusercontent.com/octo-org:aud': aud },
    });
    expect(condition(explain('AccessDenied', { iss: 'http://127.0.0.1' }).lines)).toMatchObject({
      StringEquals: { '127.0.0.1:aud': aud },
    });
  });

  test.each([
    ['repo:octo-org/prefixes:environment:byoasn', 'classic'],
    ['repo:octo-org@1234/prefixes@5678:environment:byoasn', 'immutable'],
    ['repo:octo-org@12/prefixes:environment:byoasn', 'classic'],
    ['repo:octo-org/prefixes@56:environment:byoasn', 'classic'],
    ['repo:octo-org@x/prefixes@y:environment:byoasn', 'classic'],
    ['repo:octo-org/prefixes:environment:repo:a@1/b@2:c', 'classic'],
    ['octo-org@1234/prefixes@5678:environment:byoasn', 'classic'],
  ])('is explained with the form of the sub %s: %s', (sub, form) => {
    expect(explain('AccessDenied', { sub }).lines).toContain(
      `Condition for the trust policy of ${role.arn} (sub in the ${form} form):`,
    );
  });

  test.each([
    ['repo:octo-org/prefixes:environment:byoasn', 'This job names an environment'],
    ['repo:octo-org/prefixes:pull_request', 'This job names no environment'],
    ['repo:octo-org/prefixes:ref:refs/heads/environment', 'This job names no environment'],
  ])('is explained by the end of the sub %s', (sub, likely) => {
    const failure = explain('AccessDenied', { sub });
    expect(failure.likely).toContain(likely);
    expect(failure.likely).toContain(role.arn);
    expect(failure.next).toContain('trust policy');
  });
});

test.each(['InvalidIdentityToken', 'IDPRejectedClaim', 'ExpiredTokenException'])(
  'a token rejected with %s has no condition, which would not help',
  (code) => {
    const { lines, next } = explain(code);
    expect(lines).toHaveLength(8);
    expect(next).not.toContain('trust policy of the role');
  },
);

/** The condition among the lines, as JSON. */
function condition(lines: readonly string[]): unknown {
  const [, ...json] = lines.slice(lines.findIndex((line) => line.startsWith('Condition ')));
  return JSON.parse(json.join('\n'));
}
