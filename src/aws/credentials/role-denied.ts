import type { Hop } from '../../domain/role.ts';
import type { Failure } from '../../failure.ts';
import { parseJson, stringAt } from '../../lib/json.ts';
import type { CallError } from '../errors/call-error.ts';
import { toFailure } from '../errors/to-failure.ts';

/**
 * The failure of a denied AssumeRole, with the statements for both sides of the trust, unless the root
 * user called. `callerArn` is empty if STS does not say who called.
 */
export function explainDeniedHop(
  doing: string,
  error: CallError,
  { arn, externalId }: Hop,
  callerArn: string,
): Failure {
  // AssumeRole, STS API reference: no policy lets the root user assume a role.
  if (/^arn:[\w-]+:iam::[0-9]{12}:root$/.test(callerArn)) {
    return toFailure(doing, error, {
      likely: `The credentials are those of the root user (${callerArn}), which cannot assume roles.`,
      next: 'Use the credentials of an IAM role or user instead, and delete the access keys of the root user.',
    });
  }
  const principal = principalOf(callerArn);
  const id = externalId === undefined ? 'an external ID' : 'another external ID';
  const path =
    principal === callerArn ? '' : ' If the role of the caller has a path, add it to the ARN.';
  const condition = { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  const trust = {
    ...{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' },
    ...(externalId === undefined ? {} : condition),
  };
  return toFailure(doing, error, {
    likely: `The caller lacks sts:AssumeRole on this role; or the trust policy of the role does not name the caller, or requires ${id} (role-external-id); or there is no such role.`,
    next: `Check first that this caller may have this role. If it may, add both statements, each in its own account.${path}`,
    lines: [
      `Statement for the policy of ${principal || 'the caller'}:`,
      ...jsonLines({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn }),
      ...(principal === ''
        ? []
        : [`Statement for the trust policy of ${arn}:`, ...jsonLines(trust)]),
    ],
  });
}

/**
 * The role of a session, without the path, which the ARN of a session lacks; any other ARN as it is.
 * Empty for a text that is not an ARN, because users paste it into a trust policy.
 */
function principalOf(arn: string): string {
  if (!/^arn:[\w+=,.@:/-]{1,2048}$/.test(arn)) return '';
  const [, head, account, name] =
    /^(arn:[^:]+):sts::([0-9]{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return name === undefined ? arn : `${head}:iam::${account}:role/${name}`;
}

const claimNames = ['iss', 'aud', 'sub', 'repository', 'environment', 'ref', 'job_workflow_ref'];

/** The failure of a denied ID token, with its claims (never the token) and the condition to paste. */
export function explainDeniedToken(
  error: CallError,
  { arn }: Pick<Hop, 'arn'>,
  token: string,
): Failure {
  const claims = readClaims(token);
  const { iss = '', aud = '', sub = '' } = claims;
  const claimLines = [
    'Claims of the token that STS saw:',
    ...claimNames.map((name) => `  ${name}: ${claims[name] ?? '(none)'}`),
  ];
  const doing = `assume ${arn} with GitHub's ID token`;
  // Every other code is about the token or the provider, not the trust policy.
  if (error.result.code !== 'AccessDenied') {
    return toFailure(doing, error, { reason: 'oidc-denied', lines: claimLines });
  }
  const environment = sub.includes(':environment:')
    ? 'This job names an environment, so its sub ends with that environment'
    : 'This job names no environment, so its sub ends with its event or ref';
  return toFailure(doing, error, {
    reason: 'oidc-denied',
    likely: `The trust policy of ${arn} does not match this token, or pins another job_workflow_ref, or there is no such role. ${environment}.`,
    next: 'Check first that this kind of run may have this role. A role that associates is only for the sub of an environment: give the job that environment, or the other role. If it may, add this sub to the trust policy of the role, in its account.',
    lines: [
      ...claimLines,
      `Condition for the trust policy of ${arn} (sub in the ${formOf(sub)} form):`,
      ...jsonLines(conditionOf(iss.replace(/^https?:\/\//, ''), aud, sub)),
    ],
  });
}

/** The claims of a token that are texts, unverified, to show what STS saw. */
function readClaims(token: string): Readonly<Record<string, string>> {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return Object.fromEntries(
    claimNames.flatMap((name) => {
      const claim = stringAt(claims, name);
      return claim === undefined ? [] : [[name, claim]];
    }),
  );
}

/** Repositories made or moved since 15 July 2026 have IDs in `sub`: `repo:OWNER@ID/NAME@ID:...`. */
function formOf(sub: string): 'immutable' | 'classic' {
  return /^repo:[^/:]+@[0-9]+\/[^/:]+@[0-9]+:/.test(sub) ? 'immutable' : 'classic';
}

/** A merge queue has a branch for each pull request, so its subject is a pattern. */
function conditionOf(provider: string, aud: string, sub: string): object {
  const [, queue] =
    /^(repo:.+:ref:refs\/heads\/gh-readonly-queue\/.+\/pr-)[0-9]+-[0-9a-f]+$/.exec(sub) ?? [];
  const audience = { [`${provider}:aud`]: aud };
  return queue === undefined
    ? { StringEquals: { ...audience, [`${provider}:sub`]: sub } }
    : { StringEquals: audience, StringLike: { [`${provider}:sub`]: `${queue}*` } };
}

function jsonLines(value: object): readonly string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `  ${line}`);
}
