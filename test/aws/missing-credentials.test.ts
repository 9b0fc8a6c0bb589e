import { describe, expect, test } from 'vitest';
import { unanswered } from '../../src/aws/answer.ts';
import {
  explainMissingCredentials,
  explainMissingIdToken,
} from '../../src/aws/missing-credentials.ts';
import { reasons } from '../../src/reasons.ts';

const nothing = unanswered('Could not load credentials from any providers');
const run = (trigger: 'fork' | 'dependabot' | 'repository') => ({ trigger, idToken: undefined });

/** What each kind of run has to do, and no other. */
const steps = [
  ['fork', /pull request from a fork/, /dry-run: true/],
  ['dependabot', /set off by Dependabot/, /if: github\.actor != 'dependabot\[bot\]'/],
] as const;

describe('a role without an ID token', () => {
  test.each([
    ...steps,
    [
      'repository',
      /lacks the permission id-token: write/,
      /permissions: \{ id-token: write, contents: read \}/,
    ],
  ] as const)('in a run of the kind %s is explained by that', (trigger, message, next) => {
    const failure = explainMissingIdToken(run(trigger));
    expect(failure).toMatchObject({
      reason: 'no-credentials',
      message: expect.stringMatching(message),
      likely: 'GitHub gave the job no ID token.',
      next: expect.stringMatching(next),
    });
  });
});

describe('a credential chain without credentials', () => {
  test.each(steps)('in a run of the kind %s is explained by that', (trigger, message, next) => {
    expect(explainMissingCredentials(nothing, run(trigger))).toMatchObject({
      reason: 'no-credentials',
      message: expect.stringMatching(message),
      next: expect.stringMatching(next),
      cause: nothing,
    });
  });

  test('in a run of the repository is told with what the chain says, and where credentials come from', () => {
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

  test('in a terminal is told in words for a person, and not of workflows', () => {
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
