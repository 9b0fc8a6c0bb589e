import { spawnSync } from 'node:child_process';
import { constants, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from './pages.ts';
import { blocks } from './snippets.ts';

const hasOpenssl = process.platform !== 'win32' && spawnSync('openssl', ['version']).status === 0;

test.skipIf(!hasOpenssl)(
  'docs/getting-started.md signs an ASN as AWS requires: RSA-PSS over SHA-256, in URL-safe base64',
  () => {
    const [commands = ''] = blocks(read('docs/getting-started.md'), 'bash').filter((block) =>
      block.includes('openssl dgst'),
    );
    const folder = mkdtempSync(join(tmpdir(), 'byoasn-sign-'));
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(
      join(folder, 'private-key.pem'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    const script = `set -euo pipefail\naws() { printf '%s\\n' "$@"; }\n${commands}`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stderr).toBe('');
    const [, message = '', signature = ''] =
      /^Message=(.*),Signature=([\w~-]+)$/m.exec(stdout) ?? [];
    expect(message).toMatch(/^1\|aws\|[0-9]{12}\|[0-9]+\|[0-9]{8}\|SHA256\|RSAPSS$/);
    const base64 = signature.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/');
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const key = { key: publicKey, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    expect(verify('sha256', Buffer.from(message), key, Buffer.from(base64, 'base64'))).toBe(true);
  },
);
