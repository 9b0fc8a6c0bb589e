import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Credential, CredentialStore } from './credentials.ts';
import type { Received } from './server.ts';

/** Who signed a request and for which Region, or why the signature is not accepted. */
export type Signer =
  | { readonly verdict: 'ok'; readonly credential: Credential; readonly region: string }
  | { readonly verdict: 'unsigned' | 'unknown-key' | 'mismatch' | 'skewed' | 'expired' };

interface Authorization {
  readonly accessKeyId: string;
  readonly scope: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const SKEW_MS = 15 * 60_000;
const PATTERN =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/((\d{8})\/([^/]+)\/([^/]+)\/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Who the Authorization header names, and for which Region, whether or not the signature is good. */
export function signerOf(
  received: Received,
): { readonly accessKeyId: string; readonly region: string } | undefined {
  const claimed = authorizationOf(received);
  return claimed && { accessKeyId: claimed.accessKeyId, region: claimed.region };
}

/** Verifies Signature Version 4 by recomputing it from the registered secret. */
export function verify(
  received: Received,
  service: string,
  credentials: CredentialStore,
  now: number,
): Signer {
  const claimed = authorizationOf(received);
  if (claimed === undefined) return { verdict: 'unsigned' };
  const credential = credentials.find(claimed.accessKeyId);
  const token = received.headers['x-amz-security-token'];
  if (credential === undefined || token !== credential.sessionToken) {
    return { verdict: 'unknown-key' };
  }
  if (claimed.service !== service || !matches(received, claimed, credential)) {
    return { verdict: 'mismatch' };
  }
  if (Math.abs(now - signedAt(received)) > SKEW_MS) return { verdict: 'skewed' };
  if (credential.expiresAt !== undefined && credential.expiresAt <= now) {
    return { verdict: 'expired' };
  }
  return { verdict: 'ok', credential, region: claimed.region };
}

function authorizationOf(received: Received): Authorization | undefined {
  const match = PATTERN.exec(received.headers.authorization ?? '');
  if (match === null) return undefined;
  const [, accessKeyId = '', scope = '', date = '', region = '', service = ''] = match;
  const [, , , , , , headers = '', signature = ''] = match;
  return {
    accessKeyId,
    scope,
    date,
    region,
    service,
    signedHeaders: headers.split(';'),
    signature,
  };
}

function matches(received: Received, claimed: Authorization, credential: Credential): boolean {
  const expected = signatureOf(received, claimed, credential.secretAccessKey);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(claimed.signature));
}

function signatureOf(received: Received, claimed: Authorization, secret: string): string {
  const toSign = [
    'AWS4-HMAC-SHA256',
    header(received, 'x-amz-date'),
    claimed.scope,
    sha256(canonicalRequest(received, claimed.signedHeaders)),
  ].join('\n');
  return hmac(signingKey(claimed, secret), toSign).toString('hex');
}

const signingKeys = new Map<string, Buffer>();

/** The key of a day, a Region and a service, which clients remember too. */
function signingKey({ date, region, service }: Authorization, secret: string): Buffer {
  const name = [secret, date, region, service].join(' ');
  const known = signingKeys.get(name);
  if (known) return known;
  const key = [date, region, service, 'aws4_request'].reduce<Buffer>(
    (derived, part) => hmac(derived, part),
    Buffer.from(`AWS4${secret}`),
  );
  signingKeys.set(name, key);
  return key;
}

// The query protocol posts to `/` without a query string, so path and query need no encoding.
function canonicalRequest(received: Received, signedHeaders: readonly string[]): string {
  return [
    received.method,
    received.url.pathname,
    received.url.search.slice(1),
    ...signedHeaders.map((name) => `${name}:${header(received, name)}`),
    '',
    signedHeaders.join(';'),
    sha256(received.body),
  ].join('\n');
}

function header(received: Received, name: string): string {
  const value = received.headers[name];
  const text = Array.isArray(value) ? value.join(',') : (value ?? '');
  return text.trim().replace(/ +/g, ' ');
}

function signedAt(received: Received): number {
  const basic = header(received, 'x-amz-date');
  return Date.parse(
    basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
