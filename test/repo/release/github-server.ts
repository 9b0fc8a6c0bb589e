import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certify } from '../../fakes/tls.ts';
import { createFakeGitHub, type FakeGitHub, type Setup } from './github.ts';

/** A fake GitHub on loopback, behind TLS because GitHub's CLI requires it. */
export interface GitHubServer extends AsyncDisposable {
  readonly github: FakeGitHub;
  /** The variables that make GitHub's CLI use only this server. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the fake GitHub. */
export async function startGitHub(setup: Setup): Promise<GitHubServer> {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-github-'));
  const { ca, cert, key } = await certify(['localhost']);
  writeFileSync(join(folder, 'ca.pem'), ca);
  const server = createServer({ cert, key });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const github = createFakeGitHub(setup, `https://localhost:${port}/api/v3`);
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = (request.url ?? '').replace(/^\/api\/(?:v3\/)?/, '');
      const { status, body } = github.answer(request.method ?? '', path, Buffer.concat(chunks));
      const file = Buffer.isBuffer(body);
      const type = file ? 'application/octet-stream' : 'application/json';
      response.writeHead(status, { 'content-type': type });
      response.end(file ? body : status === 204 ? undefined : JSON.stringify(body));
    });
  });
  return {
    github,
    env: {
      GH_HOST: `localhost:${port}`,
      GH_ENTERPRISE_TOKEN: 'token',
      GH_CONFIG_DIR: folder,
      GH_NO_UPDATE_NOTIFIER: '1',
      SSL_CERT_FILE: join(folder, 'ca.pem'),
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
