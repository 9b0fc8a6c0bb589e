import type { AllowedActions } from '../../fakes/credentials.ts';
import { grantOf } from '../../fakes/grant.ts';
import type { Role } from '../../fakes/sts.ts';
import type { DeployedRole, PolicyDocument } from './deployed-roles.ts';

type Trust = Omit<Role, 'arn' | 'maxSessionSeconds' | 'actions'>;

/** A role for the fake STS; a document with more than it can check is an error. */
export function stsRole({ arn, maxSessionSeconds, trust, policies }: DeployedRole): Role {
  const [policy, ...others] = policies;
  if (policy === undefined || others.length > 0) throw new Error(`${arn} has not one policy`);
  const trusted = isOfHub(trust) ? trustOfHub(trust) : trustOfGitHub(trust);
  return { arn, maxSessionSeconds, ...trusted, actions: actionsOf(policy) };
}

function isOfHub({ Statement: [statement] }: PolicyDocument): boolean {
  return statement?.Action === 'sts:AssumeRole';
}

/** What a role of a member trusts: one principal, perhaps with an external ID. */
function trustOfHub(trust: PolicyDocument): Trust {
  const [statement, ...others] = trust.Statement;
  const { Effect, Action, Principal, Condition = {}, ...rest } = statement ?? {};
  const { StringEquals = {}, ...operators } = Condition;
  const { 'sts:ExternalId': externalId, ...conditions } = StringEquals;
  const principals = [Object(Principal).AWS].map(String);
  const more = [others, ...[rest, operators, conditions].map(Object.keys)];
  if (Effect !== 'Allow' || more.some(({ length }) => length > 0)) throw unchecked(trust);
  return { subjects: [], principals, ...(externalId && { externalId: String(externalId) }) };
}

function trustOfGitHub(trust: PolicyDocument): Trust {
  const { aud = [], sub = [], ...conditions } = trustedClaims(trust);
  const [audience, ...audiences] = aud;
  if (audience === undefined || audiences.length > 0) throw unchecked(trust);
  return { subjects: sub, audience, conditions };
}

/** What a policy allows; `sts:AssumeRole` only on roles that it names. */
function actionsOf(policy: PolicyDocument): AllowedActions {
  const [statement, ...others] = policy.Statement;
  if (String(statement?.Action) !== 'sts:AssumeRole') return grantOf(policy);
  const { Resource } = Object(statement);
  if (others.length > 0 || !Array.isArray(Resource)) throw unchecked(policy);
  return [{ action: 'sts:AssumeRole', resources: Resource.map(String) }];
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
  if (!isChecked) throw unchecked(trust);
  return Object.fromEntries(
    claims.map(([key, values]) => [key.slice(`${issuer}:`.length), [values].flat()]),
  );
}

function unchecked(document: PolicyDocument): Error {
  return new Error(`not a document that tests can check: ${JSON.stringify(document)}`);
}
