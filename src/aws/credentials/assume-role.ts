import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { type Hop, hopsOf, type Role } from '../../domain/role.ts';
import { asFailure, endsRun } from '../../failure.ts';
import type { ConnectionContext, SessionContext } from '../connection-context.ts';
import type { Session } from '../sts.ts';
import { requestWithIdToken } from './web-identity.ts';

const minLifeMs = 60_000;
const renewalTimeoutMs = 5_000;
/** The pause between attempts while the current session is still valid. */
const renewalPauseMs = 30_000;

/** How a role is assumed. */
interface Assumption {
  readonly role: Role;
  /** The session policy, as JSON. */
  readonly policy?: string | undefined;
  /** The credentials that assume the first role; undefined for GitHub's ID token. */
  readonly chain?: AwsCredentialIdentityProvider | undefined;
}

/**
 * A provider of sessions of a role, each requested through all roles of the chain. A session that
 * cannot be renewed is used until it ends, with a pause between attempts. Throws a Failure.
 */
export function assumeRole(
  { role, policy, chain }: Assumption,
  context: SessionContext,
): AwsCredentialIdentityProvider {
  const [first, ...others] = hopsOf(role, policy);
  let request = chain
    ? requestWith(chain, first, undefined, context)
    : requestWithIdToken(first, role.audience, context);
  let callerArn = first.arn;
  for (const hop of others) {
    request = requestWith(request, hop, callerArn, context);
    callerArn = hop.arn;
  }
  return renewSessions(request, context);
}

/** A request with the credentials of `source`: the session of `callerArn`, if that is known. */
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
  const { clock, log } = context;
  let session: Session | undefined;
  let renewal: Promise<Session> | undefined;
  let retryAt = 0;
  let isLogged = false;
  const pause = () => {
    retryAt = clock.now() + renewalPauseMs;
  };
  const renew = async () => {
    try {
      session = await requestSession();
      isLogged = false;
      return session;
    } catch (error) {
      pause();
      throw error;
    } finally {
      renewal = undefined;
    }
  };
  return async (options) => {
    const current = session;
    const mustRenew = !current || options?.forceRefresh || !isFresh(current, context);
    if (!mustRenew && clock.now() < retryAt) return current;
    renewal ??= renew();
    if (mustRenew) return renewal;
    // From minutes before the end, the SDK asks for a new session with every call.
    const timeout = clock.sleep(renewalTimeoutMs).then(() => {
      if (renewal) pause();
      return current;
    });
    try {
      return await Promise.race([renewal, timeout]);
    } catch (error) {
      const failure = asFailure(error);
      if (endsRun(failure)) throw failure;
      if (!isLogged) log.line(`session not renewed, and used until it ends: ${failure.message}`);
      isLogged = true;
      return current;
    }
  };
}

function isFresh({ expiration }: Session, { clock }: ConnectionContext): boolean {
  return expiration.getTime() - clock.wallTime() > minLifeMs;
}
