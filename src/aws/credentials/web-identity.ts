import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../../domain/role.ts';
import { asFailure, type Failure } from '../../failure.ts';
import { call, callOnce, retryCalls } from '../call.ts';
import type { ConnectionContext } from '../connection-context.ts';
import { CallError } from '../errors/call-error.ts';
import { networkPathCodes } from '../errors/error-codes.ts';
import { toFailure, withFailureContext } from '../errors/to-failure.ts';
import type { Session } from '../sts.ts';
import type { Transport } from '../transport.ts';
import { requestIdToken } from './id-token.ts';
import { explainMissingIdToken } from './missing-credentials.ts';
import { explainDeniedToken } from './oidc-denied.ts';

const minLifeMs = 60_000;
const renewalTimeoutMs = 5_000;

/**
 * A credential provider that exchanges GitHub's ID token for a session of the role (STS
 * AssumeRoleWithWebIdentity). A session that cannot be renewed is used while it lasts. Throws a Failure.
 */
export function assumeRole(
  role: Role,
  region: string,
  context: ConnectionContext,
  transport: Transport,
): AwsCredentialIdentityProvider {
  const requestSession = createSessionRequest(role, region, context, transport);
  let session: Session | undefined;
  let renewal: Promise<Session> | undefined;
  const renew = async () => {
    try {
      session = await requestSession();
      return session;
    } finally {
      renewal = undefined;
    }
  };
  return async (options) => {
    const current = session;
    renewal ??= renew();
    if (!current || options?.forceRefresh || !isFresh(current, context)) return renewal;
    // The SDK asks in every call for a new session, from minutes before the end.
    const timeout = context.clock.sleep(renewalTimeoutMs).then(() => current);
    try {
      return await Promise.race([renewal, timeout]);
    } catch (error) {
      const failure = asFailure(error);
      if (isOfRun(failure)) throw failure;
      context.log.line(`session not renewed, and used until it ends: ${failure.message}`);
      return current;
    }
  };
}

function isFresh({ expiration }: Session, { clock }: ConnectionContext): boolean {
  return expiration.getTime() - clock.wallTime() > minLifeMs;
}

function isOfRun({ reason }: Failure): boolean {
  return reason === 'cancelled' || reason === 'internal-error';
}

/** Requests a session, with retries. Each attempt gets a new token, because one lives five minutes. */
function createSessionRequest(
  role: Role,
  region: string,
  context: ConnectionContext,
  transport: Transport,
): () => Promise<Session> {
  const idToken = context.github?.idToken;
  if (!idToken) throw explainMissingIdToken(context.github);
  context.mask(idToken.token);
  const requestToken = () =>
    withFailureContext(
      'get an ID token from GitHub',
      call((signal) => requestIdToken(idToken, role.audience, transport, signal), context),
      ({ code }) => (networkPathCodes.has(code) ? {} : tokenFailure),
    );
  const attempt = async (canRepeat = true): Promise<Session> => {
    // The STS client is loaded while GitHub makes the token.
    const [token, sts] = await Promise.all([
      requestToken(),
      import('../sts.ts').then(({ stsCalls }) => stsCalls({ region, transport }, context.clock)),
    ]);
    context.mask(token);
    try {
      const session = await callOnce(
        (signal) => sts.assumeRoleWithWebIdentity(token, role, signal),
        context,
      );
      for (const secret of secretsOf(session)) context.mask(secret);
      return session;
    } catch (error) {
      if (!isDenial(error)) throw error;
      if (canRepeat && isTokenProblem(error)) return attempt(false);
      throw explainDeniedToken(error, role, token);
    }
  };
  return async () => {
    try {
      return await retryCalls(() => attempt(), context);
    } catch (error) {
      throw error instanceof CallError ? toFailure(`assume ${role.arn}`, error) : asFailure(error);
    }
  };
}

function secretsOf({ accessKeyId, secretAccessKey, sessionToken }: Session): readonly string[] {
  return [accessKeyId, secretAccessKey, sessionToken];
}

/** Whether STS denies the token; other client errors are about the request. */
function isDenial(error: unknown): error is CallError {
  if (!(error instanceof CallError)) return false;
  return error.result.kind === 'denied' || error.result.kind === 'credentials';
}

/**
 * Whether a new token can help: it expired on its way, or STS could not fetch GitHub's keys just now,
 * for which it also answers InvalidIdentityToken (STS API reference, AssumeRoleWithWebIdentity).
 */
function isTokenProblem({ result: { code } }: CallError): boolean {
  return code === 'InvalidIdentityToken' || code === 'ExpiredTokenException';
}

const tokenFailure = {
  reason: 'no-credentials',
  likely: "GitHub's token service has an outage, or the job's permissions changed during the run.",
  next: 'Check githubstatus.com, then run the job again.',
} as const;
