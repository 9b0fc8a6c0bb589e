import { explainDeniedToken } from '../../src/aws/credentials/role-denied.ts';
import { CallError } from '../../src/aws/errors/call-error.ts';
import { failureLines } from '../../src/report/log.ts';
import { formatBlock } from './markdown.ts';

const role = { arn: 'arn:aws:iam::111122223333:role/byoasn-apply' };

/** A job without its environment, in a repository that sends the immutable form of `sub`. */
const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'sts.amazonaws.com',
  sub: 'repo:ORG@1234567/REPO@7654321:ref:refs/heads/main',
  repository: 'ORG/REPO',
  ref: 'refs/heads/main',
  job_workflow_ref: 'ORG/REPO/.github/workflows/byoasn.yml@refs/heads/main',
};

/** The log of a run whose token STS refuses, as a block of Markdown. */
export function deniedTokenBlock(): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const refusal = new CallError({
    kind: 'denied',
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    httpStatus: 403,
    requestId: '68226fda-1d8a-4e07-a422-613094bdc5eb',
  });
  const failure = explainDeniedToken(refusal, role, `header.${payload}.signature`);
  return formatBlock('text', ...failureLines(failure));
}
