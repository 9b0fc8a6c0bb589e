import type { JWTPayload } from 'jose';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import { ServiceError } from './service-error.ts';

/** What a verified token says; the audience is the one that the provider accepts. */
export interface WebIdentity {
  readonly subject: string;
  readonly audience: string;
  readonly issuer: string;
}

/** Verifies a token as STS does, against the keys that its issuer publishes. `now` is in milliseconds. */
export async function verifyWebIdentity(
  token: string,
  now: number,
  providerOf: (issuer: string) => { readonly clientIds: readonly string[] } | undefined,
): Promise<WebIdentity> {
  const { iss: issuer = '' } = decode(token);
  const provider = providerOf(issuer);
  if (provider === undefined) {
    throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  }
  const { sub: subject = '', aud } = await verified(token, issuer, now);
  const audience = [aud].flat().find((one) => one && provider.clientIds.includes(one));
  if (audience === undefined) throw invalid('Incorrect token audience');
  return { subject, audience, issuer };
}

function decode(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw invalid('The ID Token provided is not a valid JWT.');
  }
}

async function verified(token: string, issuer: string, now: number): Promise<JWTPayload> {
  try {
    const keys = createRemoteJWKSet(await jwksUri(issuer));
    const { payload } = await jwtVerify(token, keys, {
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
