import type { Hop } from '../../domain/role.ts';
import type { Failure } from '../../failure.ts';
import type { CallError } from '../errors/call-error.ts';
import { toFailure } from '../errors/to-failure.ts';
import { readClaims } from './id-token.ts';

const claimNames = [
  'iss',
  'aud',
  'sub',
  'repository',
  'environment',
  'ref',
  'job_workflow_ref',
] as const;

/** The failure of a denied token, with its claims (never the token) and the conditions to paste. */
export function explainDeniedToken(
  error: CallError,
  { arn }: Pick<Hop, 'arn'>,
  token: string,
): Failure {
  const claims = readClaims(token);
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined);
  const sub = text('sub') ?? '';
  const claimLines = [
    'Claims of the token that STS saw:',
    ...claimNames.map((name) => `  ${name}: ${text(name) ?? '(none)'}`),
  ];
  const doing = `assume ${arn} with GitHub's ID token`;
  // Every other code is about the token or the provider, not the trust policy.
  if (error.result.code !== 'AccessDenied') {
    return toFailure(doing, error, { reason: 'oidc-denied', lines: claimLines });
  }
  return toFailure(doing, error, {
    reason: 'oidc-denied',
    likely: likelyCause(sub, arn),
    next: 'Check first that this kind of run may have this role. A role that associates is only for the sub of an environment: give the job that environment, or the other role. If it may, add this sub to the trust policy of the role, in its account.',
    lines: [
      ...claimLines,
      `Condition for the trust policy of ${arn} (sub in the ${formOf(sub)} form):`,
      ...conditionLines(text('iss') ?? '', text('aud') ?? '', sub),
    ],
  });
}

/** Repositories made or moved since 15 July 2026 have ids in `sub`: `repo:OWNER@ID/NAME@ID:...`. */
function formOf(sub: string): 'immutable' | 'classic' {
  return /^repo:[^/:]+@[0-9]+\/[^/:]+@[0-9]+:/.test(sub) ? 'immutable' : 'classic';
}

function likelyCause(sub: string, arn: string): string {
  const context = /:environment:/.test(sub)
    ? 'This job names an environment, so its sub ends with that environment'
    : 'This job names no environment, so its sub ends with its event or ref';
  return `The trust policy of ${arn} does not match this token, or pins another job_workflow_ref, or there is no such role. ${context}.`;
}

/** The subjects of a merge queue: it has a branch for each pull request. */
function queuePattern(sub: string): string | undefined {
  const [, start] =
    /^(repo:.+:ref:refs\/heads\/gh-readonly-queue\/.+\/pr-)[0-9]+-[0-9a-f]+$/.exec(sub) ?? [];
  return start && `${start}*`;
}

function conditionLines(issuer: string, audience: string, sub: string): string[] {
  const provider = issuer.replace(/^https?:\/\//, '');
  const [aud, subject] = [`${provider}:aud`, `${provider}:sub`];
  const queue = queuePattern(sub);
  const condition =
    queue === undefined
      ? { StringEquals: { [aud]: audience, [subject]: sub } }
      : { StringEquals: { [aud]: audience }, StringLike: { [subject]: queue } };
  return JSON.stringify(condition, null, 2)
    .split('\n')
    .map((line) => `  ${line}`);
}
