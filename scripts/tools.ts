// `npm run tools [-- NAME...]`: installs the tools of the tests that npm does not have, all or the named ones.
// The lock files in scripts/tools/NAME pin each tool with the hashes of all its parts; Routinator is pinned
// only by its version. Go tools go to build/tools/bin, Python tools to build/tools/python. Routinator, which
// builds for minutes, and the packages for screenshots go to a cache outside the clone. Skips tools that are
// up to date. Ends with 1 if one could not be installed.
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { cacheFolder, findBrowser, picturePackages } from './tools/paths.ts';

const pins = join(import.meta.dirname, 'tools');
const folder = join(import.meta.dirname, '..', 'build', 'tools');
const windows = process.platform === 'win32';

interface Installer {
  /** The folder of the installed tools. */
  readonly home: string;
  /** The files in the folder of the tool that pin it. */
  readonly locks: readonly string[];
  /** The program that the machine must have, and an argument that checks it. */
  readonly needs: readonly [command: string, argument: string, name: string];
  install(name: string): boolean;
}

const go: Installer = {
  home: join(folder, 'bin'),
  locks: ['go.mod', 'go.sum'],
  needs: ['go', 'version', 'Go (https://go.dev/dl)'],
  install: (name) =>
    run('go', ['install', '-trimpath', 'tool'], {
      cwd: join(pins, name),
      env: { ...process.env, GOBIN: go.home },
    }),
};

const pip: Installer = {
  home: join(folder, 'python'),
  locks: ['requirements.txt'],
  needs: [windows ? 'python' : 'python3', '--version', 'Python 3.11 or newer'],
  install: (name) => {
    const { home, needs } = pip;
    const [command] = needs;
    const python = join(home, windows ? 'Scripts' : 'bin', 'python');
    const locked = ['--require-hashes', '--only-binary', ':all:']; // a wheel runs no code
    const list = join(pins, name, 'requirements.txt');
    rmSync(home, { recursive: true, force: true });
    return (
      run(command, ['-m', 'venv', home]) &&
      run(python, ['-m', 'pip', 'install', '--quiet', ...locked, '--requirement', list])
    );
  },
};

const cargo: Installer = {
  home: cacheFolder,
  locks: ['version'],
  needs: ['cargo', '--version', 'Rust (https://rustup.rs)'],
  install: (name) => {
    const version = readFileSync(join(pins, name, 'version'), 'utf8').trim();
    // For tests: a quick build, with low priority.
    const profile = { CARGO_PROFILE_RELEASE_LTO: 'off', CARGO_PROFILE_RELEASE_OPT_LEVEL: '1' };
    setPriority(constants.priority.PRIORITY_LOW);
    return run('cargo', ['install', name, '--version', `=${version}`, '--root', cargo.home], {
      env: { ...process.env, ...profile },
    });
  },
};

const npm: Installer = {
  home: picturePackages,
  locks: ['package.json', 'package-lock.json'],
  needs: [
    findBrowser() ?? 'chromium',
    '--version',
    'Chromium or Chrome (or CHROMIUM with its path)',
  ],
  install: (name) => {
    mkdirSync(npm.home, { recursive: true });
    for (const lock of npm.locks) cpSync(join(pins, name, lock), join(npm.home, lock));
    return run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: npm.home,
      shell: windows, // npm is a batch file there
    });
  },
};

const installers: Readonly<Record<string, Installer>> = {
  act: go,
  actionlint: go,
  gh: go,
  tofu: go,
  python: pip,
  routinator: cargo,
  pictures: npm,
};

function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;
}

/** Installs a tool unless it is up to date; prints what it did, or what is missing. */
function install(name: string, installer: Installer): boolean {
  const locks = installer.locks.map((file) => readFileSync(join(pins, name, file), 'utf8'));
  const stamp = join(installer.home, `${name}.lock`);
  if (readOptional(stamp) === locks.join('')) {
    console.log(`${name}: up to date`);
    return true;
  }
  const [command, argument, needed] = installer.needs;
  if (!run(command, [argument], { stdio: 'ignore' })) {
    console.error(`${name}: not installed, because this machine has no ${needed}`);
    return false;
  }
  console.log(`${name}: installing`);
  if (!installer.install(name)) {
    console.error(`${name}: not installed, for the reason above`);
    return false;
  }
  mkdirSync(installer.home, { recursive: true });
  writeFileSync(stamp, locks.join(''));
  return true;
}

function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(installers, name));
if (unknown.length > 0) {
  console.error(`no tool ${unknown.join(', ')}; there are ${Object.keys(installers).join(', ')}`);
  process.exit(1);
}
const installed = Object.entries(installers)
  .filter(([name]) => positionals.length === 0 || positionals.includes(name))
  .map(([name, installer]) => install(name, installer));
process.exitCode = installed.every(Boolean) ? 0 : 1;
