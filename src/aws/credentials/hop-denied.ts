import type { Hop } from '../../domain/role.ts';
import type { Failure } from '../../failure.ts';
import type { CallError } from '../errors/call-error.ts';
import { toFailure } from '../errors/to-failure.ts';

/**
 * The failure of an AssumeRole that was denied, with both sides of the trust to paste, unless the root
 * user called. `callerArn` is
 * empty if STS does not say who called.
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
  const caller = principal || 'the caller';
  const id = externalId === undefined ? 'an external ID' : 'another external ID';
  const path =
    principal === callerArn ? '' : ' If the role of the caller has a path, add it to the ARN.';
  return toFailure(doing, error, {
    likely: `The caller lacks sts:AssumeRole on this role; or the trust policy of the role does not name the caller, or asks for ${id} (role-external-id); or there is no such role.`,
    next: `Check first that this caller may have this role. If it may, add both statements, each in its own account.${path}`,
    lines: [
      `Statement for the policy of ${caller}:`,
      ...jsonLines({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn }),
      ...(principal === '' ? [] : trustLines(arn, principal, externalId)),
    ],
  });
}

function trustLines(arn: string, principal: string, externalId: string | undefined): string[] {
  const condition = { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  return [
    `Statement for the trust policy of ${arn}:`,
    ...jsonLines({
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 'sts:AssumeRole',
      ...(externalId === undefined ? {} : condition),
    }),
  ];
}

function jsonLines(statement: object): string[] {
  return JSON.stringify(statement, null, 2)
    .split('\n')
    .map((line) => `  ${line}`);
}

/**
 * The role of a session, without the path that the ARN of a session lacks; any other ARN as it is.
 * Empty for what is no ARN: it is printed to be pasted into a trust policy.
 */
function principalOf(arn: string): string {
  if (!/^arn:[\w+=,.@:/-]{1,2048}$/.test(arn)) return '';
  const [, head, account, name] =
    /^(arn:[^:]+):sts::([0-9]{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return name === undefined ? arn : `${head}:iam::${account}:role/${name}`;
}
