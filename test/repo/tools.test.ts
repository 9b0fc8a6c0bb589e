import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tool, toolEnvironment } from './tools.ts';

const root = join(import.meta.dirname, '..', '..');
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'byoasn-tools-'));
  cpSync(join(root, 'scripts', 'tools.ts'), join(clone, 'scripts', 'tools.ts'));
  cpSync(join(root, 'scripts', 'tools'), join(clone, 'scripts', 'tools'), { recursive: true });
});

afterEach(() => {
  rmSync(clone, { recursive: true });
  vi.unstubAllEnvs();
});

/** Runs the script in a repository without tools, with only the programs of one folder in the PATH. */
function installTools(programs: string, ...names: readonly string[]) {
  const script = join(clone, 'scripts', 'tools.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...names], {
    env: { PATH: programs },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('npm run tools', () => {
  test('says what each tool lacks on the machine, and fails', () => {
    const { status, said } = installTools(join(clone, 'nothing'));
    expect(status).toBe(1);
    expect(said).toContain('act: not installed, because this machine has no Go');
    expect(said).toContain('python: not installed, because this machine has no Python');
  });

  test.skipIf(process.platform === 'win32')('fails when an installation does', () => {
    const onlyVersion = '#!/bin/sh\n[ "$1" = version ]\n';
    writeFileSync(join(clone, 'go'), onlyVersion, { mode: 0o755 });
    const { status, said } = installTools(clone, 'act');
    expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining('reason') });
  });

  test.skipIf(process.platform === 'win32')('installs once, and again when a pin changes', () => {
    writeFileSync(join(clone, 'go'), '#!/bin/sh\n', { mode: 0o755 });
    expect(installTools(clone, 'act')).toEqual({ status: 0, said: 'act: installing\n' });
    expect(installTools(clone, 'act')).toEqual({ status: 0, said: 'act: up to date\n' });
    const pin = join(clone, 'scripts', 'tools', 'act', 'go.mod');
    writeFileSync(pin, `${readFileSync(pin, 'utf8')}\n`);
    expect(installTools(clone, 'act').said).toBe('act: installing\n');
  });

  test('lists its tools', () => {
    const { status, said } = installTools('', 'acted');
    expect(status).toBe(1);
    expect(said).toContain(
      'no tool acted; there are act, actionlint, gh, tofu, python, routinator, pictures',
    );
  });
});

test('a tool gets the environment without the variables for tools', () => {
  const settings = [
    'AWS_PROFILE',
    'GIT_DIR',
    'GH_HOST',
    'GITHUB_ACTIONS',
    'TF_CLI_ARGS',
    'https_proxy',
  ];
  for (const name of settings) vi.stubEnv(name, 'of this machine');
  const seen = Object.keys(toolEnvironment());
  expect(seen.filter((name) => settings.includes(name))).toEqual([]);
  expect(seen.map((name) => name.toUpperCase())).toContain('PATH');
});

test('a missing tool is an error if tools are required', () => {
  const missing = () => tool('act', join('nowhere', 'build', 'tools'));
  vi.stubEnv('BYOASN_TOOLS', '');
  expect(missing()).toBeUndefined();
  vi.stubEnv('BYOASN_TOOLS', 'required');
  expect(missing).toThrow('act is not in build/tools: run npm run tools');
});
