import type { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { Transport } from '../transport.ts';

/** Masks all parts of an access key. */
export function maskCredentials(
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentialIdentity,
  mask: (secret: string) => void,
): void {
  mask(accessKeyId);
  mask(secretAccessKey);
  if (sessionToken) mask(sessionToken);
}

/** Masks the credentials of each request before it is sent, because AWS quotes what it rejects. */
export function maskSent(transport: Transport, mask: (secret: string) => void): Transport {
  return {
    ...transport,
    handle: (request, options) => {
      for (const secret of secretsIn(request)) mask(secret);
      return transport.handle(request, options);
    },
  };
}

/** The access key and session token of a signed request, and the token of a web identity. */
function secretsIn({ headers, body }: HttpRequest): readonly string[] {
  const [, accessKeyId = ''] = /Credential=([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const form = typeof body === 'string' && body.includes('WebIdentityToken=') ? body : '';
  const token = new URLSearchParams(form).get('WebIdentityToken') ?? '';
  return [accessKeyId, headers['x-amz-security-token'] ?? '', token];
}
