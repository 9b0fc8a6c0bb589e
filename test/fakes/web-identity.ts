import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import { ServiceError } from './service-error.ts';

/** What a verified token says; the audience is the one that the provider accepts. */
export interface WebIdentity {
  readonly subject: string;
  readonly audience: string;
  readonly issuer: string;
  /** All that the token claims, for conditions of a trust policy. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The keys of issuers, by issuer, once they were fetched. */
export type KeyCache = Map<string, JWTVerifyGetKey>;

/** What tokens are verified against; `now` is in milliseconds. */
export interface Verifier {
  readonly now: number;
  readonly keys: KeyCache;
  readonly providerOf: (issuer: string) => { readonly clientIds: readonly string[] } | undefined;
}

/** Verifies a token as STS does, against the keys that its issuer publishes. */
export async function verifyWebIdentity(token: string, verifier: Verifier): Promise<WebIdentity> {
  const { iss: issuer = '' } = decode(token);
  const provider = verifier.providerOf(issuer);
  if (provider === undefined) {
    throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  }
  const claims = await verified(token, issuer, verifier);
  const { sub: subject = '', aud } = claims;
  const audience = [aud]
    .flat()
    .find((clientId) => clientId && provider.clientIds.includes(clientId));
  if (audience === undefined) throw invalid('Incorrect token audience');
  return { subject, audience, issuer, claims };
}

function decode(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw invalid('The ID Token provided is not a valid JWT.');
  }
}

async function verified(
  token: string,
  issuer: string,
  { now, keys }: Verifier,
): Promise<JWTPayload> {
  try {
    const keySet = keys.get(issuer) ?? createRemoteJWKSet(await jwksUri(issuer));
    keys.set(issuer, keySet);
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'iat', 'sub', 'aud'],
    });
    return payload;
  } catch (error) {
    throw refusal(error);
  }
}

async function jwksUri(issuer: string): Promise<URL> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = (await response.json()) as { jwks_uri: string };
  return new URL(jwks_uri);
}

function refusal(error: unknown): ServiceError {
  if (error instanceof errors.JWTExpired) {
    return new ServiceError(400, 'ExpiredTokenException', `Token expired: ${error.message}`);
  }
  const tokenIsBad =
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWKSNoMatchingKey;
  return tokenIsBad
    ? invalid('Token signature invalid')
    : invalid("Couldn't retrieve verification key from your identity provider");
}

function invalid(message: string): ServiceError {
  return new ServiceError(400, 'InvalidIdentityToken', message);
}
