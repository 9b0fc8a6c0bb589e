import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts, targetsOf } from './behind-proxy.ts';

const present = spawnSync('tinyproxy', ['-v']).status === 0;
const reason = present ? '' : ' (skipped: tinyproxy is not installed)';

/** Tinyproxy with a user, which passes on to another proxy. */
function configuration(port: number, upstream: number): string {
  return [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'ConnectPort 443',
    'BasicAuth proxyuser secret1',
    `Upstream http 127.0.0.1:${upstream}`,
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.unref();
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('tinyproxy does not listen');
}

test.skipIf(!present)(
  `Tinyproxy lets every call through with the right password${reason}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'byoasn-tinyproxy-'));
    const certificate = await certify(Object.values(hosts));
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, certificate.ca);
    await behindProxy({ certificate, caFile }, async ({ fakes, proxy, run }) => {
      const port = await freePort();
      const file = join(folder, 'tinyproxy.conf');
      writeFileSync(file, configuration(port, proxy.port));
      const child = spawn('tinyproxy', ['-d', '-c', file]);
      try {
        await listening(port);
        const step = { with: { 'dry-run': 'true', comment: 'true', 'pr-number': '7' } };
        const inputs = { ...step.with, 'github-token': fakes.github.token };
        const right = await run({
          with: inputs,
          env: { HTTPS_PROXY: `http://proxyuser:secret1@127.0.0.1:${port}` },
        });
        expect(right.outputs.reason).toBe('dry-run-permitted');
        expect(right.log).toContain('comment created: ');
        expect(targetsOf(proxy)).toEqual(
          Object.values(hosts)
            .map((name) => `CONNECT ${name}:443`)
            .sort(),
        );
        const wrong = await run({
          with: inputs,
          env: { HTTPS_PROXY: `http://proxyuser:wrong@127.0.0.1:${port}` },
        });
        expect(wrong.outputs.reason).toBe('network-error');
        expect(wrong.log).toContain('ProxyRefused: ');
      } finally {
        child.kill();
      }
    });
    rmSync(folder, { recursive: true, force: true });
  },
);
