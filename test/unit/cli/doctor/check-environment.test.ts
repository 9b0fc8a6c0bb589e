import { describe, expect, test } from 'vitest';
import { checkEnvironment } from '../../../../src/cli/doctor/check-environment.ts';
import type { DeploymentRules } from '../../../../src/github/read-environment.ts';

const right: DeploymentRules = {
  reviewers: 2,
  preventsSelfReview: true,
  adminsMayBypass: undefined,
  branches: 'selected',
};

describe('an environment', () => {
  test.each([
    ['with reviewers is right', {}, ['ok', 'unknown'], '2 required reviewers, who may not'],
    [
      'may have one reviewer',
      { reviewers: 1 },
      ['ok', 'unknown'],
      '1 required reviewer, who may not',
    ],
    [
      'shows whether reviewers may approve their own runs',
      { preventsSelfReview: false },
      ['ok', 'unknown'],
      'who may approve their own runs,',
    ],
    [
      'shows that administrators may bypass the rules',
      { adminsMayBypass: true },
      ['ok', 'unknown'],
      'their own runs; administrators may bypass the rules,',
    ],
    [
      'does not mention administrators who may not',
      { adminsMayBypass: false },
      ['ok', 'unknown'],
      'may not approve their own runs,',
    ],
    ['of selected branches is unknown', {}, ['ok', 'unknown'], 'their names were not read'],
    [
      'of protected branches is a warning',
      { branches: 'protected' },
      ['ok', 'warning'],
      'every branch while none is protected',
    ],
    ['without reviewers is a fault', { reviewers: 0 }, ['fault', 'unknown'], 'waits for nobody'],
    ['of every branch is a warning', { branches: 'all' }, ['ok', 'warning'], 'every branch may'],
  ] as const)('%s', (_, changes, statuses, found) => {
    const findings = checkEnvironment({ name: 'prod', rules: { ...right, ...changes } });
    expect(findings.map(({ status }) => status)).toEqual(statuses);
    expect(findings.map((finding) => finding.found).join()).toContain(found);
    expect(findings.map(({ advice }) => advice !== undefined)).toEqual(
      statuses.map((status) => status !== 'ok'),
    );
  });

  test.each([
    ['that is missing is a fault', 'missing', 'fault', 'GitHub has none'],
    ['that was not read is unknown', undefined, 'unknown', 'GITHUB_TOKEN'],
    [
      'that GitHub does not return is unknown',
      { status: 'failed', problem: 'GitHub returned 401' },
      'unknown',
      'not read: GitHub returned 401',
    ],
  ] as const)('%s', (_, rules, status, found) => {
    const [finding, ...others] = checkEnvironment({ name: 'prod', rules });
    expect(finding).toMatchObject({ status, subject: 'Environment prod' });
    expect(finding?.found).toContain(found);
    expect(others).toEqual([]);
  });
});
