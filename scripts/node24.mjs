// Runs a script on Node 24, the runtime of the action (`using: node24`): on this Node where it is
// new enough, else on one that npm fetches. Plain JavaScript, because an older Node must read it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const wanted = readFileSync(new URL('../.node-version', import.meta.url), 'utf8').trim();
const args = process.argv.slice(2);
const here = Number.parseInt(process.versions.node, 10) >= Number.parseInt(wanted, 10);

if (!here) {
  console.error(
    `This is Node ${process.versions.node}; fetching Node ${wanted} from npm to run on.`,
  );
}
const windows = process.platform === 'win32';
const { status, error } = here
  ? spawnSync(process.execPath, args, { stdio: 'inherit' })
  : spawnSync(
      windows ? 'npx.cmd' : 'npx',
      ['--yes', '--package', `node@${wanted}`, '--', 'node', ...args],
      {
        stdio: 'inherit',
        shell: windows,
      },
    );
if (error) throw error;
process.exit(status ?? 1);
