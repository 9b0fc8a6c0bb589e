import type { Failed } from '../../github/client.ts';
import type { DeploymentRules } from '../../github/read-environment.ts';
import type { Finding } from './finding.ts';

/** The environment that approves an apply; the rules are undefined if nobody could be asked. */
export interface EnvironmentReading {
  readonly name: string;
  readonly rules: DeploymentRules | 'missing' | Failed | undefined;
}

const setUp = 'docs/approvals.md#set-up-the-environment';

/** Whether an apply waits for the approval of a reviewer, and only on the right branches. */
export function checkEnvironment({ name, rules }: EnvironmentReading): readonly Finding[] {
  const subject = `Environment ${name}`;
  if (rules === undefined) {
    return [
      {
        status: 'unknown',
        subject,
        found: 'not asked: GITHUB_TOKEN or GH_TOKEN, or GITHUB_REPOSITORY is not set',
      },
    ];
  }
  if (rules === 'missing') {
    const found = 'GitHub has none. It creates one without rules at the first apply';
    const advice = `Create it with required reviewers before an apply (${setUp}).`;
    return [{ status: 'fault', subject, found, advice }];
  }
  if ('problem' in rules) {
    return [{ status: 'unknown', subject, found: `not read: ${rules.problem}` }];
  }
  return [reviewersOf(subject, rules), branchesOf(subject, rules)];
}

function reviewersOf(
  subject: string,
  { reviewers, preventsSelfReview, adminsMayBypass }: DeploymentRules,
): Finding {
  if (reviewers === 0) {
    return {
      status: 'fault',
      subject,
      found: 'it has no required reviewers, so an apply waits for nobody',
      advice: `Add required reviewers (${setUp}).`,
    };
  }
  const self = preventsSelfReview ? 'none may approve an own run' : 'they may approve own runs';
  const count = reviewers === 1 ? '1 required reviewer' : `${reviewers} required reviewers`;
  const bypass = adminsMayBypass ? '; administrators may bypass the rules' : '';
  return { status: 'ok', subject, found: `${count}; ${self}${bypass}` };
}

function branchesOf(subject: string, { branches }: DeploymentRules): Finding {
  const advice = `Admit only the default branch (${setUp}).`;
  switch (branches) {
    case 'all':
      return { status: 'warning', subject, found: 'every branch may deploy', advice };
    case 'protected': {
      const found = 'protected branches may deploy, and every branch while none is protected';
      return { status: 'warning', subject, found, advice };
    }
    case 'selected': {
      const found = 'selected branches may deploy; their names were not read';
      const check = `Check that they are only the default branch (${setUp}).`;
      return { status: 'unknown', subject, found, advice: check };
    }
  }
}
