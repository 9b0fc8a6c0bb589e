import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Peers, startPeers } from '../peers/peers.ts';
import { runFile } from './fleet.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'export.ts');

describe('the export of what AWS shows', () => {
  let peers: Peers;
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-export-'));
  beforeAll(async () => {
    peers = await startPeers();
    peers.ipam.setAssociation({ asn: '64500', cidr: '198.51.100.0/24', state: 'associated' });
    peers.ipam.setAssociation({ asn: '64501', cidr: '198.51.100.0/24', state: 'associated' });
    peers.ipam.setAssociation({ asn: '64500', cidr: '203.0.113.0/24', state: 'disassociated' });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await peers.close();
  });

  async function exportWith(...args: readonly string[]) {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        ...peers.env.endpoints,
        ...peers.env.credentials,
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, out, err };
  }

  test('is a config file that the action takes and has nothing to change of', async () => {
    const { status, out, err } = await exportWith('--region', 'us-west-2');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('- { asn: 64500, cidr: 198.51.100.0/24 }');
    expect(out).toContain('# us-west-2 203.0.113.0/24 with AS64500: disassociated');
    expect(out).toContain('# us-west-2 2001:db8:1000::/48: no association');
    const { outputs, result } = await runFile(peers, out, { 'dry-run': 'true' });
    expect(outputs).toMatchObject({ reason: 'no-changes', state: 'associated' });
    expect(result.pairs).toHaveLength(2);
  });

  test('goes to a new file, and never over one that is there', async () => {
    const file = join(folder, 'byoasn.yml');
    expect((await exportWith('--region', 'us-west-2', '--output', file)).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('account: "111122223333"');
    const again = await exportWith('--region', 'us-west-2', '--output', file);
    expect(again.status).toBe(1);
    expect(again.err).toContain('EEXIST');
  });

  test('asks for a Region', async () => {
    const { status, err } = await exportWith();
    expect(status).toBe(1);
    expect(err).toContain('--region is missing');
    expect(err).toContain('Usage: npm run export -- --region REGION');
  });
});
