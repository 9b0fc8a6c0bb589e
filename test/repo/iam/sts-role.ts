import { grantOf } from '../../fakes/grant.ts';
import type { Role } from '../../fakes/sts.ts';
import type { DeployedRole, PolicyDocument } from './deployed-roles.ts';

/** A role for the fake STS; a document with more than it can check is an error. */
export function stsRole({ arn, maxSessionSeconds, trust, policies }: DeployedRole): Role {
  const [policy, ...others] = policies;
  if (policy === undefined || others.length > 0) throw new Error(`${arn} has not one policy`);
  const { aud, sub = [], ...conditions } = trustedClaims(trust);
  const [audience, ...audiences] = aud ?? [];
  if (audience === undefined || audiences.length > 0) throw new Error(`${arn} has not one aud`);
  return { arn, subjects: sub, audience, conditions, maxSessionSeconds, actions: grantOf(policy) };
}

/** The values that a trust policy takes of each claim, by the claim's name; of `sub` also patterns. */
export function trustedClaims(trust: PolicyDocument): Readonly<Record<string, readonly string[]>> {
  const [statement, ...others] = trust.Statement;
  const { Effect, Action, Principal, Condition = {}, ...rest } = statement ?? {};
  const { StringEquals = {}, StringLike = {}, ...operators } = Condition;
  const issuer = Object(Principal).Federated?.replace(/^.*:oidc-provider\//, '');
  const likeSub = Object.keys(StringLike).every((key) => key === `${issuer}:sub`);
  const claims = Object.entries({ ...StringEquals, ...StringLike });
  const isChecked =
    Effect === 'Allow' &&
    Action === 'sts:AssumeRoleWithWebIdentity' &&
    [others, Object.keys(rest), Object.keys(operators)].every(({ length }) => length === 0) &&
    claims.every(([key]) => key.startsWith(`${issuer}:`)) &&
    likeSub &&
    !/[*?]/.test(JSON.stringify(StringEquals));
  if (!isChecked) throw new Error(`not a trust that tests can check: ${JSON.stringify(trust)}`);
  return Object.fromEntries(
    claims.map(([key, values]) => [key.slice(`${issuer}:`.length), [values].flat()]),
  );
}
