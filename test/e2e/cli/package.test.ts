import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import { preload } from '../action/cancelled.ts';
import { fleet } from '../action/fleet.ts';
import { runProgram } from './program.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const windows = process.platform === 'win32';
const packingMs = 60_000;

function npm(command: 'npm' | 'npx', args: readonly string[], options: SpawnSyncOptions = {}) {
  const settings = { cwd: root, shell: windows, ...options, encoding: 'utf8' } as const;
  return spawnSync(command, args, settings);
}

/** The package that npm makes of the repository, for npx. */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-package-'));
  let files: readonly string[];
  let tarball: string;

  beforeAll(() => {
    const { stdout } = npm('npm', ['pack', '--json', '--offline', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout);
    files = packed.files.map(({ path }: { readonly path: string }) => path);
    tarball = join(folder, packed.filename);
    mkdirSync(join(folder, 'unpacked'));
    spawnSync('tar', ['-xzf', tarball, '-C', join(folder, 'unpacked')]);
  }, packingMs);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has the program, the bundle and what npm always adds', () => {
    const bundle = readdirSync(join(root, 'dist')).map((name) => `dist/${name}`);
    const rest = ['LICENSE', 'README.md', 'package.json', 'bin/associate-ipam-byoasn.js'];
    expect([...files].sort()).toEqual([...bundle, ...rest].sort());
  });

  test('makes a plan without any other files', async () => {
    const fakes = await startFakes();
    try {
      const unpacked = join(folder, 'unpacked', 'package', 'bin', 'associate-ipam-byoasn.js');
      const args = ['plan', '--config', 'byoasn.yml', '--allow-special-use'];
      const { status, out } = await runProgram([...args, '--target', '111122223333/us-west-2'], {
        env: { ...fakes.env.endpoints, ...fakes.env.credentials },
        files: { 'byoasn.yml': fleet },
        by: [process.execPath, unpacked],
      });
      expect({ status, out }).toMatchObject({
        status: 0,
        out: expect.stringContaining('2 associations to create'),
      });
    } finally {
      await fakes.close();
    }
  });

  test('is started by npx without a network', () => {
    const options = ['--yes', '--offline', '--cache', join(folder, 'cache'), '--package', tarball];
    const { status, stdout } = npm('npx', [...options, '--', about.name, '--help']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Usage: associate-ipam-byoasn plan /),
    });
  });

  test('has no dependencies, and npm runs no script before it packs a clone', () => {
    const prefix = join(folder, 'empty');
    mkdirSync(prefix);
    const options = ['--offline', '--cache', join(folder, 'cache'), '--no-audit', '--no-fund'];
    const { status, stderr } = npm('npm', ['install', '--prefix', prefix, ...options, tarball]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const installed = readdirSync(join(prefix, 'node_modules')).filter((name) => name[0] !== '.');
    expect(installed).toEqual([about.name]);
    // With one of these, npm installs a clone's development dependencies before it packs it.
    const starting = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'build'];
    expect(starting.filter((name) => Object.hasOwn(about.scripts, name))).toEqual([]);
  });
});

/** Its packages require newer Node versions than the oldest that the commands of a clone run on. */
test(
  'npm ci on Node 20 does not complain about engines',
  () => {
    const clone = mkdtempSync(join(tmpdir(), 'byoasn-clone-'));
    try {
      for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
        cpSync(join(root, name), join(clone, name));
      }
      const older = preload("Object.defineProperty(process, 'version', { value: 'v20.20.2' });");
      const args = ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund'];
      const { status, stderr } = npm('npm', args, {
        cwd: clone,
        env: { ...process.env, ...older },
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    } finally {
      rmSync(clone, { recursive: true });
    }
  },
  packingMs,
);

describe('the program', () => {
  test('prints its version', async () => {
    const { status, out } = await runProgram(['--version']);
    expect({ status, out }).toEqual({ status: 0, out: `${about.version}\n` });
  });

  test('on an older Node, says which version it needs', async () => {
    const older = preload("Object.defineProperty(process.versions, 'node', { value: '22.12.0' });");
    const { status, out, err } = await runProgram(['plan', '--config', 'my routes.yml'], {
      env: older,
    });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('This is Node 22.12.0, and associate-ipam-byoasn needs 24 or newer.');
    expect(err).toContain(
      `github:OWNER/${about.name}#v${about.version} ${about.name} plan --config 'my routes.yml'\n`,
    );
  });

  test('without an argument prints help and does not run the action', async () => {
    const bare = await runProgram([]);
    expect(bare).toEqual(await runProgram(['--help']));
    expect(bare).toMatchObject({ status: 0, err: '' });
    expect(bare.out).toMatch(/^Usage: associate-ipam-byoasn plan /);
  });

  test.each(['plan', 'export'])('is a script of a clone too: npm run %s', async (name) => {
    const { status, stdout } = npm('npm', ['run', '--silent', name, '--', '--help']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: (await runProgram([])).out });
  });
});
