import { randomBytes, randomUUID } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Call, Listening, Received, Reply, Service, Shared } from './server.ts';
import { serve } from './server.ts';
import { ServiceError } from './service-error.ts';

/** Claims of the tokens other than iss, aud, iat, nbf, exp and jti. */
export type Claims = Readonly<Record<string, string>> & { readonly sub: string };

/** An issued token; `at` is in milliseconds. */
export interface IssuedToken {
  readonly value: string;
  readonly audience: string;
  readonly jti: string;
  readonly at: number;
}

/** GitHub's OIDC issuer, and the runner's endpoint that asks it for tokens. */
export interface FakeIssuer extends Listening {
  /** The values of ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestUrl: string;
  readonly requestToken: string;
  readonly tokens: readonly IssuedToken[];
  /** Changes claims of the tokens to come. */
  claim(changes: Readonly<Record<string, string>>): void;
  /** Gives the tokens to come these claims and no others. */
  claimOnly(claims: Claims): void;
}

/** The subject of a job with an environment, in repositories from before 15 July 2026. */
export const classicSubject = 'repo:octo-org/prefixes:environment:byoasn-prod';

/** The same subject with the ids that newer repositories have in it. */
export const immutableSubject = 'repo:octo-org@1234/prefixes@5678:environment:byoasn-prod';

/** The subject of a pull request's job, in repositories from before 15 July 2026. */
export const pullRequestSubject = 'repo:octo-org/prefixes:pull_request';

const CLAIMS: Claims = {
  sub: classicSubject,
  repository: 'octo-org/prefixes',
  repository_id: '5678',
  repository_owner: 'octo-org',
  repository_owner_id: '1234',
  repository_visibility: 'private',
  environment: 'byoasn-prod',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  event_name: 'push',
  actor: 'octocat',
  actor_id: '42',
  workflow: 'Associate',
  workflow_ref: 'octo-org/prefixes/.github/workflows/associate.yml@refs/heads/main',
  job_workflow_ref: 'octo-org/prefixes/.github/workflows/associate.yml@refs/heads/main',
  runner_environment: 'github-hosted',
  run_id: '9001',
  run_number: '7',
  run_attempt: '1',
};
const LIFETIME_SECONDS = 300;
const KEY_ID = 'fake-key';

const breakdowns = {
  throttled: new ServiceError(429, 'TooManyRequests', 'Too many requests'),
  failed: new ServiceError(500, 'InternalServerError', 'Internal server error'),
  unavailable: new ServiceError(503, 'ServiceUnavailable', 'Service unavailable'),
};

let keys: ReturnType<typeof generateKeyPair> | undefined;

// An RSA key costs enough time that all issuers of a process share one.
function signingKeys() {
  keys ??= generateKeyPair('RS256', { extractable: true });
  return keys;
}

/** Starts the issuer with the default claims. */
export async function startIssuer(shared: Shared): Promise<FakeIssuer> {
  let claims = CLAIMS;
  let issuer = '';
  const tokens: IssuedToken[] = [];
  const requestToken = randomBytes(24).toString('base64url');

  const token = async (received: Received): Promise<Reply> => {
    if (received.headers.authorization !== `Bearer ${requestToken}`) {
      throw new ServiceError(401, 'Unauthorized', 'The request token is not accepted');
    }
    if (received.url.searchParams.get('api-version') === null) {
      throw new ServiceError(400, 'BadRequest', 'No api-version was supplied');
    }
    const owner = `https://github.com/${claims.repository_owner}`;
    const audience = received.url.searchParams.get('audience') ?? owner;
    const at = shared.now();
    const jti = randomUUID();
    const value = await sign({ ...claims, iss: issuer, aud: audience, jti }, at);
    tokens.push({ value, audience, jti, at });
    return json(200, { value });
  };

  const routes: Readonly<Record<string, (received: Received) => Promise<Reply> | Reply>> = {
    token,
    discovery: () => json(200, discovery(issuer)),
    jwks: async () => json(200, { keys: [await publicKey()] }),
  };
  const service: Service = {
    name: 'oidc',
    breakdowns,
    call: callOf,
    error: ({ status, code, message }) => json(status, { typeKey: code, message }),
    perform(received) {
      const route = received.method === 'GET' ? routes[callOf(received).operation] : undefined;
      if (route === undefined) throw new ServiceError(404, 'NotFound', 'Not found');
      return route(received);
    },
  };
  const listening = await serve(service, shared);
  issuer = listening.url;
  return {
    ...listening,
    requestUrl: `${issuer}/token?api-version=2.0`,
    requestToken,
    tokens,
    claim: (changes) => {
      claims = { ...claims, ...changes };
    },
    claimOnly: (only) => {
      claims = only;
    },
  };
}

const OPERATIONS: Readonly<Record<string, string>> = {
  '/token': 'token',
  '/.well-known/openid-configuration': 'discovery',
  '/.well-known/jwks': 'jwks',
};

function callOf({ url }: Received): Call {
  const operation = OPERATIONS[url.pathname] ?? url.pathname;
  return { operation, params: Object.fromEntries(url.searchParams), dryRun: false };
}

function discovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

async function publicKey() {
  const jwk = await exportJWK((await signingKeys()).publicKey);
  return { ...jwk, kid: KEY_ID, alg: 'RS256', use: 'sig' };
}

async function sign(claims: Record<string, string>, at: number): Promise<string> {
  const seconds = Math.floor(at / 1000);
  const key: CryptoKey = (await signingKeys()).privateKey;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + LIFETIME_SECONDS)
    .sign(key);
}

function json(status: number, value: unknown): Reply {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
