import { spawnSync } from 'node:child_process';

/** Runs GitHub's CLI and returns its output. Throws its message if it fails. */
export type Gh = (args: readonly string[], input?: string) => string;

/** The installed GitHub CLI, with the token of the environment (`GH_TOKEN`). */
export const gh: Gh = (args, input) => {
  const { status, stdout, stderr, error } = spawnSync('gh', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  if (error) throw new Error(`GitHub's CLI cannot be run: ${error.message}`, { cause: error });
  if (status === 0) return stdout;
  throw new Error(`gh ${args.slice(0, 3).join(' ')} ended with ${status}: ${stderr.trim()}`);
};
