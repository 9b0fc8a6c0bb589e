import { randomUUID } from 'node:crypto';
import type { AllowedActions, Credential, CredentialStore } from './credentials.ts';
import { denyingPolicy } from './credentials.ts';
import { grantOf } from './grant.ts';
import { checkParameters, checkRequest, queryCall } from './query.ts';
import type { Listening, Received, Reply, Service, Shared } from './server.ts';
import { serve } from './server.ts';
import { ServiceError } from './service-error.ts';
import { assumedXml, openSession, sessionXml } from './session.ts';
import { verify } from './signature.ts';
import type { KeyCache, WebIdentity } from './web-identity.ts';
import { verifyWebIdentity } from './web-identity.ts';
import type { Element } from './xml.ts';
import { document, element } from './xml.ts';

/** An IAM role that trusts web identities, and others if it says so; the ARN names its account. */
export interface Role {
  readonly arn: string;
  /** The subjects of the trust policy, `*` for any text as in StringLike. */
  readonly subjects: readonly string[];
  readonly audience?: string;
  /** Values that the trust policy takes of further claims, such as `job_workflow_ref`, compared as they are. */
  readonly conditions?: Readonly<Record<string, readonly string[]>>;
  /** The ARNs of the principals that the trust policy lets call AssumeRole, compared as they are. */
  readonly principals?: readonly string[];
  /** The external ID that the trust policy asks them for. */
  readonly externalId?: string;
  /** Actions that AWS does not let a session policy allow, whatever it says. */
  readonly neverInSession?: readonly string[];
  readonly maxSessionSeconds: number;
  /** Lifetime of every session instead of the requested one. */
  readonly sessionSeconds?: number;
  readonly actions: AllowedActions;
}

/** An OIDC provider that an account has registered. */
export interface Provider {
  readonly account: string;
  readonly issuer: string;
  readonly clientIds: readonly string[];
}

/** The STS query API. */
export interface FakeSts extends Listening {
  setRole(role: Role): void;
  removeRole(arn: string): void;
  setProvider(provider: Provider): void;
  removeProvider(account: string, issuer: string): void;
}

type Parameters = Readonly<Record<string, string>>;

/** The parameters of both calls that open a session. */
const sessionParameters = {
  RoleArn: 'required',
  RoleSessionName: 'required',
  DurationSeconds: 'optional',
  Policy: 'optional',
} as const;

const VERSION = '2011-06-15';
const MINIMUM_SECONDS = 900;
const DEFAULT_SECONDS = 3600;

const breakdowns = {
  throttled: new ServiceError(400, 'Throttling', 'Rate exceeded'),
  failed: new ServiceError(500, 'InternalFailure', 'An internal failure has occurred'),
  unavailable: new ServiceError(503, 'ServiceUnavailable', 'The service is unavailable'),
};

/** Starts STS without roles and providers. Sessions are added to the credentials. */
export async function startSts(credentials: CredentialStore, shared: Shared): Promise<FakeSts> {
  const roles = new Map<string, Role>();
  const providers = new Map<string, Provider>();
  const keys: KeyCache = new Map();

  const signerOf = (received: Received) => {
    const signer = verify(received, 'sts', credentials, shared.now());
    if (signer.verdict !== 'ok') throw refusals[signer.verdict];
    return signer.credential;
  };

  const open = (role: Role, params: Parameters) => {
    const seconds = durationOf(params.DurationSeconds);
    if (seconds > role.maxSessionSeconds) {
      throw validation(
        'The requested DurationSeconds exceeds the MaxSessionDuration of this role.',
      );
    }
    const expiresAt = shared.now() + (role.sessionSeconds ?? seconds) * 1000;
    const name = params.RoleSessionName ?? '';
    const limited = sessionActionsOf(role, params.Policy);
    const session = {
      ...openSession(role, accountOf(role.arn), name, expiresAt),
      ...(limited === undefined ? {} : { sessionActions: limited }),
    };
    credentials.add(session);
    return session;
  };

  const assumeRoleWithWebIdentity = async (params: Parameters) => {
    checkParameters(params, { ...sessionParameters, WebIdentityToken: 'required' });
    const { RoleArn: arn = '', WebIdentityToken: jwt = '' } = params;
    const account = accountOf(arn);
    durationOf(params.DurationSeconds);
    checkSessionName(params.RoleSessionName);
    const identity = await verifyWebIdentity(jwt, {
      now: shared.now(),
      keys,
      providerOf: (issuer) => providers.get(`${account} ${issuer}`),
    });
    const role = roles.get(arn);
    if (role === undefined || !trusts(role, identity)) throw notAuthorized();
    return sessionXml(open(role, params), identity);
  };

  const assumeRole = (received: Received, params: Parameters) => {
    const caller = signerOf(received);
    checkParameters(params, { ...sessionParameters, ExternalId: 'optional' });
    const { RoleArn: arn = '', ExternalId: externalId } = params;
    accountOf(arn);
    checkSessionName(params.RoleSessionName);
    const role = roles.get(arn);
    if (role === undefined || !mayAssume(caller, role, externalId)) throw mayNotAssume(caller, arn);
    if (caller.roleArn !== undefined && durationOf(params.DurationSeconds) > 3_600) {
      throw validation(
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      );
    }
    return assumedXml(open(role, params));
  };

  const callerIdentity = (received: Received) => {
    const { arn, userId, account } = signerOf(received);
    return [element('Arn', arn), element('UserId', userId), element('Account', account)];
  };

  const perform = async (received: Received) => {
    const call = queryCall(received);
    checkRequest(received, call, VERSION);
    switch (call.operation) {
      case 'AssumeRoleWithWebIdentity':
        return success(call.operation, await assumeRoleWithWebIdentity(call.params));
      case 'AssumeRole':
        return success(call.operation, assumeRole(received, call.params));
      case 'GetCallerIdentity':
        checkParameters(call.params, {});
        return success(call.operation, callerIdentity(received));
      default: {
        const message = `Could not find operation ${call.operation} for version ${VERSION}`;
        throw new ServiceError(400, 'InvalidAction', message);
      }
    }
  };

  const service: Service = { name: 'sts', breakdowns, call: queryCall, perform, error: failure };
  return {
    ...(await serve(service, shared)),
    setRole: (role) => void roles.set(role.arn, role),
    removeRole: (arn) => void roles.delete(arn),
    setProvider: (provider) =>
      void providers.set(`${provider.account} ${provider.issuer}`, provider),
    removeProvider: (account, issuer) => void providers.delete(`${account} ${issuer}`),
  };
}

const refusals = {
  unsigned: new ServiceError(
    403,
    'MissingAuthenticationToken',
    'Request is missing Authentication Token',
  ),
  'unknown-key': new ServiceError(
    403,
    'InvalidClientTokenId',
    'The security token included in the request is invalid.',
  ),
  mismatch: new ServiceError(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided.',
  ),
  skewed: new ServiceError(403, 'SignatureDoesNotMatch', 'Signature expired.'),
  expired: new ServiceError(
    403,
    'ExpiredToken',
    'The security token included in the request is expired',
  ),
};

function accountOf(arn: string): string {
  const [, account] = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(arn) ?? [];
  if (account === undefined) throw validation(`${arn} is invalid`);
  return account;
}

function durationOf(text = String(DEFAULT_SECONDS)): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= MINIMUM_SECONDS && seconds <= 43_200) return seconds;
  throw validation(
    `1 validation error detected: Value '${text}' at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200`,
  );
}

function checkSessionName(name = ''): void {
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return;
  throw validation(
    `1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]{2,64}`,
  );
}

/** What the inline session policy allows; undefined without one (STS API reference, AssumeRole). */
function sessionActionsOf({ neverInSession = [] }: Role, policy: string | undefined) {
  if (policy === undefined) return undefined;
  if (policy.length > 2_048) throw validation('The policy has more than 2048 characters.');
  const grant = grantOf(JSON.parse(policy));
  return grant.filter(({ action }) => !neverInSession.includes(action));
}

/** The caller as a trust policy names it: the role of a session. */
function principalOf({ arn, roleArn = arn }: Credential): string {
  return roleArn;
}

/** In one account the trust policy is enough; another account's policies must allow it too (IAM User Guide). */
function mayAssume(caller: Credential, role: Role, externalId: string | undefined): boolean {
  const { arn, principals = [], externalId: required } = role;
  const asked = { action: 'sts:AssumeRole', resource: arn };
  const allowed = caller.account === accountOf(arn) || denyingPolicy(caller, asked) === undefined;
  return (
    allowed &&
    principals.includes(principalOf(caller)) &&
    (required === undefined || required === externalId)
  );
}

function mayNotAssume({ arn }: Credential, role: string): ServiceError {
  const message = `User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
  return new ServiceError(403, 'AccessDenied', message);
}

function validation(message: string): ServiceError {
  return new ServiceError(400, 'ValidationError', message);
}

function notAuthorized(): ServiceError {
  const message = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';
  return new ServiceError(403, 'AccessDenied', message);
}

function trusts({ subjects, audience, conditions = {} }: Role, identity: WebIdentity): boolean {
  return (
    subjects.some((pattern) => isLike(identity.subject, pattern)) &&
    (audience === undefined || audience === identity.audience) &&
    Object.entries(conditions).every(([claim, values]) =>
      values.some((value) => value === identity.claims[claim]),
    )
  );
}

/** IAM's StringLike with `*`; nothing here needs `?`. */
function isLike(value: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/\W/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(value);
}

function success(operation: string, content: Element[]): Reply {
  const requestId = randomUUID();
  const elements = [
    element(`${operation}Result`, content),
    element('ResponseMetadata', element('RequestId', requestId)),
  ];
  return reply(200, `${operation}Response`, elements, requestId);
}

function failure({ status, code, message }: ServiceError): Reply {
  const requestId = randomUUID();
  const type = element('Type', status < 500 ? 'Sender' : 'Receiver');
  const error = element('Error', [type, element('Code', code), element('Message', message)]);
  return reply(status, 'ErrorResponse', [error, element('RequestId', requestId)], requestId);
}

function reply(status: number, root: string, content: Element[], requestId: string): Reply {
  const namespace = `https://sts.amazonaws.com/doc/${VERSION}/`;
  return {
    status,
    contentType: 'text/xml',
    headers: { 'x-amzn-requestid': requestId },
    requestId,
    body: document(root, namespace, content),
  };
}
