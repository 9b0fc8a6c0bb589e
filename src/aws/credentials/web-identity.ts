import { parseKnownFiles } from '@smithy/core/config';
import type { IdTokenRequest } from '../../domain/github-run.ts';
import type { Hop } from '../../domain/role.ts';
import { asFailure } from '../../failure.ts';
import { call, callOnce, retryCalls } from '../call.ts';
import type { SessionContext } from '../connection-context.ts';
import { CallError } from '../errors/call-error.ts';
import { findCode } from '../errors/error-codes.ts';
import { toFailure, withFailureContext } from '../errors/to-failure.ts';
import type { Session } from '../sts.ts';
import { requestIdToken } from './id-token.ts';
import { explainMissingIdToken } from './missing-credentials.ts';
import { explainDeniedToken } from './role-denied.ts';
import { presentCredentials } from './sources.ts';

/**
 * Exchanges GitHub's ID token for a session of a role (STS AssumeRoleWithWebIdentity), with retries.
 * Each attempt gets a new token, which lives five minutes. Throws a Failure.
 */
export function requestWithIdToken(
  hop: Hop,
  audience: string,
  context: SessionContext,
): () => Promise<Session> {
  const idToken = context.github?.idToken;
  if (idToken) context.mask(idToken.token);
  return async () => {
    if (!idToken) {
      const present = presentCredentials(context.env, await parseKnownFiles({}));
      throw explainMissingIdToken(context.github, present);
    }
    try {
      return await retryCalls(() => exchange(idToken, hop, audience, context), context);
    } catch (error) {
      throw error instanceof CallError ? toFailure(`assume ${hop.arn}`, error) : asFailure(error);
    }
  };
}

/** One attempt, repeated once if a new token can help. */
async function exchange(
  idToken: IdTokenRequest,
  hop: Hop,
  audience: string,
  context: SessionContext,
  tokensLeft = 1,
): Promise<Session> {
  // The STS client is loaded while GitHub makes the token.
  const [token, sts] = await Promise.all([
    requestToken(idToken, audience, context),
    import('../sts.ts').then(({ stsCalls }) => stsCalls(context)),
  ]);
  context.mask(token);
  try {
    return await callOnce((signal) => sts.assumeRoleWithWebIdentity(token, hop, signal), context);
  } catch (error) {
    if (!isDenial(error)) throw error;
    if (tokensLeft > 0 && isTokenProblem(error)) {
      return exchange(idToken, hop, audience, context, tokensLeft - 1);
    }
    throw explainDeniedToken(error, hop, token);
  }
}

function requestToken(
  idToken: IdTokenRequest,
  audience: string,
  context: SessionContext,
): Promise<string> {
  return withFailureContext(
    'get an ID token from GitHub',
    call((signal) => requestIdToken(idToken, audience, context.transport, signal), context),
    ({ code }) => (findCode(code)?.isNetworkPath ? {} : tokenFailure),
  );
}

/** Whether STS denies the token; other client errors concern the request. */
function isDenial(error: unknown): error is CallError {
  if (!(error instanceof CallError)) return false;
  return error.result.kind === 'denied' || error.result.kind === 'credentials';
}

/**
 * Whether a new token can help: it expired on its way, or STS could not fetch GitHub's keys just now,
 * which is also an InvalidIdentityToken (STS API reference, AssumeRoleWithWebIdentity).
 */
function isTokenProblem({ result: { code } }: CallError): boolean {
  return code === 'InvalidIdentityToken' || code === 'ExpiredTokenException';
}

const tokenFailure = {
  reason: 'no-credentials',
  likely: "GitHub's token service has an outage, or the job's permissions changed during the run.",
  next: 'Check githubstatus.com, then run the job again.',
} as const;
