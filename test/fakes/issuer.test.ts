import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { startFakes } from './fakes.ts';

async function start() {
  const fakes = await startFakes();
  onTestFinished(() => fakes.close());
  const { issuer } = fakes;
  const ask = (query = '', token = issuer.requestToken) =>
    fetch(issuer.requestUrl + query, { headers: { authorization: `Bearer ${token}` } });
  const tokenFor = async (query: string) => {
    const { value } = (await (await ask(query)).json()) as { value: string };
    return value;
  };
  return { fakes, issuer, ask, tokenFor };
}

test('the token endpoint issues a token that the published keys verify', async () => {
  const { issuer, tokenFor } = await start();
  const response = await fetch(`${issuer.url}/.well-known/openid-configuration`);
  const { jwks_uri } = (await response.json()) as { jwks_uri: string };
  const token = await tokenFor('&audience=sts.amazonaws.com');
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), {
    issuer: issuer.url,
    audience: 'sts.amazonaws.com',
  });
  expect(payload).toMatchObject({
    sub: 'repo:octo-org/prefixes:environment:byoasn-prod',
    repository: 'octo-org/prefixes',
    environment: 'byoasn-prod',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});

test('every token is new, with the requested audience, or the owner as the default', async () => {
  const { issuer, tokenFor } = await start();
  const first = await tokenFor('&audience=a');
  const second = await tokenFor('');
  expect(first).not.toBe(second);
  expect(issuer.tokens.map(({ value, audience }) => [value, audience])).toEqual([
    [first, 'a'],
    [second, 'https://github.com/octo-org'],
  ]);
});

test('no token is issued without the request token', async () => {
  const { fakes, ask } = await start();
  expect((await ask('', 'wrong')).status).toBe(401);
  expect(fakes.issuer.tokens).toEqual([]);
  expect(fakes.requestLog.of('token')).toMatchObject([{ outcome: 'Unauthorized' }]);
});

test('the request URL already has a query, because clients append to it', async () => {
  const { fakes } = await start();
  expect(fakes.env.oidc.ACTIONS_ID_TOKEN_REQUEST_URL).toContain('?api-version=');
});

test('other paths and methods are not found', async () => {
  const { issuer } = await start();
  expect((await fetch(`${issuer.url}/elsewhere`)).status).toBe(404);
  expect((await fetch(issuer.requestUrl, { method: 'POST' })).status).toBe(404);
});
