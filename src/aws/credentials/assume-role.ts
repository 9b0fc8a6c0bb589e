import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { type Hop, hopsOf, type Role } from '../../domain/role.ts';
import { asFailure, type Failure } from '../../failure.ts';
import type { ConnectionContext, SessionContext } from '../connection-context.ts';
import type { Session } from '../sts.ts';
import { requestWithIdToken } from './web-identity.ts';

const minLifeMs = 60_000;
const renewalTimeoutMs = 5_000;

/** How a role is assumed. */
interface Assumption {
  readonly role: Role;
  /** The session policy, as JSON. */
  readonly policy?: string | undefined;
  /** What the first role is assumed with; undefined for GitHub's ID token. */
  readonly chain?: AwsCredentialIdentityProvider | undefined;
}

/**
 * A credential provider of sessions of a role. A session that cannot be renewed is used while it
 * lasts; one that is renewed goes through all roles again. Throws a Failure.
 */
export function assumeRole(
  { role, policy, chain }: Assumption,
  context: SessionContext,
): AwsCredentialIdentityProvider {
  const [first, ...others] = hopsOf(role, policy);
  const start = chain
    ? requestWith(chain, first, undefined, context)
    : requestWithIdToken(first, role.audience, context);
  const { request } = others.reduce(
    (before, hop) => ({
      request: requestWith(before.request, hop, before.arn, context),
      arn: hop.arn,
    }),
    { request: start, arn: first.arn },
  );
  return renewSessions(request, context);
}

/** A request with the credentials of `source`, the session of `callerArn` if it is known. */
function requestWith(
  source: AwsCredentialIdentityProvider,
  hop: Hop,
  callerArn: string | undefined,
  context: SessionContext,
): () => Promise<Session> {
  return async () => {
    const { requestWithCredentials } = await import('./chained-role.ts');
    return requestWithCredentials(source, hop, callerArn, context);
  };
}

function renewSessions(
  requestSession: () => Promise<Session>,
  context: ConnectionContext,
): AwsCredentialIdentityProvider {
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
