import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Role } from '../desired/role.ts';
import { asFailure } from '../failure.ts';
import { CallError } from './answer.ts';
import { wayCodes } from './codes.ts';
import type { ConnectionWorld } from './connection.ts';
import { asFailureOf, explaining } from './explain.ts';
import { requestIdToken } from './id-token.ts';
import { explainMissingIdToken } from './missing-credentials.ts';
import { explainDeniedToken } from './oidc-denied.ts';
import { persist } from './persist.ts';
import type { Transport } from './transport.ts';

/**
 * A credential provider that exchanges GitHub's ID token for the role's session (STS
 * AssumeRoleWithWebIdentity). Every attempt asks for a fresh token, because one lives five minutes;
 * only what can heal is repeated. Throws a Failure.
 */
export function assumeRole(
  role: Role,
  region: string,
  world: ConnectionWorld,
  transport: Transport,
): AwsCredentialIdentityProvider {
  const { idToken } = world.github;
  if (!idToken) throw explainMissingIdToken(world.github);
  world.mask(idToken.token);

  const attempt = async () => {
    // The STS client is made while GitHub makes the token.
    const [token, sts] = await Promise.all([
      explaining(
        'get an ID token from GitHub',
        persist(() => requestIdToken(idToken, role.audience, world, transport), world),
        ({ code }) => (wayCodes.has(code) ? {} : tokenFailure),
      ),
      import('./sts.ts').then(({ stsCalls }) => stsCalls({ region, transport }, world)),
    ]);
    world.mask(token);
    try {
      const session = await sts.assumeRoleWithWebIdentity(token, role);
      world.mask(session.accessKeyId);
      world.mask(session.secretAccessKey);
      world.mask(session.sessionToken);
      return session;
    } catch (error) {
      throw isDenial(error) ? explainDeniedToken(error, role, token) : error;
    }
  };
  return async () => {
    try {
      return await persist(attempt, world);
    } catch (error) {
      throw error instanceof CallError
        ? asFailureOf(`assume ${role.arn}`, error)
        : asFailure(error);
    }
  };
}

/** Whether STS has judged the token; other client errors are about the request. */
function isDenial(error: unknown): error is CallError {
  if (!(error instanceof CallError)) return false;
  return error.answer.kind === 'denied' || error.answer.kind === 'credentials';
}

const tokenFailure = {
  reason: 'no-credentials',
  likely: "GitHub's token service is out of order, or the job's permissions changed under way.",
  next: 'Look at githubstatus.com, then run the job again.',
} as const;
