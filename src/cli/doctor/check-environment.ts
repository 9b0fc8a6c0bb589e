import type { Failed } from '../../github/client.ts';
import type { DeploymentRules } from '../../github/read-environment.ts';
import { countNoun } from '../../lib/text.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** The environment that approves an apply; its rules are undefined if GitHub was not asked. */
export interface EnvironmentReading {
  readonly name: string;
  readonly rules: DeploymentRules | 'missing' | Failed | undefined;
}

const setUp = 'docs/approvals.md#set-up-the-environment';

/** Checks that an apply waits for a reviewer, and that only the right branches may deploy. */
export function checkEnvironment({ name, rules }: EnvironmentReading): readonly Finding[] {
  const finding = findingsAbout(`Environment ${name}`);
  if (rules === undefined) {
    return [
      finding('unknown', 'not read: it needs GITHUB_REPOSITORY, and GITHUB_TOKEN or GH_TOKEN'),
    ];
  }
  if (rules === 'missing') {
    const found = 'GitHub has none. It creates one without rules at the first apply';
    const advice = `Create it with required reviewers before an apply (${setUp}).`;
    return [finding('fault', found, advice)];
  }
  if ('problem' in rules) return [finding('unknown', `not read: ${rules.problem}`)];
  const [status, found, advice] = branchFindings[rules.branches];
  return [checkReviewers(finding, rules), finding(status, found, `${advice} (${setUp}).`)];
}

function checkReviewers(
  finding: ReturnType<typeof findingsAbout>,
  { reviewers, preventsSelfReview, adminsMayBypass }: DeploymentRules,
): Finding {
  if (reviewers === 0) {
    const found = 'it has no required reviewers, so an apply waits for nobody';
    return finding('fault', found, `Add required reviewers (${setUp}).`);
  }
  const count = countNoun(reviewers, 'required reviewer');
  const self = preventsSelfReview ? 'may not approve their own runs' : 'may approve their own runs';
  const bypass = adminsMayBypass ? '; administrators may bypass the rules' : '';
  return finding('ok', `${count}, who ${self}${bypass}`);
}

const branchFindings = {
  all: ['warning', 'every branch may deploy', 'Allow only the default branch'],
  protected: [
    'warning',
    'protected branches may deploy, and every branch while none is protected',
    'Allow only the default branch',
  ],
  selected: [
    'unknown',
    'selected branches may deploy; their names were not read',
    'Check that they are only the default branch',
  ],
} as const;
