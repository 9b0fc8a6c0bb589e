import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../../domain/role.ts';
import { asFailure, Failure } from '../../failure.ts';
import { call, callOnce, retryCalls } from '../call.ts';
import type { ConnectionContext } from '../connection.ts';
import { CallError } from '../errors/call-error.ts';
import { networkPathCodes } from '../errors/error-codes.ts';
import { toFailure, withFailureContext } from '../errors/to-failure.ts';
import type { Session } from '../sts.ts';
import type { Transport } from '../transport.ts';
import { requestIdToken } from './id-token.ts';
import { explainMissingIdToken } from './missing-credentials.ts';
import { explainDeniedToken } from './oidc-denied.ts';

/**
 * A credential provider that exchanges GitHub's ID token for the role's session (STS
 * AssumeRoleWithWebIdentity). Every attempt asks for a fresh token, because one lives five minutes;
 * only what can heal is repeated. Throws a Failure.
 */
export function assumeRole(
  role: Role,
  region: string,
  world: ConnectionContext,
  transport: Transport,
): AwsCredentialIdentityProvider {
  const idToken = world.github?.idToken;
  if (!idToken) throw explainMissingIdToken(world.github);
  world.mask(idToken.token);

  const attempt = async () => {
    // The STS client is made while GitHub makes the token.
    const [token, sts] = await Promise.all([
      withFailureContext(
        'get an ID token from GitHub',
        call((signal) => requestIdToken(idToken, role.audience, transport, signal), world),
        ({ code }) => (networkPathCodes.has(code) ? {} : tokenFailure),
      ),
      import('../sts.ts').then(({ stsCalls }) => stsCalls({ region, transport }, world.clock)),
    ]);
    world.mask(token);
    try {
      const session = await callOnce(
        (signal) => sts.assumeRoleWithWebIdentity(token, role, signal),
        world,
      );
      world.mask(session.accessKeyId);
      world.mask(session.secretAccessKey);
      world.mask(session.sessionToken);
      return session;
    } catch (error) {
      throw isDenial(error) ? explainDeniedToken(error, role, token) : error;
    }
  };
  const renew = async () => {
    try {
      return await retryCalls(() => retryOnce(attempt), world);
    } catch (error) {
      throw error instanceof CallError ? toFailure(`assume ${role.arn}`, error) : asFailure(error);
    }
  };
  let last: Session | undefined;
  let renewal: Promise<Session> | undefined;
  return async (options) => {
    const old = last;
    renewal ??= renew()
      .then((session) => {
        last = session;
        return session;
      })
      .finally(() => {
        renewal = undefined;
      });
    if (!old || options?.forceRefresh || !isFresh(old, world)) return renewal;
    // The SDK asks for a new session minutes before the old one ends, in every call.
    const patience = world.clock.sleep(renewalPatienceMs).then(() => old);
    try {
      return await Promise.race([renewal, patience]);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.reason === 'cancelled' || failure.reason === 'internal-error') throw failure;
      world.log.line(`the session goes on while it lasts, and is not renewed: ${failure.message}`);
      return old;
    }
  };
}

const renewable: ReadonlySet<string> = new Set(['InvalidIdentityToken', 'ExpiredTokenException']);

/**
 * STS says InvalidIdentityToken too where it could not fetch GitHub's keys just now, and a token may
 * have expired on its way: then a new one helps (STS API reference, AssumeRoleWithWebIdentity).
 */
async function retryOnce<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const call = error instanceof Failure ? error.cause : undefined;
    if (!(call instanceof CallError) || !renewable.has(call.result.code)) throw error;
    return await attempt();
  }
}

const leastLifeMs = 60_000;
const renewalPatienceMs = 5_000;

function isFresh({ expiration }: Session, { clock }: ConnectionContext): boolean {
  return expiration.getTime() - clock.wallTime() > leastLifeMs;
}

/** Whether STS has judged the token; other client errors are about the request. */
function isDenial(error: unknown): error is CallError {
  if (!(error instanceof CallError)) return false;
  return error.result.kind === 'denied' || error.result.kind === 'credentials';
}

const tokenFailure = {
  reason: 'no-credentials',
  likely: "GitHub's token service is out of order, or the job's permissions changed under way.",
  next: 'Look at githubstatus.com, then run the job again.',
} as const;
